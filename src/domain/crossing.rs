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
            counts: question.counts.iter().map(count).collect(),
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
    let parts = shown(question, withheld(&parts), parts);
    Crossing { question: question.id.clone(), by: by.id.clone(), withheld: withheld(&parts), groups: parts }
}

/// The groups with the counts that can be shown: five or more, and none that the others would tell. In each group, and for
/// each answer over all groups, either nothing is hidden or two things are.
fn shown(question: &Question, withheld: u32, mut parts: Vec<Part>) -> Vec<Part> {
    let answers = question.counts.len();
    let mut hidden: Vec<Vec<bool>> =
        parts.iter().map(|part| part.counts.iter().map(|count| count.n < FEWEST).collect()).collect();
    // What nobody answered at all is no secret.
    let said = |answer: usize| question.counts[answer].n > 0;
    loop {
        let alone_in_group = (0..parts.len()).find_map(|group| {
            let hides = (0..answers).filter(|answer| said(*answer) && hidden[group][*answer]).count();
            let shows = (0..answers).filter(|answer| said(*answer) && !hidden[group][*answer]);
            (hides == 1)
                .then(|| shows.min_by_key(|answer| parts[group].counts[*answer].n))?
                .map(|answer| (group, answer))
        });
        // The groups that are not shown are told together, by what is left of the whole.
        let outside = |answer: usize| {
            let inside = sum(parts.iter().map(|part| part.counts[answer].n));
            usize::from(withheld > 0 && question.counts[answer].n.saturating_sub(inside) < FEWEST)
        };
        let alone_for_answer = || {
            (0..answers).filter(|answer| said(*answer)).find_map(|answer| {
                let hides = (0..parts.len()).filter(|group| hidden[*group][answer]).count() + outside(answer);
                let shows = (0..parts.len()).filter(|group| !hidden[*group][answer]);
                let smallest = || shows.min_by_key(|group| parts[*group].counts[answer].n);
                (hides == 1).then(smallest)?.map(|group| (group, answer))
            })
        };
        let Some((group, answer)) = alone_in_group.or_else(alone_for_answer) else { break };
        hidden[group][answer] = true;
    }
    for (part, hidden) in parts.iter_mut().zip(&hidden) {
        let mut hidden = hidden.iter();
        part.counts.retain(|count| hidden.next() == Some(&false) && count.n > 0);
    }
    parts.retain(|part| !part.counts.is_empty());
    parts
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

    /// The counts that are shown, group by group, and how many answers are not in a group that is shown. A row of a
    /// group is how many said « oui », then « non », then « peut-être ».
    fn told(groups: &[(&str, [u32; 3])]) -> (Vec<String>, u32) {
        let answers = ["Oui", "Non", "Peut-être"];
        let all = |at: usize| groups.iter().map(|(_, counts)| counts[at]).sum::<u32>();
        let sizes: Vec<(&str, u32)> = groups.iter().map(|(group, counts)| (*group, counts.iter().sum())).collect();
        let counts: Vec<(&str, u32)> = answers.iter().enumerate().map(|(at, answer)| (*answer, all(at))).collect();
        let questions = [question("a", Some("N5"), &counts), question("b", None, &sizes)];
        let rows = groups.iter().flat_map(|(group, counts)| {
            let said = answers.iter().zip(counts).flat_map(|(answer, n)| std::iter::repeat_n(*answer, *n as usize));
            said.map(|answer| (vec![answer.to_owned()], vec![(*group).to_owned()])).collect::<Vec<_>>()
        });
        let (said, by): (Vec<_>, Vec<_>) = rows.unzip();
        let crossings = super::all(&questions, &[said, by], 1);
        let group = |part: &Part| {
            let counts = part.counts.iter().map(|count| format!("{} {}", count.answer, count.n));
            format!("{}: {}", part.group, counts.collect::<Vec<_>>().join(", "))
        };
        (crossings[0].groups.iter().map(group).collect(), crossings[0].withheld)
    }

    #[test]
    fn a_group_of_fewer_than_five_is_never_shown_nor_told_by_the_others() {
        for (groups, expected) in [
            (&[("Nord", [7, 6, 0]), ("Sud", [6, 8, 0])][..], (vec!["Nord: Oui 7, Non 6", "Sud: Oui 6, Non 8"], 0)),
            // Alone under five, Sud would be the whole less the others: the smallest of those goes too.
            (&[("Nord", [17, 16, 0]), ("Est", [6, 5, 0]), ("Sud", [2, 2, 0])], (vec!["Nord: Oui 17, Non 16"], 15)),
            (&[("Nord", [9, 9, 0]), ("Sud", [1, 0, 0])], (vec![], 19)),
        ] {
            let (shown, withheld) = told(groups);
            assert_eq!((shown.iter().map(String::as_str).collect::<Vec<_>>(), withheld), expected, "{groups:?}");
        }
    }

    #[test]
    fn a_count_under_five_is_never_shown_nor_told_by_the_others() {
        for (groups, expected) in [
            // Everybody of a group said the same: what one says is what each says.
            (&[("Nord", [7, 0, 0]), ("Sud", [0, 6, 0])][..], vec![]),
            (&[("Nord", [7, 0, 0]), ("Sud", [4, 1, 1])], vec![]),
            (
                &[("Nord", [20, 9, 1]), ("Sud", [15, 8, 2]), ("Est", [12, 10, 9])],
                vec!["Nord: Oui 20", "Sud: Oui 15", "Est: Oui 12, Non 10, Peut-être 9"],
            ),
        ] {
            let (shown, _) = told(groups);
            assert_eq!(shown, expected, "{groups:?}");
        }
    }

    #[test]
    fn only_a_list_of_the_schools_own_makes_groups() {
        assert!(makes_groups(&question("b", None, &[("Nord", 2), ("Sud", 1)])));
        assert!(!makes_groups(&question("b", Some("N1"), &[("Nord", 2), ("Sud", 1)])), "it says what they think");
        assert!(!makes_groups(&question("b", None, &[("Nord", 2), ("Sud", 0)])));
    }
}
