//! Surveys in words: the same counts on screen, on paper and on the command line.

use super::{Id, Words, date, families, id, indicator, number};
use crate::domain::{
    measure::indicator::SMALL,
    model::{
        catalogue::Catalogues,
        folder::Folder,
        plan::Reading,
        survey::{Answering, Audience, Count, Crossing, FEWEST, Question, Survey, key, sum},
    },
    privacy::audience::Level,
    survey::questionnaire,
    table::slug,
    value::scalar::Amount,
};

/// A survey shown for comparison: the previous wave, or the reference results.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Its name, with its date.
    pub name: String,
    pub survey: Survey,
}

/// A question with its counts, ready to be drawn or written.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyBlock {
    /// The question, with its code.
    pub title: String,
    /// The answers.
    pub lines: Vec<SurveyLine>,
    /// Notes on the question as a whole.
    pub notes: Vec<String>,
}

/// An answer with its counts.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyLine {
    pub answer: String,
    /// Its share of all respondents, from 0 to 1.
    pub share: f64,
    /// Its count in this survey, then in each of those shown for comparison.
    pub counts: Vec<String>,
}

/// How much room a count has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// « 8 sur 9 », and a percentage from a total of twenty.
    Wide,
    /// « 8/9 ».
    Narrow,
}

/// Who answered, and when: « Nouveau personnel · février 2027 ».
pub fn title(words: &Words, survey: &Survey) -> String {
    super::joined(&[&audience(words, survey), &month(words, survey)])
}

/// Who answered.
pub fn audience(words: &Words, survey: &Survey) -> String {
    let audience = survey.audience.unwrap_or(Audience::Others);
    words.get(families::audience(audience)).into_owned()
}

/// The month of a survey.
pub fn month(words: &Words, survey: &Survey) -> String {
    survey.date.map_or_else(String::new, |day| date::month(words, day.0))
}

/// How many answered, out of how many.
pub fn rate(words: &Words, survey: &Survey) -> String {
    let n = survey.respondents;
    match survey.invited {
        Some(asked) if asked >= n.max(1) => {
            words.say(id!("survey-rate"), &[("said", count(words, n, asked, Room::Wide).into())])
        }
        _ => words.say(id!("survey-answers"), &[("n", n.into())]),
    }
}

/// How many answered in the reference results, as the source counts them.
pub fn reference_rate(words: &Words, shelf: &Catalogues, survey: &Survey) -> String {
    let who = survey.audience.and_then(|audience| shelf.get("resultats")?.entry(audience.word()));
    who.map_or_else(String::new, |who| {
        let said = count(words, survey.respondents, survey.invited.unwrap_or(survey.respondents), Room::Wide);
        words.say(id!("thread-pair"), &[("what", who.text.as_str().into()), ("text", said.into())])
    })
}

/// What to compare a survey with: the previous wave of the same audience, and the reference results.
pub fn beside(words: &Words, folder: &Folder, shelf: &Catalogues, survey: &Survey) -> Vec<Comparison> {
    let is_wave = |other: &&Survey| {
        let is_earlier = other.date.zip(survey.date).is_some_and(|(before, after)| before < after);
        is_earlier && survey.audience.is_some() && other.audience == survey.audience && other.shared(survey) > 0
    };
    // The newest of those that share the most questions: a short poll in between must not hide the wave.
    let before = folder.surveys.values().filter(is_wave).max_by_key(|other| (other.shared(survey), other.date));
    let wave = before.map(|wave| Comparison { name: column_name(words, wave), survey: wave.clone() });
    let reference = survey.audience.and_then(|audience| questionnaire::reference(shelf, audience));
    let asks = |reference: &Survey| {
        survey.questions.iter().any(|q| q.code.as_ref().is_some_and(|code| reference.coded(code).is_some()))
    };
    let reference = reference.filter(asks).map(|survey| Comparison { name: reference_name(words, &survey), survey });
    wave.into_iter().chain(reference).collect()
}

/// The column header of a survey in a comparison: its month.
pub fn column_name(words: &Words, survey: &Survey) -> String {
    survey.date.map_or_else(String::new, |day| date::month_short(words, day.0))
}

/// The name of the reference results.
pub fn reference_name(words: &Words, survey: &Survey) -> String {
    words.say(id!("survey-reference"), &[("when", column_name(words, survey).into())])
}

/// The same question in another survey: by its code, or by its text.
fn same<'a>(question: &Question, survey: &'a Survey) -> Option<&'a Question> {
    let by_code = question.code.as_deref().and_then(|code| survey.coded(code));
    let by_words = || survey.questions.iter().find(|other| key(&other.text) == key(&question.text));
    // Two questions without a common answer cannot be compared, even if they have the same code.
    let shares = |other: &&Question| {
        let said = |count: &Count| count.n > 0 && question.count(&count.answer).is_some();
        other.answering == question.answering && (other.counts.iter().any(said) || other.counts.is_empty())
    };
    by_code.or_else(by_words).filter(shares)
}

/// A question with its counts, and those of the surveys shown for comparison. If there are too few answers to hide
/// whose they are, only the principal sees them.
pub fn block(words: &Words, question: &Question, beside: &[Comparison], room: Room, level: Level) -> SurveyBlock {
    let question = &seen_by(question, level);
    let code = question.code.as_deref().unwrap_or_default();
    let title = super::joined(&[code, &question.text]);
    if !is_shown(question, level) && question.answering != Answering::Words {
        let few = words.say(id!("survey-few"), &[("n", question.answered.into())]);
        return SurveyBlock { title, lines: Vec::new(), notes: vec![few] };
    }
    let others = beside.iter().map(|beside| same(question, &beside.survey).filter(|other| is_shown(other, level)));
    let others: Vec<Option<&Question>> = others.collect();
    // An answer that nobody gave here is shown if somebody gave it elsewhere.
    let elsewhere = others.iter().flatten().flat_map(|other| &other.counts).filter(|count| count.n > 0);
    let mut answers: Vec<&str> = question.counts.iter().map(|count| count.answer.as_str()).collect();
    for count in elsewhere {
        if question.answering != Answering::Words && !answers.iter().any(|known| key(known) == key(&count.answer)) {
            answers.push(&count.answer);
        }
    }
    if question.answering == Answering::Scale {
        answers.sort_by_key(|answer| answer.parse().unwrap_or(u32::MAX));
    }
    let line = |answer: &&str| {
        let said = |of: Option<&Question>| of.map_or_else(String::new, |of| wording(words, of, of.count(answer), room));
        let all = std::iter::once(Some(question)).chain(others.iter().copied());
        let n = question.count(answer).map_or(0, |count| count.ranks.first().copied().unwrap_or(count.n));
        SurveyLine {
            answer: (*answer).to_owned(),
            share: f64::from(n) / f64::from(question.answered.max(1)),
            counts: all.map(said).collect(),
        }
    };
    let mut lines: Vec<SurveyLine> = answers.iter().map(line).collect();
    if question.answering == Answering::Scale && room == Room::Narrow {
        together(&mut lines);
    }
    SurveyBlock { title, lines, notes: notes(words, question) }
}

/// Merges the low values of a scale that nobody gave, here or elsewhere, into one line, to leave the rows of a small
/// window to the others.
fn together(lines: &mut Vec<SurveyLine>) {
    let nobody =
        |line: &&SurveyLine| line.counts.iter().all(|count| !count.starts_with(|c: char| ('1'..='9').contains(&c)));
    let none = lines.iter().take_while(nobody).count();
    if none > 1 {
        lines[0].answer = format!("{}–{}", lines[0].answer, lines[none - 1].answer);
        lines.drain(1..none);
    }
}

/// The question as that level may see it: what somebody may have typed is the direction's.
pub fn seen_by(question: &Question, level: Level) -> Question {
    if level == Level::Direction { question.clone() } else { question.without_rare() }
}

/// Whether a question has enough answers to be shown without revealing whose they are.
pub fn is_shown(question: &Question, level: Level) -> bool {
    level == Level::Direction || question.answered >= FEWEST
}

/// The answers to a question by group, one list of lines per crossing.
pub fn crossings(words: &Words, survey: &Survey, question: &Question, level: Level) -> Vec<Vec<String>> {
    let crossed = survey.crossings.iter().filter(|crossing| crossing.question == question.id);
    crossed.filter(|_| is_shown(question, level)).map(|crossing| self::crossing(words, survey, crossing)).collect()
}

/// The count of an answer among all respondents, or of its first and second ranks if it is ranked. A zero is shown only
/// if the answer is known to have been offered and the other answers account for everybody.
fn wording(words: &Words, question: &Question, found: Option<&Count>, room: Room) -> String {
    let known = |n: u32, all: u32| n > 0 || found.is_some() && all >= question.answered;
    let unknown = || "—".to_owned();
    if question.answering == Answering::Ranked {
        let of = |count: &Count, at: usize| count.ranks.get(at).copied().unwrap_or(0);
        let rank = |at: usize| {
            let (n, all) = (found.map_or(0, |count| of(count, at)), sum(question.counts.iter().map(|c| of(c, at))));
            if known(n, all) { n.to_string() } else { unknown() }
        };
        return format!("{} · {}", rank(0), rank(1));
    }
    let (n, all) = (found.map_or(0, |count| count.n), sum(question.counts.iter().map(|count| count.n)));
    if known(n, all) { count(words, n, question.answered, room) } else { unknown() }
}

/// « 8 sur 9 », « 28 sur 34 (82 %) », or « 8/9 ».
fn count(words: &Words, n: u32, of: u32, room: Room) -> String {
    let reading = Reading { date: None, value: Amount(f64::from(n)), out_of: Some(Amount(f64::from(of))) };
    match room {
        Room::Wide => indicator::wording(words, &reading),
        Room::Narrow => format!("{n}/{of}"),
    }
}

/// Notes on a question as a whole: how many answered and, for a scale, its median and who would recommend.
fn notes(words: &Words, question: &Question) -> Vec<String> {
    let answers = words.say(id!("survey-answers"), &[("n", question.answered.into())]);
    let choices = match question.answering {
        Answering::Several => words.get(id!("survey-several")).into_owned(),
        Answering::Ranked => words.get(id!("survey-ranks")).into_owned(),
        Answering::One | Answering::Scale | Answering::Words => String::new(),
    };
    let mut notes = vec![super::joined(&[&answers, &choices])];
    if question.is_out_of_ten() {
        notes.extend(out_of_ten(words, question));
    }
    notes
}

/// A survey in a few lines: its questions out of ten, or else the most frequent answer to its first question.
pub fn gist(words: &Words, survey: &Survey) -> Vec<String> {
    let questions = || survey.questions.iter().filter(|question| is_shown(question, Level::Committee));
    let scales = questions().filter(|question| question.is_out_of_ten());
    let scales: Vec<String> = scales
        .filter_map(|question| Some(super::joined(&[&out_of_ten(words, question).into_iter().next()?, &question.text])))
        .collect();
    let most = || {
        let question = &questions().find(|question| !question.counts.is_empty())?.without_rare();
        let most = question.counts.iter().max_by_key(|count| count.n)?;
        let said = wording(words, question, Some(most), Room::Wide);
        let most = words.say(id!("thread-pair"), &[("what", most.answer.as_str().into()), ("text", said.into())]);
        Some(super::joined(&[&most, &question.text]))
    };
    if scales.is_empty() { most().into_iter().collect() } else { scales }
}

/// Whether a question asks if one would recommend; asking about following recommendations is something else.
fn asks_to_recommend(text: &str) -> bool {
    slug(text).split('-').any(|word| word.starts_with("recommander") || word == "recommend")
}

fn out_of_ten(words: &Words, question: &Question) -> Vec<String> {
    let all = question.at_least(0);
    let eight = count(words, question.at_least(8), all, Room::Wide);
    let eight = words.say(id!("survey-eight"), &[("said", eight.into())]);
    let value = |id: Id, said: String| words.say(id, &[("value", said.into())]);
    let median = question
        .median()
        .map_or_else(String::new, |median| value(id!("survey-median"), indicator::median(words, median)));
    // A mean of few answers is misleadingly precise.
    let is_many = f64::from(all) >= SMALL;
    let mean = question
        .mean()
        .filter(|_| is_many)
        .map_or_else(String::new, |mean| value(id!("survey-mean"), number(words, mean)));
    let mut notes = vec![super::joined(&[&eight, &median, &mean])];
    let recommends = question.code.as_deref() == Some("N4") || asks_to_recommend(&question.text);
    if let Some(recommending) = question.recommending().filter(|_| recommends) {
        let score = format!("{:+.0}", recommending.score()).replace('-', "\u{2212}");
        let mut values = vec![
            ("promoters", recommending.promoters.into()),
            ("passives", recommending.passives.into()),
            ("detractors", recommending.detractors.into()),
        ];
        values.extend(is_many.then(|| ("score", score.into())));
        notes.push(words.say(if is_many { id!("survey-nps") } else { id!("survey-nps-few") }, &values));
    }
    notes
}

/// The answers to a question by those to another: one line per group, then what is withheld.
fn crossing(words: &Words, survey: &Survey, crossing: &Crossing) -> Vec<String> {
    let by = survey.question(&crossing.by).map_or(crossing.by.as_str(), |question| &question.text);
    let mut lines = vec![words.say(id!("survey-crossed"), &[("by", by.into())])];
    for part in crossing.groups.iter().filter(|part| part.answered >= FEWEST) {
        let counts = part.counts.iter().filter(|count| count.n >= FEWEST);
        let counts: Vec<String> = counts.map(|count| format!("{} : {}", count.answer, count.n)).collect();
        let group =
            words.say(id!("survey-group"), &[("group", part.group.as_str().into()), ("n", part.answered.into())]);
        lines.push(words.say(id!("thread-pair"), &[("what", group.into()), ("text", counts.join(" · ").into())]));
    }
    if crossing.groups.is_empty() {
        lines.push(words.get(id!("survey-too-few-to-cross")).into_owned());
    } else if crossing.withheld > 0 {
        lines.push(words.say(id!("survey-withheld"), &[("n", crossing.withheld.into())]));
    }
    lines
}

/// A questionnaire as text to paste into a form: its purpose, then each question with its answers.
pub fn model(words: &Words, shelf: &Catalogues, audience: Audience) -> String {
    let aim = families::questionnaire(audience).map_or_else(String::new, |aim| words.get(aim).into_owned());
    let mut text = format!("{aim}\n\n");
    let mut at = 0;
    let mut ask = |text: &mut String, asked: &str, how: &str, choices: &[String]| {
        at += 1;
        text.push_str(&format!("{at}. {asked}\n"));
        if !how.is_empty() {
            text.push_str(&format!("   ({how})\n"));
        }
        for choice in choices {
            text.push_str(&format!("   - {choice}\n"));
        }
        text.push('\n');
    };
    for entry in questionnaire::questions(shelf, audience) {
        let how = entry.answering.map_or_else(String::new, |how| words.get(families::answering(how)).into_owned());
        let choices = if entry.answering == Some(Answering::Scale) { &[][..] } else { &entry.choices };
        ask(&mut text, &entry.text, &how, choices);
        if !entry.note.is_empty() {
            ask(&mut text, &entry.note, &words.get(id!("survey-how-commentaires")), &[]);
        }
    }
    text.push_str(&format!("{}\n", words.get(id!("survey-model-foot"))));
    text
}
