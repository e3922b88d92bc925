//! The questions that a school answers stage by stage, with its answers (S002-01, S004-06), without anybody's name.

use super::{
    paper::{Block, Report},
    sources::Sources,
};
use crate::{
    domain::{model::plan::GuidingQuestion, privacy::redact::NameRedactor},
    words::{self, Words, id, joined},
};

/// Builds the document: a heading for each stage, its questions in order, and what was answered so far.
pub fn paper(words: &Words, sources: Sources<'_>) -> Report {
    let plan = &sources.folder.plan;
    let mut paper = Report {
        title: words.get(id!("process-title")).into_owned(),
        about: vec![joined(&[&plan.school.name, &plan.school.year])],
        foot: words.get(id!("paper-foot")).into_owned(),
        blocks: Vec::new(),
    };
    if plan.questions.is_empty() {
        paper.blocks.push(Block::Text(words.get(id!("process-none")).into_owned()));
    }
    let mut stage = None;
    for asked in &plan.questions {
        if stage != Some(&asked.stage) {
            stage = Some(&asked.stage);
            paper.blocks.push(Block::Heading(words::plan::stage(words, plan, &asked.stage)));
        }
        paper.blocks.push(Block::Subheading(asked.question.clone()));
        paper.blocks.extend(answer(words, sources, asked).lines().map(|line| Block::Text(line.to_owned())));
    }
    paper.without_names(&NameRedactor::all_anonymous(
        &sources.folder.board,
        &plan.committee,
        &words.get(id!("somebody")),
    ))
}

/// What was answered; the answer to the question that this one repeats, told as such; or that nothing was.
fn answer(words: &Words, sources: Sources<'_>, asked: &GuidingQuestion) -> String {
    match sources.folder.plan.earlier_answer(asked) {
        Some(earlier) => words.say(id!("question-again"), &[("answer", earlier.into())]),
        None if asked.answer.trim().is_empty() => words.get(id!("process-unanswered")).into_owned(),
        None => asked.answer.clone(),
    }
}
