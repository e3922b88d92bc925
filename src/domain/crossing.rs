//! The answers to one question, apart for each answer to another, and never so few that they tell who answered what.

use super::survey::{Answering, Count, Crossing, FEWEST, Part, Question, key, sum};

/// The most groups that can be told apart.
const MOST_GROUPS: usize = 8;

/// Whether the answers to a question make groups: one answer each, at least two groups of them.
pub fn makes_groups(question: &Question) -> bool {
    let groups = question.counts.iter().filter(|count| count.n > 0).count();
    question.answering == Answering::One && question.code.is_none() && (2..=MOST_GROUPS).contains(&groups)
}

/// Every other question by the groups that one makes. `cells` are the answers of each row, question by question.
pub fn all(questions: &[Question], cells: &[Vec<Vec<String>>], by: usize) -> Vec<Crossing> {
    let crossed = questions.iter().enumerate().filter(|(at, question)| {
        *at != by && question.answering != Answering::Words && question.answering != Answering::Ranked
    });
    crossed.map(|(at, question)| cross((question, &cells[at]), (&questions[by], &cells[by]))).collect()
}

fn cross((question, answers): (&Question, &[Vec<String>]), (by, groups): (&Question, &[Vec<String>])) -> Crossing {
    let part = |group: &Count| {
        let rows = answers.iter().zip(groups).filter(|(row, in_group)| {
            !row.is_empty() && in_group.first().is_some_and(|said| key(said) == key(&group.answer))
        });
        let rows: Vec<&Vec<String>> = rows.map(|(row, _)| row).collect();
        let count = |count: &Count| {
            let n = rows.iter().filter(|row| row.iter().any(|said| key(said) == key(&count.answer))).count();
            Count { answer: count.answer.clone(), n: whole(n), ranks: Vec::new() }
        };
        Part {
            group: group.answer.clone(),
            answered: whole(rows.len()),
            counts: question.counts.iter().map(count).filter(|count| count.n > 0).collect(),
        }
    };
    let mut parts: Vec<Part> = by.counts.iter().map(part).filter(|part| part.answered > 0).collect();
    parts.retain(|part| part.answered >= FEWEST);
    let withheld = |parts: &[Part]| question.answered.saturating_sub(sum(parts.iter().map(|part| part.answered)));
    // What is left out of the whole would be told by the rest: it must hold enough answers too, or the smallest group
    // goes with it.
    while (1..FEWEST).contains(&withheld(&parts)) {
        let Some(smallest) = (0..parts.len()).min_by_key(|at| parts[*at].answered) else { break };
        parts.remove(smallest);
    }
    Crossing { question: question.id.clone(), by: by.id.clone(), withheld: withheld(&parts), groups: parts }
}

fn whole(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(id: &str, code: Option<&str>, counts: &[(&str, u32)]) -> Question {
        let count = |(answer, n): &(&str, u32)| Count { answer: (*answer).into(), n: *n, ranks: Vec::new() };
        Question {
            id: id.into(),
            code: code.map(Into::into),
            text: id.into(),
            answering: Answering::One,
            answered: counts.iter().map(|(_, n)| n).sum(),
            counts: counts.iter().map(count).collect(),
            comments: Vec::new(),
        }
    }

    /// The groups that are shown, and how many answers are not, when each group answers « oui » so many times.
    fn shown(groups: &[(&str, u32)]) -> (Vec<String>, u32) {
        let all: u32 = groups.iter().map(|(_, n)| n).sum();
        let questions = [question("a", Some("N5"), &[("Oui", all)]), question("b", None, groups)];
        let row = |said: &str| vec![said.to_owned()];
        let yes = (0..all).map(|_| row("Oui")).collect();
        let by = groups.iter().flat_map(|(group, n)| (0..*n).map(|_| row(group))).collect();
        let crossings = super::all(&questions, &[yes, by], 1);
        assert_eq!(crossings.len(), 1);
        (crossings[0].groups.iter().map(|part| part.group.clone()).collect(), crossings[0].withheld)
    }

    #[test]
    fn a_group_of_fewer_than_five_is_never_shown_nor_told_by_the_others() {
        for (groups, expected) in [
            (&[("Nord", 7), ("Sud", 6)][..], (vec!["Nord", "Sud"], 0)),
            // Alone under five, Sud would be the whole less the others: the smallest of those goes too.
            (&[("Nord", 7), ("Est", 6), ("Sud", 4)], (vec!["Nord"], 10)),
            (&[("Nord", 9), ("Sud", 1)], (vec![], 10)),
            (&[("Nord", 9), ("Est", 3), ("Sud", 2)], (vec!["Nord"], 5)),
        ] {
            let (names, withheld) = shown(groups);
            assert_eq!((names.iter().map(String::as_str).collect::<Vec<_>>(), withheld), expected, "{groups:?}");
        }
    }

    #[test]
    fn only_a_list_of_the_schools_own_makes_groups() {
        assert!(makes_groups(&question("b", None, &[("Nord", 2), ("Sud", 1)])));
        assert!(!makes_groups(&question("b", Some("N1"), &[("Nord", 2), ("Sud", 1)])), "it says what they think");
        assert!(!makes_groups(&question("b", None, &[("Nord", 2), ("Sud", 0)])));
    }
}
