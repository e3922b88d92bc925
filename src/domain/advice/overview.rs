//! Where the school stands: counts, what is due, what is left. Counts only, never a score about a person.

use chrono::{Days, NaiveDate};

use crate::domain::{
    board::welcome,
    model::{
        board::{Board, Newcomer, Tier, Wellbeing},
        folder::Folder,
        meeting::Portrait,
        plan::{Plan, Row},
    },
    value::when::{SchoolYear, When},
};

/// How far ahead a row of the plan appears among what is due.
const ROW_HORIZON: Days = Days::new(14);

/// Counts the newcomers who are at the school that day.
pub fn portrait(board: &Board, today: NaiveDate) -> Portrait {
    let count = |test: &dyn Fn(&Newcomer) -> bool| {
        u32::try_from(board.here(today).filter(|p| test(p)).count()).unwrap_or(u32::MAX)
    };
    Portrait {
        newcomers: count(&|_| true),
        well: count(&|p| p.wellbeing() == Wellbeing::Well),
        watch: count(&|p| p.wellbeing() == Wellbeing::Watch),
        more_support: count(&|p| p.wellbeing() == Wellbeing::MoreSupport),
        unknown: count(&|p| p.wellbeing() == Wellbeing::Unknown),
        without_contact: count(&|p| p.contact.is_none()),
        ..Portrait::default()
    }
}

/// How many newcomers are still to arrive.
pub fn coming(board: &Board, today: NaiveDate) -> usize {
    board.present(today).filter(|person| person.is_coming(today)).count()
}

/// Counts the newcomers who are at the school that day, with the counts that a closed meeting keeps for later years.
pub fn portrait_to_keep(board: &Board, today: NaiveDate) -> Portrait {
    let count = |test: fn(&Newcomer) -> bool| u32::try_from(board.here(today).filter(|p| test(p)).count()).ok();
    Portrait {
        with_mentor: count(|p| p.mentor.is_some()),
        beyond_universal: count(|p| p.tier.is_some_and(|tier| tier != Tier::Universal)),
        ..portrait(board, today)
    }
}

/// What a due item is about, and so where it can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DueKind {
    /// An action of a meeting, by its position there.
    Action {
        /// Stem of the meeting.
        meeting: String,
        /// Position among its actions.
        position: usize,
    },
    /// The next action for a person, by id.
    Person(String),
    /// The first step of the welcome of a person: the id of the person, of the step, and how many more are due.
    Welcome(String, String, usize),
    /// How the progress of a person is to be looked at, by id.
    Sign(String),
    /// A row of the plan, by id, or one of its means, by its position there.
    Row(String, Option<usize>),
    /// The impact of an issue, to be measured again, by id.
    Check(String),
    /// A person without a contact on the committee, by id.
    NoContact(String),
    /// People whose records should no longer be kept, by id.
    Expired(Vec<String>),
    /// The number of things that the sources advise looking at.
    Advice(usize),
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day by which it is due, if it can be parsed.
    pub day: Option<NaiveDate>,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// What it is about.
    pub kind: DueKind,
}

impl Due {
    /// Whether its day has passed.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.day.is_some_and(|day| day < today)
    }
}

/// Everything to do, earliest first, undated items last: the open actions of the last meeting, the next action for each
/// person, people without a contact, rows of the plan and impact checks that are late or close. People whose records
/// have expired come before everything else.
pub fn due(folder: &Folder, today: NaiveDate) -> Vec<Due> {
    let year = folder.plan.year();
    let mut due = Vec::new();
    for (stem, meeting) in folder.to_follow_up(today) {
        for (position, action) in meeting.actions.iter().enumerate().filter(|(_, a)| a.is_open()) {
            due.push(Due {
                day: action.due(year),
                what: action.what.clone(),
                who: action.who.clone(),
                kind: DueKind::Action { meeting: stem.clone(), position },
            });
        }
    }
    due.extend(folder.board.present(today).flat_map(|person| of_person(folder, person, today)));
    for row in folder.plan.rows.iter().filter(|row| row.is_open()) {
        due.extend(of_row(row, year, today));
    }
    due.extend(first_undated(&folder.plan, year));
    for issue in &folder.plan.issues {
        // The last check says when to measure again.
        let last = folder.impacts.values().rev().find(|check| check.issue == issue.id);
        if let Some(next) = last.and_then(|check| check.next).filter(|next| next.0 <= today + ROW_HORIZON) {
            let (day, what) = (Some(next.0), issue.name.clone());
            due.push(Due { day, what, who: String::new(), kind: DueKind::Check(issue.id.clone()) });
        }
    }
    due.sort_by_key(|d| (d.day.is_none(), d.day));
    let expired: Vec<String> = expired(&folder.board, today).map(|person| person.id.clone()).collect();
    if !expired.is_empty() {
        // Legal duties come before daily tasks.
        let what = String::new();
        due.insert(0, Due { day: None, what, who: String::new(), kind: DueKind::Expired(expired) });
    }
    due
}

/// What is to be done for a person: the next action, a look at the progress, a contact to find.
fn of_person(folder: &Folder, person: &Newcomer, today: NaiveDate) -> Vec<Due> {
    let (year, mut due) = (folder.plan.year(), Vec::new());
    let mut push = |day, what: &str, who: &str, kind| due.push(Due { day, what: what.into(), who: who.into(), kind });
    if let Some(action) = person.next_action.as_ref().filter(|a| !a.what.trim().is_empty()) {
        push(action.due(year), &action.what, &action.who, DueKind::Person(person.id.clone()));
    }
    let looked = person.sign.as_ref().and_then(|sign| Some((sign, sign.when.span(year)?.end?)));
    if let Some((sign, day)) = looked.filter(|(_, day)| *day <= today + ROW_HORIZON) {
        let who = person.contact.as_deref().unwrap_or_default();
        push(Some(day), &sign.what, who, DueKind::Sign(person.id.clone()));
    }
    let open = person.welcome.iter().filter(|task| task.is_open());
    let close = open.filter_map(|task| Some((welcome::due(person, task, year)?, task)));
    let mut close: Vec<_> = close.filter(|(day, _)| *day <= today + ROW_HORIZON).collect();
    close.sort_by_key(|(day, _)| *day);
    if let Some((day, task)) = close.first() {
        let who = person.doer(&folder.plan.committee, &task.who);
        push(Some(*day), &task.what, who, DueKind::Welcome(person.id.clone(), task.id.clone(), close.len() - 1));
    }
    if person.contact.is_none() {
        push(None, "", "", DueKind::NoContact(person.id.clone()));
    }
    due
}

/// The first open row of a plan whose open rows have no day yet: they are lived in their order.
fn first_undated(plan: &Plan, year: SchoolYear) -> Option<Due> {
    let mut open = plan.rows.iter().filter(|row| row.is_open());
    let first = open.clone().next()?;
    let (what, who) = (first.title.clone(), first.leads.join(", "));
    let is_undated = open.all(|row| row.when.span(year).is_none_or(|span| span.end.is_none()));
    is_undated.then(|| Due { day: None, what, who, kind: DueKind::Row(first.id.clone(), None) })
}

/// What is late or close of a row: itself, and its means.
fn of_row(row: &Row, year: SchoolYear, today: NaiveDate) -> Vec<Due> {
    let mut due = Vec::new();
    let mut push = |when: &When, what: &str, who: String, means: Option<usize>| {
        let end = when.span(year).and_then(|span| span.end).filter(|end| *end <= today + ROW_HORIZON);
        let what = what.to_owned();
        due.extend(end.map(|end| Due { day: Some(end), what, who, kind: DueKind::Row(row.id.clone(), means) }));
    };
    push(&row.when, &row.title, row.leads.join(", "), None);
    for (at, means) in row.means.iter().enumerate().filter(|(_, means)| means.is_open()) {
        push(&means.when, &means.what, means.who.clone(), Some(at));
    }
    due
}

/// The people whose retention date has passed.
pub fn expired(board: &Board, today: NaiveDate) -> impl Iterator<Item = &Newcomer> {
    board.everyone().filter(move |person| person.keep_until.is_some_and(|day| day.0 < today))
}

/// Release days granted and taken, in total, for the newcomers at the school.
pub fn release(board: &Board, today: NaiveDate) -> (f64, f64) {
    board
        .present(today)
        .filter_map(|p| p.release.as_ref())
        .fold((0.0, 0.0), |(granted, taken), release| (granted + release.granted.0, taken + release.taken.0))
}

/// What a school gives in days of release, from which its own figures stand beside those of the sources.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ReleaseSums {
    /// Days promised on arrival.
    pub per_arrival: f64,
    /// How many newcomers at the school arrived this school year.
    pub arrivals: usize,
    /// Days granted.
    pub granted: f64,
    /// Days taken.
    pub taken: f64,
    /// Days in the bank of the year; 0 without one.
    pub bank: f64,
}

/// The days of release of a school, this year.
pub fn release_sums(folder: &Folder, today: NaiveDate) -> ReleaseSums {
    let year = folder.plan.year();
    let bank = folder.plan.resources.release.as_ref();
    let (granted, taken) = release(&folder.board, today);
    let of_year = |person: &&Newcomer| person.arrival.is_some_and(|day| SchoolYear::of(day.0) == year);
    ReleaseSums {
        per_arrival: bank.map_or(0.0, |bank| bank.per_arrival.0),
        arrivals: folder.board.present(today).filter(of_year).count(),
        granted,
        taken,
        bank: bank.map_or(0.0, |bank| bank.bank.0),
    }
}

/// Funds in dollars: granted, and what is neither promised nor spent.
pub fn funds(folder: &Folder) -> (f64, f64) {
    folder
        .plan
        .resources
        .funds
        .iter()
        .fold((0.0, 0.0), |(granted, left), fund| (granted + fund.granted.0, left + fund.left()))
}

/// The people at the school of whom nothing has been said for longer than that many days.
pub fn unsaid(board: &Board, today: NaiveDate, days: i64) -> impl Iterator<Item = &Newcomer> + use<'_> {
    board.present(today).filter(move |person| person.is_unsaid(today, days))
}

/// The people who arrived, and those who left, after a day and until today.
pub fn movements(board: &Board, since: NaiveDate, today: NaiveDate) -> (Vec<&Newcomer>, Vec<&Newcomer>) {
    let is_between = |day: NaiveDate| since < day && day <= today;
    let arrived = board.present(today).filter(|p| p.arrival.is_some_and(|d| is_between(d.0))).collect();
    let left = board.everyone().filter(|p| p.departure.as_ref().is_some_and(|d| is_between(d.date.0))).collect();
    (arrived, left)
}

/// The next meeting set by the last one, if it is that day or later.
pub fn next_meeting(folder: &Folder, today: NaiveDate) -> Option<NaiveDate> {
    folder.last_meeting(today)?.next_meeting.map(|day| day.0).filter(|day| *day >= today)
}
