//! Cross-tabulations: the answers to one question, for each answer to another, never so few that they reveal who
//! answered what.

use std::collections::BTreeSet;

use super::scales;
use crate::domain::{
    model::survey::{Answering, Count, Crossing, CrossingGroup, FEWEST, OTHER, Question, sum, whole},
    privacy::masked_counts::MaskedCounts,
};

/// The maximum number of groups.
const MOST_GROUPS: usize = 8;

/// Whether the answers to a question can define groups: one answer per person, and at least two groups.
pub fn makes_groups(question: &Question) -> bool {
    let groups: Vec<&Count> = question.counts.iter().filter(|count| count.n > 0 && count.rare.is_none()).collect();
    let is_opinion = |count: &&Count| scales::is_known(&count.answer) && !scales::is_yes_or_no(&count.answer);
    question.answering == Answering::One
        && question.code.is_none()
        && (2..=MOST_GROUPS).contains(&groups.len())
        && !groups.iter().all(is_opinion)
}

/// Cross-tabulates every other question by the groups of one. `cells` are the answers of each row, question by
/// question.
pub fn all(questions: &[Question], cells: &[Vec<Vec<String>>], by: usize) -> Vec<Crossing> {
    let crossed = questions.iter().enumerate().filter(|(at, question)| {
        *at != by && question.answering != Answering::Words && question.answering != Answering::Ranked
    });
    crossed.map(|(at, question)| cross(question, &cells[at], &questions[by], &cells[by])).collect()
}

/// What a survey of several schools asks of where one works.
const SCHOOL: &str = "École";

/// A scale is split where recommending begins: counts of single values are always too small.
const HALVES: [(&str, std::ops::RangeInclusive<u32>); 2] = [("0–7", 0..=7), ("8–10", 8..=10)];

fn cross(question: &Question, answers: &[Vec<String>], by: &Question, groups: &[Vec<String>]) -> Crossing {
    let crossing = |groups, withheld| Crossing { question: question.id.clone(), by: by.id.clone(), groups, withheld };
    let part = |group: &str| {
        let rows = answers.iter().zip(groups);
        let rows = rows.filter(|(row, said)| !row.is_empty() && said.first().is_some_and(|said| said == group));
        counted(question, group, &rows.map(|(row, _)| row).collect::<Vec<_>>())
    };
    let parts = by.counts.iter().map(|group| part(&group.answer));
    let mut parts: Vec<CrossingGroup> = parts.filter(|part| part.answered >= FEWEST).collect();
    let withheld =
        |parts: &[CrossingGroup]| question.answered.saturating_sub(sum(parts.iter().map(|part| part.answered)));
    // The withheld answers could be deduced from the total: there must be enough of them too, or the smallest group is
    // withheld as well.
    while (1..FEWEST).contains(&withheld(&parts)) {
        let Some(smallest) = (0..parts.len()).min_by_key(|at| parts[*at].answered) else { break };
        parts.remove(smallest);
    }
    let all = counted(question, "", &answers.iter().filter(|row| !row.is_empty()).collect::<Vec<_>>());
    let left = withheld(&parts);
    let outside = (left > 0).then(|| rest(&all, &parts));
    // A count under five could be deduced from the others, or reveal what somebody answered: then nothing is shown.
    let is_enough = |part: &CrossingGroup| {
        part.counts.iter().zip(&all.counts).filter(|(_, all)| all.n > 0).all(|(count, _)| {
            let others = part.answered.saturating_sub(count.n);
            count.n >= FEWEST && (question.answering != Answering::Several || others >= FEWEST)
        })
    };
    match parts.iter().chain(&outside).all(is_enough) {
        true => crossing(parts, left),
        false => crossing(Vec::new(), question.answered),
    }
}

/// The id of the question that tells the school of whoever answered.
const SCHOOLS: &str = "ecole";

/// The schools of a survey of several, each once, in order.
fn schools_once<'a>(schools: &[&'a str]) -> Vec<&'a str> {
    schools.iter().copied().collect::<BTreeSet<_>>().into_iter().collect()
}

/// How many answered from each school: those that cannot be told are together.
fn of_schools(schools: &[&str]) -> Question {
    let names = schools_once(schools);
    let of = |name: &str| whole(schools.iter().filter(|school| **school == name).count());
    let everywhere = [(0..names.len()).collect()];
    let masked = MaskedCounts::new(&everywhere, names.iter().map(|name| Some(vec![of(name)])).collect(), false, None);
    let told = names.iter().enumerate().filter_map(|(at, name)| Some((*name, masked.of(at, 0)?)));
    let mut counts: Vec<Count> =
        told.map(|(name, n)| Count { answer: name.to_owned(), n, ..Count::default() }).collect();
    let left = whole(schools.len()) - sum(counts.iter().map(|count| count.n));
    counts.extend((left > 0).then(|| Count { answer: OTHER.to_owned(), n: left, ..Count::default() }));
    Question {
        id: SCHOOLS.to_owned(),
        code: None,
        text: SCHOOL.to_owned(),
        answering: Answering::One,
        answered: whole(schools.len()),
        counts,
        comments: Vec::new(),
    }
}

/// Cross-tabulates the questions with answers to choose from by the schools of whoever answered: those that can be told, by
/// the rule of a network. Where they answered from becomes a question too.
pub fn by_school(questions: &mut Vec<Question>, cells: &[Vec<Vec<String>>], schools: &[&str]) -> Vec<Crossing> {
    if schools.is_empty() {
        return Vec::new();
    }
    let names = schools_once(schools);
    let is_chosen = |answering| matches!(answering, Answering::One | Answering::Several | Answering::Scale);
    let crossed = questions.iter().zip(cells).filter(|(question, _)| is_chosen(question.answering));
    let crossing = |(question, answers): (&Question, &Vec<Vec<String>>)| {
        let of_school = |name: &&str| {
            let rows = answers.iter().zip(schools).filter(|(row, school)| !row.is_empty() && *school == name);
            counted(question, name, &rows.map(|(row, _)| row).collect::<Vec<_>>())
        };
        let groups: Vec<CrossingGroup> = names.iter().map(of_school).collect();
        let masked = masked(question, &groups);
        let told = groups.into_iter().zip(masked).filter(|(group, is_masked)| group.answered > 0 && !is_masked);
        let groups: Vec<CrossingGroup> = told.map(|(group, _)| group).collect();
        let withheld = question.answered.saturating_sub(sum(groups.iter().map(|group| group.answered)));
        Crossing { question: question.id.clone(), by: SCHOOLS.to_owned(), groups, withheld }
    };
    let crossings = crossed.map(crossing).filter(|crossing| !crossing.groups.is_empty()).collect();
    questions.push(of_schools(schools));
    crossings
}

/// Which groups cannot be told. The answers of one choice add up. Of several, each is a count of its own, of those who chose
/// it and of those who did not: a group is told if each of its counts can be.
fn masked(question: &Question, groups: &[CrossingGroup]) -> Vec<bool> {
    let everywhere = [(0..groups.len()).collect()];
    let rows_of = |row: &dyn Fn(&CrossingGroup) -> Vec<u32>| -> Vec<Option<Vec<u32>>> {
        groups.iter().map(|group| Some(row(group))).collect()
    };
    let all = sum(groups.iter().map(|group| group.answered));
    let chosen = |at: usize| sum(groups.iter().map(|group| group.counts[at].n));
    let tables: Vec<Vec<Option<Vec<u32>>>> = match question.answering {
        // What everybody chose, or nobody, is told by the whole already.
        Answering::Several => (0..question.counts.len())
            .filter(|at| (1..all).contains(&chosen(*at)))
            .map(|at| rows_of(&|group| vec![group.counts[at].n, group.answered.saturating_sub(group.counts[at].n)]))
            .collect(),
        _ => vec![rows_of(&|group| group.counts.iter().map(|count| count.n).collect())],
    };
    // A group that one count masks changes what is left of the others: each is looked at again until none masks more.
    let mut masked = groups.iter().map(|group| (1..FEWEST).contains(&group.answered)).collect::<Vec<bool>>();
    loop {
        let before = masked.clone();
        for table in &tables {
            masked = MaskedCounts::with(&everywhere, table.clone(), true, masked).into_masked();
        }
        if masked == before {
            return masked;
        }
    }
}

/// Counts the answers of some rows; a scale is counted in two halves.
fn counted(question: &Question, group: &str, rows: &[&Vec<String>]) -> CrossingGroup {
    let count = |answer: &str, gave: &dyn Fn(&String) -> bool| {
        let n = rows.iter().filter(|row| row.iter().any(gave)).count();
        Count { answer: answer.to_owned(), n: whole(n), ..Count::default() }
    };
    let counts = match question.answering {
        Answering::Scale => HALVES
            .iter()
            .map(|(name, values)| count(name, &|said| said.parse().is_ok_and(|value| values.contains(&value))))
            .collect(),
        _ => question.counts.iter().map(|answer| count(&answer.answer, &|said| *said == answer.answer)).collect(),
    };
    CrossingGroup { group: group.to_owned(), answered: whole(rows.len()), counts }
}

/// Subtracts some groups from the whole.
fn rest(all: &CrossingGroup, parts: &[CrossingGroup]) -> CrossingGroup {
    let counts = all.counts.iter().enumerate().map(|(at, count)| {
        let n = count.n.saturating_sub(sum(parts.iter().map(|part| part.counts[at].n)));
        Count { n, ..count.clone() }
    });
    let answered = all.answered.saturating_sub(sum(parts.iter().map(|part| part.answered)));
    CrossingGroup { group: String::new(), answered, counts: counts.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(id: &str, code: Option<&str>, counts: &[(&str, u32)]) -> Question {
        let count = |(answer, n): &(&str, u32)| Count { answer: (*answer).into(), n: *n, ..Count::default() };
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

    /// The counts that are shown, group by group, and how many answers are withheld. Each group gives its number of
    /// « oui », then « non », then « peut-être ».
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
        let group = |part: &CrossingGroup| {
            let counts = part.counts.iter().map(|count| format!("{} {}", count.answer, count.n));
            format!("{}: {}", part.group, counts.collect::<Vec<_>>().join(", "))
        };
        (crossings[0].groups.iter().map(group).collect(), crossings[0].withheld)
    }

    #[test]
    fn a_group_of_fewer_than_five_is_never_shown_nor_told_by_the_others() {
        for (groups, expected) in [
            (
                &[("Nord", [7, 6, 0]), ("Sud", [6, 8, 0])][..],
                (vec!["Nord: Oui 7, Non 6, Peut-être 0", "Sud: Oui 6, Non 8, Peut-être 0"], 0),
            ),
            // As the only group under five, Sud could be deduced from the total: the smallest other group is withheld
            // too.
            (
                &[("Nord", [17, 16, 0]), ("Est", [6, 5, 0]), ("Sud", [2, 2, 0])],
                (vec!["Nord: Oui 17, Non 16, Peut-être 0"], 15),
            ),
            (&[("Nord", [9, 9, 0]), ("Sud", [1, 0, 0])], (vec![], 19)),
        ] {
            let (shown, withheld) = told(groups);
            assert_eq!((shown.iter().map(String::as_str).collect::<Vec<_>>(), withheld), expected, "{groups:?}");
        }
    }

    #[test]
    fn one_count_under_five_hides_the_whole_crossing() {
        for groups in [
            // Everybody in a group answered the same, so the group reveals what each person answered.
            &[("Nord", [7, 0, 0]), ("Sud", [0, 6, 0])][..],
            &[("Nord", [20, 0, 0]), ("Sud", [10, 6, 7])],
            &[("Nord", [20, 3, 0]), ("Sud", [15, 4, 0]), ("Est", [12, 10, 9])],
            &[("Nord", [20, 9, 1]), ("Sud", [15, 8, 2]), ("Est", [12, 10, 9])],
            // Together, the withheld groups can be deduced from the total.
            &[("Nord", [9, 9, 0]), ("Est", [4, 0, 0]), ("Sud", [3, 1, 0])],
        ] {
            assert_eq!(told(groups).0, Vec::<String>::new(), "{groups:?}");
        }
    }

    #[test]
    fn a_school_is_told_of_several_choices_if_none_of_them_tells_of_few() {
        let told = |schools: &[(&str, u32, [u32; 2])]| -> Vec<String> {
            let (mut cells, mut names) = (Vec::new(), Vec::new());
            for (school, answered, chosen) in schools {
                for at in 0..*answered {
                    let answers = ["Temps", "Lieu"].iter().zip(chosen).filter(|(_, n)| at < **n);
                    let mut row: Vec<String> = answers.map(|(answer, _)| (*answer).to_owned()).collect();
                    row.extend(row.is_empty().then(|| "Rien".to_owned()));
                    cells.push(row);
                    names.push(*school);
                }
            }
            let mut asked = question("m", None, &[("Temps", 0), ("Lieu", 0)]);
            asked.answering = Answering::Several;
            asked.answered = whole(cells.len());
            let crossings = by_school(&mut vec![asked], &[cells], &names);
            let groups = crossings.iter().flat_map(|crossing| &crossing.groups);
            groups.map(|group| format!("{} {} {}", group.group, group.counts[0].n, group.counts[1].n)).collect()
        };
        assert_eq!(told(&[("A", 20, [8, 12]), ("B", 30, [10, 20])]), ["A 8 12", "B 10 20"]);
        // One small count masks its school, and another one so that the rest is not that school alone.
        assert_eq!(told(&[("A", 20, [2, 12]), ("B", 30, [10, 20]), ("C", 40, [20, 20])]), ["C 20 20"]);
        // Those who did not choose can be few too, and everybody's choice is each one's.
        assert_eq!(told(&[("A", 20, [18, 10]), ("B", 30, [10, 20]), ("C", 40, [20, 20])]), ["C 20 20"]);
        assert_eq!(told(&[("A", 20, [20, 10]), ("B", 30, [10, 20]), ("C", 40, [20, 20])]), ["C 20 20"]);
        assert_eq!(told(&[("A", 4, [2, 2]), ("B", 30, [10, 20])]), Vec::<String>::new());
    }

    #[test]
    fn only_a_list_of_the_schools_own_makes_groups() {
        assert!(makes_groups(&question("b", None, &[("Nord", 2), ("Sud", 1)])));
        assert!(!makes_groups(&question("b", Some("N1"), &[("Nord", 2), ("Sud", 1)])), "it says what they think");
        assert!(!makes_groups(&question("b", None, &[("Nord", 2), ("Sud", 0)])));
        assert!(!makes_groups(&question("b", None, &[("Plutôt en accord", 2), ("Neutre", 3)])), "so does this");
        assert!(makes_groups(&question("b", None, &[("Oui", 2), ("Non", 3)])));
    }
}
