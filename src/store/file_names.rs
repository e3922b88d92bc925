//! The names that sync clients give to conflict copies.

use chrono::NaiveDate;

use crate::domain::model::document::FileId;

/// The file of which a name is a conflict copy, as named by OneDrive, Google Drive, Dropbox and Syncthing:
/// `suivi-NOMDUPC`, `suivi (1)`, `suivi (conflict copy)`, `suivi.sync-conflict-20261121`.
pub fn original(folder: &str, stem: &str) -> Option<FileId> {
    let root = if folder.is_empty() {
        FileId::SINGLE.iter().map(FileId::stem).find(|root| stem.starts_with(root))?
    } else {
        dated(stem)?.to_owned()
    };
    let mark = &stem[root.len()..];
    let in_brackets = mark.trim_start().starts_with('(') && mark.ends_with(')');
    let machine = mark.strip_prefix(['-', '_', ' ']).is_some_and(|name| {
        name.chars().any(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || "-_ .".contains(c))
    });
    let is_copy = !mark.is_empty() && (in_brackets || machine || mark.starts_with(".sync-conflict-"));
    let name = if folder.is_empty() { root } else { format!("{folder}/{root}") };
    is_copy.then(|| FileId::parse(&name)).flatten()
}

/// The part of a dated name that is ours: the day or the month, and its number if there were several.
fn dated(stem: &str) -> Option<&str> {
    let day = stem.get(..10).filter(|day| day.parse::<NaiveDate>().is_ok());
    let month = || stem.get(..7).filter(|month| format!("{month}-01").parse::<NaiveDate>().is_ok());
    let when = day.or_else(month)?;
    let rest = stem[when.len()..].strip_prefix('-').unwrap_or_default();
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let numbered = digits > 0 && rest[digits..].chars().next().is_none_or(|c| !c.is_alphanumeric());
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
}
