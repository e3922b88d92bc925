//! The names that sync clients give to conflict copies.

use chrono::NaiveDate;

use crate::domain::model::document::FileId;

/// The file of which a name is a copy, as named by OneDrive, Google Drive, Dropbox, iCloud, Syncthing, and by the
/// Explorer and the Finder when somebody copies: `suivi-NOMDUPC`, `suivi (1)`, `suivi 2`, `SUIVI_2`, `suivi.conflict`,
/// `Copie de suivi`, `suivi - Copie (2)`, `suivi.sync-conflict-20261121`; and by git: `suivi~HEAD`, `suivi.orig`.
pub fn original(folder: &str, stem: &str) -> Option<FileId> {
    let (stem, is_prefixed) = match without_prefix(stem) {
        Some(rest) => (rest, true),
        None => (stem, false),
    };
    let root = if folder.is_empty() {
        let is_start = |root: &String| stem.get(..root.len()).is_some_and(|start| start.eq_ignore_ascii_case(root));
        FileId::SINGLE.iter().map(FileId::stem).find(is_start)?
    } else {
        dated(stem)?.to_owned()
    };
    let mark = &stem[root.len()..];
    let name = if folder.is_empty() { root } else { format!("{folder}/{root}") };
    (is_mark(mark) || is_prefixed && mark.is_empty()).then(|| FileId::parse(&name)).flatten()
}

/// The file of which a file of the school folder is a copy, by its path in it.
pub fn copied(name: &str) -> Option<FileId> {
    let stem = name.strip_suffix(".yaml")?;
    let (folder, stem) = stem.rsplit_once('/').unwrap_or(("", stem));
    if folder.is_empty() || FileId::FOLDERS.contains(&folder) { original(folder, stem) } else { None }
}

/// What follows « Copie de » or « Copy of », with or without a number: `Copie (2) de suivi`.
fn without_prefix(stem: &str) -> Option<&str> {
    let start = ["Copie ", "copie ", "Copy ", "copy "].iter().find_map(|start| stem.strip_prefix(start))?;
    let start = match start.strip_prefix('(') {
        Some(numbered) => numbered.split_once(") ")?.1,
        None => start,
    };
    ["de ", "of "].iter().find_map(|of| start.strip_prefix(of))
}

/// Whether what follows the name of a file marks a copy of it.
fn is_mark(mark: &str) -> bool {
    let said = mark.trim_start();
    let in_brackets = said.starts_with('(') && said.ends_with(')') || said.starts_with('[') && said.ends_with(']');
    // « suivi 2 » is what the Finder and iCloud name a second one; « suivi-2025 » is an archive.
    let is_number = |number: &str| number.len() <= 2 && number.parse::<u8>().is_ok();
    // A copy of a copy has two.
    let numbered = mark.strip_prefix([' ', '_', '-']).is_some_and(|rest| rest.split(' ').all(is_number));
    let copied = mark.strip_prefix(['-', '_', ' ']).is_some_and(|name| {
        name.chars().any(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || "-_ .()".contains(c))
    });
    let by_program = [".sync-conflict-", ".conflict", "~", ".orig", ".BACKUP", ".BASE", ".LOCAL", ".REMOTE"];
    in_brackets || numbered || copied || by_program.iter().any(|start| mark.starts_with(start))
}

/// Whether a file beside the main ones is a copy of one of them that nobody reads for its ending: `suivi 2.yml`,
/// `suivi.yaml.orig`, `suivi.yaml.bak`, `plan.yaml~`.
pub fn is_unread_copy(name: &str) -> bool {
    let lower = name.to_lowercase();
    let parts: Vec<&str> = lower.split(['.', '~']).collect();
    let is_of_a_copy = |part: &str| matches!(part, "yml" | "orig" | "bak" | "old" | "yaml");
    let Some((stem, endings)) = parts.split_first() else { return false };
    let is_main = FileId::SINGLE.iter().any(|file| file.stem() == *stem) || original("", stem).is_some();
    !lower.ends_with(".yaml") && is_main && endings.iter().any(|part| is_of_a_copy(part))
}

/// Whether a name in a dated folder is one of ours: the day or the month, and its number if there were several.
pub fn is_ours(stem: &str) -> bool {
    dated(stem) == Some(stem)
}

/// Why nobody reads a file of a dated folder although its name starts as ours do: it is still in the cloud
/// (`.2026-11-12.yaml.icloud`), or it ends otherwise (`2026-11-12.yml`, `2026-11-12.yaml.txt`, `2026-11-12.yaml.bak`,
/// `2026-11-12`).
pub fn why_unread(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let in_cloud = lower.strip_prefix('.').and_then(|name| name.strip_suffix(".icloud"));
    let bare = in_cloud.unwrap_or(&lower);
    let (stem, ending) = bare.split_once(['.', '~']).unwrap_or((bare, ""));
    let is_like_ours =
        ["", "yaml", "yml", "txt", "bak"].iter().any(|like| ending.split(['.', '~']).next() == Some(like));
    let is_read = name.strip_suffix(".yaml").is_some_and(is_ours);
    let why = if in_cloud.is_some() { "cloud" } else { "ending" };
    (is_ours(stem) && is_like_ours && !is_read).then_some(why)
}

/// The name under which a main file that is missing stands in the folder, as an editor, a phone or a cloud drive left it:
/// `Suivi.yaml`, `suivi.yml`, `suivi.yaml.txt`, `.suivi.yaml.icloud`.
pub fn stands_for(name: &str, file: &FileId) -> bool {
    let stem = file.stem();
    let name = name.to_lowercase();
    let name = name.strip_prefix('.').and_then(|name| name.strip_suffix(".icloud")).unwrap_or(&name);
    let ending = name.strip_prefix(stem.as_str()).unwrap_or_default();
    matches!(ending, ".yaml" | ".yml" | ".yaml.txt" | ".yml.txt" | ".txt" | ".yaml.yaml")
}

/// The part of a dated name that is ours: the day or the month, and its number if there were several.
fn dated(stem: &str) -> Option<&str> {
    let day = stem.get(..10).filter(|day| day.parse::<NaiveDate>().is_ok());
    let month = || stem.get(..7).filter(|month| format!("{month}-01").parse::<NaiveDate>().is_ok());
    let when = day.or_else(month)?;
    let rest = stem[when.len()..].strip_prefix('-').unwrap_or_default();
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    // The second of a day is the first to have a number, without a zero before it.
    let is_a_rank = digits > 0 && !rest.starts_with('0') && &rest[..digits] != "1";
    let numbered = is_a_rank && rest[digits..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    Some(if numbered { &stem[..when.len() + 1 + digits] } else { when })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sync_clients_are_known_by_the_names_they_give() {
        for (folder, stem, file) in [
            ("", "suivi-NOMDUPC", Some("suivi")),
            ("", "suivi-MacBook-Air-de-Luc", Some("suivi")),
            ("", "suivi (1)", Some("suivi")),
            ("", "plan (Copie en conflit de Hélène 2026-11-21)", Some("plan")),
            ("", "suivi (SFConflict h.gagnon 2026-11-21)", Some("suivi")),
            ("", "suivi.sync-conflict-20261121-081400-ABCDEFG", Some("suivi")),
            ("", "suivi 2", Some("suivi")),
            ("", "Copie de suivi", Some("suivi")),
            ("", "Copy of suivi", Some("suivi")),
            ("", "Copie (2) de suivi", Some("suivi")),
            ("", "suivi - Copie (2)", Some("suivi")),
            ("", "suivi[Conflict]", Some("suivi")),
            ("", "suivi.conflict", Some("suivi")),
            ("", "suivi_2", Some("suivi")),
            ("", "suivi 2 2", Some("suivi")),
            ("regulations", "2026-11-12 2 2", Some("regulations/2026-11-12")),
            ("", "SUIVI 2", Some("suivi")),
            ("", "suivi~HEAD", Some("suivi")),
            ("", "suivi.orig", Some("suivi")),
            ("", "Suivi", None),
            ("regulations", "2026-11-12 2", Some("regulations/2026-11-12")),
            ("regulations", "Copie de 2026-11-12", Some("regulations/2026-11-12")),
            ("regulations", "notes", None),
            ("", "suivi 2025", None),
            ("", "suivi", None),
            ("", "suivi-2025", None),
            ("", "planification", None),
            ("regulations", "2026-11-19", None),
            ("regulations", "2026-11-19-2", None),
            ("regulations", "2026-11-19-PC-7", Some("regulations/2026-11-19")),
            ("regulations", "2026-11-19-2 (1)", Some("regulations/2026-11-19-2")),
            ("impacts", "2027-02-10-DESKTOP", Some("impacts/2027-02-10")),
            ("sondages", "2027-02-2 (1)", Some("sondages/2027-02-2")),
            ("sondages", "2027-02", None),
        ] {
            assert_eq!(original(folder, stem).map(|file| file.stem()), file.map(Into::into), "{folder} {stem}");
        }
    }

    #[test]
    fn a_copy_that_nobody_reads_for_its_ending_is_told() {
        for (name, told) in [
            ("suivi 2.yml", true),
            ("suivi.yaml.orig", true),
            ("plan.yaml.bak", true),
            ("plan.yaml~", true),
            ("suivi.yaml", false),
            ("suivi 2.yaml", false),
            ("suivi.xlsx", false),
            ("planification.yml", false),
            ("notes.bak", false),
        ] {
            assert_eq!(is_unread_copy(name), told, "{name}");
        }
    }

    #[test]
    fn only_dates_and_their_numbers_are_ours() {
        for (stem, ours) in [
            ("2026-11-12", true),
            ("2026-11-12-2", true),
            ("2027-02", true),
            ("2027-02-3", true),
            ("2026-11-12 2", false),
            ("notes", false),
            ("2026-13-45", false),
            ("2026-11-12-0", false),
            ("2026-11-12-1", false),
            ("2026-11-12-02", false),
            ("2026-11-12-12", true),
            ("2026-11-12-comite", false),
        ] {
            assert_eq!(is_ours(stem), ours, "{stem}");
        }
    }

    #[test]
    fn a_main_file_is_known_under_the_names_that_others_give_it() {
        for (name, is_it) in [
            ("Suivi.yaml", true),
            ("suivi.yml", true),
            ("suivi.yaml.txt", true),
            (".suivi.yaml.icloud", true),
            ("suivi-2025.yaml", false),
            ("plan.yml", false),
        ] {
            assert_eq!(stands_for(name, &FileId::Board), is_it, "{name}");
        }
    }
}
