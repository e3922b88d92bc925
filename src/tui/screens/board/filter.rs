//! Which people the board shows, and in what order: filtered by text and columns, sorted.

use crate::{
    domain::{
        board::{
            column::{CellValue, Column},
            query::{Query, Searched},
        },
        model::{board::Newcomer, document::FileId},
        privacy::audience::Level,
        value::text::fold,
    },
    tui::{
        app::App,
        state::{PeopleShown, Sorted},
    },
    words::{self, date},
};

/// The people shown, in order, as indices into the board.
pub fn shown(app: &App) -> Vec<usize> {
    let view = &app.views.board;
    let people = &app.said_board().people;
    let here = |at: &usize| people[*at].departure.is_none() || view.who == PeopleShown::Everybody;
    let mut shown: Vec<usize> = (0..people.len()).filter(here).collect();
    if !view.filter.is_empty() {
        let texts = app.searched(|| everything(app));
        let row = |at: &usize| SearchedRow { app, person: &people[*at], everything: &texts[*at] };
        let searched: Vec<SearchedRow<'_>> = shown.iter().map(row).collect();
        let found = Query::parse(&view.filter, &words::board::names(&app.words, &app.folder.board)).find(&searched);
        shown = found.into_iter().map(|at| shown[at]).collect();
    }
    if let Some((key, way)) = &view.sort
        && let Some(column) = Column::of_key(&app.folder.board, key)
    {
        let mut said: Vec<(usize, CellValue<'_>)> =
            shown.iter().map(|at| (*at, value(app, &people[*at], &column))).collect();
        said.sort_by(|(_, a), (_, b)| match way {
            Sorted::Down if !a.is_nothing() && !b.is_nothing() => b.order(a),
            Sorted::Up | Sorted::Down => a.order(b),
        });
        shown = said.into_iter().map(|(at, _)| at).collect();
    }
    shown
}

/// The value of a column for a person, as far as the audience may see it.
pub fn value<'a>(app: &App, person: &'a Newcomer, column: &Column) -> CellValue<'a> {
    match column.key() {
        Newcomer::NAME => CellValue::Text(app.person_name(&person.id).into()),
        Newcomer::ALIAS => CellValue::Text(app.alias(&person.id).into()),
        _ if is_hidden(app, &person.id, column) => CellValue::Nothing,
        _ => column.value(person, app.year()),
    }
}

/// Whether the value of a column for a person is hidden from the audience.
pub fn is_hidden(app: &App, person: &str, column: &Column) -> bool {
    !app.shows(level(column), person) && !app.folder.plan.is_open_on_wall(column.key())
}

/// The widest audience level that may read a column.
pub fn level(column: &Column) -> Level {
    match column.key() {
        // In projector mode the alias replaces the name.
        Newcomer::NAME => Level::Projected,
        _ => column.place().map_or(Level::Projected, |place| Level::of_field(&FileId::Board, &place)),
    }
}

/// A person, as searched.
struct SearchedRow<'a> {
    app: &'a App,
    person: &'a Newcomer,
    everything: &'a str,
}

impl Searched for SearchedRow<'_> {
    fn values(&self, column: &Column) -> Vec<String> {
        values(self.app, self.person, column)
    }

    fn everything(&self) -> &str {
        self.everything
    }
}

fn values(app: &App, person: &Newcomer, column: &Column) -> Vec<String> {
    match value(app, person, column) {
        CellValue::Nothing => Vec::new(),
        CellValue::Number(0.0) if *column == Column::Traces => Vec::new(),
        CellValue::List(list) => list.to_vec(),
        CellValue::Day(day) => vec![date::long(&app.words, day), day.to_string()],
        said => vec![words::board::wording(&app.words, &said)],
    }
}

/// The text searched when the query names no column, for everybody on the board, folded.
pub fn everything(app: &App) -> Vec<String> {
    let fields = [
        Newcomer::NAME,
        Newcomer::ALIAS,
        Newcomer::JOB,
        Newcomer::BUILDING,
        Newcomer::WELLBEING,
        Newcomer::TIER,
        Newcomer::CONTACT,
        Newcomer::MENTOR,
        Newcomer::NEEDS,
        Newcomer::SITUATION,
    ];
    let own = app.folder.board.own.iter().cloned().map(Column::Own);
    let columns: Vec<Column> = fields.iter().map(|field| Column::Field(field)).chain(own).collect();
    let text = |person: &Newcomer| {
        let texts = columns.iter().flat_map(|column| values(app, person, column));
        fold(&texts.collect::<Vec<_>>().join(" "))
    };
    app.said_board().everyone().map(text).collect()
}
