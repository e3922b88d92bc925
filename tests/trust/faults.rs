//! Every fault that can be reported: provoked, put into words, and listed.

use super::*;

/// A fault, what provokes it, and the command that reports it.
struct Case {
    code: Code,
    /// What provokes it, described for the catalogue.
    by: &'static str,
    provoke: fn(&Bench),
    arguments: &'static [&'static str],
}

const SURVEY: &[&str] = &["sondage", "importer", ".", "f.csv", "--oui"];

const IMPORT: &[&str] = &["importer", ".", "liste.xlsx", "--oui"];

/// One case for each fault; by default, the board of that name in `tests/fixtures/fautes`.
const CASES: &[Case] = &[
    of(
        Code::NoSchool,
        "un dossier sans plan ni tableau",
        |b| {
            fs::create_dir(b.path("vide")).expect("made");
        },
        &["verifier", "vide"],
    ),
    of(
        Code::Unreadable,
        "un lien qui mène à lui-même",
        |b| {
            fs::remove_file(b.path("suivi.yaml")).expect("removed");
            link(Path::new("suivi.yaml"), &b.path("suivi.yaml"));
        },
        VERIFY,
    ),
    of(
        Code::NotAFile,
        "un dossier nommé `suivi.yaml`",
        |b| {
            fs::remove_file(b.path("suivi.yaml")).expect("removed");
            fs::create_dir(b.path("suivi.yaml")).expect("made");
        },
        VERIFY,
    ),
    of(Code::TooLarge, "un fichier de plus de 8 Mo", |b| b.write("suivi.yaml", vec![b'#'; 9 << 20]), VERIFY),
    of(Code::NotText, "`latin1.yaml`", |b| b.board("latin1"), VERIFY),
    of(
        Code::Misplaced,
        "un tableau nommé `suivi.yml`",
        |b| fs::rename(b.path("suivi.yaml"), b.path("suivi.yml")).expect("renamed"),
        VERIFY,
    ),
    of(
        Code::OfSchool,
        "un fichier de l’école parmi ceux à supprimer",
        |_| {},
        &["purger", ".", "AC", "--fichier", "plan.yaml", "--oui"],
    ),
    of(
        Code::NoBoard,
        "des rencontres, et pas de tableau",
        |b| fs::remove_file(b.path("suivi.yaml")).expect("removed"),
        VERIFY,
    ),
    of(
        Code::Stray,
        "un fichier `notes.yaml` parmi les rencontres",
        |b| b.write("regulations/notes.yaml", "format: 1\n"),
        VERIFY,
    ),
    of(Code::Emptied, "un fichier vidé", |b| b.write("suivi.yaml", "# rien\n"), VERIFY),
    of(
        Code::Headless,
        "un fichier qui n’a plus sa ligne `format`",
        |b| {
            assert_eq!(b.run(&["modifier", ".", "suivi", "n01.objectif", "Un autre."]).status, Some(0));
            b.write("suivi.yaml", b.text("suivi.yaml").replace("format: 1\n", ""));
        },
        VERIFY,
    ),
    of(
        Code::RegisterUnreadable,
        "un registre des versions illisible",
        |b| {
            fs::create_dir_all(b.path("versions")).expect("made");
            b.write("versions/registre.yaml", "[\n");
        },
        VERIFY,
    ),
    of(
        Code::PurgedAgain,
        "un tableau d’avant un effacement",
        |b| {
            let before = b.text("suivi.yaml");
            assert_eq!(b.run(&["purger", ".", "n02", "--oui"]).status, Some(0));
            b.write("suivi.yaml", before);
        },
        VERIFY,
    ),
    of(Code::NewerFormat, "`format-plus-recent.yaml`", |b| b.board("format-plus-recent"), VERIFY),
    of(Code::Tab, "`tabulation.yaml`", |b| b.board("tabulation"), VERIFY),
    of(Code::NoBreakSpace, "`espace-insecable.yaml`", |b| b.board("espace-insecable"), VERIFY),
    of(Code::ColonBlank, "`deux-points-colles.yaml`", |b| b.board("deux-points-colles"), VERIFY),
    of(Code::ColonInText, "`deux-points-dans-le-texte.yaml`", |b| b.board("deux-points-dans-le-texte"), VERIFY),
    of(Code::Quote, "`guillemet-ouvert.yaml`", |b| b.board("guillemet-ouvert"), VERIFY),
    of(Code::Bracket, "`crochet-ouvert.yaml`", |b| b.board("crochet-ouvert"), VERIFY),
    of(Code::Alignment, "`tiret-mal-aligne.yaml`", |b| b.board("tiret-mal-aligne"), VERIFY),
    of(Code::MergeMarks, "`marques-de-fusion.yaml`", |b| b.board("marques-de-fusion"), VERIFY),
    of(
        Code::NotATable,
        "un fichier qui commence comme une archive",
        |b| b.write("liste.xlsx", "PK, mais pas une archive"),
        IMPORT,
    ),
    of(Code::LockedTable, "un classeur sous mot de passe", |b| b.fixture("tables/protege.xlsx", "liste.xlsx"), IMPORT),
    of(
        Code::WebPage,
        "une page Web sous le nom d’un classeur",
        |b| b.write("liste.xlsx", "<html><table><tr><td>Nom</td></tr></table></html>"),
        IMPORT,
    ),
    of(Code::NoTable, "une liste vide", |b| b.write("liste.xlsx", "\n"), IMPORT),
    of(
        Code::TooManyRows,
        "une liste de six mille lignes",
        |b| b.write("liste.xlsx", "Nom;Poste\n".to_owned() + &"Zoé;concierge\n".repeat(6000)),
        IMPORT,
    ),
    of(
        Code::TooManyColumns,
        "une liste de mille colonnes",
        |b| b.write("liste.xlsx", format!("Nom{}\nZoé{}\n", ";x".repeat(1000), ";y".repeat(1000))),
        IMPORT,
    ),
    of(
        Code::NoSuchSheet,
        "une feuille qui n’est pas là",
        |b| b.fixture("tables/deux-feuilles.xlsx", "liste.xlsx"),
        &["importer", ".", "liste.xlsx", "--feuille", "Absente"],
    ),
    of(
        Code::SeveralForms,
        "un classeur de deux feuilles de réponses",
        |b| b.fixture("tables/deux-formulaires.xlsx", "f.csv"),
        SURVEY,
    ),
    of(Code::TooHeavy, "un classeur énorme une fois ouvert", |b| b.fixture("tables/bombe.ods", "liste.xlsx"), IMPORT),
    of(
        Code::SeveralSheets,
        "un classeur de deux listes",
        |b| b.fixture("tables/deux-feuilles.xlsx", "liste.xlsx"),
        IMPORT,
    ),
    of(
        Code::AmbiguousDates,
        "des dates qui se lisent de deux façons",
        |b| b.write("liste.xlsx", "Nom;Embauche\nZoé Brulé;03/04/2026\n"),
        IMPORT,
    ),
    of(
        Code::NotASurvey,
        "une liste du personnel prise pour un sondage",
        |b| b.write("f.csv", "Nom;Poste\nZoé;x\n"),
        SURVEY,
    ),
    of(
        Code::RowTooLong,
        "une réponse qui a glissé d’une colonne",
        |b| b.write("f.csv", "ID,Heure de fin,Que dire?\n1,2027-02-10,oui, merci\n"),
        SURVEY,
    ),
    of(
        Code::Formula,
        "une formule parmi les réponses",
        |b| b.write("f.csv", "ID,Heure de fin,Que dire?\n1,2027-02-10,=A1+1\n"),
        SURVEY,
    ),
    of(Code::BrokenCell, "une erreur parmi les réponses", |b| b.fixture("tables/erreur.xlsx", "f.csv"), SURVEY),
    of(
        Code::SpoiledAccents,
        "des accents abîmés",
        |b| b.write("f.csv", "ID,Heure de fin,Que dire?\n1,2027-02-10,tr\u{fffd}s bien\n"),
        SURVEY,
    ),
    of(Code::UnknownSurvey, "un sondage qui n’existe pas", |_| {}, &["sondage", "montrer", ".", "2031-01"]),
    of(Code::CountOverAll, "plus de réponses que de personnes", |b| b.survey(12, "q1", 9), VERIFY),
    of(Code::UnknownQuestion, "un croisement d’une question que le sondage n’a pas", |b| b.survey(9, "q7", 9), VERIFY),
    of(Code::SmallGroup, "un groupe de moins de cinq réponses, écrit à la main", |b| b.survey(9, "q1", 2), VERIFY),
    of(
        Code::UnknownCode,
        "un code que le catalogue n’a pas",
        |b| b.write("f.csv", "ID,Heure de fin,Que dire?\n1,2027-02-10,oui\n"),
        &["sondage", "importer", ".", "f.csv", "--question", "Que dire?=Z9", "--oui"],
    ),
    of(Code::TooFewPoints, "un indicateur d’un seul point", |_| {}, &["exporter", ".", "graphique", "routine-commune"]),
    of(Code::NoNames, "une liste sans noms", |b| b.write("liste.xlsx", "Poste;Lieu\nconcierge;ici\n"), IMPORT),
    of(Code::Syntax, "`signe-reserve.yaml`", |b| b.board("signe-reserve"), VERIFY),
    of(Code::DuplicateKey, "`cle-en-double.yaml`", |b| b.board("cle-en-double"), VERIFY),
    of(Code::EmptyItem, "un tiret sans rien", |b| b.change("suivi.yaml", "personnes:\n", "personnes:\n  -\n"), VERIFY),
    of(Code::MissingField, "`champ-manquant.yaml`", |b| b.board("champ-manquant"), VERIFY),
    of(Code::UnknownWord, "`mot-inconnu.yaml`", |b| b.board("mot-inconnu"), VERIFY),
    of(Code::ExpectedNumber, "`nombre.yaml`", |b| b.board("nombre"), VERIFY),
    of(Code::ExpectedDay, "`date-impossible.yaml`", |b| b.board("date-impossible"), VERIFY),
    of(
        Code::HourOnly,
        "une heure à la place d’une date",
        |b| b.change("suivi.yaml", "état_le: 2026-11-12", "état_le: 10:30"),
        VERIFY,
    ),
    of(Code::WrongShape, "`forme.yaml`", |b| b.board("forme"), VERIFY),
    of(
        Code::HoldsRecords,
        "un texte à la place d'une liste de fiches",
        |_| {},
        &["modifier", ".", "suivi", "n01.traces", "Rien"],
    ),
    of(Code::UnknownField, "`cle-mal-ecrite.yaml`", |b| b.board("cle-mal-ecrite"), VERIFY),
    of(
        Code::UnknownIssue,
        "un enjeu que le plan n'a pas",
        |b| {
            b.change("impacts/2026-09-24.yaml", "enjeu: ", "enjeu: inconnu # ");
        },
        VERIFY,
    ),
    of(
        Code::UnknownPerson,
        "une personne que le tableau n'a pas",
        |b| {
            b.change("regulations/2026-10-15.yaml", "personne: n01", "personne: n99");
        },
        VERIFY,
    ),
    of(
        Code::SeveralPeople,
        "un nom que deux personnes ont",
        |b| b.change("suivi.yaml", "nom: Maïka Bouchard", "nom: Amélie Côté"),
        &["purger", ".", "Amélie Côté", "--oui"],
    ),
    of(
        Code::UnknownIndicator,
        "un indicateur que le plan n'a pas",
        |b| {
            b.change("impacts/2026-09-24.yaml", "indicateur: ", "indicateur: x");
        },
        VERIFY,
    ),
    of(
        Code::UnknownMentor,
        "une personne mentore hors du comité",
        |b| {
            b.change("suivi.yaml", "mentor: Luc Tremblay", "mentor: Luc Inconnu");
        },
        VERIFY,
    ),
    of(
        Code::InductionYear,
        "une sixième année d’insertion",
        |b| {
            b.change("suivi.yaml", "année_insertion: 1", "année_insertion: 6");
        },
        VERIFY,
    ),
    of(
        Code::UnknownColumn,
        "une colonne que l’école n’a pas déclarée",
        |b| b.change("suivi.yaml", "    nom: Amélie Côté", "    nom: Amélie Côté\n    colonnes: {local: 214}"),
        VERIFY,
    ),
    of(
        Code::TakenColumn,
        "une colonne du nom d’un champ",
        |b| b.change("suivi.yaml", "personnes:", "colonnes:\n  - {id: mentor, nom: Mentor bis}\npersonnes:"),
        VERIFY,
    ),
    of(
        Code::OwnValue,
        "un mot dans une colonne de nombres",
        |b| {
            b.change("suivi.yaml", "    nom: Amélie Côté", "    nom: Amélie Côté\n    colonnes: {local: en haut}");
            b.change("suivi.yaml", "personnes:", "colonnes:\n  - {id: local, nom: Local, type: nombre}\npersonnes:");
        },
        VERIFY,
    ),
    of(
        Code::UnknownContact,
        "un répondant hors du comité",
        |b| {
            b.change("suivi.yaml", "répondant: Hélène Gagnon", "répondant: Hélène Inconnue");
        },
        VERIFY,
    ),
    of(
        Code::UnknownTopic,
        "une vérification tue qui n'existe pas",
        |b| b.write("plan.yaml", b.text("plan.yaml") + "vérifications_tues: [{code: sans-mentro}]\n"),
        VERIFY,
    ),
    of(
        Code::UnknownEntry,
        "une réponse sur une mesure qui n'existe pas",
        |b| b.write("plan.yaml", b.text("plan.yaml") + "couverture: [{code: mesure-99, réponse: oui}]\n"),
        VERIFY,
    ),
    of(
        Code::UnknownRisk,
        "un risque d'un jumelage qui n'existe pas",
        |b| {
            let board = b.text("suivi.yaml").replacen(
                "    nom: Amélie Côté\n",
                "    nom: Amélie Côté\n    risques: {risque-99: oui}\n",
                1,
            );
            b.write("suivi.yaml", board);
        },
        VERIFY,
    ),
    of(Code::DuplicateId, "`id-en-double.yaml`", |b| b.board("id-en-double"), VERIFY),
    of(
        Code::ConflictCopy,
        "une copie laissée par OneDrive",
        |b| {
            b.write("suivi-NOMDUPC.yaml", b.text("suivi.yaml"));
        },
        VERIFY,
    ),
    of(
        Code::NoSuchPlace,
        "un chemin qui ne mène nulle part",
        |_| {},
        &["modifier", ".", "suivi", "n99.état", "va bien"],
    ),
    of(Code::NoSuchFile, "un fichier que l'école n'a pas", |_| {}, &["modifier", ".", "agenda", "x", "y"]),
    of(
        Code::NotEditable,
        "`mains/ancre.yaml`, où une valeur sert deux fois",
        |b| {
            b.write("suivi.yaml", include_str!("../fixtures/mains/ancre.yaml"));
        },
        &["modifier", ".", "suivi", "n01.besoins", "[a, b]"],
    ),
    of(
        Code::NotWritten,
        "un fichier à la place du dossier `versions`",
        |b| {
            fs::remove_dir_all(b.path("versions")).ok();
            b.write("versions", "");
        },
        &["modifier", ".", "suivi", "n01.état", "va bien"],
    ),
    of(
        Code::ReadOnly,
        "un fichier en lecture seule",
        |b| {
            let mut rights = fs::metadata(b.path("suivi.yaml")).expect("there").permissions();
            rights.set_readonly(true);
            fs::set_permissions(b.path("suivi.yaml"), rights).expect("set");
        },
        &["modifier", ".", "suivi", "n01.objectif", "Un autre."],
    ),
    of(
        Code::NotAnExport,
        "une exportation sur un fichier de l’école",
        |_| {},
        &["exporter", "plan-action", "-o", "suivi.yaml"],
    ),
    of(Code::NotEmpty, "un dossier qui contient déjà quelque chose", |_| {}, &["nouveau", "."]),
    of(Code::NoSuchVersion, "une version qui n'existe pas", |_| {}, &["restaurer", ".", "suivi", "9"]),
    of(
        Code::NoSuchWords,
        "des mots à rectifier que rien ne dit",
        |_| {},
        &["rectifier", ".", "n01", "objectif", "jamais dit", "--oui"],
    ),
    of(Code::NoSuchTemplate, "un modèle qui n'existe pas", |_| {}, &["nouveau", "autre", "--modele", "lycee"]),
    of(Code::BadTheme, "un thème qui part d’un thème inconnu", |b| b.theme("étend: claire\n"), VERIFY),
    of(
        Code::WeakContrast,
        "un thème trop pâle",
        |b| b.theme("étend: clair\npalette: {gris: [\"#c0c0c0\", white]}\n"),
        VERIFY,
    ),
    of(Code::BadYear, "une année scolaire illisible", |_| {}, &["nouveau", "autre", "--annee", "l'an prochain"]),
];

const VERIFY: &[&str] = &["verifier", "."];

const fn of(code: Code, by: &'static str, provoke: fn(&Bench), arguments: &'static [&'static str]) -> Case {
    Case { code, by, provoke, arguments }
}

/// Every fault is provoked and says where, what and how to fix it; the documentation's catalogue is made from this.
/// `ARRIMAGE_DOCS=oui` rewrites it.
#[test]
fn every_fault_is_provoked_said_and_listed() {
    assert_eq!(CASES.iter().map(|case| case.code).collect::<Vec<_>>(), Code::ALL, "one case for each fault, in order");
    let words = Words::french();
    let mut told = String::new();
    let mut table = String::from(
        "# Les fautes\n\n<!-- Écrit par le test « every_fault_is_provoked_said_and_listed » (ARRIMAGE_DOCS=oui). -->\n\n\
         Tout ce qu’Arrimage peut avoir à dire d’un fichier ou d’une commande. Les fichiers nommés sont dans `tests/fixtures`.\n\n\
         | nom | gravité | ce qui est dit | comment corriger | ce qui la provoque |\n|---|---|---|---|---|\n",
    );
    for Case { code, by, provoke, arguments } in CASES {
        let bench = Bench::new();
        provoke(&bench);
        let said = bench.run(arguments);
        let text = format!("{}{}", said.out, said.err);
        let example = Fault::new(*code, "x");
        let cause = words.get(families::fault(*code)).replace('\u{a0}', " ");
        let stable = cause.split(['{', '«', '\u{2068}']).next().unwrap_or_default().trim().to_owned();
        assert!(text.contains(&stable) || stable.is_empty(), "{code:?}: « {stable} » in {text}");
        let severity = match code.severity() {
            Severity::Error => "erreur",
            Severity::Warning => "remarque",
        };
        let expected = match (arguments.first(), code.severity()) {
            (Some(&"verifier"), Severity::Error) if *code != Code::NoSchool => Some(1),
            (Some(&"verifier"), Severity::Warning) => Some(0),
            _ => Some(2),
        };
        assert_eq!(said.status, expected, "{code:?}: {text}");
        // Advice depends on the day.
        let paragraphs = text.split("\n\n").filter(|said| !said.starts_with("À c"));
        let text = paragraphs.collect::<Vec<_>>().join("\n\n");
        told.push_str(&format!("## {}\n{}\n", code.id(), text.replace(&*bench.school().to_string_lossy(), ".")));
        let remedy = fault::remedy(&words, &example);
        assert!(!remedy.is_empty() && text.contains('→'), "{code:?} says how to mend it: {text}");
        // What was actually reported goes into the table: the line of this fault, and its remedy.
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().position(|line| line.contains(&stable)).unwrap_or(0);
        let sentence = lines[at].split_once(" — ").map_or(lines[at], |(_, sentence)| sentence);
        let mended = lines[at..].iter().find_map(|line| line.trim_start().strip_prefix("→ ")).unwrap_or_default();
        table.push_str(&format!("| `{}` | {severity} | {sentence} | {mended} | {by} |\n", code.id()));
    }
    insta::assert_snapshot!("catalogue", told);
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fautes")).expect("a folder") {
        let name = file.expect("a mistake").file_name().to_string_lossy().into_owned();
        assert!(table.contains(&format!("`{name}`")), "{name} provokes a fault of the catalogue");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/fautes.md");
    if std::env::var_os("ARRIMAGE_DOCS").is_some() {
        fs::write(&path, &table).expect("written");
    }
    assert_eq!(fs::read_to_string(&path).expect("a catalogue"), table, "ARRIMAGE_DOCS=oui cargo test writes it anew");
}
