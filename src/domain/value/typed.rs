//! Conversion between trees of values and typed values, with errors that say what was expected.

use std::fmt;

use serde::{
    Deserializer, Serialize,
    de::{
        DeserializeOwned, Error, IntoDeserializer, Unexpected, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_json::Value;

/// Passed to [`Error::unknown_variant`] where a day is expected.
pub const A_DAY: &[&str] = &["a day"];

/// Passed to [`Error::unknown_variant`] where a number is expected.
pub const A_NUMBER: &[&str] = &["a number"];

/// Why a value does not fit its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// A word that is not in the closed list, and the list.
    Word {
        /// The word.
        value: String,
        /// The list.
        known: &'static [&'static str],
    },
    /// A text that is not a day.
    Day(String),
    /// A text that is not a number.
    Number(String),
    /// A required key that is missing.
    Missing(&'static str),
    /// A value of another shape: a list where a text is expected, or the reverse.
    Shape,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Misfit {}

impl Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Misfit::Shape
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        match expected {
            A_DAY => Misfit::Day(variant.to_owned()),
            A_NUMBER => Misfit::Number(variant.to_owned()),
            known => Misfit::Word { value: variant.to_owned(), known },
        }
    }

    fn missing_field(field: &'static str) -> Self {
        Misfit::Missing(field)
    }
}

/// Reads a typed value from a tree.
///
/// # Errors
/// If the tree does not fit the type.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Misfit> {
    T::deserialize(Tree(value))
}

/// Converts a typed value into a tree; `Null` if it cannot be serialised.
pub fn to_value<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// Deserializes from a tree.
#[derive(Clone, Copy)]
struct Tree<'a>(&'a Value);

impl<'de> Deserializer<'de> for Tree<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(yes) => visitor.visit_bool(*yes),
            Value::String(text) => visitor.visit_str(text),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => visitor.visit_u64(number),
                (None, Some(number), _) => visitor.visit_i64(number),
                (None, None, number) => visitor.visit_f64(number.unwrap_or_default()),
            },
            Value::Array(list) => {
                let mut items = SeqDeserializer::new(list.iter().map(Tree));
                let read = visitor.visit_seq(&mut items)?;
                items.end().map(|()| read)
            }
            Value::Object(record) => {
                let mut fields = MapDeserializer::new(record.iter().map(|(key, value)| (key.as_str(), Tree(value))));
                let read = visitor.visit_map(&mut fields)?;
                fields.end().map(|()| read)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(variant) => visitor.visit_enum(variant.as_str().into_deserializer()),
            _ => Err(Misfit::invalid_type(Unexpected::Other("value"), &"a word")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, Misfit> for Tree<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
