//! The letter to whoever arrives: whom to ask, what the first days hold, who the mentor is. A school that has a letter of its
//! own writes it in `bienvenue.md`.

use chrono::{Days, NaiveDate};

use super::{
    paper::{Block, Report},
    sources::Sources,
};
use crate::{
    domain::{
        board::welcome as steps,
        model::{board::Newcomer, folder::Folder, school::Member, welcome::WelcomeTask},
        value::text::fold,
    },
    words::{Id, Words, date, id, joined, number},
};

/// How long the first days last.
const FIRST_DAYS: Days = Days::new(7);

/// The roles of those who look after whoever arrives, folded.
const WITH_THEM: [&str; 4] = ["mentor", "mentore", "repondant", "repondante"];

/// What the letter is written from.
struct Letter<'a> {
    words: &'a Words,
    folder: &'a Folder,
    person: &'a Newcomer,
    today: NaiveDate,
}

/// Builds the letter: from the school's own text if it has one.
pub fn paper(words: &Words, sources: Sources<'_>, person: &Newcomer, today: NaiveDate) -> Report {
    let letter = Letter { words, folder: sources.folder, person, today };
    match sources.letter {
        Some(text) => letter.own(text),
        None => letter.usual(),
    }
}

impl Letter<'_> {
    fn say(&self, id: Id, values: &[(&'static str, String)]) -> String {
        let values: Vec<_> = values.iter().map(|(key, value)| (*key, value.clone().into())).collect();
        self.words.say(id, &values)
    }

    fn word(&self, id: Id) -> String {
        self.words.get(id).into_owned()
    }

    fn school(&self) -> String {
        self.folder.plan.school.name.clone()
    }

    fn arrival(&self) -> String {
        self.person.arrival.map_or_else(String::new, |day| date::full(self.words, day.0))
    }

    fn first_name(&self) -> &str {
        self.person.name.split_whitespace().next().unwrap_or(&self.person.name)
    }

    fn usual(&self) -> Report {
        let mut paper = Report {
            title: self.say(id!("letter-title"), &[("school", self.school())]),
            about: Vec::new(),
            foot: self.school(),
            blocks: vec![Block::Text(self.say(id!("letter-hello"), &[("name", self.first_name().to_owned())]))],
        };
        let arrival = self.arrival();
        if !arrival.is_empty() {
            let is_there = self.person.arrival.is_some_and(|day| day.0 < self.today);
            let said = if is_there { id!("letter-arrived") } else { id!("letter-expected") };
            paper.blocks.push(Block::Text(self.say(said, &[("day", arrival)])));
        }
        paper.section(&self.word(id!("letter-who")), vec![Block::List(self.whom_to_ask())]);
        paper.section(&self.word(id!("letter-first-days")), vec![Block::List(self.first_days())]);
        let days = self.person.release.as_ref().map_or(0.0, |release| release.granted.0);
        if days > 0.0 {
            let said =
                self.words.say(id!("letter-release"), &[("n", days.into()), ("days", number(self.words, days).into())]);
            paper.section(&self.word(id!("letter-time")), vec![Block::Text(said)]);
        }
        paper.blocks.push(Block::Text(self.word(id!("letter-support"))));
        let signs = self.folder.plan.committee.members.iter().find(|member| member.evaluates());
        paper.blocks.extend(signs.map(|member| Block::Text(joined(&[&member.name, &member.role]))));
        paper
    }

    /// Whom to ask: who looks after the person, the mentor, and the committee.
    fn whom_to_ask(&self) -> Vec<String> {
        let person = self.person;
        let named = |id: Id, who: &Option<String>| who.as_ref().map(|who| self.say(id, &[("who", who.clone())]));
        let known = [&person.contact, &person.mentor];
        let is_other = |member: &&Member| !known.iter().any(|known| known.as_ref() == Some(&member.name));
        // What stands for a name in a new plan is nobody to ask.
        let members = self.folder.plan.committee.members.iter().filter(|member| member.is_named()).filter(is_other);
        let members = members.map(|member| joined(&[&member.name, &member.role]));
        named(id!("letter-contact"), &person.contact)
            .into_iter()
            .chain(named(id!("letter-mentor"), &person.mentor))
            .chain(members)
            .collect()
    }

    /// What the first days hold, from the steps of the welcome: what those who look after the person do with them, and not
    /// what the school does behind.
    fn first_days(&self) -> Vec<String> {
        let Some(arrival) = self.person.arrival.map(|day| day.0) else { return Vec::new() };
        let year = self.folder.plan.year();
        let told = |task: &WelcomeTask| {
            let day = steps::due(self.person, task, year)?;
            let who = self.person.doer(&self.folder.plan.committee, &task.who);
            let is_close = arrival <= day && day <= arrival + FIRST_DAYS;
            let known = [&self.person.contact, &self.person.mentor];
            let is_role = WITH_THEM.contains(&fold(&task.who).as_str());
            let is_with_them = is_role || known.iter().any(|known| known.as_deref() == Some(&task.who));
            // A role that nobody has yet says nothing to whoever arrives.
            let who = if is_role && who == task.who { "" } else { who };
            (is_close && is_with_them).then(|| joined(&[&date::long(self.words, day), &task.what, who]))
        };
        self.person.welcome.iter().filter_map(told).collect()
    }

    /// The school's own letter, with what is known in the place of each mark.
    fn own(&self, text: &str) -> Report {
        let person = self.person;
        let known = [
            ("{nom}", person.name.clone()),
            ("{prénom}", self.first_name().to_owned()),
            ("{fonction}", person.job.clone()),
            ("{arrivée}", self.arrival()),
            ("{école}", self.school()),
            ("{répondant}", person.contact.clone().unwrap_or_default()),
            ("{mentor}", person.mentor.clone().unwrap_or_default()),
            (
                "{premiers jours}",
                // A list stands on lines of its own, wherever its mark is.
                self.first_days()
                    .iter()
                    .map(|line| format!("\n- {line}"))
                    .chain([String::from("\n")])
                    .collect::<String>(),
            ),
        ];
        // A mark of which nothing is known stays, so that whoever prints the letter sees it.
        let said = known.iter().filter(|(_, value)| !value.is_empty());
        let text = said.fold(text.to_owned(), |text, (mark, value)| text.replace(mark, value));
        let mut paper = Report { foot: self.school(), ..Report::default() };
        for line in text.lines() {
            let heading = line.strip_prefix("## ");
            match (line.strip_prefix("# "), heading, line.trim_start().strip_prefix("- ")) {
                (Some(title), ..) if paper.title.is_empty() => paper.title = title.trim().to_owned(),
                (_, Some(heading), _) => paper.blocks.push(Block::Heading(heading.trim().to_owned())),
                (_, _, Some(item)) => match paper.blocks.last_mut() {
                    Some(Block::List(items)) => items.push(item.trim().to_owned()),
                    _ => paper.blocks.push(Block::List(vec![item.trim().to_owned()])),
                },
                _ if line.trim().is_empty() => {}
                _ => paper.blocks.push(Block::Text(line.trim().to_owned())),
            }
        }
        if paper.title.is_empty() {
            paper.title = self.say(id!("letter-title"), &[("school", self.school())]);
        }
        paper
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::value::when::Day, store::shipped};

    fn written(person: &Newcomer, letter: Option<&str>, today: &str) -> Report {
        let (folder, cycle, shelf) = (Folder::default(), shipped::cycle(), shipped::shelf());
        let sources = Sources { folder: &folder, cycle: &cycle, shelf: &shelf, columns: &[], letter, said: &[] };
        paper(&Words::french(), sources, person, today.parse().expect("a day"))
    }

    #[test]
    fn a_letter_of_the_school_is_filled_and_what_is_not_known_stays_marked() {
        let person = Newcomer {
            name: "Zoé Brulé".into(),
            contact: Some("Nadia Benali".into()),
            arrival: "2026-11-24".parse().ok().map(Day),
            ..Newcomer::default()
        };
        let own = "# Bonjour {prénom}\n\nOn vous attend {arrivée}.\n\n## Qui?\n- {répondant}\n- {mentor}\n";
        let paper = written(&person, Some(own), "2026-11-01");
        assert_eq!(paper.title, "Bonjour Zoé");
        assert_eq!(
            paper.blocks,
            [
                Block::Text("On vous attend mardi 24 novembre 2026.".into()),
                Block::Heading("Qui?".into()),
                Block::List(vec!["Nadia Benali".into(), "{mentor}".into()]),
            ]
        );
    }

    #[test]
    fn whoever_is_already_there_is_not_looked_forward_to() {
        let person = Newcomer { arrival: "2026-11-24".parse().ok().map(Day), ..Newcomer::default() };
        let text = |today: &str| format!("{:?}", written(&person, None, today).blocks);
        assert!(text("2026-11-24").contains("hâte de vous accueillir"));
        assert!(!text("2026-11-25").contains("hâte") && text("2026-11-25").contains("depuis le"));
    }
}
