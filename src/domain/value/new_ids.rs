//! Ids for new records, which two computers never share and which are never given twice.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// Letters and digits that neither spell a word nor look alike.
const SIGNS: &[u8] = b"bcdfghjkmnpqrstvwxz23456789";

/// The signs that follow a stem: half a million endings.
const LENGTH: usize = 4;

/// A source of ids, from a number that no other computer and no other moment has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewIds {
    salt: u64,
}

impl NewIds {
    /// The ids of that number.
    pub fn salted(salt: u64) -> Self {
        NewIds { salt }
    }

    /// An id that starts with a stem, such as `n10` or `gestion-de-classe`: `n10-k7fp`.
    pub fn of(self, stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
        let candidates = (0..u64::MAX).map(|turn| {
            let mut hasher = SipHasher13::new_with_keys(self.salt, turn);
            hasher.write(stem.as_bytes());
            let mut rest = usize::try_from(hasher.finish() >> 16).unwrap_or(0);
            let mut ending = String::with_capacity(LENGTH);
            for _ in 0..LENGTH {
                ending.push(char::from(SIGNS[rest % SIGNS.len()]));
                rest /= SIGNS.len();
            }
            format!("{stem}-{ending}")
        });
        candidates.into_iter().find(|id| !is_taken(id)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn two_computers_that_add_the_same_record_give_it_two_ids() {
        let ids: HashSet<String> = (0..1000).map(|salt| NewIds::salted(salt).of("n10", |_| false)).collect();
        assert!(ids.len() >= 998, "{} ids of a thousand", ids.len());
        assert!(ids.iter().all(|id| id.starts_with("n10-") && id.len() == 8), "{ids:?}");
    }

    #[test]
    fn an_id_that_is_taken_is_not_given() {
        let ids = NewIds::salted(7);
        let first = ids.of("p3", |_| false);
        assert_ne!(ids.of("p3", |id| id == first), first);
    }
}
