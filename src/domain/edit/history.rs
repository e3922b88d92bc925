//! The undo history. It spans screens and survives a restart.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::Edit;
use crate::domain::model::document::FileId;

/// The maximum number of gestures that are kept.
const MOST: usize = 200;

/// One action of the user: one or several edits that are undone together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gesture {
    /// When it was made, local time.
    pub when: NaiveDateTime,
    /// Its edits, in order.
    pub edits: Vec<Edit>,
}

/// A direction through the undo history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoDirection {
    /// Undo.
    Undo,
    /// Redo.
    Redo,
}

/// The gestures that can be undone, and those that can be redone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The gestures done, oldest first.
    pub done: Vec<Gesture>,
    /// The gestures undone; the next one to redo is last.
    pub undone: Vec<Gesture>,
    /// How many of the newest gestures, done and undone, are skipped because they no longer fit the files.
    #[serde(skip)]
    passed: [usize; 2],
}

impl History {
    /// Records a gesture; what had been undone can no longer be redone.
    pub fn push(&mut self, when: NaiveDateTime, edits: Vec<Edit>) {
        self.done.push(Gesture { when, edits });
        self.undone.clear();
        self.reconsider();
        self.done.drain(..self.done.len().saturating_sub(MOST));
    }

    /// Whether the history is empty.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }

    /// Whether that field was set on that day, and not undone.
    pub fn has_set(&self, day: NaiveDate, file: &FileId, path: &[&str]) -> bool {
        let of_day = self.done.iter().rev().take_while(|gesture| gesture.when.date() == day);
        let mut edits = of_day.flat_map(|gesture| &gesture.edits);
        edits.any(|edit| edit.file == *file && edit.path.iter().eq(path))
    }

    /// Returns the edits that undo the last gesture, or redo the last one undone, apart from skipped gestures.
    pub fn next(&self, way: UndoDirection) -> Option<Vec<Edit>> {
        let gesture = &self.stack(way)[self.at(way)?];
        Some(match way {
            UndoDirection::Undo => gesture.edits.iter().rev().map(Edit::inverse).collect(),
            UndoDirection::Redo => gesture.edits.clone(),
        })
    }

    /// Moves the gesture of [`History::next`] to the other side, once its edits have been applied.
    pub fn take(&mut self, way: UndoDirection) {
        let Some(at) = self.at(way) else { return };
        // Skipped gestures stay the newest on both sides, so that they are still the ones skipped.
        let [done, undone] = [self.done.len() - self.passed[0], self.undone.len() - self.passed[1]];
        match way {
            UndoDirection::Undo => self.undone.insert(undone, self.done.remove(at)),
            UndoDirection::Redo => self.done.insert(done, self.undone.remove(at)),
        }
    }

    /// Stops skipping gestures, so that they come next again.
    pub fn reconsider(&mut self) {
        self.passed = [0; 2];
    }

    /// Skips the next gesture: it stays in the history, and the one before it comes next.
    pub fn pass_over(&mut self, way: UndoDirection) {
        self.passed[way as usize] += 1;
    }

    /// Removes the gestures that contain an edit for which `is_forgotten` is true.
    pub fn forget(&mut self, is_forgotten: impl Fn(&Edit) -> bool) {
        for gestures in [&mut self.done, &mut self.undone] {
            gestures.retain(|gesture| !gesture.edits.iter().any(&is_forgotten));
        }
        self.reconsider();
    }

    /// Removes the gestures that another history does not have.
    pub fn keep_what_is_in(&mut self, other: &History) {
        for gestures in [&mut self.done, &mut self.undone] {
            gestures.retain(|gesture| other.done.contains(gesture) || other.undone.contains(gesture));
        }
        self.reconsider();
    }

    fn stack(&self, way: UndoDirection) -> &[Gesture] {
        match way {
            UndoDirection::Undo => &self.done,
            UndoDirection::Redo => &self.undone,
        }
    }

    /// The position of the next gesture in its stack.
    fn at(&self, way: UndoDirection) -> Option<usize> {
        self.stack(way).len().checked_sub(1 + self.passed[way as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{edit::Change, model::document::FileId};

    fn history(gestures: usize) -> History {
        let mut history = History::default();
        for number in 0..gestures {
            let change = Change::Set { before: None, after: Some(number.into()) };
            history.push(NaiveDateTime::default(), vec![Edit { file: FileId::Plan, path: vec!["x".into()], change }]);
        }
        history
    }

    fn number(edits: Option<Vec<Edit>>) -> Option<u64> {
        match &edits?.first()?.change {
            Change::Set { before, after } => after.as_ref().or(before.as_ref())?.as_u64(),
            Change::Insert { .. } | Change::Remove { .. } => None,
        }
    }

    #[test]
    fn the_last_two_hundred_gestures_are_kept() {
        let mut history = history(250);
        assert_eq!(history.done.len(), MOST);
        let undone =
            std::iter::from_fn(|| history.next(UndoDirection::Undo).map(|_| history.take(UndoDirection::Undo))).count();
        assert_eq!((undone, history.undone.len()), (MOST, MOST));
        assert_eq!(number(history.next(UndoDirection::Redo)), Some(50));
        history.forget(|edit| edit.file == FileId::Plan);
        assert!(history.is_empty());
    }

    #[test]
    fn a_gesture_passed_over_stays_and_the_one_before_it_comes_next() {
        let mut history = history(3);
        history.pass_over(UndoDirection::Undo);
        assert_eq!(number(history.next(UndoDirection::Undo)), Some(1));
        history.take(UndoDirection::Undo);
        assert_eq!(
            (number(history.next(UndoDirection::Undo)), number(history.next(UndoDirection::Redo))),
            (Some(0), Some(1))
        );
        assert_eq!(history.done.len(), 2);
        history.take(UndoDirection::Undo);
        assert_eq!(history.next(UndoDirection::Undo), None);
        history.pass_over(UndoDirection::Redo);
        assert_eq!(number(history.next(UndoDirection::Redo)), Some(1));
        // A new gesture can be undone in turn, and nothing is skipped any more.
        history.push(NaiveDateTime::default(), Vec::new());
        assert_eq!(history.next(UndoDirection::Undo), Some(Vec::new()));
        history.take(UndoDirection::Undo);
        assert_eq!(number(history.next(UndoDirection::Undo)), Some(2));
    }
}
