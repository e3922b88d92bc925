//! The minutes of a meeting: attendance, points, decisions, actions. Newcomers' names are left out unless requested.

use super::paper::{Block, Report};
use crate::{
    domain::{
        meeting::deeds::deeds,
        model::{
            board::{Tier, Wellbeing},
            cycle::{Cycle, Step},
            folder::Folder,
            meeting::{IssuePoint, Meeting, PersonPoint},
            progress::Progress,
            publication::Naming,
        },
        privacy::redact::NameRedactor,
    },
    words::{self, Id, Words, date, fault, id, moved, transition},
};

/// What minutes are made from.
struct Minutes<'a> {
    words: &'a Words,
    folder: &'a Folder,
    cycle: &'a Cycle,
}

/// The minutes of a meeting.
pub fn paper(words: &Words, folder: &Folder, cycle: &Cycle, meeting: &Meeting, names: Naming) -> Report {
    let minutes = Minutes { words, folder, cycle };
    let word = |id: Id| words.get(id).into_owned();
    let day = meeting.date.map_or_else(String::new, |day| date::full(words, day.0));
    let school = &folder.plan.school;
    let foot = match names {
        Naming::Unsaid => word(id!("paper-foot")),
        Naming::Said => word(id!("paper-foot-named")),
    };
    let mut paper = Report {
        title: words.say(id!("minutes-title"), &[("day", day.into())]),
        about: [school.name.clone(), words::deeds::held_by(words, folder, meeting), hours(words, meeting)]
            .into_iter()
            // Whoever is named may ask who answers for it.
            .chain((names == Naming::Said).then(|| words::privacy::officer(words, &folder.plan)))
            .filter(|line| !line.is_empty())
            .collect(),
        foot,
        blocks: Vec::new(),
    };
    // Whoever has one minute reads what was decided and who does what.
    paper.section(&word(id!("meeting-decisions")), vec![Block::List(meeting.decisions.clone())]);
    paper.section(&word(id!("meeting-actions")), vec![minutes.actions(meeting)]);
    let done = deeds(folder, meeting);
    paper.section(&word(id!("meeting-done")), vec![Block::List(words::deeds::done(words, &done))]);
    let measured = done.checks.iter().map(|check| words::deeds::measured(words, folder, cycle, check));
    paper.section(&word(id!("meeting-measured")), vec![Block::List(measured.collect())]);
    let of_stage = done.answers.iter().map(|asked| (words::joined(&[&asked.stage, &asked.question]), &asked.answer));
    paper.section(&word(id!("meeting-stages")), questions(of_stage));
    let of_agenda = meeting.questions.iter().map(|asked| (asked.question.clone(), &asked.answer));
    paper.section(&word(id!("meeting-questions")), questions(of_agenda));
    paper.section(&word(id!("minutes-present")), minutes.present(meeting));
    paper.section(&word(id!("meeting-people")), minutes.portrait(meeting));
    paper.section(&word(id!("meeting-returns")), vec![minutes.returns(meeting)]);
    if names == Naming::Said {
        let people = meeting.people.iter().flat_map(|point| minutes.person(point)).collect();
        paper.section(&word(id!("point-4")), people);
    }
    let issues = meeting.issues.iter().flat_map(|point| minutes.issue(point)).collect();
    paper.section(&word(id!("meeting-issues")), issues);
    for (id, list) in [
        (id!("meeting-successes"), &meeting.successes),
        (id!("meeting-irritants"), &meeting.irritants),
        (id!("meeting-inconsistencies"), &meeting.inconsistencies),
        (id!("meeting-adjustments"), &meeting.adjustments),
    ] {
        paper.section(&word(id), vec![Block::List(list.clone())]);
    }
    if let Some(next) = meeting.next_meeting {
        paper.section(&word(id!("next-meeting")), vec![Block::Text(date::full(words, next.0))]);
    }
    match names {
        Naming::Unsaid => {
            let somebody = word(id!("somebody"));
            paper.without_names(&NameRedactor::newcomers_unnamed(&folder.board, &folder.plan.committee, &somebody))
        }
        Naming::Said => paper,
    }
}

/// Questions, each with what was answered.
fn questions<'a>(asked: impl Iterator<Item = (String, &'a String)>) -> Vec<Block> {
    let told = |(question, answer): (String, &String)| {
        [Block::Subheading(question), Block::Text(answer.trim_end().to_owned())]
    };
    asked.flat_map(told).collect()
}

/// The hours of the meeting, and the minutes spent on its points.
fn hours(words: &Words, meeting: &Meeting) -> String {
    let spent: f64 = meeting.spent.values().map(|minutes| minutes.0).sum();
    let hours = date::hours(words, &meeting.hours);
    if hours.is_empty() || spent == 0.0 {
        return hours;
    }
    words.say(id!("minutes-hours"), &[("hours", hours.into()), ("minutes", (spent.round() as i64).into())])
}

impl Minutes<'_> {
    fn present(&self, meeting: &Meeting) -> Vec<Block> {
        let line = |id: Id, names: Vec<&str>| match names.is_empty() {
            true => Block::Text(String::new()),
            false => Block::Text(self.words.say(id, &[("names", names.join(", ").into())])),
        };
        vec![
            line(id!("meeting-present"), meeting.present.iter().map(String::as_str).collect()),
            line(id!("meeting-guests"), meeting.guests.iter().map(String::as_str).collect()),
            line(id!("meeting-absent"), meeting.absent.iter().map(String::as_str).collect()),
            line(id!("minutes-chair"), meeting.chair.as_deref().into_iter().collect()),
            line(id!("minutes-scribe"), meeting.scribe.as_deref().into_iter().collect()),
        ]
    }

    fn portrait(&self, meeting: &Meeting) -> Vec<Block> {
        let Some(portrait) = meeting.portrait else { return Vec::new() };
        let rows = Wellbeing::ALL
            .iter()
            .map(|state| vec![self.words.choice(state.word()).into_owned(), portrait.count(*state).to_string()]);
        let head = [id!("column-state"), id!("minutes-count")].map(|id| self.words.get(id).into_owned());
        let count = self.words.say(id!("people-count"), &[("n", portrait.newcomers.into())]);
        let alone = self.words.say(id!("minutes-no-contact"), &[("n", portrait.without_contact.into())]);
        vec![Block::Text(count), Block::Table(head.to_vec(), rows.collect()), Block::Text(alone)]
    }

    fn returns(&self, meeting: &Meeting) -> Block {
        let row = |returned: &crate::domain::model::meeting::Return| {
            let state = self.words.choice(returned.state.map_or("", Progress::word)).into_owned();
            vec![returned.what.clone(), returned.who.clone(), state, returned.why.clone()]
        };
        let head = [id!("minutes-what"), id!("minutes-who"), id!("column-state"), id!("minutes-why")];
        self.table(&head, meeting.returns.iter().map(row).collect())
    }

    fn actions(&self, meeting: &Meeting) -> Block {
        let row = |action: &crate::domain::model::meeting::MeetingAction| {
            let due = action.due(self.folder.plan.year());
            let is_late = action.state.unwrap_or(Progress::Todo).is_open()
                && due.zip(meeting.date).is_some_and(|(due, day)| due < day.0);
            let late = if is_late { self.words.get(id!("minutes-late")).into_owned() } else { String::new() };
            let since = action.since.map_or_else(String::new, |day| date::long(self.words, day.0));
            let state = action.state.unwrap_or(Progress::Todo).word();
            let state = self.words.choice(state).into_owned();
            vec![action.what.clone(), action.who.clone(), date::written(self.words, &action.when.0), late, state, since]
        };
        let head = [
            id!("minutes-what"),
            id!("minutes-who"),
            id!("column-when"),
            id!("minutes-late-column"),
            id!("column-state"),
            id!("minutes-since"),
        ];
        self.table(&head, meeting.actions.iter().map(row).collect())
    }

    fn table(&self, head: &[Id], rows: Vec<Vec<String>>) -> Block {
        Block::filled_table(head.iter().map(|id| self.words.get(*id).into_owned()).collect(), rows)
    }

    /// What was said about a person; only in minutes with names.
    fn person(&self, point: &PersonPoint) -> Vec<Block> {
        let name = self.folder.board.person(&point.person).map_or(point.person.as_str(), |person| &person.name);
        let state = moved(self.words, point.before.map(Wellbeing::word), point.after.map_or("", Wellbeing::word));
        let tier = moved(self.words, point.tier_before.map(Tier::word), point.tier.map_or("", Tier::word));
        let action =
            point.action.iter().map(|action| words::action(self.words, &action.what, &action.who, &action.when));
        let mut lines = vec![state, tier, point.needs.join(", "), point.note.trim_end().to_owned()];
        let sign = point.sign.trim();
        let values = [("what", self.words.get(id!("meeting-field-repere")).into()), ("text", sign.into())];
        lines.extend((!sign.is_empty()).then(|| self.words.say(id!("thread-pair"), &values)));
        lines.extend(Some(format!("✓ {}", point.done.trim())).filter(|_| !point.done.trim().is_empty()));
        lines.extend(action);
        let said = lines.into_iter().filter(|line| !line.is_empty()).collect();
        vec![Block::Subheading(name.to_owned()), Block::List(said)]
    }

    fn issue(&self, point: &IssuePoint) -> Vec<Block> {
        let name = self.folder.plan.issue(&point.issue).map_or(point.issue.as_str(), |issue| &issue.name);
        let step = |step: Step| fault::step(step, self.cycle.name(step));
        let transition = transition(point.before.map(step).as_deref(), &point.after.map(step).unwrap_or_default());
        let answers =
            point.answered().map(|answer| words::plan::answered(self.words, &answer.question, &answer.answer));
        vec![
            Block::Subheading(format!("{name} — {transition}")),
            Block::Text(point.notes.clone()),
            Block::List(answers.collect()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        model::plan::{GuidingQuestion, Plan},
        value::when::Day,
    };

    #[test]
    fn what_a_school_by_stages_answered_that_day_is_in_the_minutes() {
        let day = |text: &str| text.parse().map(Day).expect("a day");
        let asked = |id: &str, on: &str| GuidingQuestion {
            id: id.into(),
            stage: "Portrait".into(),
            question: format!("Question {id}"),
            answer: format!("Réponse {id}"),
            answered_on: Some(day(on)),
            ..GuidingQuestion::default()
        };
        let questions = vec![asked("a", "2026-11-12"), asked("b", "2026-11-13")];
        let folder = Folder { plan: Plan { questions, ..Plan::default() }, ..Folder::default() };
        let meeting = Meeting { date: Some(day("2026-11-12")), ..Meeting::default() };
        let told =
            format!("{:?}", paper(&Words::french(), &folder, &Cycle::default(), &meeting, Naming::Unsaid).blocks);
        assert!(told.contains("Portrait · Question a") && told.contains("Réponse a"), "{told}");
        assert!(!told.contains("Réponse b"), "{told}");
    }
}
