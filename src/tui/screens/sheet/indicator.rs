//! What an indicator says: where it started, where it stands, where it should go; its run chart; and whether there is
//! enough to conclude anything.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::{
    domain::{
        indicator::{self, SMALL},
        plan::{Indicator, Reading},
        run_chart::{RunChart, Signal},
    },
    tui::{
        app::App,
        canvas::Canvas,
        components::chart::{self, Across, Dot},
        theme::Role,
    },
    words::{Words, date, number},
};

/// The tallest that a chart is drawn, in rows.
const TALLEST: u16 = 12;

/// A reading as it is said: counts first, and a percentage only of twenty or more.
pub fn said(words: &Words, reading: &Reading) -> String {
    let value = number(words, reading.value.0);
    match reading.out_of {
        Some(total) if total.0 >= SMALL => {
            let percent = number(words, (reading.value.0 * 100.0 / total.0).round());
            let values =
                [("value", value.into()), ("total", number(words, total.0).into()), ("percent", percent.into())];
            words.say("reading-of-many", &values)
        }
        Some(total) => words.say("reading-of", &[("value", value.into()), ("total", number(words, total.0).into())]),
        None => value,
    }
}

/// A reading in a few letters, for a point: `8/9`.
fn short(words: &Words, reading: &Reading) -> String {
    let total = reading.out_of.map_or_else(String::new, |total| format!("/{}", number(words, total.0)));
    format!("{}{total}", number(words, reading.value.0))
}

/// Draws what an indicator says; gives the rows used.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, id: &str) -> u16 {
    let Some(indicator) = app.folder.plan.indicators.iter().find(|indicator| indicator.id == id) else { return 0 };
    let words = &app.words;
    let series = indicator::series(&app.folder, indicator, app.today());
    let now = indicator::newest(&app.folder, indicator, app.today());
    let mut y = area.y;
    let mut line = |canvas: &mut Canvas<'_>, text: &str, role| {
        y += canvas.wrapped(Rect { y, height: area.bottom().saturating_sub(y), ..area }, text, role);
        y
    };
    line(canvas, &indicator.question, Role::Title);
    let parts = [
        ("reading-start", indicator.baseline.as_ref()),
        ("reading-now", now.as_ref()),
        ("reading-target", indicator.target.as_ref()),
    ];
    for (label, reading) in parts {
        let said = reading.map_or_else(|| "—".to_owned(), |reading| said(words, reading));
        let day =
            reading.and_then(|r| r.date).map_or_else(String::new, |day| format!("  {}", date::long(words, day.0)));
        line(canvas, &format!("{} {said}{day}", words.get(label)), Role::Text);
    }
    if let Some(attained) = now.as_ref().and_then(|now| indicator::attains(indicator, now)) {
        line(canvas, &words.get(if attained { "target-attained" } else { "target-ahead" }), Role::Accent);
    }
    let chart = indicator::chart(&series);
    let top = line(canvas, "", Role::Text);
    let height = area.bottom().saturating_sub(top + 2).min(TALLEST);
    let used = plot(app, canvas, Rect { y: top, height, ..area }, (indicator, &series), &chart);
    y = top + used;
    let honest = conclusion(words, &chart);
    y += canvas.wrapped(Rect { y, height: area.bottom().saturating_sub(y), ..area }, &honest, Role::Dim);
    y - area.y
}

fn plot(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    (indicator, series): (&Indicator, &[Reading]),
    chart: &RunChart,
) -> u16 {
    if chart.points.len() < 2 || area.height < 5 {
        return 0;
    }
    let words = &app.words;
    let dated = || series.iter().filter_map(|reading| Some((reading.date?.0, reading)));
    let dots: Vec<Dot> = dated()
        .map(|(day, reading)| Dot { day, value: indicator::share(reading), label: short(words, reading) })
        .collect();
    // Shares of different totals have no common count: the median is said in counts only when there is one.
    let totals: Vec<f64> = dated().filter_map(|(_, reading)| reading.out_of.map(|total| total.0)).collect();
    let common = totals.first().copied().filter(|first| totals.iter().all(|total| total == first));
    let median = chart.median.map(|median| Across {
        value: median,
        label: match (common, totals.is_empty()) {
            (_, true) => words.say("chart-median", &[("value", number(words, median).into())]),
            (Some(total), _) => words.say("chart-median", &[("value", number(words, median * total).into())]),
            (None, _) => words.get("chart-median-plain").into_owned(),
        },
        sign: '─',
    });
    let target = indicator.target.as_ref().map(|target| Across {
        value: indicator::share(target),
        label: words.say("chart-target", &[("value", short(words, target).into())]),
        sign: '┄',
    });
    let lines: Vec<Across> = median.into_iter().chain(target).collect();
    let (first, last) = (chart.points[0].day, chart.points[chart.points.len() - 1].day);
    let within = |day: &NaiveDate| first <= *day && *day <= last;
    let held = app.folder.meetings.values().filter_map(|meeting| meeting.date.map(|day| day.0));
    let marks: Vec<NaiveDate> = held.filter(within).collect();
    let ends = (date::near(words, first, app.today()), date::near(words, last, app.today()));
    chart::draw(canvas, area, &dots, &lines, ((&ends.0, &ends.1), &marks));
    area.height
}

/// What may be concluded, in one sentence.
fn conclusion(words: &Words, chart: &RunChart) -> String {
    let count = [("n", chart.points.len().into())];
    match chart.signal {
        Signal::TooFew => words.say("chart-too-few", &count),
        Signal::None => words.say("chart-no-signal", &count),
        Signal::Moved { run: Some(run), .. } => words.say("chart-run", &[("n", run.into())]),
        Signal::Moved { crossings, .. } => words.say("chart-crossings", &[("n", crossings.unwrap_or(0).into())]),
    }
}
