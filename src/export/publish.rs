//! What is given to others, made from the model, never from the screen: its name and its bytes.

use super::{action_plan, board, calendar, docx, html, markdown, minutes, paper::Paper, person_file};
use crate::{
    domain::{
        cycle::Cycle,
        fault::{Code, Fault},
        folder::Folder,
        publication::{Form, Names, Publication},
    },
    words::Words,
};
pub use calendar::Clock;

/// A file that is ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The name of its file.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Makes a publication.
///
/// # Errors
/// A meeting or a person that does not exist.
pub fn publish(
    words: &Words,
    (folder, cycle): (&Folder, &Cycle),
    publication: &Publication,
    form: Form,
    clock: &Clock,
) -> Result<Published, Fault> {
    let cycle = folder.plan.cycle.as_ref().map_or_else(|| cycle.clone(), |own| own.over(cycle));
    Ok(match publication {
        Publication::Minutes(stem, names) => {
            let meeting = folder.meetings.get(stem);
            let meeting = meeting.ok_or_else(|| Fault::new(Code::NoSuchFile, format!("regulations/{stem}.yaml")))?;
            let named = if *names == Names::Said { "-nominatif" } else { "" };
            let paper = minutes::paper(words, folder, &cycle, meeting, *names);
            formed(&format!("compte-rendu-{stem}{named}"), &paper, form)?
        }
        Publication::Person(said) => {
            let unknown = || Fault::new(Code::UnknownPerson, "suivi.yaml").with("value", said);
            let person = folder.board.find(said).ok_or_else(unknown)?;
            // A file's name is seen by more people than what it holds.
            formed(&format!("fiche-{}", person.id), &person_file::paper(words, folder, &cycle, person), form)?
        }
        Publication::ActionPlan => formed("plan-action", &action_plan::paper(words, folder, &cycle), form)?,
        Publication::Board => {
            let bytes = match form {
                Form::Xlsx => board::xlsx(words, folder).ok(),
                _ => Some(board::csv(words, folder).into_bytes()),
            };
            let name = format!("tableau-nominatif.{}", if form == Form::Xlsx { "xlsx" } else { "csv" });
            let unwritten = Fault::new(Code::NotWritten, name.clone()).with("cause", "other");
            Published { name, bytes: bytes.ok_or(unwritten)? }
        }
        Publication::Calendar => {
            Published { name: "calendrier.ics".into(), bytes: calendar::text(words, folder, clock).into_bytes() }
        }
    })
}

fn formed(stem: &str, paper: &Paper, form: Form) -> Result<Published, Fault> {
    let name = format!("{stem}.{form}");
    let bytes = match form {
        Form::Markdown => Some(markdown::text(paper).into_bytes()),
        Form::Html => Some(html::text(paper).into_bytes()),
        Form::Docx => docx::bytes(paper),
        Form::Csv | Form::Xlsx => None,
    };
    let bytes = bytes.ok_or_else(|| Fault::new(Code::NotWritten, name.clone()).with("cause", "other"))?;
    Ok(Published { name, bytes })
}
