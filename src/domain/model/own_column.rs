//! The columns of the board that a school makes for itself.

use crate::domain::value::{record::record, scalar::choice};

choice! {
    /// What a column of the school's own holds (`type`).
    pub enum OwnKind { Text = "texte", Choice = "choix", Day = "date", Number = "nombre", YesNo = "oui-non" }
}

record! {
    /// A column of the school's own.
    pub struct OwnColumn {
        /// Its key in the record of each person.
        pub id: String = ID "id" required;
        /// What it is called.
        pub name: String = NAME "nom" written;
        /// What it holds; texts when it is not said.
        pub kind: Option<OwnKind> = KIND "type";
        /// What may be chosen.
        pub choices: Vec<String> = CHOICES "choix";
    }
}

impl OwnColumn {
    /// What it is called: its name, or its id when it has none.
    pub fn title(&self) -> &str {
        if self.name.trim().is_empty() { &self.id } else { &self.name }
    }
}
