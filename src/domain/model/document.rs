//! The documents of a school folder under one roof, each with the name of its file.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    board::{Board, Newcomer},
    draft::Draft,
    impact::ImpactCheck,
    meeting::Meeting,
    plan::Plan,
    survey::Survey,
};
use crate::domain::value::{
    text::fold,
    typed::{self, Misfit},
};

/// Every kind of document, once: its variant, the type that it holds, its place in a [`Folder`](super::folder::Folder),
/// and the name of its file or of its folder. What follows from the kind of a document is made from this list.
macro_rules! documents {
    ($then:ident) => {
        $then! {
            single {
                /// The deployment plan.
                Plan(Plan) in plan, "plan";
                /// The board.
                Board(Board) in board, "suivi" | "tableau";
            }
            dated {
                /// A meeting, or regulation.
                Meeting(Meeting) in meetings, "regulations";
                /// An impact check.
                Impact(ImpactCheck) in impacts, "impacts";
                /// A survey.
                Survey(Survey) in surveys, "sondages";
            }
            technical {
                /// The meeting under way.
                Draft(Draft) in draft, ".arrimage/rencontre";
            }
        }
    };
}
pub(super) use documents;

macro_rules! kinds {
    (
        single { $($(#[$one_about:meta])* $one:ident($one_type:ty) in $one_place:ident, $stem:literal $(| $said:literal)*;)+ }
        dated { $($(#[$many_about:meta])* $many:ident($many_type:ty) in $many_place:ident, $folder:literal;)+ }
        technical { $(#[$draft_about:meta])* $draft:ident($draft_type:ty) in $draft_place:ident, $path:literal; }
    ) => {
        /// Which document of a school folder.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub enum FileId {
            $($(#[$one_about])* $one,)+
            $($(#[$many_about])* #[doc = concat!("`", $folder, "/STEM.yaml`")] $many(String),)+
            $(#[$draft_about])* $draft,
        }

        impl FileId {
            /// The folders that hold dated files.
            pub const FOLDERS: &'static [&'static str] = &[$($folder),+];

            /// The documents that stand alone at the root of a school folder.
            pub const SINGLE: &'static [FileId] = &[$(FileId::$one),+];

            /// One document of each kind that people may see.
            pub fn kinds() -> Vec<FileId> {
                vec![$(FileId::$one,)+ $(FileId::$many(String::new()),)+]
            }

            /// The dated document of that stem in a folder.
            pub fn dated(folder: &str, stem: &str) -> Option<Self> {
                match folder {
                    $($folder => Some(FileId::$many(stem.to_owned())),)+
                    _ => None,
                }
            }

            /// The file's name without its ending, relative to the folder, with `/` between parts.
            pub fn stem(&self) -> String {
                match self {
                    $(FileId::$one => $stem.into(),)+
                    $(FileId::$many(stem) => format!("{}/{stem}", $folder),)+
                    FileId::$draft => $path.into(),
                }
            }

            /// The document at the root that a person names.
            fn single(said: &str) -> Option<Self> {
                match said {
                    $($stem $(| $said)* => Some(FileId::$one),)+
                    _ => None,
                }
            }

            /// Does something with the type that a document of this kind holds.
            pub fn visit<V: KindVisitor>(&self, visitor: V) -> V::Output {
                match self {
                    $(FileId::$one => visitor.visit::<$one_type>(),)+
                    $(FileId::$many(_) => visitor.visit::<$many_type>(),)+
                    FileId::$draft => visitor.visit::<$draft_type>(),
                }
            }
        }

        /// One document, read.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Document {
            $($(#[$one_about])* $one($one_type),)+
            $($(#[$many_about])* $many($many_type),)+
            $(#[$draft_about])* $draft($draft_type),
        }

        $(impl From<$one_type> for Document {
            fn from(document: $one_type) -> Self {
                Document::$one(document)
            }
        })+
        $(impl From<$many_type> for Document {
            fn from(document: $many_type) -> Self {
                Document::$many(document)
            }
        })+
        impl From<$draft_type> for Document {
            fn from(document: $draft_type) -> Self {
                Document::$draft(document)
            }
        }
    };
}
documents!(kinds);

/// Something done with the type of a kind of document: reading it, describing it.
pub trait KindVisitor {
    /// What comes of it.
    type Output;

    /// Does it with that type.
    fn visit<T: Into<Document> + DeserializeOwned + JsonSchema>(self) -> Self::Output;
}

impl FileId {
    /// The file's name, relative to the folder.
    pub fn file(&self) -> String {
        format!("{}.yaml", self.stem())
    }

    /// The document that a person names: `suivi`, `plan.yaml`, `regulations/2026-11-19`.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim().trim_start_matches("./").replace('\\', "/");
        let stem = name.strip_suffix(".yaml").unwrap_or(&name);
        match stem.split_once('/') {
            None => FileId::single(&fold(stem)),
            Some((folder, stem)) if !stem.is_empty() && !stem.contains(['/', '.']) => {
                FileId::dated(&fold(folder), stem)
            }
            Some(_) => None,
        }
    }

    /// Whether people may see it, keep its versions and restore them.
    pub fn is_kept(&self) -> bool {
        *self != FileId::Draft
    }
}

impl From<FileId> for String {
    fn from(file: FileId) -> String {
        file.stem()
    }
}

impl TryFrom<String> for FileId {
    type Error = String;

    /// The document of a stem, technical ones included.
    fn try_from(stem: String) -> Result<Self, String> {
        if stem == FileId::Draft.stem() { Ok(FileId::Draft) } else { FileId::parse(&stem).ok_or(stem) }
    }
}

/// A part of a document, as a tree of values.
#[derive(Clone, Debug)]
pub struct Subtree {
    /// The tree.
    pub value: Value,
    /// How many steps of a path lead to it.
    pub depth: usize,
}

impl Document {
    /// The document as a tree of values, in the order of the format.
    pub fn to_value(&self) -> Value {
        typed::to_value(self)
    }

    /// The tree of values that a path leads into, without the rest of the document: the record of a newcomer, or the
    /// whole. A board is large, and what is said of one person must not cost what is written of all.
    pub fn part(&self, path: &[impl AsRef<str>]) -> Subtree {
        match self.person(path) {
            Some(at) => Subtree { value: typed::to_value(&self.people()[at]), depth: 2 },
            None => Subtree { value: self.to_value(), depth: 0 },
        }
    }

    /// The document with another value in the part that a path leads into.
    ///
    /// # Errors
    /// A value that does not fit the format.
    pub fn with(&self, file: &FileId, path: &[impl AsRef<str>], part: &Value) -> Result<Self, Misfit> {
        match (self, self.person(path)) {
            (Document::Board(board), Some(at)) => {
                let mut board = board.clone();
                board.people[at] = Arc::new(typed::from_value(part)?);
                Ok(Document::Board(board))
            }
            _ => Document::from_value(file, part),
        }
    }

    fn people(&self) -> &[Arc<Newcomer>] {
        match self {
            Document::Board(board) => &board.people,
            _ => &[],
        }
    }

    /// The position of the newcomer in whose record a path goes on.
    fn person(&self, path: &[impl AsRef<str>]) -> Option<usize> {
        match path {
            [list, id, _, ..] if list.as_ref() == Board::PEOPLE => {
                self.people().iter().position(|person| person.id == id.as_ref())
            }
            _ => None,
        }
    }

    /// The document of that kind that a tree of values says.
    ///
    /// # Errors
    /// A value that does not fit the format.
    pub fn from_value(file: &FileId, value: &Value) -> Result<Self, Misfit> {
        struct FromValue<'a>(&'a Value);
        impl KindVisitor for FromValue<'_> {
            type Output = Result<Document, Misfit>;
            fn visit<T: Into<Document> + DeserializeOwned + JsonSchema>(self) -> Self::Output {
                typed::from_value::<T>(self.0).map(Into::into)
            }
        }
        file.visit(FromValue(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_people_name_them() {
        for (name, file) in [
            ("suivi", Some(FileId::Board)),
            ("./plan.yaml", Some(FileId::Plan)),
            ("régulations/2026-11-19", Some(FileId::Meeting("2026-11-19".into()))),
            ("regulations/../plan", None),
            ("versions/plan/0001", None),
        ] {
            assert_eq!(FileId::parse(name), file, "{name}");
        }
    }
}
