//! Tables exported by Microsoft Forms or Google Forms: which columns are questions, and which identify people.

use std::collections::BTreeSet;

use super::contacts::is_address;
use crate::domain::{
    model::{folder::Folder, survey::key},
    table::{SheetRow, Spreadsheet, slug},
    value::{
        fault::{Code, Fault},
        text::fold,
        timestamp::{DateOrder, written_order},
    },
};

/// The headers of what a form records by itself, which no other table has.
const TECHNICAL: &[&str] = &[
    "start-time",
    "heure-de-debut",
    "last-modified-time",
    "heure-de-la-derniere-modification",
    "grade-posted-time",
    "heure-de-publication-de-la-note",
    "total-points",
    "nombre-total-de-points",
    // LimeSurvey, by the codes of its columns, then by their names.
    "lastpage",
    "startlanguage",
    "startdate",
    "datestamp",
    "ipaddr",
    "refurl",
    "response-id",
    "last-page",
    "start-language",
    "date-started",
    "date-last-action",
    "referrer-url",
    "id-de-la-reponse",
    "derniere-page",
    "langue-de-depart",
    "tete-de-serie",
    "date-de-lancement",
    "date-de-la-derniere-action",
    "url-de-reference",
    // SurveyMonkey.
    "respondent-id",
    "collector-id",
];

/// Headers that a form may have besides its questions, and that other tables may have too.
const ASIDE: &[&str] = &[
    "id",
    "seed",
    "token",
    "ip-address",
    "adresse-ip",
    "start-date",
    "end-date",
    "custom-data-1",
    "language",
    "langue",
    "score",
    "quiz-feedback",
    "commentaires-sur-le-questionnaire",
    "commentaires-du-questionnaire",
];

/// The first words of the headers of marks and feedback, which precede the question.
const MARKS: [&str; 3] = ["points", "feedback", "commentaires"];

/// The headers of the time of an answer, each with its usual date order.
const MOMENTS: &[(&str, DateOrder)] = &[
    ("completion-time", DateOrder::MonthFirst),
    ("timestamp", DateOrder::MonthFirst),
    ("heure-de-fin", DateOrder::DayFirst),
    ("horodateur", DateOrder::DayFirst),
    ("horodatage", DateOrder::DayFirst),
    ("submitdate", DateOrder::DayFirst),
    ("date-submitted", DateOrder::DayFirst),
    ("date-de-soumission", DateOrder::DayFirst),
    ("heure-de-soumission", DateOrder::DayFirst),
];

/// The words of a header that asks for an identity or contact details.
const IDENTITY: [&str; 20] = [
    "nom",
    "noms",
    "prenom",
    "prenoms",
    "courriel",
    "courriels",
    "email",
    "mail",
    "messagerie",
    "telephone",
    "cellulaire",
    "matricule",
    "employe",
    "identite",
    "initiales",
    "naissance",
    "pseudonyme",
    "utilisateur",
    "username",
    "signature",
];

/// The words that may follow a rank.
const RANK_WORDS: [&str; 6] = ["choix", "rang", "position", "priorite", "choice", "rank"];

/// Character sequences of a text decoded with the wrong encoding.
const SPOILED: [&str; 10] = ["Ã©", "Ã¨", "Ãª", "Ã§", "Ã\u{a0}", "â€™", "\u{fffd}", "\u{8d}", "\u{8f}", "\u{90}"];

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormColumn {
    /// Metadata that only a form records.
    Technical,
    /// Other metadata, which another table could have too.
    Aside,
    /// When somebody answered.
    Moment(DateOrder),
    /// An identity or contact details.
    Identity,
    /// The answers to a question, by its header.
    Question(String),
}

/// A question with the answer of each row; empty where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What was asked.
    pub text: String,
    /// The answers, one per row.
    pub cells: Vec<String>,
    /// The column that begins its grid, whose lines share their choices.
    pub grid: usize,
}

/// Looks for what no form export contains: rows longer than the headers, formulas, garbled accents.
///
/// # Errors
/// Returns the first problem found, with its line.
pub fn check(name: &str, sheet: &Spreadsheet) -> Result<(), Fault> {
    if let Some(head) = sheet.heads.iter().find(|head| spoiled(head)) {
        return Err(Fault::new(Code::SpoiledAccents, name).with("line", "1").with("value", head));
    }
    for SheetRow { line, cells: row, .. } in &sheet.rows {
        let fault = |code| Fault::new(code, name).with("line", line);
        if row.iter().skip(sheet.heads.len()).any(|cell| !cell.trim().is_empty()) {
            return Err(fault(Code::RowTooLong).with("heads", sheet.heads.len()).with("cells", row.len()));
        }
        for (cell, head) in row.iter().zip(&sheet.heads) {
            if is_formula(cell) {
                return Err(fault(Code::Formula).with("head", head));
            }
            if spoiled(cell) {
                return Err(fault(Code::SpoiledAccents).with("value", head));
            }
        }
    }
    Ok(())
}

/// Whether a text was decoded with the wrong encoding. An « é » of the old Mac encoding reads as « Ž » after a
/// lower-case letter.
fn spoiled(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let mac = letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1] == 'Ž');
    mac || SPOILED.iter().any(|marks| text.contains(marks))
}

/// Whether a spreadsheet would evaluate a cell as a formula; « = bon travail » is only a comment.
fn is_formula(cell: &str) -> bool {
    cell.trim_start().strip_prefix('=').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '+' | '-' | '"'))
            && rest.contains(|c: char| c.is_ascii_digit() || c == '(')
    })
}

/// The full names of the people of a school, normalised like answers.
pub fn people(folder: &Folder) -> BTreeSet<String> {
    let names = folder.board.everyone().map(|person| person.name.as_str()).chain(folder.plan.committee.names());
    names.map(key).filter(|name| name.contains(' ')).collect()
}

/// Determines what each column of a form holds. A column of names or addresses is an identity, whatever its header
/// says.
pub fn columns(sheet: &Spreadsheet, people: &BTreeSet<String>) -> Vec<FormColumn> {
    let column = |(at, head): (usize, &String)| {
        let said = slug(head);
        if let Some((_, order)) = MOMENTS.iter().find(|(moment, _)| *moment == said) {
            return FormColumn::Moment(written_order(cells_of(sheet, at)).unwrap_or(*order));
        }
        let marks = head.split_once(" - ").or_else(|| head.split_once(" – ")).map(|(first, _)| slug(first));
        if TECHNICAL.contains(&said.as_str()) || marks.is_some_and(|first| MARKS.contains(&first.as_str())) {
            return FormColumn::Technical;
        }
        if ASIDE.contains(&said.as_str()) || said.is_empty() {
            return FormColumn::Aside;
        }
        let words: Vec<&str> =
            said.split('-').map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit())).collect();
        let asks_who = words.iter().any(|word| IDENTITY.contains(word)) || words.len() <= 3 && words.contains(&"name");
        let names = |cell: &&String| cell.split(';').any(|said| people.contains(&key(said)) || is_address(said.trim()));
        let cells = || cells_of(sheet, at).filter(|cell| !cell.trim().is_empty());
        let named = cells().filter(names).count();
        if asks_who || named > 0 && named * 2 >= cells().count() {
            return FormColumn::Identity;
        }
        FormColumn::Question(head.trim().to_owned())
    };
    sheet.heads.iter().enumerate().map(column).collect()
}

fn cells_of(sheet: &Spreadsheet, column: usize) -> impl Iterator<Item = &String> {
    sheet.rows.iter().filter_map(move |row| row.cells.get(column))
}

/// Whether the table looks like a form export: a form records when people answered.
pub fn is_a_forms(columns: &[FormColumn]) -> bool {
    columns.iter().any(|column| matches!(column, FormColumn::Technical | FormColumn::Moment(_)))
}

/// The headers of the other columns that are left out, if they contain anything.
pub fn left_out(sheet: &Spreadsheet, columns: &[FormColumn]) -> Vec<String> {
    let left = sheet.heads.iter().zip(columns).enumerate().filter(|(at, (_, column))| {
        **column == FormColumn::Aside && cells_of(sheet, *at).any(|cell| !cell.trim().is_empty())
    });
    left.map(|(_, (head, _))| if head.trim().is_empty() { "—".to_owned() } else { head.clone() }).collect()
}

/// The headers of the columns that identify people.
pub fn dropped(sheet: &Spreadsheet, columns: &[FormColumn]) -> Vec<String> {
    let dropped = sheet.heads.iter().zip(columns).filter(|(_, column)| **column == FormColumn::Identity);
    dropped.map(|(head, _)| head.clone()).collect()
}

/// The names that a form recorded next to the answers: people may sign their comments with them.
pub fn signatures<'a>(sheet: &'a Spreadsheet, columns: &[FormColumn]) -> BTreeSet<&'a str> {
    let named = columns.iter().enumerate().filter(|(_, column)| **column == FormColumn::Identity);
    let cells = named.flat_map(|(at, _)| cells_of(sheet, at)).map(|cell| cell.trim());
    let is_name = |cell: &&str| cell.contains(' ') && cell.chars().all(|c| c.is_alphabetic() || " -'’.,".contains(c));
    cells.filter(is_name).collect()
}

/// The texts of the questions.
pub fn questions(columns: &[FormColumn]) -> Vec<&str> {
    let questions = columns.iter().filter_map(|column| match column {
        FormColumn::Question(text) => Some(grid(text).map_or(text.as_str(), |(question, _)| question)),
        _ => None,
    });
    questions.collect()
}

/// The rows with an answer, and how many were left out: if most of them have a time, those without one are unfinished, or
/// totals under the table.
pub fn answers<'a>(sheet: &'a Spreadsheet, columns: &[FormColumn]) -> (Vec<&'a SheetRow>, usize) {
    let says = |row: &[String], wanted: fn(&FormColumn) -> bool| {
        columns.iter().zip(row).any(|(column, cell)| wanted(column) && !cell.trim().is_empty())
    };
    let is_question = |column: &FormColumn| matches!(column, FormColumn::Question(_));
    let is_moment = |column: &FormColumn| matches!(column, FormColumn::Moment(_));
    let answered: Vec<&SheetRow> = sheet.rows.iter().filter(|row| says(&row.cells, is_question)).collect();
    let dated = answered.iter().filter(|row| says(&row.cells, is_moment)).count();
    if dated * 2 <= answered.len() {
        return (answered, 0);
    }
    let unfinished = answered.len() - dated;
    (answered.into_iter().filter(|row| says(&row.cells, is_moment)).collect(), unfinished)
}

/// The questions, each with its answers. The columns of a grid, `Question [ligne]`, become one question if they hold
/// ranks, else one question each.
pub fn asked(columns: &[FormColumn], rows: &[&Vec<String>]) -> Vec<Asked> {
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
        match (grid(text), in_order(&labels, &cells)) {
            (Some((question, _)), Some(ordered)) => {
                asked.push(Asked { text: question.to_owned(), cells: ordered, grid: at });
            }
            (Some((question, _)), None) => asked.extend(labels.iter().enumerate().map(|(place, label)| Asked {
                text: format!("{question} · {label}"),
                cells: cells.iter().map(|row| row[place].clone()).collect(),
                grid: at,
            })),
            (None, _) => {
                let cells = cells.into_iter().map(|mut row| row.swap_remove(0)).collect();
                asked.push(Asked { text: text.clone(), cells, grid: at });
            }
        }
        at += width;
    }
    asked
}

/// The line label of a column, if it belongs to the grid that `head` begins.
fn line_of<'a>(head: &str, column: &'a FormColumn) -> Option<&'a str> {
    let FormColumn::Question(other) = column else { return None };
    let ((question, _), (other, line)) = (grid(head)?, grid(other)?);
    (question == other).then_some(line)
}

/// Splits the header of a grid, `Question [ligne]`, into the question and the line.
fn grid(head: &str) -> Option<(&str, &str)> {
    let (question, label) = head.strip_suffix(']')?.rsplit_once('[')?;
    Some((question.trim(), label.trim())).filter(|(question, _)| !question.is_empty())
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
            Some(ranks) => {
                ranks.iter().copied().zip(row.iter().map(String::as_str)).filter(|(_, cell)| !cell.is_empty()).collect()
            }
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
        is_ranking.then(|| ranked.iter().map(|(_, said)| *said).collect::<Vec<_>>().join(";"))
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
    fn columns_are_known_by_their_heads_and_by_what_they_hold() {
        let heads =
            ["ID", "Completion time", "Email", "Name", "Votre courriel?", "Nombre de rencontres", "Qui?", "Quoi?"];
        let row = texts(&["1", "2/10/27 14:33:04", "a@b.ca", "x", "a@b.ca", "3", "ami@ecole.ca", "rien"]);
        let sheet = Spreadsheet { heads: texts(&heads), rows: vec![SheetRow::plain(2, row)], ..Spreadsheet::default() };
        let columns = columns(&sheet, &people(&Folder::default()));
        assert_eq!(dropped(&sheet, &columns), ["Email", "Name", "Votre courriel?", "Qui?"]);
        assert_eq!(questions(&columns), ["Nombre de rencontres", "Quoi?"]);
        assert_eq!(columns[..2], [FormColumn::Aside, FormColumn::Moment(DateOrder::MonthFirst)]);
    }

    #[test]
    fn a_grid_of_ranks_is_one_question_and_any_other_grid_is_several() {
        let columns =
            |heads: &[&str]| heads.iter().map(|head| FormColumn::Question((*head).to_owned())).collect::<Vec<_>>();
        let asked = |heads: &[&str], rows: &[&[&str]]| {
            let rows: Vec<Vec<String>> = rows.iter().map(|row| texts(row)).collect();
            let said = asked(&columns(heads), &rows.iter().collect::<Vec<_>>());
            said.into_iter().map(|asked| (asked.text, asked.cells.join(" / "))).collect::<Vec<_>>()
        };
        let ranked = [("D5".to_owned(), "Temps;Lieu / Lieu".to_owned())];
        assert_eq!(asked(&["D5 [1er choix]", "D5 [2e choix]"], &[&["Temps", "Lieu"], &["Lieu", ""]]), ranked);
        assert_eq!(asked(&["D5 [Lieu]", "D5 [Temps]"], &[&["2e rang", "1er rang"], &["1", ""]]), ranked);
        let said = asked(&["Q [Lieu]", "Q [Temps]", "R"], &[&["1", "1", "x"]]);
        let expected = [("Q · Lieu", "1"), ("Q · Temps", "1"), ("R", "x")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(said, expected);
        assert_eq!(asked(&["Q [Lieu]", "Q [Temps]"], &[&["5", "4"], &["2", "1"]]).len(), 2, "marks");
        assert_eq!(asked(&["Q [1re secondaire]", "Q [2e secondaire]"], &[&["Souvent", "Jamais"]]).len(), 2);
        assert_eq!(asked(&["Q [Lieu]", "Q [Temps]"], &[&["1 - Peu", "2 - Assez"]]).len(), 2);
    }

    #[test]
    fn what_no_form_gives_is_refused_with_its_line() {
        let sheet = |row: &[&str]| Spreadsheet {
            heads: texts(&["A", "B"]),
            rows: vec![SheetRow::plain(7, texts(row))],
            ..Spreadsheet::default()
        };
        for (row, code) in [
            (&["x", "=1+1"][..], Some(Code::Formula)),
            (&["=A1", ""], Some(Code::Formula)),
            (&["= bon travail, Julie", ""], None),
            (&["participŽ", ""], Some(Code::SpoiledAccents)),
            (&["x", "y", "z"], Some(Code::RowTooLong)),
            (&["trÃ¨s bien", ""], Some(Code::SpoiledAccents)),
            (&["=)", "-1", ""], None),
        ] {
            let found = check("f", &sheet(row)).err();
            assert_eq!(found.as_ref().map(|fault| fault.code), code, "{row:?}");
            assert!(found.is_none_or(|fault| fault.values.contains(&("line", "7".into()))));
        }
    }
}
