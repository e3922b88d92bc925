//! The school, its committee and its resources: the head of `plan.yaml`.

use std::collections::BTreeMap;

use chrono::NaiveTime;

use super::agenda::{self, Point};
use crate::domain::value::{
    record::record,
    scalar::{Amount, choice},
    text::{fold, says},
    when::Day,
};

choice! {
    /// The level a school teaches.
    pub enum Order { Primary = "primaire", Secondary = "secondaire", Other = "autre" }
}

record! {
    /// The school (`école`).
    #[derive(Default)]
    pub struct School {
        /// Its name.
        pub name: String = NAME "nom" written;
        /// Primary, secondary or other.
        pub order: Option<Order> = ORDER "ordre";
        /// The school year, `2026-2027`.
        pub year: String = YEAR "année_scolaire" | "annee_scolaire";
        /// Its buildings.
        pub buildings: Vec<String> = BUILDINGS "bâtiments" | "batiments";
        /// People on staff, for the induction rate.
        pub staff: Option<u32> = STAFF "personnel";
    }
}

record! {
    /// The induction committee (`comité`).
    #[derive(Default)]
    pub struct Committee {
        /// Its name.
        pub name: String = NAME "nom" written;
        /// What it was asked to do.
        pub mandate: String = MANDATE "mandat";
        /// When it meets, in words.
        pub slot: String = SLOT "plage";
        /// The longest intended interval between two regulations: `4 semaines`.
        pub rhythm: String = RHYTHM "rythme";
        /// The length of its meetings, in minutes; 30 when absent.
        pub length: Option<u32> = LENGTH "durée" | "duree";
        /// Minutes for the points of the agenda where the usual share does not suit.
        pub minutes: BTreeMap<Point, u32> = MINUTES "durées" | "durees";
        /// Questions for its next meetings, until each is answered.
        pub agenda: Vec<AgendaQuestion> = AGENDA "ordre_du_jour";
        /// Its members.
        pub members: Vec<Member> = MEMBERS "membres";
    }
}

record! {
    /// A question for the next meetings. In a file, a plain text is a question that no meeting has left yet.
    #[derive(Default)]
    #[schemars(transform = crate::domain::value::record::or_text)]
    pub struct AgendaQuestion or text question {
        /// The question.
        pub question: String = QUESTION "question" written;
        /// The day of the first meeting that left it without an answer.
        pub since: Option<Day> = SINCE "depuis";
    }
}

impl Committee {
    /// The rhythm in days: `4 semaines` is 28, `10 jours` is 10, `2 mois` is 60.
    pub fn rhythm_days(&self) -> Option<i64> {
        let folded = crate::domain::value::text::fold(&self.rhythm);
        let number: i64 = folded.split_whitespace().find_map(|word| word.parse().ok())?;
        let unit = ["jour", "semaine", "mois"].iter().position(|unit| folded.contains(unit))?;
        Some(number * [1, 7, 30][unit])
    }

    /// Parses the hours of its meetings from its slot: « de 8 h à 8 h 30 » is 8:00 to 8:30.
    pub fn hours(&self) -> Option<(NaiveTime, NaiveTime)> {
        let folded = crate::domain::value::text::fold(&self.slot).replace(" h", "h");
        let words: Vec<&str> = folded.split_whitespace().collect();
        let time = |at: usize| {
            let (hour, minute) = words.get(at)?.split_once('h')?;
            let minute = if minute.is_empty() { words.get(at + 1).copied().unwrap_or_default() } else { minute };
            NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().unwrap_or(0), 0)
        };
        let mut times = (0..words.len()).filter_map(time);
        Some((times.next()?, times.next()?)).filter(|(start, end)| start < end)
    }

    /// The minutes allotted to a point of the agenda.
    pub fn minutes(&self, point: Point) -> u32 {
        let share = || agenda::share(point, self.length.unwrap_or(agenda::USUAL));
        self.minutes.get(&point).copied().unwrap_or_else(share)
    }

    /// The members' names, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.name.as_str())
    }

    /// The names of the members who are named: a new committee has jobs in place of names, « Direction », « TES ».
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.members.iter().filter(|member| member.is_named()).map(|member| member.name.as_str())
    }
}

impl Member {
    /// Whether its name is that of a person, and no job.
    pub fn is_named(&self) -> bool {
        !is_job(&self.name)
    }
}

/// How the words of jobs begin, folded. Words that are also family names are not here.
const JOBS: [&str; 29] = [
    "adjoint",
    "administrat",
    "bibliothe",
    "collegue",
    "comite",
    "coordonn",
    "cp",
    "cpe",
    "direct",
    "education",
    "educatri",
    "enseignant",
    "equipe",
    "gae",
    "gestionnaire",
    "infirmi",
    "mentor",
    "orienta",
    "orthopedag",
    "orthophon",
    "pedagog",
    "psychoed",
    "psycholog",
    "responsable",
    "secretar",
    "specialis",
    "techni",
    "tes",
    "tts",
];

/// Whether a text that may name somebody says a job or a group, in words that are all of these: « Adjointe
/// administrative », « mes collègues ».
pub fn is_job(name: &str) -> bool {
    const BETWEEN: [&str; 19] = [
        "a", "au", "autre", "autres", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ma", "mes", "mon", "ou",
        "un", "une",
    ];
    // A short word is one of initials, not the beginning of a name.
    let is_of_jobs =
        |word: &str| JOBS.iter().any(|job| if job.len() < 4 { word == *job } else { word.starts_with(job) });
    let folded = crate::domain::value::text::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| BETWEEN.contains(&word) || is_of_jobs(word))
}

record! {
    /// A member of the committee.
    #[derive(Default)]
    pub struct Member {
        /// Full name.
        pub name: String = NAME "nom" required;
        /// Role on the committee.
        pub role: String = ROLE "rôle" | "role";
        /// Building, if one applies.
        pub building: Option<String> = BUILDING "bâtiment" | "batiment";
        /// Share of the workload that is released, as written: `20 %`.
        pub release: Option<String> = RELEASE "dégagement" | "degagement";
        /// What this member was asked to do.
        pub mandate: String = MANDATE "mandat";
        /// The schools that this member comes from or accompanies, in the plan of a network.
        pub schools: Vec<String> = SCHOOLS "écoles" | "ecoles";
        /// Whether this member evaluates staff; the direction does, unless it is said otherwise.
        pub evaluating: Option<bool> = EVALUATING "évalue" | "evalue";
    }
}

impl Member {
    /// Whether this member evaluates staff: as it is said, else by the role.
    pub fn evaluates(&self) -> bool {
        self.evaluating.unwrap_or_else(|| says(&fold(&self.role), "direction"))
    }
}

record! {
    /// The resources that the school provides (`ressources`).
    #[derive(Default)]
    pub struct Resources {
        /// Release days.
        pub release: Option<ReleaseBank> = RELEASE "libération" | "liberation";
        /// Funds.
        pub funds: Vec<Fund> = FUNDS "sommes";
    }
}

record! {
    /// Release days that the school grants.
    #[derive(Default)]
    pub struct ReleaseBank {
        /// Days granted to each newcomer on arrival.
        pub per_arrival: Amount = PER_ARRIVAL "par_arrivée" | "par_arrivee";
        /// Days in the bank for the year.
        pub bank: Amount = BANK "banque";
    }
}

record! {
    /// A sum of money for support, in dollars.
    #[derive(Default)]
    pub struct Fund {
        /// Where it comes from.
        pub source: String = SOURCE "source" required;
        /// Amount granted.
        pub granted: Amount = GRANTED "accordé" | "accorde" written;
        /// Amount promised but not yet spent.
        pub committed: Amount = COMMITTED "engagé" | "engage";
        /// Amount spent.
        pub used: Amount = USED "utilisé" | "utilise";
    }
}

impl Fund {
    /// What is neither promised nor spent, in dollars.
    pub fn left(&self) -> f64 {
        self.granted.0 - self.committed.0 - self.used.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hours_of_a_slot_are_read() {
        for (slot, hours) in [
            ("tous les jours de 8 h à 8 h 30", Some("08:00 08:30")),
            ("le jeudi, 12h15 à 13h", Some("12:15 13:00")),
            ("de 8\u{a0}h\u{a0}05 à 9\u{a0}h", Some("08:05 09:00")),
            ("au besoin", None),
            ("à 15 h", None),
        ] {
            let committee = Committee { slot: slot.into(), ..Committee::default() };
            let said =
                committee.hours().map(|(start, end)| format!("{} {}", start.format("%H:%M"), end.format("%H:%M")));
            assert_eq!(said.as_deref(), hours, "{slot}");
        }
    }

    #[test]
    fn a_job_in_place_of_a_name_is_nobody() {
        for job in
            ["Direction", "Mentores et mentors", "Psychoéducation", "Psychoédu.", "TES", "Adjointe administrative"]
        {
            assert!(is_job(job), "{job}");
        }
        for name in ["Hélène Gagnon", "Sylvie Parent", "Tess", "Direction Roy", "Mme Parent", "Marie Mentor", ""] {
            assert!(!is_job(name), "{name}");
        }
    }

    #[test]
    fn a_rhythm_is_read_in_days() {
        for (rhythm, days) in
            [("4 semaines", Some(28)), ("10 jours", Some(10)), ("au besoin", None), ("1 mois", Some(30))]
        {
            let committee = Committee { rhythm: rhythm.into(), ..Committee::default() };
            assert_eq!(committee.rhythm_days(), days, "{rhythm}");
        }
    }
}
