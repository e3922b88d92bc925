//! What the committee says about an issue becomes a row of the plan, or a means of one, with the issue and the step already
//! there.

use super::items::PointItem;
use crate::{
    domain::model::{
        cycle::Step,
        draft::Draft,
        meeting::IssuePoint,
        plan::{CycleEntry, Row},
    },
    tui::{
        app::App,
        components::input::Input,
        dialog::create,
        effect::Effect,
        screens::plan,
        state::{
            dialog::{Destination, Dialog},
            new_record::NewRecord,
        },
    },
    words::id,
};

/// Asks for a row of the issue under discussion, from what was said last under the cursor; on a row, for a means of it.
pub fn keep(app: &mut App, draft: &Draft, here: Option<PointItem>) -> Vec<Effect> {
    let Some(point) = draft.meeting.issues.get(draft.rank) else { return Vec::new() };
    // A wall is shown no text that names somebody.
    let said = said(point, here.as_ref()).filter(|said| app.hidden(said) == *said).unwrap_or_default();
    if let Some(PointItem::Row(row, _)) = &here {
        return plan::add_means(app, row, &said);
    }
    let title = app.words.get(id!("keep-idea")).into_owned();
    let place = Destination::New(NewRecord::RowOfIssue(point.issue.clone(), point.after.unwrap_or(Step::Issues)));
    app.open(Dialog::text(title, Input::line(&said), place))
}

/// The last line of the answer or of the notes under the cursor; over a row, of what was answered last.
fn said(point: &IssuePoint, here: Option<&PointItem>) -> Option<String> {
    let text = match here? {
        PointItem::Answer(at) => &point.answers.get(*at)?.answer,
        PointItem::Field(_) => &point.notes,
        PointItem::Row(..) => &point.answered().filter(|answer| Some(answer.step) == point.after).last()?.answer,
        _ => return None,
    };
    text.lines().rev().map(str::trim).find(|line| !line.is_empty()).map(ToOwned::to_owned)
}

/// Adds a row that serves an issue at a step, without leaving the meeting.
pub fn row(app: &mut App, title: &str, issue: &str, step: Step) -> Vec<Effect> {
    let entry = CycleEntry { issue: Some(issue.to_owned()), steps: vec![step], ..CycleEntry::default() };
    let row = Row { title: title.to_owned(), cycle: vec![entry], ..Row::default() };
    let (_, effects) = create::add_row(app, row);
    app.tell(app.words.say(id!("idea-kept"), &[("what", title.to_owned().into())]));
    effects
}
