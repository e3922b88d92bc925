//! What was taken out of a school folder for good, as the register of versions notes it: people, and wrong words.

use std::{io, path::Path};

use chrono::{NaiveDateTime, Timelike};

use super::{
    read,
    versions::{Purge, Rectified, Register, account, open, put, register_file, written_register},
    write,
};
use crate::domain::value::scalar::current_format;

/// What was taken out of a school folder for good.
#[derive(Clone, Debug, Default)]
pub struct Removals {
    /// The purges, oldest first.
    pub purges: Vec<Purge>,
    /// How many rectifications there were.
    pub rectified: usize,
}

/// What was taken out of a school folder for good: nothing is parsed where nothing was.
pub fn removals(root: &Path) -> Removals {
    let text = read::file(&register_file(root)).unwrap_or_default();
    let has = |key: &[u8]| memchr::memmem::find(&text, key).is_some();
    let has_any = has(b"retraits:") || has(b"rectifications:");
    let register = has_any.then(|| written_register(root).ok().flatten()).flatten();
    let of = |register: Register| Removals { purges: register.purges, rectified: register.rectifications.len() };
    register.map(of).unwrap_or_default()
}

/// Records in the register that people were removed.
///
/// # Errors
/// If the register cannot be written.
pub fn note_purge(root: &Path, ids: &[String], rule: &str, now: NaiveDateTime) -> io::Result<()> {
    note(root, now, |register, when| {
        let (people, rule, ids) = (ids.len(), rule.to_owned(), ids.to_vec());
        register.purges.push(Purge { when, by: account(), people, rule, ids });
    })
}

/// Notes a rectification, without what was taken out.
///
/// # Errors
/// If the register cannot be written.
pub fn note_rectification(root: &Path, files: usize, now: NaiveDateTime) -> io::Result<()> {
    note(root, now, |register, when| register.rectifications.push(Rectified { when, by: account(), files }))
}

/// Adds a line to the register, at the second.
fn note(root: &Path, now: NaiveDateTime, add: impl FnOnce(&mut Register, NaiveDateTime)) -> io::Result<()> {
    let (mut register, place) = open(root);
    register.format = current_format();
    add(&mut register, now.with_nanosecond(0).unwrap_or(now));
    write::private_folder(&root.join("versions"))?;
    put(place, &register)
}
