//! What a document reads of an edit: refused, or taken as the format writes it.

use serde_json::Value;

use super::{Change, Edit, EditAndAfter};
use crate::domain::{
    model::{document::Subtree, folder::Folder},
    value::{fault::Fault, tree::lookup},
};

impl Edit {
    /// Checks that the document accepts the edit and keeps its value, then takes the value as the format writes it: a
    /// number given as text becomes a number, a single text where a list is expected becomes a list.
    pub(super) fn checked(self, folder: &Folder) -> Result<Edit, Fault> {
        Ok(self.checked_with(folder)?.0)
    }

    /// Like [`Edit::checked`], with the document after it.
    pub(super) fn checked_with(mut self, folder: &Folder) -> Result<EditAndAfter, Fault> {
        let after = self.apply(folder.document(&self.file).as_ref())?;
        let Some(Subtree { value, depth }) = after.as_ref().map(|document| document.part(&self.path)) else {
            return Ok((self, after));
        };
        let there = lookup(&value, &self.path[depth..]);
        let is_kept = match &mut self.change {
            // What is read back is what an undo expects to find: a zero may be an absent key, an absent key a zero.
            Change::Set { after: said, .. } => {
                let is_kept = said.as_ref().is_none_or(|said| keeps(there, said));
                *said = there.cloned();
                is_kept
            }
            Change::Insert { at, item } => {
                let kept = there.and_then(Value::as_array).and_then(|list| list.get(*at));
                let is_kept = keeps(kept, item);
                if let Some(kept) = kept {
                    *item = kept.clone();
                }
                is_kept
            }
            Change::Remove { .. } => true,
        };
        if is_kept { Ok((self, after)) } else { Err(self.nowhere()) }
    }
}

/// Whether the document kept the value: a default may omit a key, but no word is ever dropped.
fn keeps(kept: Option<&Value>, said: &Value) -> bool {
    match (kept, said) {
        (Some(Value::Object(kept)), Value::Object(said)) => said.iter().all(|(key, value)| keeps(kept.get(key), value)),
        (Some(_), _) => true,
        (None, Value::Array(list)) => list.is_empty(),
        (None, Value::Object(said)) => said.is_empty(),
        (None, Value::Number(number)) => number.as_f64() == Some(0.0),
        (None, Value::String(text)) => text.is_empty(),
        (None, Value::Null) => true,
        (None, Value::Bool(_)) => false,
    }
}
