//! The agreement of a pair, for the two: the questions, with what they wrote or room to write.

use super::paper::{Block, Report};
use crate::{
    domain::{
        board::pairing,
        model::{board::Newcomer, catalogue::Catalogues, folder::Folder},
    },
    words::{Words, date, id},
};

/// Builds the agreement of somebody and the mentor; one without answers if the board has none.
pub fn paper(words: &Words, folder: &Folder, shelf: &Catalogues, person: &Newcomer) -> Report {
    let room = || words.get(id!("agreement-room")).into_owned();
    let said = |text: &str| if text.trim().is_empty() { room() } else { text.to_owned() };
    let agreement = person.agreement.as_ref();
    let day = |day: Option<crate::domain::value::when::Day>| day.map_or_else(room, |day| date::full(words, day.0));
    let mentor = said(person.mentor.as_deref().unwrap_or_default());
    let about = [
        words.say(id!("agreement-between"), &[("who", person.name.as_str().into()), ("mentor", mentor.into())]),
        words.say(id!("agreement-day"), &[("day", day(agreement.and_then(|known| known.date)).into())]),
        words.say(id!("agreement-review"), &[("day", day(agreement.and_then(|known| known.reviewed_on)).into())]),
    ];
    let mut paper = Report {
        title: words.get(id!("agreement-title")).into_owned(),
        about: about.to_vec(),
        foot: folder.plan.school.name.clone(),
        blocks: vec![Block::Text(words.get(id!("agreement-theirs")).into_owned())],
    };
    let blank = pairing::questions(shelf);
    let asked = agreement.map(|known| &known.answers).filter(|known| !known.is_empty()).unwrap_or(&blank);
    for asked in asked {
        paper.blocks.push(Block::Subheading(asked.question.clone()));
        if !asked.landmark.trim().is_empty() {
            paper.blocks.push(Block::Text(asked.landmark.clone()));
        }
        paper.blocks.push(Block::Text(said(&asked.answer)));
    }
    paper
}
