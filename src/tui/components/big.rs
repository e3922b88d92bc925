//! Big letters for what matters now: aliases, counts, the question being asked.

use ratatui::{buffer::Buffer, layout::Rect, widgets::Widget};
use tui_big_text::{BigText, PixelSize};
use unicode_normalization::UnicodeNormalization;

use crate::tui::canvas::{columns, wrap};

/// The letter sizes, largest first, each with the columns and rows of a letter.
const SIZES: [(PixelSize, u16, u16); 3] =
    [(PixelSize::Full, 8, 8), (PixelSize::HalfHeight, 8, 4), (PixelSize::Quadrant, 4, 4)];

/// The rows of a text in the largest letters that fit a width and a number of rows; `None` when nothing fits or a
/// character has no glyph.
pub fn lines(text: &str, width: u16, rows: u16) -> Option<Vec<String>> {
    let text = drawable(text)?;
    let fitting = |(size, wide, high): &(PixelSize, u16, u16)| {
        let lines = wrap(None, &text, (width / wide).max(1));
        // A word is never broken across lines.
        let whole = lines.iter().all(|line| columns(line) * wide <= width)
            && lines.join(" ").split_whitespace().eq(text.split_whitespace());
        (whole && lines.len() as u16 * high <= rows).then_some((*size, lines))
    };
    let (size, lines) = SIZES.iter().find_map(fitting)?;
    Some(lines.iter().flat_map(|line| drawn(line, size)).collect())
}

/// Replaces characters without a glyph, dropping accents where needed; `None` when one has no replacement.
fn drawable(text: &str) -> Option<String> {
    let mut opened = String::new();
    for c in text.nfc() {
        match c {
            'œ' => opened.push_str("oe"),
            'Œ' => opened.push_str("OE"),
            '’' | '‘' => opened.push('\''),
            '—' | '–' | '‑' => opened.push('-'),
            '…' => opened.push_str("..."),
            '\u{a0}' | '\u{202f}' => opened.push(' '),
            ' '..='~' | '\u{a1}'..='\u{ff}' => opened.push(c),
            _ => opened.push(std::iter::once(c).nfd().next().filter(char::is_ascii)?),
        }
    }
    (!opened.trim().is_empty()).then_some(opened)
}

fn drawn(line: &str, size: PixelSize) -> Vec<String> {
    let (_, wide, high) = SIZES.iter().find(|(known, ..)| *known == size).copied().unwrap_or(SIZES[0]);
    let area = Rect::new(0, 0, columns(line) * wide, high);
    let mut buffer = Buffer::empty(area);
    BigText::builder().pixel_size(size).lines(vec![line.to_owned().into()]).build().render(area, &mut buffer);
    let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..area.height).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_fit_or_are_not_drawn() {
        for text in ["AC", "JSO", "9", "Œuvrer d’abord — « ici »", "Élève", "Tha\u{300}nh Nguyễn", "21 nov."]
        {
            for (width, rows) in [(20, 4), (48, 4), (120, 12), (200, 20)] {
                let Some(lines) = lines(text, width, rows) else { continue };
                assert!(lines.len() <= usize::from(rows) && lines.iter().all(|line| columns(line) <= width), "{text}");
                assert!(lines.iter().any(|line| !line.trim().is_empty()));
            }
        }
        assert_eq!(lines("AC", 20, 3), None, "too low");
        assert_eq!(lines("anticonstitutionnellement", 40, 40), None, "a word is not cut");
        assert_eq!(lines("日本", 200, 20), None, "nothing is drawn blank");
    }

    #[test]
    fn every_letter_of_french_is_drawn() {
        for c in "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿæœÀÂÇÉÈÊËÎÏÔÙÛÜŒ0123456789«»?!.,;:'’—-()".chars()
        {
            let lines = lines(&c.to_string(), 40, 8).unwrap_or_else(|| panic!("{c}"));
            assert!(lines.iter().any(|line| !line.trim().is_empty()), "{c} is blank");
        }
    }
}
