//! Scalar values that people write in several ways: amounts, yes or no, one or many, closed lists of words.

use std::{
    borrow::Cow,
    fmt,
    ops::{Add, Sub},
};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};

use super::{
    record::{FieldValue, Item, plain},
    typed::A_NUMBER,
};

/// The version of the file format that this program writes.
pub fn current_format() -> u32 {
    1
}

/// Declares a closed list of French words: each variant is written, read and displayed as its word. Reading ignores
/// accents and case.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* #[doc = concat!("« ", $word, " ».")] $variant),+ }

        impl $name {
            /// Every variant, in the order of the contract.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// Every word, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that files and screens show.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// Returns the variant of a word, ignoring accents and case.
            pub fn from_word(word: &str) -> Option<Self> {
                // Files nearly always hold the word as it is.
                if let Some(exact) = Self::ALL.iter().copied().find(|v| v.word() == word) {
                    return Some(exact);
                }
                let folded = $crate::domain::value::text::fold(word.trim());
                Self::ALL.iter().copied().find(|v| $crate::domain::value::text::fold(v.word()) == folded)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                Self::from_word(&word).ok_or_else(|| serde::de::Error::unknown_variant(&word, Self::WORDS))
            }
        }

        impl $crate::domain::value::record::Item for $name {}

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool { true }
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": Self::WORDS })
            }
        }
    };
}
pub(crate) use choice;

/// A number of days, dollars or people. Written without a needless decimal; `0,5` is read as `0.5`.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Amount(pub f64);

impl Amount {
    /// Whether the amount is zero.
    pub fn is_zero(&self) -> bool {
        self.0 == 0.0
    }

    /// Parses an amount with a decimal point or comma. Whitespace may separate thousands, and a final `$` is ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = plain.trim_end_matches('$').replace(',', ".");
        plain.parse().ok().filter(|n: &f64| n.is_finite()).map(Amount)
    }
}

/// Sums of days and dollars in binary fractions leave crumbs: nobody counts finer than this, in parts of one.
const FINEST: f64 = 10_000.0;

impl Add for Amount {
    type Output = Amount;

    fn add(self, other: Amount) -> Amount {
        Amount(((self.0 + other.0) * FINEST).round() / FINEST)
    }
}

impl Sub for Amount {
    type Output = Amount;

    fn sub(self, other: Amount) -> Amount {
        self + Amount(-other.0)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 9e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = deserializer.deserialize_any(AnyText)?;
        if word.is_empty() {
            return Ok(Amount::default());
        }
        Amount::parse(&word).ok_or_else(|| D::Error::unknown_variant(&word, A_NUMBER))
    }
}

impl JsonSchema for Amount {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// Accepts any scalar, as text.
pub(crate) struct AnyText;

impl Visitor<'_> for AnyText {
    type Value = String;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a single value")
    }
    fn visit_str<E: Error>(self, v: &str) -> Result<String, E> {
        Ok(v.to_owned())
    }
    fn visit_u64<E: Error>(self, v: u64) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_i64<E: Error>(self, v: i64) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_f64<E: Error>(self, v: f64) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_bool<E: Error>(self, v: bool) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok(String::new())
    }
}

/// Reads a boolean: `oui` and `non` are accepted as well as `true` and `false`.
///
/// # Errors
/// If the value is any other word.
pub fn yes_or_no<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let word = deserializer.deserialize_any(AnyText)?;
    match word.to_lowercase().as_str() {
        "oui" | "true" => Ok(true),
        "non" | "false" => Ok(false),
        _ => Err(D::Error::unknown_variant(&word, &["oui", "non"])),
    }
}

/// Reads a text; a key without a value gives an empty text.
///
/// # Errors
/// If the value is not a single text.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Option::<String>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads a list of texts, or a single text as a list of one.
///
/// # Errors
/// If the value is neither a text nor a list of texts.
pub fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct OneOrMany;
    impl<'de> Visitor<'de> for OneOrMany {
        type Value = Vec<String>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text or a list of texts")
        }
        fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
            Ok(if v.is_empty() { Vec::new() } else { vec![v.to_owned()] })
        }
        fn visit_i64<E: Error>(self, v: i64) -> Result<Self::Value, E> {
            Ok(vec![v.to_string()])
        }
        fn visit_u64<E: Error>(self, v: u64) -> Result<Self::Value, E> {
            Ok(vec![v.to_string()])
        }
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(Vec::new())
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
            let mut texts = Vec::new();
            while let Some(text) = seq.next_element::<String>()? {
                texts.push(text);
            }
            Ok(texts)
        }
    }
    deserializer.deserialize_any(OneOrMany)
}

impl FieldValue for String {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text(deserializer)
    }

    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}

impl Item for String {
    fn read_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Self>, D::Error> {
        one_or_many(deserializer)
    }
}

impl Item for bool {
    fn read_option<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        yes_or_no(deserializer).map(Some)
    }
}

plain! {
    Amount => Amount::is_zero;
}

impl Item for Amount {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, amount) in [("0,5", 0.5), ("1 250 $", 1250.0), ("12", 12.0), ("-3.25", -3.25)] {
            assert_eq!(Amount::parse(text), Some(Amount(amount)), "{text}");
        }
        assert_eq!(Amount::parse("deux"), None);
        assert_eq!(serde_json::to_string(&Amount(6.0)).expect("serializes"), "6");
    }
}
