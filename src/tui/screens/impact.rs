//! Screen 5: does it make a difference? Indicators as three numbers with their dates, checks and surveys.

use ratatui::layout::Rect;

use crate::{
    domain::{
        measure::indicator,
        model::{
            impact::ImpactCheck,
            plan::{Indicator, Reading},
            survey::{Audience, Survey},
        },
        survey::questionnaire,
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit},
        components::{bars, list, picker::Choice},
        effect::Effect,
        state::{
            Subject,
            dialog::{Chosen, Dialog},
            new_record::{ImpactKind, IssuePart},
        },
        theme::Role,
    },
    words::{self, Id, Words, date, id},
};

/// A line of the screen.
enum ImpactLine<'a> {
    Indicator(&'a Indicator),
    Check(&'a str, &'a ImpactCheck),
    Survey(&'a str, &'a Survey),
    Reference(Audience),
}

impl ImpactLine<'_> {
    /// The heading above the first line of its kind, and the height of the line in rows.
    fn shape(&self) -> (Option<Id>, u16) {
        match self {
            ImpactLine::Indicator(_) => (None, 3),
            ImpactLine::Check(..) => (Some(id!("impact-checks")), 2),
            ImpactLine::Survey(..) => (Some(id!("impact-surveys")), 2),
            ImpactLine::Reference(_) => (Some(id!("impact-references")), 1),
        }
    }
}

fn lines(app: &App) -> Vec<ImpactLine<'_>> {
    let indicators = app.folder.plan.indicators.iter().map(ImpactLine::Indicator);
    let checks = app.folder.impacts.iter().rev().map(|(stem, check)| ImpactLine::Check(stem, check));
    let surveys = app.folder.surveys.iter().rev().map(|(stem, survey)| ImpactLine::Survey(stem, survey));
    let shelf = &app.setting.catalogues;
    let references = Audience::ALL.iter().filter(|audience| questionnaire::has_reference(shelf, **audience));
    indicators.chain(checks).chain(surveys).chain(references.copied().map(ImpactLine::Reference)).collect()
}

/// The actions for the hint bar.
pub fn hints(_: &App) -> Vec<Action> {
    vec![Action::Open, Action::New, Action::Import]
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let subjects: Vec<Subject> = lines(app)
        .into_iter()
        .map(|line| match line {
            ImpactLine::Indicator(indicator) => Subject::Indicator(indicator.id.clone()),
            ImpactLine::Check(stem, _) => Subject::Check(stem.to_owned()),
            ImpactLine::Survey(stem, _) => Subject::Survey(stem.to_owned()),
            ImpactLine::Reference(audience) => Subject::Reference(audience),
        })
        .collect();
    if super::cursor::moves(app, action, subjects.len()) {
        return Vec::new();
    }
    match action {
        Action::Open | Action::Right => match subjects.get(app.views.impact) {
            Some(subject) => app.open_sheet(subject.clone()),
            None => Vec::new(),
        },
        Action::New if app.folder.plan.issues.is_empty() => {
            app.warn(app.words.get(id!("home-no-issue")).into_owned());
            Vec::new()
        }
        Action::New => {
            let kinds = [
                (ImpactKind::Check, id!("new-impact-check")),
                (ImpactKind::Part(IssuePart::Indicator), id!("new-impact-indicator")),
                (ImpactKind::Part(IssuePart::Scale), id!("new-impact-scale")),
                (ImpactKind::Survey, id!("new-impact-survey")),
            ];
            let choices = kinds.map(|(kind, label)| Choice::new(Chosen::NewImpact(kind), app.words.get(label)));
            app.open(Dialog::menu(app.words.get(id!("new-impact")), choices.to_vec(), None))
        }
        _ => Vec::new(),
    }
}

/// Asks which issue to add a part to.
pub fn of_which_issue(app: &mut App, part: IssuePart) -> Vec<Effect> {
    let title = match part {
        IssuePart::Scale => id!("new-scale-of"),
        IssuePart::Indicator => id!("new-indicator-of"),
    };
    let choices = issues(app, |issue| Chosen::NewOfIssue(part, issue));
    app.open(Dialog::menu(app.words.get(title), choices, None))
}

/// The issues to choose from.
fn issues(app: &App, chosen: impl Fn(String) -> Chosen) -> Vec<Choice<Chosen>> {
    let issues = app.folder.plan.issues_by_priority();
    issues.iter().map(|issue| Choice::new(chosen(issue.id.clone()), &issue.name)).collect()
}

/// Asks which issue to measure the impact of, proposing this one.
pub fn measure(app: &mut App, issue: Option<&str>) -> Vec<Effect> {
    let choices = issues(app, Chosen::NewCheck);
    let proposed = issue.map(|issue| Chosen::NewCheck(issue.to_owned()));
    app.open(Dialog::menu(app.words.get(id!("new-check")), choices, proposed.as_ref()))
}

fn reading(words: &Words, reading: Option<&Reading>, width: u16) -> String {
    let Some(reading) = reading else { return "—".into() };
    // A narrow window shows the numbers without their dates, which the sheet has.
    let day = reading
        .date
        .filter(|_| width >= 76)
        .map_or_else(String::new, |day| format!(" ({})", date::short(words, day.0)));
    words::indicator::short(words, reading) + &day
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let used = canvas.text(area.x, area.y, area.width, &app.words.get(id!("impact-title")), Role::Title);
    let missing = indicator::missing_levels(&app.folder.plan.indicators);
    if !missing.is_empty() && !app.folder.plan.indicators.is_empty() {
        let named = |level: &u32| words::indicator::level(&app.words, *level);
        let missing: Vec<String> = missing.iter().map(named).collect();
        let said = app.words.say(id!("levels-missing"), &[("levels", missing.join(", ").into())]);
        canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), &said, Role::Dim);
    }
    let lines = lines(app);
    let mut y = area.y + 2;
    if app.folder.plan.indicators.is_empty() && app.folder.impacts.is_empty() {
        let body = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        y += canvas.wrapped(body, &app.words.get(id!("impact-empty")), Role::Dim) + 1;
    }
    let at = app.views.impact.min(lines.len().saturating_sub(1));
    let heading = |position: usize| {
        let (heading, _) = lines[position].shape();
        let before = position.checked_sub(1).and_then(|before| lines[before].shape().0);
        heading.filter(|heading| before != Some(*heading))
    };
    // Taller lines are separated by a blank row.
    let gap = |height: u16| u16::from(height > 1);
    let height = |position: usize| {
        let (_, height) = lines[position].shape();
        usize::from(height + gap(height)) + usize::from(heading(position).is_some())
    };
    let heights: Vec<usize> = (0..lines.len()).map(height).collect();
    for position in list::window_of(&heights, at, usize::from(area.bottom().saturating_sub(y))) {
        let selected = position == at;
        if let Some(heading) = heading(position) {
            if y < area.bottom() {
                canvas.text(area.x, y, area.width, &app.words.get(heading), Role::Accent);
            }
            y += 1;
        }
        let (_, height) = lines[position].shape();
        let block = Rect { x: area.x, y, width: area.width, height }.intersection(area);
        if block.is_empty() {
            break;
        }
        canvas.fill(block, if selected { Role::Selected } else { Role::Text });
        canvas.hit(block, Hit::Line(position));
        if selected {
            canvas.text(area.x, y, 1, "▸", Role::Selected);
            canvas.cursor(area.x, y);
        }
        line(app, canvas, block, &lines[position], selected);
        y += height + gap(height);
    }
}

fn line(app: &App, canvas: &mut Canvas<'_>, block: Rect, line: &ImpactLine<'_>, selected: bool) {
    match line {
        ImpactLine::Indicator(indicator) => indicator_lines(app, canvas, block, indicator, selected),
        ImpactLine::Check(_, check) => check_lines(app, canvas, block, check, selected),
        ImpactLine::Survey(_, survey) => survey_lines(app, canvas, block, survey, selected),
        ImpactLine::Reference(audience) => {
            let said = |survey| words::survey::reference_rate(&app.words, &app.setting.catalogues, &survey);
            let reference = questionnaire::reference(&app.setting.catalogues, *audience);
            let name = reference.as_ref().map(|r| words::survey::reference_name(&app.words, r)).unwrap_or_default();
            let line = words::joined(&[&name, &reference.map(said).unwrap_or_default()]);
            block_lines(canvas, block, selected, &[(line, Role::Dim)]);
        }
    }
}

/// Writes lines within a block, each in its role unless the block is selected.
fn block_lines(canvas: &mut Canvas<'_>, block: Rect, selected: bool, lines: &[(String, Role)]) {
    for (y, (text, role)) in (block.y..block.bottom()).zip(lines) {
        let role = if selected { Role::Selected } else { *role };
        canvas.text(block.x + 2, y, block.width.saturating_sub(2), text, role);
    }
}

/// The height of a reading in a small chart: its share of a whole, if it is one.
fn height_of(reading: &Reading) -> f64 {
    match reading.out_of {
        Some(whole) if whole.0 > 0.0 => reading.value.0 / whole.0,
        _ => reading.value.0,
    }
}

/// The width of a block from which there is room for a small chart, and the width of that chart.
const WITH_CHART: u16 = 96;
const CHART: u16 = 22;

fn indicator_lines(app: &App, canvas: &mut Canvas<'_>, block: Rect, indicator: &Indicator, selected: bool) {
    let now = indicator::newest(&app.folder, indicator, app.today());
    let values = [
        ("start", reading(&app.words, indicator.baseline.as_ref(), block.width).into()),
        ("now", reading(&app.words, now.as_ref(), block.width).into()),
        ("target", reading(&app.words, indicator.target.as_ref(), block.width).into()),
    ];
    let chart = indicator::chart(&indicator::series(&app.folder, indicator, app.today()));
    let honest = words::indicator::conclusion_in_short(&app.words, &chart);
    let attained = words::indicator::attained_in_short(&app.words, &app.folder, indicator, app.today());
    let attained = attained.unwrap_or_default();
    let series = indicator::series(&app.folder, indicator, app.today());
    let bars: Vec<f64> = series.iter().map(height_of).collect();
    let has_chart = block.width >= WITH_CHART && bars.len() > 1;
    let text = if has_chart { Rect { width: block.width - CHART - 2, ..block } } else { block };
    if has_chart {
        let target = indicator.target.as_ref().map(height_of);
        let chart = Rect { x: block.right() - CHART, width: CHART, ..block };
        bars::draw(canvas, chart, &bars, target, |role| if selected { Role::Selected } else { role });
    }
    block_lines(
        canvas,
        text,
        selected,
        &[
            (indicator.question.clone(), Role::Title),
            (app.words.say(id!("impact-values"), &values), Role::Text),
            (words::joined(&[&attained, &honest, &indicator.measure]), Role::Dim),
        ],
    );
}

/// Draws a survey in two lines: who, when and how many; then the first line of its summary.
fn survey_lines(app: &App, canvas: &mut Canvas<'_>, block: Rect, survey: &Survey, selected: bool) {
    let words = &app.words;
    let second = words::survey::gist(words, survey).into_iter().next();
    let first = words::joined(&[&words::survey::title(words, survey), &words::survey::rate(words, survey)]);
    block_lines(canvas, block, selected, &[(first, Role::Text), (second.unwrap_or_default(), Role::Dim)]);
}

fn check_lines(app: &App, canvas: &mut Canvas<'_>, block: Rect, check: &ImpactCheck, selected: bool) {
    let issue = app.folder.plan.issue(&check.issue).map_or(check.issue.as_str(), |issue| &issue.name);
    let day = check.date.map_or_else(String::new, |day| date::medium(&app.words, day.0));
    let steps: Vec<&str> = check.redo.iter().map(|step| step.id()).collect();
    let decision = match check.decision {
        Some(decision) if steps.is_empty() => app.words.choice(decision.word()).into_owned(),
        Some(decision) => format!("{} ({})", app.words.choice(decision.word()), steps.join(", ")),
        None => app.words.get(id!("check-open")).into_owned(),
    };
    let reached = check.reached.map_or("—".into(), |reached| app.words.choice(reached.word()));
    let line = app.words.say(id!("check-line"), &[("reached", reached.into()), ("decision", decision.into())]);
    block_lines(
        canvas,
        block,
        selected,
        &[(format!("{day}  {issue}"), Role::Text), (format!("{line}  {}", check.why), Role::Dim)],
    );
}
