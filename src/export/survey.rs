//! Surveys as documents: counts next to those of the previous wave and of the reference results. Comments are left out:
//! only the principal reads them, in the program.

use super::paper::{Block, Report};
use crate::{
    domain::{
        model::{catalogue::Catalogues, folder::Folder, survey::Survey},
        privacy::{audience::Level, redact::NameRedactor},
    },
    words::{
        Words, id, joined,
        survey::{self as said, Comparison, Room},
    },
};

/// A survey of the school.
pub fn survey(words: &Words, folder: &Folder, shelf: &Catalogues, survey: &Survey) -> Report {
    let beside = said::beside(words, folder, shelf, survey);
    let mut paper = paper(words, &said::title(words, survey), said::rate(words, survey));
    paper.blocks = blocks(words, survey, &beside);
    paper.without_names(&NameRedactor::all_anonymous(
        &folder.board,
        &folder.plan.committee,
        &words.get(id!("somebody")),
    ))
}

/// The reference results.
pub fn reference(words: &Words, shelf: &Catalogues, survey: &Survey) -> Report {
    let title = joined(&[&said::reference_name(words, survey), &said::audience(words, survey)]);
    let mut paper = paper(words, &title, said::reference_rate(words, shelf, survey));
    paper.about.push(words.get(id!("survey-reference-note")).into_owned());
    paper.blocks = blocks(words, survey, &[]);
    paper
}

fn paper(words: &Words, title: &str, rate: String) -> Report {
    Report {
        title: title.to_owned(),
        about: vec![rate],
        foot: words.get(id!("paper-foot")).into_owned(),
        blocks: Vec::new(),
    }
}

/// The blocks of each question: a table of its answers, its notes, and its groups.
pub fn blocks(words: &Words, survey: &Survey, beside: &[Comparison]) -> Vec<Block> {
    let head: Vec<String> = [String::new(), said::column_name(words, survey)]
        .into_iter()
        .chain(beside.iter().map(|beside| beside.name.clone()))
        .collect();
    let question = |question| {
        let said::SurveyBlock { title, lines, notes } =
            said::block(words, question, beside, Room::Wide, Level::Committee);
        let row = |line: said::SurveyLine| std::iter::once(line.answer).chain(line.counts).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = lines.into_iter().map(row).collect();
        let table = (!rows.is_empty()).then(|| Block::Table(head.clone(), rows));
        let crossed = said::crossings(words, survey, question, Level::Committee).into_iter().flat_map(|mut lines| {
            let head = lines.remove(0);
            [Block::Text(head), Block::List(lines)]
        });
        let blocks = std::iter::once(Block::Subheading(title)).chain(table);
        blocks.chain(notes.into_iter().map(Block::Text)).chain(crossed).collect::<Vec<_>>()
    };
    survey.questions.iter().flat_map(question).collect()
}
