//! The links of a row of the plan, opened with the program of the system once a question has shown where they lead.

use std::path::{Component, Path};

use crate::{
    tui::{
        app::App,
        components::picker::Choice,
        effect::Effect,
        state::{
            consent::Consent,
            dialog::{Chosen, Dialog},
        },
    },
    words::id,
};

/// What a document is named; a program or a shortcut that a plan names is not opened.
const DOCUMENTS: [&str; 16] = [
    "csv", "doc", "docx", "htm", "html", "jpeg", "jpg", "md", "odp", "ods", "odt", "pdf", "png", "pptx", "txt", "xlsx",
];

/// Asks whether to open the link of a row, or first which one.
pub fn ask(app: &mut App, row: &str) -> Vec<Effect> {
    let links = app.folder.plan.row(row).map(|row| row.links.clone()).unwrap_or_default();
    match links.as_slice() {
        [] => {
            app.warn(app.words.get(id!("links-none")).into_owned());
            Vec::new()
        }
        [link] => confirm(app, link),
        links => {
            let choices = links.iter().map(|link| Choice::new(Chosen::Link(link.clone()), link)).collect();
            app.open(Dialog::menu(app.words.get(id!("action-open-link")), choices, None))
        }
    }
}

/// Shows where a link leads before it is opened.
pub fn confirm(app: &mut App, link: &str) -> Vec<Effect> {
    match target(link) {
        Some(target) => app.open(Dialog::ask(vec![target.to_owned()], Consent::OpenFile(target.to_owned()))),
        None => {
            app.warn(app.words.get(id!("link-unread")).into_owned());
            Vec::new()
        }
    }
}

/// Where a link leads: the web address in it, whatever is said around, or a document of the school folder.
fn target(link: &str) -> Option<&str> {
    let is_address = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
    if let Some(address) = link.split_whitespace().map(|word| word.trim_start_matches(['(', '<'])).find(is_address) {
        return Some(address.trim_end_matches([')', '>', ',', ';', '.']));
    }
    let path = Path::new(link.trim());
    let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let kind = path.extension()?.to_str()?.to_lowercase();
    (is_inside && DOCUMENTS.contains(&kind.as_str())).then_some(link.trim())
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn a_link_leads_to_an_address_or_to_a_document_of_the_school_and_nowhere_else() {
        for (link, leads) in [
            ("Guide (https://exemple.qc.ca/guide?a=1).", Some("https://exemple.qc.ca/guide?a=1")),
            ("https://exemple.qc.ca/", Some("https://exemple.qc.ca/")),
            ("documents/Guide d’accueil.PDF", Some("documents/Guide d’accueil.PDF")),
            ("../suivi.docx", None),
            ("/etc/motd.txt", None),
            ("installer.exe", None),
            ("file:///etc/passwd", None),
            ("javascript:alert(1)", None),
            ("le guide d’accueil", None),
        ] {
            assert_eq!(target(link), leads, "{link}");
        }
    }
}
