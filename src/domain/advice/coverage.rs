//! What induction programmes aim at, do and rely on, and how much of it the plan and the board show.

use std::collections::BTreeSet;

use crate::domain::{
    model::{
        board::Newcomer,
        catalogue::{Catalogue, Catalogues, Entry},
        folder::Folder,
    },
    value::text::fold,
};

/// What is looked for: aims, measures or conditions of an effective programme. Each is one group of one catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageSubject {
    /// What induction programmes aim at (S000-04).
    Aims,
    /// What they do (S000-06).
    Measures,
    /// What makes one effective (S000-03).
    Conditions,
}

impl CoverageSubject {
    /// Everything that is looked for.
    pub const ALL: [CoverageSubject; 3] =
        [CoverageSubject::Aims, CoverageSubject::Measures, CoverageSubject::Conditions];

    fn place(self) -> (&'static str, &'static str) {
        match self {
            CoverageSubject::Aims => ("visees", "visees"),
            CoverageSubject::Measures => ("mesures", "mesures"),
            CoverageSubject::Conditions => ("conditions", "efficace"),
        }
    }
}

/// How much of a group the school's files show.
#[derive(Clone, Debug)]
pub struct Coverage<'a> {
    /// What is looked for.
    pub of: CoverageSubject,
    /// Its catalogue.
    pub catalogue: &'a Catalogue,
    /// The entries that the school's files show.
    pub done: Vec<&'a Entry>,
    /// The entries that they do not show.
    pub left: Vec<&'a Entry>,
    /// The entries without keywords, which no plan could show.
    pub unread: Vec<&'a Entry>,
}

/// Returns how much of each group the school's files show.
pub fn coverage<'a>(folder: &Folder, shelf: &'a Catalogues) -> Vec<Coverage<'a>> {
    let shown = shown(folder, shelf);
    let of = |of: CoverageSubject| {
        let (catalogue, group) = of.place();
        let catalogue = shelf.get(catalogue)?;
        let (signed, unread): (Vec<&Entry>, _) =
            catalogue.group(group)?.entries.iter().partition(|entry| !entry.signs.is_empty());
        let is_shown = |entry: &&Entry| entry.signs.iter().any(|sign| shown.contains(sign.as_str()));
        let (done, left) = signed.into_iter().partition(is_shown);
        Some(Coverage { of, catalogue, done, left, unread })
    };
    CoverageSubject::ALL.into_iter().filter_map(of).collect()
}

/// The folded text of everything that the plan and the board show to be done.
fn shown(folder: &Folder, shelf: &Catalogues) -> String {
    let plan = &folder.plan;
    let mut shown: Vec<String> = Vec::new();
    for row in &plan.rows {
        shown.extend(
            [&row.title, &row.comments].into_iter().chain(&row.intentions).chain(&row.links).map(|text| fold(text)),
        );
    }
    shown.extend(plan.issues.iter().map(|issue| fold(&format!("{} {}", issue.name, issue.goal))));
    let anybody = |has: fn(&Newcomer) -> bool| folder.board.present().any(has);
    let signs = [
        ("objectif", plan.issues.iter().any(|issue| !issue.goal.is_empty())),
        ("mentor", anybody(|person| person.mentor.is_some())),
        ("repondant", anybody(|person| person.contact.is_some())),
        ("liberation", anybody(|person| person.release.as_ref().is_some_and(|release| release.granted.0 > 0.0))),
    ];
    shown.extend(signs.iter().filter(|(_, is_shown)| *is_shown).map(|(sign, _)| (*sign).to_owned()));
    let codes: BTreeSet<&String> = folder.board.present().flat_map(|person| &person.modalities).collect();
    let supports = shelf.get("modalites");
    let supports = codes.into_iter().filter_map(|code| supports?.entry(code));
    shown.extend(supports.map(|entry| fold(&format!("{} {}", entry.text, entry.note))));
    shown.join(" ")
}
