//! A meeting that was held on another day than the one it was filed under: yesterday's notes, typed today.

use serde_json::json;

use crate::domain::{
    edit::{Change, Edit, batch::Batch},
    model::{
        board::{Board, Newcomer, Trace},
        document::FileId,
        folder::Folder,
        meeting::Meeting,
    },
    value::{fault::Fault, when::Day},
};

/// The edits that file a closed meeting under another day, and give that day to the states and traces that it left on the
/// board. Empty if there is no such meeting, or if it is that day already.
///
/// # Errors
/// If a file that they change could not be read.
pub fn moved(folder: &Folder, stem: &str, day: Day) -> Result<Vec<Edit>, Fault> {
    let Some(meeting) = folder.meetings.get(stem).filter(|meeting| meeting.date != Some(day)) else {
        return Ok(Vec::new());
    };
    let mut gathered = Batch::new(folder);
    if let Some(before) = meeting.date {
        for point in &meeting.people {
            let Some(person) = folder.board.person(&point.person) else { continue };
            let id = point.person.as_str();
            if person.wellbeing_on == Some(before) && point.after == person.wellbeing {
                let path = [Board::PEOPLE, id, Newcomer::WELLBEING_ON];
                gathered.set(&FileId::Board, &path, json!(day))?;
            }
            let note = point.note.trim();
            let is_of_meeting = |trace: &Trace| {
                trace.date == Some(before)
                    && !note.is_empty()
                    && [&trace.note, &trace.goes_well, &trace.challenge].contains(&&point.note)
            };
            for (at, _) in person.traces.iter().enumerate().filter(|(_, trace)| is_of_meeting(trace)) {
                let at = at.to_string();
                let path = [Board::PEOPLE, id, Newcomer::TRACES, &at, Trace::DATE];
                gathered.set(&FileId::Board, &path, json!(day))?;
            }
        }
    }
    let held = Meeting { date: Some(day), ..meeting.clone() };
    let file = FileId::Meeting(Folder::free_stem(&folder.meetings, day.0));
    gathered.take(Edit { file, path: Vec::new(), change: Change::Set { before: None, after: Some(json!(held)) } })?;
    gathered.take(Edit::delete(folder, FileId::Meeting(stem.to_owned()))?)?;
    Ok(gathered.into_edits())
}
