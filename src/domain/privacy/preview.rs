//! What a purge would remove and would leave, for whoever decides.

use std::collections::BTreeMap;

use super::audience::Level;

/// What a purge removes from one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurgedFile {
    /// The file, relative to the folder, with `/` as separator.
    pub file: String,
    /// How many records are removed.
    pub records: usize,
    /// How many other mentions are replaced.
    pub mentions: usize,
    /// Whether the whole file is deleted: it is about them, or the mentions in it cannot be located.
    pub whole: bool,
    /// What is still said around each mention, for whoever decides to see whether it tells who it was.
    pub left: Vec<String>,
}

/// What a purge would do, and what it would leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PurgePreview {
    /// The fields of their records that say something, by their keys, and how many items each has.
    pub fields: Vec<(String, usize)>,
    /// The files that lose something.
    pub files: Vec<PurgedFile>,
    /// Those of the files that are set read-only, and are changed all the same.
    pub read_only: Vec<String>,
    /// Files that are not text, and that name them: left as they are, unless somebody has them removed.
    pub untouched: Vec<String>,
    /// The other files that are not text, and were searched for whole names only; « … » where nobody may read their names.
    pub others: Vec<String>,
    /// Words that may name them, and how often they occur: left, unless somebody says that they do.
    pub doubts: BTreeMap<String, Doubt>,
}

/// A word that may name somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubt {
    /// How often it occurs.
    pub times: usize,
    /// Its first occurrence, with a few words around it.
    pub example: String,
    /// The file of that occurrence, relative to the folder.
    pub file: String,
}

impl PurgePreview {
    /// The preview as an audience may read it: a wall sees no sentence, no file name and no word; the committee sees no
    /// comment of a survey.
    pub fn read_at(mut self, level: Level) -> Self {
        let is_hidden =
            |file: &str| level > Level::Committee || level > Level::Direction && file.starts_with("sondages/");
        for file in &mut self.files {
            if is_hidden(&file.file) {
                file.left.clear();
            }
        }
        for doubt in self.doubts.values_mut().filter(|doubt| is_hidden(&doubt.file)) {
            "…".clone_into(&mut doubt.example);
        }
        if level > Level::Committee {
            let hidden = self.others.len() + self.untouched.len();
            self.others = vec!["…".to_owned(); hidden];
            self.untouched.clear();
            self.doubts.clear();
        }
        self
    }
}

/// What becomes of the sentences that named the people to forget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sentences {
    /// They stay, without the name.
    #[default]
    Kept,
    /// They go whole: they still tell who it was.
    Gone,
}

/// What somebody chose to remove besides what names them without doubt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PurgeChoice {
    /// Words that name them too.
    pub words: Vec<String>,
    /// Files to delete, relative to the folder.
    pub files: Vec<String>,
    /// What becomes of the sentences that named them.
    pub sentences: Sentences,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_reads_nothing_of_what_a_purge_leaves() {
        let file = |file: &str| PurgedFile {
            file: file.into(),
            records: 0,
            mentions: 1,
            whole: false,
            left: vec!["Une phrase.".into()],
        };
        let preview = PurgePreview {
            files: vec![file("plan.yaml"), file("sondages/2027-02.yaml")],
            untouched: vec!["amelie.jpg".into()],
            doubts: BTreeMap::from([(
                "cote".to_owned(),
                Doubt { times: 1, example: "à côté".into(), file: "sondages/2027-02.yaml".into() },
            )]),
            ..PurgePreview::default()
        };
        let left =
            |level| preview.clone().read_at(level).files.into_iter().map(|file| file.left.len()).collect::<Vec<_>>();
        assert_eq!(left(Level::Direction), [1, 1]);
        assert_eq!(left(Level::Committee), [1, 0]);
        assert_eq!(left(Level::Projected), [0, 0]);
        let example = |level| preview.clone().read_at(level).doubts["cote"].example.clone();
        assert_eq!((example(Level::Direction).as_str(), example(Level::Committee).as_str()), ("à côté", "…"));
        let wall = preview.read_at(Level::Projected);
        assert!(wall.untouched.is_empty() && wall.doubts.is_empty() && wall.others == ["…"]);
    }
}
