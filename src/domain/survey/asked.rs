//! The questions of a form with their answers: a grid of ranks or of check boxes is one question, any other is several.

use std::collections::BTreeSet;

use super::{form_export::FormColumn, scales::is_yes_or_no};
use crate::domain::{
    model::survey::{Answering, key},
    value::text::{fold, tally},
};

/// The fewest words of an answer that two questions do not share by chance.
const TELLING: usize = 4;

/// The words that may follow a rank.
const RANK_WORDS: [&str; 6] = ["choix", "rang", "position", "priorite", "choice", "rank"];

/// A question with the answer of each row; empty where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What was asked.
    pub text: String,
    /// The answers, one per row.
    pub cells: Vec<String>,
    /// The column that begins its grid, whose lines share their choices.
    pub grid: usize,
    /// How it was answered, if its columns say so.
    pub kind: Option<Answering>,
}

/// The questions, each with its answers. The columns of a grid, `Question [ligne]`, become one question if they hold
/// ranks, else one question each.
pub fn all(columns: &[FormColumn], rows: &[&Vec<String>]) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    let cell = |row: &Vec<String>, at: usize| row.get(at).map_or_else(String::new, |cell| cell.trim().to_owned());
    let mut at = 0;
    while let Some(column) = columns.get(at) {
        let FormColumn::Question(text) = column else {
            at += 1;
            continue;
        };
        let labels: Vec<&str> = columns[at..].iter().map_while(|column| line_of(text, column)).collect();
        let width = labels.len().max(1);
        let cells: Vec<Vec<String>> =
            rows.iter().map(|row| (at..at + width).map(|column| cell(row, column)).collect()).collect();
        let are_ranks = labels.iter().all(|label| rank(label).is_some());
        let ranked = in_order(&labels, &cells).map(|cells| (cells, are_ranks.then_some(Answering::Ranked)));
        let one = ranked.or_else(|| Some((ticked(&labels, &cells)?, Some(Answering::Several))));
        match (grid(text), one) {
            (Some((question, _)), Some((ordered, kind))) => {
                asked.push(Asked { text: question.to_owned(), cells: ordered, grid: at, kind });
            }
            (Some((question, _)), None) => asked.extend(labels.iter().enumerate().map(|(place, label)| Asked {
                text: format!("{question} · {label}"),
                cells: cells.iter().map(|row| row[place].clone()).collect(),
                grid: at,
                kind: None,
            })),
            (None, _) => {
                let cells = cells.into_iter().map(|mut row| row.swap_remove(0)).collect();
                asked.push(Asked { text: text.clone(), cells, grid: at, kind: None });
            }
        }
        at += width;
    }
    join_scales(&mut asked);
    asked
}

/// Takes neighbours that share two of their answers for the lines of one grid: Microsoft Forms exports each line as a
/// question of its own. Those that share « oui » and « non », or figures, need not be.
fn join_scales(asked: &mut [Asked]) {
    let shared = |asked: &Asked| -> BTreeSet<String> {
        let tells = |cell: &&String| !cell.is_empty() && !is_yes_or_no(cell) && cell.parse::<f64>().is_err();
        let said = asked.cells.iter().filter(tells).map(|cell| key(cell));
        tally(said).into_iter().filter(|(_, times)| *times > 1).map(|(said, _)| said).collect()
    };
    let shared: Vec<BTreeSet<String>> = asked.iter().map(shared).collect();
    for at in 1..asked.len() {
        let common: Vec<&String> = shared[at - 1].intersection(&shared[at]).collect();
        let is_told = common.len() > 1 || common.iter().any(|said| said.split_whitespace().count() >= TELLING);
        if asked[at].kind.is_none() && is_told {
            asked[at].grid = asked[at - 1].grid;
        }
    }
}

/// The texts of the questions.
pub fn questions(columns: &[FormColumn]) -> Vec<&str> {
    let questions = columns.iter().filter_map(|column| match column {
        FormColumn::Question(text) => Some(grid(text).map_or(text.as_str(), |(question, _)| question)),
        _ => None,
    });
    questions.collect()
}

/// The line label of a column, if it belongs to the grid that `head` begins.
fn line_of<'a>(head: &str, column: &'a FormColumn) -> Option<&'a str> {
    let FormColumn::Question(other) = column else { return None };
    let ((question, _), (other, line)) = (grid(head)?, grid(other)?);
    (question == other).then_some(line)
}

/// Splits the header of a grid, `Question [ligne]`, into the question and the line.
pub fn grid(head: &str) -> Option<(&str, &str)> {
    let (question, label) = head.strip_suffix(']')?.rsplit_once('[')?;
    Some((question.trim(), label.trim())).filter(|(question, _)| !question.is_empty())
}

/// The answers ticked, if each column of a grid is a check box: its cells are its own label, or a mark. What somebody typed
/// beside « Autre » is an answer as it is.
fn ticked(labels: &[&str], cells: &[Vec<String>]) -> Option<Vec<String>> {
    // Where « non » is never said, « oui » is a mark.
    const MARKS: [&str; 5] = ["x", "✓", "y", "oui", "yes"];
    let is_marked = |cell: &str, label: &str| key(cell) == key(label) || MARKS.contains(&cell.to_lowercase().as_str());
    let is_other = |label: &str| ["autre", "other"].iter().any(|other| fold(label).starts_with(other));
    let is_mark = |cell: &str, label: &str| is_marked(cell, label) || is_other(label);
    let mut filled =
        cells.iter().flat_map(|row| row.iter().zip(labels)).filter(|(cell, _)| !cell.is_empty()).peekable();
    filled.peek()?;
    if labels.len() < 2 || !filled.all(|(cell, label)| is_mark(cell, label)) {
        return None;
    }
    let said = |(cell, label): (&String, &&str)| match is_marked(cell, label) {
        true => format!("{label};"),
        false => format!("{};", cell.replace(';', ",")),
    };
    let ticked = |row: &Vec<String>| row.iter().zip(labels).filter(|(cell, _)| !cell.is_empty()).map(said).collect();
    Some(cells.iter().map(ticked).collect())
}

/// The answers of a grid in order, best first, if its lines or its cells are ranks.
fn in_order(labels: &[&str], cells: &[Vec<String>]) -> Option<Vec<String>> {
    if labels.len() < 2 {
        return None;
    }
    let ranks: Option<Vec<usize>> = labels.iter().map(|label| rank(label)).collect();
    // Two lines rated one and two may not be ranks; three lines in order are.
    let bare = |cell: &String| cell.chars().all(|c| c.is_ascii_digit());
    if ranks.is_none() && labels.len() < 3 && cells.iter().flatten().all(bare) {
        return None;
    }
    let ordered = |row: &Vec<String>| -> Option<String> {
        let mut ranked: Vec<(usize, &str)> = match &ranks {
            // A rank left empty stays empty: what follows does not move up.
            Some(ranks) => ranks.iter().copied().zip(row.iter().map(String::as_str)).collect(),
            None => {
                let said = row.iter().zip(labels).filter(|(cell, _)| !cell.is_empty());
                said.map(|(cell, label)| Some((rank(cell)?, *label))).collect::<Option<_>>()?
            }
        };
        ranked.sort_by_key(|(rank, _)| *rank);
        // Ratings out of five are not ranks: ranks start at one, do not repeat, and do not exceed the number of lines.
        let is_ranking = ranked.first().is_none_or(|(rank, _)| *rank == 1 || ranks.is_some())
            && ranked.last().is_none_or(|(rank, _)| *rank <= labels.len())
            && ranked.windows(2).all(|pair| pair[0].0 != pair[1].0);
        let said = ranked.iter().map(|(_, said)| *said).collect::<Vec<_>>().join(";");
        is_ranking.then(|| said.trim_end_matches(';').to_owned())
    };
    cells.iter().map(ordered).collect()
}

/// Parses a rank: « 1 », « 2e choix », « Premier rang », « 1st choice ». « 1re secondaire » is not one.
fn rank(text: &str) -> Option<usize> {
    let folded = fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next()?;
    let of_ranks = |word: &str| RANK_WORDS.contains(&word);
    if !words.next().is_none_or(of_ranks) {
        return None;
    }
    let named = [["premier", "premiere", "first"], ["deuxieme", "second", "seconde"], ["troisieme", "third", "third"]];
    let ending = |word: &str| matches!(word, "" | "er" | "re" | "e" | "eme" | "nd" | "st" | "rd" | "th");
    let digits = first.trim_end_matches(|c: char| c.is_alphabetic());
    let number = digits.parse().ok().filter(|_| ending(&first[digits.len()..]));
    let number: Option<usize> = number.or_else(|| Some(1 + named.iter().position(|names| names.contains(&first))?));
    number.filter(|rank| (1..=10).contains(rank))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn a_grid_of_ranks_is_one_question_and_any_other_grid_is_several() {
        let columns =
            |heads: &[&str]| heads.iter().map(|head| FormColumn::Question((*head).to_owned())).collect::<Vec<_>>();
        let asked = |heads: &[&str], rows: &[&[&str]]| {
            let rows: Vec<Vec<String>> = rows.iter().map(|row| texts(row)).collect();
            let said = all(&columns(heads), &rows.iter().collect::<Vec<_>>());
            said.into_iter().map(|asked| (asked.text, asked.cells.join(" / "))).collect::<Vec<_>>()
        };
        let ranked = [("D5".to_owned(), "Temps;Lieu / Lieu".to_owned())];
        assert_eq!(asked(&["D5 [1er choix]", "D5 [2e choix]"], &[&["Temps", "Lieu"], &["Lieu", ""]]), ranked);
        assert_eq!(asked(&["D5 [Lieu]", "D5 [Temps]"], &[&["2e rang", "1er rang"], &["1", ""]]), ranked);
        let said = asked(&["Q [Lieu]", "Q [Temps]", "R"], &[&["1", "1", "x"]]);
        let expected = [("Q · Lieu", "1"), ("Q · Temps", "1"), ("R", "x")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(said, expected);
        assert_eq!(asked(&["Q [Lieu]", "Q [Temps]"], &[&["5", "4"], &["2", "1"]]).len(), 2, "marks");
        // What is second stays second when nothing is first.
        let said = asked(&["D5 [1er choix]", "D5 [2e choix]"], &[&["", "Lieu"], &["Temps", ""]]);
        assert_eq!(said, [("D5".to_owned(), ";Lieu / Temps".to_owned())]);
        assert_eq!(asked(&["Q [1re secondaire]", "Q [2e secondaire]"], &[&["Souvent", "Jamais"]]).len(), 2);
        assert_eq!(asked(&["Q [Lieu]", "Q [Temps]"], &[&["1 - Peu", "2 - Assez"]]).len(), 2);
    }
}
