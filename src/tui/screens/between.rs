//! What changed between two days: asks for the days, has the shell compute the changes, shows them.

use chrono::NaiveDate;

use crate::{
    domain::{edit::Edit, value::typed_day},
    tui::{
        app::App,
        effect::Effect,
        state::dialog::{Destination, Dialog},
        theme::Role,
    },
    words::{self, Id, date, id},
};

/// Asks for the first day, proposing that of the meeting shown.
pub fn begin(app: &mut App) -> Vec<Effect> {
    let meetings = &app.folder.meetings;
    let read = meetings.values().rev().nth(app.views.meetings.back).and_then(|meeting| meeting.date);
    let proposed = read.map_or_else(String::new, |day| date::long(&app.words, day.0));
    let dialog = Dialog::replaced(&app.words, id!("between-since"), &proposed, Destination::ChangesSince);
    app.open(dialog)
}

/// Accepts the first day, and asks for the last one.
pub fn since(app: &mut App, said: &str) -> Vec<Effect> {
    match typed_day::first_day(said, app.year(), app.today()) {
        Some(from) => {
            let proposed = date::long(&app.words, app.today());
            let dialog = Dialog::replaced(&app.words, id!("between-until"), &proposed, Destination::ChangesUntil(from));
            app.open(dialog)
        }
        None => again(app, id!("between-since"), said, Destination::ChangesSince),
    }
}

/// Asks again for a day that could not be parsed.
fn again(app: &mut App, title: Id, said: &str, place: Destination) -> Vec<Effect> {
    let why = app.words.get(id!("refused-past-day"));
    app.open(Dialog::line(&app.words, title, said, place).refusing(why))
}

/// Accepts the last day, and requests the changes.
pub fn until(app: &mut App, from: NaiveDate, said: &str) -> Vec<Effect> {
    match typed_day::first_day(said, app.year(), app.today()) {
        Some(to) => vec![Effect::Between(from.min(to), from.max(to))],
        None => again(app, id!("between-until"), said, Destination::ChangesUntil(from)),
    }
}

/// Shows what changed, and the meetings held in between.
pub fn show(app: &mut App, changes: &[Edit], days: (NaiveDate, NaiveDate), first: Option<NaiveDate>) -> Vec<Effect> {
    let (from, to) = days;
    let words = &app.words;
    let mut lines: Vec<(String, Role)> = Vec::new();
    let held = app.folder.meetings.values().filter_map(|meeting| meeting.date);
    let held: Vec<String> =
        held.filter(|day| from < day.0 && day.0 <= to).map(|day| date::long(&app.words, day.0)).collect();
    if !held.is_empty() {
        lines.push((words.say(id!("between-held"), &[("days", held.join(", ").into())]), Role::Dim));
    }
    match first {
        Some(first) if from < first => {
            lines.push((words.say(id!("between-starts"), &[("day", date::long(words, first).into())]), Role::Dim));
        }
        Some(_) => {}
        None => lines.push((words.get(id!("between-no-version")).into_owned(), Role::Dim)),
    }
    // Where the versions do not go back far enough, compares the meetings.
    let untold = first.is_none_or(|first| from < first);
    if let Some((earlier, later)) = words::between::meetings(&app.folder, from, to).filter(|_| untold) {
        lines.push((String::new(), Role::Text));
        lines.extend(super::meetings::changes::lines(app, earlier, later));
    }
    let told = lines.len();
    let mut whose = String::new();
    for edit in changes {
        let place = words::edit::place(words, &app.folder, edit, app.level());
        let place = place.split('\u{a0}').next().unwrap_or_default().to_owned();
        if place != whose {
            lines.push((String::new(), Role::Text));
            lines.push((place.clone(), Role::Accent));
            whose = place;
        }
        lines.push((words::edit::say_to(words, &app.folder, edit, app.level()), Role::Text));
    }
    if changes.is_empty() && (!untold || told <= 2) {
        lines.push((words.get(id!("version-same")).into_owned(), Role::Text));
    }
    let values = [("from", date::long(&app.words, from).into()), ("to", date::long(&app.words, to).into())];
    let title = words.say(id!("changes-title"), &values);
    app.dialog = Some(Dialog::page(title, lines));
    Vec::new()
}
