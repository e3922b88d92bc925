//! Which people the board shows, and in what order: filtered by text and columns, sorted.

use crate::{
    domain::{
        board::{
            column::{self, CellValue, Column},
            query::{Measured, Query, Searched},
        },
        model::{
            board::{Newcomer, Trace},
            document::FileId,
        },
        privacy::audience::Level,
        value::text::fold,
    },
    tui::{
        app::App,
        derived::SearchedTexts,
        state::{PeopleShown, Sorted},
    },
    words::{self, date, id},
};

/// The people shown, in order, as indices into the board.
pub fn shown(app: &App) -> Vec<usize> {
    let view = &app.views.board;
    let people = &app.said_board().people;
    let here = |at: &usize| !people[*at].has_left(app.today()) || view.who == PeopleShown::Everybody;
    let mut shown: Vec<usize> = (0..people.len()).filter(here).collect();
    if !view.filter.is_empty() {
        let texts = app.searched(|| everything(app));
        let row = |at: &usize| SearchedRow { app, person: &people[*at], texts: &texts[*at] };
        let searched: Vec<SearchedRow<'_>> = shown.iter().map(row).collect();
        let found = query(app).find(&searched);
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

/// The search typed. A word that may name several columns names one that is shown.
pub fn query(app: &App) -> Query {
    let mut names = words::board::names(&app.words, &app.folder.board);
    let shown = &app.views.board.layout.wide;
    names.sort_by_key(|(_, column)| shown.iter().position(|shown| shown.key == column.key()).unwrap_or(shown.len()));
    Query::parse(&app.views.board.filter, &names, app.year())
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
    texts: &'a SearchedTexts,
}

impl Searched for SearchedRow<'_> {
    fn values(&self, column: &Column) -> Vec<String> {
        values(self.app, self.person, column)
    }

    fn measured(&self, column: &Column) -> Option<Measured> {
        match value(self.app, self.person, column) {
            CellValue::Number(number) => Some(Measured::Number(number)),
            CellValue::Day(day) => Some(Measured::Day(day)),
            CellValue::Nothing | CellValue::Text(_) | CellValue::Word(..) | CellValue::List(_) => None,
        }
    }

    fn everything(&self) -> &str {
        &self.texts.columns
    }

    fn said(&self) -> &str {
        &self.texts.said
    }
}

fn values(app: &App, person: &Newcomer, column: &Column) -> Vec<String> {
    // A trace is searched by what it says; that there are some is no secret.
    if *column == Column::Traces {
        let count = person.traces.len().to_string();
        let said = said(app, person).into_iter().map(|(_, text)| text);
        return if person.traces.is_empty() { Vec::new() } else { std::iter::once(count).chain(said).collect() };
    }
    match value(app, person, column) {
        CellValue::Nothing => Vec::new(),
        CellValue::List(list) => list.to_vec(),
        CellValue::Day(day) => vec![date::long(&app.words, day), day.to_string()],
        said => vec![words::board::wording(&app.words, &said)],
    }
}

/// What the traces of a person say, each with where it stands, as far as the audience may see it.
pub fn said(app: &App, person: &Newcomer) -> Vec<(String, String)> {
    if !app.shows_private(&person.id) {
        return Vec::new();
    }
    let trace = |trace: &Trace| {
        let texts: Vec<&str> = trace.parts().map(|(_, text)| text).filter(|text| !text.is_empty()).collect();
        let day = trace.date.map_or_else(String::new, |day| date::near(&app.words, day.0, app.today()));
        (app.words.say(id!("found-trace"), &[("day", day.into())]), texts.join(". "))
    };
    person.traces.iter().rev().map(trace).collect()
}

/// The texts searched when the query names no column, for everybody on the board, folded.
pub fn everything(app: &App) -> Vec<SearchedTexts> {
    let fields = [
        Newcomer::GOAL,
        column::SIGN_WHAT,
        column::NEXT_WHAT,
        column::NEXT_WHO,
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
        let said = said(app, person).into_iter().map(|(_, text)| text);
        SearchedTexts {
            columns: fold(&texts.collect::<Vec<_>>().join(" ")),
            said: fold(&said.collect::<Vec<_>>().join(" ")),
        }
    };
    app.said_board().everyone().map(text).collect()
}
