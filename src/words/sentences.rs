//! The sentences of one language, and their ids, which are checked at compile time.

use std::{borrow::Cow, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::Pattern;
use unic_langid::langid;

use crate::domain::value::{
    language::Language,
    text::{ascii, slug},
};

/// The id of a sentence of `fr.ftl`, made by `id!`, which does not compile for any other name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(&'static str);

impl Id {
    /// The id with that name. In a constant, a name without a sentence is a compile error.
    ///
    /// # Panics
    /// If no sentence has that name.
    pub const fn of(name: &'static str) -> Id {
        assert!(is_known(name.as_bytes()), "no sentence of that id stands in fr.ftl");
        Id(name)
    }

    /// The id of a value of an enumeration: a prefix, then the value's word.
    ///
    /// # Panics
    /// If no sentence has that name.
    pub(super) const fn of_word(prefix: &str, word: &str) -> Id {
        let length = prefix.len() + word.len();
        let mut at = 0;
        while at < NAMES.len() {
            let ((start, end), attribute) = (NAMES[at].message, NAMES[at].attribute);
            let cut = start + prefix.len();
            if end - start == length
                && attribute.1 == attribute.0
                && stands((start, cut), prefix.as_bytes(), 0)
                && stands((cut, end), word.as_bytes(), 0)
            {
                return Id(FRENCH.split_at(start).1.split_at(length).0);
            }
            at += 1;
        }
        panic!("a value has no sentence in fr.ftl");
    }

    pub fn name(self) -> &'static str {
        self.0
    }
}

/// The [`Id`] of a sentence, checked at compile time.
macro_rules! id {
    ($name:expr) => {
        const { $crate::words::sentences::Id::of($name) }
    };
}
pub(crate) use id;

pub(super) const FRENCH: &str = include_str!("fr.ftl");
pub(super) const ENGLISH: &str = include_str!("en.ftl");

type Bundle = FluentBundle<FluentResource>;

/// The sentences of each language, once they have been read: reading them takes as long as reading a school.
static READ: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

/// The sentences of one language, read at the first that is asked for.
#[derive(Debug)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The French sentences.
    pub fn french() -> Self {
        Words::of(Language::French)
    }

    /// The sentences of a language.
    pub fn of(language: Language) -> Self {
        Words { language }
    }

    fn bundle(&self) -> &'static Bundle {
        READ[self.language as usize].get_or_init(|| Words::read(self.language))
    }

    /// Reads the sentences, so that the first to be asked for is there at once.
    pub fn prepare(&self) {
        self.bundle();
    }

    fn read(language: Language) -> Bundle {
        let (name, sentences) = match language {
            Language::French => (langid!("fr-CA"), FRENCH),
            Language::English => (langid!("en-CA"), ENGLISH),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![name]);
        // Isolation marks are invisible characters that a terminal would show.
        bundle.set_use_isolating(false);
        // A sentence that does not parse is left out; a test parses them all.
        let resource = FluentResource::try_new(sentences.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        bundle
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// A word of an enumeration, which files write in French, in this language. Any other text is unchanged.
    pub fn choice<'a>(&'a self, word: &'a str) -> Cow<'a, str> {
        if self.language == Language::French {
            return word.into();
        }
        let id = format!("word-{}", slug(word, usize::MAX));
        self.find(&id).unwrap_or(word.into())
    }

    /// A sentence without values.
    pub fn get(&self, id: Id) -> Cow<'_, str> {
        self.format(id.0, None).unwrap_or(Cow::Borrowed(id.0))
    }

    /// A sentence with values.
    pub fn say<'v>(&self, id: Id, values: &[(&'v str, FluentValue<'v>)]) -> String {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(id.0, Some(&args)).map_or_else(|| id.0.to_owned(), Cow::into_owned)
    }

    /// The sentence for an id built from data, such as the path of a field, if there is one.
    pub fn find(&self, id: &str) -> Option<Cow<'_, str>> {
        self.format(id, None)
    }

    /// The label of a field of the files, by its keys, if there is one.
    pub fn field(&self, keys: &[impl AsRef<str>]) -> Option<Cow<'_, str>> {
        let keys: Vec<String> = keys.iter().map(|key| ascii(key.as_ref())).collect();
        self.find(&format!("field-{}", keys.join("-")))
    }

    /// Whether there is a sentence with that id.
    pub fn has(&self, id: &str) -> bool {
        self.pattern(id).is_some()
    }

    fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        // Remedies are stored as Fluent attributes of the message of their fault: `message.attribute`.
        let (message, attribute) = id.split_once('.').map_or((id, None), |(message, name)| (message, Some(name)));
        let message = self.bundle().get_message(message)?;
        match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        }
    }

    fn format<'a>(&'a self, id: &str, args: Option<&'a FluentArgs<'_>>) -> Option<Cow<'a, str>> {
        Some(self.bundle().format_pattern(self.pattern(id)?, args, &mut Vec::new()))
    }
}

/// The positions of the names of messages and attributes in `fr.ftl`.
static NAMES: [Name; count()] = names();

/// A message or an attribute: the byte range of its name; an attribute also has that of its message.
#[derive(Clone, Copy)]
struct Name {
    message: (usize, usize),
    attribute: (usize, usize),
}

const fn is_known(id: &[u8]) -> bool {
    let mut at = 0;
    while at < NAMES.len() {
        if is(&NAMES[at], id) {
            return true;
        }
        at += 1;
    }
    false
}

const fn is(name: &Name, id: &[u8]) -> bool {
    let (message, attribute) = (name.message, name.attribute);
    let length = message.1 - message.0;
    let has_attribute = attribute.1 > attribute.0;
    let whole = if has_attribute { length + 1 + attribute.1 - attribute.0 } else { length };
    whole == id.len()
        && stands(message, id, 0)
        && (!has_attribute || id[length] == b'.' && stands(attribute, id, length + 1))
}

/// Whether an id contains a piece of `fr.ftl` at that offset.
const fn stands(piece: (usize, usize), id: &[u8], from: usize) -> bool {
    let text = FRENCH.as_bytes();
    let mut at = piece.0;
    while at < piece.1 {
        if text[at] != id[from + at - piece.0] {
            return false;
        }
        at += 1;
    }
    true
}

/// The number of names.
const fn count() -> usize {
    let text = FRENCH.as_bytes();
    let (mut count, mut at) = (0, 0);
    while at < text.len() {
        if name_at(text, at).is_some() {
            count += 1;
        }
        at = next_line(text, at);
    }
    count
}

const fn names() -> [Name; count()] {
    let text = FRENCH.as_bytes();
    let mut names = [Name { message: (0, 0), attribute: (0, 0) }; count()];
    let mut message = (0, 0);
    let (mut count, mut at) = (0, 0);
    while at < text.len() {
        if let Some(name) = name_at(text, at) {
            names[count] = if text[name.0 - (name.0 > 0) as usize] == b'.' && name.0 > at {
                Name { message, attribute: name }
            } else {
                message = name;
                Name { message, attribute: (0, 0) }
            };
            count += 1;
        }
        at = next_line(text, at);
    }
    names
}

/// The name that a line defines: of a message, or, after blanks and a dot, of an attribute.
const fn name_at(text: &[u8], line: usize) -> Option<(usize, usize)> {
    let mut start = line;
    while start < text.len() && text[start] == b' ' {
        start += 1;
    }
    if start > line {
        if start >= text.len() || text[start] != b'.' {
            return None;
        }
        start += 1;
    }
    let mut end = start;
    while end < text.len() && (text[end].is_ascii_alphanumeric() || text[end] == b'-') {
        end += 1;
    }
    let named = end > start && end + 1 < text.len() && text[end] == b' ' && text[end + 1] == b'=';
    if named { Some((start, end)) } else { None }
}

const fn next_line(text: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < text.len() && text[at] != b'\n' {
        at += 1;
    }
    at + 1
}
