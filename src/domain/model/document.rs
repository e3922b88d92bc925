//! The kinds of document of a school folder, and the names of their files.

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

/// Lists every kind of document once: its variant, its type, its field in [`Folder`](super::folder::Folder), and the
/// name of its file or folder. Everything that depends on the kind of a document is generated from this list.
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
                /// The meeting in progress.
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
        /// Identifies a document of a school folder.
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

            /// The undated documents, at the root of a school folder.
            pub const SINGLE: &'static [FileId] = &[$(FileId::$one),+];

            /// One id of each kind of document that users can see. Dated ones have an empty stem.
            pub fn kinds() -> Vec<FileId> {
                vec![$(FileId::$one,)+ $(FileId::$many(String::new()),)+]
            }

            /// Returns the dated document with that stem in a folder.
            pub fn dated(folder: &str, stem: &str) -> Option<Self> {
                match folder {
                    $($folder => Some(FileId::$many(stem.to_owned())),)+
                    _ => None,
                }
            }

            /// The path of the file without its extension, relative to the folder, with `/` as separator.
            pub fn stem(&self) -> String {
                match self {
                    $(FileId::$one => $stem.into(),)+
                    $(FileId::$many(stem) => format!("{}/{stem}", $folder),)+
                    FileId::$draft => $path.into(),
                }
            }

            /// Returns the document at the root with that name, as a person may write it.
            fn single(said: &str) -> Option<Self> {
                match said {
                    $($stem $(| $said)* => Some(FileId::$one),)+
                    _ => None,
                }
            }

            /// Calls the visitor with the type of this kind of document.
            pub fn visit<V: KindVisitor>(&self, visitor: V) -> V::Output {
                match self {
                    $(FileId::$one => visitor.visit::<$one_type>(),)+
                    $(FileId::$many(_) => visitor.visit::<$many_type>(),)+
                    FileId::$draft => visitor.visit::<$draft_type>(),
                }
            }
        }

        /// A parsed document.
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

/// An operation that is generic over the types of documents, such as reading or describing one.
pub trait KindVisitor {
    /// The result of the operation.
    type Output;

    /// Runs the operation for that type.
    fn visit<T: Into<Document> + DeserializeOwned + JsonSchema>(self) -> Self::Output;
}

impl FileId {
    /// The path of the file, relative to the folder.
    pub fn file(&self) -> String {
        format!("{}.yaml", self.stem())
    }

    /// Parses a document name as a person writes it: `suivi`, `plan.yaml`, `regulations/2026-11-19`.
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

    /// Whether users can see it, and its versions are kept and can be restored.
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

    /// Parses a stem, including those of technical documents.
    fn try_from(stem: String) -> Result<Self, String> {
        if stem == FileId::Draft.stem() { Ok(FileId::Draft) } else { FileId::parse(&stem).ok_or(stem) }
    }
}

/// A part of a document, as a tree of values.
#[derive(Clone, Debug)]
pub struct Subtree {
    /// The tree.
    pub value: Value,
    /// The number of path steps that lead to it.
    pub depth: usize,
}

impl Document {
    /// Converts the document into a tree of values, in the key order of the format.
    pub fn to_value(&self) -> Value {
        typed::to_value(self)
    }

    /// Returns the tree of values that a path leads into, without the rest of the document: one newcomer's record, or
    /// the whole document. A board is large, and reading one person's record must not cost a conversion of the whole
    /// board.
    pub fn part(&self, path: &[impl AsRef<str>]) -> Subtree {
        match self.person(path) {
            Some(at) => Subtree { value: typed::to_value(&self.people()[at]), depth: 2 },
            None => Subtree { value: self.to_value(), depth: 0 },
        }
    }

    /// Returns the document with the part that a path leads into replaced.
    ///
    /// # Errors
    /// If the value does not fit the format.
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

    /// The position of the newcomer whose record the path goes into.
    fn person(&self, path: &[impl AsRef<str>]) -> Option<usize> {
        match path {
            [list, id, _, ..] if list.as_ref() == Board::PEOPLE => {
                self.people().iter().position(|person| person.id == id.as_ref())
            }
            _ => None,
        }
    }

    /// Converts a tree of values into a document of that kind.
    ///
    /// # Errors
    /// If the value does not fit the format.
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
