//! Edits in words: « AC : état à suivre → va bien ».

use std::borrow::Cow;

use serde_json::Value;

use unicode_segmentation::UnicodeSegmentation;

pub use super::value::value;
use super::{Id, Words, date, id, said};
use crate::domain::{
    edit::{Change, Edit, identity},
    model::{
        board::{Board, Newcomer, Release, Trace},
        document::FileId,
        folder::Folder,
        meeting::MeetingAction,
        plan::{GuidingQuestion, Indicator, Issue, Row},
    },
    privacy::audience::Level,
    value::text,
};

/// The maximum length of a name in a line, in graphemes: there must be room for what changed.
const LONGEST_NAME: usize = 44;

/// Several edits in one line: the first, and how many more.
pub fn say_all(words: &Words, folder: &Folder, edits: &[Edit], level: Level) -> String {
    // Fields that change as a consequence are not what somebody did.
    let follows = |edit: &&Edit| {
        edit.path.last().is_some_and(|key| {
            matches!(
                key.as_str(),
                Newcomer::WELLBEING_ON
                    | Row::DONE_ON
                    | GuidingQuestion::ANSWERED_ON
                    | Newcomer::MENTOR_SINCE
                    | Newcomer::EARLIER_MENTORS
                    | Release::DAYS
            )
        })
    };
    let meant: Vec<&Edit> = edits.iter().filter(|edit| !follows(edit)).collect();
    let meant = if meant.is_empty() { edits.iter().collect() } else { meant };
    let first = meant.first().map(|edit| say_to(words, folder, edit, level)).unwrap_or_default();
    match meant.len() {
        0 | 1 => first,
        n => words.say(id!("edit-and-more"), &[("first", first.into()), ("n", (n - 1).into())]),
    }
}

/// One edit in one line, for that audience.
pub fn say_to(words: &Words, folder: &Folder, edit: &Edit, level: Level) -> String {
    told(words, folder, edit, level, None)
}

/// The same, with the aliases of newcomers from whoever knows them: where many edits are said, working each out would cost
/// the whole board.
pub fn say_of(words: &Words, folder: &Folder, edit: &Edit, level: Level, alias: impl Fn(&str) -> String) -> String {
    let alias = match edit.path.as_slice() {
        [people, id, ..] if edit.file == FileId::Board && people == Board::PEOPLE => Some(alias(id)),
        _ => None,
    };
    told(words, folder, edit, level, alias.as_deref())
}

fn told(words: &Words, folder: &Folder, edit: &Edit, level: Level, alias: Option<&str>) -> String {
    // Names are readable everywhere but on a wall; a notice that reaches one is drawn without them.
    let alias = readable_name(folder, edit, level).or(alias);
    // For a whole document, only its name is shown.
    if edit.path.is_empty() || level <= Level::of_field(&edit.file, &edit.path) {
        return sentence(words, folder, edit, alias);
    }
    // What is inside a list of a person tells by its name alone: which risk, which question.
    let depth = if edit.file == FileId::Board { edit.path.len().min(3) } else { edit.path.len() };
    let (whose, field) = (whose(words, folder, edit, alias), label(words, folder, &edit.path[..depth]));
    words.say(id!("edit-unsaid"), &[("whose", whose.into()), ("field", field.into())])
}

/// One edit in one line. Newcomers are named by their alias, because the line may be projected.
pub fn say(words: &Words, folder: &Folder, edit: &Edit) -> String {
    sentence(words, folder, edit, None)
}

/// The name of the newcomer whose field an edit changes, if that audience reads it.
fn readable_name<'a>(folder: &'a Folder, edit: &Edit, level: Level) -> Option<&'a str> {
    match edit.path.as_slice() {
        [people, id, ..] if edit.file == FileId::Board && people == Board::PEOPLE && level < Level::Projected => {
            folder.board.person(id).map(|person| person.name.as_str())
        }
        _ => None,
    }
}

fn sentence(words: &Words, folder: &Folder, edit: &Edit, alias: Option<&str>) -> String {
    let whose = || whose(words, folder, edit, alias);
    let of = || said::said_of(words, edit, &whose(), &label(words, folder, &edit.path));
    said::said(words, folder, edit).or_else(of).unwrap_or_else(|| changed(words, folder, edit, alias))
}

/// Whose field it is, by the alias that is known or by what the folder says.
fn whose(words: &Words, folder: &Folder, edit: &Edit, alias: Option<&str>) -> String {
    alias.map_or_else(|| subject(words, folder, edit), shortened)
}

/// An edit as whose field went from what to what.
fn changed(words: &Words, folder: &Folder, edit: &Edit, alias: Option<&str>) -> String {
    let whose = whose(words, folder, edit, alias);
    let key = label(words, folder, &edit.path);
    match &edit.change {
        Change::Set { before: None, after: Some(_) } if edit.path.is_empty() => {
            words.say(id!("edit-file-made"), &[("what", whose.into())])
        }
        Change::Set { before: Some(_), after: Some(_) } if edit.path.is_empty() => {
            words.say(id!("edit-file-changed"), &[("what", whose.into())])
        }
        Change::Set { after: None, .. } if edit.path.is_empty() => {
            words.say(id!("edit-file-removed"), &[("what", whose.into())])
        }
        Change::Set { before: None, after: Some(Value::Array(list)) } if list.len() == 1 => {
            let change = Change::Insert { at: 0, item: list[0].clone() };
            sentence(words, folder, &Edit { change, ..edit.clone() }, alias)
        }
        // When a record is created or removed with a single field, that field is what is reported.
        Change::Set { before, after } if leaf(before.as_ref(), after.as_ref()).is_some() => {
            let (key, before, after) = leaf(before.as_ref(), after.as_ref()).unwrap_or_default();
            let path = edit.path.iter().cloned().chain([key]).collect();
            sentence(words, folder, &Edit { path, change: Change::Set { before, after }, ..edit.clone() }, alias)
        }
        Change::Set { before, after } => {
            let said = |said: &Option<Value>| match said {
                Some(Value::String(text)) => {
                    let line = text.lines().next().unwrap_or_default();
                    date::written(words, &words.choice(line))
                }
                // What records hold may be for fewer people than the fact that they changed.
                Some(Value::Array(records)) if records.iter().any(Value::is_object) => {
                    words.say(id!("edit-records"), &[("n", records.len().into())])
                }
                other => value(words, other.as_ref()),
            };
            if let Some(added) = added_to(before.as_ref(), after.as_ref()) {
                return with_item(words, id!("edit-added"), [whose, key, added]);
            }
            let values = [
                ("whose", whose.into()),
                ("field", key.into()),
                ("before", said(before).into()),
                ("after", said(after).into()),
            ];
            let manner = match (before, after) {
                (None, _) => id!("edit-said"),
                (_, None) => id!("edit-cleared"),
                _ => id!("edit-set"),
            };
            words.say(manner, &values)
        }
        Change::Insert { item, .. } => {
            with_item(words, id!("edit-added"), [whose, key, name(words, folder, edit, item)])
        }
        Change::Remove { item, .. } => {
            with_item(words, id!("edit-removed"), [whose, key, name(words, folder, edit, item)])
        }
    }
}

/// Whose field it is, which, and what came to it or went.
fn with_item(words: &Words, sentence: Id, [whose, field, item]: [String; 3]) -> String {
    words.say(sentence, &[("whose", whose.into()), ("field", field.into()), ("item", item.into())])
}

/// The first line that a text has after what it had before.
fn added_to(before: Option<&Value>, after: Option<&Value>) -> Option<String> {
    let before = before?.as_str().map(str::trim_end).filter(|before| !before.is_empty())?;
    let added = after?.as_str()?.strip_prefix(before).filter(|added| added.starts_with('\n'))?;
    added.trim().lines().next().map(ToOwned::to_owned)
}

/// The only field of a record that is created or removed.
fn leaf(before: Option<&Value>, after: Option<&Value>) -> Option<(String, Option<Value>, Option<Value>)> {
    let (record, is_made) = match (before, after) {
        (None, Some(Value::Object(record))) => (record, true),
        (Some(Value::Object(record)), None) => (record, false),
        _ => return None,
    };
    let is_said = |value: &Value| !value.is_null() && *value != Value::String(String::new());
    let mut said = record.iter().filter(|(_, value)| is_said(value));
    let (key, value) = said.next().filter(|_| said.next().is_none())?;
    let value = Some(value.clone());
    Some(if is_made { (key.clone(), None, value) } else { (key.clone(), value, None) })
}

/// Whose field an edit changes, and which, for that audience: « Amélie Côté : état », « AC : état » on a wall.
pub fn place(words: &Words, folder: &Folder, edit: &Edit, level: Level) -> String {
    let field = edit.path.iter().rev().find(|step| step.parse::<usize>().is_err() && **step != edit.path[0]);
    let whose = whose(words, folder, edit, readable_name(folder, edit, level));
    match field.filter(|field| folder.board.person(field).is_none()) {
        Some(_) => {
            words.say(id!("edit-place"), &[("whose", whose.into()), ("field", label(words, folder, &edit.path).into())])
        }
        None => whose,
    }
}

/// A path as written in scripts: `personnes.n01.état`.
pub fn path(path: &[String]) -> String {
    path.join(".")
}

/// A value in full, with all its lines.
pub fn whole(words: &Words, said: &Value) -> String {
    match said {
        Value::String(text) => text.clone(),
        _ => value(words, Some(said)),
    }
}

/// Whose field it is: a newcomer's alias, a row's or an issue's name, the document's name.
fn subject(words: &Words, folder: &Folder, edit: &Edit) -> String {
    let of_file = || match &edit.file {
        FileId::Plan => words.get(id!("document-plan")).into_owned(),
        FileId::Board => words.get(id!("document-board")).into_owned(),
        FileId::Meeting(stem) => words.say(id!("document-meeting"), &[("day", date::written(words, stem).into())]),
        FileId::Impact(stem) => words.say(id!("document-impact"), &[("day", date::written(words, stem).into())]),
        FileId::Survey(stem) => words.say(id!("document-survey"), &[("day", date::written(words, stem).into())]),
        FileId::Draft => words.get(id!("document-draft")).into_owned(),
    };
    // A text about somebody who left the board goes by name.
    let away = || edit.path.get(1).filter(|step| edit.file == FileId::Board && step.contains(' '));
    let means = || match edit.path.as_slice() {
        [_, row, list, at, ..] if list == Row::MEANS => {
            let means = folder.plan.row(row)?.means.get(at.parse::<usize>().ok()?)?;
            Some(shortened(&means.what))
        }
        _ => None,
    };
    if let Some(named) = means() {
        return named;
    }
    // The first step is a key, which an issue may have as its id.
    edit.path
        .iter()
        .skip(1)
        .find_map(|step| {
            let person = folder.board.person(step).map(|_| folder.board.alias(step));
            let row = || folder.plan.row(step).map(|row| row.title.clone());
            let named = person.or_else(|| folder.plan.issue(step).map(|issue| issue.name.clone())).or_else(row);
            named.map(|name| shortened(&name))
        })
        .or_else(|| away().map(|name| text::initials(name)))
        .unwrap_or_else(of_file)
}

/// A name, cut if it is long.
fn shortened(name: &str) -> String {
    let graphemes: Vec<&str> = name.graphemes(true).collect();
    match graphemes.get(..LONGEST_NAME) {
        Some(beginning) => format!("{}…", beginning.concat().trim_end()),
        None => name.to_owned(),
    }
}

/// The name of an item: its name or title, an alias for a newcomer, or its text.
fn name(words: &Words, folder: &Folder, edit: &Edit, item: &Value) -> String {
    if edit.file == FileId::Board && edit.path == [Board::PEOPLE] {
        let alias = identity(item).map(|id| folder.board.alias(id)).filter(|alias| identity(item) != Some(alias));
        let written = item.get(Newcomer::ALIAS).and_then(Value::as_str).map(Into::into);
        let initials = item.get(Newcomer::NAME).and_then(Value::as_str).map(text::initials);
        return alias.or(written).or(initials).unwrap_or_default();
    }
    // Questions come first: what a guiding question has under the key of a title is its stage.
    let named = [
        Indicator::QUESTION,
        Row::TITLE,
        Issue::NAME,
        MeetingAction::WHAT,
        Trace::NOTE,
        Trace::GOES_WELL,
        Trace::CHALLENGE,
        Trace::NEXT_STEP,
        Trace::SUPPORT,
        Trace::DATE,
    ]
    .iter()
    .find_map(|key| item.get(*key)?.as_str());
    named.map_or_else(|| value(words, Some(item)), Into::into)
}

/// The label of a field on its sheet: `conserver_jusquau` is « à conserver jusqu’au ». A key without a label is shown
/// as it is written.
fn label(words: &Words, folder: &Folder, path: &[String]) -> String {
    if let [.., columns, id] = path
        && columns == Newcomer::OWN
        && let Some(own) = folder.board.own.iter().find(|own| own.id == *id)
    {
        return own.title().to_owned();
    }
    let keys: Vec<&String> = path.iter().filter(|step| step.parse::<usize>().is_err()).collect();
    let sheets = (0..keys.len()).find_map(|from| words.field(&keys[from..]).map(Cow::into_owned));
    match sheets {
        Some(label) => {
            let mut characters = label.chars();
            characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
        }
        None => keys.last().map_or_else(String::new, |key| key.replace('_', " ")),
    }
}
