//! The help of the command line, one line per command.

use crate::words::{Id, Words, id};

/// The commands, in the order in which a new user needs them.
const COMMANDS: [(&str, Id); 27] = [
    ("arrimage [DOSSIER]", id!("usage-open")),
    ("arrimage demo", id!("usage-demo")),
    (
        "arrimage nouveau DOSSIER [--modele NOM] [--ecole NOM] [--annee 2026-2027] [--rentree JOUR] [--fin JOUR] [--conges DU..AU,…]",
        id!("usage-create"),
    ),
    ("arrimage modeles", id!("usage-templates")),
    ("arrimage verifier [DOSSIER] [--format texte|json]", id!("usage-verify")),
    (
        "arrimage montrer [DOSSIER] portrait|plan|tableau|rencontres|rencontre [DATE]|impact [DATE]|enjeux [--format texte|json|csv]",
        id!("usage-show"),
    ),
    ("arrimage montrer [DOSSIER] fil PERSONNE|ENJEU [--depuis 2026-09] [--format texte|json|csv]", id!("usage-thread")),
    ("arrimage montrer [DOSSIER] changements --depuis 2026-09 [--format texte|json]", id!("usage-changes")),
    ("arrimage modifier DOSSIER FICHIER CHEMIN VALEUR [--reecrire]", id!("usage-change")),
    (
        "arrimage noter DOSSIER PERSONNE [--va-bien T] [--defi T] [--prochain-pas T] [--soutien T] [--par T] [--date J]",
        id!("usage-note"),
    ),
    ("arrimage compte-rendu [DOSSIER] [DATE] [--format md|html|docx] [--nominatif] [-o FICHIER]", id!("usage-minutes")),
    ("arrimage fiche [DOSSIER] PERSONNE [--format md|html|docx] [-o FICHIER]", id!("usage-person")),
    ("arrimage exporter [DOSSIER] plan-action|calendrier [--format md|html|docx] [-o FICHIER]", id!("usage-export")),
    ("arrimage exporter [DOSSIER] graphique INDICATEUR [-o FICHIER]", id!("usage-chart")),
    ("arrimage bilan [DOSSIER] [--format md|html|docx] [-o FICHIER]", id!("usage-review")),
    ("arrimage exporter [DOSSIER] tableau [--format csv|xlsx] [-o FICHIER]", id!("usage-export-board")),
    ("arrimage importer [DOSSIER] FICHIER.csv|.xlsx [--colonne \"Titre=clé\"] [--oui]", id!("usage-import")),
    (
        "arrimage sondage importer [DOSSIER] FICHIER.csv|.xlsx [--public nouveaux|mentors|direction] [--date J] [--invites N] [--croiser QUESTION] [--question \"Titre=N4\"] [--oui]",
        id!("usage-survey-import"),
    ),
    ("arrimage sondage modele nouveaux|mentors|direction", id!("usage-survey-model")),
    ("arrimage sondage montrer [DOSSIER] [DATE|cssps] [--format texte|json]", id!("usage-survey-show")),
    ("arrimage versions [DOSSIER] [FICHIER]", id!("usage-versions")),
    ("arrimage comparer [DOSSIER] FICHIER [V1 [V2]]", id!("usage-compare")),
    ("arrimage comparer [DOSSIER] JOUR [JOUR]", id!("usage-between")),
    ("arrimage restaurer DOSSIER FICHIER VERSION", id!("usage-restore")),
    ("arrimage purger [DOSSIER] PERSONNE|--echues [--oui]", id!("usage-purge")),
    ("arrimage fusionner BASE LOCAL DISTANT [CHEMIN]", id!("usage-fuse")),
    ("arrimage schema plan|suivi|regulation|impact|sondage|theme", id!("usage-schema")),
];

/// The whole help text.
pub fn text(words: &Words) -> String {
    let mut text = format!("{}\n\n", words.get(id!("usage-title")));
    for (command, about) in COMMANDS {
        text.push_str(&format!("  {command}\n      {}\n", words.get(about)));
    }
    text.push_str(&format!("\n{}\n", words.get(id!("usage-status"))));
    text
}
