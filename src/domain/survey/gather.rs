//! Makes a survey of the rows of a form export: counts, never who said what.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
};

use chrono::NaiveDate;

use super::{
    answering::{self, AskedQuestion},
    crossing,
    form_export::{self, Asked, FormColumn},
    questionnaire,
};
use crate::domain::{
    edit::{Change, Edit},
    model::{
        catalogue::{Catalogues, Entry},
        document::FileId,
        field_kind::Kind,
        folder::Folder,
        survey::{Answering, Audience, Count, Question, Survey, key, whole},
    },
    privacy::redact::NameRedactor,
    table::{Spreadsheet, slug},
    value::{
        fault::{Code, Fault},
        text::fold,
        timestamp,
        when::{Day, SchoolYear},
    },
};

/// Parses a day on which people may have answered: today at the latest.
pub fn day(said: &str, year: SchoolYear, today: Day) -> Option<Day> {
    let value = Kind::Day.parse(said, year, today.0).ok().flatten()?;
    serde_json::from_value(value).ok().filter(|day| *day <= today)
}

/// How many ranks are counted.
const RANKS: usize = 2;

/// The choice under which answers outside the list are counted.
const OTHER: &str = "Autre";

/// What replaces the name of somebody who signed.
const HIDDEN: &str = "…";

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
    form_export::check(name, sheet)?;
    let people = form_export::people(folder);
    let columns = form_export::columns(sheet, &people);
    let heads = form_export::questions(&columns);
    let audience = said.audience.or_else(|| questionnaire::audience(shelf, &heads)).unwrap_or(Audience::Others);
    let is_known = questionnaire::asked(shelf, audience, &heads).iter().any(Option::is_some)
        || heads.iter().any(|head| said.codes.get(&slug(head)).is_some_and(|code| !code.is_empty()));
    if heads.is_empty() || !is_known && !form_export::is_a_forms(&columns) {
        return Err(Fault::new(Code::NotASurvey, name));
    }
    // A row without any answer does not count as a respondent.
    let rows: Vec<&Vec<String>> = form_export::answers(sheet, &columns);
    if rows.is_empty() {
        return Err(Fault::new(Code::NoTable, name));
    }
    let names = KnownNames::of(folder, &form_export::signatures(sheet, &columns));
    let asked = form_export::asked(&columns, &rows);
    let entries = entries(shelf, audience, &asked, said);
    let (questions, cells): (Vec<Question>, Vec<_>) = (1..)
        .zip(asked.into_iter().zip(entries))
        .map(|(at, (asked, entry))| counted(format!("q{at}"), &asked, entry, &names))
        .filter(|(question, _)| question.answered > 0)
        .unzip();
    let groupings: Vec<usize> = (0..questions.len()).filter(|at| crossing::makes_groups(&questions[*at])).collect();
    let by =
        said.by.as_ref().and_then(|by| groupings.iter().copied().find(|at| slug(&questions[*at].text) == slug(by)));
    let crossings = by.map_or_else(Vec::new, |by| crossing::all(&questions, &cells, by));
    let last = last_day(&columns, &rows, today);
    let respondents = whole(rows.len());
    Ok(GatheredSurvey {
        dropped: form_export::dropped(sheet, &columns),
        left_out: form_export::left_out(sheet, &columns),
        is_dated: last.is_some(),
        groupings: groupings.into_iter().map(|at| questions[at].text.clone()).collect(),
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

/// The last day on which somebody answered, from the times that the form recorded.
fn last_day(columns: &[FormColumn], rows: &[&Vec<String>], today: Day) -> Option<Day> {
    let moments = columns.iter().enumerate().filter_map(|(at, column)| match column {
        FormColumn::Moment(order) => {
            timestamp::last_day(*order, rows.iter().filter_map(|row| row.get(at)), today.0).map(Day)
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

/// The names of people that answers may contain.
struct KnownNames {
    /// Those who signed, by any part of their name.
    signed: NameRedactor,
    /// Those who may be named in a list of choices.
    listed: ListedNames,
}

impl KnownNames {
    /// Collects the names that the school knows and those that people signed with.
    fn of(folder: &Folder, signatures: &BTreeSet<&str>) -> Self {
        let known = folder.board.everyone().map(|person| person.name.as_str()).chain(folder.plan.committee.names());
        KnownNames {
            signed: NameRedactor::listed(signatures.iter().copied(), HIDDEN),
            listed: ListedNames::of(known.chain(signatures.iter().copied())),
        }
    }
}

/// Words that may stand next to a name and mean nothing else.
const TITLES: [&str; 8] = ["m", "mme", "mlle", "madame", "monsieur", "et", "avec", "de"];

/// Names that no list of choices may contain: full names anywhere, and parts of names that stand alone.
/// « Saint-Joseph » and « Petit groupe » are kept, even if somebody has that name.
struct ListedNames {
    whole: BTreeSet<String>,
    parts: BTreeSet<String>,
}

impl ListedNames {
    fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let whole: BTreeSet<String> = names.map(words).map(|words| words.join(" ")).collect();
        let parts = whole.iter().flat_map(|name| name.split(' ')).map(ToOwned::to_owned).collect();
        ListedNames { whole: whole.into_iter().filter(|name| name.contains(' ')).collect(), parts }
    }

    /// Whether an answer contains a full name, or consists only of names.
    fn are_all_of(&self, answer: &str) -> bool {
        let said = words(answer);
        let padded = format!(" {} ", said.join(" "));
        let is_named = |word: &String| self.parts.contains(word);
        self.whole.iter().any(|name| padded.contains(&format!(" {name} ")))
            || said.iter().any(is_named) && said.iter().all(|word| is_named(word) || TITLES.contains(&word.as_str()))
    }
}

/// The words of a text, split at whitespace, folded, without surrounding punctuation.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
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

/// Counts a question, and returns each row's answers for grouping. The names of people are not choices.
fn counted(id: String, asked: &Asked, entry: Option<&Entry>, names: &KnownNames) -> (Question, Vec<Vec<String>>) {
    let Asked { text, cells } = asked;
    let asked = AskedQuestion { entry, text };
    let answering = answering::of(&asked, cells);
    let answers: Vec<Vec<String>> = cells.iter().map(|cell| answering::pieces(&asked, answering, cell)).collect();
    let mut question = Question {
        id,
        code: entry.map(|entry| entry.code.clone()),
        text: text.clone(),
        answering,
        answered: whole(answers.iter().filter(|row| !row.is_empty()).count()),
        counts: Vec::new(),
        comments: Vec::new(),
    };
    if answering == Answering::Words {
        question.comments = answers.into_iter().flatten().collect();
        shuffle(&mut question, names);
        return (question, Vec::new());
    }
    let mut choices = answering::choices(&asked, answering, &answers);
    let offered = entry.map_or(&[][..], |entry| &entry.choices);
    choices.retain(|choice| offered.contains(choice) || !names.listed.are_all_of(choice));
    let mut counts: Vec<Count> =
        choices.into_iter().map(|answer| Count { answer, n: 0, ranks: vec![0; ranks(answering)] }).collect();
    let mut known: Vec<Vec<String>> = Vec::new();
    let places: HashMap<String, usize> = counts.iter().enumerate().map(|(at, c)| (key(&c.answer), at)).collect();
    for mut row in answers {
        let mut named: Vec<String> = Vec::new();
        // One person gives an answer once, however often it is ticked or typed.
        let mut said = BTreeSet::new();
        row.retain(|answer| said.insert(key(answer)));
        for (rank, answer) in row.iter().enumerate() {
            let Some(count) = places.get(&key(answer)).map(|at| &mut counts[*at]) else {
                question.comments.push(answer.clone());
                continue;
            };
            count.n += 1;
            count.ranks.iter_mut().skip(rank).take(1).for_each(|n| *n += 1);
            named.push(count.answer.clone());
        }
        if named.is_empty() && !row.is_empty() && answering != Answering::Scale {
            named.push(other(&mut counts, ranks(answering)));
        }
        known.push(named);
    }
    match answering {
        Answering::Ranked => counts.sort_by(|a, b| b.ranks.cmp(&a.ranks)),
        // Somebody who gave a word instead of a number is in the comments, not in the counts.
        Answering::Scale => question.answered = whole(known.iter().filter(|row| !row.is_empty()).count()),
        Answering::One | Answering::Several | Answering::Words => {}
    }
    question.counts = counts;
    shuffle(&mut question, names);
    (question, known)
}

fn ranks(answering: Answering) -> usize {
    if answering == Answering::Ranked { RANKS } else { 0 }
}

/// Counts an answer outside the list; returns the choice under which it is counted.
fn other(counts: &mut Vec<Count>, ranks: usize) -> String {
    let at = counts.iter().position(|count| key(&count.answer) == key(OTHER)).unwrap_or_else(|| {
        counts.push(Count { answer: OTHER.to_owned(), n: 0, ranks: vec![0; ranks] });
        counts.len() - 1
    });
    counts[at].n += 1;
    counts[at].ranks.iter_mut().take(1).for_each(|n| *n += 1);
    counts[at].answer.clone()
}

/// Orders comments so that the order of rows cannot be recovered and two answers of one person are not aligned. Also
/// removes the names that people signed with.
fn shuffle(question: &mut Question, names: &KnownNames) {
    question.comments.iter_mut().for_each(|comment| *comment = names.signed.text(comment));
    let id = question.id.clone();
    question.comments.sort_by_cached_key(|comment| {
        let mut hasher = DefaultHasher::new();
        (&id, comment).hash(&mut hasher);
        hasher.finish()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::table::SheetRow;

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
            (&["Nord", "Nord", "Sud"], Answering::One, "Nord 2, Autre 1"),
            (&["a;b;", "a;", "b;c", "c"], Answering::Several, "a 2, b 2, c 2"),
            (&["a;A;b;", "a;b", "b;a"], Answering::Several, "a 3, b 3"),
            (&["a;b;", "b;a;", "b;a"], Answering::Several, "a 3, b 3"),
            (&["a;b;c;", "b;a;c", "b;a;c"], Answering::Ranked, "b 3, a 3, c 3"),
            (&["3", "1", "1"], Answering::One, "1 2, Autre 1"),
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
                "Rien 3, Autre 2",
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
    }

    #[test]
    fn what_one_person_alone_said_is_no_answer_of_a_list() {
        let question = asked("Êtes-vous bien?", &["Oui", "Oui", "Oui", "Oui", "Harcèlement de Luc", "Julie est nulle"]);
        assert_eq!(counts(&question), "Oui 4, Autre 2");
        assert_eq!(question.comments.len(), 2);
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
