//! One person: how they are, what they need, what comes next.

use super::page::{AnswerChoice, PointPage};
use crate::{
    domain::{
        model::{
            board::{Newcomer, NextAction, Tier, Wellbeing},
            meeting::PersonPoint,
        },
        privacy::audience::Level,
    },
    tui::{
        app::App,
        components::marks,
        screens::meeting::items::{self, PointItem},
        theme::Role,
    },
    words::{self, date, id, joined},
};

/// The number of traces shown in the aside.
const TRACES: usize = 3;

/// Writes a person: how they are, what they need, then what comes next; one key for each answer.
pub fn person(page: &mut PointPage<'_>) {
    let app = page.app;
    let Some(point) = page.draft.meeting.people.get(page.draft.rank) else {
        page.say(id!("round-empty"), Role::Dim);
        return;
    };
    let Some(person) = app.folder.board.person(&point.person) else {
        page.say(id!("person-gone"), Role::Dim);
        page.fields();
        return;
    };
    head(page, person);
    let name = app.person_name(&point.person);
    let asked = |id| app.words.say(id, &[("name", name.as_str().into())]);
    let item = page.take_item();
    page.question(&asked(id!("how-are-they")), item);
    let has_last = page.last_meeting().is_some();
    page.answers(&states(point, app, has_last), item);
    page.gap();
    let item = page.take_item();
    page.question(&asked(id!("what-do-they-need")), item);
    page.answers_in_a_row(&app.words.get(id!("tier-label")), &tiers(point, app), item);
    if let Some(PointItem::Field(field)) = page.items.get(item + 1).cloned() {
        let shown = page.value(&field);
        page.labelled_item(&field.label, &shown, Role::Text);
    }
    supports(page, person);
    page.gap();
    welcomed(page, person);
    planned(page, person);
    done(page, point);
    note(page);
    sign(page, point, person);
    next_step(page, point);
}

/// Writes how it will be known that they make progress: what was said today, else what was agreed.
fn sign(page: &mut PointPage<'_>, point: &PersonPoint, person: &Newcomer) {
    let app = page.app;
    let at = page.items.iter().position(|item| is_field(item, PersonPoint::SIGN));
    let Some(PointItem::Field(field)) = at.and_then(|at| page.items.get(at).cloned()) else { return };
    let agreed = person.sign.as_ref().filter(|sign| point.sign.is_empty() && !sign.what.is_empty());
    let said = match agreed {
        Some(_) if !app.shows_private(&person.id) => page.hide(&field.label),
        Some(sign) => joined(&[&sign.what, &date::brief(&app.words, &sign.when, app.year(), page.draft.day())]),
        None => page.value(&field),
    };
    page.labelled_item(&field.label, &said, Role::Text);
}

/// Writes who it is, as far as the audience may know, and since when.
fn head(page: &mut PointPage<'_>, person: &Newcomer) {
    let app = page.app;
    let day = page.draft.day();
    let rhythm = app.folder.plan.committee.rhythm_days().unwrap_or(28);
    let pressing =
        matches!(person.wellbeing(), Wellbeing::MoreSupport | Wellbeing::Watch) || person.is_unsaid(day, rhythm);
    let is_shown = app.shows_private(&person.id);
    let arrived = person.arrival.filter(|_| is_shown).map_or_else(String::new, |day| {
        app.words.say(id!("arrived"), &[("day", date::long(&app.words, day.0).into())])
    });
    let last = match person.last_trace() {
        Some(last) => app.words.say(id!("last-trace"), &[("when", date::relative(&app.words, last, day).into())]),
        None => app.words.get(id!("last-trace-never")).into_owned(),
    };
    let with = |id, who: &Option<String>| {
        let who = who.as_deref().map(str::trim).filter(|who| !who.is_empty())?;
        Some(app.words.say(id, &[("who", who.into())]))
    };
    let mentor = if is_shown { with(id!("person-mentor"), &person.mentor) } else { None };
    let support = [with(id!("person-contact"), &person.contact), mentor];
    let support = support.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let time = if pressing { String::new() } else { app.words.get(id!("if-time-allows")).into_owned() };
    let since = [arrived, last, time].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" · ");
    let name = app.person_name(&person.id);
    let has_job = is_shown || app.folder.plan.is_open_on_wall(Newcomer::JOB);
    let job = if has_job { person.job.clone() } else { String::new() };
    let building =
        person.building.clone().filter(|_| app.is_projected() && app.folder.plan.is_open_on_wall(Newcomer::BUILDING));
    let job = joined(&[&job, &building.unwrap_or_default()]);
    let about = [(job, Role::Text), (support, Role::Text), (since, Role::Dim)];
    let about = about.into_iter().filter(|(text, _)| !text.is_empty());
    if !page.is_roomy() {
        page.title(&name, &about.take(1).collect::<Vec<_>>());
    } else if app.is_projected() {
        page.head(&name, &about.collect::<Vec<_>>());
    } else {
        // A name is read more easily in ordinary letters.
        let mut about = about;
        page.title(&name, &about.by_ref().take(1).collect::<Vec<_>>());
        about.for_each(|(text, role)| page.text(&text, role));
        page.gap();
    }
}

/// The states to choose from.
fn states(point: &PersonPoint, app: &App, has_last: bool) -> Vec<AnswerChoice> {
    let choice = |(at, state): (usize, &Wellbeing)| AnswerChoice {
        number: at + 1,
        action: items::CHOICES[at],
        sign: marks::wellbeing(*state),
        word: app.words.choice(state.word()).into_owned(),
        is_chosen: point.after == Some(*state),
        is_last: has_last && point.before == Some(*state),
    };
    Wellbeing::ALL.iter().enumerate().map(choice).collect()
}

/// The tiers of support to choose from.
fn tiers(point: &PersonPoint, app: &App) -> Vec<AnswerChoice> {
    let choice = |(at, tier): (usize, &Tier)| AnswerChoice {
        number: at + 1,
        action: items::CHOICES[at],
        sign: ("", Role::Text),
        word: app.words.choice(tier.word()).into_owned(),
        is_chosen: point.tier == Some(*tier),
        is_last: point.tier_before == Some(*tier),
    };
    (Wellbeing::ALL.len()..).zip(Tier::ALL.iter()).map(choice).collect()
}

/// Writes the kinds of support offered, by name.
fn supports(page: &mut PointPage<'_>, person: &Newcomer) {
    let catalogue = page.app.setting.catalogues.get("modalites");
    let named = |code: &String| {
        let entry = catalogue.and_then(|catalogue| catalogue.entry(code));
        entry.map_or_else(|| code.clone(), |entry| entry.text.clone())
    };
    let offered: Vec<String> = person.modalities.iter().map(named).collect();
    if !offered.is_empty() && page.is_roomy() {
        let label = page.app.words.get(id!("supports-label")).into_owned();
        let said = match page.app.shows_field(Level::Committee, &person.id, Newcomer::MODALITIES) {
            true => offered.join(" · "),
            false => page.hide(&label),
        };
        page.labelled(&label, &said, Role::Text);
    }
}

/// Writes how far the welcome is, while something of it remains.
fn welcomed(page: &mut PointPage<'_>, person: &Newcomer) {
    let app = page.app;
    if !app.shows_private(&person.id) || !person.welcome.iter().any(|task| task.is_open()) {
        return;
    }
    let said = words::board::welcome(&app.words, person, app.year(), page.draft.day());
    page.text(&said, Role::Text);
}

/// Writes what had been planned, and says when its day has passed.
fn planned(page: &mut PointPage<'_>, person: &Newcomer) {
    let app = page.app;
    let Some(planned) = person.next_action.as_ref().filter(|action| !action.what.trim().is_empty()) else { return };
    let label = app.words.get(id!("planned")).into_owned();
    let is_late = planned.due(app.year()).is_some_and(|due| due < page.draft.day());
    let said = words::action(&app.words, &planned.what, &planned.who, &planned.when);
    let (said, role) = match app.shows_field(Level::Committee, &person.id, Newcomer::NEXT_ACTION) {
        true if is_late => (format!("{said}   {}", app.words.get(id!("late"))), Role::Alert),
        true => (said, Role::Text),
        false => (page.hide(&label), Role::Text),
    };
    page.labelled(&label, &said, role);
}

/// Writes what had been planned and was said to be done.
fn done(page: &mut PointPage<'_>, point: &PersonPoint) {
    let app = page.app;
    if point.done.trim().is_empty() {
        return;
    }
    let label = app.words.get(id!("planned-done")).into_owned();
    let shows = app.shows_field(Level::Committee, &point.person, PersonPoint::DONE);
    let said = if shows { point.done.clone() } else { page.hide(&label) };
    page.labelled(&label, &said, Role::Good);
}

/// Writes the note.
fn note(page: &mut PointPage<'_>) {
    let at = page.items.iter().position(|item| is_field(item, PersonPoint::NOTE));
    if let Some(PointItem::Field(field)) = at.and_then(|at| page.items.get(at).cloned()) {
        page.field(&field);
    }
}

/// Writes the next step on one line: what, who and when.
fn next_step(page: &mut PointPage<'_>, point: &PersonPoint) {
    let app = page.app;
    let Some(PointItem::Field(field)) = page.items.last().cloned() else { return };
    let what = page.value(&field);
    let label = app.words.get(id!("next-step-label")).into_owned();
    let is_shown = app.shows_field(Level::Committee, &point.person, NextAction::WHAT);
    let said = match &point.action {
        Some(NextAction { who, when, .. }) if is_shown => words::action(&app.words, &what, who, when),
        Some(_) | None => what,
    };
    page.labelled_item(&label, &said, Role::Text);
}

/// Whether an item is the field with this key.
fn is_field(item: &PointItem, key: &str) -> bool {
    matches!(item, PointItem::Field(field) if field.path.last().is_some_and(|last| last == key))
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
    if !app.shows_field(Level::Committee, &point.person, Newcomer::TRACES) {
        let _ = page.hide(&app.words.get(id!("traces-label")));
        return;
    }
    page.say(id!("last-traces"), Role::Accent);
    if let Some(note) = note {
        let note = app.words.say(id!("quoted"), &[("text", note.into())]);
        page.text(&app.words.say(id!("last-time"), &[("note", note.into())]), Role::Text);
    }
    for (_, trace) in person.newest_traces().into_iter().take(TRACES) {
        let day = trace.date.map_or_else(String::new, |day| date::short(&app.words, day.0));
        page.gap();
        page.text(&format!("{day} · {}", trace.by), Role::Dim);
        if trace.is_of_a_mentor(person, &app.folder.plan.committee) {
            page.say(id!("trace-confidential"), Role::Watch);
        }
        for (key, text) in trace.parts() {
            let label = app.words.field(&[Newcomer::TRACES, key]).unwrap_or(key.into()).into_owned();
            page.labelled(&label, text.trim_end(), Role::Text);
        }
    }
}
