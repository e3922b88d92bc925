//! A theme as written in its file, with optional values, and its resolution.

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
    /// The theme it extends.
    #[serde(rename = "étend", alias = "etend", default)]
    extends: Option<String>,
    /// Colours by name: `#rrggbb`, then the fallback among the 16 ANSI colours.
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
    #[serde(rename = "gras", default, deserialize_with = "crate::domain::value::record::read")]
    bold: Option<bool>,
}

/// The maximum depth of `extends`.
const DEEPEST: usize = 8;

/// Why a theme is unusable: the key of the sentence to show, and the value at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeError {
    pub cause: &'static str,
    pub value: String,
}

fn wrong(cause: &'static str, value: &str) -> ThemeError {
    ThemeError { cause, value: value.to_owned() }
}

/// Resolves a theme with what it extends.
///
/// # Errors
/// If a theme does not exist or extends itself, if a role or a colour is missing, or if a colour is malformed.
pub fn resolve<'a>(
    id: &str,
    named: impl Fn(&str) -> Option<&'a RawTheme>,
    profile: TermProfile,
) -> Result<Theme, ThemeError> {
    let mut chain = Vec::new();
    let mut next = Some(id.to_owned());
    while let Some(id) = next {
        let base = named(&id).ok_or_else(|| wrong("base", &id))?;
        next = base.extends.clone();
        chain.push(base.clone());
        if chain.len() > DEEPEST {
            return Err(wrong("loop", &id));
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
        let RawStyle { ink, ground, bold } = roles.get(key).ok_or_else(|| wrong("role", key))?;
        let colour_of = |name: &String| palette.get(name).ok_or_else(|| wrong("colour", name));
        let (ink, ground) = (colour_of(ink)?, colour_of(ground)?);
        let mut style = Style::new();
        if let (Some(fg), Some(bg)) = (colour(ink, profile)?, colour(ground, profile)?) {
            style = style.fg(fg).bg(bg);
        }
        if *bold == Some(true) {
            style = style.add_modifier(Modifier::BOLD);
        }
        // Without colours, the selected line is reversed and inputs are underlined.
        match role {
            Role::Selected if profile <= TermProfile::Ansi16 => {
                style = Style::new().add_modifier(Modifier::REVERSED);
            }
            Role::Cell | Role::Input if profile <= TermProfile::NoColor => {
                style = style.add_modifier(Modifier::UNDERLINED);
            }
            _ => {}
        }
        styles.insert(role, style);
        pairs.insert(role, (rgb(&ink.0)?, rgb(&ground.0)?));
    }
    Ok(Theme { id: id.to_owned(), name: name.unwrap_or_else(|| id.to_owned()), styles, pairs })
}

/// The colour as the terminal can show it; `None` when it shows no colours.
fn colour(pair: &(String, String), profile: TermProfile) -> Result<Option<Color>, ThemeError> {
    let (written, fallback) = pair;
    let [r, g, b] = rgb(written)?;
    let sixteen = fallback.parse::<Color>().ok().filter(|colour| !matches!(colour, Color::Rgb(..) | Color::Indexed(_)));
    let sixteen = sixteen.ok_or_else(|| wrong("sixteen", fallback))?;
    Ok(match profile {
        TermProfile::TrueColor => Some(Color::Rgb(r, g, b)),
        TermProfile::Ansi256 => profile.adapt_color(Color::Rgb(r, g, b)),
        TermProfile::Ansi16 => Some(sixteen),
        TermProfile::NoColor | TermProfile::NoTty => None,
    })
}

fn rgb(written: &str) -> Result<[u8; 3], ThemeError> {
    let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
    let part = |at: usize| u8::from_str_radix(digits?.get(at..at + 2)?, 16).ok();
    let parts = || Some([part(0)?, part(2)?, part(4)?]);
    parts().ok_or_else(|| wrong("written", written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_of_somebody_extends_ours_and_mistakes_are_named() {
        let ours = || serde_yaml::from_str::<RawTheme>(include_str!("../../../themes/clair.yaml")).expect("a theme");
        let with = |text: &str| {
            let mine = serde_yaml::from_str::<RawTheme>(text).expect("reads");
            let raw = BTreeMap::from([("clair".to_owned(), ours()), ("mien".to_owned(), mine)]);
            resolve("mien", |id| raw.get(id), TermProfile::TrueColor)
        };
        let mine = with("étend: clair\npalette: {bleu: ['#3b0764', magenta]}\n").expect("is whole");
        assert_eq!(mine.pairs[&Role::Title].0, [0x3b, 0x07, 0x64]);
        assert_eq!(mine.pairs[&Role::Text].0, [0x1d, 0x26, 0x30], "the rest stays");
        for (text, cause, value) in [
            ("étend: claire", "base", "claire"),
            ("étend: mien", "loop", "mien"),
            ("nom: Vide", "role", "texte"),
            ("étend: clair\npalette: {bleu: ['3b0764', blue]}", "written", "3b0764"),
            ("étend: clair\npalette: {bleu: ['#3b076é', blue]}", "written", "#3b076é"),
            ("étend: clair\npalette: {bleu: ['#3b0764', bleu]}", "sixteen", "bleu"),
            ("étend: clair\nrôles: {texte: {encre: rose, fond: papier}}", "colour", "rose"),
        ] {
            assert_eq!(with(text).expect_err("is wrong"), wrong(cause, value), "{text}");
        }
    }
}
