//! The file for whoever is responsible for personal information: what the board holds and why, a notice of collection, an
//! entry for the inventory, an incident sheet and the retention rule, filled from the school's own settings.

use super::paper::{Block, Report};
use crate::{
    domain::{
        board::column::{self, Column},
        model::{
            board::{Board, Newcomer},
            document::FileId,
            folder::Folder,
        },
        privacy::audience::Level,
    },
    words::{self, Id, Words, families, id, joined},
};

/// What is left to write in by hand: blanks that keep their width.
const BLANK: &str = "\u{a0}";
const ROOM: usize = 50;

/// What the file is made from.
struct PrivacyFile<'a> {
    words: &'a Words,
    folder: &'a Folder,
}

/// Builds the document.
pub fn paper(words: &Words, folder: &Folder) -> Report {
    let file = PrivacyFile { words, folder };
    let word = |id: Id| words.get(id).into_owned();
    let officer = words::privacy::officer(words, &folder.plan);
    let mut paper = Report {
        title: words.say(id!("prp-title"), &[("year", folder.plan.school.year.as_str().into())]),
        about: vec![folder.plan.school.name.clone(), officer, word(id!("prp-confirm"))],
        foot: word(id!("prp-foot")),
        blocks: Vec::new(),
    };
    paper.section(&word(id!("prp-what")), file.what());
    paper.section(&word(id!("prp-fields")), file.fields());
    // The notice is handed over, and the incident sheet is filled: each is alone on its page.
    paper.page(&word(id!("prp-notice")), file.notice());
    paper.page(&word(id!("prp-inventory")), file.inventory());
    paper.section(&word(id!("prp-retention")), file.retention());
    paper.section(&word(id!("prp-known")), file.known());
    paper.page(&word(id!("prp-incident")), file.incident());
    paper
}

/// Whether a record holds something.
type Held = fn(&Newcomer) -> bool;

impl PrivacyFile<'_> {
    fn word(&self, id: Id) -> String {
        self.words.get(id).into_owned()
    }

    fn list(&self, ids: &[Id]) -> Block {
        Block::List(ids.iter().map(|id| self.word(*id)).collect())
    }

    /// A table of two columns, a line for each label and what is said of it.
    fn table(&self, rows: Vec<(Id, String)>) -> Block {
        let head = [id!("person-field"), id!("person-value")].map(|id| self.word(id));
        Block::Table(head.to_vec(), rows.into_iter().map(|(label, said)| vec![self.word(label), said]).collect())
    }

    /// What the board is for, where it lives, and what does not happen with it.
    fn what(&self) -> Vec<Block> {
        let ids = [
            id!("prp-what-purpose"),
            id!("prp-what-no-score"),
            id!("prp-what-place"),
            id!("prp-what-network"),
            id!("prp-what-outside"),
            id!("prp-what-levels"),
            id!("prp-what-versions"),
            id!("prp-what-state"),
        ];
        vec![self.list(&ids)]
    }

    /// Every field that the board may hold about a person, with who sees it on a screen, and how many records have it.
    fn fields(&self) -> Vec<Block> {
        let words = self.words;
        let year = self.folder.plan.year();
        let people: Vec<&Newcomer> = self.folder.board.everyone().collect();
        let row = |column: &Column| {
            let key = column.place()?;
            let path = [&[Board::PEOPLE, "n00"][..], &key].concat();
            let is_open = self.folder.plan.is_open_on_wall(column.key());
            let level = if is_open { Level::Projected } else { Level::of_field(&FileId::Board, &path) };
            let level = self.word(families::level(level));
            let held = people.iter().filter(|person| !column.value(person, year).is_nothing()).count();
            Some(vec![words::board::column(words, column).into_owned(), level, held.to_string()])
        };
        let reason = Column::Field(column::DEPARTURE_REASON);
        let columns = Column::all(&self.folder.board).into_iter().chain([reason]);
        let mut rows: Vec<Vec<String>> = columns.filter_map(|column| row(&column)).collect();
        // What no column shows is held too.
        let lists: [(Id, &str, Held); 7] = [
            (id!("field-identifier"), Newcomer::ID, |_| true),
            (id!("heading-earlier-mentors"), Newcomer::EARLIER_MENTORS, |person| !person.earlier_mentors.is_empty()),
            (id!("field-contacts"), Newcomer::PAIR_MEETINGS, |person| !person.pair_meetings.is_empty()),
            (id!("field-entente"), Newcomer::AGREEMENT, |person| person.agreement.is_some()),
            (id!("field-risques"), Newcomer::RISKS, |person| !person.risks.is_empty()),
            (id!("field-accueil"), Newcomer::WELCOME, |person| !person.welcome.is_empty()),
            (id!("field-traces"), Newcomer::TRACES, |person| !person.traces.is_empty()),
        ];
        rows.extend(lists.into_iter().map(|(name, key, is_held)| {
            let level = Level::of_field(&FileId::Board, &[Board::PEOPLE, "n00", key]);
            let held = people.iter().filter(|person| is_held(person)).count();
            vec![self.word(name), self.word(families::level(level)), held.to_string()]
        }));
        let head = [id!("person-field"), id!("prp-seen-by"), id!("prp-held")].map(|id| self.word(id));
        let count = words.say(id!("people-count"), &[("n", people.len().into())]);
        vec![Block::Text(self.word(id!("prp-fields-note"))), Block::Text(count), Block::Table(head.to_vec(), rows)]
    }

    /// A notice to hand to whoever arrives (article 65).
    fn notice(&self) -> Vec<Block> {
        let words = self.words;
        let school = &self.folder.plan.school;
        let body = words.say(id!("prp-notice-body"), &[("school", school.name.as_str().into())]);
        let kept =
            words.say(id!("prp-notice-kept"), &[("rule", words::privacy::rule(words, &self.folder.plan).into())]);
        let asked =
            words.say(id!("prp-notice-asked"), &[("who", words::privacy::officer(words, &self.folder.plan).into())]);
        let said = [
            body,
            self.word(id!("prp-notice-purposes")),
            self.word(id!("prp-notice-means")),
            self.word(id!("prp-notice-free")),
            self.word(id!("prp-notice-access")),
            kept,
            self.word(id!("prp-notice-rights")),
            asked,
        ];
        vec![Block::Text(self.word(id!("prp-notice-note"))), Block::List(said.to_vec())]
    }

    /// An entry for the inventory of the body.
    fn inventory(&self) -> Vec<Block> {
        let words = self.words;
        let rows = vec![
            (
                id!("prp-inventory-name"),
                words.say(id!("prp-inventory-name-said"), &[("school", self.folder.plan.school.name.as_str().into())]),
            ),
            (id!("prp-inventory-purpose"), self.word(id!("prp-what-purpose"))),
            (id!("prp-inventory-about"), self.word(id!("prp-inventory-about-said"))),
            (id!("prp-inventory-where"), self.word(id!("prp-what-place"))),
            (id!("prp-inventory-who"), self.word(id!("prp-inventory-who-said"))),
            (id!("prp-inventory-kept"), words::privacy::rule(words, &self.folder.plan)),
            (id!("prp-inventory-source"), self.word(id!("prp-inventory-source-said"))),
        ];
        vec![self.table(rows)]
    }

    fn retention(&self) -> Vec<Block> {
        let rule = words::privacy::rule(self.words, &self.folder.plan);
        let steps = [id!("prp-retention-proposed"), id!("prp-retention-purge"), id!("prp-retention-unreached")];
        vec![Block::Text(joined(&[&rule])), self.list(&steps)]
    }

    /// The fields of the register of incidents (règlement, r. 3.1, s. 7), to be filled.
    fn incident(&self) -> Vec<Block> {
        let blank = [
            id!("prp-incident-data"),
            id!("prp-incident-what"),
            id!("prp-incident-when"),
            id!("prp-incident-known"),
            id!("prp-incident-people"),
            id!("prp-incident-risk"),
            id!("prp-incident-notices"),
            id!("prp-incident-measures"),
        ];
        let rows = blank.into_iter().map(|id| (id, BLANK.repeat(ROOM))).collect();
        vec![Block::Text(self.word(id!("prp-incident-note"))), self.table(rows)]
    }

    /// What the program's own tests show, and what the body must confirm.
    fn known(&self) -> Vec<Block> {
        let tested =
            [id!("prp-known-network"), id!("prp-known-minutes"), id!("prp-known-purge"), id!("prp-known-access")];
        let asked = [
            id!("prp-ask-efvp"),
            id!("prp-ask-place"),
            id!("prp-ask-retention"),
            id!("prp-ask-notice"),
            id!("prp-ask-access"),
        ];
        vec![
            Block::Subheading(self.word(id!("prp-known-tested"))),
            self.list(&tested),
            Block::Subheading(self.word(id!("prp-known-asked"))),
            self.list(&asked),
        ]
    }
}
