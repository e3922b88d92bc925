//! A survey as a page: each question with a bar per answer, its counts next to those of the previous wave and of the
//! reference, and free-text comments for those who may read them.

pub mod import;

use ratatui::layout::Rect;

use crate::{
    domain::{
        model::survey::{Question, Survey},
        privacy::audience::Level,
        survey::questionnaire,
    },
    tui::{
        app::App,
        canvas::{Canvas, Hit, columns, wrap},
        components::list,
        state::Subject,
        theme::Role,
    },
    words::{
        id,
        survey::{self as said, Comparison, Room, SurveyLine},
    },
};

/// The width from which counts are shown in full, in columns.
const WIDE: u16 = 110;

/// The maximum width of an answer and its bar together, in columns.
const WIDEST: u16 = 66;

/// A line of the page, with the index of its field.
struct SurveyPageLine {
    field: Option<usize>,
    what: SurveyContent,
}

enum SurveyContent {
    Text(String, Role),
    /// An answer, and the width of the widest answer of its question.
    Bar(SurveyLine, u16),
}

/// The survey of a subject, with its title and its response rate.
pub fn of(app: &App, subject: &Subject) -> Option<(Survey, String, String)> {
    let (words, shelf) = (&app.words, &app.setting.catalogues);
    match subject {
        Subject::Survey(stem) => {
            let survey = app.folder.surveys.get(stem)?.clone();
            let (title, rate) = (said::title(words, &survey), said::rate(words, &survey));
            Some((survey, title, rate))
        }
        Subject::Reference(audience) => {
            let survey = questionnaire::reference(shelf, *audience)?;
            let title = said::reference_name(words, &survey);
            let rate = said::reference_rate(words, shelf, &survey);
            Some((survey, title, rate))
        }
        _ => None,
    }
}

/// The page of a survey: its title, the name of each column of counts, and its lines.
struct SurveyPage {
    title: String,
    names: Vec<String>,
    lines: Vec<SurveyPageLine>,
}

/// The page of a subject.
fn page(app: &App, subject: &Subject, width: u16) -> Option<SurveyPage> {
    let (survey, title, rate) = of(app, subject)?;
    let beside = match subject {
        Subject::Survey(_) => said::beside(&app.words, &app.folder, &app.setting.catalogues, &survey),
        _ => Vec::new(),
    };
    let mut lines = vec![SurveyPageLine { field: Some(0), what: SurveyContent::Text(rate, Role::Text) }];
    if matches!(subject, Subject::Reference(_)) {
        let note = app.words.get(id!("survey-reference-note")).into_owned();
        lines.push(SurveyPageLine { field: None, what: SurveyContent::Text(note, Role::Dim) });
    }
    let blank = || SurveyPageLine { field: None, what: SurveyContent::Text(String::new(), Role::Text) };
    for (at, question) in survey.questions.iter().enumerate() {
        let block = block(app, &survey, question, &beside, width).into_iter();
        lines.push(blank());
        lines.extend(block.map(|what| SurveyPageLine { field: Some(at + 1), what }));
    }
    let own = said::column_name(&app.words, &survey);
    let names = std::iter::once(own).chain(beside.into_iter().map(|beside| beside.name)).collect();
    Some(SurveyPage { title, names, lines })
}

/// The lines of a question.
fn block(app: &App, survey: &Survey, question: &Question, beside: &[Comparison], width: u16) -> Vec<SurveyContent> {
    let words = &app.words;
    let said::SurveyBlock { title, lines, notes } = said::block(words, question, beside, room(width), app.level());
    let text = |text: &str, indent: &str, role: Role| {
        let wrapped = wrap(app.discreet(), text, width.saturating_sub(columns(indent) + 4)).into_iter();
        wrapped.map(|line| SurveyContent::Text(format!("{indent}{line}"), role)).collect::<Vec<_>>()
    };
    let mut page = text(&title, "", Role::Title);
    let widest = lines.iter().map(|line| columns(&line.answer)).max().unwrap_or(0);
    page.extend(lines.into_iter().map(|line| SurveyContent::Bar(line, widest)));
    page.extend(notes.iter().flat_map(|note| text(note, "  ", Role::Dim)));
    for crossing in said::crossings(words, survey, question, app.level()) {
        for (at, line) in crossing.iter().enumerate() {
            let (indent, role) = if at == 0 { ("  ", Role::Accent) } else { ("    ", Role::Text) };
            page.extend(text(line, indent, role));
        }
    }
    if question.comments.is_empty() {
        return page;
    }
    if app.level() > Level::Direction {
        let kept = words.say(id!("survey-comments-kept"), &[("n", question.comments.len().into())]);
        page.extend(text(&kept, "  ", Role::Dim));
        return page;
    }
    page.extend(text(&words.get(id!("survey-comments")), "  ", Role::Accent));
    for comment in &question.comments {
        page.extend(text(&words.say(id!("quoted"), &[("text", comment.as_str().into())]), "    ", Role::Text));
    }
    page
}

fn room(width: u16) -> Room {
    if width >= WIDE { Room::Wide } else { Room::Narrow }
}

/// The number of lines on the page of a subject.
pub fn length(app: &App, subject: &Subject) -> usize {
    page(app, subject, app.views.width).map_or(0, |page| page.lines.len())
}

/// The index of the field on a line of the page.
pub fn field_at(app: &App, subject: &Subject, line: usize) -> Option<usize> {
    let SurveyPage { lines, .. } = page(app, subject, app.views.width)?;
    lines.get(line.min(lines.len().checked_sub(1)?))?.field
}

/// Draws a survey.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, subject: &Subject, at: usize) {
    let Some(SurveyPage { title, names, lines }) = page(app, subject, app.views.width) else { return };
    canvas.text(area.x, area.y, area.width, &title, Role::Title);
    let y = area.y + 1;
    let body = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
    let table = CountTable::of(&lines, &names, body.width);
    table.head(canvas, Rect { y, height: 1, ..area }, &names);
    let at = at.min(lines.len().saturating_sub(1));
    let shown = list::window(lines.len(), at, usize::from(body.height));
    canvas.scroll_bar(body, lines.len(), &shown);
    for (y, position) in (body.y..).zip(shown) {
        let line = Rect { y, height: 1, ..body };
        let here = position == at;
        let of = |role: Role| if here { Role::Selected } else { role };
        canvas.fill(line, of(Role::Text));
        canvas.hit(line, Hit::Line(position));
        match &lines[position].what {
            SurveyContent::Text(text, role) => {
                canvas.text(line.x + 1, y, line.width.saturating_sub(1), text, of(*role));
            }
            SurveyContent::Bar(bar, answer) => table.draw(canvas, line, bar, *answer, here),
        }
        if here {
            canvas.text(line.x, y, 1, "▸", Role::Selected);
            canvas.cursor(line.x, y);
        }
    }
}

/// The column layout: the answer and its bar share what the counts of each survey leave.
struct CountTable {
    left: u16,
    counts: Vec<u16>,
}

impl CountTable {
    fn of(lines: &[SurveyPageLine], names: &[String], width: u16) -> Self {
        let bars = || {
            lines.iter().filter_map(|line| if let SurveyContent::Bar(bar, _) = &line.what { Some(bar) } else { None })
        };
        let count = |(at, name): (usize, &String)| {
            let widest = bars().filter_map(|bar| bar.counts.get(at)).map(|said| columns(said)).max().unwrap_or(0);
            if room(width) == Room::Wide { widest.max(columns(name)) } else { widest }
        };
        let counts: Vec<u16> = names.iter().enumerate().map(count).collect();
        let taken: u16 = counts.iter().map(|count| count + 2).sum();
        CountTable { left: width.saturating_sub(taken + 4).min(WIDEST), counts }
    }

    /// Draws the names of the surveys above their counts, or in one line where there is no room.
    fn head(&self, canvas: &mut Canvas<'_>, area: Rect, names: &[String]) {
        if room(area.width) == Room::Narrow {
            canvas.right(area.x, area.y, area.width.saturating_sub(1), &names.join(" │ "), Role::Dim);
            return;
        }
        let mut x = area.x + self.left + 4;
        for (name, width) in names.iter().zip(&self.counts) {
            canvas.right(x, area.y, *width, name, Role::Dim);
            x += width + 2;
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, line: Rect, bar: &SurveyLine, answer: u16, here: bool) {
        let of = |role: Role| if here { Role::Selected } else { role };
        let answer = answer.min(self.left * 2 / 3);
        canvas.text(line.x + 2, line.y, answer, &bar.answer, of(Role::Text));
        let room = self.left - answer;
        let blocks = (f64::from(room) * bar.share.clamp(0.0, 1.0)).round() as usize;
        canvas.text(line.x + answer + 3, line.y, room, &"█".repeat(blocks), of(Role::Accent));
        let mut x = line.x + self.left + 4;
        for (position, (said, width)) in bar.counts.iter().zip(&self.counts).enumerate() {
            canvas.right(x, line.y, *width, said, of(if position == 0 { Role::Title } else { Role::Dim }));
            x += width + 2;
        }
    }
}
