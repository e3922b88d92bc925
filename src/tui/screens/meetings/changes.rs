//! What changed between two meetings, in words.

use crate::{
    domain::{
        between::{self, Followed},
        board::Tier,
        cycle::Step,
        meeting::Meeting,
    },
    tui::{app::App, components::marks, theme::Role},
    words::{self, date, fault, joined},
};

/// The changes between two meetings, the earlier first, a line each.
pub fn lines(app: &App, earlier: (&String, &Meeting), later: (&String, &Meeting)) -> Vec<(String, Role)> {
    let words = &app.words;
    let found = between::between(&app.folder, earlier.0, later.0);
    let day = |meeting: &Meeting| meeting.date.map_or_else(String::new, |day| date::long(&app.words, day.0));
    let days = [("from", day(earlier.1).into()), ("to", day(later.1).into())];
    let mut lines = vec![(words.say("changes-title", &days), Role::Accent)];
    let mut tell = |text: String, role| lines.push((text, role));
    for (person, before, after) in &found.states {
        let way = words::moved(&app.words, Some(before.word()), after.word());
        tell(format!("{} : {way}", app.person_name(person)), Role::Text);
    }
    for (person, before, after) in &found.tiers {
        let before = before.map_or("—", Tier::word);
        let way = words::moved(&app.words, Some(before), after.word());
        tell(format!("{} : {way}", app.person_name(person)), Role::Text);
    }
    for (ids, id) in [(&found.arrived, "changes-arrived"), (&found.left, "changes-left")] {
        let names: Vec<String> = ids.iter().map(|person| app.person_name(person)).collect();
        if !names.is_empty() {
            tell(words.say(id, &[("names", names.join(", ").into())]), Role::Text);
        }
    }
    let cycle = app.cycle();
    let step = |step: Step| fault::step(step, cycle.short_name(step));
    for (issue, before, after) in &found.issues {
        let name = app.folder.plan.issue(issue).map_or(issue.as_str(), |issue| &issue.name);
        tell(format!("{name} : {} → {}", step(*before), step(*after)), Role::Text);
    }
    if found.traces > 0 {
        tell(words.say("changes-traces", &[("n", found.traces.into())]), Role::Text);
    }
    if lines.len() == 1 {
        lines.push((words.get("changes-none").into_owned(), Role::Dim));
    }
    if !found.actions.is_empty() {
        lines.push((words.say("changes-actions", &[("day", day(earlier.1).into())]), Role::Accent));
        lines.extend(found.actions.iter().map(|followed| action(app, followed)));
    }
    lines
}

fn action(app: &App, followed: &Followed) -> (String, Role) {
    let (mark, role) = marks::progress(followed.state);
    let said = joined(&[&followed.what, &followed.who, &app.words.choice(followed.state.word()), &followed.why]);
    (format!("{mark} {said}"), role)
}
