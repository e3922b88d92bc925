//! The answers that a form gathered, row by row, made into a survey: counts, and never who said what.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use chrono::NaiveDate;

use super::{
    catalogue::{Entry, Shelf},
    crossing,
    document::FileId,
    edit::{Change, Edit},
    fault::{Code, Fault},
    folder::Folder,
    form::{self, Asked, Column},
    import::{Sheet, slug},
    questionnaire,
    survey::{Answering, Audience, Count, Question, Survey},
    text::{harmless, one_line, tally},
    when::Day,
};

/// The most answers that the list of a question may have.
const MOST_CHOICES: usize = 15;

/// The longest answer of a list, in characters.
const LONGEST_CHOICE: usize = 80;

/// An answer that nobody else gave is in somebody's own words when it has more words than this.
const MOST_WORDS: usize = 3;

/// How many ranks are counted.
const RANKS: usize = 2;

/// What is counted for answers outside a list.
pub const OTHER: &str = "Autre";

/// Answers that make a list, however few they are.
const YES_AND_NO: [&str; 6] = ["oui", "non", "yes", "no", "peut-etre", "maybe"];

/// What somebody says of a survey besides its answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// Who answered.
    pub audience: Option<Audience>,
    /// The day of the last answer.
    pub date: Option<Day>,
    /// How many were asked.
    pub invited: Option<u32>,
    /// The head of the question that makes groups; nothing for no groups.
    pub by: Option<String>,
    /// The codes of the catalogue that heads mean, as heads are remembered; an empty code is none.
    pub codes: BTreeMap<String, String>,
}

/// What a form gathered.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// The survey.
    pub survey: Survey,
    /// The heads that name people, or say where they can be reached: nothing of them is kept.
    pub dropped: Vec<String>,
    /// Whether the form says when it was answered.
    pub is_dated: bool,
    /// The heads of the questions that can make groups.
    pub groupings: Vec<String>,
}

/// Makes a survey of the rows of a form.
///
/// # Errors
/// A table that is not a form's, or a row that cannot be trusted, with its line: nothing is made of the others.
pub fn gather(
    (folder, shelf): (&Folder, &Shelf),
    name: &str,
    sheet: &Sheet,
    said: &Said,
    today: Day,
) -> Result<Gathered, Fault> {
    form::check(name, sheet)?;
    let columns = form::columns(sheet, folder);
    let heads = form::questions(&columns);
    let audience = said.audience.or_else(|| questionnaire::audience(shelf, heads.iter().copied()));
    let is_known = said.codes.values().any(|code| !code.is_empty()) || audience.is_some();
    if heads.is_empty() || !is_known && !columns.iter().any(|column| matches!(column, Column::Technical)) {
        return Err(Fault::new(Code::NotASurvey, name));
    }
    let audience = audience.unwrap_or(Audience::Others);
    // A row that answers nothing is nobody's.
    let rows: Vec<&Vec<String>> =
        sheet.rows.iter().map(|(_, row)| row).filter(|row| form::answers_something(&columns, row)).collect();
    let asked = form::asked(&columns, &rows);
    let mut codes: Vec<&str> = Vec::new();
    let mut questions = Vec::new();
    let mut cells = Vec::new();
    for (at, Asked { text, cells: said_cells }) in asked.into_iter().enumerate() {
        let chosen = said.codes.get(&slug(&text)).map(|code| questionnaire::question(shelf, code));
        let entry = chosen.unwrap_or_else(|| questionnaire::asked(shelf, audience, &text));
        let entry = entry.filter(|entry| !codes.contains(&entry.code.as_str()));
        codes.extend(entry.map(|entry| entry.code.as_str()));
        let (question, answers) = counted(format!("q{}", at + 1), text, entry, &said_cells);
        if question.answered > 0 {
            questions.push(question);
            cells.push(answers);
        }
    }
    let groupings: Vec<usize> = (0..questions.len()).filter(|at| crossing::makes_groups(&questions[*at])).collect();
    let by = said.by.as_ref().and_then(|by| {
        groupings.iter().copied().find(|at| questions[*at].id == *by || slug(&questions[*at].text) == slug(by))
    });
    let crossings = by.map_or_else(Vec::new, |by| crossing::all(&questions, &cells, by));
    let moment = columns.iter().enumerate().find(|(_, column)| matches!(column, Column::Moment(_)));
    let last = moment.and_then(|(at, column)| form::last_day(column, rows.iter().filter_map(|row| row.get(at))));
    Ok(Gathered {
        is_dated: last.is_some(),
        dropped: form::dropped(sheet, &columns),
        groupings: groupings.into_iter().map(|at| questions[at].text.clone()).collect(),
        survey: Survey {
            format: super::scalar::current_format(),
            date: Some(said.date.or(last.map(Day)).unwrap_or(today)),
            audience: Some(audience),
            respondents: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            invited: said.invited,
            questions,
            crossings,
        },
    })
}

/// Where a survey goes: in the place of what the same people were asked in the same month, or in a new file. Gives the
/// survey that it replaces.
pub fn place<'a>(folder: &'a Folder, survey: &Survey, today: NaiveDate) -> (String, Option<&'a Survey>) {
    let day = survey.date.map_or(today, |day| day.0);
    let month = day.format("%Y-%m").to_string();
    let same = |(stem, other): &(&String, &Survey)| stem.starts_with(&month) && other.audience == survey.audience;
    match folder.surveys.iter().find(same) {
        Some((stem, other)) => (stem.clone(), Some(other)),
        None => {
            let candidates = std::iter::once(month.clone()).chain((2..).map(|n| format!("{month}-{n}")));
            let free = |stem: &String| {
                !folder.surveys.contains_key(stem) && !folder.broken.contains(&FileId::Survey(stem.clone()))
            };
            (candidates.into_iter().find(free).unwrap_or(month), None)
        }
    }
}

/// The edit that writes a survey.
pub fn written(folder: &Folder, stem: String, survey: &Survey) -> Edit {
    let file = FileId::Survey(stem);
    let before = folder.value(&file).ok();
    Edit { file, path: Vec::new(), change: Change::Set { before, after: Some(serde_json::json!(survey)) } }
}

/// A question counted, and the answers of each row to it, for those who group them.
fn counted(id: String, text: String, entry: Option<&Entry>, cells: &[String]) -> (Question, Vec<Vec<String>>) {
    let answering = answering(entry, cells);
    let answers: Vec<Vec<String>> = cells.iter().map(|cell| pieces(entry, answering, cell)).collect();
    let mut question = Question {
        id,
        code: entry.map(|entry| entry.code.clone()),
        text,
        answering,
        answered: u32::try_from(answers.iter().filter(|row| !row.is_empty()).count()).unwrap_or(u32::MAX),
        counts: Vec::new(),
        comments: Vec::new(),
    };
    if answering == Answering::Words {
        question.comments = answers.into_iter().flatten().collect();
        shuffle(&mut question);
        return (question, Vec::new());
    }
    let choices = choices(entry, answering, &answers);
    let place = |answer: &str| choices.iter().position(|choice| slug(choice) == slug(answer));
    let mut counts: Vec<Count> =
        choices.iter().map(|choice| Count { answer: choice.clone(), n: 0, ranks: Vec::new() }).collect();
    let mut known: Vec<Vec<String>> = Vec::new();
    let mut others = Count { answer: OTHER.into(), n: 0, ranks: Vec::new() };
    for row in &answers {
        let mut named = Vec::new();
        for (rank, answer) in row.iter().enumerate() {
            let count = match place(answer) {
                Some(at) => &mut counts[at],
                None => {
                    question.comments.push(answer.clone());
                    &mut others
                }
            };
            count.n += 1;
            if answering == Answering::Ranked {
                count.ranks.resize(RANKS, 0);
                count.ranks.iter_mut().skip(rank).take(1).for_each(|n| *n += 1);
            }
            named.push(count.answer.clone());
        }
        known.push(named);
    }
    match counts.iter_mut().find(|count| slug(&count.answer) == slug(OTHER)) {
        Some(count) => count.n += others.n,
        None if others.n > 0 => counts.push(others),
        None => {}
    }
    if answering == Answering::Ranked {
        counts.iter_mut().for_each(|count| count.ranks.resize(RANKS, 0));
        counts.sort_by(|a, b| b.ranks.cmp(&a.ranks));
    }
    question.counts = counts;
    shuffle(&mut question);
    (question, known)
}

/// Puts what was said in an order that says nothing of the rows: two answers of one person stand apart.
fn shuffle(question: &mut Question) {
    let id = question.id.clone();
    question.comments.sort_by_cached_key(|comment| {
        let mut hasher = DefaultHasher::new();
        (&id, comment).hash(&mut hasher);
        hasher.finish()
    });
}

/// How a question was answered, by the catalogue when the answers agree with it, else by the answers.
fn answering(entry: Option<&Entry>, cells: &[String]) -> Answering {
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let asked = entry.and_then(|entry| entry.answering);
    if asked == Some(Answering::Words) {
        return Answering::Words;
    }
    let out_of_ten = |cell: &&str| cell.parse::<u32>().is_ok_and(|value| value <= 10);
    let says_ten = entry.is_none() && cells.iter().any(|cell| cell.parse::<u32>().is_ok_and(|value| value > 5));
    if (asked == Some(Answering::Scale) || says_ten) && cells.iter().all(out_of_ten) {
        return Answering::Scale;
    }
    let split: Vec<Vec<String>> = cells.iter().map(|cell| pieces(entry, Answering::Several, cell)).collect();
    let several = split.iter().any(|row| row.len() > 1);
    let sets: Vec<std::collections::BTreeSet<&String>> = split.iter().map(|row| row.iter().collect()).collect();
    let ordered = several && sets.windows(2).all(|pair| pair[0] == pair[1]) && split.windows(2).any(|p| p[0] != p[1]);
    let ranked = asked == Some(Answering::Ranked) || ordered;
    let tokens: Vec<&str> = match several || ranked {
        true => split.iter().flatten().map(String::as_str).collect(),
        false => cells.clone(),
    };
    match is_list(entry, &tokens) {
        false => Answering::Words,
        true if ranked => Answering::Ranked,
        true if several => Answering::Several,
        true => Answering::One,
    }
}

/// Whether answers are those of a list: most are in the catalogue's, or given by somebody else too. In doubt they are
/// somebody's own words, which fewer people read.
fn is_list(entry: Option<&Entry>, answers: &[&str]) -> bool {
    let offered = |answer: &str| {
        YES_AND_NO.contains(&slug(answer).as_str())
            || entry.is_some_and(|entry| entry.choices.iter().any(|choice| slug(choice) == slug(answer)))
    };
    let counts = tally(answers.iter().map(|answer| slug(answer)));
    let alone = |answer: &&&str| counts.iter().any(|(slug, n)| *n < 2 && *slug == self::slug(answer));
    let lonely = answers.iter().filter(|answer| !offered(answer)).filter(alone).count();
    let short = |answer: &&str| answer.chars().count() <= LONGEST_CHOICE;
    lonely * 2 <= answers.len()
        && counts.len() <= MOST_CHOICES + lonely
        && answers.iter().filter(|a| !offered(a)).all(short)
        || answers.iter().all(|answer| answer.parse::<f64>().is_ok())
}

/// The answers in a cell, cleaned.
fn pieces(entry: Option<&Entry>, answering: Answering, cell: &str) -> Vec<String> {
    let clean = |text: &str| one_line(&form::without_addresses(&harmless(text)));
    let cell = cell.trim();
    let offered = |piece: &str| entry.is_some_and(|e| e.choices.iter().any(|choice| slug(choice) == slug(piece)));
    let all: Vec<String> = match answering {
        Answering::Words => vec![form::without_addresses(&harmless(cell)).trim().to_owned()],
        Answering::Several | Answering::Ranked if !cell.contains(';') && cell.split(", ").all(offered) => {
            cell.split(", ").map(clean).collect()
        }
        Answering::Several | Answering::Ranked => cell.split(';').map(clean).collect(),
        Answering::One | Answering::Scale => vec![clean(cell.trim_end_matches(';'))],
    };
    all.into_iter().filter(|piece| !piece.is_empty()).collect()
}

/// The list of a question: the catalogue's, a whole scale, or what was answered, the most frequent first. An answer that
/// only one person gave, in many words, is none of it.
fn choices(entry: Option<&Entry>, answering: Answering, answers: &[Vec<String>]) -> Vec<String> {
    let all = || answers.iter().flatten();
    if answering == Answering::Scale {
        let low = all().filter_map(|answer| answer.parse().ok()).min().unwrap_or(1).min(1);
        return (low..=10_u32).map(|value| value.to_string()).collect();
    }
    let mut choices: Vec<String> = entry.map_or_else(Vec::new, |entry| entry.choices.clone());
    let counts = tally(all().map(|answer| slug(answer)));
    let given = counts.into_iter().filter_map(|(said, n)| {
        let spelled = all().find(|answer| slug(answer) == said)?;
        let own = spelled.split_whitespace().count() > MOST_WORDS;
        let offered = entry.is_some_and(|entry| !entry.choices.is_empty());
        (n > 1 || !own && !offered).then(|| spelled.clone())
    });
    let mut given: Vec<String> = given.filter(|said| !choices.iter().any(|c| slug(c) == slug(said))).collect();
    if given.iter().all(|answer| answer.parse::<f64>().is_ok()) {
        given.sort_by(|a, b| a.parse().unwrap_or(0.0_f64).total_cmp(&b.parse().unwrap_or(0.0)));
    }
    choices.extend(given);
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(heads: &[&str], rows: &[&[&str]], said: &Said) -> Gathered {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let rows = rows.iter().enumerate().map(|(at, row)| (at + 2, texts(row))).collect();
        let sheet = Sheet { heads: texts(heads), rows };
        let today = Day(NaiveDate::from_ymd_opt(2027, 2, 20).expect("a day"));
        gather((&Folder::default(), &Shelf::default()), "f", &sheet, said, today).expect("a survey")
    }

    fn only(answers: &[&str]) -> Question {
        let rows: Vec<Vec<&str>> = answers.iter().map(|answer| vec!["1", *answer]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        gathered(&["ID", "Q"], &rows, &Said::default()).survey.questions.remove(0)
    }

    fn counts(question: &Question) -> String {
        let said = question.counts.iter().map(|count| format!("{} {}", count.answer, count.n));
        said.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn how_a_question_was_answered_is_read_from_its_answers() {
        for (answers, answering, expected) in [
            (&["Oui", "Non"][..], Answering::One, "Oui 1, Non 1"),
            (&["Nord", "Nord", "Sud"], Answering::One, "Nord 2, Sud 1"),
            (&["a;b;", "a;", "b;c", "c"], Answering::Several, "a 2, b 2, c 2"),
            (&["a;b;", "b;a;", "b;a"], Answering::Ranked, "b 3, a 3"),
            (&["3", "1", "1"], Answering::One, "1 2, 3 1"),
            (&["9", "7", "9"], Answering::Scale, "1 0, 2 0, 3 0, 4 0, 5 0, 6 0, 7 1, 8 0, 9 2, 10 0"),
            (&["0", "10"], Answering::Scale, "0 1, 1 0, 2 0, 3 0, 4 0, 5 0, 6 0, 7 0, 8 0, 9 0, 10 1"),
            (&["Merci", "Plus de temps; un local"], Answering::Words, ""),
            // In doubt it is somebody's own words, which fewer people read.
            (&["Nord", "Sud", "Est"], Answering::Words, ""),
        ] {
            let question = only(answers);
            assert_eq!((question.answering, counts(&question).as_str()), (answering, expected), "{answers:?}");
        }
    }

    #[test]
    fn what_one_person_said_in_many_words_is_no_answer_of_a_list() {
        let question = only(&["Nord", "Nord", "Nord", "Là où se trouve Zoé, au fond"]);
        assert_eq!(counts(&question), "Nord 3, Autre 1");
        assert_eq!(question.comments, ["Là où se trouve Zoé, au fond"]);
    }

    #[test]
    fn comments_do_not_stand_in_the_order_of_the_rows() {
        let rows: Vec<[String; 3]> =
            (0..9).map(|at| [at.to_string(), format!("un {at} a"), format!("deux {at} b")]).collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let survey = gathered(&["ID", "Q", "R"], &rows, &Said::default()).survey;
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
        let said = Said { audience: Some(Audience::Mentors), ..Said::default() };
        let survey = gathered(&["ID", "Q"], &[&["1", "Oui"], &["2", " "], &["3", "Non"]], &said).survey;
        assert_eq!(
            (survey.respondents, survey.questions[0].answered, survey.audience),
            (2, 2, Some(Audience::Mentors))
        );
        assert_eq!(survey.date.map(|day| day.to_string()).as_deref(), Some("2027-02-20"));
    }
}
