//! The user's own themes, from the configuration folder.

use termprofile::TermProfile;

use crate::{
    domain::value::fault::Fault,
    store::{app_dirs::AppDirs, read, yaml::parse},
    tui::theme::{RawTheme, Themes},
};

/// Reads every theme, with the faults of the user's own.
pub fn read(places: &AppDirs, profile: TermProfile) -> (Themes, Vec<Fault>) {
    let (mut others, mut faults) = (Vec::new(), Vec::new());
    for path in places.themes() {
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = format!("themes/{id}.yaml");
        let read = read::bytes(&path, &name).and_then(|bytes| read::decode(&name, &bytes));
        match read.and_then(|(text, _)| parse::typed::<RawTheme>(&name, &text)) {
            Ok(theme) => others.push((id, theme)),
            Err(fault) => faults.push(fault),
        }
    }
    let ids: Vec<String> = others.iter().map(|(id, _)| id.clone()).collect();
    let themes = Themes::new(profile, others);
    for id in ids {
        let found = themes.faults(&id).into_iter();
        faults.extend(found.map(|fault| fault.in_file(format!("themes/{id}.yaml"))));
    }
    (themes, faults)
}
