//! Every sentence that people read. The sentences are in `fr.ftl` and `en.ftl`; only the module `sentences` reads them.

pub mod advice;
pub mod between;
pub mod board;
pub mod coverage;
pub mod date;
pub mod deeds;
pub mod edit;
pub mod families;
pub mod fault;
pub mod import;
pub mod indicator;
pub mod network;
pub mod new_year;
pub mod plan;
pub mod privacy;
pub mod purge;
mod said;
pub mod sentences;
pub mod survey;
pub mod survey_import;
pub mod thread;
mod value;

pub(crate) use sentences::id;
pub use sentences::{Id, Words};

use crate::domain::value::when::When;

/// The release days taken, of those granted, in a sentence.
pub fn release(words: &Words, sentence: Id, taken: f64, granted: f64) -> String {
    let values =
        [("n", taken.into()), ("taken", number(words, taken).into()), ("granted", number(words, granted).into())];
    words.say(sentence, &values)
}

/// Formats an amount: no needless decimals, the language's decimal sign, grouped thousands.
pub fn number(words: &Words, amount: f64) -> String {
    let cents = (amount * 100.0).round() / 100.0;
    let text = format!("{cents}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push_str(&words.get(id!("thousands")));
        }
        grouped.push(digit);
    }
    let point = if decimals.is_empty() { "".into() } else { words.get(id!("decimal")) };
    format!("{sign}{grouped}{point}{decimals}")
}

/// A level with its sign: −2, 0, +1.
pub fn signed(level: impl Into<i64>) -> String {
    match level.into() {
        0 => "0".to_owned(),
        below if below < 0 => format!("\u{2212}{}", below.unsigned_abs()),
        above => format!("+{above}"),
    }
}

/// Joins the non-empty parts with « · ».
pub fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// An action in one line: what, who, by when.
pub fn action(words: &Words, what: &str, who: &str, when: &When) -> String {
    joined(&[what, who, &date::written(words, &when.0)])
}

/// Formats « before → after », or only `after` if it is empty, is the same, or there was nothing before.
pub fn transition(before: Option<&str>, after: &str) -> String {
    match before {
        Some(before) if before != after && !after.is_empty() => format!("{before} → {after}"),
        _ => after.to_owned(),
    }
}

/// The same, for two words of an enumeration.
pub fn moved(words: &Words, before: Option<&str>, after: &str) -> String {
    transition(before.map(|before| words.choice(before)).as_deref(), &words.choice(after))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_bundle::FluentResource;

    use super::{
        sentences::{ENGLISH, FRENCH},
        *,
    };
    use crate::domain::model::{
        board::{Tier, Wellbeing},
        impact::{Decision, GoalReached},
        plan::{Direction, MeasureKind, Strand},
        progress::Progress,
        school::Order,
    };
    use crate::domain::value::{language::Language, text::slug};

    #[test]
    fn numbers_are_french() {
        for (amount, text) in
            [(12.5, "12,5"), (1250.0, "1\u{a0}250"), (0.0, "0"), (-1_234_567.8, "-1\u{a0}234\u{a0}567,8")]
        {
            assert_eq!(number(&Words::french(), amount), text);
        }
    }

    #[test]
    fn every_sentence_parses() {
        for sentences in [FRENCH, ENGLISH] {
            if let Err((_, errors)) = FluentResource::try_new(sentences.to_owned()) {
                panic!("{errors:?}");
            }
        }
    }

    /// Of two sentences with the same id, the last one would win silently.
    #[test]
    fn no_id_stands_twice() {
        for sentences in [FRENCH, ENGLISH] {
            let mut seen = BTreeSet::new();
            let names = sentences.lines().filter(|line| !line.starts_with(['#', ' ', '}']));
            let twice: Vec<&str> = names
                .filter_map(|line| line.split_once(" =").map(|(name, _)| name))
                .filter(|name| !seen.insert(*name))
                .collect();
            assert_eq!(twice, Vec::<&str>::new());
            assert!(seen.len() > 900, "the sentences are found: {}", seen.len());
        }
    }

    /// The ids of a file, each with the set of values that its sentence takes.
    fn ids(sentences: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let (mut message, mut id) = (String::new(), String::new());
        for line in sentences.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =") {
                if !line.starts_with([' ', '}']) {
                    (message, id) = (name.to_owned(), name.to_owned());
                } else if let Some(attribute) = name.trim().strip_prefix('.') {
                    id = format!("{message}.{attribute}");
                }
            }
            let values = line.split('$').skip(1);
            let names =
                values.map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned());
            ids.entry(id.clone()).or_default().extend(names);
        }
        ids
    }

    #[test]
    fn both_languages_say_the_same_things_with_the_same_values() {
        let (french, english) = (ids(FRENCH), ids(ENGLISH));
        // Patterns of dates and times use whichever of the values each language needs.
        let free = |id: &str| ["date-", "clock", "word-"].iter().any(|start| id.starts_with(start));
        let missing: Vec<_> = french.keys().filter(|id| !english.contains_key(*id)).collect();
        let extra: Vec<_> = english.keys().filter(|id| !french.contains_key(*id) && !free(id)).collect();
        assert_eq!((missing, extra), (Vec::new(), Vec::new()));
        let differ = |(id, values): &(&String, &BTreeSet<String>)| !free(id) && french.get(*id) != Some(*values);
        assert_eq!(english.iter().filter(differ).map(|(id, _)| id).collect::<Vec<_>>(), Vec::<&String>::new());
    }

    #[test]
    fn every_word_of_a_closed_list_is_said_in_english() {
        let words = Words::of(Language::English);
        let lists: [&[&str]; 10] = [
            Wellbeing::WORDS,
            Tier::WORDS,
            Progress::WORDS,
            Order::WORDS,
            Strand::WORDS,
            MeasureKind::WORDS,
            Direction::WORDS,
            GoalReached::WORDS,
            Decision::WORDS,
            &["Entrée", "Échap", "Espace", "Suppr", "Effacer", "Maj-Tab", "PgPréc", "PgSuiv", "Début", "Fin"],
        ];
        for word in lists.into_iter().flatten() {
            let id = format!("word-{}", slug(word, usize::MAX));
            assert!(words.has(&id), "{id}");
        }
        assert_eq!(words.choice("à suivre"), "to watch");
        assert_eq!(Words::french().choice("à suivre"), "à suivre");
    }

    #[test]
    fn days_and_numbers_are_said_as_each_language_does() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day");
        let (french, english) = (Words::french(), Words::of(Language::English));
        assert_eq!(date::full(&french, day), "jeudi 1er octobre 2026");
        assert_eq!(date::full(&english, day), "Thursday, October 1, 2026");
        assert_eq!((date::short(&french, day), date::short(&english, day)), ("1er oct.".into(), "Oct 1".into()));
        let moment = day.and_hms_opt(14, 5, 0).expect("a moment");
        assert_eq!(date::clock(&french, moment), "14\u{a0}h\u{a0}05");
        assert_eq!(date::clock(&english, moment), "2:05\u{a0}pm");
        assert_eq!(number(&english, 1234.5), "1,234.5");
    }

    #[test]
    fn typography_is_of_quebec() {
        let found: Vec<&str> = FRENCH
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter(|line| {
                let text = line.split_once(" = ").map_or(*line, |(_, text)| text);
                text.contains("« ")
                    || text.contains(" »")
                    || text.contains(" :")
                    || text.contains(" ;")
                    || text.contains('\'')
            })
            .collect();
        assert_eq!(found, Vec::<&str>::new(), "ordinary blanks beside « » or before a colon, or straight apostrophes");
    }

    #[test]
    fn plurals_follow_french() {
        let words = Words::french();
        for (count, text) in [(0, "0 personne"), (1, "1 personne"), (2, "2 personnes")] {
            assert_eq!(words.say(id!("people-count"), &[("n", count.into())]).replace('\u{a0}', " "), text);
        }
    }
}
