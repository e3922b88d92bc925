//! What an open dialog sets, as it was when the dialog was opened.

use serde_json::{Value, json};

use super::dialog::Destination;
use crate::domain::{
    edit::{diff::align, merge::Clash, sameness::is_somebody_else},
    model::{
        board::{Board, Newcomer},
        document::FileId,
        folder::Folder,
    },
};

/// Keeps what is open with the person it was opened for, when the board changes from outside: a text goes by name once
/// its id is nobody's or somebody else's, and by id once that person is there again.
pub fn follow(before: &Board, after: &Board, place: &mut Destination) {
    if let Destination::Cell(_, people) = place {
        people.retain(|id| !is_another(before, after, id));
    }
    let Some(step) = person_step(place) else { return };
    let is_away = after.person(step).is_none() || is_another(before, after, step);
    match before.person(step).filter(|_| is_away) {
        Some(person) => step.clone_from(&person.name),
        None if is_away => step.clone_from(&called(after, step).unwrap_or_else(|| step.clone())),
        None => {}
    }
}

/// Whether an id is somebody else's after a change of the board.
pub fn is_another(before: &Board, after: &Board, id: &str) -> bool {
    let pair = before.person(id).zip(after.person(id));
    pair.is_some_and(|(then, now)| is_somebody_else(&json!(then), &json!(now)))
}

/// The id of the only person of that name.
pub fn called(board: &Board, name: &str) -> Option<String> {
    let mut namesakes = board.people.iter().filter(|person| person.name == name);
    namesakes.next().filter(|_| namesakes.next().is_none()).map(|person| person.id.clone())
}

/// The step of a destination that says whose field it is.
fn person_step(place: &mut Destination) -> Option<&mut String> {
    let path = match place {
        Destination::Trace { person, .. } | Destination::Departure(person) => return Some(person),
        Destination::Field(field) | Destination::Cell(field, _) if field.file == FileId::Board => &mut field.path,
        Destination::Push(FileId::Board, path) => path,
        _ => return None,
    };
    path.get_mut(1)
}

/// A field that a dialog sets, or the trace that it completes, and its value when the dialog was opened: whoever changes
/// it meanwhile is not overwritten.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedField {
    /// Its path.
    pub path: Vec<String>,
    /// Its value then.
    pub value: Option<Value>,
    /// The list without ids that it is in, if it is in one: its path, and its items then.
    around: Option<(Vec<String>, Vec<Value>)>,
}

impl OpenedField {
    /// The fields that an answer would set, as they are now.
    pub fn all(folder: &Folder, place: &Destination) -> Vec<OpenedField> {
        if let Destination::Trace { person, written: Some(at), .. } = place {
            let path = [Board::PEOPLE, person, Newcomer::TRACES, &at.to_string()].map(ToOwned::to_owned).to_vec();
            return vec![OpenedField::of(folder, &FileId::Board, path)];
        }
        let Some((field, people)) = place.field() else { return Vec::new() };
        let of_person = |id: &String| {
            let mut path = field.path.clone();
            if let Some(step) = path.get_mut(1) {
                step.clone_from(id);
            }
            path
        };
        let paths = match people {
            Some(people) => people.iter().map(of_person).collect(),
            None => vec![field.path.clone()],
        };
        paths.into_iter().map(|path| OpenedField::of(folder, &field.file, path)).collect()
    }

    fn of(folder: &Folder, file: &FileId, path: Vec<String>) -> Self {
        let around = path.iter().position(|step| step.parse::<usize>().is_ok()).and_then(|rank| {
            let list = path[..rank].to_vec();
            let items = folder.at(file, &list)?.as_array()?.clone();
            Some((list, items))
        });
        OpenedField { value: folder.at(file, &path), path, around }
    }

    /// Where the field is now: an item of a list without ids is followed by what it says. `None` if it is gone.
    pub fn path_now(&self, folder: &Folder, file: &FileId) -> Option<Vec<String>> {
        let Some((list, items)) = &self.around else { return Some(self.path.clone()) };
        let now = folder.at(file, list)?;
        let at: usize = self.path.get(list.len())?.parse().ok()?;
        let pairs = align(items, now.as_array()?);
        let now = pairs.into_iter().find(|(then, _)| *then == Some(at)).and_then(|(_, now)| now)?;
        let mut path = self.path.clone();
        path[list.len()] = now.to_string();
        Some(path)
    }

    /// Our answer beside what somebody else set meanwhile; `None` if nobody did, or if it is the same.
    pub fn clash(&self, folder: &Folder, file: &FileId, answer: Option<&Value>) -> Option<Clash> {
        let path = self.path_now(folder, file)?;
        let now = folder.at(file, &path);
        let is_changed = now != self.value && now.as_ref() != answer;
        let clash = || Clash { file: file.clone(), path, ours: answer.cloned(), theirs: now };
        is_changed.then(clash)
    }
}
