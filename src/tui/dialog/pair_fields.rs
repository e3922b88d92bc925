//! The fields of a pair: what the two agreed on, the risks that were looked at, and the days on which they met.

use super::form::RecordForm;
use crate::{
    domain::{
        board::pairing,
        model::{
            board::{Board, Newcomer},
            catalogue::Entry,
            document::FileId,
            field_kind::Kind,
            pair::{Agreement, AgreementAnswer, PairMeeting, RiskSeen},
        },
    },
    tui::{app::App, state::field::Field},
    words::{self, id},
};

/// Adds what a pair agreed on, what was seen of its risks, then the days on which they met, newest first.
pub fn pair(form: &mut RecordForm<'_>, person: &Newcomer) {
    let app = form.app;
    // What a pair agreed on, and which risks somebody saw, tell by their names alone.
    if !app.shows_private(&person.id) {
        return;
    }
    if let Some(agreement) = &person.agreement {
        let values = [("n", agreement.answered().into()), ("all", agreement.answers.len().into())];
        form.heading(app.words.say(id!("heading-agreement"), &values));
        form.add(&[Newcomer::AGREEMENT, Agreement::DATE], Kind::Day);
        form.add(&[Newcomer::AGREEMENT, Agreement::REVIEWED_ON], Kind::Day);
        for (at, asked) in agreement.answers.iter().enumerate() {
            let at = at.to_string();
            let label = words::joined(&[&asked.question, &asked.landmark]);
            form.labelled(label, &[Newcomer::AGREEMENT, Agreement::ANSWERS, &at, AgreementAnswer::ANSWER], Kind::Text);
        }
    }
    if !person.risks.is_empty() {
        form.heading(app.words.get(id!("heading-risks")));
        for risk in known_risks(app).filter(|risk| person.risks.contains_key(&risk.code)) {
            form.labelled(&risk.text, &[Newcomer::RISKS, &risk.code], Kind::words(RiskSeen::WORDS));
        }
    }
    let met = person.pair_meetings.len();
    for position in (0..met).rev() {
        if position + 1 == met {
            form.heading(app.words.say(id!("heading-pair-meetings"), &[("n", met.into())]));
        }
        let position = position.to_string();
        form.add(&[Newcomer::PAIR_MEETINGS, &position, PairMeeting::DATE], Kind::Day);
        form.add(&[Newcomer::PAIR_MEETINGS, &position, PairMeeting::LENGTH], Kind::Line);
        form.add(&[Newcomer::PAIR_MEETINGS, &position, PairMeeting::THEME], Kind::Line);
    }
}

/// The risks of a pairing that the sources name.
pub fn known_risks(app: &App) -> impl Iterator<Item = &Entry> {
    app.setting.catalogues.entries(pairing::RISKS)
}

/// What was seen of one risk of the pairing of somebody, to be said.
pub fn risk(app: &App, id: &str, code: &str) -> Option<Field> {
    let risk = known_risks(app).find(|risk| risk.code == code)?;
    let path = [Board::PEOPLE, id, Newcomer::RISKS, code].map(ToOwned::to_owned).to_vec();
    let label = words::joined(&[&risk.text, &risk.note]);
    Some(Field { label, file: FileId::Board, path, kind: Kind::words(RiskSeen::WORDS), heading: None })
}
