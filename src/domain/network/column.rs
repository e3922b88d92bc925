//! What is counted of each school, column by column; the order and the search of the schools.

use chrono::Datelike;

use super::{
    SchoolCounts,
    masking::{Told, ToldNetwork, ToldPeople},
};
use crate::domain::{
    model::board::{Tier, Wellbeing},
    table::slug,
    value::text::fold,
};

/// A column of the counts of a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountColumn {
    /// The name of the school.
    #[default]
    Name,
    /// The group that it is in.
    Group,
    /// Newcomers.
    Newcomers,
    /// Newcomers in a state, by its position.
    State(usize),
    /// Newcomers without a contact.
    NoContact,
    /// Newcomers without a mentor.
    NoMentor,
    /// Newcomers in a tier, by its position; then those without one.
    Tier(usize),
    /// Release days granted.
    Granted,
    /// Release days taken.
    Taken,
    /// The day of the last regulation.
    LastMeeting,
    /// Whether the rhythm is kept.
    Rhythm,
    /// Whether a regulation was held this month.
    ThisMonth,
    /// Issues, by step.
    Issues,
    /// Issues in their second round or a later one.
    Rounds,
    /// Rows that are late.
    Late,
    /// Indicators that attain their target.
    Indicators,
    /// Advice.
    Advice,
    /// Surveys and their answers.
    Surveys,
}

impl CountColumn {
    /// The counts of newcomers, in order.
    pub const PEOPLE: [CountColumn; 13] = [
        CountColumn::Newcomers,
        CountColumn::State(0),
        CountColumn::State(1),
        CountColumn::State(2),
        CountColumn::State(3),
        CountColumn::NoContact,
        CountColumn::NoMentor,
        CountColumn::Tier(0),
        CountColumn::Tier(1),
        CountColumn::Tier(2),
        CountColumn::Tier(3),
        CountColumn::Granted,
        CountColumn::Taken,
    ];

    /// What is counted of plans and meetings, in order.
    pub const PLAN: [CountColumn; 9] = [
        CountColumn::LastMeeting,
        CountColumn::Rhythm,
        CountColumn::ThisMonth,
        CountColumn::Issues,
        CountColumn::Rounds,
        CountColumn::Late,
        CountColumn::Indicators,
        CountColumn::Advice,
        CountColumn::Surveys,
    ];

    /// The word by which a command or a search names it, folded.
    pub fn word(self) -> String {
        let word = match self {
            CountColumn::Name => "nom",
            CountColumn::Group => "groupe",
            CountColumn::Newcomers => "nouveaux",
            CountColumn::State(at) => return slug(Wellbeing::ALL[at].word()),
            CountColumn::NoContact => "sans-repondant",
            CountColumn::NoMentor => "sans-mentor",
            CountColumn::Tier(at) => {
                return Tier::ALL.get(at).map_or("sans-palier".to_owned(), |tier| slug(tier.word()));
            }
            CountColumn::Granted => "jours-accordes",
            CountColumn::Taken => "jours-pris",
            CountColumn::LastMeeting => "regulation",
            CountColumn::Rhythm => "rythme",
            CountColumn::ThisMonth => "ce-mois-ci",
            CountColumn::Issues => "enjeux",
            CountColumn::Rounds => "tours",
            CountColumn::Late => "retards",
            CountColumn::Indicators => "indicateurs",
            CountColumn::Advice => "conseils",
            CountColumn::Surveys => "sondages",
        };
        word.to_owned()
    }

    /// The column that a word names, however it is written.
    pub fn from_word(word: &str) -> Option<CountColumn> {
        let word = slug(word);
        let all =
            [CountColumn::Name, CountColumn::Group].into_iter().chain(CountColumn::PEOPLE).chain(CountColumn::PLAN);
        all.into_iter().find(|column| column.word() == word)
    }

    /// What a school is compared by; `None` where nothing is told.
    pub fn number(self, school: &SchoolCounts, told: Option<&ToldPeople>) -> Option<i64> {
        let plan = &school.plan;
        let of_people = |of: &dyn Fn(&ToldPeople) -> Told| told.and_then(of).map(i64::from);
        match self {
            CountColumn::Name | CountColumn::Group => None,
            CountColumn::Newcomers => of_people(&|people| people.newcomers),
            CountColumn::State(at) => of_people(&|people| people.states[at]),
            CountColumn::NoContact => of_people(&|people| people.without_contact),
            CountColumn::NoMentor => of_people(&|people| people.without_mentor),
            CountColumn::Tier(at) => of_people(&|people| people.tiers[at]),
            CountColumn::Granted => of_people(&|people| people.release.map(|days| days.0 / 100)),
            CountColumn::Taken => of_people(&|people| people.release.map(|days| days.1 / 100)),
            CountColumn::LastMeeting => plan.last_meeting.map(|day| i64::from(day.num_days_from_ce())),
            CountColumn::Rhythm => plan.keeps_rhythm.map(i64::from),
            CountColumn::ThisMonth => Some(i64::from(plan.met_this_month)),
            CountColumn::Issues => Some(i64::from(plan.issues.iter().sum::<u32>())),
            CountColumn::Rounds => Some(i64::from(plan.later_rounds)),
            CountColumn::Late => Some(i64::from(plan.rows_late)),
            CountColumn::Indicators => Some(i64::from(plan.indicators.0)),
            CountColumn::Advice => Some(i64::from(plan.advice)),
            CountColumn::Surveys => plan.surveys.map(i64::from),
        }
    }
}

/// How schools are shown: which of them, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkView {
    /// The column that they are sorted by; the order in which they were found without one.
    pub by: Option<CountColumn>,
    /// Whether the largest comes first.
    pub is_largest_first: bool,
    /// What is looked for: words of names and groups, and numbers (`retards>2`, `groupe:nord`).
    pub search: String,
}

impl NetworkView {
    /// The positions of the schools that are shown, in order. What is masked is not told by its place either: it comes last,
    /// whichever way the others go, and no search finds it.
    pub fn shown(&self, schools: &[SchoolCounts], told: &ToldNetwork) -> Vec<usize> {
        let people = |at: usize| told.schools.get(at).and_then(Option::as_ref);
        let terms: Vec<SchoolTerm> = self.search.split_whitespace().map(SchoolTerm::parse).collect();
        let is_shown = |at: &usize| terms.iter().all(|term| term.finds(&schools[*at], people(*at)));
        let mut shown: Vec<usize> = (0..schools.len()).filter(is_shown).collect();
        let Some(by) = self.by else { return shown };
        let way = if self.is_largest_first { -1 } else { 1 };
        shown.sort_by_cached_key(|at| {
            let school = &schools[*at];
            let rank = by.number(school, people(*at)).map(|number| number * way);
            let group = if by == CountColumn::Group { fold(&school.group) } else { String::new() };
            (rank.is_none(), rank, group, fold(&school.name))
        });
        if self.is_largest_first && matches!(by, CountColumn::Name | CountColumn::Group) {
            shown.reverse();
        }
        shown
    }
}

/// A condition of a search.
enum SchoolTerm {
    /// A word of the name or of the group; folded.
    Word(String),
    /// A word of the group; folded.
    Group(String),
    /// A number compared with a column.
    Number(CountColumn, std::cmp::Ordering, i64),
}

impl SchoolTerm {
    fn parse(said: &str) -> SchoolTerm {
        let word = || SchoolTerm::Word(fold(said));
        let Some(at) = said.find(['>', '<', ':', '=']) else { return word() };
        let (Some(column), sign, value) = (CountColumn::from_word(&said[..at]), &said[at..=at], &said[at + 1..]) else {
            return word();
        };
        if column == CountColumn::Group {
            return SchoolTerm::Group(fold(value));
        }
        let way = match sign {
            ">" => std::cmp::Ordering::Greater,
            "<" => std::cmp::Ordering::Less,
            _ => std::cmp::Ordering::Equal,
        };
        let number = match fold(value).as_str() {
            "oui" => Some(1),
            "non" => Some(0),
            number => number.parse().ok(),
        };
        number.map_or_else(word, |number| SchoolTerm::Number(column, way, number))
    }

    fn finds(&self, school: &SchoolCounts, told: Option<&ToldPeople>) -> bool {
        match self {
            SchoolTerm::Word(word) => fold(&school.name).contains(word) || fold(&school.group).contains(word),
            SchoolTerm::Group(word) => fold(&school.group).contains(word),
            SchoolTerm::Number(column, way, number) => {
                column.number(school, told).is_some_and(|counted| counted.cmp(number) == *way)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school(name: &str, group: &str, late: u32) -> SchoolCounts {
        let mut school = SchoolCounts { name: name.into(), group: group.into(), ..SchoolCounts::default() };
        school.plan.rows_late = late;
        school
    }

    #[test]
    fn schools_are_searched_and_sorted_without_telling_what_is_masked() {
        let schools = [school("Érables", "Nord", 3), school("Cèdres", "Sud", 0), school("Pins", "Nord", 7)];
        let people = |newcomers| Some(ToldPeople { newcomers, ..ToldPeople::default() });
        let told =
            ToldNetwork { schools: vec![people(Some(9)), people(None), people(Some(40))], ..ToldNetwork::default() };
        let shown = |by, is_largest_first, search: &str| {
            NetworkView { by, is_largest_first, search: search.into() }.shown(&schools, &told)
        };
        assert_eq!(shown(None, false, ""), [0, 1, 2]);
        assert_eq!(shown(Some(CountColumn::Name), false, ""), [1, 0, 2]);
        assert_eq!(shown(Some(CountColumn::Name), true, ""), [2, 0, 1]);
        assert_eq!(shown(Some(CountColumn::Newcomers), false, ""), [0, 2, 1]);
        assert_eq!(shown(Some(CountColumn::Newcomers), true, ""), [2, 0, 1], "what is masked comes last either way");
        assert_eq!(shown(None, false, "nouveaux<5"), [0; 0], "no search finds what is masked");
        assert_eq!(shown(None, false, "nord retards>2"), [0, 2]);
        assert_eq!(shown(None, false, "groupe:sud"), [1]);
        assert_eq!(shown(None, false, "erabl"), [0]);
        for column in CountColumn::PEOPLE.into_iter().chain(CountColumn::PLAN) {
            assert_eq!(CountColumn::from_word(&column.word()), Some(column));
        }
    }
}
