//! Searching what was said: in every meeting, and in the traces.

use std::sync::Arc;

use super::{MeetingLine, page};
use crate::{
    domain::{model::board::Newcomer, value::text::nearly_matches},
    tui::{
        app::App,
        components::picker::Choice,
        effect::Effect,
        screens::board,
        state::{
            Subject,
            dialog::{Chosen, Dialog},
        },
    },
    words::{date, id, joined},
};

/// The traces that say something and stand in no meeting, each with whose it is: it opens the sheet of the person.
fn traces(app: &App, words: &str, found: &[Choice<Chosen>]) -> Vec<Choice<Chosen>> {
    let of_person = |person: &Arc<Newcomer>| {
        let said = board::filter::said(app, person).into_iter().filter(|(_, text)| nearly_matches(text, words));
        let is_new = |text: &String| !found.iter().any(|choice| choice.label.contains(text.as_str()));
        let choice = |(place, text): (String, String)| {
            let whose = joined(&[&app.person_name(&person.id), &place]);
            Choice::new(Chosen::Show(Subject::Person(person.id.clone())), text).beside(whose)
        };
        said.filter(|(_, text)| is_new(text)).map(choice).collect::<Vec<_>>()
    };
    app.folder.board.people.iter().flat_map(of_person).collect()
}

/// Searches everything said in every meeting and in the traces, and offers the matches, newest first.
pub fn search(app: &mut App, words: &str) -> Vec<Effect> {
    let meetings = app.folder.meetings.iter().rev();
    let found = meetings.flat_map(|(stem, meeting)| {
        let said = page(app, meeting).into_iter().map(|written| match written {
            MeetingLine::Heading(text) | MeetingLine::Text(text, _) => text.trim().to_owned(),
        });
        let day = meeting.date.map_or(stem.clone(), |day| date::long(&app.words, day.0));
        let choice = move |said: String| Choice::new(Chosen::ShowMeeting(stem.clone()), said).beside(day.clone());
        said.filter(|said| nearly_matches(said, words)).map(choice).collect::<Vec<_>>()
    });
    let mut found: Vec<Choice<Chosen>> = found.collect();
    found.extend(traces(app, words, &found));
    if words.is_empty() || found.is_empty() {
        app.tell(app.words.get(id!("landmarks-nothing")).into_owned());
        return Vec::new();
    }
    app.open(Dialog::menu(app.words.get(id!("found-meetings")), found, None))
}
