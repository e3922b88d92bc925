//! Conversion between trees of values and typed values, with errors that say what was expected.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
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
    read(value)
}

/// Converts a typed value into a tree; `Null` if it cannot be serialised.
pub fn to_value<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// A value of a tree, from which types are read.
pub trait ValueNode<'de>: Sized {
    /// The items of a list.
    type Items: Iterator<Item = Self>;
    /// The fields of a record.
    type Fields: Iterator<Item = (&'de str, Self)>;

    /// What it is.
    fn view(self) -> ValueView<'de, Self>;
}

/// What a value of a tree is.
pub enum ValueView<'de, N: ValueNode<'de>> {
    /// No value.
    Nothing,
    /// Yes or no.
    Bool(bool),
    /// A whole number from zero.
    Unsigned(u64),
    /// A whole number below zero.
    Signed(i64),
    /// Any other number.
    Real(f64),
    /// A text.
    Text(Cow<'de, str>),
    /// A list, by its items.
    List(N::Items),
    /// A record, by its fields.
    Record(N::Fields),
}

/// What makes a field of a record of an entry of its map.
type ToField<'a> = fn((&'a String, &'a Value)) -> (&'a str, &'a Value);

impl<'de> ValueNode<'de> for &'de Value {
    type Items = std::slice::Iter<'de, Value>;
    type Fields = std::iter::Map<serde_json::map::Iter<'de>, ToField<'de>>;

    fn view(self) -> ValueView<'de, Self> {
        match self {
            Value::Null => ValueView::Nothing,
            Value::Bool(yes) => ValueView::Bool(*yes),
            Value::String(text) => ValueView::Text(text.into()),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => ValueView::Unsigned(number),
                (None, Some(number), _) => ValueView::Signed(number),
                (None, None, number) => ValueView::Real(number.unwrap_or_default()),
            },
            Value::Array(list) => ValueView::List(list.iter()),
            Value::Object(record) => {
                let field: ToField<'de> = |(key, value)| (key.as_str(), value);
                ValueView::Record(record.iter().map(field))
            }
        }
    }
}

/// Reads a typed value from a tree of any kind, strictly: a number is no text, nothing is no list, a list no record.
///
/// # Errors
/// If the tree does not fit the type.
pub fn read<'de, T: Deserialize<'de>>(node: impl ValueNode<'de>) -> Result<T, Misfit> {
    T::deserialize(Tree(node.view()))
}

/// Deserializes from a tree.
struct Tree<'de, N: ValueNode<'de>>(ValueView<'de, N>);

impl<'de, N: ValueNode<'de>> Deserializer<'de> for Tree<'de, N> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            ValueView::Nothing => visitor.visit_unit(),
            ValueView::Bool(yes) => visitor.visit_bool(yes),
            ValueView::Unsigned(number) => visitor.visit_u64(number),
            ValueView::Signed(number) => visitor.visit_i64(number),
            ValueView::Real(number) => visitor.visit_f64(number),
            ValueView::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            ValueView::Text(Cow::Owned(text)) => visitor.visit_string(text),
            ValueView::List(list) => {
                let mut items = SeqDeserializer::new(list.map(|item| Tree(item.view())));
                let read = visitor.visit_seq(&mut items)?;
                items.end().map(|()| read)
            }
            ValueView::Record(record) => {
                let mut fields = MapDeserializer::new(record.map(|(key, value)| (key, Tree(value.view()))));
                let read = visitor.visit_map(&mut fields)?;
                fields.end().map(|()| read)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            ValueView::Nothing => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            // The fields of a record are known by their keys, never by their order.
            ValueView::List(_) => Err(Misfit::Shape),
            _ => self.deserialize_any(visitor),
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
            ValueView::Text(variant) => visitor.visit_enum(variant.into_deserializer()),
            _ => Err(Misfit::invalid_type(Unexpected::Other("value"), &"a word")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

impl<'de, N: ValueNode<'de>> IntoDeserializer<'de, Misfit> for Tree<'de, N> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
