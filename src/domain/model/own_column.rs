//! The columns of the board that a school makes for itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::value::scalar::{choice, one_or_many, text};

choice! {
    /// What a column of the school's own holds (`type`).
    pub enum OwnKind { Text = "texte", Choice = "choix", Day = "date", Number = "nombre", YesNo = "oui-non" }
}

/// A column of the school's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OwnColumn {
    /// Its key in the record of each person.
    pub id: String,
    /// What it is called.
    #[serde(rename = "nom", default, deserialize_with = "text")]
    pub name: String,
    /// What it holds; texts when it is not said.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OwnKind>,
    /// What may be chosen.
    #[serde(rename = "choix", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub choices: Vec<String>,
}

impl OwnColumn {
    /// What it is called: its name, or its id when it has none.
    pub fn title(&self) -> &str {
        if self.name.trim().is_empty() { &self.id } else { &self.name }
    }
}
