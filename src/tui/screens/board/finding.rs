//! Whom the board shows, and in what order: filtered by words and by columns, sorted.

use crate::{
    domain::{
        board::Newcomer,
        column::{Column, Said},
        document::FileId,
        level::Level,
        query::{Query, Searched},
    },
    tui::{
        app::App,
        views::{Sorted, Who},
    },
    words::{self, date},
};

/// The people shown, in order, as positions on the board.
pub fn shown(app: &App) -> Vec<usize> {
    let view = &app.views.board;
    let people = &app.folder.board.people;
    let here = |at: &usize| people[*at].departure.is_none() || view.who == Who::Everybody;
    let mut shown: Vec<usize> = (0..people.len()).filter(here).collect();
    if !view.filter.is_empty() {
        let searched: Vec<Row<'_>> = shown.iter().map(|at| Row { app, person: &people[*at] }).collect();
        let found = Query::parse(&view.filter, &words::board::names(&app.words, &app.folder.board)).find(&searched);
        shown = found.into_iter().map(|at| shown[at]).collect();
    }
    if let Some((key, way)) = &view.sort
        && let Some(column) = Column::of_key(&app.folder.board, key)
    {
        let mut said: Vec<(usize, Said<'_>)> = shown.iter().map(|at| (*at, said(app, &people[*at], &column))).collect();
        said.sort_by(|(_, a), (_, b)| match way {
            Sorted::Down if !a.is_nothing() && !b.is_nothing() => b.order(a),
            Sorted::Up | Sorted::Down => a.order(b),
        });
        shown = said.into_iter().map(|(at, _)| at).collect();
    }
    shown
}

/// What may be seen here of a person in a column.
pub fn said<'a>(app: &App, person: &'a Newcomer, column: &Column) -> Said<'a> {
    match column.key() {
        "nom" => Said::Text(app.person_name(&person.id).into()),
        "alias" => Said::Text(app.alias(&person.id).into()),
        _ if is_hidden(app, &person.id, column) => Said::Nothing,
        _ => column.said(person, app.year()),
    }
}

/// Whether what a column says of a person is hidden from those who read the screen.
pub fn is_hidden(app: &App, person: &str, column: &Column) -> bool {
    !app.shows(level(column), person)
}

/// The most readers of a column.
pub fn level(column: &Column) -> Level {
    match column.key() {
        // On a wall the alias stands in the place of the name.
        "nom" => Level::Projected,
        _ => column.place().map_or(Level::Projected, |place| Level::of_field(&FileId::Board, &place)),
    }
}

/// A person, to look through.
struct Row<'a> {
    app: &'a App,
    person: &'a Newcomer,
}

impl Searched for Row<'_> {
    fn column(&self, column: &Column) -> String {
        match said(self.app, self.person, column) {
            Said::Number(0.0) if *column == Column::Traces => String::new(),
            // « Non connu » is what is said when nothing is: it is looked for by its word, and by its absence.
            Said::Day(day) => format!("{day} {}", date::long(&self.app.words, day)),
            said => words::board::said(&self.app.words, &said),
        }
    }

    fn everything(&self) -> String {
        let fields =
            ["nom", "alias", "fonction", "bâtiment", "état", "palier", "répondant", "mentor", "besoins", "situation"];
        let own = self.app.folder.board.own.iter().cloned().map(Column::Own);
        let texts = fields.iter().map(|field| Column::Field(field)).chain(own).map(|column| self.column(&column));
        texts.collect::<Vec<_>>().join(" ")
    }
}
