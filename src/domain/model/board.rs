//! The board (`suivi.yaml`): every new member of staff, with needs, support and next steps only.
//! Nothing here scores, ranks or judges a person.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;

use serde_json::{Map, Value};

use super::{
    own_column::OwnColumn,
    pair::{Agreement, PairMeeting, RiskSeen},
    school::{Committee, Member},
    welcome::WelcomeTask,
};
use crate::domain::value::{
    record::record,
    scalar::{Amount, choice},
    text::fold,
    when::{Day, SchoolYear, When},
};

choice! {
    /// How a newcomer is doing (`état`).
    pub enum Wellbeing {
        Well = "va bien", Watch = "à suivre", MoreSupport = "plus de soutien", Unknown = "non connu",
    }
}

choice! {
    /// How much support a newcomer gets (`palier`).
    pub enum Tier { Universal = "universel", Targeted = "ciblé", Specific = "spécifique" }
}

record! {
    /// The board of a school.
    #[derive(Default)]
    pub struct Board {
        /// Version of the format.
        pub format: u32 = FORMAT "format" or "crate::domain::value::scalar::current_format";
        /// Custom columns that the school has defined.
        pub own: Vec<OwnColumn> = OWN "colonnes";
        /// Every newcomer, including those who left. Successive states of the board share the records that an edit does
        /// not change.
        pub people: Vec<Arc<Newcomer>> = PEOPLE "personnes";
    }
}

impl Board {
    /// Every newcomer, including those who left.
    pub fn everyone(&self) -> impl Iterator<Item = &Newcomer> {
        self.people.iter().map(AsRef::as_ref)
    }

    /// Returns the newcomer with that id.
    pub fn person(&self, id: &str) -> Option<&Newcomer> {
        self.everyone().find(|person| person.id == id)
    }

    /// The people whom an id, a name or an alias may mean: one by an id, several if they share a name or an alias.
    pub fn called(&self, said: &str) -> Vec<&Newcomer> {
        if let Some(person) = self.person(said) {
            return vec![person];
        }
        let name = fold(said);
        let named: Vec<&Newcomer> = self.everyone().filter(|person| fold(&person.name) == name).collect();
        if !named.is_empty() {
            return named;
        }
        let aliases = self.aliases();
        let given = |person: &&Newcomer| person.alias.as_deref() == Some(said);
        let given: Vec<&Newcomer> = self.everyone().filter(given).collect();
        let made = |person: &&Newcomer| aliases.get(person.id.as_str()).is_some_and(|alias| alias == said);
        if given.len() > 1 { given } else { self.everyone().filter(made).collect() }
    }

    /// The newcomers who have not left that day: whoever is to leave later is still there.
    pub fn present(&self, today: NaiveDate) -> impl Iterator<Item = &Newcomer> {
        self.everyone().filter(move |person| !person.has_left(today))
    }

    /// The newcomers of whom no departure is written.
    pub fn staying(&self) -> impl Iterator<Item = &Newcomer> {
        self.everyone().filter(|person| person.departure.is_none())
    }

    /// The newcomers who are at the school that day: those who have not left, without those who are still to arrive.
    pub fn here(&self, today: NaiveDate) -> impl Iterator<Item = &Newcomer> {
        self.present(today).filter(move |person| !person.is_coming(today))
    }

    /// How many newcomers, of those who have not left, somebody of that name accompanies as a mentor.
    pub fn accompanied_by(&self, name: &str, today: NaiveDate) -> usize {
        let name = fold(name);
        self.present(today).filter(|person| person.mentor.as_deref().is_some_and(|mentor| fold(mentor) == name)).count()
    }

    /// Returns the number of the next id: 10 after `n09` or `n09-k7fp`.
    pub fn next_number(&self) -> usize {
        let number = |person: &Arc<Newcomer>| {
            let digits = person.id.strip_prefix('n')?.split('-').next()?;
            digits.parse::<usize>().ok()
        };
        self.people.iter().filter_map(number).max().unwrap_or(0).saturating_add(1)
    }
}

record! {
    /// A new member of staff, whatever the job.
    #[derive(Default)]
    pub struct Newcomer {
        /// Id, unique on the board.
        pub id: String = ID "id" required;
        /// Full name.
        pub name: String = NAME "nom" written;
        /// Name shown when projected; the initials when absent.
        pub alias: Option<String> = ALIAS "alias";
        /// Job.
        pub job: String = JOB "fonction";
        /// Building.
        pub building: Option<String> = BUILDING "bâtiment" | "batiment";
        /// First day at the school.
        pub arrival: Option<Day> = ARRIVAL "arrivée" | "arrivee";
        /// Year of induction, 1 to 5.
        pub induction_year: Option<u32> = INDUCTION_YEAR "année_insertion" | "annee_insertion";
        /// Particulars of the post.
        pub situation: Vec<String> = SITUATION "situation";
        /// Mentor's name.
        pub mentor: Option<String> = MENTOR "mentor";
        /// Since when; absent if nobody said.
        pub mentor_since: Option<Day> = MENTOR_SINCE "mentor_depuis";
        /// Earlier mentors, oldest first.
        pub earlier_mentors: Vec<EarlierMentor> = EARLIER_MENTORS "mentors_précédents" | "mentors_precedents";
        /// The days on which this person and the mentor met; never what was said.
        pub pair_meetings: Vec<PairMeeting> = PAIR_MEETINGS "contacts";
        /// What this person and the mentor agreed on.
        pub agreement: Option<Agreement> = AGREEMENT "entente";
        /// What was seen of each risk of the pairing, by its code.
        pub risks: BTreeMap<String, RiskSeen> = RISKS "risques";
        /// The steps of this person's welcome.
        pub welcome: Vec<WelcomeTask> = WELCOME "accueil";
        /// Who on the committee looks after this person.
        pub contact: Option<String> = CONTACT "répondant" | "repondant";
        /// How this person is doing.
        pub wellbeing: Option<Wellbeing> = WELLBEING "état" | "etat";
        /// The day on which the wellbeing was recorded.
        pub wellbeing_on: Option<Day> = WELLBEING_ON "état_le" | "etat_le";
        /// Tier of support.
        pub tier: Option<Tier> = TIER "palier";
        /// Codes of the support catalogue.
        pub modalities: Vec<String> = MODALITIES "modalités" | "modalites";
        /// Needs.
        pub needs: Vec<String> = NEEDS "besoins";
        /// What this person is working on.
        pub goal: String = GOAL "objectif";
        /// How it will be known that this person makes progress, and when that is looked at.
        pub sign: Option<ProgressSign> = SIGN "progrès" | "progres";
        /// Release days.
        pub release: Option<Release> = RELEASE "libération" | "liberation";
        /// The next action for this person.
        pub next_action: Option<NextAction> = NEXT_ACTION "prochaine_action";
        /// Until when this record is kept.
        pub keep_until: Option<Day> = KEEP_UNTIL "conserver_jusquau";
        /// The departure, absent while the person is here.
        pub departure: Option<Departure> = DEPARTURE "départ" | "depart";
        /// Values of the custom columns, by column id.
        pub own: Map<String, Value> = OWN "colonnes";
        /// What was said and done, by date.
        pub traces: Vec<Trace> = TRACES "traces";
    }
}

impl Newcomer {
    /// Who does a step for the person: whoever has that role for them or on the committee; else what was written.
    pub fn doer<'a>(&'a self, committee: &'a Committee, who: &'a str) -> &'a str {
        let folded = fold(who);
        let is_theirs = |member: &&Member| !folded.is_empty() && member.is_named() && fold(&member.role) == folded;
        let named = match folded.as_str() {
            "repondant" | "repondante" => self.contact.as_ref(),
            "mentor" | "mentore" => self.mentor.as_ref(),
            _ => committee.members.iter().find(is_theirs).map(|member| &member.name),
        };
        named.map_or(who, String::as_str)
    }

    /// How this person is doing; « non connu » when absent.
    pub fn wellbeing(&self) -> Wellbeing {
        self.wellbeing.unwrap_or(Wellbeing::Unknown)
    }

    /// The day of the newest trace.
    pub fn last_trace(&self) -> Option<NaiveDate> {
        self.traces.iter().filter_map(|trace| trace.date).max().map(|day| day.0)
    }

    /// The day on which the person and the mentor last met.
    pub fn last_pair_meeting(&self) -> Option<Day> {
        self.pair_meetings.iter().map(|met| met.date).max()
    }

    /// The meeting of the person and the mentor on a day, with its position; the last of several.
    pub fn met_on(&self, day: Day) -> Option<(usize, &PairMeeting)> {
        self.pair_meetings.iter().enumerate().rfind(|(_, met)| met.date == day)
    }

    /// Whether this person has left by that day.
    pub fn has_left(&self, today: NaiveDate) -> bool {
        self.departure.as_ref().is_some_and(|departure| departure.date.0 <= today)
    }

    /// Whether the person is still to arrive.
    pub fn is_coming(&self, today: NaiveDate) -> bool {
        self.arrival.is_some_and(|day| day.0 > today)
    }

    /// The day on which something was last said of the person: a trace, or how they are.
    pub fn last_said(&self) -> Option<NaiveDate> {
        let state = self.wellbeing_on.filter(|_| self.wellbeing.is_some()).map(|day| day.0);
        self.last_trace().max(state)
    }

    /// How long nothing has been said of the person, in days, counted from the arrival at most; `None` if neither is known.
    pub fn days_unsaid(&self, today: NaiveDate) -> Option<i64> {
        let since = self.last_said().max(self.arrival.map(|day| day.0));
        since.map(|since| (today - since).num_days())
    }

    /// Whether nothing has been said of the person for longer than that many days. Whoever has not arrived is not expected
    /// to have been spoken of.
    pub fn is_unsaid(&self, today: NaiveDate, days: i64) -> bool {
        self.days_unsaid(today).is_none_or(|since| since > days)
    }

    /// The traces, newest first, each with its position in the list.
    pub fn newest_traces(&self) -> Vec<(usize, &Trace)> {
        let mut traces: Vec<_> = self.traces.iter().enumerate().collect();
        traces.sort_by_key(|(place, trace)| std::cmp::Reverse((trace.date, *place)));
        traces
    }
}

record! {
    /// How it will be known that somebody makes progress (S001-13): what is looked at, and when.
    #[derive(Default)]
    pub struct ProgressSign {
        /// What is looked at.
        pub what: String = WHAT "repère" | "repere" written;
        /// When it is looked at.
        pub when: When = WHEN "quand";
    }
}

record! {
    /// A former mentor of somebody.
    pub struct EarlierMentor {
        /// Name.
        pub name: String = NAME "nom" required;
        /// First day; absent if nobody said.
        pub from: Option<Day> = FROM "du";
        /// Last day.
        pub until: Day = UNTIL "au" required;
    }
}

record! {
    /// Release days of a person.
    #[derive(Default)]
    pub struct Release {
        /// Days granted.
        pub granted: Amount = GRANTED "accordés" | "accordes";
        /// Days taken.
        pub taken: Amount = TAKEN "pris";
        /// The days taken, entry by entry. Days taken without an entry appear only in `taken`.
        pub days: Vec<Taken> = DAYS "prises";
    }
}

impl Release {
    /// Days granted but not taken.
    pub fn left(&self) -> Amount {
        self.granted - self.taken
    }

    /// Days taken by funding source, in order of first use. Days without an entry come last, without a source.
    pub fn by_source(&self) -> Vec<(&str, Amount)> {
        let mut sources: Vec<(&str, Amount)> = Vec::new();
        let told: f64 = self.days.iter().map(|taken| taken.days.0).sum();
        let rest = ("", Amount((self.taken.0 - told).max(0.0)));
        let lines = self.days.iter().map(|taken| (taken.source.as_str(), taken.days));
        for (source, days) in lines.chain([rest]).filter(|(_, days)| !days.is_zero()) {
            match sources.iter_mut().find(|(known, _)| *known == source) {
                Some((_, sum)) => sum.0 += days.0,
                None => sources.push((source, days)),
            }
        }
        sources
    }
}

record! {
    /// An entry of release days taken.
    #[derive(Default)]
    pub struct Taken {
        /// The day.
        pub date: Option<Day> = DATE "date";
        /// How many days.
        pub days: Amount = DAYS "jours" written;
        /// The funding source.
        pub source: String = SOURCE "source";
    }
}

record! {
    /// The next action for a person.
    #[derive(Default)]
    pub struct NextAction {
        /// What is to be done.
        pub what: String = WHAT "quoi";
        /// Who does it.
        pub who: String = WHO "qui";
        /// When, as people wrote it.
        pub when: When = WHEN "quand";
    }
}

impl NextAction {
    /// The last day of `when`, if it can be parsed and is not open.
    pub fn due(&self, year: SchoolYear) -> Option<NaiveDate> {
        self.when.span(year)?.end
    }
}

record! {
    /// A departure.
    pub struct Departure {
        /// The day.
        pub date: Day = DATE "date" required;
        /// Why, in neutral words.
        pub reason: String = REASON "motif";
    }
}

record! {
    /// What the committee writes about a person: support only.
    #[derive(Default)]
    pub struct Trace {
        /// The day.
        pub date: Option<Day> = DATE "date";
        /// Who wrote it.
        pub by: String = BY "par";
        /// What was said, as it was said.
        pub note: String = NOTE "note";
        /// What goes well.
        pub goes_well: String = GOES_WELL "va_bien";
        /// What is difficult.
        pub challenge: String = CHALLENGE "défi" | "defi";
        /// The next step.
        pub next_step: String = NEXT_STEP "prochain_pas";
        /// The support offered.
        pub support: String = SUPPORT "soutien";
    }
}

impl Trace {
    /// Whether the person's mentor wrote it, or a member of the committee who is a mentor.
    pub fn is_of_a_mentor(&self, person: &Newcomer, committee: &Committee) -> bool {
        let is_by = |name: &str| fold(name) == fold(&self.by);
        let is_mentor = |member: &Member| is_by(&member.name) && fold(&member.role).contains("mentor");
        let earlier = person.earlier_mentors.iter().map(|earlier| earlier.name.as_str());
        person.mentor.as_deref().into_iter().chain(earlier).any(is_by) || committee.members.iter().any(is_mentor)
    }

    /// The texts that are not empty, each with the key of its field.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let parts = [
            (Trace::NOTE, &self.note),
            (Trace::GOES_WELL, &self.goes_well),
            (Trace::CHALLENGE, &self.challenge),
            (Trace::NEXT_STEP, &self.next_step),
            (Trace::SUPPORT, &self.support),
        ];
        parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (key, text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_identified_by_the_keys_that_they_declare() {
        use crate::domain::{
            model::{
                impact::Measure,
                meeting::{IssuePoint, PersonPoint},
            },
            value::tree::{ID, IDENTITIES},
        };

        assert_eq!(Newcomer::ID, ID);
        assert_eq!(IDENTITIES, [ID, PersonPoint::PERSON, IssuePoint::ISSUE, Measure::INDICATOR]);
    }

    #[test]
    fn somebody_is_spoken_of_by_a_trace_or_a_state_and_is_expected_to_be_from_the_arrival_on() {
        let day = |said: &str| Day(said.parse().expect("a day"));
        let today = day("2026-11-20").0;
        let arrived = |said: &str| Newcomer { arrival: Some(day(said)), ..Newcomer::default() };
        let trace = Trace { date: Some(day("2026-09-01")), ..Trace::default() };
        let state = |said: &str| Newcomer {
            wellbeing: Some(Wellbeing::Well),
            wellbeing_on: Some(day(said)),
            traces: vec![trace.clone()],
            ..arrived("2026-08-25")
        };
        for (person, unsaid) in [
            (arrived("2026-08-25"), true),
            (arrived("2026-11-02"), false),
            (arrived("2026-12-01"), false),
            (state("2026-11-20"), false),
            (state("2026-09-15"), true),
            (Newcomer::default(), true),
        ] {
            assert_eq!(person.is_unsaid(today, 28), unsaid, "{person:?}");
        }
    }

    #[test]
    fn aliases_are_unique() {
        let person = |id: &str, name: &str, alias: Option<&str>| Newcomer {
            id: id.into(),
            name: name.into(),
            alias: alias.map(Into::into),
            ..Newcomer::default()
        };
        let person = |id, name, alias| Arc::new(person(id, name, alias));
        let board = Board {
            format: 1,
            own: Vec::new(),
            people: vec![
                person("n01", "Amélie Côté", None),
                person("n02", "Alain Caron", None),
                person("n03", "Zoé Roy", Some("AC")),
            ],
        };
        assert_eq!(["n01", "n02", "n03"].map(|id| board.alias(id)), ["AC", "AC2", "AC3"]);
        assert_eq!(board.next_number(), 4);
    }
}
