//! What was done, so that it can be undone and done again, across screens.

use crate::domain::edit::Edit;

/// The strokes of a sitting: each is one or several edits that go together.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Vec<Edit>>,
    undone: Vec<Vec<Edit>>,
}

impl History {
    /// Remembers a stroke; what had been undone cannot be done again any more.
    pub fn push(&mut self, edits: Vec<Edit>) {
        self.done.push(edits);
        self.undone.clear();
    }

    /// The edits that take the last stroke back.
    pub fn undo(&mut self) -> Option<Vec<Edit>> {
        let stroke = self.done.pop()?;
        let inverse = stroke.iter().rev().map(Edit::inverse).collect();
        self.undone.push(stroke);
        Some(inverse)
    }

    /// The edits that make the last undone stroke again.
    pub fn redo(&mut self) -> Option<Vec<Edit>> {
        let stroke = self.undone.pop()?;
        self.done.push(stroke.clone());
        Some(stroke)
    }

    /// Forgets everything: the documents under it have been replaced.
    pub fn clear(&mut self) {
        *self = History::default();
    }
}
