//! What induction programmes aim at, do and rest on, and what the school's files or the school itself say of each: nothing is
//! inferred from bits of words.

use std::collections::HashSet;

use crate::domain::{
    model::{
        board::Newcomer,
        catalogue::{Catalogue, Catalogues, CoveredBy, Entry, Fact, Group},
        folder::Folder,
        means::Means,
        plan::{CoverageAnswer, Row},
        progress::Progress,
    },
    value::text::{affirms, spoken},
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
    let files = SpokenFiles::of(folder, shelf);
    let of = |of: CoverageSubject| {
        let (catalogue, group) = of.place();
        let catalogue = shelf.get(catalogue)?;
        let group = catalogue.group(group)?;
        let entries = group.entries.iter().map(|entry| (entry, files.standing(group, entry))).collect();
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
    SpokenFiles::of(folder, shelf).standing(group, entry)
}

/// Several texts, each in its words.
type Spoken = Vec<Vec<String>>;

/// What a school's files say that may show an entry, split into words once for all entries.
struct SpokenFiles<'a> {
    folder: &'a Folder,
    rows: Vec<(&'a Row, Spoken)>,
    means: Vec<(&'a Row, &'a Means, Spoken)>,
    decisions: Vec<(&'a str, Spoken)>,
    supports: Vec<(&'a Entry, Spoken)>,
    /// Every word that is said there: most signs have one that is not.
    words: HashSet<String>,
}

impl<'a> SpokenFiles<'a> {
    fn of(folder: &'a Folder, shelf: &'a Catalogues) -> Self {
        fn split<'t>(texts: impl IntoIterator<Item = &'t str>) -> Spoken {
            texts.into_iter().map(spoken).collect()
        }
        let kept = || folder.plan.rows.iter().filter(|row| row.state() != Progress::Dropped);
        let row = |row: &'a Row| {
            let texts = [&row.title, &row.comments].into_iter().chain(&row.intentions).chain(&row.links);
            (row, split(texts.map(String::as_str)))
        };
        let means = kept().flat_map(|row| row.means.iter().map(move |means| (row, means)));
        let means = means.filter(|(_, means)| means.state() != Progress::Dropped);
        let decided = folder.meetings.iter().filter(|(_, meeting)| !meeting.decisions.is_empty());
        let is_offered = |entry: &&Entry| folder.board.staying().any(|person| person.modalities.contains(&entry.code));
        let supports = shelf.entries("modalites");
        let support = |support: &'a Entry| (support, split([support.text.as_str(), support.note.as_str()]));
        let mut files = SpokenFiles {
            folder,
            rows: kept().map(row).collect(),
            means: means.map(|(row, means)| (row, means, split(means.texts().map(String::as_str)))).collect(),
            decisions: decided
                .map(|(stem, meeting)| (stem.as_str(), split(meeting.decisions.iter().map(String::as_str))))
                .collect(),
            supports: supports.filter(is_offered).map(support).collect(),
            words: HashSet::new(),
        };
        files.words = files.texts().flatten().flatten().cloned().collect();
        files
    }

    fn texts(&self) -> impl Iterator<Item = &Spoken> {
        let rows = self.rows.iter().map(|(_, texts)| texts);
        let means = self.means.iter().map(|(.., texts)| texts);
        let others = self.decisions.iter().map(|(_, texts)| texts);
        rows.chain(means).chain(others).chain(self.supports.iter().map(|(_, texts)| texts))
    }

    fn standing(&self, group: &Group, entry: &Entry) -> Standing<'a> {
        match self.folder.plan.coverage.iter().find(|answer| answer.code == entry.code) {
            Some(answer) if answer.is_done == Some(true) => Standing::Said(answer),
            Some(answer) if answer.is_done == Some(false) => Standing::Denied(answer),
            _ if group.covered_by == Some(CoveredBy::Files) => {
                let found = self.evidence(entry);
                if found.is_empty() { Standing::Unsaid } else { Standing::Shown(found) }
            }
            _ => Standing::Unsaid,
        }
    }

    /// Where the files say that an entry is done or planned.
    fn evidence(&self, entry: &Entry) -> Vec<Evidence<'a>> {
        let are_said = |sign: &Vec<String>| sign.iter().all(|word| self.words.contains(word));
        let signs: Vec<Vec<String>> = entry.signs.iter().map(|sign| spoken(sign)).filter(are_said).collect();
        let is_said = |texts: &Spoken| texts.iter().any(|text| signs.iter().any(|sign| affirms(text, sign)));
        let rows = self.rows.iter().filter(|(_, texts)| is_said(texts));
        let means = self.means.iter().filter(|(.., texts)| is_said(texts));
        let decided = self.decisions.iter().filter(|(_, texts)| is_said(texts));
        let supports = self.supports.iter().filter(|(_, texts)| is_said(texts));
        let facts = entry.facts.iter().copied().filter(|fact| is_fact(self.folder, *fact));
        rows.map(|(row, _)| Evidence::Row(row))
            .chain(means.map(|(row, means, _)| Evidence::Means(row, means)))
            .chain(decided.map(|(stem, _)| Evidence::Decision(stem)))
            .chain(supports.map(|(support, _)| Evidence::Support(support)))
            .chain(facts.map(Evidence::Fact))
            .collect()
    }
}

/// Whether the board or the resources hold that.
fn is_fact(folder: &Folder, fact: Fact) -> bool {
    let anybody = |has: fn(&Newcomer) -> bool| folder.board.staying().any(has);
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
