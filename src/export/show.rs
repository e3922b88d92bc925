//! The views of a school for the command line, each as values with the keys of the files and as a table.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::table::Table;
use crate::{
    domain::{
        advice::overview,
        meeting::thread::{self, Mention},
        model::{
            board::{Newcomer, Trace},
            cycle::Cycle,
            document::FileId,
            draft::Draft,
            folder::Folder,
            impact::ImpactCheck,
            meeting::Meeting,
            plan::{Issue, Row},
        },
        value::{
            fault::{Code, Fault},
            text::fold,
        },
    },
    words::{Words, edit::value, id},
};

/// A view of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The newcomers, in counts.
    Portrait,
    /// The rows of the plan.
    Plan,
    Board,
    /// The meetings, one line each.
    Meetings,
    /// One meeting, by default the newest.
    Meeting(Option<String>),
    /// One impact check, by default the newest.
    Impact(Option<String>),
    Issues,
    /// Everything said about a person or an issue.
    Thread(String),
}

impl View {
    /// Parses a view from its name and the argument after it.
    pub fn parse(word: &str, date: Option<&str>) -> Option<View> {
        let date = date.map(str::to_owned);
        Some(match (fold(word).as_str(), date) {
            ("portrait", None) => View::Portrait,
            ("plan", None) => View::Plan,
            ("tableau", None) => View::Board,
            ("rencontres", None) => View::Meetings,
            ("rencontre", date) => View::Meeting(date),
            ("impact", date) => View::Impact(date),
            ("enjeux", None) => View::Issues,
            ("fil", Some(of)) => View::Thread(of),
            _ => return None,
        })
    }

    /// The file that the view requires.
    pub fn file(&self) -> String {
        let file = match self {
            View::Portrait | View::Board | View::Thread(_) => FileId::Board,
            View::Plan | View::Issues | View::Meetings => FileId::Plan,
            View::Meeting(date) => FileId::Meeting(date.clone().unwrap_or_default()),
            View::Impact(date) => FileId::Impact(date.clone().unwrap_or_default()),
        };
        file.file()
    }
}

/// The values of a view, with the keys of the files.
///
/// # Errors
/// If what it should show does not exist, or if several people have that name.
pub fn values(words: &Words, folder: &Folder, cycle: &Cycle, view: &View, today: NaiveDate) -> Result<Value, Fault> {
    let missing = || Fault::new(Code::NoSuchFile, view.file());
    Ok(match view {
        View::Portrait => json!(overview::portrait(&folder.board, today)),
        View::Plan => {
            let year = folder.plan.year();
            let row = |row: &crate::domain::model::plan::Row| {
                let span = row.when.span(year);
                let mut value = json!(row);
                value[Draft::STARTED] = json!(span.map(|s| s.start.to_string()));
                value["fin"] = json!(span.and_then(|s| s.end).map(|d| d.to_string()));
                value
            };
            folder.plan.rows.iter().map(row).collect()
        }
        View::Board => {
            let aliases = folder.board.aliases();
            let person = |person: &crate::domain::model::board::Newcomer| {
                let mut value = json!(person);
                value[Newcomer::ALIAS] = json!(aliases.get(person.id.as_str()));
                value
            };
            folder.board.everyone().map(person).collect()
        }
        View::Meetings => {
            let line = |(stem, meeting): (&String, &Meeting)| {
                json!({
                    "fichier": format!("regulations/{stem}.yaml"),
                    "date": meeting.date,
                    "instance": meeting.instance(),
                    "présences": meeting.present.len() + meeting.guests.len(),
                    "décisions": meeting.decisions.len(),
                    "actions": meeting.actions.len(),
                    "prochaine_rencontre": meeting.next_meeting,
                })
            };
            folder.meetings.iter().map(line).collect()
        }
        View::Meeting(date) => json!(meeting(folder, date.as_deref()).ok_or_else(missing)?),
        View::Impact(date) => json!(check(folder, date.as_deref()).ok_or_else(missing)?),
        View::Issues => json!(folder.plan.issues),
        View::Thread(of) => {
            let issue = || folder.plan.issues.iter().find(|issue| fold(&issue.name) == fold(of));
            let said = match (folder.person(of), folder.plan.issue(of).or_else(issue)) {
                (Ok(person), _) => thread::person(folder, &person.id),
                (Err(fault), Some(issue)) if fault.code == Code::UnknownPerson => thread::issue(folder, &issue.id),
                (Err(fault), _) => return Err(fault),
            };
            let line = |said: &Mention| {
                json!({
                    "date": said.day.map(|day| day.to_string()),
                    "par": said.by,
                    "dit": crate::words::thread::what(words, cycle, &said.what),
                })
            };
            said.iter().map(line).collect()
        }
    })
}

impl View {
    /// Whether it is the newest of what has never been held.
    pub fn is_none_yet(&self, folder: &Folder) -> bool {
        match self {
            View::Meeting(None) => folder.meetings.is_empty(),
            View::Impact(None) => folder.impacts.is_empty(),
            _ => false,
        }
    }
}

/// The meeting of a date, by default the newest.
fn meeting<'a>(folder: &'a Folder, date: Option<&str>) -> Option<&'a Meeting> {
    match date {
        Some(date) => folder.meetings.get(date),
        None => folder.meetings.values().next_back(),
    }
}

fn check<'a>(folder: &'a Folder, date: Option<&str>) -> Option<&'a ImpactCheck> {
    match date {
        Some(date) => folder.impacts.get(date),
        None => folder.impacts.values().next_back(),
    }
}

/// A view as a table: one row per record, or one row per key of a single record.
pub fn table(words: &Words, values: &Value, view: &View) -> Table {
    let cell = |v: Option<&Value>| {
        v.map_or_else(String::new, |v| if v.is_null() { String::new() } else { value(words, Some(v)) })
    };
    let text = |s: &str| s.to_owned();
    let columns: &[&str] = match view {
        View::Plan => &[Row::ID, Row::STATE, Row::WHEN, Row::TITLE, Row::LEADS, "début", "fin"],
        View::Board => &[
            Newcomer::ID,
            Newcomer::ALIAS,
            Newcomer::NAME,
            Newcomer::JOB,
            Newcomer::WELLBEING,
            Newcomer::TIER,
            Newcomer::CONTACT,
            Newcomer::MENTOR,
            Newcomer::NEEDS,
        ],
        View::Meetings => &[
            Meeting::DATE,
            Meeting::INSTANCE,
            Meeting::PRESENT,
            Meeting::DECISIONS,
            Meeting::ACTIONS,
            Meeting::NEXT_MEETING,
        ],
        View::Issues => &[Issue::ID, Issue::NAME, Issue::STEP, Issue::ROUND, Issue::PRIORITY, Issue::GOAL],
        View::Thread(_) => &[Trace::DATE, Trace::BY, "dit"],
        View::Portrait | View::Meeting(_) | View::Impact(_) => &[],
    };
    match values {
        Value::Array(records) => Table {
            headers: columns.iter().map(|c| text(c)).collect(),
            rows: records.iter().map(|record| columns.iter().map(|c| cell(record.get(*c))).collect()).collect(),
        },
        Value::Object(record) => Table {
            headers: vec![text("champ"), text("valeur")],
            rows: record
                .iter()
                .flat_map(|(key, v)| match v {
                    Value::Array(list) if list.iter().any(Value::is_object) => {
                        list.iter().map(|item| vec![key.clone(), cell(Some(item))]).collect()
                    }
                    _ => vec![vec![key.clone(), cell(Some(v))]],
                })
                .collect(),
        },
        _ => Table::default(),
    }
}

/// The state of the school in a few lines, without names.
pub fn portrait_text(words: &Words, folder: &Folder, today: NaiveDate) -> String {
    let portrait = overview::portrait(&folder.board, today);
    let mut lines = vec![format!("{} · {}", folder.plan.school.name, folder.plan.school.year)];
    lines.push(words.say(id!("people-count"), &[("n", portrait.newcomers.into())]));
    let coming = overview::coming(&folder.board, today);
    lines.extend((coming > 0).then(|| crate::words::board::coming(words, coming)));
    for state in crate::domain::model::board::Wellbeing::ALL {
        lines.push(format!("  {:<16} {:>3}", words.choice(state.word()), portrait.count(*state)));
    }
    lines.push(format!("  {:<16} {:>3}", words.get(id!("no-contact")), portrait.without_contact));
    let late = overview::due(folder, today).iter().filter(|due| due.is_late(today)).count();
    lines.push(words.say(id!("late-count"), &[("n", late.into())]).trim_start_matches("! ").to_owned());
    lines.push(match overview::next_meeting(folder, today) {
        Some(day) => words.say(id!("home-next-meeting"), &[("day", crate::words::date::full(words, day).into())]),
        None => words.get(id!("home-next-meeting-unset")).into_owned(),
    });
    lines.join("\n") + "\n"
}
