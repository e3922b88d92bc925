//! A run chart as SVG, with the numbers that the screen shows, and a text that says them to whoever cannot see it.

use super::paper::{Drawing, escaped};
use crate::words::{
    Words, date,
    indicator::{Across, Dot, Line, Mark, Picture},
};

/// The size of the picture, in its own units.
const SIZE: (f64, f64) = (640.0, 300.0);

/// The room around the points: left, top, right, bottom.
const ROOM: (f64, f64, f64, f64) = (30.0, 40.0, 130.0, 56.0);

/// The height of a line under the picture, in its own units.
const LINE: f64 = 18.0;

/// The width and the height of a bold letter, about, in its own units.
const LETTER: f64 = 8.0;
const TALL: f64 = 13.0;

/// The picture of an indicator, under its question; `conclusion` is what may be concluded of it.
pub fn drawing(words: &Words, question: &str, picture: &Picture, conclusion: &str) -> Drawing {
    let Picture { dots, lines, ends, marks, .. } = picture;
    let Some(frame) = picture.frame() else { return Drawing::default() };
    let (width, height) = (SIZE.0 - ROOM.0 - ROOM.2, SIZE.1 - ROOM.1 - ROOM.3);
    let x = |day: chrono::NaiveDate| ROOM.0 + width * frame.along(day);
    let y = |value: f64| ROOM.1 + height * (1.0 - frame.up(value));
    let said = |dot: &Dot| format!("{}\u{a0}: {}", date::long(words, dot.day), dot.label);
    let about: Vec<String> = dots
        .iter()
        .map(said)
        .chain(lines.iter().map(|line| line.label.clone()))
        .chain([conclusion.to_owned()])
        .collect();
    let said: Vec<&String> = marks.iter().filter_map(|mark| mark.said.as_ref()).collect();
    let about: Vec<String> = about.into_iter().chain(said.iter().map(|said| (*said).clone())).collect();
    let size = (SIZE.0, SIZE.1 + LINE * said.len() as f64);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" \
         font-size=\"13\">\n<title>{}</title>\n<desc>{}</desc>\n",
        size.0,
        size.1,
        escaped(question),
        escaped(&about.join("; "))
    );
    for Across { value, label, kind } in lines {
        let dashes = if *kind == Line::Target { " stroke-dasharray=\"6 4\"" } else { "" };
        let y = y(*value);
        svg.push_str(&format!(
            "<line x1=\"{:.1}\" y1=\"{y:.1}\" x2=\"{:.1}\" y2=\"{y:.1}\" stroke=\"gray\"{dashes}/>\n\
             <text x=\"{:.1}\" y=\"{:.1}\">{}</text>\n",
            ROOM.0,
            ROOM.0 + width,
            ROOM.0 + width + 8.0,
            y + 4.0,
            escaped(label)
        ));
    }
    let mut free = f64::NEG_INFINITY;
    for Mark { day, sign, said } in marks {
        // Two signs never stand on one another: the later one steps aside.
        let at = x(*day).max(free).min(SIZE.0 - LETTER);
        free = at + LETTER * 2.0;
        let weight = if said.is_some() { "bold" } else { "normal" };
        svg.push_str(&format!(
            "<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-weight=\"{weight}\">{}</text>\n",
            ROOM.1 + height + 28.0,
            escaped(sign)
        ));
    }
    for (line, said) in said.iter().enumerate() {
        svg.push_str(&format!(
            "<text x=\"{:.1}\" y=\"{:.1}\">{}</text>\n",
            ROOM.0,
            SIZE.1 + 8.0 + LINE * line as f64,
            escaped(said)
        ));
    }
    let points: Vec<String> = dots.iter().map(|dot| format!("{:.1},{:.1}", x(dot.day), y(dot.value))).collect();
    svg.push_str(&format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"navy\" stroke-width=\"2\"/>\n",
        points.join(" ")
    ));
    // A number stands over its point, or under it where it is low, or a little further: never on another one.
    let mut written: Vec<(f64, f64, f64)> = Vec::new();
    for (at, dot) in dots.iter().enumerate() {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| dots.get(at));
        let is_low =
            beside.clone().all(|other| other.value >= dot.value) && beside.clone().any(|o| o.value > dot.value);
        let (x, y) = (x(dot.day), y(dot.value));
        let wide = LETTER * dot.label.chars().count() as f64;
        let places = if is_low { [20.0, -10.0, 36.0, -26.0] } else { [-10.0, 20.0, -26.0, 36.0] };
        let is_free = |by: &f64| {
            let apart = |(left, top, other): &(f64, f64, f64)| {
                (left - x).abs() > (wide + other) / 2.0 + 2.0 || (top - (y + by)).abs() > TALL
            };
            written.iter().all(apart)
        };
        let by = places.into_iter().find(is_free).unwrap_or(places[0]);
        written.push((x, y + by, wide));
        svg.push_str(&format!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"navy\"/>\n\
             <text x=\"{x:.1}\" y=\"{:.1}\" paint-order=\"stroke\" stroke=\"white\" stroke-width=\"4\" text-anchor=\"middle\" font-weight=\"bold\">{}</text>\n",
            y + by,
            escaped(&dot.label)
        ));
    }
    let under = SIZE.1 - 10.0;
    svg.push_str(&format!(
        "<text x=\"{:.1}\" y=\"{under:.1}\">{}</text>\n<text x=\"{:.1}\" y=\"{under:.1}\" text-anchor=\"end\">{}</text>\n</svg>\n",
        ROOM.0,
        escaped(&ends.0),
        ROOM.0 + width,
        escaped(&ends.1)
    ));
    Drawing { svg, size }
}
