//! Which needs come first for whom: those of another job are offered after the others, and stay within reach.

use super::welcome;
use crate::domain::model::catalogue::Catalogues;

/// The catalogue of needs.
const NEEDS: &str = "besoins";

/// The needs to suggest, as pairs of a need and its label: those that are known here, then those of the catalogue, each with
/// its dimension of induction, so that those of teaching do not hide the others.
pub fn suggested(known: Vec<String>, catalogues: &Catalogues) -> Vec<(String, String)> {
    let entries = || catalogues.entries(NEEDS);
    let others: Vec<String> = entries().map(|entry| entry.text.clone()).filter(|need| !known.contains(need)).collect();
    let labelled = |need: String| {
        let dimension = entries().find(|entry| entry.text == need).and_then(|entry| entry.dimension);
        let label = dimension.map_or_else(|| need.clone(), |dimension| format!("{need} · {}", dimension.word()));
        (need, label)
    };
    known.into_iter().chain(others).map(labelled).collect()
}

/// Puts needs in the order in which they are offered to somebody of a job; as they are if nobody said the job.
pub fn by_job(needs: &mut [(String, String)], catalogues: &Catalogues, job: &str) {
    if job.trim().is_empty() {
        return;
    }
    let is_of_another =
        |need: &str| catalogues.entries(NEEDS).any(|entry| entry.text == need && !welcome::is_of_job(&entry.jobs, job));
    needs.sort_by_cached_key(|(need, _)| is_of_another(need));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::catalogue::{Catalogue, Dimension, Entry, Group};

    #[test]
    fn a_need_says_its_dimension_and_those_of_the_school_come_first() {
        let entry = |text: &str, dimension| Entry { text: text.into(), dimension, ..Entry::default() };
        let entries = vec![entry("statut", Some(Dimension::Employment)), entry("gestion de soi", None)];
        let groups = vec![Group { entries, ..Group::default() }];
        let catalogue = Catalogue { id: NEEDS.into(), groups, ..Catalogue::default() };
        let catalogues = Catalogues::new([(NEEDS.to_owned(), Box::new(move || catalogue) as _)]);
        let labels = |known: &[&str]| -> Vec<String> {
            let known = known.iter().map(|need| (*need).to_owned()).collect();
            suggested(known, &catalogues).into_iter().map(|(_, label)| label).collect()
        };
        assert_eq!(labels(&["piscine"]), ["piscine", "statut · emploi", "gestion de soi"]);
        assert_eq!(labels(&["statut"]), ["statut · emploi", "gestion de soi"], "one that is known is not told twice");
    }

    #[test]
    fn whoever_does_not_teach_is_offered_the_needs_of_teaching_last() {
        let entry = |text: &str, jobs: &[&str]| Entry {
            text: text.into(),
            jobs: jobs.iter().map(|job| (*job).to_owned()).collect(),
            ..Entry::default()
        };
        let entries = vec![entry("rencontres de parents", &["enseign"]), entry("intégration à l’équipe", &[])];
        let groups = vec![Group { entries, ..Group::default() }];
        let catalogue = Catalogue { id: NEEDS.into(), groups, ..Catalogue::default() };
        let catalogues = Catalogues::new([(NEEDS.to_owned(), Box::new(move || catalogue) as _)]);
        let first = |job: &str| {
            let mut needs =
                ["rencontres de parents", "intégration à l’équipe"].map(|need| (need.to_owned(), need.to_owned()));
            by_job(&mut needs, &catalogues, job);
            needs[0].0.clone()
        };
        assert_eq!(first("concierge de soir"), "intégration à l’équipe");
        assert_eq!(first("Enseignante, 2e cycle"), "rencontres de parents");
        assert_eq!(first(""), "rencontres de parents", "nothing is guessed of a job that nobody said");
    }
}
