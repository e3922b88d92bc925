//! One file of a school, without the people to forget: what it becomes, or why it is left as it is.

use std::{collections::HashSet, io::Read, path::Path};

use memchr::memmem::Finder;
use unicode_normalization::UnicodeNormalization;

use super::{
    codes, exports, file_names, git_merge, office,
    read::{self, Encoding},
    versions,
    yaml::{outline, parse, splice},
};
use crate::domain::{
    edit::{Change, Edit, lookup},
    model::{
        document::{Document, FileId},
        meeting::MeetingAction,
        plan::{Indicator, Issue, Row},
    },
    privacy::{
        cut::{Cut, cut, without_sentences},
        forget::NameScrubber,
        mentions,
        preview::Sentences,
    },
    value::{
        fault::{Code, Fault},
        text::{ascii, one_line},
    },
};

/// How far the bytes of a file that is no text are searched.
const SEARCHED: u64 = 32 * 1024 * 1024;

/// The keys of what records are called: a record without it is nothing.
const TITLES: [&str; 4] = [Row::TITLE, Issue::NAME, MeetingAction::WHAT, Indicator::QUESTION];

/// What a file becomes.
#[derive(Debug)]
pub enum Scrubbed {
    /// It does not name them.
    Same,
    /// It loses records and mentions, and has these bytes.
    Without {
        records: usize,
        mentions: usize,
        /// What is still said around each mention.
        left: Vec<String>,
        bytes: Vec<u8>,
    },
    /// It is deleted: it is about them, or the mentions in it cannot be located.
    Deleted,
    /// It is no text, and is never written; whether it holds one of their whole names.
    NotText { names_them: bool },
}

/// What names the people to forget, in texts and in other files.
pub struct FileScrubber {
    pub names: NameScrubber,
    /// What becomes of the sentences of the school's own documents that named them.
    pub sentences: Sentences,
    /// Their whole names as programs write them in files that are no text.
    finders: Vec<Finder<'static>>,
}

impl FileScrubber {
    /// Looks for what names these people.
    pub fn of(names: NameScrubber) -> Self {
        let written = |name: &str| {
            let plain = ascii(name).replace('_', " ");
            let forms = [name.to_owned(), name.nfd().collect(), plain.clone()];
            let cased = forms.into_iter().flat_map(|form| [form.to_lowercase(), form.to_uppercase(), form]);
            cased.chain([capitals(&plain)]).collect::<Vec<_>>()
        };
        let whole = names.whole_names().flat_map(with_half);
        let patterns = whole.flat_map(|name| written(&name)).flat_map(|name| encoded(&name));
        let mut patterns: Vec<Vec<u8>> = patterns.collect();
        patterns.sort();
        patterns.dedup();
        FileScrubber {
            names,
            sentences: Sentences::Kept,
            finders: patterns.into_iter().map(|bytes| Finder::new(&bytes).into_owned()).collect(),
        }
    }

    /// What a file becomes.
    ///
    /// # Errors
    /// If a file in use cannot be read and must be fixed first.
    pub fn file(&self, root: &Path, name: &str) -> Result<Scrubbed, Fault> {
        let path = root.join(name);
        match read::bytes(&path, name).and_then(|bytes| read::decode(name, &bytes)) {
            Ok((text, _)) if is_document(&text) => self.not_text(root, name),
            // A text of two bytes a letter is one of the school's own documents, or a text of another program.
            Ok((text, Encoding::Utf16Little | Encoding::Utf16Big)) if kind(name, &text).is_none() => {
                Ok(Scrubbed::NotText { names_them: self.names.names(&text) })
            }
            Ok((text, encoding)) => self.text(name, text, encoding),
            Err(fault) if is_in_use(name) => Err(fault),
            // A version that cannot be read any more may name them.
            Err(_) if name.starts_with("versions/") => Ok(Scrubbed::Deleted),
            Err(_) => self.not_text(root, name),
        }
    }

    /// A photo, a document of another program, or anything that is not a file: it is searched, and never written.
    fn not_text(&self, root: &Path, name: &str) -> Result<Scrubbed, Fault> {
        if !root.join(name).is_file() {
            return Ok(Scrubbed::Same);
        }
        let bytes = searched(root, name);
        let names_them = self.is_named_in(&bytes);
        // A document that the program exported, and that nobody has changed since, can be made again.
        let is_ours = name.strip_prefix("exports/").is_some_and(|name| exports::is_unchanged(root, name, &bytes));
        Ok(if names_them && is_ours { Scrubbed::Deleted } else { Scrubbed::NotText { names_them } })
    }

    /// Whether a file that is no text names them.
    pub fn names_in(&self, root: &Path, name: &str) -> bool {
        root.join(name).is_file() && self.is_named_in(&searched(root, name))
    }

    fn is_named_in(&self, bytes: &[u8]) -> bool {
        self.finds(bytes) || office::text_of(bytes).is_some_and(|text| self.names.names(&text))
    }

    /// Whether bytes hold one of their whole names in any encoding, or name them in the codes of another program.
    pub fn finds(&self, bytes: &[u8]) -> bool {
        let is_coded = || {
            let is_text = !bytes.contains(&0) && u64::try_from(bytes.len()).is_ok_and(|length| length <= office::PART);
            let readings = || codes::readings(&String::from_utf8_lossy(bytes));
            is_text && readings().iter().any(|said| self.names.names(said))
        };
        self.finders.iter().any(|finder| finder.find(bytes).is_some()) || is_coded()
    }

    fn text(&self, name: &str, text: String, encoding: Encoding) -> Result<Scrubbed, Fault> {
        if name == exports::EXPORTED {
            return Ok(self.record_of_exports(&text));
        }
        if let Some(file) = name.strip_prefix("exports/") {
            return Ok(self.exported(file, &text, encoding));
        }
        if name.starts_with("versions/registre") {
            let (scrubbed, mentions) = self.values(&text);
            // A chosen word may be one of the register's own, as why a version was kept.
            if versions::reads(&text) && !versions::reads(&scrubbed) {
                return Err(Fault::new(Code::NotEditable, name));
            }
            return Ok(without(0, mentions, Vec::new(), encoding.encode(&scrubbed)));
        }
        let Some(kind) = kind(name, &text) else {
            return Ok(self.of_somebody(name, &text, encoding));
        };
        let document = match parse::document(&kind, &text) {
            Ok(document) => document,
            Err(fault) if is_in_use(name) => return Err(fault),
            // Nobody reads a file of a dated folder that is neither ours nor a copy.
            Err(_) if is_stray(name) => return Ok(self.of_somebody(name, &text, encoding)),
            // A copy may hold what a colleague wrote: nobody deletes it unread.
            Err(fault) if file_names::copied(name).is_some() && self.names.names(&text) => {
                return Err(fault.in_file(name));
            }
            // A version that does not parse is deleted if it names them.
            Err(_) => return Ok(if self.names.names(&text) { Scrubbed::Deleted } else { Scrubbed::Same }),
        };
        let mut edits = self.names.edits(&kind, &document);
        if self.sentences == Sentences::Gone {
            edits.extend(self.sentences_of(&kind, &document, &edits)?);
        }
        let after = edits.iter().try_fold(Some(document), |document, edit| edit.apply(document.as_ref()))?;
        let Some(after) = after else { return Ok(Scrubbed::Same) };
        let text = match edits.is_empty() {
            true => text,
            // The right to be forgotten matters more than comments.
            false => splice::splice(&kind, &text, &edits, &after).or_else(|_| splice::rewrite(&kind, &after))?,
        };
        let (scrubbed, mentions) = self.values(&text);
        if parse::document(&kind, &scrubbed).is_err() {
            return Err(Fault::new(Code::NotEditable, name));
        }
        Ok(without(edits.len(), mentions, said_around(&text, &scrubbed), encoding.encode(&scrubbed)))
    }

    /// The edits that take whole the sentences that name them, once their records are gone, and the texts that hold nothing
    /// else. What a record is called stays, without the name.
    fn sentences_of(&self, kind: &FileId, document: &Document, gone: &[Edit]) -> Result<Vec<Edit>, Fault> {
        let mut left = gone.iter().try_fold(Some(document.clone()), |left, edit| edit.apply(left.as_ref()))?;
        let Some(root) = left.as_ref().map(Document::to_value) else { return Ok(Vec::new()) };
        let mut edits: Vec<Edit> = Vec::new();
        // The last items of a list go first, so that the others stay where they are.
        for (path, _) in mentions::texts(&root, &self.names).into_iter().rev() {
            let Some(before) = lookup(&root, &path).cloned() else { continue };
            let is_title = path.last().is_some_and(|key| TITLES.contains(&key.as_str()));
            let rest = before.as_str().map(|text| without_sentences(text, &self.names)).unwrap_or_default();
            if rest.is_empty() && is_title {
                continue;
            }
            let out = Edit::take_out(kind, path, before);
            let back = match &out.change {
                _ if rest.is_empty() => None,
                // An item of a list is put back where it was.
                Change::Remove { at, .. } => Some(Change::Insert { at: *at, item: rest.into() }),
                _ => Some(Change::Set { before: None, after: Some(rest.into()) }),
            };
            let back = back.map(|change| Edit { change, ..out.clone() });
            for edit in std::iter::once(out).chain(back) {
                if let Ok(after) = edit.apply(left.as_ref()) {
                    left = after;
                    edits.push(edit);
                }
            }
        }
        Ok(edits)
    }

    /// A document without them in its values and its comments: its keys and its ids are not about anybody.
    fn values(&self, text: &str) -> (String, usize) {
        let Some(outline) = outline::outline(text) else { return self.names.scrub(text) };
        let (mut scrubbed, mut done, mut mentions) = (String::with_capacity(text.len()), 0, 0);
        for range in outline.keys_and_ids(text) {
            let Some(before) = text.get(done..range.start) else { continue };
            let (piece, found) = self.names.scrub(before);
            scrubbed.push_str(&piece);
            scrubbed.push_str(&text[range.clone()]);
            (done, mentions) = (range.end, mentions + found);
        }
        let (piece, found) = self.names.scrub(&text[done..]);
        (scrubbed + &piece, mentions + found)
    }

    /// A text that somebody put there: whole if it is about them, as a page that was exported elsewhere; a table that
    /// was exported loses their rows.
    fn of_somebody(&self, name: &str, text: &str, encoding: Encoding) -> Scrubbed {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let cut = matches!(ending, "html" | "htm" | "md" | "csv").then(|| cut(text, ending, &self.names));
        let is_board = ending == "csv" && text.trim_start_matches('\u{feff}').starts_with("id");
        match cut {
            Some(Cut::Whole) if self.is_their_file(text) => Scrubbed::Deleted,
            Some(Cut::Text(left, records)) if is_board || self.has_section(text) => {
                let (scrubbed, mentions) = self.names.scrub(&left);
                without(records, mentions, Vec::new(), encoding.encode(&scrubbed))
            }
            Some(_) | None => {
                let (scrubbed, mentions) = self.names.scrub(text);
                without(0, mentions, said_around(text, &scrubbed), encoding.encode(&scrubbed))
            }
        }
    }

    /// Whether a page is one that was exported about them: its only title is « Fiche : », then their name. What somebody
    /// wrote under another title may be about others too, and loses their names only.
    fn is_their_file(&self, text: &str) -> bool {
        let is_title = |line: &&str| line.trim_start().starts_with("# ") || line.contains("<h1");
        let titles: Vec<&str> = text.lines().filter(is_title).collect();
        matches!(titles.as_slice(), [only] if only.contains(':') && self.names.names(only))
    }

    /// Whether a heading of a text names them, as in the minutes of a meeting.
    fn has_section(&self, text: &str) -> bool {
        let is_tag =
            |line: &str| line.strip_prefix("<h").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let is_heading = |line: &str| line.trim_start().starts_with('#') || is_tag(line.trim_start());
        text.lines().any(|line| is_heading(line) && self.names.names(line))
    }

    /// The record of what was exported, without the files that are about them.
    fn record_of_exports(&self, text: &str) -> Scrubbed {
        let is_theirs = |line: &&str| {
            let about = |id: &String| of_one_person(line.trim_start_matches('"'))?.strip_prefix(id.as_str());
            let named = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
            self.names.names(line) || self.names.ids.iter().any(|id| about(id).is_some_and(named))
        };
        let kept: String = text.split_inclusive('\n').filter(|line| !is_theirs(line)).collect();
        let gone = text.lines().count() - kept.lines().count();
        without(gone, 0, Vec::new(), kept.into_bytes())
    }

    /// A text that was exported: what is about them goes whole, rows and paragraphs go from the others.
    fn exported(&self, file: &str, text: &str, encoding: Encoding) -> Scrubbed {
        let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
        // A personal file is named by the id of the person, since more people see the name of a file.
        let is_theirs = |id: &String| {
            let rest = of_one_person(stem).and_then(|rest| rest.strip_prefix(id.as_str()));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if self.names.ids.iter().any(is_theirs) {
            return Scrubbed::Deleted;
        }
        match cut(text, ending, &self.names) {
            Cut::Whole => Scrubbed::Deleted,
            Cut::Text(text, records) => {
                let (scrubbed, mentions) = self.names.scrub(&text);
                without(records, mentions, Vec::new(), encoding.encode(&scrubbed))
            }
        }
    }
}

/// As much of a file that is no text as is searched.
fn searched(root: &Path, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(root.join(name)).and_then(|file| file.take(SEARCHED).read_to_end(&mut bytes));
    read.map(|_| bytes).unwrap_or_default()
}

/// The lines that a scrubbed text still says where somebody was named.
fn said_around(before: &str, after: &str) -> Vec<String> {
    let known: HashSet<&str> = before.lines().collect();
    let said = after.lines().filter(|line| !known.contains(line));
    let said = said.map(|line| one_line(line.trim().trim_start_matches(['-', '#']).trim()));
    said.filter(|line| line.split_whitespace().count() > 3).collect()
}

fn without(records: usize, mentions: usize, left: Vec<String>, bytes: Vec<u8>) -> Scrubbed {
    if records + mentions == 0 { Scrubbed::Same } else { Scrubbed::Without { records, mentions, left, bytes } }
}

/// A name, and the first name with each half of a compound family name.
fn with_half(name: &str) -> Vec<String> {
    let (first, family) = name.split_once(' ').unwrap_or((name, ""));
    let halves = family.rsplit_once('-').map(|(start, last)| [start, last]);
    let halves = halves.into_iter().flatten().map(|half| format!("{first} {half}"));
    std::iter::once(name.to_owned()).chain(halves).collect()
}

/// Each word with a capital.
fn capitals(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    name.split(' ').map(capital).collect::<Vec<String>>().join(" ")
}

/// Whether a text is the document of another program, of which no byte may change: a PDF, an RTF, a PostScript file, or
/// what holds zero bytes.
pub(super) fn is_document(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}');
    let head = start.char_indices().nth(1024).map_or(start, |(at, _)| &start[..at]);
    start.contains('\0')
        || head.contains("%PDF-")
        || ["%PDF", "{\\rtf", "%!PS"].iter().any(|magic| start.starts_with(magic))
}

/// A name in each encoding that files use.
fn encoded(name: &str) -> Vec<Vec<u8>> {
    let utf16 = |unit: fn(u16) -> [u8; 2]| name.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let latin: Option<Vec<u8>> = name.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let macintosh = encoding_rs::MACINTOSH.encode(name).0.into_owned();
    let plain = [name.as_bytes().to_vec(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), macintosh];
    plain.into_iter().chain(latin).collect()
}

/// Whether the program reads a file as one of the school's documents.
pub(super) fn is_in_use(name: &str) -> bool {
    let dated = name.strip_suffix(".yaml").and_then(|stem| stem.split_once('/'));
    FileId::parse(name).is_some() && dated.is_none_or(|(_, stem)| file_names::is_ours(stem))
}

/// Whether a file of a dated folder is neither one of ours nor a copy of one.
fn is_stray(name: &str) -> bool {
    let dated = name.strip_suffix(".yaml").and_then(|stem| stem.split_once('/'));
    dated.is_some_and(|(folder, stem)| {
        FileId::FOLDERS.contains(&folder) && !file_names::is_ours(stem) && file_names::original(folder, stem).is_none()
    })
}

/// Which document a file is: the document itself, a version of it, or a copy beside it.
pub(super) fn kind(name: &str, text: &str) -> Option<FileId> {
    if name == FileId::Draft.file() {
        return Some(FileId::Draft);
    }
    let Some(stem) = name.strip_suffix(".yaml") else {
        // A copy under another ending, as `suivi.yaml.bak`, is the same document.
        return git_merge::guessed(&[text]).filter(|kind| parse::document(kind, text).is_ok());
    };
    if name.starts_with("versions/registre") || name.starts_with(".arrimage/") {
        return None;
    }
    let version = || FileId::parse(stem.strip_prefix("versions/")?.rsplit_once('/')?.0);
    let known = FileId::parse(name).or_else(version).or_else(|| file_names::copied(name));
    known.or_else(|| git_merge::kind(name, &[text]))
}

/// The name of a paper about one person, from the id of that person on.
fn of_one_person(name: &str) -> Option<&str> {
    ["fiche-", "bienvenue-", "entente-"].iter().find_map(|kind| name.strip_prefix(kind))
}
