//! Custom columns that a school adds to the board.

use crate::domain::value::{record::record, scalar::choice};

choice! {
    /// The type of a custom column (`type`).
    pub enum OwnKind { Text = "texte", Choice = "choix", Day = "date", Number = "nombre", YesNo = "oui-non" }
}

record! {
    /// A custom column.
    pub struct OwnColumn {
        /// Its key in the record of each person.
        pub id: String = ID "id" required;
        /// Its name.
        pub name: String = NAME "nom" written;
        /// The type of its values; text when absent.
        pub kind: Option<OwnKind> = KIND "type";
        /// The allowed values of a column of type `choix`.
        pub choices: Vec<String> = CHOICES "choix";
    }
}

impl OwnColumn {
    /// Its name, or its id if the name is blank.
    pub fn title(&self) -> &str {
        if self.name.trim().is_empty() { &self.id } else { &self.name }
    }
}
