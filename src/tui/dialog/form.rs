//! The form of one record: its fields one after another, under headings.

use std::borrow::Cow;

use crate::{
    domain::{
        board::{column::Column, needs},
        model::{
            board::{Departure, Newcomer},
            document::FileId,
            field_kind::Kind,
        },
    },
    tui::{app::App, state::field::Field},
    words::id,
};

/// The kind of the needs of a newcomer: the school's own words first, the most used before the others, and what another job
/// needs last.
pub fn needs_of(app: &App, person: &str) -> Kind {
    let catalogues = &app.setting.catalogues;
    let mut kind = Column::Field(Newcomer::NEEDS).kind(&app.folder, catalogues);
    if let Kind::Many(known) = &mut kind {
        let job = app.folder.board.person(person).map_or("", |person| person.job.as_str());
        needs::by_job(known, catalogues, job);
    }
    kind
}

/// Builds the fields of one record.
pub struct RecordForm<'a> {
    pub app: &'a App,
    /// The document.
    pub file: FileId,
    /// The path of the record.
    pub base: Vec<&'a str>,
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// The heading of the next field.
    heading: Option<String>,
}

impl<'a> RecordForm<'a> {
    /// A form without fields, of the record at a path.
    pub fn new(app: &'a App, file: FileId, base: Vec<&'a str>) -> Self {
        RecordForm { app, file, base, fields: Vec::new(), heading: None }
    }

    /// Adds a field; its label is the `field-` word of its last key, without accents.
    pub fn add(&mut self, path: &[&str], kind: Kind) {
        let keys: Vec<&str> = path.iter().copied().filter(|step| step.parse::<usize>().is_err()).collect();
        let label = self.app.words.field(&keys).map_or_else(|| keys.join(" "), Cow::into_owned);
        self.labelled(label, path, kind);
    }

    /// Adds a field under a label of its own.
    pub fn labelled(&mut self, label: impl Into<String>, path: &[&str], kind: Kind) {
        let label = label.into();
        let path = self.base.iter().chain(path).map(|step| (*step).to_owned()).collect();
        let heading = self.heading.take();
        self.fields.push(Field { label, file: self.file.clone(), path, kind, heading });
    }

    /// Adds the newcomer field shown by a column.
    pub fn column(&mut self, column: &Column) {
        let Some(place) = column.place() else { return };
        let kind = match (place.as_slice(), self.base.as_slice()) {
            ([Newcomer::NEEDS], [_, id]) => needs_of(self.app, id),
            _ => column.kind(&self.app.folder, &self.app.setting.catalogues),
        };
        self.add(&place, kind);
        if let ([Newcomer::DEPARTURE, Departure::REASON], Some(Field { kind: Kind::Used(known), .. })) =
            (place.as_slice(), self.fields.last_mut())
        {
            let usual = self.app.words.get(id!("departure-reasons"));
            known.extend(
                usual
                    .split("; ")
                    .filter(|reason| !known.iter().any(|k| k == reason))
                    .map(Into::into)
                    .collect::<Vec<_>>(),
            );
        }
        if let (Column::Own(own), Some(field)) = (column, self.fields.last_mut()) {
            field.label = own.title().to_owned();
        }
    }

    /// Puts a heading above the next field.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.heading = Some(text.into());
    }
}
