//! The form of one record: its fields one after another, under headings.

use std::borrow::Cow;

use crate::{
    domain::{
        board::column::Column,
        model::{
            board::{Departure, Newcomer},
            document::FileId,
            field_kind::Kind,
        },
    },
    tui::{app::App, state::field::Field},
    words::id,
};

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
        let path = self.base.iter().chain(path).map(|step| (*step).to_owned()).collect();
        let heading = self.heading.take();
        self.fields.push(Field { label, file: self.file.clone(), path, kind, heading });
    }

    /// Adds the newcomer field shown by a column.
    pub fn column(&mut self, column: &Column) {
        let Some(place) = column.place() else { return };
        self.add(&place, column.kind(&self.app.folder, &self.app.setting.catalogues));
        if let ([Newcomer::DEPARTURE, Departure::REASON], Some(Field { kind: Kind::Name(known), .. })) =
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
