//! Publications, made from the model and never from the screen: file name and bytes.

use chrono::NaiveDate;

use super::{
    action_plan::{self, Extent},
    agreement, board, calendar, chart, docx, html, markdown, minutes,
    paper::Report,
    person_file, privacy_file, process, review,
    sources::Sources,
    survey as survey_paper, welcome,
};
use crate::{
    domain::{
        measure::indicator as domain_indicator,
        model::{
            document::FileId,
            folder::Folder,
            meeting::{Meeting, PersonPoint},
            publication::{Form, Naming, Publication, SchoolPaper},
        },
        privacy::redact::NameRedactor,
        value::fault::{Code, Fault},
    },
    words::{Words, id, indicator as said},
};
pub use calendar::Clock;

/// A file that is ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Its file name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Whether the board has the name of everybody of whom a meeting speaks: without it, nothing could hide that name.
///
/// # Errors
/// If somebody is not on the board.
fn all_named(folder: &Folder, stem: &str, meeting: &Meeting) -> Result<(), Fault> {
    let lost = meeting.people.iter().find(|point| folder.board.person(&point.person).is_none());
    let fault = |point: &PersonPoint| {
        Fault::new(Code::UnknownPerson, FileId::Meeting(stem.to_owned()).file()).with("value", &point.person)
    };
    lost.map_or(Ok(()), |point| Err(fault(point)))
}

/// Makes a publication.
///
/// # Errors
/// If the publication is of a meeting, a person, a survey or an indicator that does not exist, or if somebody of whom minutes
/// without names speak is not on the board.
pub fn publish(
    words: &Words,
    sources: Sources<'_>,
    publication: &Publication,
    form: Form,
    clock: &Clock,
) -> Result<Published, Fault> {
    let Sources { folder, shelf, .. } = sources;
    let cycle = folder.plan.cycle.as_ref().map_or_else(|| sources.cycle.clone(), |own| own.layered_over(sources.cycle));
    let sources = Sources { cycle: &cycle, ..sources };
    let today = clock.now.date_naive();
    match publication {
        Publication::Minutes(stem, names) => {
            let meeting = folder.meetings.get(stem);
            let meeting = meeting.ok_or_else(|| Fault::new(Code::NoSuchFile, format!("regulations/{stem}.yaml")))?;
            if *names == Naming::Unsaid {
                all_named(folder, stem, meeting)?;
            }
            let named = if *names == Naming::Said { "-nominatif" } else { "" };
            let paper = minutes::paper(words, folder, &cycle, meeting, *names);
            formed(&format!("compte-rendu-{stem}{named}"), &paper, form)
        }
        Publication::Person(said) => {
            let person = folder.person(said)?;
            // More people see the name of a file than its content.
            formed(&format!("fiche-{}", person.id), &person_file::paper(words, sources, person), form)
        }
        Publication::Welcome(said) => {
            let person = folder.person(said)?;
            formed(&format!("bienvenue-{}", person.id), &welcome::paper(words, sources, person, today), form)
        }
        Publication::Agreement(said) => {
            let person = folder.person(said)?;
            formed(&format!("entente-{}", person.id), &agreement::paper(words, folder, shelf, person), form)
        }
        Publication::School(paper @ (SchoolPaper::ActionPlan | SchoolPaper::ActionPlanBrief)) => {
            let extent = if *paper == SchoolPaper::ActionPlan { Extent::Whole } else { Extent::Brief };
            formed(paper.word(), &action_plan::paper(words, sources, today, extent), form)
        }
        Publication::School(SchoolPaper::Review) => formed("bilan", &review::paper(words, sources, today), form),
        Publication::School(SchoolPaper::Process) => formed("demarche", &process::paper(words, sources), form),
        Publication::School(SchoolPaper::PrivacyFile) => {
            formed("dossier-prp", &privacy_file::paper(words, folder), form)
        }
        Publication::Survey(stem) => {
            let unknown = || Fault::new(Code::UnknownSurvey, "sondages").with("value", stem);
            let survey = folder.surveys.get(stem).ok_or_else(unknown)?;
            formed(&format!("sondage-{stem}"), &survey_paper::survey(words, folder, shelf, survey), form)
        }
        Publication::Questionnaire(audience) => Ok(Published {
            name: format!("questionnaire-{audience}.txt"),
            bytes: crate::words::survey::model(words, shelf, *audience).into_bytes(),
        }),
        Publication::Chart(id) => run_chart(words, folder, id, today),
        Publication::School(SchoolPaper::Board) => staff_board(words, sources, form),
        Publication::School(SchoolPaper::Calendar) => {
            Ok(Published { name: "calendrier.ics".into(), bytes: calendar::text(words, folder, clock).into_bytes() })
        }
    }
}

fn run_chart(words: &Words, folder: &Folder, id: &str, today: NaiveDate) -> Result<Published, Fault> {
    let unknown = || Fault::new(Code::UnknownIndicator, "plan.yaml").with("value", id);
    let indicator = folder.plan.indicator(id).ok_or_else(unknown)?;
    let points = domain_indicator::chart(&domain_indicator::series(folder, indicator, today));
    let conclusion = said::conclusion(words, &points);
    let picture = said::picture(words, folder, indicator, today);
    // Annotations are in the committee's words, which may name somebody.
    let discreet = NameRedactor::all_anonymous(&folder.board, &folder.plan.committee, &words.get(id!("somebody")));
    let picture = picture.map(|picture| picture.without_names(&discreet));
    let question = discreet.text(&indicator.question);
    let svg = picture.map(|picture| chart::drawing(words, &question, &picture, &conclusion).svg);
    let unsaid = || Fault::new(Code::TooFewPoints, "plan.yaml").with("value", id);
    Ok(Published { name: format!("graphique-{id}.svg"), bytes: svg.ok_or_else(unsaid)?.into_bytes() })
}

fn staff_board(words: &Words, sources: Sources<'_>, form: Form) -> Result<Published, Fault> {
    let Sources { folder, columns, .. } = sources;
    let (ending, bytes) = match form {
        Form::Xlsx => ("xlsx", board::xlsx(words, folder, columns).ok()),
        _ => ("csv", Some(board::csv(words, folder).into_bytes())),
    };
    let name = format!("tableau-nominatif.{ending}");
    let unwritten = Fault::new(Code::NotWritten, name.clone()).with("cause", "other");
    Ok(Published { name, bytes: bytes.ok_or(unwritten)? })
}

fn formed(stem: &str, paper: &Report, form: Form) -> Result<Published, Fault> {
    let name = format!("{stem}.{form}");
    let bytes = match form {
        Form::Markdown => Some(markdown::text(paper).into_bytes()),
        Form::Html => Some(html::text(paper).into_bytes()),
        Form::Docx => docx::bytes(paper),
        Form::Csv | Form::Xlsx | Form::Svg => None,
    };
    let bytes = bytes.ok_or_else(|| Fault::new(Code::NotWritten, name.clone()).with("cause", "other"))?;
    Ok(Published { name, bytes })
}
