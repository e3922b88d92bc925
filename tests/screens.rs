//! From keys to screens and effects: what a principal types, what is shown, what goes to disk.

#[path = "screens/board.rs"]
mod board;
mod driver;
#[path = "screens/founding.rs"]
mod founding;
#[path = "screens/home.rs"]
mod home;
#[path = "screens/impact.rs"]
mod impact;
#[path = "screens/meeting.rs"]
mod meeting;
#[path = "screens/network.rs"]
mod network;
#[path = "screens/others.rs"]
mod others;
#[path = "screens/people.rs"]
mod people;
#[path = "screens/plan.rs"]
mod plan;
#[path = "screens/privacy.rs"]
mod privacy;
#[path = "screens/surveys.rs"]
mod surveys;
#[path = "screens/themes.rs"]
mod themes;
#[path = "screens/versions.rs"]
mod versions;

use arrimage::{
    domain::{
        edit::{self, Change, Edit, merge::Clash},
        model::{
            board::Wellbeing,
            cycle::Step,
            document::{Document, FileId},
            impact::Decision,
            meeting::MeetingAction,
            plan::GuidingQuestion,
            progress::Progress,
        },
        value::{
            fault::{Code, Fault, Place},
            when::When,
        },
    },
    tui::{
        effect::Effect,
        event::{Event, ExternalChange},
        prompt::{Origin, Prompt},
        state::Screen,
        theme,
    },
};
use driver::Driver;
use serde_json::{Value, json};

/// Goes to a field of the sheet and chooses its value.
fn choose(driver: &mut Driver, label: &str, value: &str) {
    driver.keys("Début");
    let label = format!("▸{label}");
    for _ in 0..60 {
        if driver.cursor_line().contains(&label) {
            driver.keys("Entrée").typed(value).keys("Entrée");
            return;
        }
        driver.keys("Bas");
    }
    panic!("{label} is nowhere in {}", driver.screen());
}
/// Closes the current meeting, from any point.
fn close(driver: &mut Driver) {
    driver.until("Closing").keys("Bas Entrée Entrée");
    assert!(driver.app.folder.draft.is_none(), "{}", driver.screen());
}
