//! The columns of the board: fields of the format, derived values, and custom columns.

use std::{borrow::Cow, cmp::Ordering};

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::{
    board::{needs, welcome},
    model::{
        board::{Board, Newcomer, Tier, Wellbeing},
        catalogue::Catalogues,
        field_kind::Kind,
        folder::Folder,
        own_column::{OwnColumn, OwnKind},
    },
    table::slug,
    value::{
        collation,
        scalar::Amount,
        text::tally,
        when::{Day, SchoolYear},
    },
};

/// Key of the next action: what is to be done.
pub const NEXT_WHAT: &str = "prochaine_action.quoi";
/// Key of the next action: who does it.
pub const NEXT_WHO: &str = "prochaine_action.qui";
/// Key of the next action: when.
pub const NEXT_WHEN: &str = "prochaine_action.quand";
/// Key of how progress will be known.
pub const SIGN_WHAT: &str = "progrès.repère";
/// Key of when that is looked at.
pub const SIGN_WHEN: &str = "progrès.quand";
/// Key of the day on which a pair agreed.
pub const AGREED_ON: &str = "entente.date";
/// Key of the day on which a pair looked at its agreement again.
pub const AGREEMENT_REVIEWED_ON: &str = "entente.revue_le";
/// Key of the release days granted: none are, where only those taken are known.
pub const DAYS_GRANTED: &str = "libération.accordés";
/// Key of the release days taken.
pub const DAYS_TAKEN: &str = "libération.pris";
/// Key of the release days left. They are computed: no file holds them.
pub const DAYS_LEFT: &str = "libération.reste";
/// Key of the steps of the welcome that remain. They are computed: no file holds them.
pub const WELCOME_LEFT: &str = "accueil.reste";
/// Key of the day of a departure.
pub const DEPARTED_ON: &str = "départ.date";
/// Key of the reason for a departure.
pub const DEPARTURE_REASON: &str = "départ.motif";

/// A column of the board.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// A field of the format, by its dotted path in a person's record.
    Field(&'static str),
    /// A custom column.
    Own(OwnColumn),
    /// The day of the newest trace.
    LastTrace,
    /// How many traces there are.
    Traces,
    /// Release days left.
    Left,
    /// Steps of the welcome that remain.
    WelcomeLeft,
}

/// The fields that a column can show, in the order in which they are offered.
const FIELDS: [&str; 27] = [
    Newcomer::NAME,
    Newcomer::ALIAS,
    Newcomer::JOB,
    Newcomer::BUILDING,
    Newcomer::ARRIVAL,
    Newcomer::INDUCTION_YEAR,
    Newcomer::SITUATION,
    Newcomer::WELLBEING,
    Newcomer::WELLBEING_ON,
    Newcomer::TIER,
    Newcomer::NEEDS,
    Newcomer::GOAL,
    SIGN_WHAT,
    SIGN_WHEN,
    Newcomer::MODALITIES,
    Newcomer::CONTACT,
    Newcomer::MENTOR,
    Newcomer::MENTOR_SINCE,
    AGREED_ON,
    AGREEMENT_REVIEWED_ON,
    NEXT_WHAT,
    NEXT_WHO,
    NEXT_WHEN,
    DAYS_GRANTED,
    DAYS_TAKEN,
    Newcomer::KEEP_UNTIL,
    DEPARTED_ON,
];

/// The columns that follow from other fields.
const DERIVED: [Column; 4] = [Column::LastTrace, Column::Traces, Column::Left, Column::WelcomeLeft];

/// The value of a person's record in a column.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue<'a> {
    /// Nothing.
    Nothing,
    /// A text.
    Text(Cow<'a, str>),
    /// A word of a closed list, preceded by its rank in that list.
    Word(usize, &'static str),
    /// Several texts.
    List(&'a [String]),
    /// A day.
    Day(NaiveDate),
    /// A number.
    Number(f64),
}

impl Column {
    /// Every column of a board.
    pub fn all(board: &Board) -> Vec<Column> {
        let fields = FIELDS.iter().map(|field| Column::Field(field));
        let own = board.own.iter().filter(|own| !Column::is_given(&own.id)).cloned().map(Column::Own);
        fields.chain(DERIVED).chain(own).collect()
    }

    /// The columns that can be edited.
    pub fn editable(board: &Board) -> impl Iterator<Item = Column> {
        Column::all(board).into_iter().filter(|column| column.place().is_some())
    }

    /// Whether the format already has a column with that key.
    pub fn is_given(key: &str) -> bool {
        FIELDS.contains(&key) || DERIVED.iter().any(|column| column.key() == key)
    }

    /// Returns the column with that key.
    pub fn of_key(board: &Board, key: &str) -> Option<Column> {
        Column::all(board).into_iter().find(|column| column.key() == key)
    }

    /// A key for a new column of that name, which no column of the board has.
    pub fn free_key(board: &Board, name: &str) -> String {
        let stem = Some(slug(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "colonne".to_owned());
        let is_taken = |id: &str| Column::of_key(board, id).is_some() || id == Newcomer::ID;
        let numbered = std::iter::once(stem.clone()).chain((2..).map(|number| format!("{stem}-{number}")));
        numbered.into_iter().find(|id| !is_taken(id)).unwrap_or(stem)
    }

    /// The key that identifies the column: the path of its field, or the id that the school gave it.
    pub fn key(&self) -> &str {
        match self {
            Column::Field(field) => field,
            Column::Own(own) => &own.id,
            Column::LastTrace => "dernière_trace",
            Column::Traces => Newcomer::TRACES,
            Column::Left => DAYS_LEFT,
            Column::WelcomeLeft => WELCOME_LEFT,
        }
    }

    /// The path of the editable value in a person's record; `None` for derived columns.
    pub fn place(&self) -> Option<Vec<&str>> {
        match self {
            Column::Field(field) => Some(field.split('.').collect()),
            Column::Own(own) => Some(vec![Board::OWN, &own.id]),
            Column::LastTrace | Column::Traces | Column::Left | Column::WelcomeLeft => None,
        }
    }

    /// The kind of value that the column accepts, with the school's own words suggested first.
    pub fn kind(&self, folder: &Folder, catalogues: &Catalogues) -> Kind {
        let field = match self {
            Column::Own(own) => return own_kind(own, &folder.board),
            Column::LastTrace | Column::Traces | Column::Left | Column::WelcomeLeft => return Kind::Line,
            Column::Field(field) => *field,
        };
        let board = &folder.board;
        match field {
            Newcomer::WELLBEING => Kind::words(Wellbeing::WORDS),
            Newcomer::TIER => Kind::Ranked(Tier::WORDS.iter().map(|tier| ((*tier).into(), (*tier).into())).collect()),
            Newcomer::NEEDS => Kind::Many(needs::suggested(used(board, |person| person.needs.iter()), catalogues)),
            Newcomer::MODALITIES => Kind::ManyOf(supports(board, catalogues)),
            Newcomer::SITUATION => Kind::Many(pairs(used(board, |person| person.situation.iter()))),
            Newcomer::JOB => Kind::Used(used(board, |person| Some(&person.job).filter(|job| !job.is_empty()))),
            Newcomer::BUILDING => {
                let known = folder.plan.school.buildings.iter();
                let others = used(board, |person| person.building.as_ref());
                let others = others.into_iter().filter(|building| !folder.plan.school.buildings.contains(building));
                Kind::Used(known.cloned().chain(others).collect())
            }
            Newcomer::CONTACT | Newcomer::MENTOR | NEXT_WHO => {
                Kind::Name(folder.plan.committee.names().map(Into::into).collect())
            }
            DEPARTURE_REASON => {
                Kind::Used(used(board, |person| person.departure.as_ref().map(|d| &d.reason).filter(|r| !r.is_empty())))
            }
            NEXT_WHEN | SIGN_WHEN => Kind::When,
            Newcomer::ARRIVAL
            | Newcomer::MENTOR_SINCE
            | Newcomer::WELLBEING_ON
            | AGREED_ON
            | AGREEMENT_REVIEWED_ON
            | Newcomer::KEEP_UNTIL
            | DEPARTED_ON => Kind::Day,
            DAYS_GRANTED => Kind::Amount,
            DAYS_TAKEN => Kind::Taken,
            Newcomer::INDUCTION_YEAR => Kind::Count,
            _ => Kind::Line,
        }
    }

    /// Returns the value of the column in a person's record.
    pub fn value<'a>(&self, person: &'a Newcomer, year: SchoolYear) -> CellValue<'a> {
        let text = |text: &'a str| if text.is_empty() { CellValue::Nothing } else { CellValue::Text(text.into()) };
        let list = |list: &'a [String]| if list.is_empty() { CellValue::Nothing } else { CellValue::List(list) };
        let maybe = |said: &'a Option<String>| text(said.as_deref().unwrap_or_default());
        let day = |day: Option<Day>| day.map_or(CellValue::Nothing, |day| CellValue::Day(day.0));
        let amount = |amount: Option<Amount>| amount.map_or(CellValue::Nothing, |amount| CellValue::Number(amount.0));
        let (release, action) = (person.release.as_ref(), person.next_action.as_ref());
        let field = match self {
            Column::Own(own) => return own_said(own, person.own.get(&own.id), year),
            Column::LastTrace => return day(person.last_trace().map(Day)),
            Column::Traces => return CellValue::Number(person.traces.len() as f64),
            Column::Left => return amount(release.map(|release| release.left())),
            Column::WelcomeLeft => return welcome_left(person),
            Column::Field(field) => *field,
        };
        match field {
            Newcomer::NAME => text(&person.name),
            Newcomer::ALIAS => maybe(&person.alias),
            Newcomer::JOB => text(&person.job),
            Newcomer::BUILDING => maybe(&person.building),
            Newcomer::ARRIVAL => day(person.arrival),
            Newcomer::INDUCTION_YEAR => {
                person.induction_year.map_or(CellValue::Nothing, |year| CellValue::Number(year.into()))
            }
            Newcomer::SITUATION => list(&person.situation),
            Newcomer::WELLBEING => CellValue::Word(person.wellbeing() as usize, person.wellbeing().word()),
            Newcomer::WELLBEING_ON => day(person.wellbeing_on),
            Newcomer::TIER => {
                person.tier.map_or(CellValue::Nothing, |tier| CellValue::Word(tier as usize, tier.word()))
            }
            Newcomer::NEEDS => list(&person.needs),
            Newcomer::GOAL => text(&person.goal),
            SIGN_WHAT => text(person.sign.as_ref().map_or("", |sign| &sign.what)),
            SIGN_WHEN => match &person.sign {
                Some(sign) => {
                    let day = sign.when.span(year).and_then(|span| span.end);
                    day.map_or_else(|| text(&sign.when.0), CellValue::Day)
                }
                None => CellValue::Nothing,
            },
            Newcomer::MODALITIES => list(&person.modalities),
            Newcomer::CONTACT => maybe(&person.contact),
            Newcomer::MENTOR => maybe(&person.mentor),
            Newcomer::MENTOR_SINCE => day(person.mentor_since),
            NEXT_WHAT => text(action.map_or("", |action| &action.what)),
            NEXT_WHO => text(action.map_or("", |action| &action.who)),
            NEXT_WHEN => match action {
                Some(action) => action.due(year).map_or_else(|| text(&action.when.0), CellValue::Day),
                None => CellValue::Nothing,
            },
            DAYS_GRANTED => amount(release.map(|release| release.granted).filter(|granted| granted.0 > 0.0)),
            DAYS_TAKEN => amount(release.map(|release| release.taken)),
            Newcomer::KEEP_UNTIL => day(person.keep_until),
            DEPARTURE_REASON => text(person.departure.as_ref().map_or("", |departure| &departure.reason)),
            AGREED_ON => day(person.agreement.as_ref().and_then(|agreement| agreement.date)),
            AGREEMENT_REVIEWED_ON => day(person.agreement.as_ref().and_then(|agreement| agreement.reviewed_on)),
            DEPARTED_ON => day(person.departure.as_ref().map(|departure| departure.date)),
            _ => CellValue::Nothing,
        }
    }
}

/// How many steps of the welcome remain; nothing where there is no list of them.
fn welcome_left<'a>(person: &Newcomer) -> CellValue<'a> {
    let (settled, all) = welcome::settled(person);
    if all == 0 { CellValue::Nothing } else { CellValue::Number((all - settled) as f64) }
}

/// Whether a value fits a custom column; an absent value fits any.
pub fn fits(own: &OwnColumn, value: Option<&Value>, year: SchoolYear) -> bool {
    match (own.kind, own_said(own, value, year)) {
        (_, CellValue::Nothing)
        | (Some(OwnKind::Day), CellValue::Day(_))
        | (Some(OwnKind::Number), CellValue::Number(_)) => true,
        (Some(OwnKind::Choice), CellValue::Text(text)) => own.choices.iter().any(|choice| *choice == text),
        (Some(OwnKind::YesNo), CellValue::Text(text)) => matches!(&*text, "oui" | "non"),
        (None | Some(OwnKind::Text), _) => !value.is_some_and(|value| value.is_array() || value.is_object()),
        _ => false,
    }
}

fn own_kind(own: &OwnColumn, board: &Board) -> Kind {
    match own.kind.unwrap_or(OwnKind::Text) {
        OwnKind::Text => Kind::Used(used(board, |person| match person.own.get(&own.id) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        })),
        OwnKind::Choice => Kind::words(&own.choices),
        OwnKind::YesNo => Kind::words(&["oui", "non"]),
        OwnKind::Day => Kind::Day,
        OwnKind::Number => Kind::Amount,
    }
}

fn own_said<'a>(own: &OwnColumn, value: Option<&'a Value>, year: SchoolYear) -> CellValue<'a> {
    match (value, own.kind) {
        (None | Some(Value::Null), _) => CellValue::Nothing,
        (Some(Value::String(text)), _) if text.trim().is_empty() => CellValue::Nothing,
        (Some(Value::Bool(yes)), _) => CellValue::Text(if *yes { "oui" } else { "non" }.into()),
        (Some(Value::Number(number)), _) => CellValue::Number(number.as_f64().unwrap_or_default()),
        (Some(Value::String(text)), Some(OwnKind::Day)) => {
            Day::parse(text, year).map_or(CellValue::Text(text.into()), |day| CellValue::Day(day.0))
        }
        (Some(Value::String(text)), Some(OwnKind::Number)) => {
            Amount::parse(text).map_or(CellValue::Text(text.into()), |amount| CellValue::Number(amount.0))
        }
        (Some(Value::String(text)), _) => CellValue::Text(text.into()),
        (Some(other), _) => CellValue::Text(other.to_string().into()),
    }
}

impl CellValue<'_> {
    /// Compares two values for sorting. Empty cells come last, and texts after days and numbers.
    pub fn order(&self, other: &CellValue<'_>) -> Ordering {
        let rank = |said: &CellValue<'_>| match said {
            CellValue::Word(..) | CellValue::Number(_) | CellValue::Day(_) => 0,
            CellValue::Text(_) | CellValue::List(_) => 1,
            CellValue::Nothing => 2,
        };
        match (self, other) {
            (CellValue::Word(a, _), CellValue::Word(b, _)) => a.cmp(b),
            (CellValue::Day(a), CellValue::Day(b)) => a.cmp(b),
            (CellValue::Number(a), CellValue::Number(b)) => a.total_cmp(b),
            (CellValue::Text(a), CellValue::Text(b)) => collation::order(a, b),
            (CellValue::List(a), CellValue::List(b)) => collation::order(&a.join(", "), &b.join(", ")),
            (a, b) => rank(a).cmp(&rank(b)),
        }
    }

    /// Formats the value as a cell of a file: ISO days, a decimal comma, list items separated by semicolons.
    pub fn plain(&self) -> String {
        match self {
            CellValue::Nothing => String::new(),
            CellValue::Text(text) => text.trim_end().to_owned(),
            CellValue::Word(_, word) => (*word).to_owned(),
            CellValue::List(list) => list.join("; "),
            CellValue::Day(day) => day.to_string(),
            CellValue::Number(number) => number.to_string().replace('.', ","),
        }
    }

    /// Whether the cell is empty.
    pub fn is_nothing(&self) -> bool {
        *self == CellValue::Nothing
    }
}

/// The support modalities of the catalogue, by code.
/// The kinds of support of the sources, then what a school wrote itself.
fn supports(board: &Board, catalogues: &Catalogues) -> Vec<(String, String)> {
    let entries = catalogues.entries("modalites");
    let known = entries.map(|entry| (entry.code.clone(), format!("{} {}", entry.code, entry.text)));
    let mut known: Vec<(String, String)> = known.collect();
    let own = used(board, |person| person.modalities.iter()).into_iter();
    let own: Vec<String> = own.filter(|word| known.iter().all(|(code, _)| code != word)).collect();
    known.extend(pairs(own));
    known
}

fn pairs(words: Vec<String>) -> Vec<(String, String)> {
    words.into_iter().map(|word| (word.clone(), word)).collect()
}

/// The texts found in people's records, most used first.
fn used<'a, I>(board: &'a Board, texts: impl Fn(&'a Newcomer) -> I) -> Vec<String>
where
    I: IntoIterator<Item = &'a String>,
{
    tally(board.everyone().flat_map(texts)).into_iter().map(|(text, _)| text.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::pair::Agreement;
    use serde_json::json;

    fn person(value: Value) -> Newcomer {
        serde_json::from_value(value).expect("a person")
    }

    #[test]
    fn keys_inside_records_are_those_of_the_format() {
        use crate::domain::model::board::{Departure, NextAction, Release};
        for (column, record, key) in [
            (NEXT_WHAT, Newcomer::NEXT_ACTION, NextAction::WHAT),
            (NEXT_WHO, Newcomer::NEXT_ACTION, NextAction::WHO),
            (NEXT_WHEN, Newcomer::NEXT_ACTION, NextAction::WHEN),
            (DAYS_GRANTED, Newcomer::RELEASE, Release::GRANTED),
            (DAYS_TAKEN, Newcomer::RELEASE, Release::TAKEN),
            (DEPARTED_ON, Newcomer::DEPARTURE, Departure::DATE),
            (AGREED_ON, Newcomer::AGREEMENT, Agreement::DATE),
            (AGREEMENT_REVIEWED_ON, Newcomer::AGREEMENT, Agreement::REVIEWED_ON),
            (DEPARTURE_REASON, Newcomer::DEPARTURE, Departure::REASON),
        ] {
            assert_eq!(column, format!("{record}.{key}"));
        }
    }

    #[test]
    fn columns_of_the_schools_own_say_what_is_written() {
        let column = |id: &str, kind| {
            Column::Own(OwnColumn { id: id.into(), name: String::new(), kind: Some(kind), choices: vec![] })
        };
        let own = json!({"local": 214, "clés": true, "le": "26 oct. 2026", "vide": " "});
        let person = person(json!({"id": "a", "colonnes": own}));
        let year = SchoolYear(2026);
        for (column, said) in [
            (column("local", OwnKind::Number), CellValue::Number(214.0)),
            (column("clés", OwnKind::YesNo), CellValue::Text("oui".into())),
            (column("le", OwnKind::Day), CellValue::Day("2026-10-26".parse().expect("a day"))),
            (column("vide", OwnKind::Text), CellValue::Nothing),
            (column("absent", OwnKind::Text), CellValue::Nothing),
        ] {
            assert_eq!(column.value(&person, year), said, "{}", column.key());
        }
    }

    #[test]
    fn nothing_comes_last() {
        let mut all =
            [CellValue::Nothing, CellValue::Text("b".into()), CellValue::Text("à".into()), CellValue::Number(2.0)];
        all.sort_by(CellValue::order);
        assert_eq!(
            all,
            [CellValue::Number(2.0), CellValue::Text("à".into()), CellValue::Text("b".into()), CellValue::Nothing]
        );
    }

    #[test]
    fn every_field_offered_is_read() {
        let person = person(json!({
            "id": "a", "nom": "A", "alias": "A", "fonction": "f", "bâtiment": "b", "arrivée": "2026-08-25",
            "année_insertion": 1, "situation": ["s"], "état": "va bien", "état_le": "2026-09-01", "palier": "ciblé",
            "besoins": ["x"], "objectif": "o",
            "progrès": {"repère": "p", "quand": "2027-01-15"}, "modalités": ["1b"], "répondant": "r", "mentor": "m",
            "mentor_depuis": "2026-09-01",
            "prochaine_action": {"quoi": "q", "qui": "w", "quand": "2026-11-26"},
            "libération": {"accordés": 2, "pris": 1}, "conserver_jusquau": "2028-06-30",
            "départ": {"date": "2027-01-15"}, "traces": [{"date": "2026-10-15"}],
            "entente": {"date": "2026-09-20", "revue_le": "2027-01-20"},
            "accueil": [{"id": "a1", "quoi": "q", "quand": "2026-08-25"}]
        }));
        for column in Column::all(&Board::default()) {
            assert!(!column.value(&person, SchoolYear(2026)).is_nothing(), "{}", column.key());
        }
    }
}
