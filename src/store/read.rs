//! Reading one file: bytes to text, text to a typed document, and every complaint a fault with its place.

use std::{fs::File, io::Read, path::Path};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::yaml::{outline, syntax};
use crate::domain::{
    model::document::{Document, FileId},
    value::{
        fault::{Code, Fault, Place},
        scalar::current_format,
        text::nearest,
    },
};

/// A larger file is refused at once, in bytes.
pub const SIZE_CAP: u64 = 8 * 1024 * 1024;

/// How the bytes of a file spell its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with the mark that Notepad puts first.
    Utf8Marked,
    /// UTF-16, little end first.
    Utf16Little,
    /// UTF-16, big end first.
    Utf16Big,
}

impl Encoding {
    /// The bytes of a text.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf8Marked => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Encoding::Utf16Little => {
                [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
            }
            Encoding::Utf16Big => {
                [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
            }
        }
    }
}

/// The text of some bytes, without its mark.
///
/// # Errors
/// Bytes that are no text, with the first line that is not.
pub fn decode(file: &str, bytes: &[u8]) -> Result<(String, Encoding), Fault> {
    let utf16 = |unit: fn([u8; 2]) -> u16, encoding| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map(|text| (text, encoding)).map_err(|_| Fault::new(Code::NotText, file))
    };
    match bytes {
        [0xff, 0xfe, ..] => utf16(u16::from_le_bytes, Encoding::Utf16Little),
        [0xfe, 0xff, ..] => utf16(u16::from_be_bytes, Encoding::Utf16Big),
        _ => {
            let (body, encoding) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
                Some(body) => (body, Encoding::Utf8Marked),
                None => (bytes, Encoding::Utf8),
            };
            match std::str::from_utf8(body) {
                Ok(text) => Ok((text.to_owned(), encoding)),
                Err(error) => {
                    let good = &body[..error.valid_up_to()];
                    let line = good.iter().filter(|b| **b == b'\n').count() + 1;
                    let last = good.rsplit(|b| *b == b'\n').next().unwrap_or_default();
                    let excerpt = String::from_utf8_lossy(last).into_owned();
                    let column = excerpt.chars().count() + 1;
                    Err(Fault::new(Code::NotText, file).at(Place { file: file.into(), line, column, excerpt }))
                }
            }
        }
    }
}

/// The bytes of a file, up to the size cap.
///
/// # Errors
/// A file that is too large, is not a file, or cannot be read.
pub fn bytes(path: &Path, file: &str) -> Result<Vec<u8>, Fault> {
    let unreadable = |error: std::io::Error| Fault::new(Code::Unreadable, file).with("cause", reason(&error));
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(Fault::new(Code::NotAFile, file));
    }
    if about.len() > SIZE_CAP {
        let fault = Fault::new(Code::TooLarge, file);
        return Err(fault.with("size", about.len() / 1024 / 1024).with("cap", SIZE_CAP / 1024 / 1024));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    File::open(path).and_then(|f| f.take(SIZE_CAP + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    Ok(bytes)
}

/// Which word says why the system refused.
pub fn reason(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "absent",
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => "denied",
        Kind::StorageFull | Kind::QuotaExceeded => "full",
        Kind::NotADirectory | Kind::IsADirectory => "folder",
        _ => "other",
    }
}

/// The options of every reading: `no` and `on` stay words. The budget is twice what a thousand people with twenty traces
/// each need.
pub fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        strict_booleans: true,
        budget: serde_yaml::budget! { max_nodes: 600_000, max_events: 1_500_000 },
    }
}

/// A document of that kind from a text.
///
/// # Errors
/// Whatever keeps it from being read, with its place.
pub fn document(file: &FileId, text: &str) -> Result<Document, Fault> {
    let name = file.file();
    Ok(match file {
        FileId::Plan => Document::Plan(typed(&name, text)?),
        FileId::Board => Document::Board(typed(&name, text)?),
        FileId::Meeting(_) => Document::Meeting(typed(&name, text)?),
        FileId::Impact(_) => Document::Impact(typed(&name, text)?),
        FileId::Survey(_) => Document::Survey(typed(&name, text)?),
        FileId::Draft => Document::Draft(typed(&name, text)?),
    })
}

#[derive(Deserialize)]
struct Header {
    format: Option<u32>,
}

/// A file of any kind from a text.
///
/// # Errors
/// Whatever keeps it from being read, with its place.
pub fn typed<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Fault> {
    let text = if text.trim().is_empty() { "format: 1" } else { text };
    let read = serde_yaml::from_str_with_options(text, options());
    // A newer file may hold what this program cannot read: its number is looked at before any complaint.
    let newer = || {
        let header: Header = serde_yaml::from_str_with_options(text, options()).ok()?;
        header.format.filter(|format| *format > current_format())
    };
    // Only a line that may say another number is worth a second reading.
    let says_another = |line: &str| {
        let said = line.trim_start_matches(|c: char| !c.is_alphanumeric()).strip_prefix("format");
        said.is_some_and(|said| said.trim_matches(|c: char| !c.is_alphanumeric()) != current_format().to_string())
    };
    match read {
        Ok(_) | Err(_) if text.lines().any(says_another) && newer().is_some() => {
            Err(Fault::new(Code::NewerFormat, name).with("format", newer().unwrap_or_default()))
        }
        Ok(document) => Ok(document),
        Err(error) => match text.lines().position(|line| line.starts_with("<<<<<<<")) {
            Some(at) => Err(Fault::new(Code::MergeMarks, name).at(outline::place(name, text, (at + 1, 1)))),
            None => Err(syntax::fault(name, text, &error)),
        },
    }
}

/// What can be read but should be looked at: unknown keys, texts cut by a number sign.
pub fn remarks(file: &FileId, text: &str, schema: &serde_json::Value) -> Vec<Fault> {
    let name = file.file();
    let mut remarks = Vec::new();
    if let Some(outline) = outline::outline(text) {
        for (key, at, known) in outline.unknown_keys(schema) {
            let fault = Fault::new(Code::UnknownField, &name).at(outline::place(&name, text, at));
            remarks.push(fault.with("key", key).with("near", nearest(key, known).unwrap_or("none")));
        }
    }
    remarks
}
