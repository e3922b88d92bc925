//! Accents that a program garbled by reading a text in another encoding than its own.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// What a text in French is written with, beside ASCII.
const FRENCH: &str = "éèêëàâäçîïôöùûüÿœæÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆ«»’‘“”–—…°\u{a0}\u{202f}";

/// The letters of DOS from 128 on, in which older payroll programs write (code page 850).
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The text of bytes that are not UTF-8: French Windows wrote them, or Excel for Mac in its oldest format, or a program
/// of DOS.
pub fn decoded(bytes: &[u8]) -> String {
    let [windows, mac] = [WINDOWS_1252, MACINTOSH].map(|encoding| encoding.decode_without_bom_handling(bytes).0);
    let letters: Vec<char> = DOS.chars().collect();
    let dos = bytes.iter().map(|byte| match byte.checked_sub(128) {
        Some(at) => letters[usize::from(at)],
        None => char::from(*byte),
    });
    // The likeliest is last, and wins where they are alike.
    let all = [dos.collect(), mac.into_owned(), windows.into_owned()];
    all.into_iter().max_by_key(|text: &String| likeness(text)).unwrap_or_default()
}

/// A text whose accents were garbled once, as they were: « CÃ´tÃ© » and « C™tŽ » are Côté. `None` if it is right, or
/// cannot be mended.
pub fn mended(text: &str) -> Option<String> {
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
    let mac = || is_of_mac(text).then(|| MACINTOSH.decode_without_bom_handling(&bytes).0.into_owned());
    let is_french =
        |text: &String| likeness(text) == i64::try_from(text.chars().filter(|c| !c.is_ascii()).count()).unwrap_or(0);
    let mended = twice(&bytes).or_else(blanked).or_else(|| mac().filter(is_french))?;
    (likeness(&mended) > likeness(text)).then_some(mended)
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
            ("C™tŽ", "Côté"),
            ("AmÃ©lie LÃ©vesque", "Amélie Lévesque"),
            ("Lâ€™Ã©cole", "L’école"),
            ("FranÃ§ois", "François"),
            ("Ã‰ducatrice Ã  l'Ã©cole", "Éducatrice à l'école"),
        ] {
            assert_eq!(mended(garbled).as_deref(), Some(right), "{garbled}");
        }
        for right in
            ["Côté", "Nguyễn", "Ibañez", "São Paulo", "Žižek", "Łukasz", "C", "Microsoft™", "Word™ et", "Ø", "10 €"]
        {
            assert_eq!(mended(right), None, "{right}");
        }
        assert_eq!(decoded(b"C\x99t\x8e, Fran\x8dois"), "Côté, François");
        assert_eq!(decoded(b"C\xf4t\xe9, Fran\xe7ois"), "Côté, François");
        assert_eq!(decoded(b"C\x93t\x82, Fran\x87ois, \x90cole"), "Côté, François, École");
        assert_eq!(decoded(b"\x93Oui\x94, Am\xe9lie\x85"), "“Oui”, Amélie…");
    }
}
