//! The preview of a survey import in words, on screen and on the command line.

use super::{
    Words, date, id, joined,
    survey::{audience, is_shown, rate, seen_by, title},
};
use crate::domain::{
    model::survey::{Question, Survey},
    privacy::audience::Level,
    survey::{
        gather::GatheredSurvey,
        repeats::{DoubtfulRow, RowDoubt},
    },
};

/// What a survey import would write: its file, and what is left out.
pub fn summary(words: &Words, gathered: &GatheredSurvey, stem: &str, replaced: Option<&Survey>) -> Vec<String> {
    let survey = &gathered.survey;
    let file = format!("sondages/{stem}.yaml");
    let mut lines = vec![joined(&[&title(words, survey), &rate(words, survey), &file])];
    if let Some(replaced) = replaced {
        lines.push(words.say(id!("survey-replaces"), &[("rate", rate(words, replaced).into())]));
    }
    if !gathered.left_out.is_empty() {
        lines.push(words.say(id!("survey-left"), &[("heads", gathered.left_out.join(", ").into())]));
    }
    if !gathered.is_dated {
        lines.push(words.get(id!("survey-undated")).into_owned());
    }
    let comments: usize = survey.questions.iter().map(|question| question.comments.len()).sum();
    let counted = [
        (id!("survey-unfinished"), gathered.unfinished),
        (id!("survey-hidden"), gathered.hidden),
        (id!("survey-comments-kept"), comments),
        (id!("survey-unnamed"), gathered.unnamed),
    ];
    lines.extend(counted.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| words.say(id, &[("n", n.into())])));
    lines
}

/// The rows of a form that may not be answers: each with the reason, and whether it is counted.
pub fn doubts(words: &Words, gathered: &GatheredSurvey) -> Vec<String> {
    let doubt = |(row, is_counted): &(DoubtfulRow, bool)| {
        let why = match row.doubt {
            RowDoubt::Repeats(first) => {
                words.say(id!("survey-repeats"), &[("line", row.line.into()), ("first", first.into())])
            }
            RowDoubt::IsTrial => words.say(id!("survey-trial"), &[("line", row.line.into())]),
        };
        let counted = if *is_counted { id!("survey-counted") } else { id!("survey-not-counted") };
        joined(&[&why, &words.get(counted)])
    };
    gathered.doubtful.iter().map(doubt).collect()
}

/// How a question was understood: its code, its kind, and what its answers give, as that level may see it.
pub fn understood(words: &Words, question: &Question, level: Level) -> String {
    let question = &seen_by(question, level);
    let is_shown = is_shown(question, level);
    let kind = words.choice(question.answering.word()).into_owned();
    let answers = words.say(id!("survey-answers"), &[("n", question.answered.into())]);
    let own = words.get(id!("survey-own")).into_owned();
    let code = question.code.clone().unwrap_or(own);
    let counts = question.counts.iter().filter(|count| count.n > 0 && is_shown);
    let counts = counts.map(|count| format!("{} {}", count.answer, count.n)).collect::<Vec<_>>().join(", ");
    format!("• {}", joined(&[&code, &question.text, &kind, &answers, &counts]))
}

/// What is said about a survey besides its answers: who, when, how many were asked, by which groups.
pub fn asides(words: &Words, gathered: &GatheredSurvey) -> [String; 4] {
    let survey = &gathered.survey;
    let day = survey.date.map_or_else(String::new, |day| date::long(words, day.0));
    let invited = survey.invited.map_or_else(|| "—".to_owned(), |invited| invited.to_string());
    let by = survey.crossings.first().and_then(|crossing| survey.question(&crossing.by));
    let by = match by {
        Some(by) => words.say(id!("survey-will-cross"), &[("by", by.text.as_str().into())]),
        None => words.get(id!("survey-uncrossed")).into_owned(),
    };
    [
        words.say(id!("survey-by-whom"), &[("whom", audience(words, survey).into())]),
        words.say(id!("survey-on"), &[("day", day.into())]),
        words.say(id!("survey-invited"), &[("n", invited.into())]),
        by,
    ]
}
