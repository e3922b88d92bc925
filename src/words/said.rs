//! What is said in a meeting under way, in sentences: who is here, what was decided, what became of an action.

use serde_json::Value;

use super::{Words, date, id, value::value};
use crate::domain::{
    edit::{Change, Edit},
    model::{
        board::Wellbeing,
        document::FileId,
        draft::Draft,
        folder::Folder,
        meeting::{Meeting, MeetingAction, PersonPoint, Return},
        plan::Plan,
        school::{Committee, Member},
    },
    value::text::ascii,
};

/// What an edit of the meeting under way says; `None` for what is said of people and issues, which have names of their own.
pub fn said(words: &Words, folder: &Folder, edit: &Edit) -> Option<String> {
    let path: Vec<&str> = edit.path.iter().map(String::as_str).collect();
    if let (FileId::Plan, [Plan::COMMITTEE, Committee::MEMBERS]) = (&edit.file, path.as_slice()) {
        return match &edit.change {
            Change::Insert { item, .. } => Some(named(words, id!("said-member"), item.get(Member::NAME)?)),
            Change::Remove { item, .. } => Some(named(words, id!("said-no-member"), item.get(Member::NAME)?)),
            Change::Set { .. } => None,
        };
    }
    let (FileId::Draft, [Draft::MEETING, list, rest @ ..]) = (&edit.file, path.as_slice()) else { return None };
    match (*list, rest, &edit.change) {
        (Meeting::PEOPLE | Meeting::ISSUES | Meeting::SPENT, ..) => None,
        (Meeting::PRESENT, _, Change::Insert { item, .. }) => Some(named(words, id!("said-present"), item)),
        (Meeting::PRESENT, _, Change::Remove { item, .. }) => Some(named(words, id!("said-absent"), item)),
        (Meeting::GUESTS, _, Change::Insert { item, .. }) => Some(named(words, id!("said-guest"), item)),
        (Meeting::RETURNS | Meeting::ACTIONS, [at, key], Change::Set { after, .. }) => {
            let what = action(folder, list, at)?;
            let now = written(words, after.as_ref());
            let id = if *key == MeetingAction::WHAT { id!("said-action") } else { id!("said-of-action") };
            Some(words.say(id, &[("what", what.into()), ("value", now.into())]))
        }
        (Meeting::ACTIONS, _, Change::Insert { item, .. }) => {
            let what = item.get(MeetingAction::WHAT).and_then(Value::as_str)?.to_owned();
            Some(words.say(id!("said-action"), &[("what", what.into())]))
        }
        (_, _, Change::Insert { item, .. } | Change::Set { after: Some(item), .. }) => {
            let values = [("list", label(words, list)?.into()), ("item", written(words, Some(item)).into())];
            Some(words.say(id!("said-in-list"), &values))
        }
        (_, _, Change::Remove { item, .. }) => {
            let item = item.get(MeetingAction::WHAT).unwrap_or(item);
            Some(words.say(id!("said-removed"), &[("item", value(words, Some(item)).into())]))
        }
        (_, _, Change::Set { after: None, .. }) => None,
    }
}

/// What an edit of the meeting under way says of somebody or of an issue, `whose` `field` it is: « AC va bien. »
pub fn said_of(words: &Words, edit: &Edit, whose: &str, field: &str) -> Option<String> {
    let path: Vec<&str> = edit.path.iter().map(String::as_str).collect();
    let (FileId::Draft, [Draft::MEETING, list @ (Meeting::PEOPLE | Meeting::ISSUES), _, rest @ ..]) =
        (&edit.file, path.as_slice())
    else {
        return None;
    };
    let Change::Set { after: Some(after), .. } = &edit.change else { return None };
    let state = after.as_str().and_then(Wellbeing::from_word);
    match (*list, rest, state) {
        (Meeting::PEOPLE, [PersonPoint::AFTER], Some(state)) => {
            let id = match state {
                Wellbeing::Well => id!("said-is-well"),
                Wellbeing::Watch => id!("said-is-watched"),
                Wellbeing::MoreSupport => id!("said-needs-more"),
                Wellbeing::Unknown => id!("said-is-unknown"),
            };
            Some(words.say(id, &[("name", whose.to_owned().into())]))
        }
        _ => {
            let values = [
                ("whose", whose.to_owned().into()),
                ("field", field.to_owned().into()),
                ("value", written(words, Some(after)).into()),
            ];
            Some(words.say(id!("said-of"), &values))
        }
    }
}

/// A value in a few words, a day as people write it.
fn written(words: &Words, held: Option<&Value>) -> String {
    date::written(words, &value(words, held))
}

fn named(words: &Words, sentence: super::Id, name: &Value) -> String {
    words.say(sentence, &[("name", name.as_str().unwrap_or_default().to_owned().into())])
}

/// What an action of the meeting is about, by its list and index.
fn action(folder: &Folder, list: &str, at: &str) -> Option<String> {
    let meeting = &folder.draft.as_ref()?.meeting;
    let at: usize = at.parse().ok()?;
    match list {
        Meeting::RETURNS => meeting.returns.get(at).map(|Return { what, .. }| what.clone()),
        _ => meeting.actions.get(at).map(|action| action.what.clone()),
    }
}

/// The name of a field or of an entry of a list of the meeting.
fn label(words: &Words, list: &str) -> Option<String> {
    words.find(&format!("meeting-field-{}", ascii(list))).map(Into::into)
}
