//! One person: how they are, what they need, what comes next.

use super::page::PointPage;
use crate::{
    domain::{
        advice::overview,
        model::board::{Newcomer, Tier, Wellbeing},
    },
    tui::theme::Role,
    words::{self, date, id},
};
use std::borrow::Cow;

/// The number of traces shown in the aside.
const TRACES: usize = 3;

/// Writes a person: the name in big letters, then the answers, one key each.
pub fn person(page: &mut PointPage<'_>) {
    let app = page.app;
    let Some(point) = page.draft.meeting.people.get(page.draft.rank) else {
        page.say(id!("board-empty"), Role::Dim);
        return;
    };
    let Some(person) = app.folder.board.person(&point.person) else {
        page.say(id!("person-gone"), Role::Dim);
        page.fields();
        return;
    };
    let rhythm = app.folder.plan.committee.rhythm_days().unwrap_or(28);
    let day = page.draft.day();
    let pressing = matches!(person.wellbeing(), Wellbeing::MoreSupport | Wellbeing::Watch)
        || overview::without_trace(&app.folder.board, day, rhythm).any(|other| other.id == person.id);
    let arrived = person.arrival.map_or_else(String::new, |day| {
        app.words.say(id!("arrived"), &[("day", date::long(&app.words, day.0).into())])
    });
    let last = match person.last_trace() {
        Some(last) => app.words.say(id!("last-trace"), &[("when", date::relative(&app.words, last, day).into())]),
        None => app.words.get(id!("last-trace-never")).into_owned(),
    };
    let time = if pressing { String::new() } else { app.words.get(id!("if-time-allows")).into_owned() };
    let beside = [(person.job.clone(), Role::Text), (arrived, Role::Dim), (last, Role::Dim), (time, Role::Accent)];
    let beside: Vec<_> = beside.into_iter().filter(|(text, _)| !text.is_empty()).collect();
    page.head(&app.person_name(&point.person), &beside);
    if let Some(planned) = person.next_action.as_ref().filter(|action| !action.what.trim().is_empty()) {
        let label = app.words.get(id!("planned")).into_owned();
        let said = words::action(&app.words, &planned.what, &planned.who, &planned.when);
        let shown = app.shows_private(&point.person);
        page.labelled(&label, &if shown { said } else { app.words.get(id!("hidden")).into_owned() }, Role::Text);
    }
    if !point.done.trim().is_empty() {
        let shown = app.shows_private(&point.person);
        let said = if shown { point.done.clone() } else { app.words.get(id!("hidden")).into_owned() };
        page.labelled(&app.words.get(id!("planned-done")), &said, Role::Good);
    }
    if page.is_roomy() {
        page.say(id!("how-are-they"), Role::Dim);
    }
    let states = Wellbeing::ALL
        .iter()
        .map(|state| (app.words.choice(state.word()), point.after == Some(*state), point.before == Some(*state)));
    let states = choices(1, states, point.after.is_some());
    page.item(&states, Role::Text);
    let tiers = Tier::ALL
        .iter()
        .map(|tier| (app.words.choice(tier.word()), point.tier == Some(*tier), point.tier_before == Some(*tier)));
    let tiers = choices(1 + Wellbeing::ALL.len(), tiers, point.tier.is_some());
    page.item(&tiers, Role::Text);
    page.gap();
    page.fields();
}

/// Numbered choices: ● for the one chosen, ○ for the value before the meeting until one is chosen.
fn choices<'a>(from: usize, words: impl Iterator<Item = (Cow<'a, str>, bool, bool)>, chosen: bool) -> String {
    let choice = |(number, (word, after, before)): (usize, (Cow<'_, str>, bool, bool))| {
        let mark = match (after, before) {
            (true, _) => " ●",
            (false, true) if !chosen => " ○",
            _ => "",
        };
        // A choice is never broken across lines.
        format!("{number} {word}{mark}").replace(' ', "\u{a0}")
    };
    (from..).zip(words).map(choice).collect::<Vec<_>>().join("  ")
}

/// Writes the last traces and the note of the last meeting; hidden in projector mode until revealed.
pub fn traces(page: &mut PointPage<'_>) {
    let app = page.app;
    let Some(point) = page.draft.meeting.people.get(page.draft.rank) else { return };
    let Some(person) = app.folder.board.person(&point.person) else { return };
    let last = page.last_meeting().and_then(|meeting| meeting.people.iter().find(|p| p.person == point.person));
    let note = last.map(|last| last.note.clone()).filter(|note| !note.is_empty());
    if person.traces.is_empty() && note.is_none() {
        return;
    }
    page.say(id!("last-traces"), Role::Accent);
    if !app.shows_private(&point.person) {
        page.say(id!("hidden-traces"), Role::Dim);
        return;
    }
    if let Some(note) = note {
        let note = app.words.say(id!("quoted"), &[("text", note.into())]);
        page.text(&app.words.say(id!("last-time"), &[("note", note.into())]), Role::Text);
    }
    for (_, trace) in person.newest_traces().into_iter().take(TRACES) {
        let day = trace.date.map_or_else(String::new, |day| date::short(&app.words, day.0));
        page.gap();
        page.text(&format!("{day} · {}", trace.by), Role::Dim);
        for (key, text) in trace.parts() {
            let label = app.words.field(&[Newcomer::TRACES, key]).unwrap_or(key.into()).into_owned();
            page.labelled(&label, text.trim_end(), Role::Text);
        }
    }
}
