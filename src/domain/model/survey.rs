//! One survey (`sondages/DATE.yaml`): how many gave each answer, and never who gave it.

use crate::domain::value::{record::record, scalar::choice, when::Day};

/// The smallest group of answers that is shown separately: a smaller one could reveal who answered what.
pub const FEWEST: u32 = 5;

/// Whether counts that add up tell of nobody: none is of fewer than that many, and they are not all in one place, which would
/// tell what each person is.
pub fn tell_of_nobody(counts: &[u32]) -> bool {
    let all: u32 = counts.iter().sum();
    let is_small = |count: &u32| (1..FEWEST).contains(count);
    let tells_of_all = all > 0 && counts.contains(&all);
    !tells_of_all && !counts.iter().any(is_small)
}

choice! {
    /// Who answers.
    pub enum Audience {
        /// New members of staff.
        Newcomers = "nouveaux",
        /// New members of staff who have nobody to mentor them.
        Unmentored = "sans-mentor",
        /// Those who support them.
        Mentors = "mentors",
        /// Principals.
        Principals = "direction",
        /// Anybody else.
        Others = "autres",
    }
}

choice! {
    /// How a question is answered.
    pub enum Answering {
        /// One choice of a list.
        One = "choix",
        /// Several choices of a list.
        Several = "choix multiples",
        /// Choices of a list, in order of preference.
        Ranked = "rangs",
        /// A whole number on a scale up to ten.
        Scale = "échelle",
        /// Free text.
        Words = "commentaires",
    }
}

/// The choice under which answers outside the list are counted.
pub const OTHER: &str = "Autre";

record! {
    /// A survey.
    #[derive(Default)]
    pub struct Survey {
        /// Version of the format.
        pub format: u32 = FORMAT "format" or "crate::domain::value::scalar::current_format";
        /// The day of the last answer.
        pub date: Option<Day> = DATE "date";
        /// Who answered.
        pub audience: Option<Audience> = AUDIENCE "public";
        /// How many answered.
        pub respondents: u32 = RESPONDENTS "répondants" | "repondants" written;
        /// How many were asked, when that is known.
        pub invited: Option<u32> = INVITED "invités" | "invites";
        /// What was asked, in the order of the form.
        pub questions: Vec<Question> = QUESTIONS "questions";
        /// Cross-tabulations: the answers to one question, for each answer to another.
        pub crossings: Vec<Crossing> = CROSSINGS "croisements";
    }
}

record! {
    /// One question, and how many gave each answer.
    pub struct Question {
        /// Its id in the survey.
        pub id: String = ID "id" required;
        /// Its code in the catalogue's questionnaires, if it comes from there.
        pub code: Option<String> = CODE "code";
        /// What was asked.
        pub text: String = TEXT "texte" written;
        /// How it was answered.
        pub answering: Answering = ANSWERING "genre" required;
        /// How many answered it.
        pub answered: u32 = ANSWERED "réponses" | "reponses" written;
        /// How many gave each answer.
        pub counts: Vec<Count> = COUNTS "comptes";
        /// Answers in free text, in no meaningful order. Only the direction reads them.
        pub comments: Vec<String> = COMMENTS "commentaires";
    }
}

record! {
    /// How many gave an answer.
    #[derive(Default)]
    pub struct Count {
        /// The answer.
        pub answer: String = ANSWER "réponse" | "reponse" required;
        /// How many gave it, at any rank.
        pub n: u32 = N "n" written;
        /// How many ranked it first, and second, if the question is ranked.
        pub ranks: Vec<u32> = RANKS "rangs";
        /// Whether so few gave it that it may be what somebody typed: only the direction reads it.
        pub rare: Option<bool> = RARE "rare";
    }
}

record! {
    /// The answers to one question, for each answer to another.
    pub struct Crossing {
        /// Id of the question whose answers are counted.
        pub question: String = QUESTION "question" required;
        /// Id of the question that defines the groups.
        pub by: String = BY "par" required;
        /// The groups that are large enough to show.
        pub groups: Vec<CrossingGroup> = GROUPS "groupes" written;
        /// How many answers belong to the withheld groups.
        pub withheld: u32 = WITHHELD "retenues" written;
    }
}

record! {
    /// A group of a cross-tabulation.
    pub struct CrossingGroup {
        /// The answer that defines the group.
        pub group: String = GROUP "groupe" required;
        /// How many of the group answered.
        pub answered: u32 = ANSWERED "réponses" | "reponses" required;
        /// How many of the group gave each answer.
        pub counts: Vec<Count> = COUNTS "comptes" written;
    }
}

impl CrossingGroup {
    /// Whether a count of the group is small enough to identify somebody.
    pub fn is_small(&self) -> bool {
        self.answered < FEWEST || self.counts.iter().any(|count| (1..FEWEST).contains(&count.n))
    }
}

/// How many people would recommend (9 and 10), might (7 and 8), and would not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recommending {
    /// 9 and 10.
    pub promoters: u32,
    /// 7 and 8.
    pub passives: u32,
    /// 6 and below.
    pub detractors: u32,
}

impl Recommending {
    /// The net promoter score, from -100 to 100 (Reichheld, 2003): the percentage of promoters minus that of
    /// detractors. The usual scale starts at 0.
    pub fn score(&self) -> f64 {
        let all = f64::from(self.promoters) + f64::from(self.passives) + f64::from(self.detractors);
        100.0 * (f64::from(self.promoters) - f64::from(self.detractors)) / all
    }
}

/// Normalises an answer for comparison: accents, case, hyphens and surrounding punctuation do not count.
pub fn key(answer: &str) -> String {
    let plain: String = answer.chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')).collect();
    let folded = crate::domain::value::text::fold(&plain.replace('´', "'"));
    // A hyphen joins words as a space does; before a number it is a minus sign.
    let negative = folded.trim_start().strip_prefix('-').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if let Some(number) = negative {
        return format!("-{}", number.trim_end());
    }
    let folded = folded.replace('-', " ");
    let said = crate::domain::value::text::one_line(folded.trim_matches(['.', '!', ';', ',', '"', ' ']));
    match said.as_str() {
        "yes" => "oui".to_owned(),
        "no" => "non".to_owned(),
        _ => said,
    }
}

/// Converts a count to the type that files hold, saturating.
pub fn whole(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Sums counts, saturating, since a file may contain any number.
pub fn sum(counts: impl Iterator<Item = u32>) -> u32 {
    counts.fold(0, u32::saturating_add)
}

impl Survey {
    /// Returns the question with a code of the catalogue.
    pub fn coded(&self, code: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.code.as_deref() == Some(code))
    }

    /// How many of its questions `other` also asks.
    pub fn shared(&self, other: &Survey) -> usize {
        let asked = |question: &&Question| {
            let same =
                |o: &Question| key(&o.text) == key(&question.text) || o.code.is_some() && o.code == question.code;
            other.questions.iter().any(same)
        };
        self.questions.iter().filter(asked).count()
    }

    /// Returns the question with that id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

impl Question {
    /// The question with its rare answers counted together, for those who may not read what somebody typed.
    pub fn without_rare(&self) -> Question {
        let (rare, mut counts): (Vec<Count>, Vec<Count>) =
            self.counts.iter().cloned().partition(|count| count.rare == Some(true));
        if !rare.is_empty() {
            let at = counts.iter().position(|count| key(&count.answer) == key(OTHER)).unwrap_or_else(|| {
                counts.push(Count { answer: OTHER.to_owned(), ..Count::default() });
                counts.len() - 1
            });
            let others = &mut counts[at];
            for count in rare {
                // One person may have given several.
                others.n = others.n.saturating_add(count.n).min(self.answered);
                others.ranks.resize(others.ranks.len().max(count.ranks.len()), 0);
                others.ranks.iter_mut().zip(&count.ranks).for_each(|(all, n)| *all = all.saturating_add(*n));
            }
        }
        Question { counts, ..self.clone() }
    }

    /// Returns the count of an answer, compared by [`key`].
    pub fn count(&self, answer: &str) -> Option<&Count> {
        let said = key(answer);
        self.counts.iter().find(|count| key(&count.answer) == said)
    }

    /// Whether it is a scale that runs to ten, on which people recommend or agree.
    pub fn is_out_of_ten(&self) -> bool {
        self.answering == Answering::Scale && self.values().any(|(value, _)| value == 10)
    }

    /// The values of a scale with their counts.
    fn values(&self) -> impl Iterator<Item = (u32, u32)> {
        self.counts.iter().filter_map(|count| Some((count.answer.parse().ok()?, count.n)))
    }

    /// How many gave that value of the scale or a higher one.
    pub fn at_least(&self, least: u32) -> u32 {
        sum(self.values().filter(|(value, _)| *value >= least).map(|(_, n)| n))
    }

    /// The mean of a scale; `None` without answers.
    pub fn mean(&self) -> Option<f64> {
        let weighed = |(sum, all), (value, n)| (sum + f64::from(value) * f64::from(n), all + f64::from(n));
        let (sum, all) = self.values().fold((0.0, 0.0), weighed);
        (all > 0.0).then(|| sum / all)
    }

    /// The median of a scale; `None` without answers.
    pub fn median(&self) -> Option<f64> {
        let mut values: Vec<(u32, u32)> = self.values().collect();
        values.sort_unstable();
        let all: u64 = values.iter().map(|(_, n)| u64::from(*n)).sum();
        let nth = |at: u64| {
            let mut passed = 0;
            values.iter().find(|(_, n)| {
                passed += u64::from(*n);
                passed > at
            })
        };
        let ((low, _), (high, _)) = (nth(all.checked_sub(1)? / 2)?, nth(all / 2)?);
        Some(f64::midpoint(f64::from(*low), f64::from(*high)))
    }

    /// The counts behind the net promoter score; `None` without answers.
    pub fn recommending(&self) -> Option<Recommending> {
        let (promoters, all) = (self.at_least(9), self.at_least(0));
        let passives = self.at_least(7) - promoters;
        (all > 0).then(|| Recommending { promoters, passives, detractors: all - promoters - passives })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(counts: &[(u32, u32)]) -> Question {
        let counts = counts.iter().map(|(value, n)| Count { answer: value.to_string(), n: *n, ..Count::default() });
        Question {
            id: "q1".into(),
            code: None,
            text: String::new(),
            answering: Answering::Scale,
            answered: 0,
            counts: counts.collect(),
            comments: Vec::new(),
        }
    }

    #[test]
    fn a_scale_is_said_in_numbers() {
        let question = scale(&[(4, 3), (5, 4), (6, 2), (7, 7), (8, 25), (9, 15), (10, 63)]);
        assert_eq!(question.at_least(8), 103);
        assert_eq!(question.mean().map(|mean| (mean * 100.0).round() / 100.0), Some(8.89));
        assert_eq!(question.median(), Some(10.0));
        let recommending = question.recommending().expect("answers");
        assert_eq!((recommending.promoters, recommending.passives, recommending.detractors), (78, 32, 9));
        assert_eq!(recommending.score().round(), 58.0);
        assert_eq!(scale(&[(7, 1), (10, 1)]).median(), Some(8.5));
        let nobody = scale(&[(10, 0)]);
        assert_eq!((nobody.mean(), nobody.median(), nobody.recommending()), (None, None, None));
    }
}
