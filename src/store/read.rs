//! Reading the bytes of a file, and decoding its text.

use std::{fs::File, io::Read, path::Path};

use crate::domain::value::fault::{Code, Fault, Place};

/// The size in bytes above which a file is refused.
pub const SIZE_CAP: u64 = 8 * 1024 * 1024;

/// The text encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// UTF-8 with a byte order mark, as Notepad writes it.
    Utf8Marked,
    /// UTF-16, little-endian.
    Utf16Little,
    /// UTF-16, big-endian.
    Utf16Big,
}

impl Encoding {
    /// Encodes a text.
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

/// Decodes bytes, and drops the byte order mark.
///
/// # Errors
/// If the bytes are not text; in UTF-8, the fault gives the first invalid line.
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

/// The bytes of a regular file. Anything else, such as a pipe, which would never end, is an error.
///
/// # Errors
/// If the file does not exist, is not a regular file, or cannot be read.
pub fn file(path: &Path) -> std::io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    std::fs::read(path)
}

/// The bytes of a file, up to the size cap.
///
/// # Errors
/// If the file is too large, is not a regular file, or cannot be read.
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

/// The keyword for the cause of a system error.
pub fn reason(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind as Kind;
    // Windows says that another program holds a file, or a part of it.
    if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
        return "held";
    }
    match error.kind() {
        Kind::NotFound => "absent",
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => "denied",
        Kind::StorageFull | Kind::QuotaExceeded => "full",
        Kind::NotADirectory | Kind::IsADirectory => "folder",
        _ => "other",
    }
}
