//! The pages of the screen of a network: counts in columns, and the plan of those who accompany it.

use ratatui::layout::Rect;

use super::{Line, NetworkScreen, Page, ReadingState};
use crate::{
    domain::network::column::CountColumn,
    tui::{
        canvas::{Canvas, Hit, columns},
        components::list,
        theme::Role,
    },
    words::{id, network},
};

/// The most columns of the screen that the name of a school takes, and a group.
const NAMES: (u16, u16) = (32, 16);

/// The columns that fit, and how wide each is.
struct Grid {
    name: u16,
    group: u16,
    /// Each column of counts that is drawn: its lines of head, its width, whether it is chosen.
    counts: Vec<(CountColumn, Vec<String>, u16, bool)>,
}

impl Grid {
    fn columns(&self) -> Vec<CountColumn> {
        self.counts.iter().map(|count| count.0).collect()
    }

    /// How many lines the heads take.
    fn heads(&self) -> u16 {
        self.counts.iter().map(|count| count.1.len()).max().map_or(1, |lines| u16::try_from(lines).unwrap_or(1))
    }

    /// Draws the cells of a line: the name, the group, then the counts.
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, cells: &[String], role: Role) {
        let mut x = area.x;
        let mut cells = cells.iter();
        for width in [self.name, self.group] {
            let cell = cells.next().map_or("", String::as_str);
            if width > 0 {
                canvas.text(x, area.y, width, cell, role);
                x += width + 2;
            }
        }
        for ((_, _, width, _), cell) in self.counts.iter().zip(cells) {
            canvas.right(x, area.y, *width, cell, role);
            x += width + 2;
        }
    }
}

/// The width of the cells of a column; that of its head may be larger.
fn cell_width(column: CountColumn) -> u16 {
    match column {
        CountColumn::LastMeeting => 10,
        CountColumn::Issues => 24,
        CountColumn::Surveys => 9,
        _ => 5,
    }
}

/// A head on as few columns as its longest word takes.
fn head_lines(head: &str) -> Vec<String> {
    let longest = head.split(' ').map(columns).max().unwrap_or(1);
    let mut lines: Vec<String> = Vec::new();
    for word in head.split(' ') {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= longest => *line = format!("{line} {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

impl NetworkScreen {
    /// The columns that fit in a width, the chosen one among them.
    fn grid(&self, width: u16) -> Grid {
        let widest =
            |of: &dyn Fn(usize) -> u16, most: u16| (0..self.network.schools.len()).map(of).max().unwrap_or(0).min(most);
        let schools = &self.network.schools;
        let name = widest(&|at| columns(&schools[at].name), NAMES.0).max(8);
        let group = widest(&|at| columns(&schools[at].group), NAMES.1);
        let names = name + 2 + if group > 0 { group + 2 } else { 0 };
        let chosen = self.column.min(self.columns().len().saturating_sub(1));
        let count = |(at, column): (usize, &CountColumn)| {
            let lines = head_lines(&self.marked_head(*column));
            let width = lines.iter().map(|line| columns(line)).max().unwrap_or(0).max(cell_width(*column));
            (*column, lines, width, at == chosen)
        };
        let all: Vec<_> = self.columns().iter().enumerate().map(count).collect();
        // Columns leave on the left until the chosen one fits.
        let mut first = 0;
        let room = |first: usize| names + all[first..=chosen].iter().map(|count| count.2 + 2).sum::<u16>();
        while first < chosen && room(first) > width {
            first += 1;
        }
        let mut used = names;
        let counts = all.into_iter().skip(first).take_while(|count| {
            used += count.2 + 2;
            used <= width + 2
        });
        Grid { name, group, counts: counts.collect() }
    }

    /// A head, with the way in which the schools are sorted by it.
    fn marked_head(&self, column: CountColumn) -> String {
        let head = network::head(&self.words, column);
        match (self.view.by == Some(column), self.view.is_largest_first) {
            (true, true) => format!("{head}↓"),
            (true, false) => format!("{head}↑"),
            _ => head,
        }
    }

    fn draw_heads(&self, canvas: &mut Canvas<'_>, area: Rect, grid: &Grid) {
        let mut x = area.x;
        let bottom = area.bottom().saturating_sub(1);
        for (column, width) in [(CountColumn::Name, grid.name), (CountColumn::Group, grid.group)] {
            if width > 0 {
                canvas.text(x, bottom, width, &network::head(&self.words, column), Role::Dim);
                x += width + 2;
            }
        }
        for (_, lines, width, is_chosen) in &grid.counts {
            let role = if *is_chosen { Role::Accent } else { Role::Dim };
            let first = area.bottom().saturating_sub(u16::try_from(lines.len()).unwrap_or(1));
            for (y, line) in (first..).zip(lines) {
                canvas.right(x, y, *width, line, role);
            }
            x += width + 2;
        }
    }

    /// Draws the plan of those who accompany the network.
    fn draw_rollout(&self, canvas: &mut Canvas<'_>, body: Rect, lines: &[Line]) {
        let shown = list::window(lines.len(), self.at, usize::from(body.height));
        for (y, at) in (body.y..).zip(shown.clone()) {
            let Line::Rollout(cells, is_head) = &lines[at] else { continue };
            let role = match (at == self.at, is_head, cells.len()) {
                (true, ..) => Role::Selected,
                (_, true, 1) => Role::Title,
                (_, true, _) => Role::Dim,
                _ => Role::Text,
            };
            if at == self.at {
                canvas.fill(Rect { y, height: 1, ..body }, role);
            }
            let (first, others) = cells.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
            // Wide enough for a state and its lateness, for a day and whose it is.
            let width = (body.width / 6).clamp(9, 28);
            let room = u16::try_from(others.len()).unwrap_or(0) * (width + 2);
            canvas.text(body.x, y, body.width.saturating_sub(room), first, role);
            let mut x = body.right().saturating_sub(room);
            for cell in others {
                canvas.right(x, y, width, cell, role);
                x += width + 2;
            }
            canvas.hit(Rect { y, height: 1, ..body }, Hit::Goto(at));
        }
        canvas.scroll_bar(body, lines.len(), &shown);
    }

    pub(super) fn draw_page(&mut self, canvas: &mut Canvas<'_>, body: Rect) {
        let lines = self.lines();
        self.at = self.at.min(lines.len().saturating_sub(1));
        if self.page == Page::Rollout {
            self.height = usize::from(body.height);
            return self.draw_rollout(canvas, body, &lines);
        }
        let grid = self.grid(body.width);
        let heads = body.height.min(grid.heads());
        self.draw_heads(canvas, Rect { height: heads, ..body }, &grid);
        // What is told together stays in sight.
        let list = Rect { y: body.y + heads, height: body.height.saturating_sub(heads + 2), ..body };
        self.height = usize::from(list.height).max(1);
        let shown = list::window(lines.len(), self.at, self.height);
        for (y, at) in (list.y..).zip(shown.clone()) {
            let is_here = at == self.at;
            let role = if is_here { Role::Selected } else { Role::Text };
            let place = Rect { y, height: 1, ..list };
            if is_here {
                canvas.fill(place, Role::Selected);
            }
            match &lines[at] {
                Line::LeftOut(said) => {
                    canvas.text(list.x, y, list.width, said, if is_here { Role::Selected } else { Role::Alert });
                }
                line => grid.draw(canvas, place, &self.cells(line, &grid.columns()), role),
            }
            canvas.hit(place, Hit::Goto(at));
        }
        canvas.scroll_bar(list, lines.len(), &shown);
        let foot = Rect { y: list.bottom(), height: 2.min(body.bottom() - list.bottom()), ..body };
        canvas.rule(foot.x, foot.y, foot.width);
        if self.reading == ReadingState::Done && foot.height == 2 {
            let all: Vec<&_> = self.network.schools.iter().collect();
            let mut cells = vec![self.words.get(id!("network-together")).into_owned(), String::new()];
            let told = &self.network.told;
            let cell = |column: &CountColumn| {
                network::cell_together(&self.words, *column, &all, &told.together, told.all_answers)
            };
            cells.extend(grid.columns().iter().map(cell));
            grid.draw(canvas, Rect { y: foot.y + 1, height: 1, ..foot }, &cells, Role::Title);
        }
    }

    /// The cells of a line: the name, the group, then those columns.
    pub(super) fn cells(&self, line: &Line, columns: &[CountColumn]) -> Vec<String> {
        let (words, network) = (&self.words, &self.network);
        let told = &network.told;
        match line {
            Line::School(at) => {
                let school = &network.schools[*at];
                let people = told.schools.get(*at).and_then(Option::as_ref);
                let answers = told.answers.get(*at).copied().flatten();
                let cell = |column: &CountColumn| match self.reading {
                    ReadingState::Done => network::cell(words, *column, school, people, answers),
                    // Nothing that the schools which are not read yet may mask is told before they are.
                    _ if CountColumn::PEOPLE.contains(column) || *column == CountColumn::Surveys => "…".to_owned(),
                    _ => network::cell(words, *column, school, None, None),
                };
                [school.name.clone(), school.group.clone()].into_iter().chain(columns.iter().map(cell)).collect()
            }
            Line::Group(at) => {
                let group = &told.groups[*at];
                let schools: Vec<&_> = group.schools.iter().map(|at| &network.schools[*at]).collect();
                let name = network::group(words, &group.name);
                let cell = |column: &CountColumn| {
                    network::cell_together(words, *column, &schools, &group.people, group.answers)
                };
                let together = words.get(id!("network-together")).into_owned();
                [together, name].into_iter().chain(columns.iter().map(cell)).collect()
            }
            Line::LeftOut(_) | Line::Rollout(..) => Vec::new(),
        }
    }
}
