//! The help of the command line: a line a command.

use crate::words::Words;

/// The commands, in the order of a first day.
const COMMANDS: [(&str, &str); 27] = [
    ("arrimage [DOSSIER]", "usage-open"),
    ("arrimage demo", "usage-demo"),
    (
        "arrimage nouveau DOSSIER [--modele NOM] [--ecole NOM] [--annee 2026-2027] [--rentree JOUR] [--fin JOUR] [--conges DU..AU,…]",
        "usage-create",
    ),
    ("arrimage modeles", "usage-templates"),
    ("arrimage verifier [DOSSIER] [--format texte|json]", "usage-verify"),
    (
        "arrimage montrer [DOSSIER] portrait|plan|tableau|rencontres|rencontre [DATE]|impact [DATE]|enjeux [--format texte|json|csv]",
        "usage-show",
    ),
    ("arrimage montrer [DOSSIER] fil PERSONNE|ENJEU [--depuis 2026-09] [--format texte|json|csv]", "usage-thread"),
    ("arrimage montrer [DOSSIER] changements --depuis 2026-09 [--format texte|json]", "usage-changes"),
    ("arrimage modifier DOSSIER FICHIER CHEMIN VALEUR [--reecrire]", "usage-change"),
    (
        "arrimage noter DOSSIER PERSONNE [--va-bien T] [--defi T] [--prochain-pas T] [--soutien T] [--par T] [--date J]",
        "usage-note",
    ),
    ("arrimage compte-rendu [DOSSIER] [DATE] [--format md|html|docx] [--nominatif] [-o FICHIER]", "usage-minutes"),
    ("arrimage fiche [DOSSIER] PERSONNE [--format md|html|docx] [-o FICHIER]", "usage-person"),
    ("arrimage exporter [DOSSIER] plan-action|calendrier [--format md|html|docx] [-o FICHIER]", "usage-export"),
    ("arrimage exporter [DOSSIER] graphique INDICATEUR [-o FICHIER]", "usage-chart"),
    ("arrimage bilan [DOSSIER] [--format md|html|docx] [-o FICHIER]", "usage-review"),
    ("arrimage exporter [DOSSIER] tableau [--format csv|xlsx] [-o FICHIER]", "usage-export-board"),
    ("arrimage importer [DOSSIER] FICHIER.csv|.xlsx [--colonne \"Titre=clé\"] [--oui]", "usage-import"),
    (
        "arrimage sondage importer [DOSSIER] FICHIER.csv|.xlsx [--public nouveaux|mentors|direction] [--date J] [--invites N] [--croiser QUESTION] [--question \"Titre=N4\"] [--oui]",
        "usage-survey-import",
    ),
    ("arrimage sondage modele nouveaux|mentors|direction", "usage-survey-model"),
    ("arrimage sondage montrer [DOSSIER] [DATE|cssps] [--format texte|json]", "usage-survey-show"),
    ("arrimage versions [DOSSIER] [FICHIER]", "usage-versions"),
    ("arrimage comparer [DOSSIER] FICHIER [V1 [V2]]", "usage-compare"),
    ("arrimage comparer [DOSSIER] JOUR [JOUR]", "usage-between"),
    ("arrimage restaurer DOSSIER FICHIER VERSION", "usage-restore"),
    ("arrimage purger [DOSSIER] PERSONNE|--echues [--oui]", "usage-purge"),
    ("arrimage fusionner BASE LOCAL DISTANT [CHEMIN]", "usage-fuse"),
    ("arrimage schema plan|suivi|regulation|impact|sondage|theme", "usage-schema"),
];

/// The whole help.
pub fn text(words: &Words) -> String {
    let mut text = format!("{}\n\n", words.get("usage-title"));
    for (command, about) in COMMANDS {
        text.push_str(&format!("  {command}\n      {}\n", words.get(about)));
    }
    text.push_str(&format!("\n{}\n", words.get("usage-status")));
    text
}
