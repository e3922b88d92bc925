//! A resolved theme: nothing optional, nothing left to look up.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

/// The purpose of a piece of the screen, which decides its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Secondary text: labels, hints.
    Dim,
    Title,
    /// The accent colour: the current place.
    Accent,
    /// The line under the cursor, from edge to edge.
    Selected,
    /// Rules and borders.
    Rule,
    /// The bars at the top and bottom.
    Bar,
    /// Keys in the bars.
    Key,
    /// A field being edited.
    Input,
    /// The cell under the cursor, within the selected line.
    Cell,
    /// Going well, done.
    Good,
    Watch,
    /// Late, wrong, needing more support.
    Alert,
    Unknown,
}

impl Role {
    /// Every role, each with its name in the theme files and its letter in screen snapshots.
    pub const ALL: [(Role, &'static str, char); 14] = [
        (Role::Text, "texte", '.'),
        (Role::Dim, "discret", 'd'),
        (Role::Title, "titre", 'T'),
        (Role::Accent, "accent", 'A'),
        (Role::Selected, "choisi", 'S'),
        (Role::Rule, "filet", '-'),
        (Role::Bar, "barre", 'b'),
        (Role::Key, "touche", 'k'),
        (Role::Input, "saisie", 'I'),
        (Role::Cell, "cellule", 'C'),
        (Role::Good, "bien", 'g'),
        (Role::Watch, "suivre", 'w'),
        (Role::Alert, "alerte", '!'),
        (Role::Unknown, "inconnu", '?'),
    ];
}

/// A resolved theme.
#[derive(Clone, Debug)]
pub struct Theme {
    /// The name of its file.
    pub id: String,
    /// The name people see.
    pub name: String,
    pub(super) styles: BTreeMap<Role, Style>,
    /// The text and background colours from the file, to check contrasts.
    pub pairs: BTreeMap<Role, ([u8; 3], [u8; 3])>,
}

impl Theme {
    /// A theme with a distinct colour per role, to read roles back from a screen.
    pub fn of_roles() -> Theme {
        let styles = Role::ALL
            .iter()
            .enumerate()
            .map(|(i, (role, ..))| (*role, Style::new().bg(Color::Indexed(u8::try_from(i + 1).unwrap_or(0)))));
        Theme { id: "roles".into(), name: "roles".into(), styles: styles.collect(), pairs: BTreeMap::new() }
    }

    /// A theme of text attributes only, for when none can be read.
    pub(super) fn bare(id: &str) -> Theme {
        let style = |role| match role {
            Role::Selected => Style::new().add_modifier(Modifier::REVERSED),
            Role::Cell => Style::new().add_modifier(Modifier::UNDERLINED),
            Role::Title | Role::Accent | Role::Key | Role::Alert => Style::new().add_modifier(Modifier::BOLD),
            _ => Style::new(),
        };
        let styles = Role::ALL.iter().map(|(role, ..)| (*role, style(*role))).collect();
        Theme { id: id.into(), name: id.into(), styles, pairs: BTreeMap::new() }
    }

    /// The style of a black screen, the same in every theme.
    pub fn black() -> Style {
        Style::new().fg(Color::DarkGray).bg(Color::Black)
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }
}
