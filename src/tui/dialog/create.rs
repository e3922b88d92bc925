//! Records that a person adds: where each goes, what it starts with, and its sheet, open.

use serde_json::json;

use super::{fields, open};
use crate::{
    domain::{
        board::{column::Column, import},
        edit::Edit,
        meeting::closing,
        model::{
            cycle::Step,
            document::{Document, FileId},
            folder::Folder,
            plan::Row,
        },
        value::{text::slug, when::Day},
    },
    tui::{
        app::App,
        effect::{Effect, Weight},
        screens,
        state::{
            Subject,
            dialog::{Overlay, Target},
        },
    },
    words::id,
};

/// Adds the record that a target asks for, from the text that was typed.
pub fn add(app: &mut App, target: &Target, text: &str) -> Vec<Effect> {
    let trimmed = text.trim();
    match target {
        Target::NewPerson => {
            let person = import::arriving(&app.folder, trimmed, Day(app.today()));
            let id = person.id.clone();
            let effects = app.push(&FileId::Board, &["personnes"], json!(person));
            screens::board::select(app, &id);
            app.open_sheet(Subject::Person(id.clone()));
            // What comes after a name is what the person does: who goes on typing types that.
            if let Some(job) = fields::cell(app, &id, &Column::Field("fonction")) {
                let overlay = open::edit_field(app, job);
                app.open(overlay);
            }
            effects
        }
        Target::NewRow => row(app, Row { title: trimmed.into(), ..Row::default() }),
        Target::NewIssue => {
            let id = free_id(trimmed, |id| app.folder.plan.issue(id).is_some());
            let priority = app.folder.plan.issues.len() + 1;
            let issue = json!({ "id": id, "nom": trimmed, "priorité": priority, "étape": Step::Issues, "tour": 1 });
            let effects = app.push(&FileId::Plan, &["enjeux"], issue);
            app.open_sheet(Subject::Issue(id));
            effects
        }
        Target::NewIndicator(issue) => {
            let id = free_id(trimmed, |id| app.folder.plan.indicators.iter().any(|i| i.id == id));
            let indicator = json!({ "id": id, "question": trimmed, "enjeu": issue, "mesure": "" });
            let effects = app.push(&FileId::Plan, &["indicateurs"], indicator);
            app.open_sheet(Subject::Indicator(id));
            effects
        }
        Target::NewScale(issue) => {
            let taken = |id: &str| {
                app.folder.plan.issue(issue).is_some_and(|issue| issue.scales.iter().any(|scale| scale.id == id))
            };
            let id = (1..).map(|n| format!("o{n}")).find(|id| !taken(id)).unwrap_or_default();
            // Each level says something from the start: a line left empty would move the others.
            let words = app.words.get(id!("scale-levels")).into_owned();
            let mut levels: Vec<&str> = words.split("; ").collect();
            levels.insert(levels.len() / 2, trimmed);
            let scale = json!({ "id": id, "objectif": trimmed, "niveaux": levels });
            app.push(&FileId::Plan, &["enjeux", issue, "échelles"], scale)
        }
        Target::NewImpact => screens::impact::add(app, trimmed),
        Target::NewOfIssue(issue) => of_issue(app, trimmed, issue),
        Target::NewUnderIssue(kind) => of_issue(app, kind, trimmed),
        Target::NewMember => app.push(&FileId::Plan, &["comité", "membres"], json!({ "nom": trimmed })),
        Target::RowIssue(row) => {
            let step = app.folder.plan.issue(trimmed).map_or(Step::Issues, |issue| issue.step);
            app.push(&FileId::Plan, &["déploiement", row, "cycle"], json!({ "enjeu": trimmed, "étapes": [step] }))
        }
        Target::NewCheck => {
            let stem = Folder::free_stem(&app.folder.impacts, app.today());
            let check = closing::new_check(&app.folder, trimmed, Day(app.today()));
            let create = Edit::create(FileId::Impact(stem.clone()), &Document::Impact(check));
            let effects = app.edit(vec![create], Weight::Ordinary);
            app.open_sheet(Subject::Check(stem));
            effects
        }
        _ => Vec::new(),
    }
}

/// Asks for the words of an indicator or of an objective of an issue.
fn of_issue(app: &mut App, kind: &str, issue: &str) -> Vec<Effect> {
    if kind == "scale" {
        app.open_sheet(Subject::Issue(issue.to_owned()));
    }
    let (title, target) = match kind {
        "scale" => (id!("new-scale"), Target::NewScale(issue.to_owned())),
        _ => (id!("new-indicator"), Target::NewIndicator(issue.to_owned())),
    };
    app.open(Overlay::line(&app.words, title, "", target))
}

/// Adds a row to the plan, under an id that no row has.
pub fn row(app: &mut App, row: Row) -> Vec<Effect> {
    let taken = |id: &str| app.folder.plan.row(id).is_some();
    let id = (1..).map(|n| format!("p{n}")).find(|id| !taken(id)).unwrap_or_default();
    let effects = app.push(&FileId::Plan, &["déploiement"], json!(Row { id: id.clone(), ..row }));
    if app.folder.plan.row(&id).is_some() {
        app.open_sheet(Subject::Row(id));
    }
    effects
}

/// An id that no record has yet, from the first words of a name: ASCII, as people write them by hand.
fn free_id(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let base = slug(name, 4);
    let base = if base.is_empty() { "x".to_owned() } else { base };
    let candidates = std::iter::once(base.clone()).chain((2..).map(|n| format!("{base}-{n}")));
    candidates.into_iter().find(|id| !taken(id)).unwrap_or(base)
}
