//! The screen of a network: what is told while schools are read, once they are, and of what is chosen.

use arrimage::{
    domain::{
        network::{
            PeopleCounts, SchoolCounts,
            rollout::Rollout,
            together::{Looked, Network},
        },
        value::fault::{Code, Fault},
    },
    tui::{
        canvas::FrameOutput,
        event::{Event, Key, KeyName},
        network::{NetworkScreen, ReadingState, Requested},
        theme::Themes,
    },
    words::Words,
};
use chrono::NaiveDate;
use ratatui::{buffer::Buffer, layout::Rect};

fn screen(all: usize) -> NetworkScreen {
    let themes = Themes::new(termprofile::TermProfile::TrueColor, Vec::new());
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    NetworkScreen::new(Words::french(), &themes, "clair", Network::begin("Le réseau", today, &[]), all)
}

fn school(name: &str, group: &str, newcomers: u32, late: u32) -> Looked {
    let people = PeopleCounts { newcomers, states: [newcomers, 0, 0, 0], ..PeopleCounts::default() };
    let mut school =
        SchoolCounts { name: name.into(), group: group.into(), people: Some(people), ..SchoolCounts::default() };
    school.plan.rows_late = late;
    Looked::Counted(Box::new(school))
}

fn shown(screen: &mut NetworkScreen) -> Vec<String> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 100, 24));
    screen.draw(&mut buffer);
    let line = |y| (0..100).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..24).map(line).collect()
}

fn press(screen: &mut NetworkScreen, key: KeyName) -> Requested {
    screen.press(&Event::Key(Key::plain(key)), &FrameOutput::default())
}

fn line(lines: &[String], start: &str) -> String {
    lines.iter().find(|line| line.trim_start().starts_with(start)).unwrap_or_else(|| panic!("{lines:#?}")).clone()
}

#[test]
fn people_are_counted_once_every_school_is_read() {
    let mut screen = screen(3);
    screen.take(2, school("Pins", "Sud", 30, 1));
    let lines = shown(&mut screen);
    assert!(line(&lines, "Pins").contains('…') && !line(&lines, "Pins").contains("30"), "{lines:#?}");
    assert!(lines[1].contains("1 sur 3"), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.trim_start().starts_with("Ensemble")), "no total yet: {lines:#?}");
    // The help is read whole, line after line, and closes.
    press(&mut screen, KeyName::Char('?'));
    assert!(shown(&mut screen).iter().any(|line| line.contains("masqué, pour que personne")));
    press(&mut screen, KeyName::Esc);
    assert_eq!(screen.reading(), ReadingState::Goes, "closing it stops nothing");
    // What a plan counts is told at once.
    press(&mut screen, KeyName::Tab);
    assert!(line(&shown(&mut screen), "Pins").contains("1/0"));
    press(&mut screen, KeyName::BackTab);
    screen.take(0, school("Érables", "Nord", 20, 4));
    screen.take(0, school("Érables", "Nord", 20, 4));
    screen.take(1, Looked::Unread("cedres".into(), Fault::new(Code::Syntax, "suivi.yaml")));
    assert_eq!(screen.reading(), ReadingState::Done);
    let lines = shown(&mut screen);
    press(&mut screen, KeyName::Enter);
    let read = shown(&mut screen).join(" ");
    assert!(read.contains("! cedres") && read.contains("verifier"), "what is left out is read whole: {read}");
    press(&mut screen, KeyName::Esc);
    let at = |start: &str| lines.iter().position(|shown| *shown == line(&lines, start)).expect("shown");
    assert!(at("! cedres") < at("Érables") && at("Érables") < at("Pins"), "what is left out first: {lines:#?}");
    assert!(line(&lines, "Érables").contains("20") && line(&lines, "Pins").contains("30"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("Ensemble") && line.contains("Nord") && line.contains("20")));
    assert!(line(&lines, "Ensemble").contains("50") || lines.iter().any(|line| line.contains("50")), "{lines:#?}");
}

#[test]
fn a_reading_that_is_stopped_counts_nobody() {
    let mut screen = screen(2);
    screen.take(0, school("Pins", "", 30, 1));
    assert_eq!(press(&mut screen, KeyName::Esc), Requested::Stop);
    screen.finish();
    assert_eq!(screen.reading(), ReadingState::Stopped);
    screen.take(1, school("Érables", "", 20, 1));
    let lines = shown(&mut screen);
    assert!(line(&lines, "Pins").contains('…') && lines[1].contains("1 sur 2"), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("Érables")), "what comes too late is not shown: {lines:#?}");
    assert_eq!(press(&mut screen, KeyName::F(5)), Requested::Again);
}

#[test]
fn schools_are_sorted_searched_and_opened() {
    let mut screen = screen(3);
    for (place, (name, late)) in [("Érables", 4), ("Pins", 9), ("Cèdres", 0)].into_iter().enumerate() {
        screen.take(place, school(name, "", 20, late));
    }
    let names = |screen: &mut NetworkScreen| {
        let name = |line: &String| line.split_whitespace().next().map(ToOwned::to_owned);
        let is_school = |name: &String| ["Érables", "Pins", "Cèdres"].contains(&name.as_str());
        shown(screen).iter().filter_map(name).filter(is_school).collect::<Vec<_>>()
    };
    press(&mut screen, KeyName::Tab);
    for _ in 0..5 {
        press(&mut screen, KeyName::Right);
    }
    press(&mut screen, KeyName::Char('f'));
    let counted = shown(&mut screen)[23].replace('\u{a0}', " ");
    assert!(counted.contains("retard : 4/0 (1) · 9/0 (1) · 0/0 (1)"), "{counted}");
    press(&mut screen, KeyName::Char('o'));
    assert_eq!(names(&mut screen), ["Pins", "Érables", "Cèdres"]);
    assert_eq!(
        press(&mut screen, KeyName::Enter),
        Requested::Open(1),
        "the position is that of the place, not of the line"
    );
    press(&mut screen, KeyName::Char('o'));
    assert_eq!(names(&mut screen), ["Cèdres", "Érables", "Pins"]);
    press(&mut screen, KeyName::Char('/'));
    for c in "retards>2".chars() {
        press(&mut screen, KeyName::Char(c));
    }
    assert_eq!(names(&mut screen), ["Érables", "Pins"], "while it is typed");
    press(&mut screen, KeyName::Enter);
    assert_eq!(press(&mut screen, KeyName::Esc), Requested::Nothing, "nothing is read any more: it shows everything");
    assert_eq!(names(&mut screen), ["Érables", "Pins", "Cèdres"]);
    assert_eq!(press(&mut screen, KeyName::Char('q')), Requested::Quit);
}

#[test]
fn the_plan_of_those_who_accompany_has_its_page_and_is_no_school() {
    let mut screen = screen(2);
    screen.take(0, school("Pins", "", 30, 1));
    screen.take(1, Looked::Own(Box::new(Rollout { name: "Services éducatifs".into(), ..Rollout::default() })));
    assert!(shown(&mut screen)[0].contains("Une école comptée"));
    press(&mut screen, KeyName::BackTab);
    let lines = shown(&mut screen);
    assert!(line(&lines, "Le déploiement\u{a0}: Services éducatifs").starts_with(' '), "{lines:#?}");
    assert!(line(&lines, "Les journées").contains("0 sur 6"), "{lines:#?}");
}
