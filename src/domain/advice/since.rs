//! What changed since a day, by the dates that the files hold: whoever has no date is not counted.

use chrono::NaiveDate;

use crate::domain::model::folder::Folder;

/// Something that is dated after the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// Its day.
    pub day: NaiveDate,
    /// What it is.
    pub kind: SinceKind,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SinceKind {
    /// A person arrived, by id.
    Arrived(String),
    /// A person left, by id.
    Left(String),
    /// A state was said of a person, by id.
    State(String),
    /// A trace was left about a person, by id, and by whom.
    Trace(String, String),
    /// A row of the plan is done, by id.
    Row(String),
    /// An impact check was made, by its stem.
    Check(String),
    /// A survey was taken in, by its stem.
    Survey(String),
}

/// What is dated after a day and until today, the newest first.
pub fn since(folder: &Folder, after: NaiveDate, today: NaiveDate) -> Vec<Since> {
    let mut found = Vec::new();
    let mut add = |day: Option<NaiveDate>, kind: SinceKind| {
        found.extend(day.filter(|day| *day > after && *day <= today).map(|day| Since { day, kind }));
    };
    for person in folder.board.everyone() {
        let id = || person.id.clone();
        add(person.arrival.map(|day| day.0), SinceKind::Arrived(id()));
        add(person.departure.as_ref().map(|departure| departure.date.0), SinceKind::Left(id()));
        add(person.wellbeing_on.map(|day| day.0), SinceKind::State(id()));
        for trace in &person.traces {
            add(trace.date.map(|day| day.0), SinceKind::Trace(id(), trace.by.clone()));
        }
    }
    for row in &folder.plan.rows {
        add(row.done_on.map(|day| day.0), SinceKind::Row(row.id.clone()));
    }
    for (stem, check) in &folder.impacts {
        add(check.date.map(|day| day.0), SinceKind::Check(stem.clone()));
    }
    for (stem, survey) in &folder.surveys {
        add(survey.date.map(|day| day.0), SinceKind::Survey(stem.clone()));
    }
    found.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.kind.cmp(&b.kind)));
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::model::document::FileId;

    #[test]
    fn only_what_is_dated_between_the_two_days_is_told_the_newest_first() {
        let mut folder = Folder::default();
        let people = json!({"format": 1, "personnes": [
            {"id": "n01", "nom": "A", "arrivée": "2026-11-13", "état": "va bien", "état_le": "2026-11-12"},
            {"id": "n02", "nom": "B", "traces": [
                {"date": "2026-11-20", "par": "Luc", "va_bien": "x"},
                {"date": "2026-11-01", "par": "Luc", "va_bien": "y"},
                {"date": "2026-12-24", "par": "Luc", "va_bien": "z"},
                {"par": "Luc", "va_bien": "sans date"},
            ]},
        ]});
        folder.hold(&FileId::Board, &people);
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let told = since(&folder, day("2026-11-12"), day("2026-11-27"));
        let kinds: Vec<SinceKind> = told.into_iter().map(|since| since.kind).collect();
        assert_eq!(kinds, [SinceKind::Trace("n02".into(), "Luc".into()), SinceKind::Arrived("n01".into())]);
    }
}
