//! The aliases under which a wall names people.

use std::collections::HashMap;

use super::board::Board;
use crate::domain::value::text::initials;

impl Board {
    /// The alias that a wall shows for a person: the one given, or the initials, made unique by a number.
    pub fn alias(&self, id: &str) -> String {
        self.aliases().remove(id).unwrap_or_else(|| id.to_owned())
    }

    /// The alias of each person, by id.
    pub fn aliases(&self) -> HashMap<&str, String> {
        let mut used: HashMap<String, usize> = HashMap::new();
        let mut aliases = HashMap::new();
        for person in &self.people {
            let mine = match &person.alias {
                Some(alias) if !alias.trim().is_empty() => alias.clone(),
                _ => initials(&person.name),
            };
            let count = used.entry(mine.clone()).or_default();
            *count += 1;
            let alias = match (mine.is_empty(), *count) {
                (true, _) => person.id.clone(),
                (false, 1) => mine,
                (false, count) => format!("{mine}{count}"),
            };
            // A duplicate id refers to its first record.
            aliases.entry(person.id.as_str()).or_insert(alias);
        }
        aliases
    }
}
