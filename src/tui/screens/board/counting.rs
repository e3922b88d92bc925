//! Sorting the board by a column, and counting the values of a column.

use super::{filter, selection::shown};
use crate::{
    domain::{
        board::{
            column::{CellValue, Column},
            query,
        },
        model::board::Newcomer,
        value::text::tally,
    },
    tui::{
        app::App,
        components::picker::Choice,
        effect::Effect,
        state::{
            Sorted,
            dialog::{Chosen, Dialog},
        },
    },
    words::{self, id},
};

/// Sorts by the column under the cursor, cycling through the orders; on the name, asks for the column.
pub fn sort(app: &mut App) -> Vec<Effect> {
    match app.views.board.column.clone() {
        Some(key) => sort_by(app, Some(&key)),
        None => {
            let current = app.views.board.sort.as_ref().map(|(key, _)| Chosen::Sort(Some(key.clone())));
            let none = Choice::new(Chosen::Sort(None), app.words.get(id!("sort-none")));
            let columns = choices(app, |key| Chosen::Sort(Some(key)));
            let choices = std::iter::once(none).chain(columns).collect();
            app.open(Dialog::menu(app.words.get(id!("choose-sort")), choices, current.as_ref()))
        }
    }
}

/// Sorts by a column: ascending, then descending, then in file order.
pub fn sort_by(app: &mut App, key: Option<&str>) -> Vec<Effect> {
    let view = &mut app.views.board;
    view.sort = match (key, view.sort.take()) {
        (None, _) => None,
        (Some(key), Some((sorted, Sorted::Up))) if sorted == key => Some((sorted, Sorted::Down)),
        (Some(key), Some((sorted, Sorted::Down))) if sorted == key => None,
        (Some(key), _) => Some((key.to_owned(), Sorted::Up)),
    };
    Vec::new()
}

/// The columns that the audience may read, to choose from.
fn choices(app: &App, chosen: impl Fn(String) -> Chosen) -> Vec<Choice<Chosen>> {
    let readable = |column: &Column| app.level() <= filter::level(column);
    let sorted = |column: &Column| match &app.views.board.sort {
        Some((key, way)) if key == column.key() => {
            app.words.get(if *way == Sorted::Up { id!("sorted-up") } else { id!("sorted-down") }).into_owned()
        }
        _ => String::new(),
    };
    let choice = |column: Column| {
        let label = words::board::column(&app.words, &column);
        Choice::new(chosen(column.key().to_owned()), label).beside(sorted(&column))
    };
    Column::all(&app.folder.board).into_iter().filter(readable).map(choice).collect()
}

/// Counts the values of the column under the cursor; on the name, asks for the column.
pub fn count(app: &mut App) -> Vec<Effect> {
    match app.views.board.column.clone() {
        Some(key) => bars(app, &key),
        None => {
            let current = Chosen::Count(Newcomer::WELLBEING.to_owned());
            let choices = choices(app, Chosen::Count);
            app.open(Dialog::menu(app.words.get(id!("choose-count")), choices, Some(&current)))
        }
    }
}

/// The maximum width of a bar, in characters.
const BAR: usize = 24;

/// Shows the values of a column as bars, most frequent first; choosing one filters by it.
pub fn bars(app: &mut App, key: &str) -> Vec<Effect> {
    let Some(column) = Column::of_key(&app.folder.board, key) else { return Vec::new() };
    if app.level() > filter::level(&column) {
        app.warn(app.words.get(id!("hidden-column")).into_owned());
        return Vec::new();
    }
    let people = shown(app);
    let values = people.iter().flat_map(|at| match filter::value(app, &app.said_board().people[*at], &column) {
        CellValue::List(list) => list.to_vec(),
        said => vec![words::board::wording(&app.words, &said)],
    });
    let counts = tally(values);
    let most = counts.first().map_or(1, |(_, count)| *count);
    let name = key.rsplit('.').next().unwrap_or(key).to_owned();
    let choice = |(value, count): &(String, usize)| {
        let bar = "█".repeat((count * BAR).div_ceil(most));
        let aside = format!("{bar:<BAR$} {count:>4}");
        let (words, label) = match value.as_str() {
            "" => (format!("sans:{name}"), app.words.get(id!("nothing"))),
            value => (query::exactly(&name, value), value.into()),
        };
        Choice::new(Chosen::Filter(words), label).beside(aside)
    };
    let title = words::board::column(&app.words, &column).into_owned();
    let title = app.words.say(id!("count-title"), &[("column", title.into()), ("n", people.len().into())]);
    app.open(Dialog::menu(title, counts.iter().map(choice).collect(), None))
}
