//! The help of the command line, one line per command.

use crate::{
    domain::model::publication::{Publication, SchoolPaper},
    words::{Id, Words, families, id},
};

/// The commands, in the order in which a new user needs them, up to the exports of the whole school.
const BEFORE_EXPORTS: &[(&str, Id)] = &[
    ("arrimage [DOSSIER]", id!("usage-open")),
    ("arrimage --lineaire [DOSSIER]", id!("usage-linear")),
    ("arrimage demo", id!("usage-demo")),
    ("arrimage mur [DOSSIER]", id!("usage-wall")),
    (
        "arrimage nouveau DOSSIER [--modele NOM] [--ecole NOM] [--annee 2026-2027] [--rentree JOUR] [--fin JOUR] [--conges DU..AU,…]",
        id!("usage-create"),
    ),
    ("arrimage modeles", id!("usage-templates")),
    ("arrimage verifier [DOSSIER] [--format texte|json]", id!("usage-verify")),
    (
        "arrimage montrer [DOSSIER] portrait|plan|tableau|rencontres|rencontre [DATE]|impact [DATE]|enjeux [--format texte|json|csv] [--vue VUE]",
        id!("usage-show"),
    ),
    ("arrimage montrer [DOSSIER] fil PERSONNE|ENJEU [--depuis 2026-09] [--format texte|json|csv]", id!("usage-thread")),
    ("arrimage montrer [DOSSIER] changements --depuis 2026-09 [--format texte|json]", id!("usage-changes")),
    (
        "arrimage reseau DOSSIER… [--format texte|json|csv|md|html|docx|ndjson] [--groupe G] [--filtre MOTS] [--tri COLONNE] [-o FICHIER]",
        id!("usage-network"),
    ),
    ("arrimage modifier DOSSIER FICHIER CHEMIN VALEUR [--reecrire]", id!("usage-change")),
    ("arrimage annee [DOSSIER] [--oui]", id!("usage-new-year")),
    (
        "arrimage noter DOSSIER PERSONNE [--note T] [--va-bien T] [--defi T] [--prochain-pas T] [--soutien T] [--par T] [--date J]",
        id!("usage-note"),
    ),
    ("arrimage compte-rendu [DOSSIER] [DATE] [--format md|html|docx] [--nominatif] [-o FICHIER]", id!("usage-minutes")),
    ("arrimage fiche [DOSSIER] PERSONNE [--format md|html|docx] [-o FICHIER]", id!("usage-person")),
];

/// The commands that follow the exports of the whole school.
const AFTER_EXPORTS: &[(&str, Id)] = &[
    ("arrimage exporter [DOSSIER] graphique INDICATEUR [-o FICHIER]", id!("usage-chart")),
    ("arrimage exporter [DOSSIER] bienvenue PERSONNE [--format md|html|docx] [-o FICHIER]", id!("usage-welcome")),
    ("arrimage exporter [DOSSIER] entente PERSONNE [--format md|html|docx] [-o FICHIER]", id!("usage-agreement")),
    (
        "arrimage importer [DOSSIER] FICHIER.csv|.xlsx|.xls|.ods [--colonne \"Titre=clé\"|\"Titre=+\"] [--feuille NOM] [--dates jour-mois|mois-jour|annee-mois] [--depuis J|toujours] [--masquees] [--oui]",
        id!("usage-import"),
    ),
    (
        "arrimage sondage importer [DOSSIER] FICHIER.csv|.xlsx [--public nouveaux|sans-mentor|mentors|direction] [--date J] [--invites N] [--croiser QUESTION] [--question \"Titre=N4\"] [--genre \"Titre=choix multiples\"] [--compter-tout] [--oui]",
        id!("usage-survey-import"),
    ),
    (
        "arrimage sondage importer RESEAU FICHIER.csv|.xlsx --reseau [--ecole \"Titre\"] [--public …] [--date J] [--oui]",
        id!("usage-survey-network"),
    ),
    ("arrimage sondage modele nouveaux|sans-mentor|mentors|direction", id!("usage-survey-model")),
    ("arrimage sondage montrer [DOSSIER] [DATE|cssps] [--format texte|json]", id!("usage-survey-show")),
    ("arrimage versions [DOSSIER] [FICHIER]", id!("usage-versions")),
    ("arrimage comparer [DOSSIER] FICHIER [V1 [V2]]", id!("usage-compare")),
    ("arrimage comparer [DOSSIER] JOUR [JOUR]", id!("usage-between")),
    ("arrimage restaurer DOSSIER FICHIER VERSION", id!("usage-restore")),
    (
        "arrimage purger [DOSSIER] PERSONNE|--echues [--aussi MOT] [--fichier FICHIER] [--phrases] [--oui]",
        id!("usage-purge"),
    ),
    ("arrimage rectifier DOSSIER PERSONNE CHAMP MOTS [--oui]", id!("usage-rectify")),
    ("arrimage fusionner BASE LOCAL DISTANT [CHEMIN]", id!("usage-fuse")),
    ("arrimage dossier-prp [DOSSIER] [--format md|html|docx] [-o FICHIER]", id!("usage-privacy-file")),
    ("arrimage schema plan|suivi|regulation|impact|sondage|theme", id!("usage-schema")),
    ("arrimage completion bash|zsh|fish|powershell", id!("usage-completion")),
    ("arrimage manuel", id!("usage-manual")),
];

/// The commands that export something about the whole school.
fn exports() -> impl Iterator<Item = (String, Id)> {
    SchoolPaper::ALL.iter().map(|paper| {
        let forms: Vec<&str> = Publication::School(*paper).forms().iter().map(|form| form.word()).collect();
        let choice = if forms.len() > 1 { format!(" [--format {}]", forms.join("|")) } else { String::new() };
        (format!("arrimage exporter [DOSSIER] {paper}{choice} [-o FICHIER]"), families::school_paper_about(*paper))
    })
}

/// The commands, each with what it does.
pub fn lines() -> impl Iterator<Item = (String, Id)> {
    let listed = |commands: &'static [(&str, Id)]| commands.iter().map(|(command, id)| ((*command).to_owned(), *id));
    listed(BEFORE_EXPORTS).chain(exports()).chain(listed(AFTER_EXPORTS))
}

/// The whole help text.
pub fn text(words: &Words) -> String {
    let mut text = format!("{}\n\n", words.get(id!("usage-title")));
    for (command, about) in lines() {
        text.push_str(&format!("  {command}\n      {}\n", words.get(about)));
    }
    text.push_str(&format!("\n{}\n", words.get(id!("usage-status"))));
    text
}
