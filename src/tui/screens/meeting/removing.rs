//! Taking something off a page of the meeting, or abandoning the whole of it.

use super::items::PointItem;
use crate::{
    domain::model::{agenda::Point, document::FileId, draft::Draft, meeting::Meeting, plan::Plan, school::Committee},
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
            let asked = app.folder.draft.as_ref().and_then(|draft| {
                draft.meeting.questions.get(path.get(2)?.parse::<usize>().ok()?).map(|asked| asked.question.clone())
            });
            let agenda = &app.folder.plan.committee.agenda;
            let at = agenda.iter().position(|waiting| Some(&waiting.question) == asked.as_ref());
            let list = [Plan::COMMITTEE, Committee::AGENDA];
            at.map_or_else(Vec::new, |at| app.remove(&FileId::Plan, &list, &at.to_string()))
        }
        // The whole meeting can only be abandoned at its opening or closing, never in between.
        _ if app.folder.draft.as_ref().is_some_and(|d| matches!(d.point(), Point::Opening | Point::Closing)) => {
            let lines = [id!("ask-abandon-meeting"), id!("ask-undo")].map(|id| app.words.get(id).into_owned());
            app.open(Dialog::ask(lines.to_vec(), Consent::AbandonMeeting))
        }
        _ => Vec::new(),
    }
}
