//! Reads a text without a part of it that is not needed.

/// A text without a top-level key and what is on the lines below it: those that are indented, blank, comments or items.
/// `None` if the key is not alone on a line.
pub fn without(text: &str, key: &str) -> Option<String> {
    let is_key = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_end() == ":");
    let is_of_it = |line: &str| {
        line.trim().is_empty() || line.starts_with([' ', '\t', '#']) || line.starts_with("- ") || line.trim_end() == "-"
    };
    let (mut kept, mut is_below, mut is_found) = (String::with_capacity(text.len()), false, false);
    for line in text.split_inclusive('\n') {
        is_below = is_key(line) || is_below && is_of_it(line);
        is_found |= is_below;
        if !is_below {
            kept.push_str(line);
        }
    }
    is_found.then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_left_out_with_all_that_is_below_it_and_nothing_else() {
        let text = "format: 1\ntour:\n  - {personne: n01, note: Bien.}\n# Une pause.\n\n  - personne: n02\n    note: |\n      tour:\n\ndécisions:\n- Continuer.\n";
        assert_eq!(without(text, "tour").as_deref(), Some("format: 1\ndécisions:\n- Continuer.\n"));
        let aligned = "tour:\r\n- personne: n01\r\n  note: Bien.\r\n-\r\n  personne: n02\r\ndate: 2026-11-12\r\n";
        assert_eq!(without(aligned, "tour").as_deref(), Some("date: 2026-11-12\r\n"));
        for text in ["tour: []\n", "tour: # vide\n  - a\n", "{format: 1, tour: [a]}", "retour:\n  - a\n", "  tour:\n"] {
            assert_eq!(without(text, "tour"), None, "{text}");
        }
        assert_eq!(without("tour:\n- a\n---\nformat: 1\n", "tour").as_deref(), Some("---\nformat: 1\n"));
    }
}
