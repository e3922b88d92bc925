//! Several answers in one cell, as forms export check boxes: split where they are answers given elsewhere, and nowhere
//! inside a sentence.

use std::collections::{BTreeSet, HashMap};

use crate::domain::model::survey::key;

/// What forms put between the answers of a cell, the surest first. Microsoft Forms puts no blank after its semicolon, and
/// one at the end.
const MARKS: [&str; 3] = [";", "; ", ", "];

/// The maximum number of pieces that one choice may hold.
const LONGEST_RUN: usize = 6;

/// How the answers of a cell are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splitter {
    mark: Option<&'static str>,
    /// The answers known, normalised; `None` if every piece is one.
    known: Option<BTreeSet<String>>,
    /// The pieces that are one choice, which holds the mark: they never stand without each other.
    glued: BTreeSet<(String, String)>,
}

impl Splitter {
    /// The mark that splits some cell into answers given elsewhere, or offered by the catalogue. Each cell comes once, with
    /// how many people gave it.
    pub fn of(given: &[(&str, usize)], is_offered: impl Fn(&str) -> bool) -> Splitter {
        let count = |wanted: fn(&str) -> bool| {
            given.iter().filter(|(cell, _)| wanted(cell)).map(|(_, times)| times).sum::<usize>()
        };
        if count(|cell| cell.ends_with(';')) * 2 > count(|_| true) {
            return Splitter::at(MARKS[0]);
        }
        let cells: &[&str] = &given.iter().map(|(cell, _)| *cell).collect::<Vec<_>>();
        let splitter = |mark| {
            let splitter = Splitter { glued: glued(cells, mark), ..Splitter::at(mark) };
            let known = splitter.known(cells, &is_offered);
            Splitter { known: Some(known), ..splitter }
        };
        let splits = |splitter: &Splitter| {
            let is_offered = |cell: &&&str| splitter.split(cell).iter().any(|p| is_offered(p));
            cells.iter().any(|cell| splitter.known_pieces(cell) > 1)
                && !splitter.is_of_one_list(cells)
                && (cells.iter().any(|cell| is_offered(&cell)) || !splitter.is_prose(cells))
        };
        let none = Splitter { mark: None, known: None, glued: BTreeSet::new() };
        let marks = MARKS.into_iter().filter(|mark| cells.iter().any(|cell| cell.contains(mark)));
        let found = marks.map(splitter).find(splits);
        found.map_or(none, |splitter| splitter.with_what_is_repeated(given))
    }

    /// One that splits everywhere at a mark.
    fn at(mark: &'static str) -> Splitter {
        Splitter { mark: Some(mark), known: None, glued: BTreeSet::new() }
    }

    /// The pieces of a cell, those of one choice together.
    fn split(&self, cell: &str) -> Vec<String> {
        let mark = self.mark.unwrap_or_default();
        let mut pieces: Vec<String> = Vec::new();
        let mut last = String::new();
        for piece in split(cell, mark) {
            let said = key(piece);
            match pieces.last_mut().filter(|_| self.glued.contains(&(last, said.clone()))) {
                Some(open) => *open = format!("{open}{mark}{piece}"),
                None => pieces.push(piece.to_owned()),
            }
            last = said;
        }
        pieces
    }

    /// Whether every cell has the same number of pieces and none of them ever stands at another place: « Primaire, 1er
    /// cycle » is one choice of a list.
    fn is_of_one_list(&self, cells: &[&str]) -> bool {
        let split: Vec<Vec<String>> = cells.iter().map(|cell| self.pieces(cell)).collect();
        let length = split.first().map_or(0, Vec::len);
        let mut places: HashMap<String, usize> = HashMap::new();
        let is_at_its_place = |(at, piece): (usize, &String)| *places.entry(key(piece)).or_insert(at) == at;
        split.len() > 1
            && split.iter().all(|row| row.len() == length)
            && split.iter().flat_map(|row| row.iter().enumerate()).all(is_at_its_place)
    }

    /// Whether the pieces of cells are those of sentences: they begin with a capital first, and with none after.
    fn is_prose(&self, cells: &[&str]) -> bool {
        let begins = |piece: &&str| piece.trim_start().starts_with(char::is_uppercase);
        let split: Vec<Vec<String>> = cells.iter().map(|cell| self.pieces(cell)).filter(|row| row.len() > 1).collect();
        let share = |pieces: Vec<&str>| (pieces.iter().filter(|piece| begins(piece)).count(), pieces.len());
        let (first, firsts) = share(split.iter().map(|row| row[0].as_str()).collect());
        let (after, afters) = share(split.iter().flat_map(|row| &row[1..]).map(String::as_str).collect());
        first * 2 > firsts && after * 2 < afters
    }

    /// Two people do not type the same beside a known answer: what stands there in two cells alike are answers too.
    fn with_what_is_repeated(mut self, given: &[(&str, usize)]) -> Splitter {
        let repeated = given.iter().filter(|(cell, times)| *times > 1 && self.known_pieces(cell) > 0);
        let pieces: Vec<String> = repeated.flat_map(|(cell, _)| self.split(cell)).map(|piece| key(&piece)).collect();
        self.known.iter_mut().for_each(|known| known.extend(pieces.iter().cloned()));
        self
    }

    /// Splits at whichever mark most cells have: the user says that there are several answers.
    pub fn of_everything(given: &[(&str, usize)]) -> Splitter {
        if given.iter().any(|(cell, _)| cell.ends_with(';')) {
            return Splitter::at(MARKS[0]);
        }
        let cells: Vec<&str> = given.iter().map(|(cell, _)| *cell).collect();
        let times = |mark: &&str| given.iter().filter(|(cell, _)| split(cell, mark).len() > 1).count();
        let mark = MARKS.into_iter().rev().max_by_key(times);
        mark.map_or_else(
            || Splitter::at(MARKS[0]),
            |mark| Splitter { glued: glued(&cells, mark), ..Splitter::at(mark) },
        )
    }

    /// Whether it splits anything.
    pub fn splits(&self) -> bool {
        self.mark.is_some()
    }

    /// The answers of a cell. What is between two known answers is one answer, with the marks in it.
    pub fn pieces(&self, cell: &str) -> Vec<String> {
        let Some(mark) = self.mark else { return vec![cell.to_owned()] };
        let pieces = self.split(cell);
        let Some(known) = &self.known else { return pieces };
        let (mut answers, mut unknown): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut rest = &pieces[..];
        while let [first, after @ ..] = rest {
            // A choice may hold the mark itself: the longest known answer that starts here is taken.
            let longest =
                (1..=rest.len().min(LONGEST_RUN)).rev().find(|n| known.contains(&key(&rest[..*n].join(mark))));
            if let Some(length) = longest {
                flush(&mut answers, &mut unknown, mark);
                answers.push(rest[..length].join(mark));
                rest = &rest[length..];
            } else {
                unknown.push(first.clone());
                rest = after;
            }
        }
        flush(&mut answers, &mut unknown, mark);
        answers
    }

    /// The answers that stand in at least two different cells, alone in one, or in the catalogue.
    fn known(&self, cells: &[&str], is_offered: &impl Fn(&str) -> bool) -> BTreeSet<String> {
        let different: HashMap<String, &str> = cells.iter().map(|cell| (key(cell), *cell)).collect();
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut known = BTreeSet::new();
        for (whole, cell) in &different {
            let pieces = self.split(cell);
            if pieces.len() == 1 || is_offered(cell) {
                known.insert(whole.clone());
            }
            for piece in pieces.iter().map(|piece| key(piece)).collect::<BTreeSet<_>>() {
                *seen.entry(piece).or_default() += 1;
            }
            // A choice of the catalogue may hold the mark.
            let ends = |from: usize| (from + 1..=pieces.len().min(from + LONGEST_RUN)).map(move |to| (from, to));
            let runs =
                (0..pieces.len()).flat_map(ends).map(|(from, to)| pieces[from..to].join(self.mark.unwrap_or_default()));
            known.extend(runs.filter(|run| is_offered(run)).map(|run| key(&run)));
        }
        known.extend(seen.into_iter().filter(|(_, times)| *times > 1).map(|(piece, _)| piece));
        known
    }

    fn known_pieces(&self, cell: &str) -> usize {
        let is_known = |piece: &String| self.known.as_ref().is_none_or(|known| known.contains(&key(piece)));
        self.pieces(cell).iter().filter(|piece| is_known(piece)).count()
    }
}

/// The pieces of a cell. A semicolon before a blank is one of a sentence, or another mark; what stands between
/// parentheses is one thing.
fn split<'a>(cell: &'a str, mark: &str) -> Vec<&'a str> {
    let parts = |at: usize| match mark {
        ";" => !cell[at + 1..].starts_with(char::is_whitespace),
        _ => cell[..at].matches('(').count() <= cell[..at].matches(')').count(),
    };
    let (mut start, mut pieces) = (0, Vec::new());
    for (at, _) in cell.match_indices(mark).filter(|(at, _)| parts(*at)) {
        pieces.push(&cell[start..at]);
        start = at + mark.len();
    }
    pieces.push(&cell[start..]);
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// The neighbouring pieces that never stand without each other, where the second one goes on with a small letter: « Aide,
/// écoute et soutien » is one choice.
fn glued(cells: &[&str], mark: &str) -> BTreeSet<(String, String)> {
    let mut times: HashMap<String, usize> = HashMap::new();
    let mut pairs: HashMap<(String, String), (usize, bool)> = HashMap::new();
    for cell in cells {
        let pieces = split(cell, mark);
        pieces.iter().for_each(|piece| *times.entry(key(piece)).or_default() += 1);
        for pair in pieces.windows(2) {
            let goes_on = pair[1].trim_start().starts_with(char::is_lowercase);
            let known = pairs.entry((key(pair[0]), key(pair[1]))).or_insert((0, goes_on));
            known.0 += 1;
        }
    }
    let is_one = |((first, second), (n, goes_on)): &((String, String), (usize, bool))| {
        *goes_on && *n > 1 && times.get(first) == Some(n) && times.get(second) == Some(n)
    };
    pairs.into_iter().filter(is_one).map(|(pair, _)| pair).collect()
}

fn flush(answers: &mut Vec<String>, unknown: &mut Vec<String>, mark: &str) {
    if !unknown.is_empty() {
        answers.push(unknown.join(mark));
        unknown.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::text::tally;

    /// The answers of each cell, separated by « | ».
    fn split(cells: &[&str], offered: &[&str]) -> Vec<String> {
        let given = tally(cells.iter().copied());
        let splitter = Splitter::of(&given, |answer| offered.iter().any(|choice| key(choice) == key(answer)));
        cells.iter().map(|cell| splitter.pieces(cell).join("|")).collect()
    }

    #[test]
    fn a_cell_is_split_into_answers_given_elsewhere_and_nowhere_inside_a_sentence() {
        for (cells, offered, expected) in [
            (&["A, B", "A", "B, C", "C"][..], &[][..], &["A|B", "A", "B|C", "C"][..]),
            // An answer of somebody's own keeps its commas.
            (&["A, B", "B, A", "A, du temps, vraiment"], &[], &["A|B", "B|A", "A|du temps, vraiment"]),
            (
                &["Oui, tout à fait", "Non, pas du tout", "Oui, tout à fait"],
                &[],
                &["Oui, tout à fait", "Non, pas du tout", "Oui, tout à fait"],
            ),
            (
                &["Lire, écrire, Compter", "Compter", "Lire, écrire"],
                &["Lire, écrire", "Compter"],
                &["Lire, écrire|Compter", "Compter", "Lire, écrire"],
            ),
            (&["A;B;", "A;", "Le bruit; la cour;"], &[], &["A|B", "A", "Le bruit; la cour"]),
            (
                &["J’aime l’école; j’ai du soutien", "Rien; rien d’autre"],
                &[],
                &["J’aime l’école; j’ai du soutien", "Rien; rien d’autre"],
            ),
            (&["A; B", "B", "A"], &[], &["A|B", "B", "A"]),
            (
                &["Aide (matériel, local), Guide", "Aide (matériel, local)", "Guide"],
                &[],
                &["Aide (matériel, local)|Guide", "Aide (matériel, local)", "Guide"],
            ),
            (
                &["Guide, Visite, Café", "Guide, Visite, Café", "Guide, Mentor", "Mentor"],
                &[],
                &["Guide|Visite|Café", "Guide|Visite|Café", "Guide|Mentor", "Mentor"],
            ),
            // Sentences begin with a capital, and what follows a comma does not.
            (
                &[
                    "Trop de bruit, manque de temps, direction absente",
                    "Manque de temps, direction absente",
                    "Direction absente, trop de bruit",
                    "Julie est nulle, direction absente",
                ],
                &[],
                &[
                    "Trop de bruit, manque de temps, direction absente",
                    "Manque de temps, direction absente",
                    "Direction absente, trop de bruit",
                    "Julie est nulle, direction absente",
                ],
            ),
            (
                &["Bonjour\nLe bruit\nMerci", "Bonjour\nLa cour\nMerci"],
                &[],
                &["Bonjour\nLe bruit\nMerci", "Bonjour\nLa cour\nMerci"],
            ),
        ] {
            assert_eq!(split(cells, offered), expected, "{cells:?}");
        }
        let told = Splitter::of_everything(&[("un, deux", 1), ("trois", 1)]);
        assert_eq!(told.pieces("un, deux"), ["un", "deux"]);
    }

    #[test]
    fn a_choice_may_hold_the_comma() {
        for (cells, expected) in [
            (
                ["Aide, écoute et soutien", "Temps", "Aide, écoute et soutien, Temps"],
                ["Aide, écoute et soutien", "Temps", "Aide, écoute et soutien|Temps"],
            ),
            (
                ["Aide, écoute et soutien, Temps", "Temps, Matériel", "Aide, écoute et soutien, Matériel"],
                ["Aide, écoute et soutien|Temps", "Temps|Matériel", "Aide, écoute et soutien|Matériel"],
            ),
        ] {
            assert_eq!(split(&cells, &[]), expected, "{cells:?}");
        }
    }

    #[test]
    fn a_choice_of_one_list_is_not_split_at_its_comma() {
        let levels = ["Primaire, 1er cycle", "Primaire, 2e cycle", "Secondaire, 1er cycle"];
        assert_eq!(split(&levels, &[]), levels);
        assert_eq!(split(&["A, B", "B, C", "A, C"], &[]), ["A|B", "B|C", "A|C"]);
    }
}
