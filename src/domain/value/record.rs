//! The records of the file format. Each declares its keys once, for files, paths and forms.

use std::{collections::BTreeMap, fmt, marker::PhantomData, sync::Arc};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned, MapAccess, Visitor, value::MapAccessDeserializer},
};
use serde_json::{Map, Value};

/// Declares a record of the file format, with a constant for each of its keys: `Newcomer::GOAL` is `"objectif"`.
///
/// After its type, a field declares its constant, its key, and other spellings that are accepted (`"étape" | "etape"`).
/// An empty field is omitted from the file unless it is marked `written`. A `required` field must be present. `or`
/// names the function that provides the value of an absent field. In a list, a record that is `or text` may be a plain
/// text, which is the value of that field.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident $(or text $by:ident)? { $($fields:tt)* }) => {
        $crate::domain::value::record::record! {
            @field [$(#[$meta])* pub struct $name $(or text $by)?] [] [] $($fields)*
        }
    };
    (@item $name:ident) => {
        impl $crate::domain::value::record::Item for $name {}
    };
    (@item $name:ident $by:ident) => {
        impl From<String> for $name {
            fn from(text: String) -> Self {
                $name { $by: text, ..$name::default() }
            }
        }

        impl $crate::domain::value::record::Item for $name {
            fn read_list<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Self>, D::Error> {
                $crate::domain::value::record::texts_or_records(deserializer)
            }
        }
    };
    (@field $head:tt [$($done:tt)*] [$($keys:tt)*]
        $(#[$about:meta])* pub $field:ident: $type:ty = $constant:ident $key:literal $(| $alias:literal)*;
        $($rest:tt)*
    ) => {
        $crate::domain::value::record::record! { @field $head
            [$($done)*
                $(#[$about])*
                #[serde(
                    rename = $key, $(alias = $alias,)* default,
                    deserialize_with = "crate::domain::value::record::read",
                    skip_serializing_if = "crate::domain::value::record::is_left_out",
                )]
                pub $field: $type,
            ]
            [$($keys)* $constant $key $field;]
            $($rest)*
        }
    };
    (@field $head:tt [$($done:tt)*] [$($keys:tt)*]
        $(#[$about:meta])* pub $field:ident: $type:ty = $constant:ident $key:literal $(| $alias:literal)* written;
        $($rest:tt)*
    ) => {
        $crate::domain::value::record::record! { @field $head
            [$($done)*
                $(#[$about])*
                #[serde(
                    rename = $key, $(alias = $alias,)* default,
                    deserialize_with = "crate::domain::value::record::read",
                )]
                pub $field: $type,
            ]
            [$($keys)* $constant $key $field;]
            $($rest)*
        }
    };
    (@field $head:tt [$($done:tt)*] [$($keys:tt)*]
        $(#[$about:meta])* pub $field:ident: $type:ty = $constant:ident $key:literal $(| $alias:literal)* required;
        $($rest:tt)*
    ) => {
        $crate::domain::value::record::record! { @field $head
            [$($done)* $(#[$about])* #[serde(rename = $key, $(alias = $alias,)*)] pub $field: $type,]
            [$($keys)* $constant $key $field;]
            $($rest)*
        }
    };
    (@field $head:tt [$($done:tt)*] [$($keys:tt)*]
        $(#[$about:meta])* pub $field:ident: $type:ty = $constant:ident $key:literal $(| $alias:literal)* or $or:literal;
        $($rest:tt)*
    ) => {
        $crate::domain::value::record::record! { @field $head
            [$($done)* $(#[$about])* #[serde(rename = $key, $(alias = $alias,)* default = $or)] pub $field: $type,]
            [$($keys)* $constant $key $field;]
            $($rest)*
        }
    };
    (@field
        [$(#[$meta:meta])* pub struct $name:ident $(or text $by:ident)?]
        [$($fields:tt)*] [$($constant:ident $key:literal $field:ident;)*]
    ) => {
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        $(#[$meta])*
        pub struct $name { $($fields)* }

        impl $name {
            $(
                #[doc = concat!("The key of [`", stringify!($name), "::", stringify!($field), "`].")]
                pub const $constant: &'static str = $key;
            )*
        }

        $crate::domain::value::record::record! { @item $name $($by)? }

        impl $crate::domain::value::record::FieldValue for $name {
            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use record;

/// The type of a record's field: how it is read, and when its key is omitted.
pub trait FieldValue: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// If the value has an unexpected shape.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Whether the value is empty, so that its key is omitted.
    fn is_left_out(&self) -> bool {
        false
    }
}

/// The type of what an optional field or a list holds.
pub trait Item: DeserializeOwned {
    /// Reads an optional value.
    ///
    /// # Errors
    /// If the value has an unexpected shape.
    fn read_option<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Option::deserialize(deserializer)
    }

    /// Reads a list.
    ///
    /// # Errors
    /// If the value has an unexpected shape.
    fn read_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Self>, D::Error> {
        Vec::deserialize(deserializer)
    }
}

/// Reads a list whose items are records or plain texts.
pub(crate) fn texts_or_records<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + From<String>,
{
    Ok(Vec::<TextOrRecord<T>>::deserialize(deserializer)?.into_iter().map(|item| item.0).collect())
}

/// A record, or the text that stands for it.
struct TextOrRecord<T>(T);

impl<'de, T: Deserialize<'de> + From<String>> Deserialize<'de> for TextOrRecord<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de> + From<String>> Visitor<'de> for Reader<T> {
            type Value = T;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text or a record")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
                Ok(T::from(text.to_owned()))
            }

            fn visit_bool<E: de::Error>(self, said: bool) -> Result<T, E> {
                Ok(T::from(said.to_string()))
            }

            fn visit_i64<E: de::Error>(self, said: i64) -> Result<T, E> {
                Ok(T::from(said.to_string()))
            }

            fn visit_u64<E: de::Error>(self, said: u64) -> Result<T, E> {
                Ok(T::from(said.to_string()))
            }

            fn visit_f64<E: de::Error>(self, said: f64) -> Result<T, E> {
                Ok(T::from(said.to_string()))
            }

            fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(fields))
            }
        }

        deserializer.deserialize_any(Reader(PhantomData)).map(TextOrRecord)
    }
}

/// Lets a schema accept a plain text in place of a record.
pub(crate) fn or_text(schema: &mut schemars::Schema) {
    let record = std::mem::take(schema);
    *schema = schemars::json_schema!({"anyOf": [record, {"type": "string"}]});
}

/// Reads a field.
pub(crate) fn read<'de, D: Deserializer<'de>, T: FieldValue>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// Whether a field's key is omitted.
pub(crate) fn is_left_out<T: FieldValue>(value: &T) -> bool {
    value.is_left_out()
}

impl<T: Item> FieldValue for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read_option(deserializer)
    }

    fn is_left_out(&self) -> bool {
        self.is_none()
    }
}

impl<T: Item> FieldValue for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read_list(deserializer)
    }

    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}

/// Implements [`FieldValue`] for types that are read by their own `Deserialize`. The expression says when a value is
/// empty.
macro_rules! plain {
    ($($type:ty => $is_left_out:expr;)+) => {
        $(impl $crate::domain::value::record::FieldValue for $type {
            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
            }

            fn is_left_out(&self) -> bool {
                $is_left_out(self)
            }
        })+
    };
}

pub(crate) use plain;

plain! {
    Map<String, Value> => Map::is_empty;
    u32 => |_: &u32| false;
    usize => |_: &usize| false;
    NaiveDateTime => |_: &NaiveDateTime| false;
}

impl<K: DeserializeOwned + Ord, V: DeserializeOwned> FieldValue for BTreeMap<K, V> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Deserialize::deserialize(deserializer)
    }

    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Item> Item for Arc<T> {}

impl Item for u16 {}
impl Item for u32 {}
impl Item for i8 {}
impl Item for NaiveDate {}
impl Item for Value {}
