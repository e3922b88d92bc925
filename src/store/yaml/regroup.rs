//! Edits in other groups, which change the same: finer ones, gathered ones, a list that goes whole.

use std::{borrow::Cow, collections::BTreeSet};

use serde_json::Value;

use super::outline::{self, Bracketing, Node};
use crate::domain::{
    edit::{Change, Edit, diff::differences},
    model::board::Board,
};

/// Whether an edit sets a list that holds words only.
pub(super) fn sets_words(edit: &Edit) -> bool {
    let are_words = |value: &Option<Value>| {
        value.as_ref().and_then(Value::as_array).is_some_and(|items| items.iter().all(Value::is_string))
    };
    matches!(&edit.change, Change::Set { before, after } if are_words(before) && are_words(after))
}

/// Whether each list that edits set stands in brackets on one line, where it has no comment to lose.
pub(super) fn are_on_their_lines(text: &str, edits: &[Edit]) -> bool {
    let Some(outline) = outline::outline(text) else { return false };
    let lists = edits.iter().filter(|edit| sets_words(edit)).filter_map(|edit| outline.at(&edit.path));
    lists.into_iter().all(|list| list.context() == Bracketing::Flow && list.line() == list.last_line())
}

/// The edits with every list that they empty taken away whole; `None` if they empty none. The lists that a document is made
/// of stay.
pub(super) fn emptying(text: &str, edits: &[Edit]) -> Option<Vec<Edit>> {
    let is_removal = |edit: &&Edit| {
        (edit.path.len() > 1 || edit.path == [Board::OWN]) && matches!(edit.change, Change::Remove { .. })
    };
    if !edits.iter().any(|edit| is_removal(&edit)) {
        return None;
    }
    let outline = outline::outline(text)?;
    let is_emptied = |path: &[String]| {
        let of_list: Vec<&Edit> = edits.iter().filter(|edit| edit.path.starts_with(path)).collect();
        let items = outline.at(path).and_then(Node::items).map_or(0, <[Node]>::len);
        items == of_list.len() && of_list.iter().all(|edit| edit.path == path && is_removal(edit))
    };
    let emptied: BTreeSet<&Vec<String>> =
        edits.iter().filter(is_removal).map(|edit| &edit.path).filter(|path| is_emptied(path)).collect();
    let gone = |path: &Vec<String>| {
        let items = edits.iter().filter(|edit| edit.path == *path).filter_map(|edit| match &edit.change {
            Change::Remove { item, .. } => Some(item.clone()),
            Change::Set { .. } | Change::Insert { .. } => None,
        });
        let before = Some(Value::Array(items.collect()));
        Edit { file: edits[0].file.clone(), path: path.clone(), change: Change::Set { before, after: None } }
    };
    let whole = emptied.iter().map(|path| gone(path));
    let kept = edits.iter().filter(|edit| !emptied.contains(&edit.path)).cloned();
    (!emptied.is_empty()).then(|| kept.chain(whole).collect())
}

/// Edits in which the items added to one empty list are added together, and so are the fields of one new record.
pub(super) fn gathered<'e>(outline: &Node<'_>, edits: &'e [Edit]) -> Vec<Cow<'e, Edit>> {
    let mut gathered: Vec<Cow<'e, Edit>> = Vec::new();
    for edit in edits {
        if let Change::Insert { at, item } = &edit.change
            && outline
                .at(&edit.path)
                .is_none_or(|list| list.items().is_none_or(<[Node]>::is_empty) && list.word().is_none())
        {
            let begun = gathered.iter_mut().rev().find(|begun| begun.path == edit.path);
            match begun.map(|begun| &mut begun.to_mut().change) {
                Some(Change::Set { after: Some(Value::Array(items)), .. }) => {
                    items.insert((*at).min(items.len()), item.clone());
                    continue;
                }
                Some(_) => {}
                None => {
                    let change = Change::Set { before: None, after: Some(Value::Array(vec![item.clone()])) };
                    gathered.push(Cow::Owned(Edit { file: edit.file.clone(), path: edit.path.clone(), change }));
                    continue;
                }
            }
        }
        // A field of a record that an earlier edit has added is written with it.
        if let (Change::Set { after: Some(value), .. }, Some((key, record))) = (&edit.change, edit.path.split_last())
            && outline.at(record).is_none()
            && let Some(begun) = gathered.iter_mut().rev().find(|begun| begun.path == record)
            && let Change::Set { after: Some(Value::Object(fields)), .. } = &mut begun.to_mut().change
        {
            fields.insert(key.clone(), value.clone());
            continue;
        }
        gathered.push(Cow::Borrowed(edit));
    }
    gathered
}

/// The edits for what changed inside a list or a record that is set as a whole; `None` if the edit is as fine as it can
/// be.
pub(super) fn finer(edit: &Edit) -> Option<Vec<Edit>> {
    let Change::Set { before: Some(before), after: Some(after) } = &edit.change else { return None };
    if !(before.is_array() && after.is_array() || before.is_object() && after.is_object()) {
        return None;
    }
    let changes = differences(&edit.file, before, after);
    if let [only] = changes.as_slice()
        && only.path.is_empty()
        && matches!(only.change, Change::Set { .. })
    {
        return None;
    }
    let deeper = |change: Edit| Edit { path: [edit.path.as_slice(), &change.path].concat(), ..change };
    Some(changes.into_iter().map(deeper).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::model::document::FileId;

    #[test]
    fn lists_of_words_are_written_together_only_where_no_comment_can_be_lost() {
        let edit = |person: &str| {
            let path = ["personnes", person, "besoins"].map(ToOwned::to_owned).to_vec();
            let change = Change::Set { before: Some(json!(["a"])), after: Some(json!(["b"])) };
            Edit { file: FileId::Board, path, change }
        };
        let edits = [edit("n01"), edit("n02")];
        let board = |second: &str| {
            format!("format: 1\npersonnes:\n  - id: n01\n    besoins: [a]\n  - id: n02\n    besoins:{second}\n")
        };
        assert!(are_on_their_lines(&board(" [a]  # dit"), &edits), "a comment after the bracket stays");
        assert!(!are_on_their_lines(&board("\n      - a  # dit en août"), &edits));
        assert!(!are_on_their_lines(&board(" [\n      a]"), &edits));
        assert!(edits.iter().all(sets_words) && finer(&edits[0]).is_some());
    }

    #[test]
    fn a_list_that_loses_its_last_item_goes_whole() {
        let text = "format: 1\npersonnes:\n  - id: n01\n    besoins: [a, b]\n    traces: [{note: c}]\n";
        let remove = |list: &str, at: usize, item: Value| Edit {
            file: FileId::Board,
            path: ["personnes", "n01", list].map(ToOwned::to_owned).to_vec(),
            change: Change::Remove { at, item },
        };
        assert_eq!(emptying(text, &[remove("besoins", 0, json!("a"))]), None);
        let both = [remove("besoins", 1, json!("b")), remove("traces", 0, json!({"note": "c"}))];
        let own = Edit {
            file: FileId::Board,
            path: vec!["colonnes".into()],
            change: Change::Remove { at: 0, item: json!({"id": "c", "nom": "C"}) },
        };
        let text_of_own = "colonnes: [{id: c, nom: C}]\npersonnes: []\n";
        let gone = emptying(text_of_own, std::slice::from_ref(&own)).expect("a list that nothing needs goes");
        assert!(matches!(&gone[..], [Edit { change: Change::Set { after: None, .. }, .. }]), "{gone:?}");
        let whole = emptying(text, &both).expect("a list goes");
        assert_eq!(whole[0], both[0]);
        assert_eq!(whole[1].change, Change::Set { before: Some(json!([{"note": "c"}])), after: None });
    }
}
