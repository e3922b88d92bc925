//! A theme as its file writes it, all optional, and the one function that makes it whole.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use schemars::JsonSchema;
use serde::Deserialize;
use termprofile::TermProfile;

use super::clean::{Role, Theme};

/// A theme file.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTheme {
    /// The name people see.
    #[serde(rename = "nom", default)]
    name: Option<String>,
    /// The theme it starts from.
    #[serde(rename = "étend", alias = "etend", default)]
    extends: Option<String>,
    /// Colours by name: `#rrggbb`, then the one of sixteen that stands for it.
    #[serde(default)]
    palette: BTreeMap<String, (String, String)>,
    /// Styles by role.
    #[serde(rename = "rôles", alias = "roles", default)]
    roles: BTreeMap<String, RawStyle>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawStyle {
    #[serde(rename = "encre")]
    ink: String,
    #[serde(rename = "fond")]
    ground: String,
    #[serde(rename = "gras", default, with = "crate::domain::scalar::yes_no", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<bool>")]
    bold: Option<bool>,
}

/// Extending goes no deeper than this.
const DEEPEST: usize = 8;

/// The whole theme of a name, with what it extends; `None` when a file is missing, unreadable or incomplete.
pub fn resolve(id: &str, source: &dyn Fn(&str) -> Option<&'static str>, profile: TermProfile) -> Option<Theme> {
    let mut chain = Vec::new();
    let mut next = Some(id.to_owned());
    while let Some(id) = next {
        let raw: RawTheme = serde_yaml::from_str(source(&id)?).ok()?;
        next = raw.extends.clone();
        chain.push(raw);
        if chain.len() > DEEPEST {
            return None;
        }
    }
    let mut whole = RawTheme::default();
    for RawTheme { name, extends: _, palette, roles } in chain.into_iter().rev() {
        whole.name = name.or(whole.name);
        whole.palette.extend(palette);
        whole.roles.extend(roles);
    }
    let RawTheme { name, extends: _, palette, roles } = whole;
    let mut styles = BTreeMap::new();
    let mut pairs = BTreeMap::new();
    for (role, key, _) in Role::ALL {
        let RawStyle { ink, ground, bold } = roles.get(key)?;
        let (ink, ground) = (palette.get(ink)?, palette.get(ground)?);
        let mut style = Style::new();
        if let (Some(fg), Some(bg)) = (colour(ink, profile)?, colour(ground, profile)?) {
            style = style.fg(fg).bg(bg);
        }
        if *bold == Some(true) {
            style = style.add_modifier(Modifier::BOLD);
        }
        // Without colours, the line under the cursor is told by its reverse.
        if role == Role::Selected && profile <= TermProfile::Ansi16 {
            style = Style::new().add_modifier(Modifier::REVERSED);
        }
        styles.insert(role, style);
        pairs.insert(role, (rgb(&ink.0)?, rgb(&ground.0)?));
    }
    Some(Theme { id: id.to_owned(), name: name?, styles, pairs })
}

/// The colour that the terminal can show; `Some(None)` when it shows none.
fn colour((written, fallback): &(String, String), profile: TermProfile) -> Option<Option<Color>> {
    let [r, g, b] = rgb(written)?;
    Some(match profile {
        TermProfile::TrueColor => Some(Color::Rgb(r, g, b)),
        TermProfile::Ansi256 => profile.adapt_color(Color::Rgb(r, g, b)),
        TermProfile::Ansi16 => Some(fallback.parse().ok()?),
        TermProfile::NoColor | TermProfile::NoTty => None,
    })
}

fn rgb(written: &str) -> Option<[u8; 3]> {
    let digits = written.strip_prefix('#').filter(|d| d.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}
