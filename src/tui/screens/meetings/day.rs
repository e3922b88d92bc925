//! The day of a meeting that is closed: notes may be typed the day after.

use crate::{
    domain::{
        edit::Change,
        meeting::moving,
        model::document::FileId,
        value::{typed_day::from_today, when::Day},
    },
    tui::{
        app::App,
        components::input::Input,
        effect::{Effect, SaveKind},
        state::dialog::{Destination, Dialog},
    },
    words::{date, id},
};

/// Asks on which day the meeting shown was held: notes may be typed the day after.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let Some((stem, meeting)) = app.folder.meetings.iter().rev().nth(app.views.meetings.back) else {
        return Vec::new();
    };
    let day = meeting.date.map_or_else(|| stem.clone(), |day| date::long(&app.words, day.0));
    let title = app.words.get(id!("ask-meeting-day")).into_owned();
    app.open(Dialog::text(title, Input::replaced(&day), Destination::MeetingDay(stem.clone())))
}

/// Files a meeting under the day on which it was held.
pub fn hold_on(app: &mut App, stem: &str, said: &str) -> Vec<Effect> {
    let day = from_today(said, app.today()).map(Day).or_else(|| Day::parse(said, app.year()));
    let Some(day) = day.filter(|day| day.0 <= app.today()) else {
        app.warn(app.words.get(id!("meeting-day-unread")).into_owned());
        return Vec::new();
    };
    match moving::moved(&app.folder, stem, day) {
        Ok(edits) => {
            let filed = edits.iter().find_map(|edit| match (&edit.file, &edit.change) {
                (FileId::Meeting(stem), Change::Set { after: Some(_), .. }) => Some(stem.clone()),
                _ => None,
            });
            let effects = app.edit(edits, SaveKind::Closing);
            if let Some(stem) = filed.filter(|_| !effects.is_empty()) {
                app.views.meetings.show(&app.folder, &stem);
                let day = date::long(&app.words, day.0);
                app.tell(app.words.say(id!("meeting-day-changed"), &[("day", day.into())]));
            }
            effects
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}
