//! Indicators in words, and their charts: the same numbers on screen and on paper.

use chrono::NaiveDate;

use super::{Words, date, families, id, number};
use crate::domain::{
    measure::{
        annotation::{Happened, annotations},
        indicator::{self, SMALL},
        run_chart::{RunChart, Signal},
    },
    model::{
        cycle::Step,
        folder::Folder,
        goal_scale::{self, Scale},
        impact::ImpactCheck,
        plan::{Indicator, Reading},
    },
    privacy::redact::NameRedactor,
};

/// A level of evaluation with its name: « 3 soutien de l’école ».
pub fn level(words: &Words, level: u32) -> String {
    let name = families::guskey(level).map_or_else(String::new, |id| words.get(id).into_owned());
    format!("{level} {name}")
}

/// A point of a chart: its day, its value, and the label beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub day: NaiveDate,
    /// The value, on the scale of the chart.
    pub value: f64,
    /// The label beside it.
    pub label: String,
}

/// A horizontal line across a chart, with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Across {
    /// The value, on the scale of the chart.
    pub value: f64,
    pub label: String,
    /// What it shows.
    pub kind: ChartLine,
}

/// What a horizontal line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartLine {
    /// The median of the points.
    Median,
    /// The committee's target.
    Target,
}

/// The minimum span of a chart, in units: a difference of one takes at most a quarter of its height.
const LEAST_SPAN: f64 = 4.0;

/// The chart of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The points, oldest first.
    pub dots: Vec<Dot>,
    /// The horizontal lines.
    pub lines: Vec<Across>,
    /// The labels under the first and last points.
    pub ends: (String, String),
    /// The annotations, oldest first.
    pub marks: Vec<Mark>,
    /// How much one more is, on the scale of the chart.
    pub unit: f64,
    /// The maximum possible value: 1 for shares of a total.
    pub whole: Option<f64>,
}

/// An annotation on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub day: NaiveDate,
    /// The sign under its day: a triangle for a meeting, a letter for anything else.
    pub sign: String,
    /// The legend of that letter, with the day; `None` for a meeting, which has only its sign.
    pub said: Option<String>,
}

/// The coordinate system of a chart: days and values as fractions of its width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    first: NaiveDate,
    days: f64,
    low: f64,
    high: f64,
}

impl Picture {
    /// The coordinate system; `None` without points.
    pub fn frame(&self) -> Option<Frame> {
        let (first, last) = (self.dots.first()?.day, self.dots.last()?.day);
        let values = || self.dots.iter().map(|dot| dot.value).chain(self.lines.iter().map(|line| line.value));
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        // A difference of one must look like one among a few, not like a fall.
        let missing = (LEAST_SPAN * self.unit - (high - low)).max(0.0);
        let (low, high) = ((low - missing / 2.0).max(0.0), high + missing / 2.0);
        let over = self.whole.map_or(0.0, |whole| (high - whole).max(0.0));
        let (low, high) = ((low - over).max(0.0), high - over);
        Some(Frame { first, days: (last - first).num_days().max(1) as f64, low, high })
    }
}

impl Frame {
    /// The horizontal position of a day: 0 at the first point, 1 at the last.
    pub fn along(&self, day: NaiveDate) -> f64 {
        (day - self.first).num_days() as f64 / self.days
    }

    /// The vertical position of a value: 0 at the lowest, 1 at the highest, 0.5 if they are equal.
    pub fn up(&self, value: f64) -> f64 {
        if self.high > self.low { (value - self.low) / (self.high - self.low) } else { 0.5 }
    }
}

/// A reading in words: counts first, and a percentage only from a total of twenty.
pub fn wording(words: &Words, reading: &Reading) -> String {
    let value = number(words, reading.value.0);
    match reading.out_of {
        Some(total) if total.0 >= SMALL => {
            let percent = number(words, (reading.value.0 * 100.0 / total.0).round());
            let values =
                [("value", value.into()), ("total", number(words, total.0).into()), ("percent", percent.into())];
            words.say(id!("reading-of-many"), &values)
        }
        Some(total) => {
            words.say(id!("reading-of"), &[("value", value.into()), ("total", number(words, total.0).into())])
        }
        None => value,
    }
}

/// The conclusion of an impact check: how far the objective was reached, and what was decided.
pub fn concluded(words: &Words, check: &ImpactCheck) -> String {
    let reached = check.reached.map_or("—".into(), |reached| words.choice(reached.word()));
    let decision = check.decision.map_or("—".into(), |decision| words.choice(decision.word()));
    words.say(id!("check-line"), &[("reached", reached.into()), ("decision", decision.into())])
}

/// The baseline, the current reading and the target of an indicator, each with a label, its number and its day.
pub fn three(words: &Words, folder: &Folder, indicator: &Indicator, today: NaiveDate) -> [String; 3] {
    let now = indicator::newest(folder, indicator, today);
    let parts = [
        (id!("reading-start"), indicator.baseline.as_ref()),
        (id!("reading-now"), now.as_ref()),
        (id!("reading-target"), indicator.target.as_ref()),
    ];
    parts.map(|(label, reading)| {
        let said = reading.map_or_else(|| "—".to_owned(), |reading| wording(words, reading));
        let day = reading.and_then(|reading| reading.date);
        let day = day.map_or_else(String::new, |day| format!(" ({})", date::long(words, day.0)));
        format!("{} {said}{day}", words.get(label))
    })
}

/// The same in one line, without the days.
pub fn three_in_short(words: &Words, folder: &Folder, indicator: &Indicator, today: NaiveDate) -> String {
    let said = |reading: Option<&Reading>| reading.map_or_else(|| "—".to_owned(), |reading| short(words, reading));
    let now = indicator::newest(folder, indicator, today);
    let values = [
        ("start", said(indicator.baseline.as_ref()).into()),
        ("now", said(now.as_ref()).into()),
        ("target", said(indicator.target.as_ref()).into()),
    ];
    words.say(id!("impact-values"), &values)
}

/// Whether an indicator has reached its target, in one sentence; `None` if unknown.
pub fn attained(words: &Words, folder: &Folder, indicator: &Indicator, today: NaiveDate) -> Option<String> {
    let attains = indicator::attains_now(folder, indicator, today)?;
    Some(words.get(if attains { id!("target-attained") } else { id!("target-ahead") }).into_owned())
}

/// The same in a few words.
pub fn attained_in_short(words: &Words, folder: &Folder, indicator: &Indicator, today: NaiveDate) -> Option<String> {
    let attains = indicator::attains_now(folder, indicator, today)?;
    Some(words.get(if attains { id!("target-attained-short") } else { id!("target-ahead-short") }).into_owned())
}

/// How far the objectives of an issue were attained at a check, to one decimal; `None` if none was scored.
pub fn score(words: &Words, scales: &[Scale], check: &ImpactCheck) -> Option<String> {
    goal_scale::of_check(scales, &check.attained).map(|score| number(words, (score * 10.0).round() / 10.0))
}

/// What may be concluded from the points, in one sentence.
pub fn conclusion(words: &Words, chart: &RunChart) -> String {
    let count = [("n", chart.points.len().into())];
    match chart.signal {
        Signal::TooFew => words.say(id!("chart-too-few"), &count),
        Signal::None => words.say(id!("chart-no-signal"), &count),
        Signal::Moved { run, crossings } => {
            let run = run.map(|run| words.say(id!("chart-run"), &[("n", run.into())]));
            let crossings = crossings.map(|crossings| words.say(id!("chart-crossings"), &[("n", crossings.into())]));
            run.into_iter().chain(crossings).collect::<Vec<_>>().join(" ")
        }
    }
}

/// The same in a few words.
pub fn conclusion_in_short(words: &Words, chart: &RunChart) -> String {
    let id = match chart.signal {
        Signal::TooFew => id!("impact-points"),
        Signal::None => id!("impact-no-signal"),
        Signal::Moved { .. } => id!("impact-moved"),
    };
    words.say(id, &[("n", chart.points.len().into())])
}

/// The chart of an indicator; `None` with fewer than two dated points.
pub fn picture(words: &Words, folder: &Folder, indicator: &Indicator, today: NaiveDate) -> Option<Picture> {
    let series = indicator::series(folder, indicator, today);
    let chart = indicator::chart(&series);
    let (first, last) = (chart.points.first()?.day, chart.points.last()?.day);
    if chart.points.len() < 2 {
        return None;
    }
    let dated = || series.iter().filter_map(|reading| Some((reading.date?.0, reading)));
    let dots =
        dated().map(|(day, reading)| Dot { day, value: indicator::share(reading), label: short(words, reading) });
    // Shares of different totals have no common count: the median is given as a count only if all totals are equal.
    let totals: Vec<f64> = dated().filter_map(|(_, reading)| reading.out_of.map(|total| total.0)).collect();
    let common = totals.first().copied().filter(|first| totals.iter().all(|total| total == first));
    let median = chart.median.map(|median| Across {
        value: median,
        label: match (common, totals.is_empty()) {
            (_, true) => words.say(id!("chart-median"), &[("value", self::median(words, median).into())]),
            (Some(total), _) => {
                // A share times its total is a count, or half of one: the rounding removes floating-point error.
                let count = (median * total * 2.0).round() / 2.0;
                words.say(id!("chart-median"), &[("value", self::median(words, count).into())])
            }
            (None, _) => words.get(id!("chart-median-plain")).into_owned(),
        },
        kind: ChartLine::Median,
    });
    let target = indicator::target(indicator, series.last()).map(|target| Across {
        value: indicator::share(&target),
        label: words.say(id!("chart-target"), &[("value", short(words, &target).into())]),
        kind: ChartLine::Target,
    });
    Some(Picture {
        dots: dots.collect(),
        lines: median.into_iter().chain(target).collect(),
        ends: (date::near(words, first, today), date::near(words, last, today)),
        unit: totals.iter().copied().reduce(f64::max).map_or(1.0, |total| 1.0 / total),
        whole: (!totals.is_empty()).then_some(1.0),
        marks: marks(words, annotations(folder, indicator, first, last)),
    })
}

impl Picture {
    /// The same chart, without anybody's name in its annotations.
    pub fn without_names(mut self, discreet: &NameRedactor) -> Self {
        for said in self.marks.iter_mut().filter_map(|mark| mark.said.as_mut()) {
            *said = discreet.text(said);
        }
        self
    }
}

/// The annotations, each with its sign: triangles for meetings, letters for the rest.
fn marks(words: &Words, happened: Vec<(NaiveDate, Happened)>) -> Vec<Mark> {
    let mut letters = ('a'..='z').chain('A'..='Z');
    let mark = |(day, happened)| {
        let step = |step: Step| words.choice(step.id()).into_owned();
        let said = match happened {
            Happened::Meeting => None,
            Happened::Row(title) => Some(title),
            Happened::Step(before, after) => {
                Some(words.say(id!("mark-step"), &[("before", step(before).into()), ("after", step(after).into())]))
            }
            Happened::Round(round) => Some(words.say(id!("mark-round"), &[("round", round.into())])),
        };
        let sign = said.as_ref().map_or_else(|| Some("▴".to_owned()), |_| letters.next().map(String::from))?;
        let said = said.map(|said| format!("{sign}  {}  {said}", date::short(words, day)));
        Some(Mark { day, sign, said })
    };
    happened.into_iter().filter_map(mark).collect()
}

/// A median: one between two whole numbers is shown as both, since nobody counts half a person.
pub fn median(words: &Words, median: f64) -> String {
    match (median * 2.0).round() == median * 2.0 && median.fract() != 0.0 {
        true => format!("{}–{}", number(words, median.floor()), number(words, median.ceil())),
        false => number(words, median),
    }
}

/// A reading as a short label for a point: `8/9`.
pub fn short(words: &Words, reading: &Reading) -> String {
    let total = reading.out_of.map_or_else(String::new, |total| format!("/{}", number(words, total.0)));
    format!("{}{total}", number(words, reading.value.0))
}
