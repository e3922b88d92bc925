//! Colours by role: the only module that knows colours. Themes are files: the built-in ones, and the user's.

mod clean;
mod raw;

use std::{collections::BTreeMap, sync::OnceLock};

use termprofile::TermProfile;

use crate::domain::value::fault::{Code, Fault};
pub use clean::{Role, Theme};
pub use raw::RawTheme;
use raw::ThemeError;

/// The minimum contrast of a text with its background, as defined by WCAG.
const LEAST: f64 = 4.5;

const SOURCES: [(&str, &str); 4] = [
    ("clair", include_str!("../../../themes/clair.yaml")),
    ("sombre", include_str!("../../../themes/sombre.yaml")),
    ("projecteur", include_str!("../../../themes/projecteur.yaml")),
    ("contraste", include_str!("../../../themes/contraste.yaml")),
];

/// The available themes, and the colour support of the terminal.
#[derive(Clone, Debug)]
pub struct Themes {
    /// Those from other files.
    others: BTreeMap<String, RawTheme>,
    profile: TermProfile,
}

impl Themes {
    /// Creates the list of themes; one from another file replaces the built-in theme of the same name.
    pub fn new(profile: TermProfile, others: Vec<(String, RawTheme)>) -> Self {
        Themes { others: others.into_iter().collect(), profile }
    }

    /// The theme of this name as its file has it.
    fn raw(&self, id: &str) -> Option<&RawTheme> {
        self.others.get(id).or_else(|| built_in(id))
    }

    fn resolve(&self, id: &str) -> Result<Theme, ThemeError> {
        raw::resolve(id, |id| self.raw(id), self.profile)
    }

    /// The theme of this name, or the light one if it does not exist or is invalid.
    pub fn get(&self, id: &str) -> Theme {
        let whole = |id: &str| self.resolve(id).ok();
        whole(id).or_else(|| whole("clair")).unwrap_or_else(|| Theme::bare("clair"))
    }

    /// The names of the valid themes, built-in ones first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let ours = SOURCES.iter().map(|(id, _)| *id);
        let others = self.others.keys().map(String::as_str).filter(|id| !SOURCES.iter().any(|(known, _)| known == id));
        ours.chain(others).filter(|id| self.resolve(id).is_ok())
    }

    /// What makes a theme unusable, or hard to read.
    pub fn faults(&self, id: &str) -> Vec<Fault> {
        match self.resolve(id) {
            Err(wrong) => vec![Fault::new(Code::BadTheme, "").with("cause", wrong.cause).with("value", wrong.value)],
            Ok(theme) => {
                let weak = theme.pairs.iter().filter(|(role, _)| **role != Role::Rule);
                let weak = weak.map(|(role, (ink, ground))| (role, contrast(*ink, *ground)));
                let weak = weak.filter(|(_, contrast)| *contrast < LEAST);
                let name = |role| Role::ALL.iter().find(|(known, ..)| known == role).map_or("", |(_, name, _)| name);
                weak.map(|(role, contrast)| {
                    let fault = Fault::new(Code::WeakContrast, "").with("role", name(role));
                    fault.with("contrast", format!("{contrast:.1}").replace('.', ","))
                })
                .collect()
            }
        }
    }
}

/// A theme of ours, read when it is first asked for.
fn built_in(id: &str) -> Option<&'static RawTheme> {
    static READ: [OnceLock<Option<RawTheme>>; SOURCES.len()] = [const { OnceLock::new() }; SOURCES.len()];
    let at = SOURCES.iter().position(|(known, _)| *known == id)?;
    READ[at].get_or_init(|| serde_yaml::from_str(SOURCES[at].1).ok()).as_ref()
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.1, « contrast ratio »).
pub fn contrast(ink: [u8; 3], ground: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |[r, g, b]: [u8; 3]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (a, b) = (luminance(ink), luminance(ground));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
