//! The last three agenda points: how the arrangements work, what was decided, the closing.

use super::{
    closing_preview,
    items::{self, PointItem},
    page::PointPage,
};
use crate::{
    domain::model::progress::Progress,
    tui::{components::marks, theme::Role},
    words::{date, id},
};

/// Writes the review of how the committee's arrangements work.
pub fn review(page: &mut PointPage<'_>) {
    if page.is_roomy() {
        let words = &page.app.words;
        page.head(&words.get(id!("review-title")), &[(words.get(id!("review-question")).into_owned(), Role::Dim)]);
    }
    for (key, heading, title) in items::REVIEW {
        page.say(heading, Role::Accent);
        for entry in items::review(&page.draft.meeting, key) {
            page.item(&format!("• {entry}"), Role::Text);
        }
        let add = page.app.words.get(title).into_owned();
        page.item(&format!("+ {add}"), Role::Dim);
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
    page.item(&format!("+ {add}"), Role::Dim);
    page.gap();
    page.say(id!("meeting-actions"), Role::Accent);
    page.fields();
    let add = page.app.words.get(id!("add-action")).into_owned();
    page.item(&format!("+ {add}"), Role::Dim);
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
    if page.is_roomy() {
        let next = page.draft.meeting.next_meeting.map(|day| day.0);
        let words = &page.app.words;
        let title = next.map_or_else(|| words.get(id!("date-unset")).into_owned(), |day| date::short(words, day));
        let beside = [
            (words.get(id!("next-meeting")).into_owned(), Role::Dim),
            (next.map_or_else(String::new, |day| date::full(words, day)), Role::Text),
        ];
        page.head(&title, &beside);
    }
    page.fields();
    let close = page.app.words.get(id!("close-meeting")).into_owned();
    if page.items.iter().any(|item| matches!(item, PointItem::Close)) {
        page.item(&format!("→ {close}"), Role::Accent);
    }
}

/// Writes the preview of what closing will write.
pub fn writings(page: &mut PointPage<'_>) {
    page.say(id!("closing-writes"), Role::Dim);
    for line in closing_preview::lines(page.app) {
        page.text(&line, Role::Text);
    }
}
