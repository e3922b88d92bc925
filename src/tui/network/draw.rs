//! The frame of the screen of a network: its title and pages, how far it is read, the keys.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{NetworkScreen, Page, ReadingState};
use crate::{
    domain::network::column::NetworkView,
    tui::{
        action::Action,
        canvas::{Canvas, FrameOutput, Hit, columns, cut},
        keymap::KeyContext,
        theme::Role,
        view::SMALLEST,
    },
    words::{Id, date, id, joined},
};

impl NetworkScreen {
    /// Draws the screen.
    pub fn draw(&mut self, buffer: &mut Buffer) -> FrameOutput {
        let area = buffer.area;
        let theme = self.themes[usize::from(self.is_projected)].clone();
        let mut canvas = Canvas::new(buffer, &theme, None);
        canvas.fill(area, Role::Text);
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            canvas.wrapped(area, &self.words.get(id!("too-small")), Role::Text);
            return canvas.drawn;
        }
        self.draw_top(&mut canvas, area);
        let hints = self.draw_hints(&mut canvas, area);
        let body = Rect { x: area.x + 1, y: area.y + 2, width: area.width - 2, height: area.height - 2 - hints };
        if self.text.is_some() {
            self.draw_text(&mut canvas, body);
            return canvas.drawn;
        }
        self.draw_page(&mut canvas, body);
        canvas.drawn
    }

    fn draw_top(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &self.words;
        canvas.fill(Rect { height: 1, ..area }, Role::Bar);
        let name =
            if self.network.name.is_empty() { words.get(id!("network-title")) } else { (&self.network.name).into() };
        let count = words.say(id!("network-read"), &[("n", self.network.schools.len().into())]);
        let used = canvas.text(area.x + 1, area.y, 10, "Arrimage  ", Role::Key);
        let day = date::short(words, self.network.today);
        let room = area.width.saturating_sub(used + columns(&day) + 4);
        canvas.text(area.x + 1 + used, area.y, room, &joined(&[&name, &count]), Role::Bar);
        canvas.right(area.x, area.y, area.width - 1, &day, Role::Bar);
        let mut x = area.x;
        for page in self.pages() {
            let name = words.get(match page {
                Page::People => id!("network-people"),
                Page::Plans => id!("network-plans"),
                Page::Rollout => id!("network-own-plan"),
            });
            let role = if page == self.page { Role::Selected } else { Role::Dim };
            let start = x;
            x += canvas.text(x, area.y + 1, area.right().saturating_sub(x), &format!(" {name} "), role);
            let place = Rect { x: start, y: area.y + 1, width: x - start, height: 1 };
            if page != self.page {
                canvas.hit(place, Hit::Action(Action::NextPane));
            }
        }
        let progress = self.progress();
        let role = if self.reading == ReadingState::Stopped { Role::Alert } else { Role::Accent };
        let room = area.right().saturating_sub(x + 1);
        canvas.right(x, area.y + 1, room, &cut(None, &progress, usize::from(room)), role);
    }

    /// How far the schools are read; empty once all of them are.
    fn progress(&self) -> String {
        let said = match self.reading {
            ReadingState::Goes => id!("network-reading"),
            ReadingState::Stopped => id!("network-stopped"),
            ReadingState::Done => return String::new(),
        };
        self.words.say(said, &[("n", self.looked.len().into()), ("all", self.all.into())])
    }

    /// Draws the line that is typed or the keys; returns how many lines it took.
    fn draw_hints(&self, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
        let y = area.bottom() - 1;
        let bar = Rect { y, height: 1, ..area };
        if let Some(input) = &self.input {
            canvas.fill(bar, Role::Input);
            let used = canvas.text(area.x + 1, y, area.width - 1, &self.words.get(id!("network-search")), Role::Input);
            input.draw(canvas, Rect { x: area.x + 1 + used, y, width: area.width - 2 - used, height: 1 });
            return 1;
        }
        if let Some(notice) = &self.notice {
            canvas.fill(bar, Role::Input);
            canvas.text(area.x + 1, y, area.width - 1, notice, Role::Input);
            return 1;
        }
        canvas.fill(bar, Role::Bar);
        let back = match self.reading {
            ReadingState::Goes => Some(id!("network-hint-stop")),
            _ if self.view != NetworkView::default() => Some(id!("network-hint-all")),
            _ => None,
        };
        let hints: [(Action, Option<Id>); 9] = [
            (Action::Back, back),
            (Action::Open, Some(id!("network-hint-open"))),
            (Action::NextPane, Some(id!("network-hint-page"))),
            (Action::Explain, Some(id!("network-hint-help"))),
            (Action::Quit, Some(id!("network-hint-quit"))),
            (Action::Sort, Some(id!("network-hint-sort"))),
            (Action::Filter, Some(id!("network-hint-search"))),
            (Action::Count, Some(id!("network-hint-count"))),
            (Action::Reload, Some(id!("network-hint-again"))),
        ];
        let mut x = area.x + 1;
        for (action, said) in hints {
            let (Some(said), Some(key)) = (said, self.keymap.keys(&[KeyContext::Global], action).first().copied())
            else {
                continue;
            };
            let (key, said) = (self.words.choice(&key.label()).into_owned(), self.words.get(said));
            if x + columns(&key) + columns(&said) + 1 > area.right() {
                break;
            }
            let pieces = [(key.as_str(), Role::Key), (" ", Role::Bar), (&*said, Role::Bar)];
            let used = canvas.pieces(x, y, area.right() - x, &pieces);
            canvas.hit(Rect { x, y, width: used, height: 1 }, Hit::Action(action));
            x += used + 2;
        }
        1
    }

    /// Draws a text over the page, from one of its lines.
    fn draw_text(&mut self, canvas: &mut Canvas<'_>, body: Rect) {
        let Some((texts, first)) = &mut self.text else { return };
        let blank = || std::iter::once(String::new());
        let lines: Vec<String> = texts.iter().flat_map(|text| blank().chain(canvas.wrap(text, body.width))).collect();
        *first = (*first).min(lines.len().saturating_sub(usize::from(body.height)));
        for (y, line) in (body.y..body.bottom()).zip(&lines[*first..]) {
            canvas.text(body.x, y, body.width, line, Role::Text);
        }
        canvas.scroll_bar(body, lines.len(), &(*first..(*first + usize::from(body.height)).min(lines.len())));
    }
}
