//! A value of a text, from which the types of the model are read.

use std::borrow::Cow;

use serde::{
    Deserializer,
    de::{
        Error as _, IntoDeserializer, Visitor,
        value::{Error, MapDeserializer, SeqDeserializer},
    },
};

/// A value of a text. Types are read from it strictly: a number is no text, and nothing is no list.
#[derive(Clone, Debug)]
pub enum ReadValue<'a> {
    Nothing,
    Said(bool),
    Whole(u64),
    Real(f64),
    Text(Cow<'a, str>),
    List(Vec<ReadValue<'a>>),
    Record(Vec<(&'a str, ReadValue<'a>)>),
}

impl<'a> ReadValue<'a> {
    /// The value of a key, of a record that has it.
    pub fn get(&self, key: &str) -> Option<&ReadValue<'a>> {
        let ReadValue::Record(fields) = self else { return None };
        fields.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }
}

impl<'de> IntoDeserializer<'de> for ReadValue<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for ReadValue<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            ReadValue::Nothing => visitor.visit_unit(),
            ReadValue::Said(said) => visitor.visit_bool(said),
            ReadValue::Whole(number) => visitor.visit_u64(number),
            ReadValue::Real(number) => visitor.visit_f64(number),
            ReadValue::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            ReadValue::Text(Cow::Owned(text)) => visitor.visit_string(text),
            ReadValue::List(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            ReadValue::Record(fields) => visitor.visit_map(MapDeserializer::new(fields.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            ReadValue::Nothing => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            ReadValue::Text(text) => visitor.visit_enum(text.into_deserializer()),
            _ => Err(Error::custom("a word")),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
