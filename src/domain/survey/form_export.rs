//! Tables exported by Microsoft Forms or Google Forms: which columns are questions, and which identify people.

use std::{borrow::Cow, collections::BTreeSet};

use super::{identity, scales};
use crate::domain::{
    model::{folder::Folder, school::is_job, survey::key},
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
    // Framaforms.
    "numero-de-serie",
    "sid",
    "heure-de-modification",
    "serie",
    "temps-modifie",
    "temps-termine",
    "brouillon",
    "uid",
    // SurveyMonkey.
    "respondent-id",
    "collector-id",
    "id-du-repondant",
    "id-du-collecteur",
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
    "date-de-debut",
    "date-de-fin",
    "donnees-personnalisees-1",
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
    ("temps-de-soumission", DateOrder::DayFirst),
    ("heure-de-completion", DateOrder::DayFirst),
];

/// How many names of recorded columns make a row one of heads.
const FEWEST_RECORDED: usize = 3;

/// How many rows of heads a form may write, besides the first.
const MOST_ROWS_OF_HEADS: usize = 3;

/// What a second row of heads says under a question that has no choices of its own.
const BARE: [&str; 5] = ["response", "open-ended-response", "reponse", "reponse-ouverte", "reponse-libre"];

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
    let names = folder.board.everyone().map(|person| person.name.as_str()).chain(folder.plan.committee.named());
    names.map(key).filter(|name| name.contains(' ')).collect()
}

/// Determines what each column of a form holds. A column of names or addresses is an identity, whatever its header
/// says; one whose header asks who is one too, unless its answers say otherwise. `told` are the headers, normalised, that
/// the user says are questions, or are not.
pub fn columns(sheet: &Spreadsheet, people: &BTreeSet<String>, told: impl Fn(&str) -> Option<bool>) -> Vec<FormColumn> {
    let slugs: Vec<String> = sheet.heads.iter().map(|head| slug(head)).collect();
    let is_of_surveymonkey = slugs.iter().any(|said| is_respondent(said));
    let column = |(at, head): (usize, &String)| {
        // LimeSurvey may put the code of a column before its name.
        let code = head.split_once(". ").map_or(head.as_str(), |(code, _)| code);
        let said = if is_recorded(&slug(code)) { slug(code) } else { slugs[at].clone() };
        match told(&said) {
            Some(true) => return FormColumn::Question(head.trim().to_owned()),
            Some(false) => return FormColumn::Identity,
            None => {}
        }
        let moment = MOMENTS.iter().find(|(moment, _)| *moment == said).map(|(_, order)| *order);
        let end = match said.as_str() {
            "end-date" => Some(DateOrder::MonthFirst),
            "date-de-fin" => Some(DateOrder::DayFirst),
            _ => None,
        };
        let moment = moment.or(end.filter(|_| is_of_surveymonkey));
        if let Some(order) = moment {
            return FormColumn::Moment(written_order(cells_of(sheet, at)).unwrap_or(order));
        }
        // Marks and feedback precede the question that they are about.
        let about = head.split_once(" - ").or_else(|| head.split_once(" – "));
        let is_mark =
            about.is_some_and(|(first, of)| MARKS.contains(&slug(first).as_str()) && slugs.contains(&slug(of)));
        if TECHNICAL.contains(&said.as_str()) || is_mark || is_timing(&said) {
            return FormColumn::Technical;
        }
        if ASIDE.contains(&said.as_str()) || said.is_empty() {
            return FormColumn::Aside;
        }
        match identity::is_identity(&said, || cells_of(sheet, at).map(String::as_str), people) {
            true => FormColumn::Identity,
            false => FormColumn::Question(head.trim().to_owned()),
        }
    };
    sheet.heads.iter().enumerate().map(column).collect()
}

/// Whether a header, normalised, is SurveyMonkey's of who answered.
fn is_respondent(said: &str) -> bool {
    matches!(said, "respondent-id" | "id-du-repondant")
}

/// Whether a form records what a header names, by itself.
fn is_recorded(said: &str) -> bool {
    MOMENTS.iter().any(|(moment, _)| *moment == said) || TECHNICAL.contains(&said) || ASIDE.contains(&said)
}

/// How the names of LimeSurvey's columns begin that say how long somebody took.
const TIMES: [&str; 7] = [
    "grouptime",
    "group-time",
    "question-time",
    "temps-du-groupe",
    "temps-de-la-question",
    "temps-pour-la-question",
    "temps-pour-le-groupe",
];

/// Whether LimeSurvey records there how long somebody took.
fn is_timing(said: &str) -> bool {
    let code = said.strip_suffix("time").unwrap_or_default();
    let is_of_a_question =
        code.starts_with('g') && code.contains('q') && code[1..].contains(|c: char| c.is_ascii_digit());
    matches!(said, "interviewtime" | "temps-total" | "total-time")
        || TIMES.iter().any(|time| said.starts_with(time))
        || is_of_a_question && !said.contains('-')
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

/// The names that a form recorded next to the answers, in one column or in several: people may sign their comments with
/// them.
pub fn signatures(sheet: &Spreadsheet, columns: &[FormColumn]) -> BTreeSet<String> {
    // « Une enseignante » signs, and names nobody.
    let is_common = |word: &str| ["un", "une", "tout", "toute", "pas", "non", "oui", "sans", "plutot"].contains(&word);
    let is_of_a_name = |cell: &&str| {
        !cell.is_empty()
            && cell.chars().all(|c| c.is_alphabetic() || " -'’.,".contains(c))
            && !is_job(cell)
            && !scales::is_known(cell)
            && !fold(cell).split(' ').any(is_common)
    };
    let signature = |row: &SheetRow| {
        let named = columns.iter().zip(&row.cells).filter(|(column, _)| **column == FormColumn::Identity);
        let parts: Vec<&str> = named.map(|(_, cell)| cell.trim()).filter(is_of_a_name).collect();
        let whole = parts.iter().filter(|part| part.contains(' ')).map(|part| (*part).to_owned());
        whole.chain([parts.join(" ")]).filter(|name| name.contains(' ')).collect::<Vec<_>>()
    };
    sheet.rows.iter().flat_map(signature).collect()
}

/// Whether a table has what only forms record.
pub fn is_of_a_form(sheet: &Spreadsheet) -> bool {
    is_a_forms(&columns(sheet, &BTreeSet::new(), |_| None))
}

/// The table with one row of heads where SurveyMonkey or Framaforms wrote two or three: the question, then its choices.
pub fn with_one_row_of_heads(sheet: &Spreadsheet) -> Cow<'_, Spreadsheet> {
    let mut sheet = Cow::Borrowed(sheet);
    for _ in 0..MOST_ROWS_OF_HEADS {
        match with_fewer_heads(&sheet) {
            Some(fewer) => sheet = Cow::Owned(fewer),
            None => break,
        }
    }
    sheet
}

/// The table with its first row among its heads, if it belongs there.
fn with_fewer_heads(sheet: &Spreadsheet) -> Option<Spreadsheet> {
    let first = sheet.rows.first()?;
    let recorded = first.cells.iter().filter(|cell| is_recorded(&slug(cell))).count();
    let at_respondent = sheet.heads.iter().position(|head| is_respondent(&slug(head)));
    let is_blank = |at: usize| first.cells.get(at).is_none_or(|cell| cell.trim().is_empty());
    // Nobody answers without the form recording it: these are heads, or choices.
    let is_above = |(at, head): (usize, &String)| is_recorded(&slug(head)).then(|| is_blank(at));
    let above: Vec<bool> = sheet.heads.iter().enumerate().filter_map(is_above).collect();
    let is_below = above.len() >= FEWEST_RECORDED && above.iter().all(|is_blank| *is_blank) && !first.is_blank();
    if recorded < FEWEST_RECORDED && !is_below && !at_respondent.is_some_and(is_blank) {
        return None;
    }
    let mut group = "";
    let mut heads = Vec::new();
    for at in 0..sheet.heads.len().max(first.cells.len()) {
        let above = sheet.heads.get(at).map_or("", |head| head.trim());
        let below = first.cells.get(at).map_or("", |cell| cell.trim());
        group = if above.is_empty() { group } else { above };
        let is_bare = below.is_empty() || BARE.contains(&slug(below).as_str());
        // What only the program reads has its words below.
        let is_code = group.contains('_') && !group.contains(' ');
        heads.push(match (is_recorded(&slug(below)) || is_code && !is_bare, is_bare) {
            (true, _) => below.to_owned(),
            (false, true) => above.to_owned(),
            (false, false) => format!("{group} [{below}]"),
        });
    }
    Some(Spreadsheet { heads, rows: sheet.rows[1..].to_vec(), ..sheet.clone() })
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
        let columns = columns(&sheet, &people(&Folder::default()), |_| None);
        assert_eq!(dropped(&sheet, &columns), ["Email", "Name", "Votre courriel?", "Qui?"]);
        let asked: Vec<&FormColumn> = columns.iter().filter(|c| matches!(c, FormColumn::Question(_))).collect();
        assert_eq!(asked.len(), 2, "{asked:?}");
        assert_eq!(columns[..2], [FormColumn::Aside, FormColumn::Moment(DateOrder::MonthFirst)]);
    }

    #[test]
    fn framaforms_may_put_what_it_records_above_and_choices_below() {
        let heads = ["Série", "SID", "Temps de soumission", "avez_vous_un_mentor", "qu_avez_vous_recu", ""];
        let rows = [
            ["", "", "", "Avez-vous un mentor?", "Qu’avez-vous reçu?", ""],
            ["", "", "", "", "Clés", "Bureau"],
            ["1", "7", "2026-10-08 10:01", "Oui", "X", ""],
        ];
        let rows = (2..).zip(rows).map(|(line, row)| SheetRow::plain(line, texts(&row))).collect();
        let sheet = Spreadsheet { heads: texts(&heads), rows, ..Spreadsheet::default() };
        let one = with_one_row_of_heads(&sheet);
        assert_eq!(
            one.heads[3..],
            ["Avez-vous un mentor?", "Qu’avez-vous reçu? [Clés]", "Qu’avez-vous reçu? [Bureau]"]
        );
        assert_eq!(one.rows.len(), 1);
        let heads = ["Numéro de série", "SID", "Heure de soumission", "Qu’est-ce qui aide?", "", "Autre chose?"];
        let rows = [["", "", "", "Guide", "Visite", ""], ["1", "7", "2026-10-08 10:01", "X", "", "Non"]];
        let rows = (2..).zip(rows).map(|(line, row)| SheetRow::plain(line, texts(&row))).collect();
        let sheet = Spreadsheet { heads: texts(&heads), rows, ..Spreadsheet::default() };
        let one = with_one_row_of_heads(&sheet);
        assert_eq!(
            one.heads[2..],
            ["Heure de soumission", "Qu’est-ce qui aide? [Guide]", "Qu’est-ce qui aide? [Visite]", "Autre chose?"]
        );
        assert_eq!(one.rows.len(), 1);
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
