//! What an indicator was, is and should be: entered by hand at the impact checks, or worked out from the school's files.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::{
    board::{Newcomer, Tier},
    folder::Folder,
    plan::{Computed, Direction, Indicator, Reading},
    progress::Progress,
    run_chart::{Point, RunChart},
    scalar::Amount,
    when::Day,
};

/// A total under which a share says less than its counts: no percentage is shown.
pub const SMALL: f64 = 20.0;

/// Everything known of an indicator, oldest first: where it started, what was measured, and for one that is worked out
/// from the files, what they say at each meeting and today.
pub fn series(folder: &Folder, indicator: &Indicator, today: NaiveDate) -> Vec<Reading> {
    let measured = folder.impacts.values().filter_map(|check| check.measure(&indicator.id)?.reading(check.date));
    let mut series: Vec<Reading> = indicator.baseline.iter().cloned().chain(measured).collect();
    if let Some(computed) = indicator.computed {
        let held = folder.meetings.values().filter_map(|meeting| meeting.date.map(|day| day.0));
        let days: BTreeSet<NaiveDate> = held.chain([today]).filter(|day| *day <= today).collect();
        let known: BTreeSet<Option<Day>> = series.iter().map(|reading| reading.date).collect();
        let new = days.into_iter().filter(|day| !known.contains(&Some(Day(*day))));
        series.extend(new.filter_map(|day| compute(folder, computed, day, today)));
    }
    series.sort_by_key(|reading| reading.date);
    series
}

/// The newest reading, besides where it started.
pub fn newest(folder: &Folder, indicator: &Indicator, today: NaiveDate) -> Option<Reading> {
    let newest = series(folder, indicator, today).pop()?;
    (Some(&newest) != indicator.baseline.as_ref()).then_some(newest)
}

/// The readings as points, each a share of its total when it has one. Readings without a day have no place.
pub fn chart(series: &[Reading]) -> RunChart {
    let point = |reading: &Reading| Some(Point { day: reading.date?.0, value: share(reading) });
    RunChart::of(series.iter().filter_map(point).collect())
}

/// A reading as one number: the part of its total, or its value.
pub fn share(reading: &Reading) -> f64 {
    match reading.out_of {
        Some(total) if total.0 > 0.0 => reading.value.0 / total.0,
        _ => reading.value.0,
    }
}

/// Whether a reading attains the target, the way that is better being known.
pub fn attains(indicator: &Indicator, reading: &Reading) -> Option<bool> {
    let (value, target) = (share(reading), share(indicator.target.as_ref()?));
    Some(match indicator.direction? {
        Direction::Up => value >= target,
        Direction::Down => value <= target,
    })
}

/// The levels of evaluation that no indicator has (Guskey, 2000: reactions, learning, support of the organisation, use,
/// results for pupils).
pub fn missing_levels(indicators: &[Indicator]) -> Vec<u32> {
    (1..=5).filter(|level| !indicators.iter().any(|indicator| indicator.level == Some(*level))).collect()
}

/// What the files say of an indicator on a day; `None` when they do not tell.
pub fn compute(folder: &Folder, computed: Computed, day: NaiveDate, today: NaiveDate) -> Option<Reading> {
    let people = &folder.board.people;
    let arrived = |person: &Newcomer| person.arrival.is_some_and(|arrival| arrival.0 <= day);
    let left = |person: &Newcomer| person.departure.as_ref().is_some_and(|departure| departure.date.0 <= day);
    let here: Vec<&Newcomer> = folder.board.everyone().filter(|person| arrived(person) && !left(person)).collect();
    let now = day == today;
    let count = |test: &dyn Fn(&Newcomer) -> bool| here.iter().filter(|person| test(person)).count() as f64;
    let of = |value: f64, total: f64| {
        (total > 0.0).then_some(Reading { date: Some(Day(day)), value: Amount(value), out_of: Some(Amount(total)) })
    };
    let all = here.len() as f64;
    // Who accompanies whom is only known as it is today, save for what each meeting counted.
    let portrait = || folder.meetings.values().find(|meeting| meeting.date == Some(Day(day)))?.portrait;
    match computed {
        Computed::Retention => of(all, people.iter().filter(|person| arrived(person)).count() as f64),
        Computed::Contact if now => of(count(&|person| person.contact.is_some()), all),
        Computed::Contact => {
            let portrait = portrait()?;
            let total = f64::from(portrait.newcomers);
            of(total - f64::from(portrait.without_contact), total)
        }
        Computed::GoingWell => {
            let portrait = if now { super::overview::portrait(&folder.board) } else { portrait()? };
            of(f64::from(portrait.well), f64::from(portrait.newcomers))
        }
        Computed::Mentor => now.then(|| of(count(&|person| person.mentor.is_some()), all))?,
        Computed::Tiers => now.then(|| of(count(&|p| p.tier.is_some_and(|tier| tier != Tier::Universal)), all))?,
        Computed::Traces => {
            let month = (day.year(), day.month());
            let same = |on: Day| (on.0.year(), on.0.month()) == month && on.0 <= day;
            of(count(&|person| person.traces.iter().filter_map(|trace| trace.date).any(same)), all)
        }
        Computed::Release => {
            let (granted, taken) = super::overview::release(&folder.board);
            now.then(|| of(taken, granted))?
        }
        Computed::Rows => {
            let year = folder.plan.year();
            let due = folder.plan.rows.iter().filter(|row| {
                let end = row.when.span(year).and_then(|span| span.end);
                end.is_some_and(|end| end <= day) && row.state() != Progress::Dropped
            });
            let (done, due) =
                due.fold((0, 0), |(done, due), row| (done + usize::from(row.state() == Progress::Done), due + 1));
            now.then(|| of(done as f64, f64::from(due)))?
        }
        Computed::Actions => {
            // An action is done by its day when the first meeting held after that day says so.
            let year = folder.plan.year();
            let told = folder.meetings.values().filter(|meeting| meeting.date.is_some_and(|d| d.0 <= day));
            let returns = told.flat_map(|meeting| meeting.returns.iter().map(move |returned| (meeting.date, returned)));
            let due = returns.filter(|(held, returned)| {
                let end = returned.when.span(year).and_then(|span| span.end);
                end.zip(*held).is_some_and(|(end, held)| end <= held.0)
            });
            let (done, due) = due.fold((0, 0), |(done, due), (_, returned)| {
                (done + usize::from(returned.state == Some(Progress::Done)), due + 1)
            });
            of(done as f64, f64::from(due))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::{Document, FileId};
    use serde_json::json;

    fn folder() -> Folder {
        let mut folder = Folder::default();
        let board = json!({"personnes": [
            {"id": "a", "arrivée": "2026-08-25", "mentor": "Luc", "répondant": "Hélène", "palier": "ciblé",
             "libération": {"accordés": 2, "pris": 1}, "traces": [{"date": "2026-11-03"}]},
            {"id": "b", "arrivée": "2026-08-25", "départ": {"date": "2026-10-01"}},
            {"id": "c", "arrivée": "2026-10-26", "palier": "universel"}
        ]});
        folder.put(&FileId::Board, Document::from_value(&FileId::Board, board).ok());
        let plan = json!({"école": {"nom": "x", "année_scolaire": "2026-2027"}, "déploiement": [
            {"id": "p1", "étape": "a", "quand": "2026-10-01", "état": "fait"},
            {"id": "p2", "étape": "b", "quand": "2026-11-01", "état": "à faire"},
            {"id": "p3", "étape": "c", "quand": "2027-01-01", "état": "à faire"}
        ]});
        folder.put(&FileId::Plan, Document::from_value(&FileId::Plan, plan).ok());
        let file = FileId::Meeting("2026-09-20".into());
        let meeting = json!({"date": "2026-09-20", "portrait": {"nouveaux": 2, "va_bien": 1, "sans_répondant": 1},
            "retour": [{"quoi": "x", "quand": "2026-09-10", "état": "fait"}, {"quoi": "y", "quand": "2026-09-15", "état": "reporté"},
                       {"quoi": "z", "quand": "2026-12-01", "état": "en cours"}]});
        folder.put(&file, Document::from_value(&file, meeting).ok());
        folder
    }

    #[test]
    fn indicators_are_worked_out_from_the_files() {
        let folder = folder();
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        for (computed, expected) in [
            (Computed::Retention, "2026-09-20 2/2, 2026-11-21 2/3"),
            (Computed::Contact, "2026-09-20 1/2, 2026-11-21 1/2"),
            (Computed::GoingWell, "2026-09-20 1/2, 2026-11-21 0/2"),
            (Computed::Mentor, "2026-11-21 1/2"),
            (Computed::Tiers, "2026-11-21 1/2"),
            (Computed::Traces, "2026-09-20 0/2, 2026-11-21 1/2"),
            (Computed::Release, "2026-11-21 1/2"),
            (Computed::Rows, "2026-11-21 1/2"),
            (Computed::Actions, "2026-09-20 1/2, 2026-11-21 1/2"),
        ] {
            let indicator = Indicator { computed: Some(computed), ..Indicator::default() };
            let said = |reading: &Reading| {
                let day = reading.date.map_or_else(String::new, |day| day.to_string());
                format!("{day} {}/{}", reading.value.0, reading.out_of.map_or(0.0, |total| total.0))
            };
            let series: Vec<String> = series(&folder, &indicator, today).iter().map(said).collect();
            assert_eq!(series.join(", "), expected, "{computed}");
        }
    }

    #[test]
    fn the_levels_that_no_indicator_has_are_named() {
        let of = |level| Indicator { level: Some(level), ..Indicator::default() };
        assert_eq!(missing_levels(&[of(5), of(3), of(3)]), [1, 2, 4]);
    }
}
