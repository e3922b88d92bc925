//! Named views of the board: whom it shows, in what order, with which columns. Three are shipped; a school keeps its own.

use crate::{
    domain::{board::layout::NamedView, value::text::fold},
    tui::{
        app::App,
        components::picker::Choice,
        effect::Effect,
        state::{
            Sorted,
            dialog::{Chosen, Destination, Dialog, ViewChoice},
        },
    },
    words::{self, id},
};

/// Offers the views: a digit chooses one at once.
pub fn open(app: &mut App) -> Vec<Effect> {
    let mut views: Vec<(String, Chosen)> =
        vec![(app.words.get(id!("view-whole")).into_owned(), Chosen::View(ViewChoice::Whole))];
    let all = words::board::views(&app.words, app.today()).into_iter().chain(app.views.board.kept.iter().cloned());
    let all: Vec<NamedView> = all.collect();
    views.extend(all.into_iter().map(|view| (said_name(app, &view), Chosen::View(ViewChoice::Show(view)))));
    let numbered = views.len().min(9);
    let lines = views.into_iter().enumerate().map(|(at, (label, chosen))| {
        let aside = if at < numbered { (at + 1).to_string() } else { String::new() };
        Choice::new(chosen, label).beside(aside)
    });
    let keep = Choice::new(Chosen::View(ViewChoice::Keep), app.words.get(id!("view-keep")));
    let forget = app.views.board.kept.iter().map(|view| {
        let label = app.words.say(id!("view-forget"), &[("name", said_name(app, view).into())]);
        Choice::new(Chosen::View(ViewChoice::Forget(view.name.clone())), label)
    });
    let choices = lines.chain([keep]).chain(forget).collect();
    let mut dialog = Dialog::menu(app.words.get(id!("choose-view")), choices, None);
    if let Dialog::Menu(menu) = &mut dialog {
        menu.picker.ranks = numbered;
    }
    app.open(dialog)
}

/// Does what was chosen.
pub fn chosen(app: &mut App, choice: ViewChoice) -> Vec<Effect> {
    match choice {
        ViewChoice::Whole => show(app, None),
        ViewChoice::Show(view) => show(app, Some(view)),
        ViewChoice::Keep => app.open(Dialog::line(&app.words, id!("view-name"), "", Destination::ViewName)),
        ViewChoice::Forget(name) => {
            app.views.board.kept.retain(|kept| kept.name != name);
            vec![Effect::RememberViews(app.views.board.kept.clone())]
        }
    }
}

/// Shows a view, or the whole board with the columns that it had.
fn show(app: &mut App, view: Option<NamedView>) -> Vec<Effect> {
    let board = &mut app.views.board;
    let before = board.whole.take().unwrap_or_else(|| board.layout.clone());
    let Some(view) = view else {
        board.layout = before;
        (board.filter, board.sort) = (String::new(), None);
        return Vec::new();
    };
    let shown_name = said_name(app, &view);
    let board = &mut app.views.board;
    board.whole = Some(before.clone());
    board.layout = before;
    if !view.columns.is_empty() {
        board.layout.wide.clone_from(&view.columns);
    }
    board.filter.clone_from(&view.filter);
    board.sort = view.sort.map(|sort| match sort.strip_prefix('-') {
        Some(key) => (key.to_owned(), Sorted::Down),
        None => (sort, Sorted::Up),
    });
    app.tell(app.words.say(id!("view-shown"), &[("name", shown_name.into())]));
    Vec::new()
}

/// The name of a view. On a wall, one that the school gave is known by its rank only: it may name somebody.
fn said_name(app: &App, view: &NamedView) -> String {
    let rank = app.views.board.kept.iter().position(|kept| kept.name == view.name);
    match rank.filter(|_| app.is_projected()) {
        Some(at) => app.words.say(id!("view-numbered"), &[("n", (at + 1).into())]),
        None => view.name.clone(),
    }
}

/// Keeps the board as it stands under a name, in place of the view of that name.
pub fn keep(app: &mut App, name: &str) -> Vec<Effect> {
    if name.is_empty() {
        return Vec::new();
    }
    // Two lines that are called alike are not told apart.
    let is_given = |view: &NamedView| fold(&view.name) == fold(name);
    if words::board::views(&app.words, app.today()).iter().any(is_given) {
        app.warn(app.words.say(id!("view-given"), &[("name", name.into())]));
        return Vec::new();
    }
    let board = &mut app.views.board;
    let sort = board.sort.as_ref().map(|(key, way)| match way {
        Sorted::Up => key.clone(),
        Sorted::Down => format!("-{key}"),
    });
    let view =
        NamedView { name: name.to_owned(), filter: board.filter.clone(), sort, columns: board.layout.wide.clone() };
    board.kept.retain(|kept| fold(&kept.name) != fold(&view.name));
    board.kept.push(view);
    let kept = board.kept.clone();
    app.tell(app.words.say(id!("view-kept"), &[("name", name.into())]));
    vec![Effect::RememberViews(kept)]
}
