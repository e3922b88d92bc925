//! Exported files on disk. One that somebody has changed since is never written over.

use std::{
    collections::BTreeMap,
    io::Write,
    path::{Component, Path, PathBuf},
};

use siphasher::sip::SipHasher13;

use super::{
    app_dirs::{is_school, real_path},
    read,
    school::SchoolFolder,
    write,
};
use crate::domain::value::fault::{Code, Fault};

/// The subfolder for a school's exports.
pub const FOLDER: &str = "exports";

/// The file that says what was exported, by name: a hash of the bytes, to tell whether somebody has changed them since.
pub(super) const EXPORTED: &str = ".arrimage/exports.yaml";

/// Writes a file into a school's exports, and returns its path relative to the school.
///
/// # Errors
/// See [`write()`].
pub fn keep(root: &Path, name: &str, bytes: &[u8]) -> Result<String, Fault> {
    // A folder that was taken away is not made again for its papers alone.
    if !root.is_dir() {
        let gone = read::reason(&std::io::ErrorKind::NotFound.into());
        return Err(Fault::new(Code::NotWritten, root.display().to_string()).with("cause", gone));
    }
    let written = write(root, &root.join(FOLDER).join(name), bytes)?;
    let name = written.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!("{FOLDER}/{name}"))
}

/// Writes an exported file, creating its folder if needed, and returns where it is. If there is a file of that name that
/// was not exported, or that somebody has changed since, it is left alone and the new one is numbered.
///
/// # Errors
/// If it would replace a file of a school, or if it cannot be written; an existing file is then unchanged.
pub fn write(root: &Path, file: &Path, bytes: &[u8]) -> Result<PathBuf, Fault> {
    if is_of_a_school(file) {
        return Err(Fault::new(Code::NotAnExport, file.display().to_string()));
    }
    let mut exported = exported(root);
    let is_free = |path: &PathBuf| match read::file(path) {
        Ok(there) => there == bytes || exported.get(&known_as(root, path)) == Some(&hash(&there)),
        // A device may be there, which holds nothing.
        Err(_) => !path.is_file(),
    };
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let ending = file.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    let numbered = (2..).map(|number| file.with_file_name(format!("{stem} ({number}){ending}")));
    let path = std::iter::once(file.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| file.to_owned());
    put(&path, bytes)?;
    exported.insert(known_as(root, &path), hash(bytes));
    // Without this record, the next export of that name is only numbered.
    if root.is_dir()
        && let Ok(text) = serde_yaml::to_string(&exported)
        && write::private_folder(&root.join(".arrimage")).is_ok()
    {
        let _ = write::atomic(&root.join(EXPORTED), text.as_bytes());
    }
    Ok(path)
}

/// The name by which an exported file is remembered: its own among the exports, its whole path elsewhere.
fn known_as(root: &Path, file: &Path) -> String {
    let (real, exports) = (real_path(file), real_path(&root.join(FOLDER)));
    real.strip_prefix(exports).unwrap_or(&real).to_string_lossy().into_owned()
}

/// Whether a file of the exports still has the bytes that were exported, so that it can be made again.
pub(super) fn is_unchanged(root: &Path, name: &str, bytes: &[u8]) -> bool {
    exported(root).get(name) == Some(&hash(bytes))
}

/// What was exported, by name: a hash of the bytes.
fn exported(root: &Path) -> BTreeMap<String, u64> {
    read::file(&root.join(EXPORTED)).ok().and_then(|text| serde_yaml::from_slice(&text).ok()).unwrap_or_default()
}

fn put(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let fault = |error| Fault::new(Code::NotWritten, file.display().to_string()).with("cause", read::reason(&error));
    // A device or a pipe is written through, never replaced.
    if std::fs::metadata(file).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        let device = std::fs::File::options().write(true).open(file);
        return device.and_then(|mut device| device.write_all(bytes)).map_err(fault);
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = write::private_folder(folder).and_then(|()| write::atomic(file, bytes));
    written.map(|_| ()).map_err(fault)
}

/// Whether a path is that of something that the program keeps in a school: any YAML file, and its versions.
fn is_of_a_school(file: &Path) -> bool {
    let real = real_path(file);
    let Some(root) = real.ancestors().skip(1).find(|folder| is_school(folder)) else { return false };
    let is_yaml = real.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml"));
    let inside = real.strip_prefix(root).unwrap_or(&real);
    let is_hidden = |step: Component<'_>| step.as_os_str().to_string_lossy().starts_with('.');
    let is_ours = inside.starts_with("versions") || inside.components().any(is_hidden);
    (is_yaml || is_ours) && !inside.starts_with(FOLDER)
}

fn hash(bytes: &[u8]) -> u64 {
    SipHasher13::new().hash(bytes)
}

/// The name of the school's own letter to whoever arrives.
const LETTER: &str = "bienvenue.md";

impl SchoolFolder {
    /// The school's own letter to whoever arrives, if it has one that reads.
    pub fn letter(&self) -> Option<String> {
        let bytes = read::file(&self.root().join(LETTER)).ok()?;
        let (text, _) = read::decode(LETTER, &bytes).ok()?;
        Some(text).filter(|text| !text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_that_somebody_has_changed_is_left_alone() {
        let school = tempfile::tempdir().expect("a folder");
        std::fs::write(school.path().join("plan.yaml"), "format: 1\n").expect("written");
        let keep = |bytes: &str| keep(school.path(), "bilan.docx", bytes.as_bytes()).expect("written");
        let text = |name: &str| std::fs::read_to_string(school.path().join(FOLDER).join(name)).expect("a text");
        assert_eq!(keep("un"), "exports/bilan.docx");
        assert_eq!(keep("deux"), "exports/bilan.docx", "ours is replaced");
        std::fs::write(school.path().join("exports/bilan.docx"), "corrigé dans Word").expect("written");
        assert_eq!(keep("trois"), "exports/bilan (2).docx");
        assert_eq!(keep("quatre"), "exports/bilan (2).docx");
        assert_eq!((text("bilan.docx").as_str(), text("bilan (2).docx").as_str()), ("corrigé dans Word", "quatre"));
    }

    #[test]
    fn an_export_never_replaces_a_file_of_a_school() {
        let school = tempfile::tempdir().expect("a folder");
        let at = |name: &str| school.path().join(name);
        std::fs::write(at("suivi.yaml"), "format: 1\n").expect("written");
        std::fs::create_dir(at("regulations")).expect("made");
        std::fs::create_dir(at("versions")).expect("made");
        for name in ["suivi.yaml", "plan.yaml", "Notes.YAML", "regulations/2026-11-12.yaml", "versions/x.md"] {
            let refused = write(school.path(), &at(name), b"x").expect_err("is refused");
            assert_eq!(refused.code, Code::NotAnExport, "{name}");
        }
        let around = write(school.path(), &at("exports/../suivi.yaml"), b"x").expect_err("is refused");
        assert_eq!(around.code, Code::NotAnExport);
        assert_eq!(std::fs::read(at("suivi.yaml")).expect("read"), b"format: 1\n");
        write(school.path(), &at("bilan.md"), b"x").expect("any other file is written");
        write(school.path(), &at("exports/bilan.md"), b"x").expect("any other file is written");
    }

    #[test]
    fn a_file_that_was_there_before_is_left_alone_wherever_it_is() {
        let (school, desk) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let theirs = desk.path().join("plan.html");
        std::fs::write(&theirs, "à moi").expect("written");
        let write = |bytes: &str| write(school.path(), &theirs, bytes.as_bytes()).expect("written");
        assert_eq!(write("un"), desk.path().join("plan (2).html"));
        assert_eq!(write("deux"), desk.path().join("plan (2).html"), "ours is replaced");
        assert_eq!(std::fs::read_to_string(&theirs).expect("read"), "à moi");
    }
}
