//! That a newcomer and the mentor met: when and how long, never what was said.

use serde_json::json;

use crate::{
    domain::{
        model::{
            board::{Board, Newcomer, PairMeeting},
            document::FileId,
        },
        value::when::Day,
    },
    tui::{
        app::App,
        components::input::Input,
        effect::Effect,
        state::dialog::{Destination, Dialog},
    },
    words::{date, id},
};

/// Asks how long they met; whoever has no mentor met nobody.
pub fn ask(app: &mut App, person: &str) -> Vec<Effect> {
    if !app.shows_private(person) {
        app.warn_hidden();
        return Vec::new();
    }
    if app.folder.board.person(person).is_none_or(|person| person.mentor.is_none()) {
        app.warn(app.words.get(id!("pair-no-mentor")).into_owned());
        return Vec::new();
    }
    let title = app.words.say(id!("pair-met"), &[("who", app.person_name(person).into())]);
    app.open(Dialog::text(title, Input::line(""), Destination::PairMeeting(person.to_owned())))
}

/// Notes that they met today: how long, then, after a comma, the theme if both agree to say it.
pub fn met(app: &mut App, person: &str, said: &str) -> Vec<Effect> {
    let (length, theme) = said.split_once(',').unwrap_or((said, ""));
    let (length, theme) = (length.trim().to_owned(), theme.trim().to_owned());
    let met = PairMeeting { date: Day(app.today()), length, theme };
    let effects = app.push(&FileId::Board, &[Board::PEOPLE, person, Newcomer::PAIR_MEETINGS], json!(met));
    app.tell(app.words.say(id!("pair-noted"), &[("day", date::long(&app.words, app.today()).into())]));
    effects
}
