//! Addresses and telephone numbers in answers, which are never kept.

/// The number of digits of a telephone number.
const TELEPHONE: usize = 10;

/// The number of digits without the area code; the first three are then set apart.
const LOCAL: usize = 7;

/// Whether a text is an email address.
pub fn is_address(text: &str) -> bool {
    let host = text.split_once('@').map_or("", |(_, host)| host);
    !text.contains(char::is_whitespace) && host.trim_end_matches(['.', ',', ')']).contains('.')
}

/// Whether a word names somebody as social networks do: « @ltremblay ».
fn is_handle(word: &str) -> bool {
    word.strip_prefix('@').is_some_and(|name| name.chars().filter(|c| c.is_alphanumeric()).count() > 1)
}

/// Replaces the email addresses, telephone numbers and handles of a text with « … ».
pub fn without_addresses(text: &str) -> String {
    let word = |word: &str| {
        let bare = word.trim_end();
        let bare_word = bare.trim_matches(['(', '<', '>', ';', ',', '.']);
        let hidden = is_address(bare_word) || is_handle(bare_word);
        if hidden { format!("…{}", &word[bare.len()..]) } else { word.to_owned() }
    };
    without_numbers(&text.split_inclusive(char::is_whitespace).map(word).collect::<String>())
}

/// Replaces telephone numbers with « … »: ten digits or more with only spaces and punctuation between them, or seven.
fn without_numbers(text: &str) -> String {
    let mut clean = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let run = &rest[start..];
        let joins =
            |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '‑' | '–' | '/' | '.' | '(' | ')');
        let end = run.find(|c: char| !joins(c)).unwrap_or(run.len());
        let end = run[..end].rfind(|c: char| c.is_ascii_digit()).map_or(1, |last| last + 1);
        let digits = run[..end].chars().filter(char::is_ascii_digit).count();
        clean.push_str(&rest[..start]);
        let is_local = digits == LOCAL && run[..end].chars().nth(3).is_some_and(|c| !c.is_ascii_digit());
        clean.push_str(if digits >= TELEPHONE || is_local { "…" } else { &run[..end] });
        rest = &run[end..];
    }
    clean + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_telephone_numbers_are_taken_out() {
        for (said, kept) in [
            ("Écrivez à\nmoi@ecole.qc.ca, merci", "Écrivez à\n… merci"),
            ("ou à\u{a0}a.b@x.ca\u{a0}!", "ou à\u{a0}…\u{a0}!"),
            ("tél. 418 555-0101, poste 12", "tél. …, poste 12"),
            ("(418) 555-0101", "(…"),
            ("le 2026-11-21 à 14 h 30", "le 2026-11-21 à 14 h 30"),
            ("12 fois sur 20", "12 fois sur 20"),
            ("merci @ltremblay! À 8 h @ la salle", "merci … À 8 h @ la salle"),
        ] {
            assert_eq!(without_addresses(said), kept);
        }
    }
}
