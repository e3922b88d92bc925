//! Drawing of the fields of a record, one under another, and what is said beside some of them.

use std::ops::Range;

use ratatui::layout::Rect;
use serde_json::Value;

use crate::{
    domain::{
        board::welcome,
        edit,
        model::{
            agenda::Point,
            board::{Board, Newcomer, Release},
            document::Subtree,
            impact::{ImpactCheck, Measure},
            plan::{Plan, Reading},
            welcome::WelcomeTask,
        },
    },
    tui::{
        app::App,
        canvas::{Canvas, Hit, columns, wrap},
        components::list,
        dialog::{ask, fields},
        state::{LengthsShown, OpenSheet, Subject, field::Field},
        theme::Role,
    },
    words::{self, families, id, number},
};

/// Whether a field is hidden from the audience.
pub fn is_hidden(app: &App, subject: &Subject, field: &Field) -> bool {
    match subject {
        Subject::Person(id) => {
            let key = field.path.last().map_or("", String::as_str);
            !app.shows(field.level(), id) && !app.folder.plan.is_open_on_wall(key)
        }
        _ => false,
    }
}

/// The fields of a record, one of them under the cursor.
pub struct FieldList<'a> {
    pub app: &'a App,
    pub sheet: &'a OpenSheet,
    pub fields: &'a [Field],
    /// The record that the fields are in.
    pub part: &'a Subtree,
}

impl FieldList<'_> {
    /// Draws a range of the fields, scrolled to the cursor when it is among them.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, shown: Range<usize>) {
        let fields = &self.fields[shown.clone()];
        let cursor = self.sheet.at.min(self.fields.len().saturating_sub(1));
        let at = cursor.checked_sub(shown.start).filter(|at| *at < fields.len());
        let label = (area.width / 4).clamp(if area.width < 50 { 14 } else { 18 }, 26);
        let room = area.width.saturating_sub(label + 3);
        let lines: Vec<Vec<String>> = fields.iter().map(|field| self.lines(field, area.width, label)).collect();
        let height = |(field, lines): (&Field, &Vec<String>)| {
            let heading = field.heading.as_ref().map_or(0, |heading| 1 + heading.lines().count());
            lines.len().max(1) + heading
        };
        let heights: Vec<usize> = fields.iter().zip(&lines).map(height).collect();
        let mut y = area.y;
        let window = list::window_of(&heights, at.unwrap_or(0), usize::from(area.height));
        if shown.end == self.fields.len() {
            let whole = shown.start + window.start..shown.start + window.end;
            canvas.scroll_bar(area, self.fields.len(), &whole);
        }
        for position in window {
            let (field, text) = (&fields[position], &lines[position]);
            if let Some(heading) = &field.heading {
                y += u16::from(y > area.y);
                for line in heading.lines() {
                    if y < area.bottom() {
                        canvas.text(area.x, y, area.width, line, Role::Accent);
                    }
                    y += 1;
                }
            }
            let here = at == Some(position);
            let role = if here { Role::Selected } else { Role::Text };
            let above = stands_above(field, label);
            for offset in 0..text.len().max(1) {
                if y >= area.bottom() {
                    break;
                }
                let line = Rect { y, height: 1, ..area };
                canvas.fill(line, role);
                canvas.hit(line, Hit::Line(shown.start + position));
                let said = text.get(offset).map_or("", String::as_str);
                if offset == 0 && here {
                    canvas.text(area.x, y, 1, "▸", Role::Selected);
                    canvas.cursor(area.x, y);
                }
                if above {
                    canvas.text(area.x + 1, y, area.width - 1, said, role);
                } else {
                    if offset == 0 {
                        canvas.text(area.x + 1, y, label, &field.label, if here { role } else { Role::Dim });
                    }
                    canvas.text(area.x + label + 2, y, room, said, role);
                }
                y += 1;
            }
        }
    }

    /// The lines of a field: its value, below the label when that one is long.
    fn lines(&self, field: &Field, width: u16, label: u16) -> Vec<String> {
        let lines = wrap(self.app.discreet(), &self.shown(field), width.saturating_sub(label + 3));
        if !stands_above(field, label) {
            return lines;
        }
        let question = wrap(self.app.discreet(), &field.label, width.saturating_sub(2));
        question.into_iter().chain(lines.into_iter().map(|line| format!("  {line}"))).collect()
    }

    fn shown(&self, field: &Field) -> String {
        let app = self.app;
        if is_hidden(app, &self.sheet.subject, field) {
            return app.words.get(id!("hidden-mark")).into_owned();
        }
        let value = match self.fields.last().is_some_and(|last| last.file == field.file) {
            true => edit::lookup(&self.part.value, &field.path[self.part.depth..]).cloned(),
            false => app.folder.at(&field.file, &field.path),
        };
        if field.path == fields::LENGTHS {
            return lengths(app);
        }
        if field.path == [Plan::WELCOME] {
            let n = (app.setting.welcome)().len();
            return app.words.say(id!("welcome-usual"), &[("n", n.into())]);
        }
        if let Some(said) = of_welcome(app, field) {
            return said;
        }
        let mut text = match field.path.last().map(String::as_str) {
            Some(Newcomer::MODALITIES) => supports(app, value.as_ref()),
            _ => field.shown(&app.words, value.as_ref()),
        };
        let person = match &self.sheet.subject {
            Subject::Person(id) => app.folder.board.person(id),
            _ => None,
        };
        if let Some(more) = person.and_then(|person| beside(app, person, field)) {
            text.push_str(&more);
        }
        if let (Subject::Check(stem), [list, at, key]) = (&self.sheet.subject, field.path.as_slice())
            && (list.as_str(), key.as_str()) == (ImpactCheck::MEASURES, Measure::VALUE)
            && let Some(ends) = at.parse().ok().and_then(|at: usize| ends(app, stem, at))
        {
            // The start and target of the indicator are shown beside the value.
            return format!("{}   {ends}", if text.is_empty() { "—" } else { &text });
        }
        match ask::earlier_answer(app, field) {
            Some(answer) => app.words.say(id!("question-again"), &[("answer", answer.into())]),
            None if text.is_empty() => "—".into(),
            None => text,
        }
    }
}

/// The length of each agenda point, in one line that opens.
fn lengths(app: &App) -> String {
    let committee = &app.folder.plan.committee;
    let of_point = |point: &Point| {
        let values = [
            ("name", app.words.get(families::point(*point)).into_owned().into()),
            ("minutes", committee.minutes(*point).into()),
        ];
        app.words.say(id!("length-of-point"), &values)
    };
    let mark = if app.views.lengths == LengthsShown::Each { "▾" } else { "▸" };
    format!("{mark} {}", Point::ALL.iter().map(of_point).collect::<Vec<_>>().join(" · "))
}

/// Who does a step of a welcome, and when, where its file says a role and a moment.
fn of_welcome(app: &App, field: &Field) -> Option<String> {
    let [list, id, steps, task, key] = field.path.as_slice() else { return None };
    if (list.as_str(), steps.as_str()) != (Board::PEOPLE, Newcomer::WELCOME) {
        return None;
    }
    let person = app.folder.board.person(id)?;
    let task = person.welcome.iter().find(|known| known.id == *task)?;
    match key.as_str() {
        WelcomeTask::WHO => {
            let who = person.doer(&app.folder.plan.committee, &task.who);
            (who != task.who).then(|| format!("{who} ({})", task.who))
        }
        WelcomeTask::WHEN if task.when.0.is_empty() => {
            let day = welcome::due(person, task, app.year())?;
            let moment = task.moment.map(|moment| app.words.choice(moment.word()).into_owned());
            Some(words::joined(&[&words::date::long(&app.words, day), &moment.unwrap_or_default()]))
        }
        _ => None,
    }
}

/// The text after a newcomer's field: how many people the mentor accompanies, or the days left and who paid for those
/// taken.
fn beside(app: &App, person: &Newcomer, field: &Field) -> Option<String> {
    match field.path.last()?.as_str() {
        Newcomer::MENTOR => {
            let mentor = person.mentor.as_ref()?;
            let load = app.folder.board.accompanied_by(mentor, app.today());
            let met = person.pair_meetings.len();
            // Weeks begin when the two agreed, or else when the mentor began.
            let since = person.agreement.as_ref().and_then(|agreement| agreement.date).or(person.mentor_since);
            let counted = since.filter(|since| since.0 <= app.today()).map(|since| {
                let met = person.pair_meetings.iter().filter(|met| met.date >= since).count();
                let weeks = (app.today() - since.0).num_days() / 7;
                app.words.say(id!("pair-counted"), &[("n", met.into()), ("weeks", weeks.into())])
            });
            let met = person.last_pair_meeting().map(|last| {
                let values = [("n", met.into()), ("day", words::date::short(&app.words, last.0).into())];
                app.words.say(id!("pair-seen"), &values)
            });
            let load = app.words.say(id!("mentor-load"), &[("n", load.into())]);
            let rhythm = person.agreement.as_ref().map_or("", |agreement| agreement.rhythm());
            let rhythm = match rhythm.is_empty() {
                true => String::new(),
                false => app.words.say(id!("pair-rhythm"), &[("rhythm", rhythm.into())]),
            };
            let rhythm = match counted.filter(|_| !rhythm.is_empty()) {
                Some(counted) => format!("{rhythm} ({counted})"),
                None => rhythm,
            };
            Some(format!(" · {}", words::joined(&[&load, &met.unwrap_or_default(), &rhythm])))
        }
        WelcomeTask::STATE if field.path.get(2).is_some_and(|list| list == Newcomer::WELCOME) => {
            let task = field.path.get(3).and_then(|id| person.welcome.iter().find(|task| task.id == *id))?;
            let done = task.done_on.map(|day| day.0).or_else(|| welcome::due(person, task, app.year()));
            let when = done.map(|day| words::date::long(&app.words, day));
            let who = task.done_by.as_ref().unwrap_or(&task.who);
            let said = words::joined(&[who, &when.unwrap_or_default()]);
            (!task.is_open() && !said.is_empty()).then(|| format!(" · {said}"))
        }
        Release::TAKEN => {
            let release = person.release.as_ref()?;
            let mut said = format!(
                " · {}",
                app.words.say(id!("release-left"), &[("n", number(&app.words, release.left().0).into())])
            );
            let sources = release.by_source();
            if sources.iter().any(|(source, _)| !source.is_empty()) {
                for (source, days) in sources {
                    let source =
                        if source.is_empty() { app.words.get(id!("release-no-source")) } else { source.into() };
                    said.push_str(&format!("\n{} {source}", number(&app.words, days.0)));
                }
            }
            Some(said)
        }
        _ => None,
    }
}

/// The start and target of the indicator of a measure.
fn ends(app: &App, stem: &str, at: usize) -> Option<String> {
    let measure = app.folder.impacts.get(stem)?.measures.get(at)?;
    let indicator = app.folder.plan.indicator(&measure.indicator)?;
    let said = |reading: &Option<Reading>| {
        reading.as_ref().map_or_else(|| "—".to_owned(), |reading| words::indicator::wording(&app.words, reading))
    };
    let values = [("start", said(&indicator.baseline).into()), ("target", said(&indicator.target).into())];
    Some(app.words.say(id!("measure-ends"), &values))
}

/// The kinds of support with their names.
fn supports(app: &App, codes: Option<&Value>) -> String {
    let named = |code: &str| {
        let entry = app.setting.catalogues.get("modalites").and_then(|catalogue| catalogue.entry(code));
        entry.map_or_else(|| code.to_owned(), |entry| format!("{code} {}", entry.text))
    };
    let codes = codes.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    codes.iter().filter_map(Value::as_str).map(named).collect::<Vec<_>>().join(" · ")
}

/// Whether the label goes above the value: a question is too long to fit beside it.
fn stands_above(field: &Field, room: u16) -> bool {
    field.path.first().is_some_and(|list| list == Plan::QUESTIONS) || columns(&field.label) > room
}
