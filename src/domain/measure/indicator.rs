//! Past, current and target values of an indicator: entered by hand at impact checks, or computed from the school's
//! files.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::run_chart::{ChartPoint, RunChart};
use crate::domain::{
    model::{
        board::{Newcomer, Release, Tier, Wellbeing},
        computed::Computed,
        folder::Folder,
        meeting::{Meeting, Portrait},
        plan::{Direction, Indicator, Reading},
        progress::Progress,
    },
    value::{
        scalar::{Amount, choice},
        when::Day,
    },
};

/// The total below which no percentage is shown: counts say more.
pub const SMALL: f64 = 20.0;

/// All readings of an indicator, oldest first: the baseline, what was measured and, for a computed indicator, its value
/// at each meeting and today.
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

/// The newest reading, unless it is the baseline.
pub fn newest(folder: &Folder, indicator: &Indicator, today: NaiveDate) -> Option<Reading> {
    let newest = series(folder, indicator, today).pop()?;
    (Some(&newest) != indicator.baseline.as_ref()).then_some(newest)
}

/// Charts the readings, each as a share of its total if it has one. Readings without a day are left out.
pub fn chart(series: &[Reading]) -> RunChart {
    let point = |reading: &Reading| Some(ChartPoint { day: reading.date?.0, value: share(reading) });
    RunChart::of(series.iter().filter_map(point).collect())
}

/// A reading as one number: its share of the total, or its value.
pub fn share(reading: &Reading) -> f64 {
    match reading.out_of {
        Some(total) if total.0 > 0.0 => reading.value.0 / total.0,
        _ => reading.value.0,
    }
}

/// The target of an indicator. Without a total of its own, it takes that of `like`.
pub fn target(indicator: &Indicator, like: Option<&Reading>) -> Option<Reading> {
    let target = indicator.target.clone()?;
    Some(Reading { out_of: target.out_of.or(like.and_then(|reading| reading.out_of)), ..target })
}

/// Whether a reading attains the target; `None` if the target or the direction is not known.
pub fn attains(indicator: &Indicator, reading: &Reading) -> Option<bool> {
    let (value, target) = (share(reading), share(&target(indicator, Some(reading))?));
    Some(match indicator.direction? {
        Direction::Up => value >= target,
        Direction::Down => value <= target,
    })
}

/// Whether the newest reading attains the target.
pub fn attains_now(folder: &Folder, indicator: &Indicator, today: NaiveDate) -> Option<bool> {
    attains(indicator, &newest(folder, indicator, today)?)
}

/// The levels of evaluation that no indicator covers (Guskey, 2000: reactions, learning, support of the organisation,
/// use, results for pupils).
pub fn missing_levels(indicators: &[Indicator]) -> Vec<u32> {
    (1..=5).filter(|level| !indicators.iter().any(|indicator| indicator.level == Some(*level))).collect()
}

/// Computes the reading of an indicator on a day; `None` if the files do not tell.
pub fn compute(folder: &Folder, computed: Computed, day: NaiveDate, today: NaiveDate) -> Option<Reading> {
    let then = SchoolOnDay { folder, day, now: day == today };
    let (value, total) = then.count(computed)?;
    (total > 0.0).then_some(Reading { date: Some(Day(day)), value: Amount(value), out_of: Some(Amount(total)) })
}

/// A school on a given day.
struct SchoolOnDay<'a> {
    folder: &'a Folder,
    day: NaiveDate,
    /// Whether that day is today: some values are only known for today.
    now: bool,
}

choice! {
    /// A reason for leaving the school that says where somebody went.
    pub enum Leaving {
        /// To another school of the service centre.
        School = "autre école",
        /// To another post in the service centre.
        Post = "autre poste",
        /// To another service centre.
        Centre = "autre centre de services",
        /// To studies.
        Studies = "études",
        /// To retirement.
        Retirement = "retraite",
    }
}

impl Leaving {
    /// Whether somebody who left for this reason is still in the service centre.
    fn is_in_the_centre(self) -> Option<bool> {
        Some(matches!(self, Leaving::School | Leaving::Post))
    }

    /// Whether somebody who left for this reason is still in the profession; `None` for another post, which does not
    /// say.
    fn is_in_the_profession(self) -> Option<bool> {
        (self != Leaving::Post).then_some(matches!(self, Leaving::School | Leaving::Centre))
    }
}

impl SchoolOnDay<'_> {
    /// Returns a count and its total; `None` if the files do not tell.
    fn count(&self, computed: Computed) -> Option<(f64, f64)> {
        match computed {
            Computed::Retention => Some((self.here().count() as f64, self.arrived().count() as f64)),
            Computed::Board => self.still(Leaving::is_in_the_centre),
            Computed::Profession => self.still(Leaving::is_in_the_profession),
            Computed::Contact if self.now => self.of_those_here(|person| person.contact.is_some()),
            Computed::Contact => {
                let portrait = self.portrait()?;
                let all = f64::from(portrait.newcomers);
                Some((all - f64::from(portrait.without_contact), all))
            }
            Computed::GoingWell if self.now => self.of_those_here(|person| person.wellbeing() == Wellbeing::Well),
            Computed::GoingWell => self.portrait().map(|p| (f64::from(p.well), f64::from(p.newcomers))),
            Computed::Mentor if self.now => self.of_those_here(|person| person.mentor.is_some()),
            Computed::Mentor => {
                let portrait = self.portrait()?;
                Some((f64::from(portrait.with_mentor?), f64::from(portrait.newcomers)))
            }
            Computed::Tiers if self.now => {
                self.of_those_here(|person| person.tier.is_some_and(|tier| tier != Tier::Universal))
            }
            Computed::Tiers => {
                let portrait = self.portrait()?;
                Some((f64::from(portrait.beyond_universal?), f64::from(portrait.newcomers)))
            }
            Computed::Traces => {
                let month = (self.day.year(), self.day.month());
                let same = |on: Day| (on.0.year(), on.0.month()) == month && on.0 <= self.day;
                self.of_those_here(|person| person.traces.iter().filter_map(|trace| trace.date).any(same))
            }
            Computed::Release => self.release(),
            Computed::Rows => self.rows(),
            Computed::Actions => Some(self.actions()),
        }
    }

    fn arrived(&self) -> impl Iterator<Item = &Newcomer> {
        self.folder.board.everyone().filter(|person| person.arrival.is_some_and(|arrival| arrival.0 <= self.day))
    }

    fn left(&self, person: &Newcomer) -> bool {
        person.departure.as_ref().is_some_and(|departure| departure.date.0 <= self.day)
    }

    fn here(&self) -> impl Iterator<Item = &Newcomer> {
        self.arrived().filter(|person| !self.left(person))
    }

    fn of_those_here(&self, test: impl Fn(&Newcomer) -> bool) -> Option<(f64, f64)> {
        let (with, all) = self.here().fold((0, 0), |(with, all), person| (with + usize::from(test(person)), all + 1));
        Some((with as f64, all as f64))
    }

    /// Counts those who are still there, according to their reason for leaving the school. People for whom this is not
    /// known are left out.
    fn still(&self, is_there: fn(Leaving) -> Option<bool>) -> Option<(f64, f64)> {
        let known = self.arrived().filter_map(|person| match &person.departure {
            Some(departure) if self.left(person) => Leaving::from_word(&departure.reason).and_then(is_there),
            _ => Some(true),
        });
        let (still, all) = known.fold((0, 0), |(still, all), is| (still + usize::from(is), all + 1));
        Some((still as f64, all as f64))
    }

    /// The counts of a meeting held on that day.
    fn portrait(&self) -> Option<Portrait> {
        self.folder.meetings.values().find(|meeting| meeting.date == Some(Day(self.day)))?.portrait
    }

    /// Release days taken, of those granted. For a past day, only if every day taken is dated.
    fn release(&self) -> Option<(f64, f64)> {
        let releases = || self.folder.board.present(self.day).filter_map(|person| person.release.as_ref());
        let granted = releases().map(|release| release.granted.0).sum();
        if self.now {
            return Some((releases().map(|release| release.taken.0).sum(), granted));
        }
        let dated = |release: &Release| -> f64 {
            release.days.iter().filter(|taken| taken.date.is_some()).map(|taken| taken.days.0).sum()
        };
        let is_told = releases().all(|release| dated(release) >= release.taken.0);
        let by_then = releases()
            .flat_map(|release| &release.days)
            .filter(|taken| taken.date.is_some_and(|date| date.0 <= self.day));
        is_told.then(|| (by_then.map(|taken| taken.days.0).sum(), granted))
    }

    /// Rows done on time, of those whose due day has come. A done row without a date counts as on time. For a past day,
    /// only if every done row is dated.
    fn rows(&self) -> Option<(f64, f64)> {
        let year = self.folder.plan.year();
        let rows = || self.folder.plan.rows.iter().filter(|row| row.state() != Progress::Dropped);
        let is_told = rows().all(|row| row.state() != Progress::Done || row.done_on.is_some());
        let due = rows().filter_map(|row| {
            let end = row.when.span(year)?.end.filter(|end| *end <= self.day)?;
            Some(row.state() == Progress::Done && row.done_on.is_none_or(|done| done.0 <= end))
        });
        let (done, all) = due.fold((0, 0), |(done, all), in_time| (done + usize::from(in_time), all + 1));
        (self.now || is_told).then_some((done as f64, all as f64))
    }

    /// Actions done on time, of those whose due day has come, according to the first meeting held from that day on. If
    /// a meeting does not repeat the due day of an action, it comes from the meeting that set it.
    fn actions(&self) -> (f64, f64) {
        let year = self.folder.plan.year();
        let meetings: Vec<&Meeting> =
            self.folder.meetings.values().filter(|m| m.date.is_some_and(|date| date.0 <= self.day)).collect();
        let mut due: Vec<(&str, bool)> = Vec::new();
        for (at, meeting) in meetings.iter().enumerate() {
            for returned in &meeting.returns {
                let given = || meetings[..at].iter().rev().flat_map(|m| &m.actions).find(|a| a.what == returned.what);
                let when =
                    if returned.when.is_empty() { given().map(|given| &given.when) } else { Some(&returned.when) };
                let end = when.and_then(|when| when.span(year)).and_then(|span| span.end);
                let has_come = end.zip(meeting.date).is_some_and(|(end, held)| end <= held.0);
                if has_come && !due.iter().any(|(what, _)| *what == returned.what) {
                    due.push((&returned.what, returned.state == Some(Progress::Done)));
                }
            }
        }
        (due.iter().filter(|(_, done)| *done).count() as f64, due.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::document::FileId;
    use serde_json::json;

    fn folder() -> Folder {
        let mut folder = Folder::default();
        let board = json!({"personnes": [
            {"id": "a", "arrivée": "2026-08-25", "mentor": "Luc", "répondant": "Hélène", "palier": "ciblé",
             "libération": {"accordés": 2, "pris": 1}, "traces": [{"date": "2026-11-03"}]},
            {"id": "b", "arrivée": "2026-08-25", "départ": {"date": "2026-10-01"}},
            {"id": "c", "arrivée": "2026-10-26", "palier": "universel"}
        ]});
        folder.hold(&FileId::Board, &board);
        let plan = json!({"école": {"nom": "x", "année_scolaire": "2026-2027"}, "déploiement": [
            {"id": "p1", "étape": "a", "quand": "2026-10-01", "état": "fait"},
            {"id": "p2", "étape": "b", "quand": "2026-11-01", "état": "à faire"},
            {"id": "p3", "étape": "c", "quand": "2027-01-01", "état": "à faire"}
        ]});
        folder.hold(&FileId::Plan, &plan);
        let file = FileId::Meeting("2026-09-20".into());
        let meeting = json!({"date": "2026-09-20", "portrait": {"nouveaux": 2, "va_bien": 1, "sans_répondant": 1},
            "retour": [{"quoi": "x", "quand": "2026-09-10", "état": "fait"}, {"quoi": "y", "quand": "2026-09-15", "état": "reporté"},
                       {"quoi": "z", "quand": "2026-12-01", "état": "en cours"}]});
        folder.hold(&file, &meeting);
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

    /// The counts of a past day and of today.
    fn told(folder: &Folder, computed: Computed) -> String {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let counted = |on: &str| {
            let reading = compute(folder, computed, day(on), day("2026-11-21"));
            reading.map_or_else(|| "—".to_owned(), |r| format!("{}/{}", r.value.0, r.out_of.map_or(0.0, |all| all.0)))
        };
        format!("{} {}", counted("2026-10-20"), counted("2026-11-21"))
    }

    #[test]
    fn rows_and_actions_are_counted_by_their_days() {
        let mut folder = folder();
        let plan = json!({"école": {"nom": "x", "année_scolaire": "2026-2027"}, "déploiement": [
            {"id": "p1", "étape": "a", "quand": "2026-10-01", "état": "fait", "fait_le": "2026-10-01"},
            {"id": "p2", "étape": "b", "quand": "2026-10-01", "état": "fait", "fait_le": "2026-10-30"},
            {"id": "p3", "étape": "c", "quand": "2026-11-01", "état": "fait", "fait_le": "2026-10-15"}
        ]});
        folder.hold(&FileId::Plan, &plan);
        assert_eq!(told(&folder, Computed::Rows), "1/2 2/3", "one was done late");
        // The due day of an action is in the meeting that set it.
        folder.meetings.clear();
        for (day, meeting) in [
            (
                "2026-10-15",
                json!({"actions": [{"quoi": "Guide", "quand": "2026-10-23"}, {"quoi": "Appel", "quand": "2026-11-01"}]}),
            ),
            (
                "2026-11-12",
                json!({"retour": [{"quoi": "Guide", "état": "fait"}, {"quoi": "Appel", "état": "reporté"}]}),
            ),
            ("2026-11-20", json!({"retour": [{"quoi": "Appel", "état": "fait"}]})),
        ] {
            let file = FileId::Meeting(day.into());
            let mut meeting = meeting;
            meeting["date"] = json!(day);
            folder.hold(&file, &meeting);
        }
        assert_eq!(told(&folder, Computed::Actions), "— 1/2");
    }

    #[test]
    fn who_left_for_another_school_is_still_in_the_centre() {
        let mut folder = folder();
        let left = |id: &str, reason: &str| json!({"id": id, "arrivée": "2026-08-25", "départ": {"date": "2026-11-01", "motif": reason}});
        let people = [
            json!({"id": "a", "arrivée": "2026-08-25"}),
            left("b", "Autre école"),
            left("c", "autre centre de services"),
            left("d", "retraite"),
            left("e", "raison personnelle"),
        ];
        let board = json!({ "personnes": people });
        folder.hold(&FileId::Board, &board);
        assert_eq!(told(&folder, Computed::Retention), "5/5 1/5");
        assert_eq!(told(&folder, Computed::Board), "5/5 2/4", "nobody knows where the last one went");
        assert_eq!(told(&folder, Computed::Profession), "5/5 3/4");
    }

    #[test]
    fn what_meetings_counted_makes_the_past() {
        let mut folder = folder();
        let meeting = |keep: bool| {
            let mut portrait = json!({"nouveaux": 4});
            if keep {
                portrait["avec_mentor"] = json!(3);
                portrait["paliers_ciblés"] = json!(1);
            }
            json!({"date": "2026-10-20", "portrait": portrait})
        };
        let file = FileId::Meeting("2026-10-20".into());
        for (keep, mentor, tiers) in [(true, "3/4 1/2", "1/4 1/2"), (false, "— 1/2", "— 1/2")] {
            folder.hold(&file, &meeting(keep));
            assert_eq!(
                (told(&folder, Computed::Mentor), told(&folder, Computed::Tiers)),
                (mentor.into(), tiers.into())
            );
        }
    }

    #[test]
    fn a_target_without_a_total_is_out_of_what_is_read() {
        let amount = |value| Some(Amount(value));
        let reading = |value, out_of| Reading { date: None, value: Amount(value), out_of };
        let indicator =
            Indicator { target: Some(reading(8.0, None)), direction: Some(Direction::Up), ..Indicator::default() };
        assert_eq!(attains(&indicator, &reading(8.0, amount(9.0))), Some(true));
        assert_eq!(attains(&indicator, &reading(7.0, amount(9.0))), Some(false));
    }

    #[test]
    fn the_levels_that_no_indicator_has_are_named() {
        let of = |level| Indicator { level: Some(level), ..Indicator::default() };
        assert_eq!(missing_levels(&[of(5), of(3), of(3)]), [1, 2, 4]);
    }
}
