//! Broken references and duplicate ids.

use std::collections::HashSet;

use super::{coverage, topic::Topic};
use crate::domain::{
    board::{
        column::{self, Column},
        pairing,
    },
    model::{
        board::{Board, Newcomer},
        catalogue::Catalogues,
        document::FileId,
        folder::Folder,
        impact::{ImpactCheck, Measure},
        meeting::{IssuePoint, Meeting, PersonPoint},
        own_column::OwnColumn,
        plan::{CoverageAnswer, CycleEntry, Indicator, Plan, Reading, Row, Silence},
        survey::{Question, Survey},
    },
    value::{
        fault::{Code, Fault},
        scalar::Amount,
        tree::ID,
    },
};

/// A finding about one value of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The document.
    pub file: FileId,
    /// The path of the value.
    pub path: Vec<String>,
    /// What is wrong.
    pub code: Code,
    /// The value.
    pub value: String,
}

impl Finding {
    /// The fault to tell, without its place.
    pub fn fault(&self) -> Fault {
        Fault::new(self.code, self.file.file()).with("value", &self.value)
    }
}

/// Every broken reference and duplicate id, in the order of the files. Files that could not be read are skipped, and so
/// are the references into them.
pub fn references(folder: &Folder, catalogues: &Catalogues) -> Vec<Finding> {
    let mut found = Found { folder, findings: Vec::new() };
    found.plan();
    found.coverage(catalogues);
    found.board(catalogues);
    found.meetings();
    found.impacts();
    found.surveys();
    found.findings
}

/// Returns a value and its total, if the value exceeds the total.
fn value_of_total(value: Option<Amount>, total: Option<Amount>) -> Option<(f64, f64)> {
    Some((value?.0, total?.0)).filter(|(value, total)| value > total)
}

struct Found<'a> {
    folder: &'a Folder,
    findings: Vec<Finding>,
}

impl Found<'_> {
    fn push(&mut self, file: &FileId, path: &[&str], code: Code, value: &str) {
        let path = path.iter().map(|step| (*step).to_owned()).collect();
        self.findings.push(Finding { file: file.clone(), path, code, value: value.to_owned() });
    }

    fn issue(&mut self, file: &FileId, path: &[&str], id: &str) {
        if !self.folder.broken.contains(&FileId::Plan) && self.folder.plan.issue(id).is_none() {
            self.push(file, path, Code::UnknownIssue, id);
        }
    }

    fn unique<'a>(&mut self, file: &FileId, list: &[&str], ids: impl Iterator<Item = &'a str>) {
        let mut seen = HashSet::new();
        for (position, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.push(file, &[list, &[&position.to_string(), ID]].concat(), Code::DuplicateId, id);
            }
        }
    }

    fn plan(&mut self) {
        let (file, plan) = (FileId::Plan, &self.folder.plan);
        self.unique(&file, &[Plan::ISSUES], plan.issues.iter().map(|i| i.id.as_str()));
        self.unique(&file, &[Plan::ROWS], plan.rows.iter().map(|r| r.id.as_str()));
        self.unique(&file, &[Plan::INDICATORS], plan.indicators.iter().map(|i| i.id.as_str()));
        self.unique(&file, &[Plan::QUESTIONS], plan.questions.iter().map(|q| q.id.as_str()));
        self.unique(&file, &[Plan::WELCOME], plan.welcome.iter().map(|step| step.id.as_str()));
        for (position, silence) in plan.silenced.iter().enumerate() {
            if Topic::from_id(&silence.code).is_none() {
                let path = [Plan::SILENCED, &position.to_string(), Silence::CODE];
                self.push(&file, &path, Code::UnknownTopic, &silence.code);
            }
        }
        for row in &plan.rows {
            for (position, entry) in row.cycle.iter().enumerate() {
                if let Some(id) = &entry.issue {
                    self.issue(&file, &[Plan::ROWS, &row.id, Row::CYCLE, &position.to_string(), CycleEntry::ISSUE], id);
                }
            }
        }
        for indicator in &plan.indicators {
            for (key, reading) in [(Indicator::BASELINE, &indicator.baseline), (Indicator::TARGET, &indicator.target)] {
                if let Some((value, total)) = reading.as_ref().and_then(|r| value_of_total(Some(r.value), r.out_of)) {
                    let path = [Plan::INDICATORS, &indicator.id, key, Reading::VALUE];
                    self.push(&file, &path, Code::CountOverAll, &format!("{value} > {total}"));
                }
            }
            if let Some(id) = &indicator.issue {
                self.issue(&file, &[Plan::INDICATORS, &indicator.id, Indicator::ISSUE], id);
            }
        }
    }

    fn coverage(&mut self, catalogues: &Catalogues) {
        for (position, answer) in self.folder.plan.coverage.iter().enumerate() {
            if !coverage::entries(catalogues).any(|entry| entry.code == answer.code) {
                let path = [Plan::COVERAGE, &position.to_string(), CoverageAnswer::CODE];
                self.push(&FileId::Plan, &path, Code::UnknownEntry, &answer.code);
            }
        }
    }

    fn board(&mut self, catalogues: &Catalogues) {
        let (file, folder) = (FileId::Board, self.folder);
        let year = folder.plan.year();
        self.unique(&file, &[Board::PEOPLE], folder.board.people.iter().map(|p| p.id.as_str()));
        self.unique(&file, &[Board::OWN], folder.board.own.iter().map(|own| own.id.as_str()));
        for (position, own) in folder.board.own.iter().enumerate() {
            if Column::is_given(&own.id) {
                self.push(&file, &[Board::OWN, &position.to_string(), OwnColumn::ID], Code::TakenColumn, &own.id);
            }
        }
        for person in folder.board.everyone() {
            for own in folder.board.own.iter().filter(|own| !column::fits(own, person.own.get(&own.id), year)) {
                let value = person.own.get(&own.id).map_or_else(String::new, ToString::to_string);
                self.push(&file, &[Board::PEOPLE, &person.id, Newcomer::OWN, &own.id], Code::OwnValue, &value);
            }
            for id in person.own.keys().filter(|id| !folder.board.own.iter().any(|own| own.id == **id)) {
                self.push(&file, &[Board::PEOPLE, &person.id, Newcomer::OWN, id], Code::UnknownColumn, id);
            }
        }
        for person in &folder.board.people {
            let welcome = [Board::PEOPLE, &person.id, Newcomer::WELCOME];
            self.unique(&file, &welcome, person.welcome.iter().map(|task| task.id.as_str()));
            let risks = || catalogues.entries(pairing::RISKS);
            for code in person.risks.keys().filter(|code| !risks().any(|risk| risk.code == **code)) {
                self.push(&file, &[Board::PEOPLE, &person.id, Newcomer::RISKS, code], Code::UnknownRisk, code);
            }
            if let Some(year) = person.induction_year.filter(|year| !(1..=5).contains(year)) {
                let path = [Board::PEOPLE, &person.id, Newcomer::INDUCTION_YEAR];
                self.push(&file, &path, Code::InductionYear, &year.to_string());
            }
        }
        if folder.broken.contains(&FileId::Plan) {
            return;
        }
        let members: HashSet<&str> = folder.plan.committee.names().collect();
        for person in &folder.board.people {
            for (key, name, code) in [
                (Newcomer::MENTOR, &person.mentor, Code::UnknownMentor),
                (Newcomer::CONTACT, &person.contact, Code::UnknownContact),
            ] {
                if let Some(name) = name.as_deref().filter(|name| !members.contains(name)) {
                    self.push(&file, &[Board::PEOPLE, &person.id, key], code, name);
                }
            }
        }
    }

    fn meetings(&mut self) {
        let folder = self.folder;
        for (stem, meeting) in &folder.meetings {
            let file = FileId::Meeting(stem.clone());
            for (position, point) in meeting.people.iter().enumerate() {
                if !folder.broken.contains(&FileId::Board) && folder.board.person(&point.person).is_none() {
                    self.push(
                        &file,
                        &[Meeting::PEOPLE, &position.to_string(), PersonPoint::PERSON],
                        Code::UnknownPerson,
                        &point.person,
                    );
                }
            }
            for (position, point) in meeting.issues.iter().enumerate() {
                self.issue(&file, &[Meeting::ISSUES, &position.to_string(), IssuePoint::ISSUE], &point.issue);
            }
        }
    }

    fn surveys(&mut self) {
        for (stem, survey) in &self.folder.surveys {
            let file = FileId::Survey(stem.clone());
            self.unique(&file, &[Survey::QUESTIONS], survey.questions.iter().map(|q| q.id.as_str()));
            for question in &survey.questions {
                let path = [Survey::QUESTIONS, &question.id, Question::COUNTS];
                for (position, count) in question.counts.iter().enumerate().filter(|(_, c)| c.n > question.answered) {
                    let position = position.to_string();
                    self.push(
                        &file,
                        &[&path[..], &[&position]].concat(),
                        Code::CountOverAll,
                        &format!("{} > {}", count.n, question.answered),
                    );
                }
            }
            for (position, crossing) in survey.crossings.iter().enumerate() {
                let path = [Survey::CROSSINGS, &position.to_string()];
                for id in [&crossing.question, &crossing.by].into_iter().filter(|id| survey.question(id).is_none()) {
                    self.push(&file, &path, Code::UnknownQuestion, id);
                }
                for part in crossing.groups.iter().filter(|part| part.is_small()) {
                    self.push(&file, &path, Code::SmallGroup, &part.group);
                }
            }
        }
    }

    fn impacts(&mut self) {
        let folder = self.folder;
        for (stem, check) in &folder.impacts {
            let file = FileId::Impact(stem.clone());
            self.issue(&file, &[ImpactCheck::ISSUE], &check.issue);
            if let Some(survey) = check.survey.as_deref().filter(|stem| !folder.surveys.contains_key(*stem)) {
                self.push(&file, &[ImpactCheck::SURVEY], Code::UnknownSurvey, survey);
            }
            for (position, measure) in check.measures.iter().enumerate() {
                if let Some((value, total)) = value_of_total(measure.value, measure.out_of) {
                    let path = [ImpactCheck::MEASURES, &position.to_string(), Measure::VALUE];
                    self.push(&file, &path, Code::CountOverAll, &format!("{value} > {total}"));
                }
                if !folder.broken.contains(&FileId::Plan)
                    && !folder.plan.indicators.iter().any(|i| i.id == measure.indicator)
                {
                    self.push(
                        &file,
                        &[ImpactCheck::MEASURES, &position.to_string(), Measure::INDICATOR],
                        Code::UnknownIndicator,
                        &measure.indicator,
                    );
                }
            }
        }
    }
}
