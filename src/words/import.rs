//! The preview of an import, in words.

use super::{Id, Words, date, edit, id};
use crate::domain::{
    board::import::Import,
    edit::{Change, Edit},
    model::{board::Newcomer, folder::Folder},
    privacy::audience::Level,
};

/// The maximum number of refusals listed one by one.
const MOST: usize = 8;

/// The lines of a preview: the counts, what is left out and why, then each change.
pub fn lines(words: &Words, folder: &Folder, import: &Import, level: Level) -> Vec<String> {
    let count = |id: Id, n: usize| (n > 0).then(|| words.say(id, &[("n", n.into())]));
    let mut lines: Vec<String> = Vec::new();
    lines.extend(count(id!("import-added"), import.added));
    lines.extend(count(id!("import-changed"), import.changed));
    lines.extend(count(id!("import-absent"), import.absent));
    if import.edits.is_empty() {
        lines.push(words.get(id!("import-nothing")).into_owned());
    }
    for (line, head, value) in import.refused.iter().take(MOST) {
        let values = [("line", (*line).into()), ("head", head.as_str().into()), ("value", value.as_str().into())];
        let id = match (head.is_empty(), value.is_empty()) {
            (true, true) => id!("import-refused-nobody"),
            (true, false) => id!("import-refused-whose"),
            (false, _) => id!("import-refused"),
        };
        lines.push(words.say(id, &values));
    }
    lines.extend(count(id!("import-refused-more"), import.refused.len().saturating_sub(MOST)));
    if !import.edits.is_empty() {
        lines.push(String::new());
    }
    lines.extend(import.edits.iter().map(|edit| wording(words, folder, edit, level)));
    lines
}

/// A new person is named for those who may read names; any other change is described as everywhere else.
fn wording(words: &Words, folder: &Folder, edit: &Edit, level: Level) -> String {
    match &edit.change {
        Change::Insert { item, .. } if edit.path.len() == 1 && level < Level::Projected => {
            let text = |key: &str| item.get(key).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
            let arrival = text("arrivée");
            let arrival = Some(date::written(words, &arrival)).filter(|_| !arrival.is_empty());
            let arrival = arrival.map_or_else(String::new, |day| words.say(id!("arrived"), &[("day", day.into())]));
            format!(
                "+ {}",
                super::joined(&[&text(Newcomer::NAME), &text(Newcomer::JOB), &text(Newcomer::BUILDING), &arrival])
            )
        }
        _ => edit::say_to(words, folder, edit, level),
    }
}
