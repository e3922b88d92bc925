//! Forgetting people: finding what identifies them, and removing it from texts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    context,
    preview::Doubt,
    spelling::{Spellings, as_one, initials, is_acronym, is_address_of, is_word, with_dots},
};
use crate::domain::{
    edit::{Change, Edit},
    model::{
        board::{Board, Newcomer},
        document::{Document, FileId},
        draft::Draft,
        meeting::Meeting,
    },
    value::text::{fold, one_line},
};

/// What identifies the people to forget, in every file that may name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameScrubber {
    /// Their ids on the board.
    pub ids: BTreeSet<String>,
    /// Full names as they were written, for e-mail addresses.
    names: BTreeSet<String>,
    /// The spellings of full names: matched whatever their accents and case.
    whole: BTreeSet<String>,
    /// Parts that nobody else has: matched in any case, with a capital if they are also words.
    parts: BTreeSet<String>,
    /// Halves of parts that nobody else has, which may be a word or another first name: with a capital they are hidden
    /// where a text must name nobody, and counted and left where it must not be spoiled.
    halves: BTreeSet<String>,
    /// Parts that may be a word or somebody else: counted, and left.
    doubtful: BTreeSet<String>,
    /// Aliases, matched exactly.
    aliases: BTreeSet<String>,
    /// Initials that nobody chose, which may stand for something else: counted, and left.
    initials: BTreeSet<String>,
    /// The full names of others: a part of theirs is in no doubt.
    others: BTreeSet<String>,
    /// The placeholder that replaces them.
    placeholder: String,
    /// Whether a word that may be no name is left, and shown, rather than replaced: a text that is kept for good must not
    /// be spoiled, one that is on a wall must name nobody.
    spares_words: bool,
}

impl NameScrubber {
    /// Collects what identifies the people with these ids in all states that a board has had, except what also
    /// identifies somebody else. `others` are the names of people who are not on the board; `placeholder` replaces
    /// them.
    pub fn of(ids: &[String], boards: &[Board], others: &[String], placeholder: &str) -> Self {
        let ids = ids.iter().cloned().collect();
        let mut forgotten =
            NameScrubber { ids, placeholder: placeholder.to_owned(), spares_words: true, ..NameScrubber::default() };
        let everybody = || boards.iter().enumerate().flat_map(|(at, board)| board.people.iter().map(move |p| (at, p)));
        let (theirs, rest): (Vec<_>, Vec<_>) = everybody().partition(|(_, person)| forgotten.ids.contains(&person.id));
        let kept_names: BTreeSet<String> =
            rest.iter().map(|(_, person)| fold(&person.name)).chain(others.iter().map(|name| fold(name))).collect();
        let kept_parts: BTreeSet<String> = kept_names.iter().flat_map(|name| pieces(name)).collect();
        let aliases: Vec<HashMap<&str, String>> = boards.iter().map(Board::aliases).collect();
        let kept_aliases: BTreeSet<&String> =
            rest.iter().filter_map(|(board, person)| aliases[*board].get(person.id.as_str())).collect();
        forgotten.others = kept_names.iter().map(|name| as_one(name)).filter(|name| name.contains(' ')).collect();
        for (board, person) in theirs {
            let name = one_line(&person.name);
            match kept_names.contains(&fold(&name)) {
                // Somebody else is called so: each mention is shown, and left.
                true => drop(forgotten.doubtful.insert(as_one(&fold(&name)))),
                false => forgotten.name(&name, |part| kept_parts.contains(part)),
            }
            let alias = aliases[board].get(person.id.as_str());
            let is_alone =
                |alias: &&String| alias.chars().count() > 1 && !kept_aliases.contains(alias) && **alias != person.id;
            let is_chosen = person.alias.as_ref().is_some_and(|alias| !alias.trim().is_empty());
            let is_theirs_alone = is_chosen && !alias.is_some_and(|alias| is_acronym(alias));
            let kind = if is_theirs_alone { &mut forgotten.aliases } else { &mut forgotten.initials };
            kind.extend(alias.filter(is_alone).cloned());
            // Written without capitals, an alias of two letters is any word.
            let small =
                alias.filter(|_| is_theirs_alone).map(|alias| fold(alias)).filter(|alias| alias.chars().count() > 2);
            forgotten.doubtful.extend(small);
        }
        forgotten
    }

    /// Identifies one person by id alone.
    pub fn of_ids(id: &str) -> Self {
        NameScrubber { ids: BTreeSet::from([id.to_owned()]), ..NameScrubber::default() }
    }

    /// Identifies one person by name, except by the parts that others have too. `instead` is the placeholder.
    pub fn named(name: &str, is_shared: impl Fn(&str) -> bool, instead: &str) -> Self {
        let mut named = NameScrubber { placeholder: instead.to_owned(), ..NameScrubber::default() };
        named.name(&one_line(name), is_shared);
        named
    }

    /// Tells them from others, by the full names of these.
    pub fn tell_from<'a>(&mut self, others: impl Iterator<Item = &'a str>) {
        self.others.extend(others.map(|name| as_one(&fold(name))).filter(|name| name.contains(' ')));
    }

    /// Leaves a word that may be no name where it does not stand as one.
    pub fn spare_words(&mut self) {
        self.spares_words = true;
    }

    /// Identifies people by a part of a name, as several people who share it. `instead` is the placeholder.
    pub fn part(part: &str, instead: &str) -> Self {
        NameScrubber {
            parts: BTreeSet::from([as_one(&fold(part))]),
            placeholder: instead.to_owned(),
            ..NameScrubber::default()
        }
    }

    fn name(&mut self, name: &str, is_shared: impl Fn(&str) -> bool) {
        let Spellings { whole, parts, halves, shared } = Spellings::of(name, is_shared);
        self.whole.extend(whole);
        self.parts.extend(parts);
        self.halves.extend(halves);
        self.doubtful.extend(shared);
        if !name.is_empty() {
            self.names.insert(name.to_owned());
        }
    }

    /// The spellings that it looks for, apart from addresses.
    pub fn spelled(&self) -> impl Iterator<Item = &str> {
        self.whole.iter().chain(&self.parts).chain(&self.halves).map(String::as_str)
    }

    /// Takes these words for the people too, in any case, as somebody chose.
    pub fn also(&mut self, words: &[String]) {
        let (initials, words): (Vec<&String>, Vec<&String>) =
            words.iter().partition(|word| self.initials.contains(word.trim()));
        self.aliases.extend(initials.into_iter().map(|word| word.trim().to_owned()));
        self.whole.extend(words.into_iter().map(|word| as_one(&fold(word.trim()))).filter(|word| !word.is_empty()));
    }

    /// Identifies one person by an alias, matched exactly.
    pub fn alias(alias: &str, instead: &str) -> Self {
        NameScrubber {
            aliases: BTreeSet::from([alias.to_owned()]),
            placeholder: instead.to_owned(),
            ..NameScrubber::default()
        }
    }

    /// Replaces each mention with the placeholder, and returns how many there were. A name spelled with the escapes of
    /// a double-quoted text is found too; escapes are decoded only if that finds more mentions.
    pub fn scrub(&self, text: &str) -> (String, usize) {
        let found = self.scrub_written(text);
        match unescaped(text).map(|opened| self.scrub_written(&opened)) {
            Some(opened) if opened.1 > found.1 => opened,
            _ => found,
        }
    }

    /// Scrubs the name of a file, in which hyphens part words.
    pub fn scrub_file_name(&self, name: &str) -> (String, usize) {
        self.scrub_parted(name, true)
    }

    /// Their full names, as they were written.
    pub fn whole_names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether a text names them.
    pub fn names(&self, text: &str) -> bool {
        self.scrub(text).1 > 0
    }

    /// The words of a text that may name them and are left: ordinary words, half of a compound name, or a name inside a
    /// longer one.
    pub fn doubts(&self, text: &str) -> BTreeMap<String, Doubt> {
        let (scrubbed, _) = self.scrub(text);
        let (folded, starts) = folded(&scrubbed);
        let others = self.places_of_others(&folded, &starts);
        let mut doubts = BTreeMap::new();
        for word in self.parts.iter().chain(&self.halves).chain(&self.doubtful) {
            let places = folded.match_indices(word.as_str()).map(|(at, _)| (starts[at], starts[at + word.len()]));
            let places = places.filter(|range| context::stands_alone(&scrubbed, *range) && !is_inside(*range, &others));
            let places: Vec<(usize, usize)> = places.collect();
            if let Some(first) = places.first() {
                doubts.insert(
                    word.clone(),
                    Doubt { times: places.len(), example: context::around(&scrubbed, *first), file: String::new() },
                );
            }
        }
        // An alias that is left is inside a code.
        for word in self.initials.iter().chain(&self.aliases) {
            let written = with_dots(word);
            let places = written.iter().flat_map(|word| context::places(&scrubbed, word));
            let places: Vec<(usize, usize)> = places.collect();
            if let Some(first) = places.first() {
                let example = context::around(&scrubbed, *first);
                doubts.insert(word.clone(), Doubt { times: places.len(), example, file: String::new() });
            }
        }
        doubts
    }

    /// Where others are named in full.
    fn places_of_others(&self, folded: &str, starts: &[usize]) -> Vec<(usize, usize)> {
        let of_others = self.others.iter().flat_map(|name| folded.match_indices(name.as_str()));
        of_others.map(|(at, name)| (starts[at], starts[at + name.len()])).collect()
    }

    fn scrub_written(&self, text: &str) -> (String, usize) {
        self.scrub_parted(text, false)
    }

    fn scrub_parted(&self, text: &str, hyphens_part: bool) -> (String, usize) {
        let (folded, starts) = folded(text);
        let others = self.places_of_others(&folded, &starts);
        // « Marie Gagnon » is no Marie Gagnon in « Marie Gagnon Roy », and no « Marie Roy » is in « Anne-Marie Roy ».
        let is_in_another = |range: (usize, usize)| {
            !hyphens_part && (context::is_in_a_longer_name(text, range) || is_inside(range, &others))
        };
        let mut found: Vec<(usize, usize)> = Vec::new();
        let halves = self.halves.iter().filter(|_| !self.spares_words);
        let parts = self.parts.iter().chain(halves);
        for (needle, is_part) in self.whole.iter().map(|name| (name, false)).chain(parts.map(|part| (part, true))) {
            let is_ambiguous = is_part && (is_word(needle) || self.halves.contains(needle));
            for (at, _) in folded.match_indices(needle.as_str()) {
                let range = (starts[at], starts[at + needle.len()]);
                let is_titled = context::is_titled(text, range);
                let is_said = match self.spares_words {
                    _ if is_titled => true,
                    true => context::is_said_as_a_name(text, range, needle),
                    false => {
                        text[range.0..].starts_with(char::is_uppercase)
                            && !context::is_surely_a_word(text, range, needle)
                    }
                };
                let is_left = || {
                    !is_titled && context::is_said_as_a_word(text, range)
                        || !hyphens_part && context::is_of_somebody_else(text, range, |word| self.is_their_word(word))
                };
                let is_word = is_ambiguous && !is_said || is_part && self.spares_words && is_left();
                let is_elsewhere = is_part && context::is_in_a_place(text, range) || context::is_broken(text, range);
                let is_named = !(is_word || is_elsewhere || is_in_another(range));
                found.extend((is_named && context::stands_alone(text, range)).then_some(range));
            }
        }
        // In small letters an alias may be a word: a text that is kept for good is not spoiled.
        let written = self.aliases.iter().flat_map(|alias| with_dots(alias));
        for alias in written.filter(|alias| !self.spares_words || alias.contains(char::is_uppercase)) {
            found.extend(context::places(text, &alias).filter(|range| !context::is_in_a_code(text, *range)));
        }
        found.extend(self.addresses(text));
        // A photo that a page or a message holds as letters names nobody.
        found.retain(|range| !context::is_inside_data(text, *range));
        self.replaced(text, found)
    }

    /// The text with the placeholder at each of these places, and how many there are.
    fn replaced(&self, text: &str, mut found: Vec<(usize, usize)>) -> (String, usize) {
        // Of the matches that start at one position, the longest wins.
        found.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
        let (mut scrubbed, mut done, mut count) = (String::with_capacity(text.len()), 0, 0);
        for (start, end) in found {
            if start >= done {
                // Two names of one person side by side are one mention.
                let is_same = count > 0 && !self.placeholder.is_empty() && text[done..start] == *" ";
                if !is_same {
                    let before = context::without_title(&text[done..start], &self.placeholder);
                    scrubbed.push_str(&context::elided(before, &self.placeholder));
                    scrubbed.push_str(&self.placeholder);
                }
                (done, count) = (end, count + 1);
            }
        }
        scrubbed.push_str(&text[done..]);
        (scrubbed, count)
    }

    /// Whether a folded word is one of their names, or a part of one.
    fn is_their_word(&self, word: &str) -> bool {
        let is_piece = || self.names.iter().any(|name| pieces(&fold(name)).any(|piece| piece == word));
        // « St-Hilaire » is another spelling of hers.
        is_piece() || self.whole.iter().any(|spelling| spelling.split([' ', ',', '.']).any(|piece| piece == word))
    }

    /// The addresses made from their names, in mails and elsewhere.
    fn addresses(&self, text: &str) -> Vec<(usize, usize)> {
        let is_of_one = |c: char| c.is_alphanumeric() || "._-+".contains(c);
        let address = |(at, _): (usize, &str)| {
            let start = text[..at]
                .rfind(|c: char| !is_of_one(c))
                .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
            let end = text[at + 1..].find(|c: char| !is_of_one(c)).map_or(text.len(), |after| at + 1 + after);
            // The full stop of a sentence is no part of the address that ends it.
            let end = at + 1 + text[at + 1..end].trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            // « @ltremblay » is what they are called where people write to each other.
            let local = if start == at { &text[at + 1..end] } else { &text[start..at] };
            // A compound first name is told from others', as it is in a sentence.
            let spoken = as_one(&fold(local)).replace('.', " ");
            let is_compound = spoken.contains(' ') && self.parts.contains(&spoken);
            let is_alias = |alias: &String| alias.chars().count() > 2 && fold(alias) == fold(local);
            let is_theirs = is_compound
                || self.names.iter().any(|name| is_address_of(local, name))
                || self.aliases.iter().any(is_alias);
            (is_theirs && end > at + 1).then_some((start, end))
        };
        text.match_indices('@').filter_map(address).collect()
    }

    /// Returns the edits that remove these people from a document: their records, and what meetings say about each.
    pub fn edits(&self, file: &FileId, document: &Document) -> Vec<Edit> {
        let ids: Vec<(usize, &str)> = match document {
            Document::Board(board) => board.everyone().map(|p: &Newcomer| p.id.as_str()).enumerate().collect(),
            Document::Meeting(meeting) => meeting.people.iter().map(|p| p.person.as_str()).enumerate().collect(),
            Document::Draft(draft) => draft.meeting.people.iter().map(|p| p.person.as_str()).enumerate().collect(),
            Document::Plan(_) | Document::Impact(_) | Document::Survey(_) => Vec::new(),
        };
        let path: &[&str] = match document {
            Document::Board(_) => &[Board::PEOPLE],
            Document::Draft(_) => &[Draft::MEETING, Meeting::PEOPLE],
            _ => &[Meeting::PEOPLE],
        };
        let root = document.to_value();
        let list =
            crate::domain::edit::lookup(&root, path).and_then(serde_json::Value::as_array).cloned().unwrap_or_default();
        let gone = ids.into_iter().rev().filter(|(_, id)| self.ids.contains(*id));
        gone.filter_map(|(at, _)| {
            let change = Change::Remove { at, item: list.get(at)?.clone() };
            Some(Edit { file: file.clone(), path: path.iter().map(|s| (*s).to_owned()).collect(), change })
        })
        .collect()
    }
}

/// Decodes escapes such as `\xE9` and `\u00e9` into letters; `None` if the text has none.
fn unescaped(text: &str) -> Option<String> {
    let mut opened = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let digits = match rest[at + 1..].chars().next() {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let code = rest.get(at + 2..at + 2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let letter = code.and_then(char::from_u32).filter(|letter| digits > 0 && letter.is_alphanumeric());
        opened.push_str(&rest[..at]);
        match letter {
            Some(letter) => {
                opened.push(letter);
                rest = &rest[at + 2 + digits..];
            }
            None => {
                opened.push('\\');
                rest = &rest[at + 1..];
            }
        }
    }
    (!opened.is_empty()).then(|| opened + rest)
}

/// The parts of a folded name, and those of its compound parts.
fn pieces(name: &str) -> impl Iterator<Item = String> {
    let parts = name.split_whitespace().flat_map(|part| std::iter::once(part).chain(part.split(['-', '\''])));
    let first = name.split_whitespace().next().unwrap_or_default();
    parts.filter(|part| !part.is_empty()).map(ToOwned::to_owned).chain(initials(first))
}

/// Folds a text for comparison of names, with the original offset of each folded byte, and of the end. A run of
/// whitespace counts as one space, so that a name broken over two lines is found.
fn folded(text: &str) -> (String, Vec<usize>) {
    let (mut folded, mut starts) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
    for (at, c) in text.char_indices() {
        let mut piece = fold(c.encode_utf8(&mut [0; 4]));
        if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}') {
            piece.clear();
        } else if c.is_whitespace() || matches!(piece.as_str(), "-" | "_" | "'") {
            piece = if folded.ends_with(' ') { String::new() } else { " ".into() };
        }
        starts.extend(std::iter::repeat_n(at, piece.len()));
        folded.push_str(&piece);
    }
    starts.push(text.len());
    (folded, starts)
}

/// Whether a range is a part of one of the others, and not the whole of it.
fn is_inside(range: (usize, usize), others: &[(usize, usize)]) -> bool {
    others.iter().any(|other| other.0 <= range.0 && range.1 <= other.1 && *other != range)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOBODY: &str = "personne retirée";

    fn board(people: &[(&str, &str, Option<&str>)]) -> Board {
        let person = |(id, name, alias): &(&str, &str, Option<&str>)| Newcomer {
            id: (*id).into(),
            name: (*name).into(),
            alias: alias.map(Into::into),
            ..Newcomer::default()
        };
        Board { format: 1, own: Vec::new(), people: people.iter().map(person).map(Into::into).collect() }
    }

    #[test]
    fn a_name_inside_that_of_somebody_else_is_left() {
        let people =
            [("n01", "Marie Gagnon", None), ("n02", "Marie Gagnon Roy", None), ("n03", "Anne-Marie Gagnon", None)];
        let boards = [board(&people)];
        let forgotten = NameScrubber::of(&["n01".into()], &boards, &["Marie Gagnon-Côté".into()], NOBODY);
        let text = "Marie Gagnon Roy, marie gagnon roy, Anne-Marie Gagnon et Marie Gagnon-Côté";
        assert_eq!(forgotten.scrub(text), (text.to_owned(), 0));
        assert_eq!(forgotten.scrub("Marie Gagnon, puis marie gagnon").1, 2);
        let boards = [board(&[("n01", "Marie Gagnon", None), ("n02", "Marie Gagnon", None)])];
        let homonym = NameScrubber::of(&["n01".into()], &boards, &[], NOBODY);
        let text = "Voir Marie Gagnon.";
        assert_eq!(homonym.scrub(text), (text.to_owned(), 0));
        assert!(homonym.doubts(text).contains_key("marie gagnon"), "{:?}", homonym.doubts(text));
    }

    #[test]
    fn a_person_is_found_however_the_name_is_written() {
        let boards = [board(&[("n01", "Amélie Côté", None), ("n02", "Luc Côté", Some("LC"))])];
        let forgotten = NameScrubber::of(&["n01".into()], &boards, &["Rose Roy".into()], NOBODY);
        for (text, scrubbed) in [
            ("Amélie Côté va bien.", "personne retirée va bien."),
            ("AMELIE\u{a0}COTE, Ame\u{301}lie  Cote\u{301}", "personne retirée, personne retirée"),
            ("# voir Amélie\n", "# voir personne retirée\n"),
            ("Luc Côté et Côté", "Luc Côté et Côté"),
            ("AC et LC, ACE", "AC et LC, ACE"),
            ("Amélie Tremblay et Luc Côté", "Amélie Tremblay et Luc Côté"),
            ("Voir Mme Amélie, puis Amélie", "Voir personne retirée, puis personne retirée"),
            ("Félicitations Amélie", "Félicitations personne retirée"),
            ("Rencontre avec amélie, son amélie", "Rencontre avec personne retirée, son amélie"),
            ("Amélie\n      Côté", "personne retirée"),
            ("  - Inviter Amélie et Rose Roy\n", "  - Inviter personne retirée et Rose Roy\n"),
            ("Avec la Directrice Amélie", "Avec la Directrice personne retirée"),
            ("Avec le PANE Amélie et Rose", "Avec le PANE personne retirée et Rose"),
            ("Pour Amélie Le Guide", "Pour personne retirée Le Guide"),
            ("Voir madame amélie", "Voir personne retirée"),
            ("Amélie Côté-Roy et Anne-Amélie Côté", "Amélie Côté-Roy et Anne-Amélie Côté"),
            ("améliement", "améliement"),
            (r#"soutien: "avec Am\xE9lie C\u00f4t\u00e9""#, r#"soutien: "avec personne retirée""#),
            (r"C:\xE9 n'est personne", r"C:\xE9 n'est personne"),
            ("exports/amelie-cote.csv, Amé\u{ad}lie_Côté", "exports/personne retirée.csv, personne retirée"),
        ] {
            assert_eq!(forgotten.scrub(text).0, scrubbed, "{text}");
        }
    }

    #[test]
    fn an_address_goes_and_the_sentence_stays() {
        let boards = [board(&[("n01", "Jean-Sébastien O'Connor", None)])];
        let forgotten = NameScrubber::of(&["n01".into()], &boards, &[], NOBODY);
        for (text, scrubbed) in [
            ("Écrire à jsoconnor@csspi.qc.ca.", "Écrire à personne retirée."),
            ("jean.sebastien@gmail.com, ou Luc", "personne retirée, ou Luc"),
            ("(oconnorj@x.ca)", "(personne retirée)"),
            ("sebastien@x.ca", "sebastien@x.ca"),
            ("Voir @jsoconnor, pas @equipe", "Voir personne retirée, pas @equipe"),
        ] {
            assert_eq!(forgotten.scrub(text).0, scrubbed, "{text}");
        }
    }

    #[test]
    fn a_name_inside_a_longer_one_and_a_word_of_grammar_are_left_and_shown() {
        let boards = [board(&[("n01", "Geneviève Saint-Hilaire", None), ("n02", "Luc Deux", None)])];
        let forgotten = NameScrubber::of(&["n01".into()], &boards, &[], NOBODY);
        for (text, scrubbed) in [
            ("Au mont Saint-Hilaire, avec Saint-Hilaire", "Au mont Saint-Hilaire, avec personne retirée"),
            ("Mont-Saint-Hilaire", "Mont-Saint-Hilaire"),
            ("Luc Hilaire-Roy, Saint-Hilaire", "Luc Hilaire-Roy, personne retirée"),
            ("fiche-genevieve.pdf", "fiche-personne retirée.pdf"),
        ] {
            assert_eq!(forgotten.scrub(text).0, scrubbed, "{text}");
        }
        let compound = [board(&[("n01", "Geneviève Saint-Hilaire-Roy", None)])];
        let of_compound = NameScrubber::of(&["n01".into()], &compound, &[], NOBODY);
        for (text, scrubbed) in [
            ("Avec Geneviève St-Hilaire hier", "Avec personne retirée hier"),
            ("Avec Geneviève Tremblay hier", "Avec Geneviève Tremblay hier"),
        ] {
            assert_eq!(of_compound.scrub(text).0, scrubbed, "{text}");
        }
        let doubts = forgotten.doubts("Une sortie au parc de Mont-Saint-Hilaire\nle lundi");
        let doubt = Doubt { times: 1, example: "au parc de Mont-Saint-Hilaire".into(), file: String::new() };
        assert_eq!(doubts.get("saint hilaire"), Some(&doubt));
        assert_eq!(forgotten.scrub_file_name("Fiche-Geneviève.pdf").0, "Fiche-personne retirée.pdf");
        let forgotten = NameScrubber::of(&["n02".into()], &boards, &[], NOBODY);
        let said = "Deux rencontres, deux suivis; Luc Deux.";
        assert_eq!(forgotten.scrub(said).0, "Deux rencontres, deux suivis; personne retirée.");
        assert_eq!(forgotten.doubts(said).get("deux").map(|doubt| doubt.times), Some(2));
    }

    #[test]
    fn ordinary_words_and_initials_that_nobody_chose_are_left_and_asked_about() {
        let boards = [board(&[
            ("n01", "Aimé Sauvé", None),
            ("n02", "Alain Gosselin", Some("Kiki")),
            ("n03", "Luce Hamel", Some("PANE")),
        ])];
        let ids = ["n01", "n02", "n03"].map(ToOwned::to_owned);
        let mut forgotten = NameScrubber::of(&ids, &boards, &[], NOBODY);
        let said = "Elle a aimé. Il est sauvé. Présenté en AS; voir Kiki, Aimé et Sauvé au PANE.";
        assert_eq!(
            forgotten.scrub(said).0,
            "Elle a aimé. Il est sauvé. Présenté en AS; voir personne retirée, personne retirée et personne retirée au PANE."
        );
        let doubts: Vec<String> = forgotten.doubts(said).into_keys().collect();
        assert_eq!(doubts, ["AS", "PANE", "aime", "sauve"]);
        let boards = [board(&[("n01", "Olivier Pépin", Some("OP"))])];
        let alias = NameScrubber::of(&["n01".to_owned()], &boards, &[], NOBODY);
        let said = "OP va au local OP-12, près du 3-OP.";
        assert_eq!(alias.scrub(said).0, "personne retirée va au local OP-12, près du 3-OP.");
        assert_eq!(alias.doubts(said).get("OP").map(|doubt| doubt.times), Some(2));
        forgotten.also(&["AS".to_owned()]);
        assert_eq!(forgotten.scrub("en AS, as-tu").0, "en personne retirée, as-tu");
    }

    #[test]
    fn an_older_name_is_forgotten_too_and_a_shared_first_name_stays() {
        let boards = [board(&[("n01", "Rose Roy", None)]), board(&[("n01", "Rose Roi", Some("Rosette"))])];
        let forgotten = NameScrubber::of(&["n01".into()], &boards, &["Rose Tremblay".into()], NOBODY);
        assert_eq!(
            forgotten.scrub("Rose Roi, Rose, Rosette, Roy"),
            ("personne retirée, Rose, personne retirée, personne retirée".into(), 3)
        );
    }
}
