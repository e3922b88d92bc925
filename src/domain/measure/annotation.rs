//! What happened while an indicator changed: meetings, rows of the plan that were done, and steps of its issue.

use chrono::NaiveDate;

use crate::domain::model::{
    cycle::Step,
    folder::Folder,
    impact::{Decision, ImpactCheck},
    plan::{Indicator, Row},
    progress::Progress,
};

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// The committee met.
    Meeting,
    /// A row of the plan was done, by its title.
    Row(String),
    /// The issue moved from one step to another.
    Step(Step, Step),
    /// The issue started this round of the cycle.
    Round(u32),
}

/// What happened between two days, both included, oldest first. For an indicator of an issue, only the rows and steps
/// of that issue count; without an issue, every row does.
pub fn annotations(
    folder: &Folder,
    indicator: &Indicator,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<(NaiveDate, Happened)> {
    let year = folder.plan.year();
    let concerns = |row: &&Row| match &indicator.issue {
        Some(issue) => row.cycle.iter().any(|entry| entry.issue.as_ref() == Some(issue)),
        None => true,
    };
    let rows = folder.plan.rows.iter().filter(|row| row.state() == Progress::Done).filter(concerns).filter_map(|row| {
        let planned = || row.when.span(year).map(|span| span.end.unwrap_or(span.start));
        Some((row.done_on.map(|day| day.0).or_else(planned)?, Happened::Row(row.title.clone())))
    });
    let meetings = folder.meetings.values().filter_map(|meeting| Some((meeting.date?.0, meeting)));
    let moves = meetings.clone().flat_map(|(day, meeting)| {
        let points = meeting.issues.iter().filter(|point| Some(&point.issue) == indicator.issue.as_ref());
        let moved =
            points.filter_map(|point| Some((point.before?, point.after?))).filter(|(before, after)| before != after);
        moved.map(move |(before, after)| (day, Happened::Step(before, after)))
    });
    let of_issue = |check: &&ImpactCheck| Some(&check.issue) == indicator.issue.as_ref() && check.is_closed();
    let redone = folder.impacts.values().filter(of_issue).filter(|check| check.decision == Some(Decision::Redo));
    let rounds = (2..).zip(redone).filter_map(|(round, check)| Some((check.date?.0, Happened::Round(round))));
    let all = meetings.clone().map(|(day, _)| (day, Happened::Meeting)).chain(rows).chain(moves).chain(rounds);
    let mut all: Vec<_> = all.filter(|(day, _)| from <= *day && *day <= to).collect();
    all.sort_by_key(|(day, _)| *day);
    all
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::model::document::FileId;

    #[test]
    fn what_happened_to_an_issue_is_told_in_order() {
        let mut folder = Folder::default();
        let mut put = |file: FileId, value| folder.hold(&file, &value);
        put(
            FileId::Plan,
            json!({"école": {"nom": "x", "année_scolaire": "2026-2027"}, "déploiement": [
                {"id": "p1", "étape": "Accueil", "quand": "2026-10-01", "état": "fait", "cycle": [{"enjeu": "a"}]},
                {"id": "p2", "étape": "Guide", "quand": "2026-10-02", "état": "à faire", "cycle": [{"enjeu": "a"}]},
                {"id": "p3", "étape": "Autre", "quand": "2026-10-03", "état": "fait", "cycle": [{"enjeu": "b"}]}
            ]}),
        );
        put(
            FileId::Meeting("2026-09-20".into()),
            json!({"date": "2026-09-20", "enjeux": [{"enjeu": "a", "étape_avant": 1, "étape": 2}, {"enjeu": "b", "étape_avant": 1, "étape": 3}]}),
        );
        put(FileId::Impact("2026-11-01".into()), json!({"date": "2026-11-01", "enjeu": "a", "décision": "refaire"}));
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let told = |issue: Option<&str>| {
            let indicator = Indicator { issue: issue.map(Into::into), ..Indicator::default() };
            let all = annotations(&folder, &indicator, day("2026-09-01"), day("2026-12-01"));
            all.into_iter().map(|(day, happened)| format!("{day} {happened:?}")).collect::<Vec<_>>()
        };
        assert_eq!(
            told(Some("a")),
            [
                "2026-09-20 Meeting",
                "2026-09-20 Step(Issues, Needs)",
                "2026-10-01 Row(\"Accueil\")",
                "2026-11-01 Round(2)"
            ]
        );
        assert_eq!(told(None), ["2026-09-20 Meeting", "2026-10-01 Row(\"Accueil\")", "2026-10-03 Row(\"Autre\")"]);
    }
}
