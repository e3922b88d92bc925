//! The year in one document: the newcomers then and now, the issues and their rounds, what was done of the plan, the
//! indicators with their charts, the committee's recommendations. Without anybody's name.

use chrono::NaiveDate;

use super::{
    chart,
    paper::{Block, Report},
    sources::Sources,
};
use crate::{
    domain::{
        advice::{
            coverage::{Coverage, Standing, coverage},
            overview,
        },
        measure::indicator,
        model::{
            board::Wellbeing,
            catalogue::{Catalogues, Entry},
            cycle::Cycle,
            folder::Folder,
            impact::ImpactCheck,
            meeting::Portrait,
            plan::{Indicator, Issue},
            progress::Progress,
            survey::Survey,
        },
        privacy::redact::NameRedactor,
        value::text::one_line,
    },
    words::{Id, Words, coverage as said_of, date, fault, id, indicator as said, joined, number, survey as of_survey},
};

/// What the review is made from.
struct Review<'a> {
    discreet: NameRedactor,
    words: &'a Words,
    folder: &'a Folder,
    cycle: &'a Cycle,
    shelf: &'a Catalogues,
    today: NaiveDate,
}

/// Builds the document.
pub fn paper(words: &Words, sources: Sources<'_>, today: NaiveDate) -> Report {
    let Sources { folder, cycle, shelf, .. } = sources;
    let discreet = NameRedactor::all_anonymous(&folder.board, &folder.plan.committee, &words.get(id!("somebody")));
    let review = Review { discreet, words, folder, cycle, shelf, today };
    let word = |id: Id| words.get(id).into_owned();
    let school = &folder.plan.school;
    let mut paper = Report {
        title: words.say(id!("review-paper-title"), &[("year", school.year.as_str().into())]),
        about: vec![school.name.clone(), folder.plan.committee.name.clone(), date::long(words, today)],
        foot: word(id!("paper-foot")),
        blocks: Vec::new(),
    };
    paper.section(&word(id!("home-newcomers")), review.portraits());
    let issues = folder.plan.issues_by_priority();
    paper.section(&word(id!("meeting-issues")), issues.into_iter().flat_map(|issue| review.issue(issue)).collect());
    paper.section(&word(id!("screen-plan")), review.plan());
    let indicators = folder.plan.indicators.iter().flat_map(|indicator| review.indicator(indicator));
    paper.section(&word(id!("review-indicators")), indicators.collect());
    for survey in folder.surveys.values() {
        paper.section(&joined(&[&word(id!("survey-title")), &of_survey::title(words, survey)]), review.survey(survey));
    }
    paper.section(&word(id!("review-coverage")), review.coverage());
    paper.section(&word(id!("review-recommendations")), vec![Block::List(folder.plan.recommendations.clone())]);
    paper.without_names(&review.discreet)
}

impl Review<'_> {
    /// The number of newcomers by state, at the first meeting and now.
    fn portraits(&self) -> Vec<Block> {
        let words = self.words;
        let first = self.folder.meetings.values().find_map(|meeting| Some((meeting.date?.0, meeting.portrait?)));
        let now = overview::portrait(&self.folder.board, self.today);
        let counts = |portrait: &Portrait, state: Wellbeing| number(words, f64::from(portrait.count(state)));
        let head = [String::new()]
            .into_iter()
            .chain(first.map(|(day, _)| date::long(words, day)))
            .chain([date::long(words, self.today)])
            .collect();
        let row = |name: String, of: &dyn Fn(&Portrait) -> String| {
            std::iter::once(name).chain(first.as_ref().map(|(_, portrait)| of(portrait))).chain([of(&now)]).collect()
        };
        let mut rows =
            vec![row(words.get(id!("review-here")).into_owned(), &|p| number(words, f64::from(p.newcomers)))];
        for state in Wellbeing::ALL {
            rows.push(row(words.choice(state.word()).into_owned(), &|p| counts(p, *state)));
        }
        rows.push(row(words.get(id!("no-contact")).into_owned(), &|p| number(words, f64::from(p.without_contact))));
        let coming = overview::coming(&self.folder.board, self.today);
        let traces: usize = self.folder.board.people.iter().map(|person| person.traces.len()).sum();
        let meetings = self.folder.regulations().count();
        let values = [("meetings", meetings.into()), ("traces", traces.into())];
        let counts = joined(&[&words.say(id!("review-counts"), &values), &crate::words::board::coming(words, coming)]);
        vec![Block::Table(head, rows), Block::Text(counts)]
    }

    fn issue(&self, issue: &Issue) -> Vec<Block> {
        let words = self.words;
        let step = fault::step(issue.step, self.cycle.name(issue.step));
        let round =
            words.say(id!("issue-round"), &[("name", issue.name.as_str().into()), ("round", issue.round.into())]);
        let mut blocks = vec![Block::Subheading(round), Block::Text(joined(&[&step, &issue.goal]))];
        blocks.extend((!issue.initial_data.is_empty()).then(|| Block::Text(issue.initial_data.clone())));
        let checks = self.folder.impacts.values().filter(|check| check.issue == issue.id && check.is_closed());
        blocks.extend(checks.flat_map(|check| self.check(issue, check)));
        blocks
    }

    /// An impact check: what it concluded and what comes next, then what it measured and why.
    fn check(&self, issue: &Issue, check: &ImpactCheck) -> [Block; 2] {
        let words = self.words;
        let day = check.date.map_or_else(String::new, |day| date::long(words, day.0));
        let line = said::concluded(words, check);
        let score = said::score(words, &issue.scales, check);
        let score =
            score.map_or_else(String::new, |score| words.say(id!("heading-attained"), &[("score", score.into())]));
        let steps: Vec<String> = check.redo.iter().map(|step| fault::step(*step, self.cycle.name(*step))).collect();
        let measured = check.measures.iter().filter_map(|measure| {
            let named = self.folder.plan.indicator(&measure.indicator)?;
            let reading = said::wording(words, &measure.reading(check.date)?);
            let pair = words.say(id!("thread-pair"), &[("what", named.title().into()), ("text", reading.into())]);
            Some(joined(&[&pair, &one_line(&measure.finding)]))
        });
        let next = check.next.map_or_else(String::new, |day| {
            let label = words.get(id!("field-prochaine-mesure")).into_owned();
            words.say(id!("thread-pair"), &[("what", label.into()), ("text", date::long(words, day.0).into())])
        });
        let lines = measured.chain([score, one_line(&check.why)]).filter(|line| !line.is_empty());
        [Block::Text(joined(&[&day, &line, &steps.join(", "), &next])), Block::List(lines.collect())]
    }

    fn plan(&self) -> Vec<Block> {
        let rows = &self.folder.plan.rows;
        let count = |state: Progress| rows.iter().filter(|row| row.state() == state).count();
        let counts = Progress::ALL.iter().map(|state| (self.words.choice(state.word()), count(*state)));
        let counts = counts
            .filter(|(_, count)| *count > 0)
            .map(|(word, count)| self.words.say(id!("thread-pair"), &[("what", word.into()), ("text", count.into())]));
        let done = rows.iter().filter(|row| row.state() == Progress::Done).map(|row| row.title.clone());
        vec![Block::Text(counts.collect::<Vec<_>>().join(" · ")), Block::List(done.collect())]
    }

    /// A survey of the year: its counts next to those of the previous wave and of the reference results.
    fn survey(&self, survey: &Survey) -> Vec<Block> {
        let beside = of_survey::beside(self.words, self.folder, self.shelf, survey);
        let rate = Block::Text(of_survey::rate(self.words, survey));
        std::iter::once(rate).chain(super::survey::blocks(self.words, survey, &beside)).collect()
    }

    /// What programmes aim at, do and rest on, and what the files or the school say of each.
    fn coverage(&self) -> Vec<Block> {
        let words = self.words;
        let of = |covered: Coverage<'_>| {
            let values = [("done", covered.done().into()), ("all", covered.entries.len().into())];
            let title = joined(&[&covered.catalogue.title, &words.say(id!("review-covered"), &values)]);
            let row = |(entry, standing): &(&Entry, Standing<'_>)| {
                let count = entry.count.zip(entry.out_of).map_or_else(String::new, |(n, all)| format!("{n}/{all}"));
                vec![entry.text.clone(), count, said_of::whole(words, standing)]
            };
            let rows = covered.entries.iter().map(row).collect();
            let heads = [id!("coverage-programmes"), id!("coverage-here")].map(|id| words.get(id).into_owned());
            let heads = std::iter::once(covered.catalogue.title.clone()).chain(heads).collect();
            let table = Block::filled_table(heads, rows);
            [Block::Subheading(title), Block::Text(covered.catalogue.note.clone()), table]
        };
        let blocks = coverage(self.folder, self.shelf).into_iter().flat_map(of);
        blocks.chain([Block::Text(words.get(id!("review-coverage-note")).into_owned())]).collect()
    }

    fn indicator(&self, indicator: &Indicator) -> Vec<Block> {
        let (words, folder, today) = (self.words, self.folder, self.today);
        let chart = indicator::chart(&indicator::series(folder, indicator, today));
        let attained = said::attained(words, folder, indicator, today).unwrap_or_default();
        let conclusion = joined(&[&attained, &said::conclusion(words, &chart)]);
        let three = said::three(words, folder, indicator, today).to_vec();
        let mut blocks = vec![Block::Subheading(indicator.question.clone()), Block::List(three)];
        if let Some(picture) = said::picture(words, folder, indicator, today) {
            let numbers = picture.dots.iter().map(|dot| format!("{}\u{a0}: {}", date::long(words, dot.day), dot.label));
            let numbers = numbers.collect::<Vec<_>>().join("; ");
            let picture = picture.without_names(&self.discreet);
            let question = self.discreet.text(&indicator.question);
            blocks.push(Block::Picture(chart::drawing(words, &question, &picture, &conclusion), numbers));
        }
        blocks.push(Block::Text(conclusion));
        blocks
    }
}
