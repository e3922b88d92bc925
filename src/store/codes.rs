//! What a text says once the codes of other programs are read: pages, messages, addresses, RTF, data written as letters.

use std::borrow::Cow;

use base64::{
    Engine,
    alphabet::{STANDARD, URL_SAFE},
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use percent_encoding::percent_decode_str;
use quick_xml::escape::resolve_html5_entity;

/// The shortest run of letters that may be coded words.
const SHORTEST_RUN: usize = 12;

/// The tags of a page inside which a sentence goes on.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "big", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u"];

/// The ways of reading a text whose codes change what it says.
pub fn readings(text: &str) -> Vec<String> {
    let ways: [fn(&str) -> Option<String>; 5] = [of_a_page, of_a_message, of_an_address, of_rtf, of_data];
    ways.iter().filter_map(|read| read(text)).collect()
}

/// The words of a page.
fn of_a_page(text: &str) -> Option<String> {
    let is_coded = text.contains("</") || text.contains("/>") || text.contains('&') && text.contains(';');
    is_coded.then(|| without_tags(text, |tag| !INLINE.contains(&tag)))
}

/// The words between tags, with their entities read; a tag that ends a line is a new line, and others are nothing.
pub fn without_tags(text: &str, ends_a_line: impl Fn(&str) -> bool) -> String {
    let mut said = String::with_capacity(text.len());
    for (at, piece) in text.split('<').enumerate() {
        let (tag, words) = match (at, piece.split_once('>')) {
            (0, _) => ("", piece),
            (_, Some((tag, words))) => (tag, words),
            (_, None) => ("", piece),
        };
        let tag = tag.trim_matches('/').split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        if at > 0 && ends_a_line(&tag.to_lowercase()) {
            said.push('\n');
        }
        said.push_str(&with_entities(words));
    }
    said
}

/// A text with its entities read: `&eacute;`, `&#233;`, `&#xE9;`, `&nbsp;`.
fn with_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut pieces = text.split('&');
    let mut said = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let entity = piece.split_once(';').and_then(|(name, rest)| Some((entity(name)?, rest)));
        match entity {
            Some((meant, rest)) => said.extend([meant.as_str(), rest]),
            None => said.extend(["&", piece]),
        }
    }
    Cow::Owned(said)
}

fn entity(name: &str) -> Option<String> {
    let code = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        },
        None => return resolve_html5_entity(name).map(ToOwned::to_owned),
    };
    char::from_u32(code).map(String::from)
}

/// The words of a message, which writes bytes as `=C3=A9` and ends long lines with a mark.
fn of_a_message(text: &str) -> Option<String> {
    let joined = text.replace("=\r\n", "").replace("=\n", "");
    decoded(&joined, "=", |rest| byte(rest.get(..2)?).map(|byte| (byte, 2)))
}

/// The words of an address, which writes bytes as `%C3%A9` and blanks as « + ».
fn of_an_address(text: &str) -> Option<String> {
    if !text.contains('%') {
        return None;
    }
    let bytes: Vec<u8> = percent_decode_str(&text.replace('+', " ")).collect();
    Some(words(bytes)).filter(|said| said != text)
}

/// The words of RTF, which writes letters as `\'e9` or `\u233?`.
fn of_rtf(text: &str) -> Option<String> {
    let in_bytes = decoded(text, "\\'", |rest| byte(rest.get(..2)?).map(|byte| (byte, 2)));
    let said = in_bytes.as_deref().unwrap_or(text);
    let mut pieces = said.split("\\u");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    let mut is_coded = in_bytes.is_some();
    for piece in pieces {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        match piece[..digits].parse::<u32>().ok().and_then(char::from_u32) {
            Some(letter) => {
                // What follows is written for programs that do not know the letter.
                let rest = &piece[digits..];
                whole.push(letter);
                whole.push_str(rest.strip_prefix(['?', ' ']).unwrap_or(rest));
                is_coded = true;
            }
            None => whole.extend(["\\u", piece]),
        }
    }
    is_coded.then_some(whole)
}

/// The words of data written as letters, as the body of a message or a page inside another.
fn of_data(text: &str) -> Option<String> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let engines = [STANDARD, URL_SAFE].map(|alphabet| GeneralPurpose::new(&alphabet, config));
    let is_data = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '-' | '_');
    // The lines of one block are one run.
    let whole: String = text.lines().map(|line| (line, line.trim())).fold(String::new(), |mut whole, (line, bare)| {
        whole.push_str(bare);
        if line.is_empty() || bare.len() < 60 || !bare.chars().all(is_data) {
            whole.push('\n');
        }
        whole
    });
    let runs = whole.split(|c| !is_data(c)).filter(|run| run.len() >= SHORTEST_RUN);
    let read = |run: &str| {
        let bytes = engines.iter().find_map(|engine| engine.decode(run.trim_matches('=')).ok())?;
        let is_words = bytes.iter().all(|byte| *byte >= 32 || matches!(byte, b'\n' | b'\r' | b'\t'));
        (is_words && std::str::from_utf8(&bytes).is_ok()).then(|| words(bytes))
    };
    let said: Vec<String> = runs.filter_map(read).collect();
    (!said.is_empty()).then(|| said.join("\n"))
}

/// A text whose coded bytes are read; `None` if there are none. `code` gives the byte after a mark, and its length.
fn decoded(text: &str, mark: &str, code: impl Fn(&str) -> Option<(u8, usize)>) -> Option<String> {
    let mut pieces = text.split(mark);
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    let mut is_coded = false;
    for piece in pieces {
        match code(piece) {
            Some((byte, length)) => {
                bytes.push(byte);
                bytes.extend_from_slice(&piece.as_bytes()[length..]);
                is_coded = true;
            }
            None => bytes.extend([mark, piece].concat().bytes()),
        }
    }
    is_coded.then(|| words(bytes))
}

fn byte(digits: &str) -> Option<u8> {
    u8::from_str_radix(digits, 16).ok()
}

/// Bytes as words: in UTF-8, or else in the encoding of older programs, line by line.
fn words(bytes: Vec<u8>) -> String {
    let latin = |line: &[u8]| match std::str::from_utf8(line) {
        Ok(line) => line.to_owned(),
        Err(_) => line.iter().map(|byte| char::from(*byte)).collect(),
    };
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let lines: Vec<String> = error.as_bytes().split(|byte| *byte == b'\n').map(latin).collect();
        lines.join("\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_codes_a_program_writes_the_name_is_read() {
        for written in [
            "Am&eacute;lie C&ocirc;t&eacute;",
            "Am&#233;lie C&#XF4;t&#xE9;",
            "Amélie&nbsp;Côté",
            "<p>Am<b>é</b>lie <span class=\"x\">Côté</span></p>",
            "Am=C3=A9lie=20C=C3=B4t=C3=A9",
            "Am=E9lie C=\n=F4t=E9",
            "https://x.ca/?qui=Am%c3%a9lie+C%C3%B4t%C3%A9",
            "{\\rtf1 Am\\'e9lie C\\'f4t\\'e9}",
            "{\\rtf1 Am\\u233?lie C\\u244 t\\u233?}",
            "QW3DqWxpZSBDw7R0w6k=",
            "data:text/plain;base64,Qm9uam91ciBBbcOpbGllIEPDtHTDqSwgw6AgZGVtYWluIQ",
        ] {
            let found = readings(written).iter().any(|said| said.replace('\u{a0}', " ").contains("Amélie Côté"));
            assert!(found, "{written}: {:?}", readings(written));
        }
        for plain in ["Amélie Côté, 5 % & plus; a = 3", "C:\\dossier\\usage", "un < deux > trois"] {
            assert!(readings(plain).iter().all(|said| said == plain), "{plain}: {:?}", readings(plain));
        }
        assert_eq!(without_tags("<td>Li</td><td>Wu</td>", |tag| tag == "td"), "\nLi\n\nWu\n");
    }
}
