//! Searches a folder for what the sources advise looking at.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    coverage::{CoverageSubject, Standing, coverage},
    topic::{Advice, Topic},
    vocabulary::{self, Vocabulary},
};
use crate::domain::{
    model::{
        board::{Board, Newcomer, Tier},
        catalogue::Catalogues,
        cycle::Step,
        document::FileId,
        draft::Draft,
        folder::Folder,
        meeting::{Instance, Meeting},
        plan::{Issue, Plan, Row},
        progress::Progress,
        retention,
        school::{Committee, Member},
    },
    value::{
        text::{fold, says},
        when::SchoolYear,
    },
};

/// The rhythm of a committee that has not set its own, in days.
const USUAL_RHYTHM: i64 = 28;
/// How long a newcomer may go without using release days after arrival, in days.
const SETTLED: i64 = 60;
/// The duration below which a change of mentor is early, in days (S003-06, an analogy).
const QUARTER: i64 = 90;
/// The largest number of people that schools reported for a mentor released for a fifth of the workload (S001-07 M2).
const MOST_PEOPLE: f64 = 13.0;
/// The release to which that number applies, in percent of the workload.
const USUAL_SHARE: f64 = 20.0;

/// Returns everything to look at in a folder on a day, about people first, in the order of the files, without what the
/// plan silences. Also returns how many pieces of advice are silenced.
pub fn advice(folder: &Folder, catalogues: &Catalogues, today: NaiveDate) -> (Vec<Advice>, usize) {
    let mut looking = AdviceSearch::begin(folder, catalogues, today);
    looking.everybody();
    looking.everything_else();
    let all = looking.found.len();
    let kept = looking.kept();
    let silenced = all - kept.len();
    (kept, silenced)
}

/// How much of it is about nobody, without what the plan silences.
pub fn about_nobody(folder: &Folder, catalogues: &Catalogues, today: NaiveDate) -> usize {
    let mut looking = AdviceSearch::begin(folder, catalogues, today);
    looking.everything_else();
    looking.kept().iter().filter(|advice| advice.person.is_none()).count()
}

struct AdviceSearch<'a> {
    folder: &'a Folder,
    catalogues: &'a Catalogues,
    today: NaiveDate,
    vocabulary: Vocabulary,
    found: Vec<Advice>,
}

impl<'a> AdviceSearch<'a> {
    fn begin(folder: &'a Folder, catalogues: &'a Catalogues, today: NaiveDate) -> Self {
        let vocabulary = Vocabulary::of(catalogues, &folder.plan);
        AdviceSearch { folder, catalogues, today, vocabulary, found: Vec::new() }
    }

    /// Looks at each newcomer. What was written of whoever left is read too, as long as it is kept.
    fn everybody(&mut self) {
        if !self.folder.broken.contains(&FileId::Board) {
            self.folder.board.present(self.today).for_each(|person| self.person(person));
            self.folder.board.everyone().for_each(|person| self.vocabulary(person));
        }
    }

    /// Looks at the mentors, the plan, the retention and what circulates.
    fn everything_else(&mut self) {
        if !self.folder.broken.contains(&FileId::Board) {
            self.mentors();
        }
        if !self.folder.broken.contains(&FileId::Plan) {
            self.folder.plan.issues.iter().for_each(|issue| self.issue(issue));
            self.folder.plan.rows.iter().filter(|row| row.is_open()).for_each(|row| self.row(row));
            self.year();
            self.coverage();
        }
        self.retention();
        self.circulating();
    }

    /// What the plan does not silence.
    fn kept(mut self) -> Vec<Advice> {
        let silences = &self.folder.plan.silenced;
        self.found.retain(|advice| !silences.iter().any(|silence| silence.code == advice.topic.id()));
        self.found
    }
    fn say(&mut self, topic: Topic, file: FileId, path: &[&str], values: Vec<(&'static str, String)>) {
        let path: Vec<String> = path.iter().map(|step| (*step).to_owned()).collect();
        let person = (file == FileId::Board).then(|| path.get(1).cloned()).flatten();
        self.found.push(Advice { topic, file, path, person, values });
    }

    fn rhythm(&self) -> i64 {
        self.folder.plan.committee.rhythm_days().unwrap_or(USUAL_RHYTHM)
    }

    fn person(&mut self, person: &Newcomer) {
        let board = FileId::Board;
        let at = |field: &'static str| [Board::PEOPLE, &person.id, field];
        let committee = &self.folder.plan.committee;
        let days_here = person.arrival.map(|day| (self.today - day.0).num_days());
        if person.contact.is_none() {
            self.say(Topic::NoContact, board.clone(), &at(Newcomer::CONTACT), vec![]);
        }
        match &person.mentor {
            None => self.say(Topic::NoMentor, board.clone(), &at(Newcomer::MENTOR), vec![]),
            Some(mentor) => {
                let member = committee.members.iter().find(|member| member.name == *mentor);
                if member.is_some_and(Member::evaluates) {
                    self.say(Topic::MentorEvaluates, board.clone(), &at(Newcomer::MENTOR), vec![]);
                }
                if let (Some(theirs), Some(hers)) =
                    (member.and_then(|member| member.building.as_ref()), &person.building)
                    && fold(theirs) != fold(hers)
                {
                    self.say(
                        Topic::FarMentor,
                        board.clone(),
                        &at(Newcomer::MENTOR),
                        vec![("building", theirs.clone())],
                    );
                }
            }
        }
        if person.is_unsaid(self.today, self.rhythm()) {
            let days = person.days_unsaid(self.today).unwrap_or_default();
            self.say(Topic::NoTrace, board.clone(), &at(Newcomer::TRACES), vec![("days", days.to_string())]);
        }
        let has = |tier: char| person.modalities.iter().any(|code| code.starts_with(tier));
        if person.tier == Some(Tier::Specific) && has('3') && !has('1') {
            self.say(Topic::TierSkipped, board.clone(), &at(Newcomer::MODALITIES), vec![]);
        }
        let promised = self.folder.plan.resources.release.as_ref().map_or(0.0, |bank| bank.per_arrival.0);
        let (granted, taken) =
            person.release.as_ref().map_or((0.0, 0.0), |release| (release.granted.0, release.taken.0));
        // Days are promised to whoever arrives this year.
        let arrives = person.arrival.is_none_or(|day| SchoolYear::of(day.0) >= self.folder.plan.year());
        if promised > 0.0 && granted <= 0.0 && arrives {
            self.say(Topic::NoReleaseGiven, board.clone(), &at(Newcomer::RELEASE), vec![]);
        } else if granted > 0.0 && taken <= 0.0 && days_here.is_some_and(|days| days > SETTLED) {
            self.say(Topic::NoReleaseTaken, board.clone(), &at(Newcomer::RELEASE), vec![]);
        }
        for earlier in &person.earlier_mentors {
            if earlier.from.is_some_and(|from| (earlier.until.0 - from.0).num_days() < QUARTER) {
                self.say(Topic::MentorChanged, board.clone(), &at(Newcomer::EARLIER_MENTORS), vec![]);
            }
        }
    }

    fn vocabulary(&mut self, person: &Newcomer) {
        let of_traces = person.traces.iter().flat_map(crate::domain::model::board::Trace::parts);
        let mut texts: Vec<(&str, String)> = of_traces.map(|(_, text)| (Newcomer::TRACES, text.to_owned())).collect();
        texts.push((Newcomer::GOAL, person.goal.clone()));
        texts.extend(person.sign.iter().map(|sign| (Newcomer::SIGN, sign.what.clone())));
        texts.extend(person.pair_meetings.iter().map(|met| (Newcomer::PAIR_MEETINGS, met.theme.clone())));
        let agreed = person.agreement.iter().flat_map(|agreement| &agreement.answers);
        texts.extend(agreed.map(|answer| (Newcomer::AGREEMENT, answer.answer.clone())));
        texts.extend(person.departure.iter().map(|departure| (Newcomer::DEPARTURE, departure.reason.clone())));
        texts.extend(person.situation.iter().map(|said| (Newcomer::SITUATION, said.clone())));
        texts.extend(person.needs.iter().map(|need| (Newcomer::NEEDS, need.clone())));
        texts.extend(person.next_action.iter().map(|next| (Newcomer::NEXT_ACTION, next.what.clone())));
        texts.extend(person.own.values().filter_map(Value::as_str).map(|text| (Newcomer::OWN, text.to_owned())));
        let weighed = texts.iter().flat_map(|(field, text)| {
            let words = self.vocabulary.weighed(text).into_iter();
            words.map(move |(topic, word)| (topic, *field, word.to_owned()))
        });
        let weighed: Vec<(Topic, &str, String)> = weighed.collect();
        for topic in [Topic::Judging, Topic::Intimate] {
            let found = weighed.iter().filter(|(found, ..)| *found == topic);
            let (mut fields, mut words): (Vec<&str>, Vec<String>) =
                found.map(|(_, field, word)| (*field, word.clone())).unzip();
            if let Some(field) = fields.drain(..).next() {
                words.dedup();
                let said = vec![("word", words.join(", "))];
                self.say(topic, FileId::Board, &[Board::PEOPLE, &person.id, field], said);
            }
        }
    }

    /// Checks that something says how long the record of whoever leaves is kept.
    fn retention(&mut self) {
        let rule = self.folder.plan.retention.iter().flat_map(|rule| [&rule.after_departure, &rule.after_arrival]);
        let has_rule = rule.into_iter().any(|rule| retention::months(rule).is_some());
        let is_used = !self.folder.board.people.is_empty();
        if !has_rule && is_used && !self.folder.broken.contains(&FileId::Plan) {
            self.say(Topic::NoRetention, FileId::Plan, &[Plan::RETENTION], vec![]);
        }
        let gone = self.folder.board.everyone();
        let gone = gone.filter(|person| person.has_left(self.today) && person.keep_until.is_none());
        let gone: Vec<String> = gone.map(|person| person.id.clone()).collect();
        for id in gone {
            self.say(Topic::NoKeepUntil, FileId::Board, &[Board::PEOPLE, &id, Newcomer::KEEP_UNTIL], vec![]);
        }
    }

    /// Looks for words to weigh where they circulate: in meetings, the one under way included, and in comments of the plan.
    fn circulating(&mut self) {
        let held = self.folder.meetings.iter().map(|(stem, meeting)| (FileId::Meeting(stem.clone()), meeting));
        let draft = self.folder.draft.as_ref().map(|draft| (FileId::Draft, &draft.meeting));
        let mut found = Vec::new();
        for (file, meeting) in held.chain(draft) {
            for (topic, word, mut path, person) in self.vocabulary.of_record(meeting) {
                if file == FileId::Draft {
                    path.insert(0, Draft::MEETING.to_owned());
                }
                found.push(Advice { topic, file: file.clone(), path, person, values: vec![("word", word)] });
            }
        }
        for (stem, check) in &self.folder.impacts {
            let file = FileId::Impact(stem.clone());
            let words = self.vocabulary.of_record(check).into_iter();
            found.extend(words.map(|(topic, word, path, person)| {
                let values = vec![("word", word)];
                Advice { topic, file: file.clone(), path, person, values }
            }));
        }
        for (path, text) in vocabulary::of_plan(self.folder) {
            let words = self.vocabulary.weighed(text);
            found.extend(words.into_iter().map(|(topic, word)| {
                let values = vec![("word", word.to_owned())];
                Advice { topic, file: FileId::Plan, path: path.clone(), person: None, values }
            }));
        }
        self.found.append(&mut found);
    }

    /// Checks how many people each mentor has, and the time that is released for it.
    fn mentors(&mut self) {
        let mut people: BTreeMap<&str, usize> = BTreeMap::new();
        for mentor in self.folder.board.present(self.today).filter_map(|person| person.mentor.as_deref()) {
            *people.entry(mentor).or_default() += 1;
        }
        for (at, member) in self.folder.plan.committee.members.iter().enumerate() {
            let Some(count) = people.get(member.name.as_str()) else { continue };
            let (at, who) = (at.to_string(), ("who", member.name.clone()));
            let path = [Plan::COMMITTEE, Committee::MEMBERS, &at];
            match member.release.as_deref().map(percent) {
                None => self.say(Topic::MentorWithoutTime, FileId::Plan, &path, vec![who]),
                Some(Some(share)) if *count as f64 > MOST_PEOPLE * share / USUAL_SHARE => {
                    let values = vec![who, ("n", count.to_string()), ("share", format!("{share} %"))];
                    self.say(Topic::MentorLoad, FileId::Plan, &path, values);
                }
                Some(_) => {}
            }
        }
    }

    fn issue(&mut self, issue: &Issue) {
        let path = [Plan::ISSUES, &issue.id, Issue::STEP];
        let name = || vec![("name", issue.name.clone())];
        let went = |step: Step| {
            let in_meeting = self.folder.meetings.values().flat_map(|meeting| &meeting.issues);
            in_meeting
                .filter(|point| point.issue == issue.id)
                .any(|point| point.before == Some(step) || point.after == Some(step))
                || self.folder.plan.rows.iter().any(|row| row.serves(&issue.id, Some(step)))
        };
        if issue.step >= Step::Action && issue.round <= 1 && !went(Step::Leads) {
            self.say(Topic::StepSkipped, FileId::Plan, &path, name());
        }
        if issue.step == Step::Impact && issue.initial_data.trim().is_empty() {
            self.say(Topic::NoInitialData, FileId::Plan, &path, name());
        }
    }

    fn row(&mut self, row: &Row) {
        let name = || vec![("name", row.title.clone())];
        let end = row.when.span(self.folder.plan.year()).map(|span| span.end);
        if end.flatten().is_some_and(|end| end < self.today) {
            self.say(Topic::RowLate, FileId::Plan, &[Plan::ROWS, &row.id, Row::WHEN], name());
        }
        if row.leads.is_empty() {
            self.say(Topic::RowWithoutLead, FileId::Plan, &[Plan::ROWS, &row.id, Row::LEADS], name());
        }
        if row.when.is_empty() {
            self.say(Topic::RowWithoutDate, FileId::Plan, &[Plan::ROWS, &row.id, Row::WHEN], name());
        }
    }

    /// Checks what should have happened by this point of the year.
    fn year(&mut self) {
        let folder = self.folder;
        let year = folder.plan.year();
        let started = folder.board.present(self.today).next().is_some() || !folder.meetings.is_empty();
        let last = folder.last_meeting(self.today).and_then(|meeting| meeting.date).map(|day| day.0);
        let late = last.map(|day| (self.today - day).num_days()).filter(|days| *days > self.rhythm());
        match late {
            Some(days) => self.say(
                Topic::NoRegulation,
                FileId::Plan,
                &[Plan::COMMITTEE, Committee::RHYTHM],
                vec![("days", days.to_string())],
            ),
            None if last.is_none() && started => {
                self.say(
                    Topic::NoRegulation,
                    FileId::Plan,
                    &[Plan::COMMITTEE, Committee::RHYTHM],
                    vec![("days", "0".into())],
                );
            }
            None => {}
        }
        // A step that is planned is presented to nobody yet: until its day is past, nothing is said.
        let texts = |row: &Row| std::iter::once(&row.title).chain(&row.people).map(|text| fold(text)).collect();
        let told: Vec<(&Row, Vec<String>)> = folder.plan.rows.iter().map(|row| (row, texts(row))).collect();
        let presents = |word: &str| {
            let word = fold(word);
            let first = word.split(' ').next().unwrap_or_default();
            told.iter().any(|(row, texts)| {
                let is_said = texts.iter().any(|text| text.contains(first) && says(text, &word));
                let day = row.when.span(year).and_then(|span| span.end);
                is_said && (row.state() == Progress::Done || day.is_some_and(|day| day >= self.today))
            })
        };
        let was_held = |instance| {
            let of_year = |meeting: &Meeting| meeting.date.is_some_and(|day| SchoolYear::of(day.0) == year);
            folder.meetings.values().any(|meeting| meeting.instance() == instance && of_year(meeting))
        };
        let at_cpe = was_held(Instance::Cpe) || presents("CPE");
        let at_ag = was_held(Instance::Ag) || presents("AG") || presents("assemblee generale");
        let is_presented = at_cpe && at_ag;
        if !folder.plan.rows.is_empty() && !is_presented {
            self.say(Topic::NotPresented, FileId::Plan, &[Plan::ROWS], vec![]);
        }
        let second_half = NaiveDate::from_ymd_opt(year.0 + 1, 1, 31).is_some_and(|day| self.today > day);
        let measured = folder
            .impacts
            .values()
            .filter_map(|check| check.date)
            .any(|day| crate::domain::value::when::SchoolYear::of(day.0) == year);
        if second_half && !measured && !folder.plan.issues.is_empty() {
            self.say(Topic::NoImpactCheck, FileId::Plan, &[Plan::ISSUES], vec![]);
        }
    }

    /// Reports what nineteen programmes do and this plan does not show.
    fn coverage(&mut self) {
        if self.folder.plan.rows.is_empty() {
            return;
        }
        for covered in coverage(self.folder, self.catalogues) {
            let topic = match covered.of {
                CoverageSubject::Aims => Topic::AimsLeft,
                CoverageSubject::Measures => Topic::MeasuresLeft,
                CoverageSubject::Conditions => Topic::ConditionsLeft,
            };
            let left = covered.entries.iter().filter(|(_, standing)| *standing == Standing::Unsaid);
            let named: Vec<String> = left.take(3).map(|(entry, _)| entry.text.clone()).collect();
            if !named.is_empty() {
                let values = vec![
                    ("done", covered.done().to_string()),
                    ("all", covered.entries.len().to_string()),
                    ("left", named.join(", ")),
                ];
                self.say(topic, FileId::Plan, &[Plan::ROWS], values);
            }
        }
    }
}

/// Parses a percentage: `20 %` and `20` are both 20.
fn percent(text: &str) -> Option<f64> {
    let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).collect();
    digits.replace(',', ".").parse().ok()
}
