//! A run chart as SVG, with the numbers shown on screen and a text description for those who cannot see it.

use chrono::NaiveDate;

use super::paper::{Drawing, escaped};
use crate::words::{
    Words, date,
    indicator::{Across, ChartLine, Dot, Frame, Mark, Picture},
};

/// The size of the chart, in SVG units.
const SIZE: (f64, f64) = (640.0, 300.0);

/// The margins around the plot area: left, top, right, bottom.
const ROOM: (f64, f64, f64, f64) = (30.0, 40.0, 130.0, 56.0);

/// The height of a line of the legend, in SVG units.
const LINE: f64 = 18.0;

/// The approximate width and height (`TALL`) of a bold character, in SVG units.
const LETTER: f64 = 8.0;
const TALL: f64 = 13.0;

/// The width and height of the plot area.
const PLOT: (f64, f64) = (SIZE.0 - ROOM.0 - ROOM.2, SIZE.1 - ROOM.1 - ROOM.3);

/// Draws the chart of an indicator, titled with its question; `conclusion` is what may be concluded from the points.
pub fn drawing(words: &Words, question: &str, picture: &Picture, conclusion: &str) -> Drawing {
    let Some(frame) = picture.frame() else { return Drawing::default() };
    let sketch = Sketch { picture, frame };
    let legend: Vec<&String> = picture.marks.iter().filter_map(|mark| mark.said.as_ref()).collect();
    let size = (SIZE.0, SIZE.1 + LINE * legend.len() as f64);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" \
         font-size=\"13\">\n<title>{}</title>\n<desc>{}</desc>\n{}{}{}{}</svg>\n",
        size.0,
        size.1,
        escaped(question),
        escaped(&sketch.description(words, conclusion)),
        sketch.lines(),
        sketch.marks(),
        sketch.points(),
        sketch.under(&legend)
    );
    Drawing { svg, size }
}

/// A chart with its coordinate system.
struct Sketch<'a> {
    picture: &'a Picture,
    frame: Frame,
}

impl Sketch<'_> {
    fn x(&self, day: NaiveDate) -> f64 {
        ROOM.0 + PLOT.0 * self.frame.along(day)
    }

    fn y(&self, value: f64) -> f64 {
        ROOM.1 + PLOT.1 * (1.0 - self.frame.up(value))
    }

    /// The text description of the chart.
    fn description(&self, words: &Words, conclusion: &str) -> String {
        let Picture { dots, lines, marks, .. } = self.picture;
        let dots = dots.iter().map(|dot| format!("{}\u{a0}: {}", date::long(words, dot.day), dot.label));
        let lines = lines.iter().map(|line| line.label.clone());
        let marks = marks.iter().filter_map(|mark| mark.said.clone());
        dots.chain(lines).chain([conclusion.to_owned()]).chain(marks).collect::<Vec<_>>().join("; ")
    }

    /// The median and the target.
    fn lines(&self) -> String {
        let line = |Across { value, label, kind }: &Across| {
            let dashes = if *kind == ChartLine::Target { " stroke-dasharray=\"6 4\"" } else { "" };
            let y = self.y(*value);
            format!(
                "<line x1=\"{:.1}\" y1=\"{y:.1}\" x2=\"{:.1}\" y2=\"{y:.1}\" stroke=\"gray\"{dashes}/>\n\
                 <text x=\"{:.1}\" y=\"{:.1}\">{}</text>\n",
                ROOM.0,
                ROOM.0 + PLOT.0,
                ROOM.0 + PLOT.0 + 8.0,
                y + 4.0,
                escaped(label)
            )
        };
        self.picture.lines.iter().map(line).collect()
    }

    /// The annotations, each sign under its day. Two signs never overlap: the later one moves to the right.
    fn marks(&self) -> String {
        let mut free = f64::NEG_INFINITY;
        let mark = |Mark { day, sign, said }: &Mark| {
            let at = self.x(*day).max(free).min(SIZE.0 - LETTER);
            free = at + LETTER * 2.0;
            let weight = if said.is_some() { "bold" } else { "normal" };
            format!(
                "<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-weight=\"{weight}\">{}</text>\n",
                ROOM.1 + PLOT.1 + 28.0,
                escaped(sign)
            )
        };
        self.picture.marks.iter().map(mark).collect()
    }

    /// The points and the line that joins them. A number is above its point, below a low point, or further away, so
    /// that numbers do not overlap.
    fn points(&self) -> String {
        let dots = &self.picture.dots;
        let points: Vec<String> =
            dots.iter().map(|dot| format!("{:.1},{:.1}", self.x(dot.day), self.y(dot.value))).collect();
        let mut svg =
            format!("<polyline points=\"{}\" fill=\"none\" stroke=\"navy\" stroke-width=\"2\"/>\n", points.join(" "));
        let mut written: Vec<(f64, f64, f64)> = Vec::new();
        for (at, dot) in dots.iter().enumerate() {
            let (x, y) = (self.x(dot.day), self.y(dot.value));
            let wide = LETTER * dot.label.chars().count() as f64;
            let places = if is_low(dots, at) { [20.0, -10.0, 36.0, -26.0] } else { [-10.0, 20.0, -26.0, 36.0] };
            let is_free = |by: &f64| {
                written.iter().all(|(left, top, other)| {
                    (left - x).abs() > (wide + other) / 2.0 + 2.0 || (top - (y + by)).abs() > TALL
                })
            };
            let by = places.into_iter().find(is_free).unwrap_or(places[0]);
            written.push((x, y + by, wide));
            svg.push_str(&format!(
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"navy\"/>\n\
                 <text x=\"{x:.1}\" y=\"{:.1}\" paint-order=\"stroke\" stroke=\"white\" stroke-width=\"4\" \
                 text-anchor=\"middle\" font-weight=\"bold\">{}</text>\n",
                y + by,
                escaped(&dot.label)
            ));
        }
        svg
    }

    /// The first and last days, then the legend.
    fn under(&self, legend: &[&String]) -> String {
        let (first, last) = &self.picture.ends;
        let y = SIZE.1 - 10.0;
        let mut svg = format!(
            "<text x=\"{:.1}\" y=\"{y:.1}\">{}</text>\n\
             <text x=\"{:.1}\" y=\"{y:.1}\" text-anchor=\"end\">{}</text>\n",
            ROOM.0,
            escaped(first),
            ROOM.0 + PLOT.0,
            escaped(last)
        );
        for (line, said) in legend.iter().enumerate() {
            let y = SIZE.1 + 8.0 + LINE * line as f64;
            svg.push_str(&format!("<text x=\"{:.1}\" y=\"{y:.1}\">{}</text>\n", ROOM.0, escaped(said)));
        }
        svg
    }
}

/// Whether a point is lower than its neighbours, so that no line passes below it.
fn is_low(dots: &[Dot], at: usize) -> bool {
    let value = dots[at].value;
    let beside = || [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| dots.get(at));
    beside().all(|other| other.value >= value) && beside().any(|other| other.value > value)
}
