//! The first three agenda points: who is here, what became of the actions, the newcomers in numbers.

use super::{
    items,
    page::{ActionRow, PointPage},
};
use crate::{
    domain::{
        advice::overview,
        model::{
            board::{Newcomer, Wellbeing},
            meeting::Instance,
            progress::Progress,
        },
        value::when::Day,
    },
    tui::{app::App, components::marks, theme::Role},
    words::{self, date, families, id, joined, number},
};

/// Writes who is here, who chairs, who takes the minutes.
pub fn opening(page: &mut PointPage<'_>) {
    let day = page.draft.day();
    let instance = page.draft.meeting.instance();
    let names = page.app.folder.plan.committee.names().filter(|_| instance.is_of_members());
    let names: Vec<String> = names.map(Into::into).collect();
    if instance != Instance::Committee {
        page.say(families::instance(instance), Role::Accent);
    }
    if page.is_roomy() {
        let present = page.draft.meeting.present.len() + page.draft.meeting.guests.len();
        let here = page.app.words.say(id!("opening-here"), &[("n", present.into())]);
        let committee = page.app.folder.plan.committee.name.clone();
        let beside = [(date::full(&page.app.words, day), Role::Text), (committee, Role::Dim), (here, Role::Text)];
        page.head(&date::short(&page.app.words, day), &beside);
    } else {
        page.text(&date::full(&page.app.words, day), Role::Title);
    }
    let is_nobody = names.is_empty() && instance.is_of_members();
    page.say(if is_nobody { id!("opening-no-member") } else { id!("opening-who") }, Role::Title);
    for name in names {
        let here = page.draft.meeting.present.contains(&name);
        let (mark, word) = if here { ("✓", id!("present")) } else { ("·", id!("absent")) };
        let word = page.app.words.get(word).into_owned();
        page.item(&format!("{mark} {name} ({word})"), if here { Role::Text } else { Role::Dim });
    }
    for guest in &page.draft.meeting.guests {
        let guest = page.app.words.say(id!("opening-guest"), &[("name", guest.as_str().into())]);
        page.item(&format!("✓ {guest}"), Role::Text);
    }
    let add = page.app.words.get(id!("add-guest")).into_owned();
    page.command(&format!("+ {add}"), Role::Dim);
    page.gap();
    agenda(page);
    page.fields();
}

/// Writes the questions that wait for this meeting, each with its answer and how long it has waited.
fn agenda(page: &mut PointPage<'_>) {
    let questions = page.draft.meeting.questions.clone();
    if questions.is_empty() {
        return;
    }
    page.say(id!("opening-agenda"), Role::Accent);
    for (at, asked) in questions.iter().enumerate() {
        let answer = page.value(&items::agenda_answer(page.app, page.draft, at));
        let waited = asked.since.map_or_else(String::new, |since| age(page.app, since));
        let item = page.take_item();
        let mark = if asked.is_answered() { "✓" } else { "○" };
        let question = joined(&[&format!("{mark} {}", asked.question), &waited]);
        if page.at() == item {
            page.question(&question, item);
            page.answer(&answer, item);
        } else {
            page.line(&if asked.is_answered() { format!("{question}  {answer}") } else { question }, Role::Text, item);
        }
    }
    page.gap();
}

/// Writes what became of the actions.
pub fn returns(page: &mut PointPage<'_>) {
    let returns = page.draft.meeting.returns.clone();
    if returns.is_empty() {
        page.say(id!("returns-none"), Role::Dim);
        return;
    }
    let left = returns.iter().filter(|returned| returned.state.is_none_or(|state| state == Progress::Doing)).count();
    page.say(id!("returns-question"), Role::Title);
    let words = &page.app.words;
    let beside = [(words.say(id!("returns-left"), &[("n", left.into())]), Role::Text)];
    if page.is_roomy() {
        page.head(&left.to_string(), &beside);
    } else {
        page.title(&left.to_string(), &beside);
    }
    let choices = [id!("returns-done"), id!("returns-postponed"), id!("returns-dropped")];
    page.keys(&choices.map(|id| page.app.words.get(id).into_owned()));
    page.gap();
    for returned in &returns {
        let (mark, role) = marks::progress(returned.state.unwrap_or(Progress::Todo));
        let state = returned.state.map_or(String::new(), |state| page.app.words.choice(state.word()).into_owned());
        let why = match (returned.state, returned.why.is_empty()) {
            (Some(Progress::Dropped), true) => page.app.words.get(id!("returns-no-reason")).into_owned(),
            _ => returned.why.clone(),
        };
        let age = returned.since.map_or_else(String::new, |since| age(page.app, since));
        let due = returned.when.span(page.app.year()).and_then(|span| span.end);
        let is_settled = matches!(returned.state, Some(Progress::Done | Progress::Dropped));
        let row = ActionRow {
            sign: (mark, role),
            what: returned.what.clone(),
            who: returned.who.clone(),
            when: date::brief(&page.app.words, &returned.when, page.app.year(), page.draft.day()),
            is_late: !is_settled && due.is_some_and(|due| due < page.draft.day()),
            more: joined(&[&state, &why, &age]),
        };
        page.action(&row);
    }
}

/// How long an action has been open.
fn age(app: &App, since: Day) -> String {
    let days = (app.today() - since.0).num_days();
    if days < 14 {
        app.words.say(id!("since"), &[("day", date::short(&app.words, since.0).into())])
    } else {
        app.words.say(id!("since-weeks"), &[("n", (days / 7).into())])
    }
}

/// Writes the newcomers in numbers, who arrived, who left, who has no contact or no recent trace.
pub fn portrait(page: &mut PointPage<'_>) {
    let app = page.app;
    let board = app.said_board();
    let portrait = overview::portrait(board, page.draft.day());
    let bars = Wellbeing::ALL.iter().map(|state| {
        let (symbol, role) = marks::wellbeing(*state);
        let count = portrait.count(*state);
        (
            format!(
                "{symbol} {:<16}{count:>3}  {}",
                app.words.choice(state.word()),
                "█".repeat(count.min(30) as usize)
            ),
            role,
        )
    });
    // Others than the committee are told no count of which somebody could be known.
    let is_sitting = !page.draft.meeting.is_of_committee();
    let is_masked = is_sitting && !portrait.tells_of_nobody();
    let bars = bars.filter(|_| !is_masked);
    let count = app.words.say(id!("portrait-people"), &[("n", portrait.newcomers.into())]);
    let coming = words::board::coming(&app.words, overview::coming(board, page.draft.day()));
    let count = (joined(&[&count, &coming]), Role::Title);
    let people = portrait.newcomers.to_string();
    page.say(id!("portrait-question"), Role::Title);
    if page.is_roomy() {
        page.head(&people, &std::iter::once(count).chain(bars).collect::<Vec<_>>());
    } else {
        page.title(&people, &[count]);
        bars.for_each(|(bar, role)| page.text(&bar, role));
    }
    if is_masked {
        page.say(id!("portrait-masked"), Role::Dim);
    }
    if is_sitting {
        return sums(page);
    }
    let rhythm = app.folder.plan.committee.rhythm_days().unwrap_or(28);
    let since = page.last_meeting().and_then(|meeting| meeting.date).map(|day| day.0);
    let today = page.draft.day();
    let (arrived, left) = since.map_or_else(Default::default, |day| overview::movements(board, day, today));
    let no_contact = board.here(page.draft.day()).filter(|person| person.contact.is_none()).collect();
    let silent = overview::unsaid(board, page.draft.day(), rhythm).collect();
    let weeks = rhythm / 7;
    let lines: [(String, Vec<&Newcomer>); 4] = [
        (app.words.get(id!("portrait-arrived")).into_owned(), arrived),
        (app.words.get(id!("portrait-left")).into_owned(), left),
        (app.words.get(id!("portrait-no-contact")).into_owned(), no_contact),
        (app.words.say(id!("portrait-no-trace"), &[("n", weeks.into())]), silent),
    ];
    // In a first meeting, nobody has come or gone since another.
    let first = if since.is_none() { 2 } else { 0 };
    for (label, people) in lines.into_iter().skip(first) {
        let names: Vec<String> = people.iter().map(|person| app.person_name(&person.id)).collect();
        let role = if names.is_empty() { Role::Dim } else { Role::Text };
        let names = if names.is_empty() { "—".into() } else { names.join(", ") };
        page.sentence(&label, &names, role);
    }
}

/// Writes the sums by source: where nobody is spoken of, they are what the plan has to give.
fn sums(page: &mut PointPage<'_>) {
    let app = page.app;
    page.gap();
    let (granted, left) = overview::funds(&app.folder);
    let values = [("left", number(&app.words, left).into()), ("sum", number(&app.words, granted).into())];
    page.text(&app.words.say(id!("home-funds"), &values), Role::Title);
    for fund in &app.folder.plan.resources.funds {
        let of = [("left", number(&app.words, fund.left()).into()), ("sum", number(&app.words, fund.granted.0).into())];
        page.sentence(&fund.source, &app.words.say(id!("fund-left"), &of), Role::Text);
    }
}

/// Writes the numbers of the last meeting.
pub fn last_portrait(page: &mut PointPage<'_>) {
    let Some((day, before)) = page.last_meeting().and_then(|meeting| Some((meeting.date?, meeting.portrait?))) else {
        return;
    };
    let head = page.app.words.say(id!("last-portrait"), &[("day", date::long(&page.app.words, day.0).into())]);
    page.text(&head, Role::Accent);
    let now = overview::portrait(page.app.said_board(), page.draft.day());
    if Wellbeing::ALL.iter().all(|state| before.count(*state) == now.count(*state)) {
        page.say(id!("portrait-same"), Role::Dim);
        return;
    }
    for state in Wellbeing::ALL {
        let (symbol, role) = marks::wellbeing(*state);
        let (then, now) = (before.count(*state), now.count(*state));
        let change = if then == now { String::new() } else { format!("  → {now}") };
        page.text(&format!("{symbol} {:<16}{then:>3}{change}", page.app.words.choice(state.word())), role);
    }
}
