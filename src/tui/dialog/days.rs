//! What is said of release days while they are typed: whether they are more than were granted, and which sources the plan
//! has.

use crate::{
    domain::{
        model::field_kind::Kind,
        value::{scalar::Amount, text::fold},
    },
    tui::{app::App, state::field::Field},
    words::{id, number},
};

/// What is said below the days taken of somebody.
pub fn about(app: &App, field: &Field, typed: &str) -> Vec<String> {
    if field.kind != Kind::Taken {
        return Vec::new();
    }
    over(app, field, typed).into_iter().chain(apart(app, field, typed)).chain(offer(app, typed)).collect()
}

/// Says that a total is less than the days noted one by one; more may have been taken without a note.
fn apart(app: &App, field: &Field, typed: &str) -> Option<String> {
    let release = app.folder.board.person(field.path.get(1)?)?.release.as_ref()?;
    let told = release.days.iter().fold(Amount::default(), |sum, taken| sum + taken.days);
    let total = Amount::parse(typed.trim()).filter(|_| !typed.trim_start().starts_with('+'))?;
    (total.0 < told.0).then(|| app.words.say(id!("taken-apart"), &[("told", number(&app.words, told.0).into())]))
}

/// Says that more days are taken than were granted.
fn over(app: &App, field: &Field, typed: &str) -> Option<String> {
    let release = app.folder.board.person(field.path.get(1)?)?.release.clone().unwrap_or_default();
    let days = |said: &str| Amount::parse(said.split_whitespace().next()?);
    let total = match typed.trim().strip_prefix('+') {
        Some(more) => release.taken + days(more)?,
        None => days(typed)?,
    };
    let values =
        [("taken", number(&app.words, total.0).into()), ("granted", number(&app.words, release.granted.0).into())];
    (total.0 > release.granted.0).then(|| app.words.say(id!("taken-over"), &values))
}

/// The sources of the plan that a text may go on with.
fn sources<'a>(app: &'a App, typed: &str) -> Vec<&'a str> {
    let Some((_, said)) = typed.trim_start().strip_prefix('+').and_then(|more| more.trim_start().split_once(' '))
    else {
        return Vec::new();
    };
    let said = fold(said.trim());
    let sources = app.folder.plan.resources.funds.iter().map(|fund| fund.source.as_str());
    sources.filter(|source| fold(source).starts_with(&said) && fold(source) != said).collect()
}

/// Offers the sources of the plan.
fn offer(app: &App, typed: &str) -> Option<String> {
    let sources = sources(app, typed);
    let id = match sources.len() {
        0 => return None,
        1 => id!("taken-source"),
        _ => id!("taken-sources"),
    };
    Some(app.words.say(id, &[("sources", sources.join(", ").into())]))
}

/// The text with the only source that it may go on with.
pub fn completed(app: &App, typed: &str) -> Option<String> {
    let [source] = sources(app, typed)[..] else { return None };
    let days = typed.split_whitespace().next()?;
    Some(format!("{days} {source}"))
}
