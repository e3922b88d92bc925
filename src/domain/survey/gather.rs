//! Makes a survey of the rows of a form export: counts, never who said what.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{
    asked::{self, Asked},
    counting::{self, KnownNames},
    crossing,
    form_export::{self, FormColumn},
    questionnaire,
    repeats::{self, DoubtfulRow},
};
use crate::domain::{
    edit::{Change, Edit},
    model::{
        catalogue::{Catalogues, Entry},
        document::FileId,
        field_kind::Kind,
        folder::Folder,
        survey::{Answering, Audience, Crossing, Question, Survey, key, whole},
    },
    table::{SheetRow, Spreadsheet, dates, slug},
    value::{
        fault::{Code, Fault},
        timestamp,
        when::{Day, SchoolYear},
    },
};

/// Parses a day on which people may have answered: today at the latest.
pub fn day(said: &str, year: SchoolYear, today: Day) -> Option<Day> {
    let value = Kind::Day.parse(said, year, today.0).ok().flatten()?;
    serde_json::from_value(value).ok().filter(|day| *day <= today)
}

/// What the user says about a survey besides its answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportOptions {
    /// Who answered.
    pub audience: Option<Audience>,
    /// The day of the last answer.
    pub date: Option<Day>,
    /// How many people were asked.
    pub invited: Option<u32>,
    /// The header of the question that defines groups; `None` for no groups.
    pub by: Option<String>,
    /// Codes of the catalogue, by normalised header; an empty code means none.
    pub codes: BTreeMap<String, String>,
    /// How questions were answered, by normalised header; `None` for a column that is left out because it says who.
    pub kinds: BTreeMap<String, Option<Answering>>,
    /// The school of whoever answered, by the line of the answers, in a survey of several schools.
    pub schools: BTreeMap<usize, String>,
    /// Whether rows that may not be answers are counted.
    pub with_doubtful: bool,
    /// The lines of those for which it is the other way round.
    pub toggled: BTreeSet<usize>,
}

impl ImportOptions {
    /// Whether a row that may not be answers is counted.
    pub fn counts(&self, row: &DoubtfulRow) -> bool {
        self.with_doubtful != self.toggled.contains(&row.line)
    }
}

/// The result of reading a form export.
#[derive(Clone, Debug, PartialEq)]
pub struct GatheredSurvey {
    /// The survey.
    pub survey: Survey,
    /// The headers of the columns that identify people; nothing of them is kept.
    pub dropped: Vec<String>,
    /// The headers of the other columns that are left out.
    pub left_out: Vec<String>,
    /// Whether the form says when people answered.
    pub is_dated: bool,
    /// The questions that can define groups.
    pub groupings: Vec<String>,
    /// The rows that may not be answers, and whether each is counted.
    pub doubtful: Vec<(DoubtfulRow, bool)>,
    /// How many rows without the time of an answer are left out: unfinished ones, or totals.
    pub unfinished: usize,
    /// How many rows that the spreadsheet hides are counted.
    pub hidden: usize,
    /// How many comments named somebody, who is named no more.
    pub unnamed: usize,
}

/// Makes a survey of the rows of a form export.
///
/// # Errors
/// If the table is not a form export, nobody answered, or a row cannot be trusted. The fault gives its line, and the
/// other rows are not used either.
pub fn gather(
    folder: &Folder,
    shelf: &Catalogues,
    name: &str,
    sheet: &Spreadsheet,
    said: &ImportOptions,
    today: Day,
) -> Result<GatheredSurvey, Fault> {
    let sheet = &*form_export::with_one_row_of_heads(sheet);
    form_export::check(name, sheet)?;
    let people = form_export::people(folder);
    let columns = form_export::columns(sheet, &people, |head| said.kinds.get(head).map(Option::is_some));
    let heads = asked::questions(&columns);
    let audience = said.audience.or_else(|| questionnaire::audience(shelf, &heads)).unwrap_or(Audience::Others);
    let is_known = || is_known(shelf, audience, &heads, said);
    if heads.is_empty() || !form_export::is_a_forms(&columns) && !is_known() {
        return Err(Fault::new(Code::NotASurvey, name));
    }
    // A row without any answer does not count as a respondent.
    let (rows, unfinished) = form_export::answers(sheet, &columns);
    let doubtful = repeats::doubtful(&columns, &rows);
    let is_counted = |row: &&SheetRow| doubtful.iter().all(|other| other.line != row.line || said.counts(other));
    let hidden = rows.iter().filter(|row| row.is_hidden && is_counted(row)).count();
    let rows: Vec<&SheetRow> = rows.into_iter().filter(is_counted).collect();
    let schools: Vec<&str> = rows.iter().filter_map(|row| said.schools.get(&row.line)).map(String::as_str).collect();
    let rows: Vec<&Vec<String>> = rows.into_iter().map(|row| &row.cells).collect();
    if rows.is_empty() {
        return Err(Fault::new(Code::NoTable, name));
    }
    let mut names = KnownNames::of(folder, &form_export::signatures(sheet, &columns));
    let asked = asked::all(&columns, &rows);
    let entries = entries(shelf, audience, &asked, said);
    let all = counting::all(&asked, &entries, &kinds(shelf, &asked, &entries, said), &mut names);
    let (mut questions, cells): (Vec<Question>, Vec<_>) =
        all.into_iter().filter(|(question, _)| question.answered > 0).unzip();
    let (groupings, crossings) = crossed(&mut questions, &cells, said, &schools);
    let last = last_day(&columns, &rows, today, sheet.is_1904);
    let respondents = whole(rows.len());
    Ok(GatheredSurvey {
        dropped: form_export::dropped(sheet, &columns),
        left_out: form_export::left_out(sheet, &columns),
        is_dated: last.is_some(),
        groupings,
        doubtful: doubtful.into_iter().map(|row| (row, said.counts(&row))).collect(),
        unfinished,
        hidden,
        unnamed: names.found,
        survey: Survey {
            format: crate::domain::value::scalar::current_format(),
            date: Some(said.date.or(last).unwrap_or(today)),
            audience: Some(audience),
            respondents,
            // An invited count below the number of respondents is meaningless.
            invited: said.invited.filter(|invited| *invited >= respondents),
            questions,
            crossings,
        },
    })
}

/// The questions that can define groups, and the answers by the groups of the one that the user said, or by school.
fn crossed(
    questions: &mut Vec<Question>,
    cells: &[Vec<Vec<String>>],
    said: &ImportOptions,
    schools: &[&str],
) -> (Vec<String>, Vec<Crossing>) {
    let groupings: Vec<usize> = (0..questions.len()).filter(|at| crossing::makes_groups(&questions[*at])).collect();
    let by =
        said.by.as_ref().and_then(|by| groupings.iter().copied().find(|at| slug(&questions[*at].text) == slug(by)));
    let groupings = groupings.into_iter().map(|at| questions[at].text.clone()).collect();
    let crossings = match by {
        Some(by) => crossing::all(questions, cells, by),
        None => crossing::by_school(questions, cells, schools),
    };
    (groupings, crossings)
}

/// Whether some question is the catalogue's, by its words or as the user said.
fn is_known(shelf: &Catalogues, audience: Audience, heads: &[&str], said: &ImportOptions) -> bool {
    questionnaire::asked(shelf, audience, heads).iter().any(Option::is_some)
        || heads.iter().any(|head| said.codes.get(&slug(head)).is_some_and(|code| !code.is_empty()))
}

/// How questions were answered, by normalised header: what one audience is asked in words is not a list of choices for
/// another, unless the user says so.
fn kinds(
    shelf: &Catalogues,
    asked: &[Asked],
    entries: &[Option<&Entry>],
    said: &ImportOptions,
) -> BTreeMap<String, Option<Answering>> {
    let own = asked.iter().zip(entries).filter(|(_, entry)| entry.is_none()).map(|(asked, _)| asked);
    let in_words = own.filter(|asked| questionnaire::asks_for_words(shelf, &asked.text));
    let mut kinds: BTreeMap<_, _> = in_words.map(|asked| (slug(&asked.text), Some(Answering::Words))).collect();
    kinds.extend(said.kinds.clone());
    kinds
}

/// The last day on which somebody answered, from the times that the form recorded.
fn last_day(columns: &[FormColumn], rows: &[&Vec<String>], today: Day, is_1904: bool) -> Option<Day> {
    let moments = columns.iter().enumerate().filter_map(|(at, column)| match column {
        FormColumn::Moment(order) => {
            let cells = || rows.iter().filter_map(|row| row.get(at));
            // A spreadsheet may have left the number of the day.
            let serial = |cell: &String| cell.parse::<f64>().ok().and_then(|_| dates::day(cell, None, is_1904));
            let plain = || cells().filter_map(serial).filter(|day| *day <= today.0).max();
            timestamp::last_day(*order, cells(), today.0).or_else(plain).map(Day)
        }
        _ => None,
    });
    moments.max()
}

/// The catalogue question of each question: as the user said, else as its words say.
fn entries<'a>(
    shelf: &'a Catalogues,
    audience: Audience,
    asked: &[Asked],
    said: &ImportOptions,
) -> Vec<Option<&'a Entry>> {
    let told = |asked: &Asked| said.codes.get(&slug(&asked.text));
    let chosen: BTreeSet<&String> = asked.iter().filter_map(told).collect();
    let heads: Vec<&str> = asked.iter().map(|asked| asked.text.as_str()).collect();
    let by_words = questionnaire::asked(shelf, audience, &heads);
    let entry = |(asked, by_words): (&Asked, Option<&'a Entry>)| match told(asked) {
        Some(code) => questionnaire::question(shelf, code),
        None => by_words.filter(|entry| !chosen.contains(&entry.code)),
    };
    asked.iter().zip(by_words).map(entry).collect()
}

/// Returns the stem under which a survey is stored, and the survey that it replaces: one that asked the same audience
/// mostly the same questions in the same month. Otherwise the stem is new.
pub fn place<'a>(folder: &'a Folder, survey: &Survey, today: NaiveDate) -> (String, Option<&'a Survey>) {
    let day = survey.date.map_or(today, |day| day.0);
    let month = day.format("%Y-%m").to_string();
    let same = |(stem, other): &(&String, &Survey)| {
        stem.starts_with(&month)
            && other.audience == survey.audience
            && other.shared(survey) * 2 > other.questions.len()
    };
    match folder.surveys.iter().find(same) {
        Some((stem, other)) => (stem.clone(), Some(other)),
        None => {
            let mut candidates = std::iter::once(month.clone()).chain((2..).map(|n| format!("{month}-{n}")));
            let free = |stem: &String| {
                !folder.surveys.contains_key(stem) && !folder.broken.contains(&FileId::Survey(stem.clone()))
            };
            (candidates.find(free).unwrap_or(month), None)
        }
    }
}

/// Returns the edit that writes a survey. What the user said about the survey that it replaces is kept: how many people
/// were asked, and which questions are the catalogue's.
pub fn written(folder: &Folder, stem: String, mut survey: Survey) -> Edit {
    if let Some(before) = folder.surveys.get(&stem) {
        let still = before.invited.filter(|invited| *invited >= survey.respondents);
        survey.invited = survey.invited.or(still);
        for question in survey.questions.iter_mut().filter(|question| question.code.is_none()) {
            let same = before.questions.iter().find(|other| key(&other.text) == key(&question.text));
            question.code = same.and_then(|same| same.code.clone());
        }
    }
    let file = FileId::Survey(stem);
    let before = folder.value(&file).ok();
    Edit { file, path: Vec::new(), change: Change::Set { before, after: Some(serde_json::json!(survey)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(heads: &[&str], rows: &[&[&str]], said: &ImportOptions) -> GatheredSurvey {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let rows = rows.iter().enumerate().map(|(at, row)| SheetRow::plain(at + 2, texts(row))).collect();
        let sheet = Spreadsheet { heads: texts(heads), rows, ..Spreadsheet::default() };
        let today = Day(NaiveDate::from_ymd_opt(2027, 2, 20).expect("a day"));
        gather(&Folder::default(), &Catalogues::default(), "f", &sheet, said, today).expect("a survey")
    }

    fn asked(head: &str, answers: &[&str]) -> Question {
        let rows: Vec<Vec<&str>> = answers.iter().map(|answer| vec!["2027-02-10", *answer]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        gathered(&["Heure de fin", head], &rows, &ImportOptions::default()).survey.questions.remove(0)
    }

    fn counts(question: &Question) -> String {
        let counts = question.counts.iter().filter(|count| count.n > 0);
        counts.map(|count| format!("{} {}", count.answer, count.n)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn how_a_question_was_answered_is_read_from_its_answers() {
        for (answers, answering, expected) in [
            (&["Oui", "Non"][..], Answering::One, "Non 1, Oui 1"),
            (&["oui", "Oui", "OUI.", "Non"], Answering::One, "OUI. 3, Non 1"),
            (&["Nord", "Nord", "Sud"], Answering::One, "Nord 2, Sud 1"),
            (&["a;b;", "a;", "b;c", "c"], Answering::Several, "a 2, b 2, c 2"),
            (&["a;A;b;", "a;b", "b;a"], Answering::Several, "a 3, b 3"),
            (&["a;b;", "b;a;", "b;a"], Answering::Several, "a 3, b 3"),
            (&["a;b;c;", "b;a;c", "b;a;c"], Answering::Ranked, "b 3, a 3, c 3"),
            (&["3", "1", "1"], Answering::One, "1 2, 3 1"),
            (&["10", "12", "10", "12"], Answering::One, "10 2, 12 2"),
            (
                &["1 à 4 ans", "10 ans et plus", "1 à 4 ans", "10 ans et plus"],
                Answering::One,
                "1 à 4 ans 2, 10 ans et plus 2",
            ),
            (&["Yes", "Oui", "Oui", "No", "No"], Answering::One, "Oui 3, No 2"),
            (&["41234", "41234", "Nord", "Nord"], Answering::One, "Nord 2, Autre 2"),
            (&["moi@x.ca", "moi@x.ca", "Nord", "Nord", "Nord"], Answering::One, "Nord 3, Autre 2"),
            (&["418/555/0101", "418/555/0101", "Nord", "Nord", "Nord"], Answering::One, "Nord 3, Autre 2"),
            (
                &["Rien", "Rien", "Rien", "Le directeur me crie après", "Le directeur me crie après"],
                Answering::One,
                "Rien 3, Le directeur me crie après 2",
            ),
            (&["0", "10"], Answering::Scale, "0 1, 10 1"),
            (&["👍", "👍", "👎", "👎"], Answering::One, "👍 2, 👎 2"),
            (&["<5", "<5", ">5", ">5"], Answering::One, "<5 2, >5 2"),
            (&["Merci", "Plus de temps; un local"], Answering::Words, ""),
            (&["4185550101", "4185550102"], Answering::Words, ""),
            // In doubt it is free text, which fewer people may read.
            (&["Nord", "Sud", "Est"], Answering::Words, ""),
        ] {
            let question = asked("Q", answers);
            assert_eq!((question.answering, counts(&question).as_str()), (answering, expected), "{answers:?}");
        }
    }

    /// The same answer given several times.
    fn times(answers: &[(&'static str, usize)]) -> Vec<&'static str> {
        answers.iter().flat_map(|(answer, n)| std::iter::repeat_n(*answer, *n)).collect()
    }

    #[test]
    fn check_boxes_of_google_are_counted_whole() {
        let mut answers = times(&[("Guide, Visite, Mentor", 20), ("Guide, Visite", 15), ("Guide", 5), ("Mentor", 8)]);
        answers.push("Guide, un café, le vendredi");
        let question = asked("Qu’est-ce qui vous aide?", &answers);
        assert_eq!(question.answering, Answering::Several);
        assert_eq!(counts(&question), "Guide 41, Visite 35, Mentor 28, un café, le vendredi 1");
        assert_eq!(question.without_rare().count("un café").map(|count| count.n), None);
        assert_eq!(counts(&question.without_rare()), "Guide 41, Visite 35, Mentor 28, Autre 1");
    }

    #[test]
    fn a_rare_answer_of_a_closed_question_is_counted_and_what_somebody_typed_is_not_shown() {
        let answers = times(&[("Plutôt en accord", 4), ("Neutre", 3), ("Tout à fait en désaccord", 2)]);
        let question = asked("Je suis bien accueilli", &answers);
        assert_eq!(counts(&question), "Plutôt en accord 4, Neutre 3, Tout à fait en désaccord 2");
        assert!(question.counts.iter().all(|count| count.rare.is_none()));
        let question = asked("Votre secteur", &times(&[("Nord", 4), ("Sud", 4), ("Est", 1)]));
        assert_eq!(counts(&question), "Nord 4, Sud 4, Est 1");
        assert_eq!(counts(&question.without_rare()), "Nord 4, Sud 4, Autre 1");
        let question = asked("Êtes-vous bien?", &times(&[("Oui", 5), ("Je ne sais pas", 1), ("Le bruit", 1)]));
        assert_eq!(counts(&question.without_rare()), "Oui 5, Je ne sais pas 1, Autre 1");
        let question = asked("Votre année", &times(&[("2025-2026", 6), ("2024-2025", 5)]));
        assert_eq!(counts(&question), "2025-2026 6, 2024-2025 5");
    }

    #[test]
    fn the_lines_of_a_grid_share_their_choices() {
        let heads = ["Heure de fin", "Le soutien [Écoute]", "Le soutien [Temps]"];
        let rows: Vec<[&str; 3]> = (0..6)
            .map(|at| ["", if at < 5 { "Bien présent ici" } else { "Absent chez nous" }, "Absent chez nous"])
            .collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        let survey = gathered(&heads, &rows, &ImportOptions::default()).survey;
        let said: Vec<String> = survey.questions.iter().map(counts).collect();
        assert_eq!(said, ["Absent chez nous 1, Bien présent ici 5", "Absent chez nous 6"]);
        assert!(survey.questions.iter().all(|question| question.counts.iter().all(|count| count.rare.is_none())));
    }

    #[test]
    fn neighbours_with_the_same_answers_are_the_lines_of_one_grid() {
        let heads = ["Heure de fin", "L’accueil", "Le guide", "Le local"];
        let (good, bad) = ("Me convient tout à fait bien ici", "Ne me convient pas du tout dans mon milieu");
        let rows: Vec<[&str; 4]> = (0..8)
            .map(|at| ["", if at == 0 { bad } else { good }, if at < 3 { bad } else { good }, ["Oui", "Non"][at % 2]])
            .collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 4]>::as_slice).collect();
        let survey = gathered(&heads, &rows, &ImportOptions::default()).survey;
        let said: Vec<String> = survey.questions.iter().map(counts).collect();
        assert_eq!(said, [format!("{good} 7, {bad} 1"), format!("{good} 5, {bad} 3"), "Non 4, Oui 4".to_owned()]);
    }

    #[test]
    fn a_rank_left_empty_moves_nothing_up() {
        let heads = ["Heure de fin", "En ordre [1er choix]", "En ordre [2e choix]", "En ordre [3e choix]"];
        let rows = [["", "Lieu", "Temps", "Écoute"]; 5].into_iter().chain([["", "", "Temps", "Écoute"]; 4]);
        let rows: Vec<[&str; 4]> = rows.collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 4]>::as_slice).collect();
        let question = gathered(&heads, &rows, &ImportOptions::default()).survey.questions.remove(0);
        assert_eq!((question.answering, question.answered), (Answering::Ranked, 9));
        let ranks: Vec<(&str, &[u32])> =
            question.counts.iter().map(|count| (count.answer.as_str(), count.ranks.as_slice())).collect();
        assert_eq!(ranks, [("Lieu", &[5, 0][..]), ("Temps", &[0, 9]), ("Écoute", &[0, 0])]);
    }

    #[test]
    fn the_kind_of_a_question_is_what_the_user_says() {
        let rows: Vec<[&str; 2]> = vec![["", "Lire, écrire"], ["", "Compter"], ["", "Bouger"]];
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 2]>::as_slice).collect();
        let of = |kind: Option<Answering>| {
            let kinds = kind.map(|kind| ("q".to_owned(), Some(kind))).into_iter().collect();
            let said = ImportOptions { kinds, ..ImportOptions::default() };
            gathered(&["Heure de fin", "Q"], &rows, &said).survey.questions.remove(0)
        };
        assert_eq!(of(None).answering, Answering::Words);
        assert_eq!(counts(&of(Some(Answering::Several))), "Bouger 1, Compter 1, écrire 1, Lire 1");
        assert_eq!(counts(&of(Some(Answering::One))), "Bouger 1, Compter 1, Lire, écrire 1");
    }

    #[test]
    fn a_job_is_nobody_and_a_column_that_is_left_out_names_nobody() {
        let mut folder = Folder::default();
        let members = serde_json::json!([{"nom": "Direction", "rôle": "direction"}, {"nom": "TES"}]);
        folder.hold(&FileId::Plan, &serde_json::json!({"comité": {"membres": members}}));
        let heads = ["Heure de fin", "Qui vous aide?", "Je suis bien", "Que dire?"];
        let rows: Vec<[&str; 4]> = (0..6)
            .map(|at| {
                let both = "Direction, Collègues";
                let who = [both, both, "Direction", "Collègues", "TES", "TES"][at];
                [
                    "",
                    who,
                    "Tout à fait d’accord",
                    ["La direction est super", "Tout à fait d’accord avec la TES", ""][at % 3],
                ]
            })
            .collect();
        let row = |(at, row): (usize, &[&str; 4])| SheetRow::plain(at + 2, row.map(ToOwned::to_owned).into());
        let rows = rows.iter().enumerate().map(row).collect();
        let sheet = Spreadsheet { heads: heads.map(ToOwned::to_owned).into(), rows, ..Spreadsheet::default() };
        let said = ImportOptions {
            kinds: BTreeMap::from([("je-suis-bien".to_owned(), None), ("que-dire".to_owned(), Some(Answering::Words))]),
            with_doubtful: true,
            ..ImportOptions::default()
        };
        let today = Day(NaiveDate::from_ymd_opt(2027, 2, 20).expect("a day"));
        let gathered = gather(&folder, &Catalogues::default(), "f", &sheet, &said, today).expect("a survey");
        let [who, comments] = &gathered.survey.questions[..] else { panic!("{:?}", gathered.survey.questions) };
        assert_eq!(counts(who), "Collègues 3, Direction 3, TES 2");
        assert_eq!(gathered.unnamed, 0, "{:?}", comments.comments);
        assert!(comments.comments.iter().any(|said| said == "La direction est super"), "{:?}", comments.comments);
    }

    #[test]
    fn an_ordinary_word_is_an_answer_even_where_somebody_is_called_so() {
        let mut folder = Folder::default();
        let people = serde_json::json!([{"id": "n01", "nom": "Luc Petit"}, {"id": "n02", "nom": "Jo Tremblay"}]);
        folder.hold(&FileId::Board, &serde_json::json!({"personnes": people}));
        let answers = times(&[("Petit", 8), ("Moyen", 4), ("Tremblay", 2)]);
        let row = |(at, said): (usize, &&str)| SheetRow::plain(at + 2, vec![String::new(), (*said).to_owned()]);
        let rows = answers.iter().enumerate().map(row).collect();
        let heads = vec!["Heure de fin".into(), "Taille du local?".into()];
        let sheet = Spreadsheet { heads, rows, ..Spreadsheet::default() };
        let today = Day(NaiveDate::from_ymd_opt(2027, 2, 20).expect("a day"));
        let said = ImportOptions { with_doubtful: true, ..ImportOptions::default() };
        let survey = gather(&folder, &Catalogues::default(), "f", &sheet, &said, today).expect("a survey").survey;
        assert_eq!(counts(&survey.questions[0]), "Petit 8, Moyen 4, Autre 2");
    }

    #[test]
    fn comments_name_nobody_of_the_school_and_rows_that_are_no_answers_wait_for_a_word() {
        let mut folder = Folder::default();
        folder.hold(&FileId::Board, &serde_json::json!({"personnes": [{"id": "n01", "nom": "Amélie Côté"}]}));
        let rows = [
            ["", "Amélie Côté m’a aidée à préparer mes cours"],
            ["", "Amélie Côté m’a aidée à préparer mes cours"],
            ["", "test test"],
            ["", "Rien à ajouter pour cette année"],
        ];
        let rows =
            (2..).zip(rows).map(|(line, row)| SheetRow::plain(line, row.map(ToOwned::to_owned).into())).collect();
        let heads = vec!["Heure de fin".into(), "Que dire?".into()];
        let sheet = Spreadsheet { heads, rows, ..Spreadsheet::default() };
        let today = Day(NaiveDate::from_ymd_opt(2027, 2, 20).expect("a day"));
        let of = |with_doubtful| {
            let said = ImportOptions { with_doubtful, ..ImportOptions::default() };
            gather(&folder, &Catalogues::default(), "f", &sheet, &said, today).expect("a survey")
        };
        let gathered = of(false);
        assert_eq!(gathered.doubtful.iter().map(|(row, _)| row.line).collect::<Vec<_>>(), [3, 4]);
        assert_eq!((gathered.survey.respondents, gathered.unnamed), (2, 1));
        let comments = &gathered.survey.questions[0].comments;
        assert!(comments.contains(&"… m’a aidée à préparer mes cours".to_owned()), "{comments:?}");
        assert_eq!(of(true).survey.respondents, 4);
    }

    #[test]
    fn a_scale_runs_to_ten_when_it_says_so_and_forgives_a_word() {
        let question = asked("De 1 à 10?", &["10", "8 - Très probable", "9.0", "8,5", "7,0"]);
        assert_eq!((question.answering, question.answered), (Answering::Scale, 4));
        assert_eq!(
            (counts(&question).as_str(), question.comments.as_slice()),
            ("7 1, 8 1, 9 1, 10 1", &["8,5".into()][..])
        );
        let stars = asked("Recommanderiez-vous l’école (sur 5)?", &["5", "4", "5"]);
        assert_eq!(
            (stars.answering, stars.is_out_of_ten()),
            (Answering::One, false),
            "five stars of five are not five of ten"
        );
        let kinds = [("sur-5".to_owned(), Some(Answering::Scale))].into();
        let said = ImportOptions { kinds, ..ImportOptions::default() };
        let stars = gathered(&["Heure de fin", "Sur 5"], &[&["2027-02-10", "5"], &["2027-02-10", "3"]], &said);
        let values: Vec<_> = stars.survey.questions[0].counts.iter().map(|count| count.answer.as_str()).collect();
        assert_eq!(values, ["1", "2", "3", "4", "5"], "whatever it is called");
    }

    #[test]
    fn what_one_person_alone_said_is_no_answer_of_a_list() {
        let question = asked("Êtes-vous bien?", &["Oui", "Oui", "Oui", "Oui", "Harcèlement de Luc", "Julie est nulle"]);
        assert_eq!(counts(&question.without_rare()), "Oui 4, Autre 2");
        let long = "Je trouve que la cour est trop bruyante";
        let question = asked("Êtes-vous bien?", &["Oui", "Oui", "Oui", "Oui", long]);
        assert_eq!((counts(&question).as_str(), question.comments.as_slice()), ("Oui 4, Autre 1", &[long.into()][..]));
    }

    #[test]
    fn the_people_of_a_school_are_no_answers() {
        let mut folder = Folder::default();
        let board = serde_json::json!({"personnes": [{"id": "n01", "nom": "Julie Roy"}]});
        folder.hold(&FileId::Board, &board);
        let rows = ["Julie Roy", "Julie Roy", "Le local", "Le local", "Le local"];
        let rows = (2..)
            .zip(rows)
            .map(|(line, said)| SheetRow::plain(line, vec!["2027-02-10".to_owned(), said.to_owned()]))
            .collect();
        let sheet = Spreadsheet {
            heads: vec!["Heure de fin".into(), "Qu’est-ce qui aide?".into()],
            rows,
            ..Spreadsheet::default()
        };
        let today = Day(NaiveDate::from_ymd_opt(2027, 2, 20).expect("a day"));
        let gathered =
            gather(&folder, &Catalogues::default(), "f", &sheet, &ImportOptions::default(), today).expect("a survey");
        assert_eq!(counts(&gathered.survey.questions[0]), "Le local 3, Autre 2");
    }

    #[test]
    fn answers_as_frequent_do_not_stand_in_the_order_of_the_rows() {
        let first = asked("Q", &["Gym", "Gym", "Art", "Art"]);
        let other = asked("Q", &["Art", "Gym", "Art", "Gym"]);
        assert_eq!((counts(&first).as_str(), &first.counts), ("Art 2, Gym 2", &other.counts));
    }

    #[test]
    fn comments_do_not_stand_in_the_order_of_the_rows() {
        let rows: Vec<[String; 3]> =
            (0..9).map(|at| [at.to_string(), format!("un {at} a"), format!("deux {at} b")]).collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let survey = gathered(&["Heure de fin", "Q", "R"], &rows, &ImportOptions::default()).survey;
        let order = |at: usize| -> Vec<char> {
            survey.questions[at]
                .comments
                .iter()
                .filter_map(|comment| comment.chars().find(char::is_ascii_digit))
                .collect()
        };
        let sorted: Vec<char> = ('0'..='8').collect();
        assert_ne!(order(0), sorted);
        assert_ne!(order(0), order(1), "two answers of one person stand apart");
    }

    #[test]
    fn rows_without_an_answer_are_nobodys() {
        let said = ImportOptions { audience: Some(Audience::Mentors), ..ImportOptions::default() };
        let survey = gathered(&["Heure de fin", "Q"], &[&["1", "Oui"], &["2", " "], &["3", "Non"]], &said).survey;
        assert_eq!(
            (survey.respondents, survey.questions[0].answered, survey.audience),
            (2, 2, Some(Audience::Mentors))
        );
        assert_eq!(survey.date.map(|day| day.to_string()).as_deref(), Some("2027-02-20"));
    }

    proptest::proptest! {
        #![proptest_config(crate::properties::config("gather", 256))]

        #[test]
        fn whatever_is_answered_counts_agree_and_small_ones_stay_hidden(
            rows in proptest::collection::vec(
                (
                    proptest::sample::select(vec!["Nord", "Sud", "Est", "nord ", "", "Là-bas, au 418 555-0101"]),
                    proptest::sample::select(vec!["Oui", "Non", "oui.", "", "Zoé\u{301} 😀; « bien »", "Peut-être", "10", "=)", "a;b;c"]),
                    proptest::sample::select(vec!["1", "10", "7", "8 - bien", "8,5", "", "dix", "12", "-1", "moi@x.ca"]),
                ),
                0..60,
            )
        ) {
            let rows: Vec<SheetRow> = (2..)
                .zip(&rows)
                .map(|(line, (a, b, c))| SheetRow::plain(line, ["2026-10-05", *a, *b, *c].iter().map(|cell| (*cell).to_owned()).collect()))
                .collect();
            let heads = ["Horodateur", "Votre pavillon", "Êtes-vous bien?", "De 1 à 10, recommanderiez-vous?"];
            let sheet = Spreadsheet { heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows, ..Spreadsheet::default() };
            let said = ImportOptions { by: Some("Votre pavillon".into()), ..ImportOptions::default() };
            let today = Day(NaiveDate::from_ymd_opt(2027, 2, 20).expect("a day"));
            let Ok(gathered) = gather(&Folder::default(), &Catalogues::default(), "f", &sheet, &said, today) else { return Ok(()) };
            let survey = gathered.survey;
            for question in &survey.questions {
                let all: u32 = question.counts.iter().map(|count| count.n).sum();
                match question.answering {
                    Answering::One | Answering::Scale => assert_eq!(all, question.answered, "{question:?}"),
                    _ => assert!(question.counts.iter().all(|count| count.n <= question.answered), "{question:?}"),
                }
                assert!(question.answered <= survey.respondents);
                assert!(!question.counts.iter().any(|count| count.answer.contains("555") || count.answer.contains('@')));
            }
            for crossing in &survey.crossings {
                let question = survey.question(&crossing.question).expect("is there");
                assert!(crossing.withheld == 0 || crossing.withheld >= 5 || crossing.groups.is_empty(), "{crossing:?}");
                for part in &crossing.groups {
                    assert!(part.answered >= 5 && part.counts.iter().all(|count| count.n == 0 || count.n >= 5), "{crossing:?}");
                    assert!(part.answered <= question.answered);
                }
            }
        }
    }
}
