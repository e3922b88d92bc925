//! What was done, so that it can be undone and done again: across screens, and after the program was closed.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::Edit;

/// The most strokes that are kept.
const MOST: usize = 200;

/// One gesture: one or several edits that go together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stroke {
    /// When it was made, local time.
    pub when: NaiveDateTime,
    /// Its edits, in their order.
    pub edits: Vec<Edit>,
}

/// The gestures that can be taken back, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Strokes {
    /// Those done, the oldest first.
    pub done: Vec<Stroke>,
    /// Those undone, the next one to do again last.
    pub undone: Vec<Stroke>,
}

impl Strokes {
    /// Remembers a gesture; what had been undone cannot be done again any more.
    pub fn push(&mut self, when: NaiveDateTime, edits: Vec<Edit>) {
        self.done.push(Stroke { when, edits });
        self.undone.clear();
        self.done.drain(..self.done.len().saturating_sub(MOST));
    }

    /// The edits that take the last gesture back.
    pub fn undo(&mut self) -> Option<Vec<Edit>> {
        let stroke = self.done.pop()?;
        let inverse = stroke.edits.iter().rev().map(Edit::inverse).collect();
        self.undone.push(stroke);
        Some(inverse)
    }

    /// The edits that make the last undone gesture again.
    pub fn redo(&mut self) -> Option<Vec<Edit>> {
        let stroke = self.undone.pop()?;
        let edits = stroke.edits.clone();
        self.done.push(stroke);
        Some(edits)
    }

    /// Forgets the gestures that a test tells.
    pub fn forget(&mut self, test: impl Fn(&Edit) -> bool) {
        for strokes in [&mut self.done, &mut self.undone] {
            strokes.retain(|stroke| !stroke.edits.iter().any(&test));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{edit::Change, model::document::FileId};

    #[test]
    fn the_last_two_hundred_gestures_are_kept() {
        let mut strokes = Strokes::default();
        for number in 0..250 {
            let change = Change::Set { before: None, after: Some(number.into()) };
            strokes.push(NaiveDateTime::default(), vec![Edit { file: FileId::Plan, path: vec!["x".into()], change }]);
        }
        assert_eq!(strokes.done.len(), MOST);
        let undone = std::iter::from_fn(|| strokes.undo()).count();
        assert_eq!((undone, strokes.undone.len()), (MOST, MOST));
        assert!(
            strokes
                .redo()
                .is_some_and(|edits| matches!(&edits[0].change, Change::Set { after: Some(n), .. } if *n == 50))
        );
        strokes.forget(|edit| edit.file == FileId::Plan);
        assert_eq!(strokes, Strokes::default());
    }
}
