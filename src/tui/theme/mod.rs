//! Colours by role. The only place that knows a colour; themes are files.

mod clean;
mod raw;

use termprofile::TermProfile;

pub use clean::{Role, Theme};
pub use raw::RawTheme;

/// The built-in theme of that name, for what the terminal can show; the light one when there is none.
pub fn built_in(id: &str, profile: TermProfile) -> Theme {
    let known = if SOURCES.iter().any(|(name, _)| *name == id) { id } else { "clair" };
    raw::resolve(known, &source, profile).unwrap_or_else(|| Theme::bare(known))
}

/// The names of the built-in themes.
pub fn names() -> impl Iterator<Item = &'static str> {
    SOURCES.iter().map(|(name, _)| *name)
}

const SOURCES: [(&str, &str); 3] = [
    ("clair", include_str!("../../../themes/clair.yaml")),
    ("sombre", include_str!("../../../themes/sombre.yaml")),
    ("projecteur", include_str!("../../../themes/projecteur.yaml")),
];

fn source(id: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(name, _)| *name == id).map(|(_, text)| *text)
}
