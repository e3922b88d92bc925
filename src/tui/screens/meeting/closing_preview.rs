//! A preview of what closing the meeting will write.

use crate::{
    domain::{
        edit::Change,
        meeting::closing,
        model::{board::Newcomer, meeting::Meeting},
    },
    tui::app::App,
    words::{self, id},
};

/// What closing will write, one line each.
pub fn lines(app: &App) -> Vec<String> {
    match closing::meeting(&app.folder, app.now) {
        Ok(edits) => {
            let kept = edits
                .iter()
                .filter(|edit| edit.file.is_kept() && edit.path.last().is_none_or(|key| key != Newcomer::WELLBEING_ON));
            let said = |edit| words::edit::say_to(&app.words, &app.folder, edit, app.level());
            kept.flat_map(|edit| match &edit.change {
                Change::Set { after: Some(whole), .. } if edit.path.is_empty() => {
                    std::iter::once(format!("• {}", said(edit))).chain(filed(app, whole)).collect()
                }
                _ => vec![format!("• {} — {}", edit.file.file(), said(edit))],
            })
            .chain([format!("• {}", app.words.get(id!("exports-minutes")))])
            .collect()
        }
        Err(fault) => vec![words::fault::cause(&app.words, &fault)],
    }
}

/// What the meeting file will hold, in words: decisions, new and carried-over actions.
fn filed(app: &App, whole: &serde_json::Value) -> Vec<String> {
    let Ok(meeting) = serde_json::from_value::<Meeting>(whole.clone()) else { return Vec::new() };
    let decisions = meeting.decisions.iter().map(|decision| (id!("closing-decision"), decision.clone()));
    let actions = meeting.actions.iter().map(|action| {
        let said = words::action(&app.words, &action.what, &action.who, &action.when);
        (if action.since.is_some() { id!("closing-carried") } else { id!("closing-action") }, said)
    });
    decisions.chain(actions).map(|(id, said)| app.words.say(id, &[("what", said.into())])).collect()
}
