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
    if error.raw_os_error().is_some_and(|code| is_of_cloud(code, Environs::of_system())) {
        return IN_CLOUD;
    }
    match error.kind() {
        Kind::NotFound => "absent",
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => "denied",
        Kind::StorageFull | Kind::QuotaExceeded => "full",
        Kind::NotADirectory | Kind::IsADirectory => "folder",
        _ => "other",
    }
}

/// The keyword for a file whose contents are still in the cloud that synchronises it.
pub const IN_CLOUD: &str = "cloud";

/// The systems on which a file may be there by its name only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Environs {
    Windows,
    Mac,
    Other,
}

impl Environs {
    fn of_system() -> Self {
        match () {
            () if cfg!(windows) => Environs::Windows,
            () if cfg!(target_os = "macos") => Environs::Mac,
            () => Environs::Other,
        }
    }
}

/// Whether a system error says that the contents of a file could not be brought from its cloud.
///
/// Windows: the errors `ERROR_CLOUD_FILE_*` (362 to 398, 404, 426). macOS: a file without data that nobody fetches ends in
/// `EDEADLK` (11).
fn is_of_cloud(code: i32, environs: Environs) -> bool {
    match environs {
        Environs::Windows => matches!(code, 362..=398 | 404 | 426),
        Environs::Mac => code == 11,
        Environs::Other => false,
    }
}

/// Whether a file is there by its name only: reading it waits for its contents to come from a cloud.
pub fn is_placeholder(path: &Path) -> bool {
    let Ok(about) = std::fs::metadata(path) else { return false };
    has_no_data(&about)
}

#[cfg(windows)]
fn has_no_data(about: &std::fs::Metadata) -> bool {
    use std::os::windows::fs::MetadataExt;
    /// `FILE_ATTRIBUTE_OFFLINE`, `FILE_ATTRIBUTE_RECALL_ON_OPEN`, `FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS`.
    const ELSEWHERE: u32 = 0x1000 | 0x4_0000 | 0x40_0000;
    about.file_attributes() & ELSEWHERE != 0
}

#[cfg(target_os = "macos")]
fn has_no_data(about: &std::fs::Metadata) -> bool {
    use std::os::macos::fs::MetadataExt;
    /// `SF_DATALESS`.
    const DATALESS: u32 = 0x4000_0000;
    about.st_flags() & DATALESS != 0
}

#[cfg(not(any(windows, target_os = "macos")))]
fn has_no_data(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_in_a_cloud_is_told_from_other_errors() {
        for (code, environs, expected) in [
            (362, Environs::Windows, true),
            (388, Environs::Windows, true),
            (426, Environs::Windows, true),
            (5, Environs::Windows, false),
            (32, Environs::Windows, false),
            (11, Environs::Mac, true),
            (11, Environs::Other, false),
            (362, Environs::Other, false),
        ] {
            assert_eq!(is_of_cloud(code, environs), expected, "{code} {environs:?}");
        }
        let file = tempfile::NamedTempFile::new().expect("made");
        assert!(!is_placeholder(file.path()) && !is_placeholder(Path::new("absent")));
    }
}
