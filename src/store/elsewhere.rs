//! Main files that are not where they should be: under another name, in the cloud, or nowhere.

use std::path::Path;

use super::{file_names, versions};
use crate::domain::{
    model::document::FileId,
    value::fault::{Code, Fault},
};

/// The fault of a main file that is not where it should be: under another name, or nowhere although there are meetings or
/// versions of it.
pub(super) fn lost(root: &Path, file: &FileId) -> Option<Fault> {
    let has_meetings = || {
        let entries = std::fs::read_dir(root.join(FileId::FOLDERS[0])).into_iter().flatten().flatten();
        let mut names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        names.any(|name| name.strip_suffix(".yaml").is_some_and(file_names::is_ours))
    };
    let has_been = || !versions::numbers(root, file).is_empty();
    let is_lost = || matches!(file, FileId::Board | FileId::Plan) && (has_meetings() || has_been());
    misplaced(root, file).or_else(|| is_lost().then(|| Fault::new(Code::NoBoard, file.file())))
}

/// The fault of a main file that is missing and stands under another name.
pub(super) fn misplaced(root: &Path, file: &FileId) -> Option<Fault> {
    if !matches!(file, FileId::Plan | FileId::Board) || root.join(file.file()).exists() {
        return None;
    }
    let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let is_copy =
        |name: &str| name.strip_suffix(".yaml").and_then(|stem| file_names::original("", stem)).as_ref() == Some(file);
    let mut names: Vec<String> = names.collect();
    names.sort_by_key(|name| !file_names::stands_for(name, file));
    let found = names.into_iter().find(|name| file_names::stands_for(name, file) || is_copy(name))?;
    let is_in_cloud = found.to_lowercase().ends_with(".icloud");
    let kind = if is_in_cloud { "cloud" } else { "name" };
    Some(Fault::new(Code::Misplaced, file.file()).with("found", found).with("cause", kind))
}
