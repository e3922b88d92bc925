//! Advice from the sources: each topic is raised once, and none for a school that has done it all.

use arrimage::{
    domain::{
        advice::{
            rules,
            topic::{Advice, Topic},
        },
        model::{document::FileId, folder::Folder},
    },
    store::{shipped, yaml::parse},
    words::{self, Words},
};
use chrono::NaiveDate;

/// A school for which there is no advice on 15 February.
const PLAN: &str = "
format: 1
école: {nom: École, année_scolaire: 2026-2027}
comité:
  rythme: 4 semaines
  membres:
    - {nom: Luc, rôle: mentor, bâtiment: Nord, dégagement: 20 %}
    - {nom: Rose, rôle: direction}
ressources: {libération: {par_arrivée: 2}}
conservation: {après_départ: 1 an}
enjeux:
  - {id: e1, nom: Accueil, étape: R, objectif: Que chacun soit bien., données_initiales: 3 sur 9.}
déploiement:
  - id: p1
    étape: Ateliers de formation et groupe de discussion
    intentions: [gestion du stress, gestion de classe, identité professionnelle, carrière, convention collective et guide d'accueil, intégration]
    responsable: [Rose]
    personnes_impliquées: [CPE, AG]
    quand: mai 2027
    cycle: [{enjeu: e1, étapes: [3]}]
    commentaires: Soutien en ligne, observation en classe, documents de référence, conférence, cybermentorat, cohorte de mentores, portfolio.
couverture:
  - {code: mesure-10, réponse: oui, pourquoi: La direction écrit les lettres.}
  - {code: condition-1, réponse: oui}
  - {code: condition-2, réponse: oui}
  - {code: condition-3, réponse: non, pourquoi: Pas avant l'an prochain.}
  - {code: condition-4, réponse: oui}
  - {code: condition-5, réponse: oui}
  - {code: condition-6, réponse: oui}
  - {code: condition-7, réponse: oui}
";
const BOARD: &str = "
format: 1
personnes:
  - id: n01
    nom: Zoé Roy
    bâtiment: Nord
    arrivée: 2026-08-25
    mentor: Luc
    répondant: Rose
    palier: spécifique
    modalités: [1b, 3a]
    libération: {accordés: 2, pris: 1}
    traces: [{date: 2027-02-10, va_bien: Le groupe.}]
";
const MEETING: &str = "{format: 1, date: 2027-02-10}";
const CHECK: &str = "{format: 1, date: 2027-02-10, enjeu: e1}";

fn advised(plan: &str, board: &str, meeting: &str, check: &str) -> (Vec<Advice>, usize) {
    let mut folder = Folder::default();
    for (stem, text) in
        [("plan", plan), ("suivi", board), ("regulations/2027-02-10", meeting), ("impacts/2027-02-10", check)]
    {
        let file = FileId::parse(stem).expect("a document");
        let document = parse::document(&file, text).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"));
        folder.put(&file, (!text.is_empty()).then_some(document));
    }
    let day = NaiveDate::from_ymd_opt(2027, 2, 15).expect("a day");
    let found = rules::advice(&folder, &shipped::shelf(), day);
    // What counts for those who accompany several schools is the same, without what is about somebody.
    let nobody = found.0.iter().filter(|advice| advice.person.is_none()).count();
    assert_eq!(rules::about_nobody(&folder, &shipped::shelf(), day), nobody);
    found
}

#[test]
fn a_school_that_has_done_it_all_hears_nothing() {
    let (advice, silenced) = advised(PLAN, BOARD, MEETING, CHECK);
    assert_eq!((advice, silenced), (vec![], 0));
}

/// For each topic, a plan and a board that raise it: those of the school that did it all, with one thing undone.
fn schools_that_raise_each_topic() -> Vec<(Topic, (String, String))> {
    let plan = |from: &str, to: &str| {
        assert!(PLAN.contains(from), "{from}");
        (PLAN.replace(from, to), BOARD.to_owned())
    };
    let board = |from: &str, to: &str| {
        assert!(BOARD.contains(from), "{from}");
        (PLAN.to_owned(), BOARD.replace(from, to))
    };
    let crowd: String = (2..=16)
        .map(|n| format!("  - {{id: n{n:02}, nom: Luc Roy, mentor: Luc, répondant: Rose, arrivée: 2027-02-01, libération: {{accordés: 2, pris: 1}}}}\n"))
        .collect();
    let gone = "  - {id: n99, nom: Ana Roy, départ: {date: 2027-01-15, motif: fin}}\n";
    let earlier = "mentors_précédents: [{nom: Guy, du: 2026-09-01, au: 2026-10-01}]\n    mentor: Luc";
    let without = (PLAN.to_owned(), BOARD.to_owned());
    vec![
        (Topic::NoContact, board("    répondant: Rose\n", "")),
        (Topic::NoMentor, board("    mentor: Luc\n", "")),
        (Topic::NoTrace, board("2027-02-10", "2026-12-10")),
        (Topic::TierSkipped, board("[1b, 3a]", "[3a]")),
        (Topic::NoReleaseGiven, board("accordés: 2, pris: 1", "accordés: 0, pris: 0")),
        (Topic::NoReleaseTaken, board("pris: 1", "pris: 0")),
        (Topic::MentorEvaluates, board("mentor: Luc", "mentor: Rose")),
        (Topic::FarMentor, board("bâtiment: Nord", "bâtiment: Sud")),
        (Topic::MentorWithoutTime, plan(", dégagement: 20 %", "")),
        (Topic::MentorLoad, (PLAN.to_owned(), format!("{BOARD}{crowd}"))),
        (Topic::MentorChanged, board("mentor: Luc", earlier)),
        (Topic::NoRegulation, plan("4 semaines", "4 jours")),
        (Topic::StepSkipped, plan("étapes: [3]", "étapes: [2]")),
        (
            Topic::NoInitialData,
            plan(
                "étape: R, objectif: Que chacun soit bien., données_initiales: 3 sur 9.",
                "étape: impact, objectif: Bien.",
            ),
        ),
        (Topic::RowLate, plan("mai 2027", "janvier 2027")),
        (Topic::RowWithoutLead, plan("    responsable: [Rose]\n", "")),
        (Topic::RowWithoutDate, plan("    quand: mai 2027\n", "")),
        (Topic::NotPresented, plan("[CPE, AG]", "[CPE]")),
        (Topic::NoImpactCheck, without),
        (Topic::AimsLeft, plan("carrière, ", "")),
        (Topic::MeasuresLeft, plan(", portfolio", "")),
        (Topic::ConditionsLeft, plan("  - {code: condition-6, réponse: oui}\n", "")),
        (Topic::NoRetention, plan("conservation: {après_départ: 1 an}\n", "")),
        (Topic::NoKeepUntil, (PLAN.to_owned(), format!("{BOARD}{gone}"))),
        (Topic::Judging, board("Le groupe.", "Insatisfaisante.")),
        (Topic::Intimate, board("Le groupe.", "Elle attend un diagnostic, dit-elle.")),
    ]
}

#[test]
fn each_topic_is_spoken_of_for_its_own_reason() {
    let cases = schools_that_raise_each_topic();
    assert_eq!(cases.iter().map(|case| case.0).collect::<Vec<_>>(), Topic::ALL, "one case for each topic");
    let words = Words::french();
    let mut told = String::new();
    for (topic, (plan, board)) in cases {
        let check = if topic == Topic::NoImpactCheck { "{format: 1, date: 2026-02-10, enjeu: e1}" } else { CHECK };
        let (advice, _) = advised(&plan, &board, MEETING, check);
        let topics: Vec<Topic> = advice.iter().map(|advice| advice.topic).collect();
        assert!(topics.contains(&topic), "{topic:?} is not among {topics:?}");
        // A missing mentor also removes what mentoring shows.
        assert!(topics.len() <= 3, "{topic:?} comes with {topics:?}");
        let said = advice.iter().find(|advice| advice.topic == topic).expect("there");
        for part in [
            words::advice::sentence(&words, said, |id| id.to_owned()),
            words::advice::reason(&words, said),
            words::advice::remedy(&words, said),
        ] {
            assert!(!part.contains("advice-") && !part.contains('{'), "{part}");
            told.push_str(&format!("{part}\n"));
        }
        let silent = format!("{plan}vérifications_tues: [{{code: {}, pourquoi: Nous le savons.}}]\n", topic.id());
        let (advice, silenced) = advised(&silent, &board, MEETING, check);
        assert!(advice.iter().all(|advice| advice.topic != topic) && silenced > 0, "{topic:?} is silenced");
        assert_eq!(Topic::from_id(topic.id()), Some(topic));
    }
    insta::assert_snapshot!("topics", told);
}

#[test]
fn words_to_weigh_are_found_wherever_they_circulate() {
    let meeting = "{format: 1, date: 2027-02-10, décisions: [Suivre le dossier CNESST], \
                   tour: [{personne: n01, note: Elle est enceinte.}], bons_coups: [À côté du local]}";
    let plan = PLAN.replace("commentaires: Soutien", "commentaires: Malgré ses lacunes. Soutien");
    let (found, _) = advised(&plan, BOARD, meeting, CHECK);
    let said: Vec<(Topic, String, Option<&str>)> = found
        .iter()
        .map(|advice| {
            (advice.topic, format!("{} {}", advice.file.file(), advice.path.join(".")), advice.person.as_deref())
        })
        .collect();
    let file = "regulations/2027-02-10.yaml";
    assert_eq!(
        said,
        [
            (Topic::Intimate, format!("{file} tour.n01.note"), Some("n01")),
            (Topic::Intimate, format!("{file} décisions.0"), None),
            (Topic::Judging, "plan.yaml déploiement.p1.commentaires".to_owned(), None),
        ]
    );
}

#[test]
fn every_text_about_somebody_is_weighed_even_of_whoever_left() {
    for (place, text) in [
        ("contacts.thème", "contacts: [{date: 2026-11-01, thème: Sa dépression}]"),
        ("départ.motif", "départ: {date: 2026-11-01, motif: dépression}"),
        ("entente", "entente: {réponses: [{question: Quand?, réponse: Après sa dépression}]}"),
        ("situation", "situation: [dépression]"),
        (
            "traces of whoever left",
            "départ: {date: 2026-11-01, motif: x}\n    traces: [{date: 2026-10-01, note: dépression}]",
        ),
    ] {
        let board = format!("format: 1\npersonnes:\n  - id: n01\n    nom: Zoé Roy\n    {text}\n");
        let mut folder = Folder::default();
        for (file, text) in [(FileId::Plan, PLAN), (FileId::Board, board.as_str())] {
            folder.put(&file, Some(parse::document(&file, text).expect("a document")));
        }
        let today = NaiveDate::from_ymd_opt(2027, 2, 15).expect("a day");
        let (advice, _) = rules::advice(&folder, &shipped::shelf(), today);
        assert!(advice.iter().any(|advice| advice.topic == Topic::Intimate), "{place}: {text}");
    }
}
