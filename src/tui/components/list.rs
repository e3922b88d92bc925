//! Movement in a list, and its viewport.

use std::ops::Range;

use crate::tui::{action::Action, event::KeyName};

/// The number of lines that a page key moves by.
const PAGE: usize = 10;

/// The movement of a key, in lists that bypass the keymap.
pub fn direction(code: KeyName) -> Option<Action> {
    match code {
        KeyName::Up => Some(Action::Up),
        KeyName::Down => Some(Action::Down),
        KeyName::PageUp => Some(Action::PageUp),
        KeyName::PageDown => Some(Action::PageDown),
        _ => None,
    }
}

/// The position after an action in a list of this length; `None` when the action is not a movement.
pub fn moved(at: usize, length: usize, action: Action) -> Option<usize> {
    let last = length.saturating_sub(1);
    Some(match action {
        Action::Up | Action::PreviousPane => at.min(last).saturating_sub(1),
        Action::Down | Action::NextPane => (at + 1).min(last),
        Action::PageUp => at.saturating_sub(PAGE),
        Action::PageDown => (at + PAGE).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => return None,
    })
}

/// The range of lines to draw, with the cursor near the middle.
pub fn window(length: usize, at: usize, height: usize) -> Range<usize> {
    let first = at.saturating_sub(height / 2).min(length.saturating_sub(height));
    first..(first + height).min(length)
}

/// The range of lines to draw when their heights differ: as many before the cursor as fit in half the space.
pub fn window_of(heights: &[usize], at: usize, height: usize) -> Range<usize> {
    let at = at.min(heights.len().saturating_sub(1));
    let total: usize = heights.iter().sum();
    let mut first = 0;
    if total > height {
        let mut room = height.saturating_sub(heights.get(at).copied().unwrap_or(0)) / 2;
        first = at;
        while first > 0 && heights[first - 1] <= room {
            room -= heights[first - 1];
            first -= 1;
        }
        // Near the end of the list, the space left below goes to earlier lines.
        let mut tail: usize = heights[first..].iter().sum();
        while first > 0 && tail + heights[first - 1] <= height {
            tail += heights[first - 1];
            first -= 1;
        }
    }
    let mut used = 0;
    let shown = heights[first..].iter().take_while(|h| {
        let fits = used < height;
        used += **h;
        fits
    });
    first..first + shown.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_at_the_cursor_is_always_seen() {
        for length in 0..30 {
            for at in 0..length {
                assert!(window(length, at, 7).contains(&at), "{length} {at}");
                let heights: Vec<usize> = (0..length).map(|i| 1 + i % 3).collect();
                let shown = window_of(&heights, at, 7);
                assert!(shown.contains(&at), "{length} {at} {shown:?}");
                let before: usize = heights[shown.start..at].iter().sum();
                assert!(before + heights[at] <= 7, "{length} {at} {shown:?}");
            }
        }
    }
}
