//! The preview of an import, in words.

use std::collections::BTreeSet;

use super::{Words, board, edit, id, joined};
use crate::domain::{
    board::{
        column::Column,
        import::{Import, ImportContext, ImportRefusal, ImportedPerson, Unfit, headings::Heading},
    },
    edit::Edit,
    model::{board::Newcomer, folder::Folder},
    privacy::audience::Level,
    table::{Spreadsheet, slug},
    value::timestamp::DateOrder,
};

/// How many people come in and change, and who is not in the list.
pub fn summary(words: &Words, import: &Import) -> Vec<String> {
    let counts = [
        (id!("import-added"), import.added()),
        (id!("import-changed"), import.changed()),
        (id!("import-absent"), import.absent),
        (id!("import-hidden-out"), import.hidden),
        (id!("import-earlier-out"), import.earlier),
        (id!("import-headless"), import.headless),
        (id!("import-half-named"), import.half_named),
    ];
    let said = counts.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| words.say(id, &[("n", n.into())]));
    let mut lines: Vec<String> = said.collect();
    if import.people.is_empty() {
        // What stays out is not on the board for all that.
        let nothing = if import.refused.is_empty() { id!("import-nothing") } else { id!("import-nobody") };
        lines.insert(0, words.get(nothing).into_owned());
    }
    if !import.titles.is_empty() {
        let titles = import.titles.iter().map(|(title, times)| format!("{title} ({times})")).collect::<Vec<_>>();
        lines.push(words.say(id!("import-titles"), &[("titles", titles.join(", ").into())]));
    }
    lines
}

/// Where a column of the list goes.
pub fn column(words: &Words, table: &Spreadsheet, at: usize, heading: &Heading) -> String {
    let head = table.heads.get(at).map_or("", String::as_str);
    words.say(id!("import-goes"), &[("head", head.into()), ("column", target(words, heading).into())])
}

/// What a heading means, in words.
pub fn target(words: &Words, heading: &Heading) -> String {
    match heading {
        Heading::Id => words.get(id!("import-id")).into_owned(),
        Heading::FirstName => words.get(id!("import-first-name")).into_owned(),
        Heading::Column(known) => board::column(words, known).into_owned(),
        Heading::New(own) => words.say(id!("import-new-column"), &[("name", own.title().into())]),
        Heading::LeftOut | Heading::Unknown => words.get(id!("import-stays-out")).into_owned(),
    }
}

/// An order of day and month, with an example.
pub fn order(words: &Words, order: DateOrder) -> String {
    let id = match order {
        DateOrder::DayFirst => id!("import-day-first"),
        DateOrder::MonthFirst => id!("import-month-first"),
        DateOrder::YearFirst => id!("import-year-first"),
    };
    words.get(id).into_owned()
}

/// A person of the list: every field that will be written. `folder` has the columns that the list brings.
pub fn person(
    words: &Words,
    folder: &Folder,
    person: &ImportedPerson,
    level: Level,
    alias: impl Fn(&str) -> String,
) -> String {
    let Some(added) = &person.added else {
        let change = |change: &Edit| edit::say_of(words, folder, change, level, &alias);
        return person.edits.iter().map(change).collect::<Vec<_>>().join(" · ");
    };
    format!("+ {}", record(words, folder, added))
}

/// The fields of somebody new that say something.
fn record(words: &Words, folder: &Folder, added: &Newcomer) -> String {
    let year = folder.plan.year();
    // What is computed is not written, but for the steps of a welcome, of which their number tells enough.
    let is_written = |column: &Column| column.place().is_some() || *column == Column::WelcomeLeft;
    let shown = |column: &Column| column.key() != Newcomer::NAME && is_written(column);
    let mut said = vec![added.name.clone()];
    for column in Column::all(&folder.board).iter().filter(|column| shown(column)) {
        let value = board::wording(words, &column.value(added, year));
        // « non connu » is what nothing was said of.
        let is_unsaid = column.key() == Newcomer::WELLBEING && added.wellbeing.is_none();
        if !value.is_empty() && !is_unsaid {
            said.push(
                words.say(
                    id!("import-field"),
                    &[("field", board::column(words, column).into()), ("value", value.into())],
                ),
            );
        }
    }
    joined(&said.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A value or a row that stays out, and why.
pub fn refusal(words: &Words, refused: &ImportRefusal) -> String {
    let values = [
        ("line", refused.line.into()),
        ("head", refused.head.as_str().into()),
        ("value", refused.value.as_str().into()),
    ];
    let id = match refused.why {
        Unfit::Nobody => id!("import-refused-nobody"),
        Unfit::Spoiled => id!("import-refused-spoiled"),
        Unfit::OtherHeads => id!("import-refused-heads"),
        Unfit::Whose => id!("import-refused-whose"),
        Unfit::UnknownId => id!("import-refused-id"),
        Unfit::SameNumber => id!("import-refused-number"),
        Unfit::OtherName => id!("import-refused-other-name"),
        Unfit::Value => id!("import-refused"),
        Unfit::Broken => id!("import-refused-broken"),
    };
    words.say(id, &values)
}

/// The whole preview, as lines.
///
/// `kept` are the heads, normalised, that go where an earlier list put them.
pub fn lines(
    words: &Words,
    context: ImportContext<'_>,
    table: &Spreadsheet,
    import: &Import,
    kept: &BTreeSet<String>,
) -> Vec<String> {
    let mut lines = summary(words, import);
    if let Some(sheet) = &import.sheet {
        lines.push(words.say(id!("import-sheet"), &[("sheet", sheet.as_str().into())]));
    }
    let columns = import.headings.iter().enumerate().filter(|(at, _)| !table.heads[*at].is_empty());
    let column = |(at, heading): (usize, &Heading)| {
        let is_kept = kept.contains(&slug(&table.heads[at]));
        let kept = if is_kept { words.get(id!("import-kept")) } else { "".into() };
        format!("  {} {kept}", column(words, table, at, heading)).trim_end().to_owned()
    };
    lines.extend(columns.map(column));
    lines.extend(import.refused.iter().map(|refused| refusal(words, refused)));
    if !import.people.is_empty() {
        lines.push(String::new());
    }
    let ticked = import.people.iter().filter(|person| person.is_ticked);
    let aliases = context.folder.board.aliases();
    let alias = |id: &str| aliases.get(id).cloned().unwrap_or_else(|| id.to_owned());
    let folder = import.seen_from(context.folder);
    lines.extend(ticked.map(|found| person(words, &folder, found, Level::Direction, alias)));
    lines
}
