//! Setting a field, together with the fields that depend on it.

use serde_json::{Map, Value, json};

use super::{Edit, batch::Batch};
use crate::domain::{
    model::{
        board::{Board, EarlierMentor, Newcomer, Release, Taken},
        document::FileId,
        folder::Folder,
        plan::{Plan, Row},
        progress::Progress,
    },
    value::{fault::Fault, scalar::Amount, when::Day},
};

/// Sets a field and the fields that depend on it. A replaced mentor joins the earlier mentors, with dates. A wellbeing
/// or a done row is dated today. Added release days are appended to the entries, and their sum follows.
///
/// # Errors
/// If the format rejects the value.
pub fn set(gathered: &mut Batch, file: &FileId, path: &[&str], value: Option<Value>, today: Day) -> Result<(), Fault> {
    if let ([Board::PEOPLE, id, Newcomer::RELEASE, Release::TAKEN], Some(Value::Object(taken))) = (path, &value) {
        return take_days(gathered, id, taken);
    }
    let is_said = value.is_some();
    let earlier = match path {
        [Board::PEOPLE, id, Newcomer::MENTOR] => replaced_mentor(gathered.folder(), id, today),
        _ => None,
    };
    if !gathered.set_or_clear(file, path, value)? {
        return Ok(());
    }
    match path {
        [Board::PEOPLE, id, Newcomer::MENTOR] => match earlier {
            Some(earlier) => push(gathered, &[Board::PEOPLE, id, Newcomer::EARLIER_MENTORS], earlier),
            None => Ok(()),
        },
        // A row records the day on which it was done, so that it can be checked against its due day.
        [Plan::ROWS, id, Row::STATE] => {
            let row = gathered.folder().plan.row(id);
            let day = row.is_some_and(|row| row.state() == Progress::Done).then(|| json!(today));
            gathered.set_or_clear(file, &[Plan::ROWS, id, Row::DONE_ON], day).map(drop)
        }
        [Board::PEOPLE, id, Newcomer::WELLBEING] if is_said => {
            gathered.set(file, &[Board::PEOPLE, id, Newcomer::WELLBEING_ON], json!(today))
        }
        _ => Ok(()),
    }
}

/// Returns the edits that set a field and the fields that depend on it.
///
/// # Errors
/// If the format rejects the value.
pub fn edits(
    folder: &Folder,
    file: &FileId,
    path: &[&str],
    value: Option<Value>,
    today: Day,
) -> Result<Vec<Edit>, Fault> {
    let mut gathered = Batch::new(folder);
    set(&mut gathered, file, path, value, today)?;
    Ok(gathered.into_edits())
}

fn push(gathered: &mut Batch, list: &[&str], item: Value) -> Result<(), Fault> {
    let edit = Edit::push(gathered.folder(), &FileId::Board, list, item)?;
    gathered.take(edit)
}

fn take_days(gathered: &mut Batch, id: &str, taken: &Map<String, Value>) -> Result<(), Fault> {
    let release = gathered.folder().board.person(id).and_then(|person| person.release.clone()).unwrap_or_default();
    let days = taken.get(Taken::DAYS).and_then(Value::as_f64).unwrap_or_default();
    gathered.set(
        &FileId::Board,
        &[Board::PEOPLE, id, Newcomer::RELEASE, Release::TAKEN],
        json!(Amount(release.taken.0 + days)),
    )?;
    push(gathered, &[Board::PEOPLE, id, Newcomer::RELEASE, Release::DAYS], json!(taken))
}

fn replaced_mentor(folder: &Folder, id: &str, today: Day) -> Option<Value> {
    let person = folder.board.person(id)?;
    let from = person.earlier_mentors.last().map(|earlier| earlier.until).or(person.arrival).unwrap_or(today);
    let earlier = EarlierMentor { name: person.mentor.clone()?, from, until: today.max(from) };
    serde_json::to_value(earlier).ok()
}
