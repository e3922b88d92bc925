//! A newcomer and the mentor: who may accompany, what the two agree on, and that they met; never what was said.

use serde_json::json;

use crate::{
    domain::{
        board::{
            column::Column,
            pairing::{self, Candidate},
        },
        edit::Edit,
        model::{
            board::{Board, Newcomer},
            catalogue::{Entry, Group},
            document::FileId,
            pair::{Agreement, PairMeeting},
        },
        value::{text::spoken, when::Day},
    },
    tui::{
        app::App,
        components::{input::Input, picker::Choice},
        dialog::{
            ask, fields,
            pair_fields::{self, known_risks},
        },
        effect::Effect,
        screens::landmarks,
        state::{
            dialog::{Chosen, Destination, Dialog},
            pairing::Pairing,
        },
        theme::Role,
    },
    words::{self, date, id},
};

/// The width from which what is known of a mentor stands in a column of its own.
const WIDE: u16 = 110;

/// The page of the pair of somebody: who may accompany, with what is known of each; the agreement; what the sources say.
pub fn page(app: &mut App, id: &str) -> Vec<Effect> {
    if !app.shows_private(id) {
        app.warn_hidden();
        return Vec::new();
    }
    let Some(person) = app.folder.board.person(id) else { return Vec::new() };
    let words = &app.words;
    let chosen = |pairing: Pairing| Chosen::Pairing(pairing, id.to_owned());
    let mentor = |candidate: Candidate<'_>| {
        let known = beside(app, person, &candidate);
        let this = chosen(Pairing::Mentor(candidate.name.to_owned()));
        // In a small window a name comes before what is known of it.
        match app.views.width < WIDE {
            true => Choice::new(this, words::joined(&[candidate.name, &known])),
            false => Choice::new(this, candidate.name.to_owned()).beside(known),
        }
    };
    let agreement = match &person.agreement {
        Some(agreement) => {
            let day = agreement.date.map_or_else(String::new, |day| date::long(words, day.0));
            Choice::new(chosen(Pairing::Agreement), words.get(id!("pairing-agreement"))).beside(day)
        }
        None => Choice::new(chosen(Pairing::Agreement), words.get(id!("pairing-agree"))),
    };
    let mentors = pairing::candidates(&app.folder, person, app.today()).into_iter().map(mentor);
    let typed = Choice::new(chosen(Pairing::Typed), words.get(id!("pairing-other")));
    let risks = Choice::new(chosen(Pairing::Risks), words.get(id!("pairing-risks"))).beside(risks_seen(app, person));
    let sources = Choice::new(chosen(Pairing::Sources), words.get(id!("pairing-sources")));
    let has_mentor = person.mentor.is_some();
    // Once somebody accompanies, what the two agree on comes first.
    let (before, after) = if has_mentor { (Some(agreement), None) } else { (None, Some(agreement)) };
    let choices = before.into_iter().chain(mentors).chain([typed]).chain(after).chain([risks, sources]).collect();
    let title = words.say(id!("pairing-title"), &[("who", app.person_name(id).into())]);
    app.open(Dialog::menu(title, choices, None))
}

/// What is known of somebody who may accompany a newcomer: building, share released, how many accompanied already, since
/// when, and whether this is who evaluates.
fn beside(app: &App, person: &Newcomer, candidate: &Candidate<'_>) -> String {
    let words = &app.words;
    let member = candidate.member;
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let building = text(member.and_then(|member| member.building.as_ref()));
    let is_near = !building.is_empty() && person.building.as_ref() == Some(&building);
    let building = match is_near {
        true => words.say(id!("pairing-same-building"), &[("building", building.into())]),
        false => building,
    };
    let release = text(member.and_then(|member| member.release.as_ref()));
    let release = match release.is_empty() {
        true => release,
        false => words.say(id!("pairing-release"), &[("share", release.into())]),
    };
    let load = match candidate.accompanied {
        0 => String::new(),
        n => words.say(id!("mentor-load"), &[("n", n.into())]),
    };
    let is_now = person.mentor.as_deref() == Some(candidate.name);
    let since = person.mentor_since.filter(|_| is_now);
    let since = since.map(|day| words.say(id!("pairing-since"), &[("day", date::long(words, day.0).into())]));
    let evaluates = member.is_some_and(crate::domain::model::school::Member::evaluates);
    let evaluates = if evaluates { words.get(id!("pairing-evaluates")).into_owned() } else { String::new() };
    let role = member.map(|member| member.role.clone()).unwrap_or_default();
    words::joined(&[&evaluates, &role, &building, &release, &load, &since.unwrap_or_default()])
}

/// Does what was chosen on the page of a pair.
pub fn chosen(app: &mut App, pairing: Pairing, id: &str) -> Vec<Effect> {
    match pairing {
        Pairing::Mentor(name) => {
            let mut effects = app.say(&FileId::Board, &[Board::PEOPLE, id, Newcomer::MENTOR], json!(name));
            effects.extend(since(app, id));
            effects
        }
        Pairing::Typed => match fields::cell(app, id, &Column::Field(Newcomer::MENTOR)) {
            Some(field) => app.open(ask::field(app, field)),
            None => Vec::new(),
        },
        Pairing::Agreement => agreement(app, id),
        Pairing::Risks => risks(app, id, None),
        Pairing::Risk(code) => match pair_fields::risk(app, id, &code) {
            Some(field) => app.open(ask::field(app, field)),
            None => Vec::new(),
        },
        Pairing::Sources => sources(app),
    }
}

/// Asks since when somebody has the mentor who was just named: today, unless it is another day.
pub fn since(app: &mut App, id: &str) -> Vec<Effect> {
    let is_of_today = app.folder.board.person(id).is_some_and(|person| person.mentor_since == Some(Day(app.today())));
    let field = fields::cell(app, id, &Column::Field(Newcomer::MENTOR_SINCE));
    let field = field.filter(|_| is_of_today && app.views.arriving.is_none());
    field.map(|field| app.open(ask::field(app, field))).unwrap_or_default()
}

/// Shows the agreement of somebody and the mentor, made of the questions without an answer if there is none: the day is
/// theirs to say.
fn agreement(app: &mut App, id: &str) -> Vec<Effect> {
    let Some(person) = app.folder.board.person(id) else { return Vec::new() };
    if person.mentor.is_none() {
        app.warn(app.words.get(id!("pair-no-mentor")).into_owned());
        return Vec::new();
    }
    let mut effects = Vec::new();
    if person.agreement.is_none() {
        let answers = pairing::questions(&app.setting.catalogues);
        let agreement = Agreement { answers, ..Agreement::default() };
        let path = [Board::PEOPLE, id, Newcomer::AGREEMENT];
        let edit = Edit::set(&app.folder, &FileId::Board, &path, Some(json!(agreement)));
        effects = app.try_edit(edit);
        app.tell(app.words.get(id!("agreement-made")).into_owned());
    }
    fields::select(app, |path| matches!(path, [_, _, list, ..] if list == Newcomer::AGREEMENT));
    effects
}

/// How many risks of the pairing of somebody were looked at.
fn risks_seen(app: &App, person: &Newcomer) -> String {
    let values = [("n", person.risks.len().into()), ("all", known_risks(app).count().into())];
    app.words.say(id!("pairing-risks-seen"), &values)
}

/// Shows the nine risks of the pairing of somebody, each with what was seen of it, from the one after the last that was said.
pub fn risks(app: &mut App, id: &str, said: Option<&str>) -> Vec<Effect> {
    let Some(person) = app.folder.board.person(id).filter(|_| app.shows_private(id)) else { return Vec::new() };
    let chosen = |risk: &Entry| Chosen::Pairing(Pairing::Risk(risk.code.clone()), id.to_owned());
    let choice = |risk: &Entry| {
        let seen = person.risks.get(&risk.code).map_or("—".into(), |seen| app.words.choice(seen.word()));
        Choice::new(chosen(risk), words::joined(&[&risk.text, &risk.note])).beside(seen)
    };
    let choices = known_risks(app).map(choice).collect();
    let said = known_risks(app).position(|risk| said == Some(&risk.code));
    let next = said.and_then(|said| known_risks(app).nth(said + 1).or(known_risks(app).nth(said))).map(chosen);
    let title = app.words.say(id!("pairing-risks-title"), &[("who", app.person_name(id).into())]);
    app.open(Dialog::menu(title, choices, next.as_ref()))
}

/// Goes on with the risks of a pairing, if one of them was just said.
pub fn go_on(app: &mut App, place: &Destination) -> Vec<Effect> {
    match place.field().map(|(field, _)| field.path.as_slice()) {
        Some([_, id, list, code]) if list == Newcomer::RISKS => risks(app, id, Some(code)),
        _ => Vec::new(),
    }
}

/// Shows what the sources say of pairs: who is chosen, the forms, and the nine risks, to look at and not to count.
fn sources(app: &mut App) -> Vec<Effect> {
    let mut lines = vec![(app.words.get(id!("pairing-proximity")).into_owned(), Role::Text)];
    let of = |catalogue: &str, kept: &dyn Fn(&Group) -> bool| {
        let groups = app.setting.catalogues.get(catalogue).into_iter().flat_map(|catalogue| &catalogue.groups);
        landmarks::written(groups.filter(|group| kept(group)))
    };
    lines.extend(of(pairing::MENTORING, &|group| matches!(group.id.as_str(), "criteres" | "formes")));
    lines.extend(of(pairing::RISKS, &|_| true));
    lines.extend(landmarks::of_moment(app, pairing::MOMENT));
    let title = app.words.get(id!("pairing-sources")).into_owned();
    app.open(Dialog::page(title, lines))
}

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
    // A key pressed twice corrects what it noted.
    let today = app.folder.board.person(person).and_then(|person| person.met_on(Day(app.today())));
    let said = today.map_or_else(String::new, |(_, met)| {
        [met.length.as_str(), &met.theme].join(", ").trim_end_matches([',', ' ']).to_owned()
    });
    app.open(how_long(app, person, &said))
}

fn how_long(app: &App, person: &str, said: &str) -> Dialog {
    let title = app.words.say(id!("pair-met"), &[("who", app.person_name(person).into())]);
    Dialog::text(title, Input::replaced(said), Destination::PairMeeting(person.to_owned()))
}

/// Notes that they met today: how long, then, after a comma, the theme if both agree to say it. What is no length is
/// refused, so that what they said to each other is not written in its place.
pub fn met(app: &mut App, person: &str, said: &str) -> Vec<Effect> {
    let (length, theme) = said.split_once(',').unwrap_or((said, ""));
    let (length, theme) = (length.trim().to_owned(), theme.trim().to_owned());
    if !is_length(&length) {
        return app.open(how_long(app, person, said).refusing(app.words.get(id!("pair-no-length"))));
    }
    let met = PairMeeting { date: Day(app.today()), length, theme };
    let path = [Board::PEOPLE, person, Newcomer::PAIR_MEETINGS];
    let earlier =
        app.folder.board.person(person).and_then(|person| person.met_on(met.date)).map(|(at, _)| at.to_string());
    let effects = match earlier {
        Some(at) => app.say(&FileId::Board, &[&path[..], &[&at]].concat(), json!(met)),
        None => app.push(&FileId::Board, &path, json!(met)),
    };
    app.tell(app.words.say(id!("pair-noted"), &[("day", date::long(&app.words, app.today()).into())]));
    effects
}

/// Whether words say how long something took, or nothing: `30 min`, `1 h 15`, `une demi-heure`.
fn is_length(said: &str) -> bool {
    const LENGTHS: &str = "an d de demi demie deux environ et h half heure heures hour hours min minute minutes mn quart quarter \
                           quarts trois un une";
    let is_number = |word: &str| word.len() <= 5 && word.starts_with(|c: char| c.is_ascii_digit());
    spoken(said).iter().all(|word| is_number(word) || LENGTHS.split(' ').any(|known| known == word))
}
