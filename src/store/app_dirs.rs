//! The directories for the program's own files: configuration, the demonstration, text being typed. Never in a school
//! folder.

use std::{
    collections::BTreeMap,
    path::{Component, Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{read, write};
use crate::domain::{
    board::layout::{Layout, NamedView},
    privacy::audience::Level,
    value::language::Language,
};

/// The directories for the program's own files.
#[derive(Clone, Debug)]
pub struct AppDirs {
    pub config: PathBuf,
    /// The demonstration school.
    pub data: PathBuf,
    /// Text being typed, which is not synchronised.
    pub state: PathBuf,
}

impl AppDirs {
    /// The directories for this system; `ARRIMAGE_DOSSIERS` puts them all under one folder instead.
    pub fn of_system() -> Self {
        if let Some(root) = std::env::var_os("ARRIMAGE_DOSSIERS").map(PathBuf::from) {
            return AppDirs { config: root.join("config"), data: root.join("data"), state: root.join("state") };
        }
        match directories::ProjectDirs::from("", "", "arrimage") {
            Some(dirs) => AppDirs {
                config: dirs.config_dir().to_owned(),
                data: dirs.data_dir().to_owned(),
                state: dirs.state_dir().unwrap_or(dirs.data_local_dir()).to_owned(),
            },
            None => {
                let root = std::env::temp_dir().join("arrimage");
                AppDirs { config: root.join("config"), data: root.join("data"), state: root.join("state") }
            }
        }
    }

    /// The folder of the demonstration school.
    pub fn demo(&self) -> PathBuf {
        self.data.join("ecole-des-quatre-vents")
    }

    /// The theme files, sorted by name.
    pub fn themes(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.config.join("themes")).into_iter().flatten().flatten();
        let files = entries.map(|entry| entry.path());
        let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|e| e == "yaml")).collect();
        files.sort();
        files
    }

    /// The settings, or the defaults if there is no file; `None` if the file cannot be read.
    pub fn settings(&self) -> Option<Settings> {
        match read::file(&self.settings_file()) {
            Ok(text) if text.trim_ascii().is_empty() => Some(Settings::default()),
            Ok(text) => serde_yaml::from_slice(&text).ok(),
            Err(error) => (error.kind() == std::io::ErrorKind::NotFound).then(Settings::default),
        }
    }

    /// Changes the settings as they are on disk; a file that cannot be read is left alone. Failures are silent, because
    /// nothing in the school depends on the settings.
    pub fn remember(&self, change: impl FnOnce(&mut Settings)) {
        let Some(before) = self.settings() else { return };
        let mut settings = before.clone();
        change(&mut settings);
        if settings != before
            && let Ok(text) = serde_yaml::to_string(&settings)
            && std::fs::create_dir_all(&self.config).is_ok()
        {
            let _ = write::atomic(&self.settings_file(), text.as_bytes());
        }
    }

    fn settings_file(&self) -> PathBuf {
        self.config.join("reglages.yaml")
    }
}

/// What the program remembers between sessions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The theme chosen.
    #[serde(rename = "thème", alias = "theme", default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The language of the screens.
    #[serde(rename = "langue", default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The audience of the screens.
    #[serde(rename = "niveau", default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The column layout of each school's board, by school folder.
    #[serde(rename = "tableaux", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub boards: BTreeMap<PathBuf, Layout>,
    /// The named views of each school's board, by school folder.
    #[serde(rename = "vues", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub views: BTreeMap<PathBuf, Vec<NamedView>>,
    /// The board column chosen in the past for each header of an imported table; an empty value leaves that header out.
    #[serde(rename = "importations", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub heads: BTreeMap<String, String>,
    /// How many versions are kept.
    #[serde(default, skip_serializing_if = "KeptVersions::is_all")]
    pub versions: KeptVersions,
    /// The last folder opened.
    #[serde(rename = "dernier_dossier", default, skip_serializing_if = "Option::is_none")]
    pub last_folder: Option<PathBuf>,
    /// The folders opened before, newest first.
    #[serde(rename = "dossiers", default, skip_serializing_if = "Vec::is_empty")]
    pub recent: Vec<PathBuf>,
    /// Whether the app speaks line by line instead of drawing screens; no if unset.
    #[serde(rename = "lineaire", alias = "linéaire", default, skip_serializing_if = "Option::is_none")]
    pub linear: Option<YesNo>,
    /// Whether the screens have big letters; yes if unset.
    #[serde(rename = "grosses_lettres", default, skip_serializing_if = "Option::is_none")]
    pub big_letters: Option<YesNo>,
    /// The folders of which it was said that they are in a cloud.
    #[serde(rename = "nuages_dits", default, skip_serializing_if = "Vec::is_empty")]
    pub clouds_told: Vec<PathBuf>,
    /// Whether the letters were enlarged for a wall, so that nobody is told again.
    #[serde(rename = "lettres_grossies", default, skip_serializing_if = "Option::is_none")]
    pub enlarged: Option<YesNo>,
}

/// A setting that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum YesNo {
    #[serde(rename = "oui", alias = "yes", alias = "true")]
    Yes,
    #[serde(rename = "non", alias = "no", alias = "false")]
    No,
}

/// How many versions of each file are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptVersions {
    /// The maximum; the oldest unnamed versions are deleted first. `None` keeps all.
    #[serde(rename = "garder", default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<usize>,
}

impl KeptVersions {
    fn is_all(&self) -> bool {
        self.keep.is_none()
    }
}

/// The folder of the user's documents, or else of the user.
pub fn documents() -> PathBuf {
    let dirs = directories::UserDirs::new();
    let found = dirs.map(|dirs| dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned());
    found.unwrap_or_else(|| PathBuf::from("."))
}

/// The folders in which people put files: downloads, documents, the desktop.
pub fn places() -> Vec<PathBuf> {
    let Some(dirs) = directories::UserDirs::new() else { return Vec::new() };
    let known = [dirs.download_dir(), dirs.document_dir(), dirs.desktop_dir()];
    known.into_iter().flatten().map(Path::to_owned).collect()
}

/// The path that somebody typed: `~` is the user's folder.
pub fn typed_path(typed: &str) -> PathBuf {
    let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match typed.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\'])) {
        Some(rest) => home().map_or_else(|| typed.into(), |home| home.join(rest.trim_start_matches(['/', '\\']))),
        None => typed.into(),
    }
}

/// Whether a folder looks like a school folder.
pub fn is_school(folder: &Path) -> bool {
    ["plan.yaml", "suivi.yaml"].iter().any(|file| folder.join(file).exists())
}

/// Where a path leads, through links and « .. », whether or not the folders on the way exist yet.
pub fn real_path(file: &Path) -> PathBuf {
    let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let plain = absolute.components().fold(PathBuf::new(), |mut path, step| {
        match step {
            Component::ParentDir => drop(path.pop()),
            other => path.push(other),
        }
        path
    });
    let real = plain.ancestors().find_map(|above| Some((dunce::canonicalize(above).ok()?, above)));
    real.map_or_else(
        || plain.clone(),
        |(real, above)| {
            let rest = plain.strip_prefix(above).unwrap_or(Path::new(""));
            if rest.as_os_str().is_empty() { real } else { real.join(rest) }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_cannot_be_read_are_left_alone() {
        let home = tempfile::tempdir().expect("a folder");
        let place = |name: &str| home.path().join(name);
        let places = AppDirs { config: place("config"), data: place("data"), state: place("state") };
        places.remember(|settings| settings.theme = Some("sombre".into()));
        assert_eq!(places.settings().and_then(|settings| settings.theme).as_deref(), Some("sombre"));
        let broken = "thème: [sombre\n# mes couleurs\n";
        std::fs::write(places.settings_file(), broken).expect("written");
        assert_eq!(places.settings(), None);
        places.remember(|settings| settings.theme = Some("clair".into()));
        assert_eq!(std::fs::read_to_string(places.settings_file()).expect("there"), broken);
    }
}
