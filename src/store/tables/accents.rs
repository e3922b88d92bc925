//! Accents that a program garbled by reading a text in another encoding than its own.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// What a text in French is written with, beside ASCII.
const FRENCH: &str = "éèêëàâäçîïôöùûüÿœæÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆ«»’‘“”–—…°\u{a0}\u{202f}";

/// The letters of DOS from 128 on, in which older payroll programs write (code page 850).
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The text of bytes that are not UTF-8: French Windows wrote them, or Excel for Mac in its oldest format, or a program
/// of DOS. Lines that are UTF-8 are read so: somebody may have put two files together.
pub fn decoded(bytes: &[u8]) -> String {
    let lines = || bytes.split_inclusive(|byte| *byte == b'\n');
    let others: Vec<u8> = lines().filter(|line| std::str::from_utf8(line).is_err()).flatten().copied().collect();
    // The likeliest is last, and wins where they are alike.
    let all = [of_dos, of_mac, of_windows];
    let likeliest = all.into_iter().max_by_key(|decode| likeness(&decode(&others))).unwrap_or(of_windows);
    lines().map(|line| std::str::from_utf8(line).map_or_else(|_| likeliest(line), ToOwned::to_owned)).collect()
}

fn of_windows(bytes: &[u8]) -> String {
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

fn of_mac(bytes: &[u8]) -> String {
    MACINTOSH.decode_without_bom_handling(bytes).0.into_owned()
}

fn of_dos(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte.checked_sub(128) {
        Some(at) => DOS.chars().nth(usize::from(at)).unwrap_or_default(),
        None => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// What read the texts of a table wrongly, as one of them tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Garbling {
    /// A text of the old Mac was read as one of Windows.
    Mac,
    /// A text of DOS was read as one of Windows.
    Dos,
}

/// What garbled some of the texts of a table: one that tells decides for all.
pub fn garbling<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Option<Garbling> {
    let tells = |is_told: fn(&str) -> bool| texts.clone().filter(|text| !text.is_ascii()).any(is_told);
    tells(is_of_dos).then_some(Garbling::Dos).or_else(|| tells(is_of_mac).then_some(Garbling::Mac))
}

/// A text whose accents were garbled, once or more, as they were: « CÃ´tÃ© » is Côté, and so is « C™tŽ » in a table of the
/// old Mac. `None` if it is right, or cannot be mended.
pub fn mended(text: &str, garbling: Option<Garbling>) -> Option<String> {
    let once = mended_once(text, garbling)?;
    Some(mended(&once, None).unwrap_or(once))
}

fn mended_once(text: &str, garbling: Option<Garbling>) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(text);
    if is_lossy {
        return None;
    }
    let twice = |bytes: &[u8]| std::str::from_utf8(bytes).ok().map(ToOwned::to_owned);
    // Another program made a plain blank of the one that « à » ends with.
    let blanked = || twice(&WINDOWS_1252.encode(&text.replace("Ã ", "Ã\u{a0}")).0);
    let is_french =
        |text: &String| likeness(text) == i64::try_from(text.chars().filter(|c| !c.is_ascii()).count()).unwrap_or(0);
    // What was garbled has signs in place of its small letters with accents.
    let is_right = || text.contains(['é', 'è', 'ê', 'à', 'â', 'ç', 'î', 'ô', 'û']);
    let otherwise = || {
        let decode = match garbling? {
            Garbling::Mac => of_mac,
            Garbling::Dos => of_dos,
        };
        Some(decode(&bytes)).filter(is_french)
    };
    // Two signs of the old Mac may be a letter of another alphabet by chance.
    let is_latin = |text: &String| text.chars().all(|c| c < '\u{370}' || matches!(c, '\u{1e00}'..='\u{20cf}' | '™'));
    match twice(&bytes).or_else(blanked).filter(is_latin) {
        Some(mended) => (likeness(&mended) > likeness(text)).then_some(mended),
        None if is_right() => None,
        None => otherwise(),
    }
}

/// Whether a text has what the « é » of DOS becomes, a low quotation mark, in a word.
fn is_of_dos(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).any(|pair| pair[0].is_alphabetic() && pair[1] == '‚')
}

/// Whether a text has what the accents of the old Mac encoding become: « ™ » between letters, « Ž » after a letter.
fn is_of_mac(text: &str) -> bool {
    let letters: Vec<char> = std::iter::once(' ').chain(text.chars()).chain([' ']).collect();
    letters.windows(3).any(|around| match around[1] {
        'Ž' => around[0].is_lowercase(),
        '\u{8d}' | '\u{8f}' | '\u{90}' | '\u{9d}' => true,
        'ˆ' | '‰' => around[0].is_alphabetic(),
        'ƒ' => around[2].is_alphabetic(),
        '™' | '”' | '•' => around[0].is_alphabetic() && around[2].is_alphabetic(),
        _ => false,
    })
}

/// How French a text looks: one for each letter of French, minus two for each other sign.
fn likeness(text: &str) -> i64 {
    let sign = |c: char| {
        if c.is_ascii() {
            0
        } else if FRENCH.contains(c) {
            1
        } else {
            -2
        }
    };
    text.chars().map(sign).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn garbled_accents_are_mended_and_right_ones_are_left() {
        for (garbled, right) in [
            ("CÃ´tÃ©", "Côté"),
            ("AmÃ©lie LÃ©vesque", "Amélie Lévesque"),
            ("Lâ€™Ã©cole", "L’école"),
            ("FranÃ§ois", "François"),
            ("Ã‰ducatrice Ã  l'Ã©cole", "Éducatrice à l'école"),
            ("CÃƒÂ´tÃƒÂ©", "Côté"),
            ("lÃ¢â‚¬â„¢ÃƒÂ©cole Ã¢â‚¬â€œ oui", "l’école – oui"),
        ] {
            assert_eq!(mended(garbled, None).as_deref(), Some(right), "{garbled}");
        }
        for right in
            ["Côté", "Nguyễn", "Ibañez", "São Paulo", "Žižek", "Łukasz", "C", "Microsoft™", "Word™ et", "Ø", "10 €"]
        {
            assert_eq!(mended(right, garbling(std::iter::once(right))), None, "{right}");
        }
        for (garbled, right) in [
            (
                &["C™tŽ", "No‘l", "Beno”t", "L'Žquipe", "Tout ˆ fait d'accord"][..],
                "Côté|Noël|Benoît|L'équipe|Tout à fait d'accord",
            ),
            (&["Andr‚ Roy", "H‚lŠne", "Fran‡ois", "Côté"], "André Roy|Hélène|François|Côté"),
            (&["“Oui”", "l‘école", "à"], "“Oui”|l‘école|à"),
            (&["LÕƒcole", "C™tŽ"], "L’École|Côté"),
        ] {
            let told = garbling(garbled.iter().copied());
            let read: Vec<String> =
                garbled.iter().map(|text| mended(text, told).unwrap_or_else(|| (*text).to_owned())).collect();
            assert_eq!(read.join("|"), right);
        }
        assert_eq!(decoded("Amélie\n".bytes().chain(*b"No\xebl\n").collect::<Vec<_>>().as_slice()), "Amélie\nNoël\n");
        assert_eq!(decoded(b"C\x99t\x8e, Fran\x8dois"), "Côté, François");
        assert_eq!(decoded(b"C\xf4t\xe9, Fran\xe7ois"), "Côté, François");
        assert_eq!(decoded(b"C\x93t\x82, Fran\x87ois, \x90cole"), "Côté, François, École");
        assert_eq!(decoded(b"\x93Oui\x94, Am\xe9lie\x85"), "“Oui”, Amélie…");
    }
}
