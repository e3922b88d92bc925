//! Taking something off a page of the meeting, or abandoning the whole of it.

use super::items::PointItem;
use crate::{
    domain::{
        edit::Edit,
        model::{
            agenda::Point, document::FileId, draft::Draft, folder::Folder, meeting::Meeting, plan::Plan,
            school::Committee,
        },
        value::fault::Fault,
    },
    tui::{
        app::App,
        effect::Effect,
        state::{consent::Consent, dialog::Dialog, field::Field},
    },
    words::id,
};

/// Removes an entry from a list, or asks for confirmation before abandoning the whole meeting.
pub fn remove(app: &mut App, here: Option<PointItem>) -> Vec<Effect> {
    match here {
        Some(PointItem::Entry(path, position)) => {
            let list: Vec<&str> = path[..path.len() - 1].iter().map(String::as_str).collect();
            app.remove(&FileId::Draft, &list, &position.to_string())
        }
        Some(PointItem::Field(Field { path, .. })) if path.get(1).is_some_and(|list| list == Meeting::ACTIONS) => {
            let at = path.get(2).map_or("", String::as_str);
            app.remove(&FileId::Draft, &[Draft::MEETING, Meeting::ACTIONS], at)
        }
        // What is asked no more leaves the agenda, and this meeting with it.
        Some(PointItem::Field(Field { path, .. })) if path.get(1).is_some_and(|list| list == Meeting::QUESTIONS) => {
            let edits = path.get(2).map_or(Ok(Vec::new()), |at| asked_no_more(&app.folder, at));
            app.try_edits(edits)
        }
        // The whole meeting can only be abandoned at its opening or closing, never in between.
        _ if app.folder.draft.as_ref().is_some_and(|d| matches!(d.point(), Point::Opening | Point::Closing)) => {
            let lines = [id!("ask-abandon-meeting"), id!("ask-undo")].map(|id| app.words.get(id).into_owned());
            app.open(Dialog::ask(lines.to_vec(), Consent::AbandonMeeting))
        }
        _ => Vec::new(),
    }
}

/// The edits that take a question off this meeting, by its position there, and off the agenda.
fn asked_no_more(folder: &Folder, at: &str) -> Result<Vec<Edit>, Fault> {
    const AGENDA: [&str; 2] = [Plan::COMMITTEE, Committee::AGENDA];
    let questions = folder.draft.iter().flat_map(|draft| &draft.meeting.questions);
    let asked = at.parse().ok().and_then(|at: usize| questions.clone().nth(at));
    let mut agenda = folder.plan.committee.agenda.iter();
    let waits = agenda.position(|waiting| asked.is_some_and(|asked| asked.question == waiting.question));
    let waits = waits.map(|at| Edit::remove(folder, &FileId::Plan, &AGENDA, &at.to_string()));
    let put = Edit::remove(folder, &FileId::Draft, &[Draft::MEETING, Meeting::QUESTIONS], at);
    std::iter::once(put).chain(waits).collect()
}
