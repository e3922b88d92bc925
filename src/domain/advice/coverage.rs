//! What induction programmes aim at, do and rest on, and what the school's files or the school itself say of each: nothing is
//! inferred from bits of words.

use crate::domain::{
    model::{
        board::Newcomer,
        catalogue::{Catalogue, Catalogues, CoveredBy, Entry, Fact, Group},
        folder::Folder,
        means::Means,
        plan::{CoverageAnswer, Row},
        progress::Progress,
    },
    value::text::affirms,
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

/// Where the files say that something is done or planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Evidence<'a> {
    /// A row of the plan.
    Row(&'a Row),
    /// A means of a row.
    Means(&'a Row, &'a Means),
    /// A decision of a meeting, by the stem of the meeting.
    Decision(&'a str),
    /// A kind of support that somebody is offered.
    Support(&'a Entry),
    /// Something that the board or the resources hold.
    Fact(Fact),
}

/// What is known of one entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing<'a> {
    /// The files show it, there.
    Shown(Vec<Evidence<'a>>),
    /// The school says that it does it.
    Said(&'a CoverageAnswer),
    /// The school says that it does not.
    Denied(&'a CoverageAnswer),
    /// Nothing says it yet.
    Unsaid,
}

impl Standing<'_> {
    /// Whether it is done, by the files or by the school's word.
    pub fn is_done(&self) -> bool {
        matches!(self, Standing::Shown(_) | Standing::Said(_))
    }
}

/// What is known of each entry of a group.
#[derive(Clone, Debug)]
pub struct Coverage<'a> {
    /// What is looked for.
    pub of: CoverageSubject,
    /// Its catalogue.
    pub catalogue: &'a Catalogue,
    /// Its entries, with what is known of each.
    pub entries: Vec<(&'a Entry, Standing<'a>)>,
}

impl Coverage<'_> {
    /// The number of entries that are done.
    pub fn done(&self) -> usize {
        self.entries.iter().filter(|(_, standing)| standing.is_done()).count()
    }
}

/// Returns what is known of each aim, measure and condition.
pub fn coverage<'a>(folder: &'a Folder, shelf: &'a Catalogues) -> Vec<Coverage<'a>> {
    let of = |of: CoverageSubject| {
        let (catalogue, group) = of.place();
        let catalogue = shelf.get(catalogue)?;
        let group = catalogue.group(group)?;
        let entries = group.entries.iter().map(|entry| (entry, standing(folder, shelf, group, entry))).collect();
        Some(Coverage { of, catalogue, entries })
    };
    CoverageSubject::ALL.into_iter().filter_map(of).collect()
}

/// Everything that may be done or answered.
pub fn entries(shelf: &Catalogues) -> impl Iterator<Item = &Entry> {
    let of = |of: CoverageSubject| {
        let (catalogue, group) = of.place();
        shelf.get(catalogue)?.group(group)
    };
    CoverageSubject::ALL.into_iter().filter_map(of).flat_map(|group| &group.entries)
}

/// Returns what is known of one entry: the school's own word first.
pub fn standing<'a>(folder: &'a Folder, shelf: &'a Catalogues, group: &Group, entry: &Entry) -> Standing<'a> {
    match folder.plan.coverage.iter().find(|answer| answer.code == entry.code) {
        Some(answer) if answer.is_done == Some(true) => Standing::Said(answer),
        Some(answer) if answer.is_done == Some(false) => Standing::Denied(answer),
        _ if group.covered_by == Some(CoveredBy::Files) => {
            let found = evidence(folder, shelf, entry);
            if found.is_empty() { Standing::Unsaid } else { Standing::Shown(found) }
        }
        _ => Standing::Unsaid,
    }
}

/// Where the files say that an entry is done or planned.
fn evidence<'a>(folder: &'a Folder, shelf: &'a Catalogues, entry: &Entry) -> Vec<Evidence<'a>> {
    let is_said = |text: &str| entry.signs.iter().any(|sign| affirms(text, sign));
    let kept = || folder.plan.rows.iter().filter(|row| row.state() != Progress::Dropped);
    let rows = kept().filter(|row| {
        let texts = [&row.title, &row.comments].into_iter().chain(&row.intentions).chain(&row.links);
        texts.into_iter().any(|text| is_said(text))
    });
    let means = kept().flat_map(|row| row.means.iter().map(move |means| (row, means)));
    let means = means.filter(|(_, means)| means.state() != Progress::Dropped);
    let means = means.filter(|(_, means)| means.texts().any(|text| is_said(text)));
    let decided =
        folder.meetings.iter().filter(|(_, meeting)| meeting.decisions.iter().any(|decision| is_said(decision)));
    let is_offered = |entry: &&Entry| folder.board.present().any(|person| person.modalities.contains(&entry.code));
    let supports = shelf.get("modalites").into_iter().flat_map(Catalogue::entries).map(|(_, support)| support);
    let supports = supports.filter(|support| is_said(&support.text) || is_said(&support.note)).filter(is_offered);
    let facts = entry.facts.iter().copied().filter(|fact| is_fact(folder, *fact));
    rows.map(Evidence::Row)
        .chain(means.map(|(row, means)| Evidence::Means(row, means)))
        .chain(decided.map(|(stem, _)| Evidence::Decision(stem)))
        .chain(supports.map(Evidence::Support))
        .chain(facts.map(Evidence::Fact))
        .collect()
}

/// Whether the board or the resources hold that.
fn is_fact(folder: &Folder, fact: Fact) -> bool {
    let anybody = |has: fn(&Newcomer) -> bool| folder.board.present().any(has);
    match fact {
        Fact::Mentor => anybody(|person| person.mentor.is_some()),
        Fact::Contact => anybody(|person| person.contact.is_some()),
        Fact::Release => {
            let bank = folder.plan.resources.release.as_ref();
            bank.is_some_and(|bank| bank.bank.0 > 0.0 || bank.per_arrival.0 > 0.0)
                || anybody(|person| person.release.as_ref().is_some_and(|release| release.granted.0 > 0.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::model::plan::Plan, store::shipped};

    /// The codes that a plan with one row of these words shows.
    fn shown(title: &str, means: &str) -> Vec<String> {
        let row =
            Row { id: "e3".into(), title: title.into(), means: vec![Means::from(means.to_owned())], ..Row::default() };
        let plan = Plan { rows: vec![row], ..Plan::default() };
        let folder = Folder { plan, ..Folder::default() };
        let shelf = shipped::shelf();
        let covered = coverage(&folder, &shelf);
        let done = covered.iter().flat_map(|covered| &covered.entries).filter(|(_, standing)| standing.is_done());
        done.map(|(entry, _)| entry.code.clone()).collect()
    }

    #[test]
    fn whole_words_show_a_measure_and_bits_of_words_do_not() {
        for (title, means, codes) in [
            ("Les transformations du local, la réintégration", "De l'information sur les endroits", &[][..]),
            ("Rencontre de la direction", "Étude de la supervision", &[]),
            ("Préparer le plan", "Un Guide d'accueil", &["visee-4", "mesure-04"]),
            ("Signer les documents de paie", "La plateforme de stationnement", &[]),
            ("Préparer la salle d'accueil", "Guide-nous", &[]),
            ("ATELIERS de formation du mercredi", "", &["mesure-02"]),
            ("L'atelier du concierge", "Trousse de premiers soins, documentation du photocopieur", &[]),
            ("On cesse les ateliers de formation", "Le séminaire est annulé", &[]),
            ("Une personne-ressource par étage", "", &["mesure-05"]),
            ("Former des mentors", "", &["mesure-01"]),
            ("Dégager une tache réduite", "", &[]),
            ("Pas d'ateliers de formation", "Aucune personne-ressource, sans mentor", &[]),
            ("Pas encore d'ateliers de formation; puis des ateliers de formation", "", &["mesure-02"]),
        ] {
            assert_eq!(shown(title, means), codes, "{title} · {means}");
        }
    }

    #[test]
    fn what_no_text_can_show_is_said_by_the_school_and_its_word_comes_first() {
        let shelf = shipped::shelf();
        let said =
            |code: &str, is_done| CoverageAnswer { code: code.into(), is_done: Some(is_done), reason: "Oui.".into() };
        let plan = Plan {
            rows: vec![Row { title: "Mentorat".into(), ..Row::default() }],
            coverage: vec![said("condition-3", true), said("mesure-01", false)],
            ..Plan::default()
        };
        let folder = Folder { plan, ..Folder::default() };
        let standing = |catalogue: &str, code: &str| {
            let (group, entry) = shelf.get(catalogue)?.entries().find(|(_, entry)| entry.code == code)?;
            Some(standing(&folder, &shelf, group, entry).is_done())
        };
        assert_eq!(standing("conditions", "condition-3"), Some(true));
        assert_eq!(standing("conditions", "condition-6"), Some(false), "a reduced load is asked, not guessed");
        assert_eq!(standing("mesures", "mesure-01"), Some(false), "the school says that its plan is no proof");
    }
}
