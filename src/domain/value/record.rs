//! The records of the format: each names its keys once, for the files, for paths and for forms.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Value};

/// A record of the format, with a constant for each of its keys: `Newcomer::GOAL` is `"objectif"`.
///
/// After its type, a field says its constant, its key, and the spellings that are read too (`"étape" | "etape"`).
/// A field is left out of the file when it says nothing, unless it is `written` all the same; it must be there when it is
/// `required`; an absent one may stand for something, by the function that `or` names.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* }) => {
        $crate::domain::value::record::record! { @field [$(#[$meta])* pub struct $name] [] [] $($fields)* }
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
        [$(#[$meta:meta])* pub struct $name:ident] [$($fields:tt)*] [$($constant:ident $key:literal $field:ident;)*]
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub struct $name { $($fields)* }

        impl $name {
            $(
                #[doc = concat!("The key of [`", stringify!($name), "::", stringify!($field), "`].")]
                pub const $constant: &'static str = $key;
            )*
        }

        impl $crate::domain::value::record::Item for $name {}

        impl $crate::domain::value::record::FieldValue for $name {
            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use record;

/// What a field of a record holds: how people write it, and when it says nothing.
pub trait FieldValue: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// If the value is of another shape.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Whether it says nothing, so that its key is left out.
    fn is_left_out(&self) -> bool {
        false
    }
}

/// What an optional field or a list holds.
pub trait Item: DeserializeOwned {
    /// Reads one that may be absent.
    ///
    /// # Errors
    /// If the value is of another shape.
    fn read_option<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Option::deserialize(deserializer)
    }

    /// Reads several.
    ///
    /// # Errors
    /// If the value is of another shape.
    fn read_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Self>, D::Error> {
        Vec::deserialize(deserializer)
    }
}

/// Reads a field.
pub(crate) fn read<'de, D: Deserializer<'de>, T: FieldValue>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// Whether the key of a field is left out.
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

/// Values that are read as their type says; what they look like when they say nothing.
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
