//! A value of a text, from which the types of the model are read.

use std::borrow::Cow;

use crate::domain::value::typed::{ValueNode, ValueView};

/// A value of a text.
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

impl<'de> ValueNode<'de> for ReadValue<'de> {
    type Items = std::vec::IntoIter<Self>;
    type Fields = std::vec::IntoIter<(&'de str, Self)>;

    fn view(self) -> ValueView<'de, Self> {
        match self {
            ReadValue::Nothing => ValueView::Nothing,
            ReadValue::Said(said) => ValueView::Bool(said),
            ReadValue::Whole(number) => ValueView::Unsigned(number),
            ReadValue::Real(number) => ValueView::Real(number),
            ReadValue::Text(text) => ValueView::Text(text),
            ReadValue::List(items) => ValueView::List(items.into_iter()),
            ReadValue::Record(fields) => ValueView::Record(fields.into_iter()),
        }
    }
}
