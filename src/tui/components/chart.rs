//! A run chart in text mode: connected points, each with its value, the median and the target as lines. Colour never
//! carries meaning alone, and no dot is smaller than a character.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::{
    tui::{
        canvas::{Canvas, columns},
        theme::Role,
    },
    words::indicator::{ChartLine, Dot, Frame, Picture},
};

/// Draws a chart.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, picture: &Picture) {
    let Some(frame) = picture.frame() else { return };
    if area.height < 5 || area.width < 24 {
        return;
    }
    let plot = Plot::of(area, frame, picture);
    plot.draw_lines(canvas);
    plot.draw_points(canvas);
    plot.draw_numbers(canvas);
    plot.draw_days(canvas);
}

/// The value of a guide line and its row.
type Guide = Option<(f64, u16)>;

/// The layout of a chart.
struct Plot<'a> {
    /// The whole area.
    area: Rect,
    /// The area of the points.
    inner: Rect,
    frame: Frame,
    picture: &'a Picture,
    target: Guide,
    median: Guide,
}

impl<'a> Plot<'a> {
    fn of(area: Rect, frame: Frame, picture: &'a Picture) -> Self {
        let name = picture.lines.iter().map(|line| columns(&line.label)).max().unwrap_or(0);
        let below = 1 + u16::from(!picture.marks.is_empty());
        let inner =
            Rect { width: area.width.saturating_sub(name + 1), height: area.height - 1 - below, y: area.y + 1, ..area };
        let mut plot = Plot { area, inner, frame, picture, target: None, median: None };
        let line_of = |kind: ChartLine| picture.lines.iter().find(|line| line.kind == kind).map(|line| line.value);
        // Different values may fall on the same row: the target stays, the median keeps to its own side of it.
        plot.target = line_of(ChartLine::Target).map(|value| (value, plot.row_of(value)));
        plot.median =
            line_of(ChartLine::Median).map(|value| (value, plot.beside(value, plot.row_of(value), plot.target)));
        plot
    }

    fn bottom(&self) -> u16 {
        self.inner.bottom().saturating_sub(1)
    }

    fn row_of(&self, value: f64) -> u16 {
        let rows = f64::from(self.inner.height.saturating_sub(1));
        self.inner.y + (rows * (1.0 - self.frame.up(value))).round() as u16
    }

    /// The row of a value, moved to its own side of a line it would otherwise overlap.
    fn beside(&self, value: f64, y: u16, line: Guide) -> u16 {
        match line {
            Some((line, at)) if at == y && value < line => (y + 1).min(self.bottom()),
            Some((line, at)) if at == y && value > line => y.saturating_sub(1).max(self.inner.y),
            _ => y,
        }
    }

    /// The row of a point, kept on its own side of the target first, then of the median.
    fn row(&self, value: f64) -> u16 {
        let y = self.beside(value, self.row_of(value), self.target);
        let apart = self.beside(value, y, self.median);
        if self.target.is_some_and(|(line, at)| at == apart && line != value) { y } else { apart }
    }

    /// The column of a day. The values of the first and last points need room at both ends.
    fn column(&self, day: NaiveDate) -> u16 {
        let (left, right) = (self.inner.x + 2, self.inner.right().saturating_sub(4).max(self.inner.x + 3));
        left + (f64::from(right - left) * self.frame.along(day).clamp(0.0, 1.0)).round() as u16
    }

    fn draw_lines(&self, canvas: &mut Canvas<'_>) {
        for line in &self.picture.lines {
            let (level, sign) = match line.kind {
                ChartLine::Target => (self.target, '┄'),
                ChartLine::Median => (self.median, '─'),
            };
            let y = level.map_or(self.inner.y, |(_, y)| y);
            let text: String = std::iter::repeat_n(sign, usize::from(self.inner.width)).collect();
            canvas.text(self.inner.x, y, self.inner.width, &text, Role::Rule);
            canvas.text(self.inner.right() + 1, y, columns(&line.label), &line.label, Role::Dim);
        }
    }

    fn draw_points(&self, canvas: &mut Canvas<'_>) {
        for pair in self.picture.dots.windows(2) {
            let (from, to) = (self.column(pair[0].day), self.column(pair[1].day));
            for x in from + 1..to {
                let share = f64::from(x - from) / f64::from((to - from).max(1));
                let y = self.row(pair[0].value + (pair[1].value - pair[0].value) * share);
                canvas.text(x, y, 1, "·", Role::Text);
            }
        }
        for dot in &self.picture.dots {
            canvas.text(self.column(dot.day), self.row(dot.value), 1, "●", Role::Accent);
        }
    }

    /// Draws the value of each point above it, below it or a little further, never overlapping another.
    fn draw_numbers(&self, canvas: &mut Canvas<'_>) {
        let point = |dot: &Dot| Rect::new(self.column(dot.day), self.row(dot.value), 1, 1);
        let mut written: Vec<Rect> = self.picture.dots.iter().map(point).collect();
        for dot in &self.picture.dots {
            let Rect { x, y, .. } = point(dot);
            let wide = columns(&dot.label);
            let last = self.inner.right().saturating_sub(wide).max(self.inner.x);
            let start = x.saturating_sub(wide / 2).clamp(self.inner.x, last);
            let rows = [-1, 1, -2, 2, -3, 3].into_iter().filter_map(|by| y.checked_add_signed(by));
            let rows = rows.filter(|y| (self.area.y..self.inner.bottom()).contains(y));
            let is_free = |place: &Rect| {
                let around = Rect { x: place.x.saturating_sub(1), width: place.width + 2, ..*place };
                written.iter().all(|other| !other.intersects(around))
            };
            if let Some(place) = rows.map(|y| Rect::new(start, y, wide, 1)).find(is_free) {
                canvas.text(place.x, place.y, wide, &dot.label, Role::Title);
                written.push(place);
            }
        }
    }

    /// Draws the events, each marker under its day, then the first and last days. Markers never overlap: a later one is
    /// shifted.
    fn draw_days(&self, canvas: &mut Canvas<'_>) {
        let mut free = self.inner.x;
        for mark in &self.picture.marks {
            let x = self.column(mark.day).max(free).min(self.area.right().saturating_sub(1));
            let role = if mark.said.is_some() { Role::Accent } else { Role::Dim };
            canvas.text(x, self.inner.bottom(), 1, &mark.sign, role);
            free = x + 1;
        }
        let under = self.area.bottom().saturating_sub(1);
        let (first, last) = &self.picture.ends;
        canvas.text(self.inner.x, under, columns(first), first, Role::Dim);
        if self.picture.dots.len() > 1 {
            let wide = columns(last);
            canvas.text(self.inner.right().saturating_sub(wide), under, wide, last, Role::Dim);
        }
    }
}
