//! The last three agenda points: how the arrangements work, what was decided, the closing.

use super::{
    closing_preview,
    items::{self, PointItem},
    page::{ActionRow, PointPage},
};
use crate::{
    domain::{meeting::opening, model::progress::Progress},
    tui::{components::marks, theme::Role},
    words::{self, date, id},
};

/// Writes the review of how the committee's arrangements work.
pub fn review(page: &mut PointPage<'_>) {
    page.say(id!("review-question"), Role::Title);
    page.gap();
    for (key, heading, title) in items::REVIEW {
        page.say(heading, Role::Accent);
        for entry in items::review(&page.draft.meeting, key) {
            page.item(&format!("• {entry}"), Role::Text);
        }
        let add = page.app.words.get(title).into_owned();
        page.command(&format!("+ {add}"), Role::Dim);
        page.gap();
    }
}

/// Writes the same lists as of the last meeting.
pub fn last_review(page: &mut PointPage<'_>) {
    let Some(last) = page.last_meeting().cloned() else { return };
    let lists = items::REVIEW.map(|(key, heading, _)| (heading, items::review(&last, key).to_vec()));
    let Some(day) = last.date.filter(|_| lists.iter().any(|(_, entries)| !entries.is_empty())) else { return };
    page.text(
        &page.app.words.say(id!("last-said"), &[("day", date::long(&page.app.words, day.0).into())]),
        Role::Accent,
    );
    for (heading, entries) in lists {
        if !entries.is_empty() {
            page.say(heading, Role::Dim);
            entries.iter().for_each(|entry| page.text(&format!("• {entry}"), Role::Text));
        }
    }
}

/// Writes the decisions and actions.
pub fn decisions(page: &mut PointPage<'_>) {
    page.say(id!("decisions-question"), Role::Title);
    if page.is_roomy() {
        let (words, meeting) = (&page.app.words, &page.draft.meeting);
        let decided = words.say(id!("decisions-count"), &[("n", meeting.decisions.len().into())]);
        let given = meeting.people.iter().filter(|point| point.action.is_some()).count();
        let actions = [("n", meeting.actions.len().into()), ("people", given.into())];
        let actions = words.say(id!("actions-count"), &actions);
        page.head(&meeting.decisions.len().to_string(), &[(decided, Role::Text), (actions, Role::Text)]);
    }
    page.say(id!("meeting-decisions"), Role::Accent);
    for entry in &page.draft.meeting.decisions {
        page.item(&format!("• {entry}"), Role::Text);
    }
    let add = page.app.words.get(id!("add-decision")).into_owned();
    page.command(&format!("+ {add}"), Role::Dim);
    page.gap();
    page.say(id!("meeting-actions"), Role::Accent);
    for action in &page.draft.meeting.actions {
        let row = ActionRow {
            sign: ("•", Role::Text),
            what: action.what.clone(),
            who: action.who.clone(),
            when: date::brief(&page.app.words, &action.when, page.app.year(), page.draft.day()),
            is_late: false,
            more: String::new(),
        };
        page.action(&row);
    }
    let add = page.app.words.get(id!("add-action")).into_owned();
    page.command(&format!("+ {add}"), Role::Dim);
}

/// Writes the decisions of the last meeting, and the actions postponed since.
pub fn last_decisions(page: &mut PointPage<'_>) {
    let Some(last) = page.last_meeting().cloned() else { return };
    let Some(day) = last.date.filter(|_| !last.decisions.is_empty()) else { return };
    page.text(
        &page.app.words.say(id!("last-decided"), &[("day", date::long(&page.app.words, day.0).into())]),
        Role::Accent,
    );
    last.decisions.iter().for_each(|decision| page.text(&format!("• {decision}"), Role::Text));
    let postponed = page.draft.meeting.returns.iter().filter(|returned| returned.state == Some(Progress::Postponed));
    let postponed: Vec<String> = postponed.map(|returned| returned.what.clone()).collect();
    if !postponed.is_empty() {
        page.gap();
        page.say(id!("comes-back"), Role::Accent);
        let (mark, role) = marks::progress(Progress::Postponed);
        postponed.iter().for_each(|what| page.text(&format!("{mark} {what}"), role));
    }
}

/// Writes the date of the next meeting, and the closing.
pub fn closing(page: &mut PointPage<'_>) {
    let app = page.app;
    page.say(id!("closing-question"), Role::Title);
    let next = page.draft.meeting.next_meeting.map(|day| day.0);
    if let Some(day) = next.filter(|_| page.is_roomy()) {
        let words = &app.words;
        let beside = [(words.get(id!("next-meeting")).into_owned(), Role::Dim), (date::full(words, day), Role::Text)];
        page.head(&date::short(words, day), &beside);
    }
    let field = page.items.first().cloned();
    if let (Some(PointItem::Field(field)), None) = (&field, next) {
        let next = opening::next_day(&app.folder, page.draft.day());
        let proposed = next
            .filter(|_| page.draft.meeting.is_of_committee())
            .map(|day| app.words.say(id!("next-proposed"), &[("day", date::full(&app.words, day).into())]));
        page.labelled_item(&field.label, proposed.as_deref().unwrap_or("…"), Role::Text);
    }
    page.fields();
    let close = app.words.get(id!("close-meeting")).into_owned();
    if page.items.iter().any(|item| matches!(item, PointItem::Close)) {
        page.command(&format!("→ {close}"), Role::Accent);
    }
}

/// Writes what closing will keep.
pub fn keepings(page: &mut PointPage<'_>) {
    page.say(id!("closing-writes"), Role::Accent);
    match closing_preview::kept(page.app) {
        Ok(lines) => lines.iter().for_each(|(label, said)| page.labelled(label, said, Role::Text)),
        Err(fault) => {
            let cause = words::fault::cause(&page.app.words, &fault);
            page.text(&cause, Role::Alert);
        }
    }
}
