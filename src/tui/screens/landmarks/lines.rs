//! The lines of screen 6: the advice, the catalogues, the entries of the open one or those found.

use crate::{
    domain::{
        advice::topic::Advice,
        model::{
            catalogue::{Catalogue, Entry, Group},
            plan::Term,
        },
        value::text::nearly_matches,
    },
    tui::app::App,
};

/// The id under which the advice opens, among those of the catalogues.
pub const ADVICE: &str = "a-regarder";
/// The catalogue that a school can extend with its own terms.
pub const LEXICON: &str = "lexique";

/// One line of the screen.
#[derive(Clone, Copy)]
pub enum LandmarkLine<'a> {
    /// The advice to open, with its count.
    Advices(usize),
    /// A piece of advice.
    Advice(&'a Advice),
    /// A catalogue to open.
    Catalogue(&'a Catalogue),
    /// A group of the open catalogue, or of one with search results.
    Group(&'a Catalogue, &'a Group),
    /// The heading of the school's own terms.
    Terms,
    /// A term of the school, with its index.
    Term(usize, &'a Term),
    Entry(&'a Catalogue, &'a Group, &'a Entry),
}

/// The lines shown: the catalogues, the contents of the open one, or the search results from all of them.
pub fn lines(app: &App) -> Vec<LandmarkLine<'_>> {
    let view = &app.views.landmarks;
    let open = view.open.as_deref();
    if open == Some(ADVICE) {
        return app.advice().map(LandmarkLine::Advice).collect();
    }
    if open.is_none() && view.filter.is_empty() {
        let catalogues = app.setting.catalogues.iter().map(LandmarkLine::Catalogue);
        return std::iter::once(LandmarkLine::Advices(app.advice().count())).chain(catalogues).collect();
    }
    let mut lines = Vec::new();
    let catalogues = &app.setting.catalogues;
    let shown: Vec<&Catalogue> = match open {
        Some(id) => catalogues.get(id).into_iter().collect(),
        None => catalogues.iter().collect(),
    };
    for catalogue in shown {
        for group in &catalogue.groups {
            let found = group.entries.iter().filter(|entry| entry.answers(group, &view.filter));
            let mut found = found.map(|entry| LandmarkLine::Entry(catalogue, group, entry)).peekable();
            if found.peek().is_some() {
                lines.push(LandmarkLine::Group(catalogue, group));
                lines.extend(found);
            }
        }
        if catalogue.id == LEXICON {
            let said = |term: &Term| format!("{} {}", term.word, term.meaning);
            let terms = app.folder.plan.lexicon.iter().enumerate();
            let mut found = terms.filter(|(_, term)| nearly_matches(&said(term), &view.filter)).peekable();
            if found.peek().is_some() {
                lines.push(LandmarkLine::Terms);
                lines.extend(found.map(|(at, term)| LandmarkLine::Term(at, term)));
            }
        }
    }
    lines
}

/// Whether the lexicon is open, where terms can be added.
pub fn is_lexicon(app: &App) -> bool {
    app.views.landmarks.open.as_deref() == Some(LEXICON)
}
