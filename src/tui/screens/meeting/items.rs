//! The lines of each point that the cursor can stand on.

use crate::{
    domain::model::{
        agenda::Point,
        board::{Tier, Wellbeing},
        document::FileId,
        draft::Draft,
        field_kind::Kind,
        meeting::Meeting,
        progress::Progress,
    },
    tui::{action::Action, app::App, dialog::fields, state::field::Field},
    words::{Id, id},
};

/// A line that the cursor can stand on.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A field of the meeting.
    Field(Field),
    /// The answer to a question of an issue's step, by its position.
    Answer(usize),
    /// A member, here or not.
    Presence(String),
    /// An action of last time, by its position.
    Return(usize),
    /// A row of the plan.
    Row(String),
    /// An entry of a list: the path of its text, and its position.
    Entry(Vec<String>, usize),
    /// A place to add to a list: the question, and the list.
    Add(Id, Vec<String>),
    /// Closing the meeting.
    Close,
}

/// The numbered choices of a line.
pub const CHOICES: [Action; 7] = [
    Action::Choice1,
    Action::Choice2,
    Action::Choice3,
    Action::Choice4,
    Action::Choice5,
    Action::Choice6,
    Action::Choice7,
];

/// A field of the meeting under way.
pub fn field(app: &App, path: &[&str]) -> Field {
    let members = || Kind::Name(app.folder.plan.committee.names().map(Into::into).collect());
    let key = path.iter().rev().find(|step| step.parse::<usize>().is_err()).copied().unwrap_or_default();
    let kind = match (path[0], key) {
        ("tour", "état") => Kind::words(Wellbeing::WORDS),
        ("tour", "palier") => Kind::words(Tier::WORDS),
        (_, "état") => Kind::words(Progress::WORDS),
        (_, "besoins") => fields::needs(app),
        (_, "note" | "notes" | "réponse") => Kind::Text,
        (_, "qui" | "animation" | "prise_de_notes") => members(),
        (_, "quand") => Kind::When,
        (_, "prochaine_rencontre") => Kind::Day,
        _ => Kind::Line,
    };
    let worded =
        if (path[0], key) == ("tour", "quoi") { "prochain-pas".into() } else { crate::domain::value::text::ascii(key) };
    let label = app.words.find(&format!("meeting-field-{worded}")).unwrap_or(worded.into()).into_owned();
    let path = std::iter::once("rencontre").chain(path.iter().copied()).map(Into::into).collect();
    Field { label, file: FileId::Draft, path, kind, heading: None }
}

/// The field of the answer of that position, for the issue of the point.
pub fn answer(app: &App, draft: &Draft, at: usize) -> Field {
    let issue = draft.meeting.issues.get(draft.rank).map_or("", |point| point.issue.as_str());
    field(app, &["enjeux", issue, "réponses", &at.to_string(), "réponse"])
}

fn list(path: &[&str]) -> Vec<String> {
    std::iter::once("rencontre").chain(path.iter().copied()).map(Into::into).collect()
}

fn entries(list_key: &str, count: usize) -> impl Iterator<Item = Item> {
    let key = list_key.to_owned();
    (0..count).map(move |at| Item::Entry(list(&[&key, &at.to_string()]), at))
}

/// The four lists of the review, each with the question that adds to it.
pub const REVIEW: [(&str, Id, Id); 4] = [
    ("bons_coups", id!("review-bons-coups"), id!("add-success")),
    ("irritants", id!("review-irritants"), id!("add-irritant")),
    ("incohérences", id!("review-incoherences"), id!("add-inconsistency")),
    ("ajustements", id!("review-ajustements"), id!("add-adjustment")),
];

/// The entries of a list of the review.
pub fn review<'a>(meeting: &'a Meeting, key: &str) -> &'a [String] {
    match key {
        "bons_coups" => &meeting.successes,
        "irritants" => &meeting.irritants,
        "incohérences" => &meeting.inconsistencies,
        _ => &meeting.adjustments,
    }
}

/// The place where an action of the committee is added.
pub fn adding_action() -> Item {
    Item::Add(id!("add-action"), list(&["actions"]))
}

/// The lines of the point of the agenda.
pub fn of_point(app: &App, draft: &Draft) -> Vec<Item> {
    let field = |path: &[&str]| Item::Field(field(app, path));
    match draft.point() {
        Point::Opening => {
            let members = app.folder.plan.committee.names().map(|name| Item::Presence(name.into()));
            members.chain([field(&["animation"]), field(&["prise_de_notes"])]).collect()
        }
        Point::Returns => (0..draft.meeting.returns.len()).map(Item::Return).collect(),
        Point::Portrait => Vec::new(),
        Point::People => match draft.meeting.people.get(draft.rank) {
            Some(point) => {
                let id = point.person.as_str();
                let fields = [
                    &["tour", id, "état"][..],
                    &["tour", id, "palier"],
                    &["tour", id, "besoins"],
                    &["tour", id, "note"],
                    &["tour", id, "action", "quoi"],
                    &["tour", id, "action", "qui"],
                    &["tour", id, "action", "quand"],
                ];
                fields.into_iter().map(field).collect()
            }
            None => Vec::new(),
        },
        Point::Issues => match draft.meeting.issues.get(draft.rank) {
            Some(point) => {
                let rows = app.folder.plan.rows.iter().filter(|row| row.serves(&point.issue, point.after));
                let of_step = point.answers.iter().enumerate().filter(|(_, answer)| Some(answer.step) == point.after);
                let answers = of_step.map(|(at, _)| Item::Answer(at));
                answers
                    .chain([field(&["enjeux", &point.issue, "notes"])])
                    .chain(rows.map(|row| Item::Row(row.id.clone())))
                    .collect()
            }
            None => Vec::new(),
        },
        Point::Review => REVIEW
            .iter()
            .flat_map(|(key, _, title)| {
                entries(key, review(&draft.meeting, key).len()).chain([Item::Add(*title, list(&[key]))])
            })
            .collect(),
        Point::Decisions => {
            let decisions = entries("décisions", draft.meeting.decisions.len())
                .chain([Item::Add(id!("add-decision"), list(&["décisions"]))]);
            let actions = (0..draft.meeting.actions.len()).flat_map(|at| {
                let at = at.to_string();
                ["quoi", "qui", "quand"].map(|key| field(&["actions", &at, key]))
            });
            decisions.chain(actions).chain([adding_action()]).collect()
        }
        Point::Closing => vec![field(&["prochaine_rencontre"]), Item::Close],
    }
}
