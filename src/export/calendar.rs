//! Meetings, due actions and dates of the plan as an iCalendar file: UTC, stable ids, nobody's name.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

use crate::{
    domain::{
        model::{
            board::Newcomer,
            folder::Folder,
            means::Means,
            meeting::{Meeting, MeetingAction},
            plan::Row,
        },
        privacy::redact::NameRedactor,
        value::text::{slug, writable},
    },
    words::{Words, id, joined},
};

/// The current time, and the conversion of local times.
pub struct Clock {
    /// The current time.
    pub now: DateTime<Utc>,
    /// Converts a local time to UTC.
    pub utc: fn(NaiveDateTime) -> Option<DateTime<Utc>>,
}

/// An event, in words.
struct ToldEvent {
    /// Its id, which stays the same from one calendar to the next.
    id: String,
    title: String,
    /// What more is told of it; empty for nothing.
    about: String,
    when: EventTime,
}

/// The text of the calendar.
pub fn text(words: &Words, folder: &Folder, clock: &Clock) -> String {
    let plan = &folder.plan;
    let told = Telling {
        words,
        folder,
        discreet: NameRedactor::all_anonymous(&folder.board, &plan.committee, &words.get(id!("somebody"))),
        unnamed: NameRedactor::newcomers_unnamed(&folder.board, &plan.committee, &words.get(id!("somebody"))),
    };
    let place = slug(&format!("{} {}", plan.school.name, plan.school.year), usize::MAX);
    let mut calendar = Calendar::new();
    let name = words.say(id!("calendar-name"), &[("school", plan.school.name.as_str().into())]);
    calendar.name(&writable(&name));
    let mut ids: HashMap<String, usize> = HashMap::new();
    for ToldEvent { id, title, about, when } in told
        .meetings(clock)
        .into_iter()
        .chain(told.actions())
        .chain(told.people(clock.now.date_naive()))
        .chain(told.rows())
        .chain(told.means())
    {
        // Two actions with the same text are two events.
        let times = ids.entry(id.clone()).or_default();
        *times += 1;
        let id = if *times == 1 { id } else { format!("{id}-{times}") };
        let mut event = Event::new();
        event.uid(&format!("{id}@{place}.arrimage")).timestamp(clock.now).summary(&writable(&title));
        if !about.is_empty() {
            event.description(&writable(&about));
        }
        match when {
            EventTime::Moment(start, end) => drop(event.starts(start).ends(end)),
            // In iCalendar, an all-day event ends on the day after its last day, and keeps nobody busy only if it says so.
            EventTime::Days(start, end) => {
                event.starts(start).ends(end + Days::new(1)).add_property("TRANSP", "TRANSPARENT");
            }
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// What events are told from.
struct Telling<'a> {
    words: &'a Words,
    folder: &'a Folder,
    /// Hides everybody's name.
    discreet: NameRedactor,
    /// Hides the names of newcomers, who are not told from one another.
    unnamed: NameRedactor,
}

impl Telling<'_> {
    fn meetings(&self, clock: &Clock) -> Vec<ToldEvent> {
        let title = self.words.get(id!("calendar-meeting"));
        let told = |(id, when)| ToldEvent { id, title: title.clone().into_owned(), about: String::new(), when };
        meetings(self.folder, clock).into_iter().map(told).collect()
    }

    /// The open actions of the last meeting, with what is to be done whole, and by whom if it is a member of the committee.
    fn actions(&self) -> Vec<ToldEvent> {
        let plan = &self.folder.plan;
        let Some((_, last)) = self.folder.regulations().next_back() else { return Vec::new() };
        let told = |action: &MeetingAction| {
            let day = action.due(plan.year())?;
            // The id of an action stays the same from meeting to meeting.
            let since = action.since.or(last.date).map_or_else(String::new, |day| day.0.to_string());
            let what = self.discreet.text(&action.what);
            let who = plan.committee.names().find(|name| *name == action.who).unwrap_or_default();
            Some(ToldEvent {
                id: format!("action-{since}-{}", slug(&what, usize::MAX)),
                title: self.words.say(id!("calendar-action"), &[("what", what.into())]),
                about: joined(&[&self.unnamed.text(&action.what), who]),
                when: EventTime::Days(day, day),
            })
        };
        last.actions.iter().filter(|action| action.is_open()).filter_map(told).collect()
    }

    /// The next steps with newcomers, of whom nothing is told.
    fn people(&self, today: NaiveDate) -> Vec<ToldEvent> {
        let told = |person: &Newcomer| {
            let action = person.next_action.as_ref().filter(|action| !action.what.trim().is_empty())?;
            let day = action.due(self.folder.plan.year()).filter(|day| !person.has_left(*day))?;
            Some(ToldEvent {
                id: format!("action-{}", slug(&person.id, usize::MAX)),
                title: self.words.get(id!("calendar-person-action")).into_owned(),
                about: String::new(),
                when: EventTime::Days(day, day),
            })
        };
        self.folder.board.present(today).filter_map(told).collect()
    }

    /// The open means of the rows that have a day of their own.
    fn means(&self) -> Vec<ToldEvent> {
        let plan = &self.folder.plan;
        let told = |(row, at, means): (&Row, usize, &Means)| {
            let span = means.when.span(plan.year())?;
            let who = plan.committee.names().find(|name| *name == means.who).unwrap_or_default();
            Some(ToldEvent {
                id: format!("moyen-{}-{at}", slug(&row.id, usize::MAX)),
                title: self.words.say(id!("due-row"), &[("what", self.discreet.text(&means.what).into())]),
                about: joined(&[&self.discreet.text(&row.title), who]),
                when: EventTime::Days(span.start, span.end.unwrap_or(span.start)),
            })
        };
        let open = plan.rows.iter().filter(|row| row.is_open());
        let means = open.flat_map(|row| row.means.iter().enumerate().map(move |(at, means)| (row, at, means)));
        means.filter(|(_, _, means)| means.is_open()).filter_map(told).collect()
    }

    fn rows(&self) -> Vec<ToldEvent> {
        let told = |row: &Row| {
            let span = row.when.span(self.folder.plan.year())?;
            let title = self.words.say(id!("due-row"), &[("what", self.discreet.text(&row.title).into())]);
            // A calendar has no end that is open: the title says it.
            let more = if span.end.is_none() { self.words.get(id!("calendar-and-more")) } else { "".into() };
            Some(ToldEvent {
                id: format!("plan-{}", slug(&row.id, usize::MAX)),
                title: format!("{title} {more}").trim_end().to_owned(),
                about: String::new(),
                when: EventTime::Days(span.start, span.end.unwrap_or(span.start)),
            })
        };
        self.folder.plan.rows.iter().filter(|row| row.is_open()).filter_map(told).collect()
    }
}

/// The meetings already held, and the next one.
fn meetings(folder: &Folder, clock: &Clock) -> Vec<(String, EventTime)> {
    let held = folder.regulations().filter_map(|(stem, held)| {
        Some((format!("rencontre-{stem}"), EventTime::of(held.date?.0, written_hours(held), clock)))
    });
    let next = folder.regulations().next_back().and_then(|(_, last)| last.next_meeting).map(|day| day.0);
    let is_held = |day: NaiveDate| folder.regulations().any(|(_, held)| held.date.is_some_and(|d| d.0 == day));
    let hours = folder.plan.committee.hours();
    let next =
        next.filter(|day| !is_held(*day)).map(|day| (format!("rencontre-{day}"), EventTime::of(day, hours, clock)));
    held.chain(next).collect()
}

/// When something happens.
enum EventTime {
    Moment(DateTime<Utc>, DateTime<Utc>),
    Days(NaiveDate, NaiveDate),
}

impl EventTime {
    fn of(day: NaiveDate, hours: Option<(NaiveTime, NaiveTime)>, clock: &Clock) -> Self {
        let moment = hours.and_then(|(start, end)| {
            // A resumed meeting may end on the next day.
            let last = if end < start { day + Days::new(1) } else { day };
            Some(EventTime::Moment((clock.utc)(day.and_time(start))?, (clock.utc)(last.and_time(end))?))
        });
        moment.unwrap_or(EventTime::Days(day, day))
    }
}

/// The hours of a meeting already held, as written in its file: `08:00–08:31`.
fn written_hours(meeting: &Meeting) -> Option<(NaiveTime, NaiveTime)> {
    let (start, end) = meeting.hours.split_once(['–', '-'])?;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    Some((time(start)?, time(end)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::document::{Document, FileId};
    use serde_json::json;

    #[test]
    fn a_meeting_that_goes_past_midnight_ends_the_day_after() {
        let clock = Clock { now: DateTime::UNIX_EPOCH, utc: |local| Some(local.and_utc()) };
        let day = NaiveDate::from_ymd_opt(2026, 11, 19).expect("a day");
        let ends = |hours: &str| {
            let meeting = Meeting { hours: hours.into(), ..Meeting::default() };
            match EventTime::of(day, written_hours(&meeting), &clock) {
                EventTime::Moment(start, end) => (start.to_string(), end.to_string()),
                EventTime::Days(..) => panic!("{hours} are hours"),
            }
        };
        assert_eq!(ends("23:40–00:10"), ("2026-11-19 23:40:00 UTC".into(), "2026-11-20 00:10:00 UTC".into()));
        assert_eq!(ends("08:00–08:31"), ("2026-11-19 08:00:00 UTC".into(), "2026-11-19 08:31:00 UTC".into()));
    }

    #[test]
    fn events_are_in_utc_with_ids_that_stay_and_nobody_s_name() {
        let mut folder = Folder::default();
        let documents = [
            (
                FileId::Plan,
                json!({"école": {"nom": "Des\u{2} Vents", "année_scolaire": "2026-2027"},
                "comité": {"plage": "tous les jours de 8 h à 8 h 30", "membres": [{"nom": "Luc Tremblay", "rôle": "mentor"}]},
                "déploiement": [{"id": "p1", "étape": "Voir Amélie", "quand": "2 ou 3 novembre 2026",
                    "sous_actions": [{"quoi": "Le guide d'Amélie", "quand": "2026-12-02"}, {"quoi": "Fait", "quand": "2026-12-03",
                    "état": "fait"}, "Sans date"]}]}),
            ),
            (FileId::Board, json!({"personnes": [{"id": "n01", "nom": "Amélie Côté"}]})),
            (
                FileId::Meeting("2026-11-12".into()),
                json!({"date": "2026-11-12", "heures": "08:00–08:31",
                "actions": [{"quoi": "Luc Tremblay appelle Amélie Côté", "quand": "2026-11-26"}], "prochaine_rencontre": "2026-12-10"}),
            ),
        ];
        for (file, value) in documents {
            let document = Document::from_value(&file, &value).expect("a document");
            folder.put(&file, Some(document));
        }
        let now = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment");
        let utc: fn(NaiveDateTime) -> _ = |local| Some(local.and_utc() + chrono::TimeDelta::hours(5));
        let text = text(&Words::french(), &folder, &Clock { now, utc });
        for line in [
            "UID:rencontre-2026-11-12@des-vents-2026-2027.arrimage",
            "DTSTART:20261112T130000Z",
            "DTEND:20261112T133100Z",
            "UID:rencontre-2026-12-10@des-vents-2026-2027.arrimage",
            "DTSTART:20261210T130000Z",
            "DTEND:20261210T133000Z",
            "UID:action-2026-11-12-mentor-appelle-une-personne@",
            "DTSTART;VALUE=DATE:20261126",
            "DTSTART;VALUE=DATE:20261102",
            "DTEND;VALUE=DATE:20261104",
            "UID:moyen-p1-0@",
            "DTSTART;VALUE=DATE:20261202",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
        assert!(!text.contains('\u{2}'), "{text}");
        assert!(!text.contains("Amélie") && !text.contains(" AC") && !text.contains("SUMMARY:Action : Luc"), "{text}");
        assert!(text.matches("TRANSP:TRANSPARENT").count() == 3, "whole days keep nobody busy: {text}");
    }
}
