//! Making a school: one question after the other, then the list of what was said, in which everything can be changed.

use crate::{
    domain::{
        model::{
            new_school::{self, Arriving, EMPTY, NewSchool},
            school::Order,
        },
        value::{
            calendar::Calendar,
            text::one_line,
            when::{SchoolYear, When},
        },
    },
    tui::{
        app::App,
        components::{input::Input, picker::Choice},
        effect::Effect,
        state::{
            dialog::{Chosen, Destination, Dialog, PreviewAct, PreviewDialog, PreviewLine},
            founding::{Founding, FoundingAct, FoundingChoice, FoundingStep},
        },
        theme::Role,
    },
    words::{Id, date, id},
};

/// Begins a school, or goes on with the one that was begun.
pub fn begin(app: &mut App) -> Vec<Effect> {
    if app.views.founding.is_some() {
        return show(app);
    }
    let school = NewSchool::beginning(app.today());
    app.views.founding = Some(Founding { place: String::new(), school, is_gone_through: false, refused: None, at: 0 });
    ask(app, FoundingStep::Name)
}

/// The folder of the school: the one typed, else one named as it among the documents.
fn place(app: &App, founding: &Founding) -> String {
    match founding.place.as_str() {
        "" => proposed(app, &founding.school.name),
        typed => typed.to_owned(),
    }
}

fn proposed(app: &App, name: &str) -> String {
    // What no system forbids in the name of a folder.
    let name = name.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], " ");
    let name = one_line(name.trim().trim_end_matches('.'));
    format!("{}{name}", app.setting.documents)
}

/// Asks a question, with what was said so far.
fn ask(app: &mut App, step: FoundingStep) -> Vec<Effect> {
    let Some(founding) = &app.views.founding else { return Vec::new() };
    let (words, school) = (&app.words, &founding.school);
    let title = words.get(question(step));
    let to = Destination::Founding(step);
    let line = |text: &str| Dialog::text(title.clone(), Input::line(text), to.clone());
    let dialog = match step {
        FoundingStep::Name => line(&school.name),
        FoundingStep::Place => Dialog::text(title.clone(), Input::replaced(&place(app, founding)), to.clone()),
        FoundingStep::FirstDay => {
            Dialog::text(title.clone(), Input::replaced(&date::long(words, school.calendar.first)), to.clone())
        }
        FoundingStep::LastDay => {
            Dialog::text(title.clone(), Input::replaced(&date::long(words, school.calendar.last)), to.clone())
        }
        FoundingStep::Members => {
            Dialog::text(title.clone(), Input::lines(&new_school::written(&school.members)), to.clone())
        }
        FoundingStep::Newcomers => {
            Dialog::text(title.clone(), Input::lines(&arriving(app, &school.newcomers)), to.clone())
        }
        FoundingStep::Order => {
            let order =
                |order: Order| Choice::new(Chosen::Founding(FoundingChoice::Order(order)), words.choice(order.word()));
            let orders = [Order::Primary, Order::Secondary, Order::Other].map(order);
            let before = school.order.map(|order| Chosen::Founding(FoundingChoice::Order(order)));
            Dialog::menu(title, orders.into(), before.as_ref())
        }
        FoundingStep::Template => {
            let before = Chosen::Founding(FoundingChoice::Template(school.template.clone()));
            Dialog::menu(title, templates(app), Some(&before))
        }
    };
    app.open(dialog)
}

/// Those who arrive, one per line, as they are read.
fn arriving(app: &App, people: &[Arriving]) -> String {
    new_school::arriving_written(people, |day| date::long(&app.words, day.0))
}

/// The templates, nothing first, each with what it holds.
fn templates(app: &App) -> Vec<Choice<Chosen>> {
    let choice =
        |name: &str, label: String| Choice::new(Chosen::Founding(FoundingChoice::Template(name.to_owned())), label);
    let empty = choice(EMPTY, app.words.get(id!("founding-empty")).into_owned());
    let of = app.setting.catalogues.iter().filter(|catalogue| catalogue.is_template).map(|catalogue| {
        let name = catalogue.id.trim_start_matches("modele-");
        choice(name, format!("{} : {}", catalogue.title, catalogue.question).replace(" :", "\u{a0}:"))
    });
    std::iter::once(empty).chain(of).collect()
}

fn question(step: FoundingStep) -> Id {
    match step {
        FoundingStep::Name => id!("ask-school"),
        FoundingStep::Place => id!("founding-place"),
        FoundingStep::Order => id!("founding-order"),
        FoundingStep::Template => id!("founding-template"),
        FoundingStep::FirstDay => id!("ask-first-day"),
        FoundingStep::LastDay => id!("ask-last-day"),
        FoundingStep::Members => id!("founding-members"),
        FoundingStep::Newcomers => id!("founding-newcomers"),
    }
}

/// Takes the text that answers a question, and goes on. A day that is none is asked again.
pub fn answered(app: &mut App, step: FoundingStep, text: &str) -> Vec<Effect> {
    let today = app.today();
    let proposed = app.views.founding.as_ref().map(|founding| proposed(app, &founding.school.name));
    let Some(founding) = &mut app.views.founding else { return Vec::new() };
    let school = &mut founding.school;
    let day = |year: SchoolYear| When(text.to_owned()).span(year).map(|span| span.start);
    match step {
        FoundingStep::Name if one_line(text).is_empty() => return again(app, step, text),
        FoundingStep::Name => school.name = one_line(text),
        // The folder that is proposed follows the name.
        FoundingStep::Place if proposed.as_deref() == Some(text) => founding.place = String::new(),
        FoundingStep::Place => founding.place = text.to_owned(),
        FoundingStep::Members => school.members = new_school::members(text),
        FoundingStep::Newcomers => school.newcomers = new_school::arriving(text, school.year()),
        FoundingStep::FirstDay => {
            let Some(first) = day(SchoolYear::of(today)) else { return again(app, step, text) };
            school.calendar = Calendar { first, ..Calendar::usual(SchoolYear::of(first)) };
        }
        FoundingStep::LastDay => {
            let Some(last) = day(school.year()).filter(|last| *last > school.calendar.first) else {
                return again(app, step, text);
            };
            school.calendar.last = last;
        }
        FoundingStep::Order | FoundingStep::Template => {}
    }
    go_on(app, step)
}

/// Goes back to the question before this one; what was typed is kept.
pub fn back(app: &mut App, step: FoundingStep, text: &str) -> Vec<Effect> {
    let effects = left(app, step, text);
    match FoundingStep::ALL.iter().position(|known| *known == step).and_then(|at| at.checked_sub(1)) {
        Some(before) => ask(app, FoundingStep::ALL[before]),
        None => effects,
    }
}

/// Keeps what was typed when a question is left for the list of questions.
pub fn left(app: &mut App, step: FoundingStep, text: &str) -> Vec<Effect> {
    let Some(founding) = &mut app.views.founding else { return Vec::new() };
    match step {
        FoundingStep::Members => founding.school.members = new_school::members(text),
        FoundingStep::Newcomers => founding.school.newcomers = new_school::arriving(text, founding.school.year()),
        FoundingStep::Name => founding.school.name = one_line(text),
        FoundingStep::Place => founding.place = text.to_owned(),
        FoundingStep::Order | FoundingStep::Template | FoundingStep::FirstDay | FoundingStep::LastDay => {}
    }
    founding.at = 1 + FoundingStep::ALL.iter().position(|known| *known == step).unwrap_or(0);
    show(app)
}

fn again(app: &mut App, step: FoundingStep, text: &str) -> Vec<Effect> {
    let calendar = Calendar::usual(SchoolYear::of(app.today()));
    let usual = if step == FoundingStep::LastDay { calendar.last } else { calendar.first };
    let effects = ask(app, step);
    if let Some(Dialog::Text(dialog)) = &mut app.dialog {
        dialog.input = Input::line(text);
        let refusal = match step {
            FoundingStep::Name => app.words.get(id!("founding-unnamed")).into_owned(),
            _ => app.words.say(id!("founding-no-day"), &[("day", date::long(&app.words, usual).into())]),
        };
        dialog.refusal = Some(refusal);
    }
    effects
}

/// Takes the choice that answers a question, and goes on.
pub fn chosen(app: &mut App, choice: FoundingChoice) -> Vec<Effect> {
    let Some(founding) = &mut app.views.founding else { return Vec::new() };
    match choice {
        FoundingChoice::Order(order) => {
            founding.school.order = Some(order);
            go_on(app, FoundingStep::Order)
        }
        FoundingChoice::Template(name) => {
            let is_untold = founding.school.calendar == Calendar::usual(founding.school.year());
            let of = app.setting.catalogues.get(&format!("modele-{name}"));
            if is_untold {
                let ahead = of.map_or(0, |catalogue| catalogue.months_ahead);
                founding.school.calendar = Calendar::usual(new_school::year_to_begin(ahead, app.now.date()));
            }
            founding.school.template = name;
            go_on(app, FoundingStep::Template)
        }
    }
}

/// Asks the next question, or shows what was said once all were asked.
fn go_on(app: &mut App, step: FoundingStep) -> Vec<Effect> {
    let Some(founding) = &mut app.views.founding else { return Vec::new() };
    // A plan without anything dated needs no days: the school year is this one.
    let is_asked = |step: &FoundingStep| founding.school.template != EMPTY || !step.is_day();
    let next = std::iter::successors(step.next(), |step| step.next()).find(is_asked);
    match next.filter(|_| !founding.is_gone_through) {
        Some(next) => ask(app, next),
        None => {
            founding.is_gone_through = true;
            founding.at = 0;
            show(app)
        }
    }
}

/// Shows what was said, each line leading to its question.
pub fn show(app: &mut App) -> Vec<Effect> {
    let Some(founding) = &app.views.founding else { return Vec::new() };
    let (words, school) = (&app.words, &founding.school);
    let is_named = !school.name.is_empty();
    let first = if is_named { id!("founding-make") } else { id!("founding-unnamed") };
    let act = if is_named { FoundingAct::Make } else { FoundingAct::Ask(FoundingStep::Name) };
    let line =
        |act: Option<FoundingAct>, text: String, role| PreviewLine { act: act.map(PreviewAct::Founding), text, role };
    let mut lines = vec![line(Some(act), words.get(first).into_owned(), Role::Accent)];
    if let Some(refused) = &founding.refused {
        lines.insert(0, line(None, refused.clone(), Role::Alert));
    }
    let is_asked = |step: &FoundingStep| school.template != EMPTY || !step.is_day();
    for step in FoundingStep::ALL.into_iter().filter(is_asked) {
        let values = [("what", words.get(label(step)).into_owned().into()), ("said", said(app, founding, step).into())];
        lines.push(line(Some(FoundingAct::Ask(step)), words.say(id!("founding-line"), &values), Role::Text));
    }
    lines.push(line(None, String::new(), Role::Dim));
    lines.push(line(None, words.get(id!("founding-cloud")).into_owned(), Role::Dim));
    let at = (founding.at + usize::from(founding.refused.is_some())).min(lines.len() - 1);
    let title = words.get(id!("action-found")).into_owned();
    app.open(Dialog::Preview(PreviewDialog { title, keys: id!("keys-founding"), lines, at }))
}

fn label(step: FoundingStep) -> Id {
    match step {
        FoundingStep::Name => id!("founding-name"),
        FoundingStep::Place => id!("founding-folder"),
        FoundingStep::Order => id!("founding-teaches"),
        FoundingStep::Template => id!("founding-plan"),
        FoundingStep::FirstDay => id!("founding-first"),
        FoundingStep::LastDay => id!("founding-last"),
        FoundingStep::Members => id!("founding-committee"),
        FoundingStep::Newcomers => id!("founding-people"),
    }
}

/// What was answered to a question.
fn said(app: &App, founding: &Founding, step: FoundingStep) -> String {
    let (words, school) = (&app.words, &founding.school);
    let said = match step {
        FoundingStep::Name => school.name.clone(),
        FoundingStep::Place => place(app, founding),
        FoundingStep::Order => school.order.map(|order| words.choice(order.word()).into_owned()).unwrap_or_default(),
        FoundingStep::Template => {
            let of = |choice: &Choice<Chosen>| {
                choice.value == Chosen::Founding(FoundingChoice::Template(school.template.clone()))
            };
            templates(app).into_iter().find(of).map(|choice| choice.label).unwrap_or_default()
        }
        FoundingStep::FirstDay => date::long(words, school.calendar.first),
        FoundingStep::LastDay => date::long(words, school.calendar.last),
        FoundingStep::Members => new_school::written(&school.members).replace('\n', " · "),
        FoundingStep::Newcomers => arriving(app, &school.newcomers).replace('\n', " · "),
    };
    if said.is_empty() { words.get(id!("founding-nothing")).into_owned() } else { said }
}

/// Shows why the school was not made: any answer can be changed.
pub fn refused(app: &mut App, why: String) -> Vec<Effect> {
    if let Some(founding) = &mut app.views.founding {
        (founding.refused, founding.at) = (Some(why), 0);
    }
    show(app)
}

/// Does what a line of the list is for.
pub fn act(app: &mut App, act: FoundingAct) -> Vec<Effect> {
    let Some(founding) = &mut app.views.founding else { return Vec::new() };
    if let Some(Dialog::Preview(preview)) = &app.dialog {
        founding.at = preview.at;
    }
    match act {
        FoundingAct::Ask(step) => {
            founding.refused = None;
            ask(app, step)
        }
        FoundingAct::Make => {
            let founding = founding.clone();
            let place = place(app, &founding);
            vec![Effect::Found(place, Box::new(founding.school))]
        }
    }
}
