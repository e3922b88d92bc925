//! Three-way merge of a document: by id, by field, by list item.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use siphasher::sip::SipHasher13;

use super::{
    Change, Edit, ID,
    diff::align,
    identity, lookup,
    sameness::{are_called_alike, are_two, is_somebody_else},
};
use crate::domain::{
    model::{
        board::{Board, Newcomer},
        document::FileId,
        draft::Draft,
        folder::Folder,
        plan::{CycleEntry, Plan},
    },
    value::{fault::Fault, new_ids::NewIds},
};

/// The key of the list from which a merge drops no item.
const TRACES: &str = Newcomer::TRACES;

/// One field that two people changed differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The document.
    pub file: FileId,
    /// The field, or the record that one side removed.
    pub path: Vec<String>,
    /// Our value; `None` if we removed it.
    pub ours: Option<Value>,
    /// Their value; `None` if they removed it.
    pub theirs: Option<Value>,
}

impl Clash {
    /// Creates the clash between an edit of ours and the current value at its path.
    pub fn of(edit: &Edit, ours: Option<Value>, theirs: Option<Value>) -> Clash {
        Clash { file: edit.file.clone(), path: edit.path.clone(), ours, theirs }
    }

    /// Returns the edit that replaces their value with ours, without checking the current value.
    pub fn as_edit(&self) -> Edit {
        let change = Change::Set { before: self.theirs.clone(), after: self.ours.clone() };
        Edit { file: self.file.clone(), path: self.path.clone(), change }
    }

    /// Returns the edit that sets our value in a document that holds theirs; `None` if it is there already.
    ///
    /// # Errors
    /// If the field no longer exists, or the format rejects the value.
    pub fn settle(&self, folder: &Folder) -> Result<Option<Edit>, Fault> {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let root = folder.value(&self.file)?;
        let record = path.split_last().and_then(|(item, list)| {
            let records = lookup(&root, list)?.as_array()?;
            Some((*item, list, records.iter().any(|record| identity(record) == Some(item))))
        });
        match (record, &self.ours) {
            (Some((item, list, true)), None) => Edit::remove(folder, &self.file, list, item).map(Some),
            (Some((_, _, false)), None) => Ok(None),
            (Some((item, list, false)), Some(record)) if identity(record) == Some(item) => {
                Edit::push(folder, &self.file, list, record.clone()).map(Some)
            }
            _ => Edit::set(folder, &self.file, &path, self.ours.clone()),
        }
    }

    /// Whether the two sides changed a field, rather than added or removed a record.
    pub fn is_of_a_field(&self, folder: &Folder) -> bool {
        let list = self.path.split_last().and_then(|(_, list)| folder.at(&self.file, list));
        !list.is_some_and(|list| list.is_array())
    }

    /// Whether the other side removed the record that we changed.
    pub fn is_of_a_record_taken_away(&self) -> bool {
        self.theirs.is_none()
            && self.ours.as_ref().is_some_and(|ours| identity(ours) == self.path.last().map(|id| &**id))
    }
}

/// The result of a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// The merged document, with their value where the two clash.
    pub value: Value,
    /// Where the two sides clash.
    pub clashes: Vec<Clash>,
}

/// Merges our changes and theirs, both made from the same ancestor. Without an ancestor, every difference clashes and
/// nothing counts as removed. A trace that they removed is kept.
pub fn merge(file: &FileId, ancestor: Option<&Value>, ours: &Value, theirs: &Value) -> Merge {
    let merging = || Merging {
        file,
        path: Vec::new(),
        has_ancestor: ancestor.is_some(),
        clashes: Vec::new(),
        renamed: BTreeMap::new(),
    };
    let mut first = merging();
    let mut value = first.node(ancestor, Some(ours), Some(theirs));
    let mut clashes = first.clashes;
    // What names an issue of ours follows it under its other id.
    if *file == FileId::Plan && !first.renamed.is_empty() {
        let mut ours = ours.clone();
        let issues = ours.get_mut(Plan::ISSUES).and_then(Value::as_array_mut);
        for issue in issues.into_iter().flatten() {
            if let Some(other) = identity(issue).and_then(|id| first.renamed.get(id)) {
                issue[ID] = other.as_str().into();
            }
        }
        follow(&mut ours, CycleEntry::ISSUE, &first.renamed);
        let mut again = merging();
        value = again.node(ancestor, Some(&ours), Some(theirs));
        clashes = again.clashes;
    }
    Merge { value: value.unwrap_or(Value::Null), clashes }
}

/// Gives records other ids wherever a document names them, under a key.
pub fn follow(value: &mut Value, key: &str, renamed: &BTreeMap<String, String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| follow(item, key, renamed)),
        Value::Object(record) => {
            for (name, value) in record.iter_mut() {
                match value {
                    Value::String(id) if name == key => {
                        if let Some(other) = renamed.get(id) {
                            id.clone_from(other);
                        }
                    }
                    value => follow(value, key, renamed),
                }
            }
        }
        _ => {}
    }
}

struct Merging<'a> {
    file: &'a FileId,
    path: Vec<String>,
    has_ancestor: bool,
    clashes: Vec<Clash>,
    /// The issues of ours that get another id, since theirs has theirs.
    renamed: BTreeMap<String, String>,
}

impl Merging<'_> {
    fn node(&mut self, ancestor: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
        match (ancestor, ours, theirs) {
            _ if ours == theirs => ours.cloned(),
            (None, None, one) | (None, one, None) => one.cloned(),
            _ if ancestor == ours => theirs.cloned(),
            _ if ancestor == theirs => ours.cloned(),
            (_, Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
                Some(Value::Object(self.record(ancestor.and_then(Value::as_object), ours, theirs)))
            }
            (_, Some(Value::Array(ours)), Some(Value::Array(theirs))) => {
                let ancestor = ancestor.and_then(Value::as_array).map(Vec::as_slice);
                Some(Value::Array(self.list(ancestor, ours, theirs)))
            }
            _ if *self.file == FileId::Draft && Draft::is_of_one_window(&self.path) => ours.cloned(),
            _ => {
                let clash = Clash {
                    file: self.file.clone(),
                    path: self.path.clone(),
                    ours: ours.cloned(),
                    theirs: theirs.cloned(),
                };
                self.clashes.push(clash);
                theirs.cloned()
            }
        }
    }

    fn record(
        &mut self,
        ancestor: Option<&Map<String, Value>>,
        ours: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let mut merged = Map::new();
        for key in theirs.keys().chain(ours.keys().filter(|key| !theirs.contains_key(*key))) {
            self.path.push(key.clone());
            if let Some(value) = self.node(ancestor.and_then(|a| a.get(key)), ours.get(key), theirs.get(key)) {
                merged.insert(key.clone(), value);
            }
            self.path.pop();
        }
        merged
    }

    /// Merges two lists: the items of `theirs` in order, then those that we added.
    fn list(&mut self, ancestor: Option<&[Value]>, ours: &[Value], theirs: &[Value]) -> Vec<Value> {
        // A list that is missing from the ancestor was empty there: what both sides added is kept.
        let is_traces = self.path.last().is_some_and(|key| key == TRACES);
        let Some(ancestor) = ancestor.or((self.has_ancestor || is_traces).then_some(&[])) else {
            return self.list_of_unknown_origin(ours, theirs);
        };
        let mine = align(ancestor, ours);
        let mut merged: Vec<Value> = Vec::new();
        let mut settled = vec![false; ours.len()];
        let mut twins = Vec::new();
        let counterpart = |at: usize| mine.iter().find(|pair| pair.0 == Some(at)).and_then(|pair| pair.1);
        for (origin, other) in align(ancestor, theirs) {
            let other = other.map(|i| &theirs[i]);
            let own = match (origin, other) {
                (Some(origin), _) => counterpart(origin),
                // An item that both sides added is added once.
                (None, Some(item)) => ours.iter().enumerate().position(|(i, own)| {
                    !settled[i] && mine.contains(&(None, Some(i))) && is_one(own, item) && !are_two(own, item)
                }),
                (None, None) => None,
            };
            if let Some(own) = own {
                settled[own] = true;
            }
            let other = match origin {
                Some(origin) if other.is_none() && is_traces => Some(&ancestor[origin]),
                _ => other,
            };
            if let (Some(origin), Some(own), Some(other)) = (origin, own, other)
                && is_somebody_else(&ancestor[origin], other)
                && !is_somebody_else(&ancestor[origin], &ours[own])
            {
                merged.push(other.clone());
                self.clashes.extend(self.taken_away(&ancestor[origin], &ours[own], theirs));
                continue;
            }
            // We gave the id to somebody who arrived on another day, while they wrote about whoever had it: both are there.
            if let (Some(origin), Some(own), Some(other)) = (origin, own, other)
                && is_somebody_else(&ancestor[origin], &ours[own])
                && ancestor[origin].get(Newcomer::ARRIVAL) != ours[own].get(Newcomer::ARRIVAL)
                && ancestor[origin] != *other
                && !is_somebody_else(&ancestor[origin], other)
            {
                merged.push(other.clone());
                twins.push(own);
                continue;
            }
            merged.extend(self.item(merged.len(), origin.map(|i| &ancestor[i]), own.map(|i| &ours[i]), other));
        }
        let added = mine.iter().filter(|pair| pair.0.is_none()).filter_map(|pair| pair.1);
        for at in added.filter(|i| !settled[*i]).chain(twins) {
            self.join(&ours[at], &mut merged);
        }
        merged
    }

    /// Adds a record of ours, under another id if theirs has its own.
    fn join(&mut self, ours: &Value, merged: &mut Vec<Value>) {
        let record = under_a_free_id(ours, merged);
        if let (Some(before), Some(after), [list]) = (identity(ours), identity(&record), self.path.as_slice())
            && list == Plan::ISSUES
            && before != after
        {
            self.renamed.insert(before.to_owned(), after.to_owned());
        }
        merged.push(record);
    }

    /// Merges two lists of which nobody knows what they were before. One id on two records that are not called alike
    /// was given twice.
    fn list_of_unknown_origin(&mut self, ours: &[Value], theirs: &[Value]) -> Vec<Value> {
        let mut merged: Vec<Value> = Vec::new();
        let mut twins = Vec::new();
        for (mine, other) in align(ours, theirs) {
            let (mut mine, other) = (mine.map(|i| &ours[i]), other.map(|i| &theirs[i]));
            if let (Some(own), Some(item)) = (mine, other)
                && are_two(own, item)
                && !are_called_alike(own, item)
            {
                twins.extend(mine.take());
            }
            merged.extend(self.item(merged.len(), None, mine, other));
        }
        for twin in twins {
            self.join(twin, &mut merged);
        }
        merged
    }

    /// What we changed of somebody whose id they gave to somebody else: a record that they took away, under another id.
    fn taken_away(&self, ancestor: &Value, ours: &Value, theirs: &[Value]) -> Option<Clash> {
        let record = (ancestor != ours).then(|| under_a_free_id(ours, theirs))?;
        let path = self.path.iter().cloned().chain(identity(&record).map(ToOwned::to_owned)).collect();
        Some(Clash { file: self.file.clone(), path, ours: Some(record), theirs: None })
    }

    fn item(
        &mut self,
        at: usize,
        ancestor: Option<&Value>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        let id = theirs.or(ours).and_then(identity);
        self.path.push(id.map_or_else(|| at.to_string(), ToOwned::to_owned));
        let merged = self.node(ancestor, ours, theirs);
        self.path.pop();
        merged
    }
}

/// The people of a board whose ids name somebody else after a change, each with what takes them away: an edit whose
/// inverse brings them back under another id.
pub fn replaced(before: &Value, after: &Value) -> Vec<(String, Edit)> {
    let people = |board| lookup(board, &[Board::PEOPLE]).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let now: BTreeMap<&str, &Value> =
        people(after).iter().filter_map(|person| Some((identity(person)?, person))).collect();
    let replaced = people(before).iter().enumerate().filter_map(|(at, person)| {
        let id = identity(person)?;
        now.get(id).filter(|other| is_somebody_else(person, other))?;
        let change = Change::Remove { at, item: under_a_free_id(person, people(after)) };
        Some((id.to_owned(), Edit { file: FileId::Board, path: vec![Board::PEOPLE.into()], change }))
    });
    replaced.collect()
}

/// A record of ours, under another id if theirs has its own.
fn under_a_free_id(ours: &Value, theirs: &[Value]) -> Value {
    let mut record = ours.clone();
    let is_taken = |id: &str| theirs.iter().any(|other| identity(other) == Some(id));
    if let Some(id) = ours.get(ID).and_then(Value::as_str).filter(|id| is_taken(id)) {
        // The same record gets the same id on every computer.
        let salt = SipHasher13::new().hash(ours.to_string().as_bytes());
        record[ID] = NewIds::salted(salt).of(id, is_taken).into();
    }
    record
}

fn is_one(a: &Value, b: &Value) -> bool {
    match (identity(a), identity(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// Whether an edit still fits: what it replaces or removes is still there.
pub fn fits(edit: &Edit, folder: &Folder) -> bool {
    holds(edit, folder.at(&edit.file, &edit.path).as_ref())
}

/// Like [`fits`], in a document as a tree of values.
pub fn fits_in(edit: &Edit, root: &Value) -> bool {
    holds(edit, lookup(root, &edit.path))
}

fn holds(edit: &Edit, now: Option<&Value>) -> bool {
    match &edit.change {
        Change::Set { before, .. } => now == before.as_ref(),
        Change::Insert { .. } => true,
        Change::Remove { item, .. } => lists(now, item),
    }
}

/// Whether a document already holds the result of an edit.
pub fn is_in(edit: &Edit, folder: &Folder) -> bool {
    let now = folder.at(&edit.file, &edit.path);
    match &edit.change {
        Change::Set { after, .. } => now == *after,
        Change::Insert { item, .. } => lists(now.as_ref(), item),
        Change::Remove { item, .. } => !lists(now.as_ref(), item),
    }
}

fn lists(list: Option<&Value>, item: &Value) -> bool {
    let is_it = |other: &Value| identity(other) == identity(item) && other == item;
    list.and_then(Value::as_array).is_some_and(|list| list.iter().any(is_it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edit::{self, diff::differences};
    use serde_json::json;

    fn merged(ancestor: Value, ours: Value, theirs: Value) -> (Value, Vec<String>) {
        let merge = merge(&FileId::Board, Some(&ancestor), &ours, &theirs);
        (merge.value, merge.clashes.iter().map(|clash| clash.path.join(".")).collect())
    }

    #[test]
    fn changes_of_other_fields_go_together() {
        let base = json!({"personnes": [{"id": "a", "état": "x", "besoins": ["1"], "traces": [{"date": "1"}]}]});
        let ours = json!({"personnes": [
            {"id": "a", "état": "y", "besoins": ["1", "2"], "traces": [{"date": "1"}, {"date": "2"}]}, {"id": "b"}]});
        let theirs = json!({"personnes": [
            {"id": "a", "état": "x", "nom": "A", "besoins": ["0", "1"], "traces": [{"date": "3"}]}, {"id": "c"}]});
        let (value, clashes) = merged(base, ours, theirs);
        assert_eq!(clashes, Vec::<String>::new());
        assert_eq!(
            value,
            json!({"personnes": [
                {"id": "a", "état": "y", "nom": "A", "besoins": ["0", "1", "2"],
                 "traces": [{"date": "3"}, {"date": "1"}, {"date": "2"}]},
                {"id": "c"}, {"id": "b"}]})
        );
    }

    #[test]
    fn one_field_with_two_values_clashes_and_so_does_a_record_taken_away_under_a_change() {
        let base = json!({"personnes": [{"id": "a", "état": "x"}, {"id": "b", "état": "x"}]});
        let ours = json!({"personnes": [{"id": "a", "état": "y"}, {"id": "b", "état": "y"}]});
        let theirs = json!({"personnes": [{"id": "a", "état": "z"}]});
        let (value, clashes) = merged(base, ours, theirs);
        assert_eq!(clashes, ["personnes.a.état", "personnes.b"]);
        assert_eq!(value, json!({"personnes": [{"id": "a", "état": "z"}]}));
    }

    #[test]
    fn the_first_trace_of_each_is_kept() {
        let person = |traces: Value| json!({"personnes": [{"id": "a", "traces": traces}]});
        let trace = |words: &str| json!({"date": "1", "par": "comité", "va_bien": words});
        let base = json!({"personnes": [{"id": "a"}]});
        let (value, clashes) = merged(base, person(json!([trace("x")])), person(json!([trace("y")])));
        assert_eq!((value, clashes), (person(json!([trace("y"), trace("x")])), vec![]));
    }

    #[test]
    fn without_an_ancestor_nothing_counts_as_taken_away() {
        let ours = json!({"personnes": [{"id": "a", "état": "y"}, {"id": "b"}], "mots": ["1", "2"]});
        let theirs = json!({"personnes": [{"id": "a", "état": "z"}, {"id": "c"}], "mots": ["1", "3"]});
        let merge = merge(&FileId::Board, None, &ours, &theirs);
        assert_eq!(merge.clashes.len(), 1);
        let ids: Vec<_> = merge.value["personnes"].as_array().expect("a list").iter().filter_map(identity).collect();
        assert_eq!((ids, &merge.value["mots"]), (vec!["a", "c", "b"], &json!(["1", "3", "2"])));
    }

    #[test]
    fn without_an_ancestor_one_id_on_two_people_is_two_people_and_a_corrected_name_is_asked_about() {
        let board = |name: &str, note: &str| json!({"personnes": [{"id": "n10", "nom": name, "arrivée": "2026-10-01", "objectif": note}]});
        let two = merge(&FileId::Board, None, &board("Alice Roy", "A"), &board("Bob Morin", "B"));
        assert_eq!(two.clashes, []);
        let people = two.value["personnes"].as_array().expect("people");
        let said: Vec<(&Value, &Value)> = people.iter().map(|person| (&person["nom"], &person["objectif"])).collect();
        assert_eq!(said, [(&json!("Bob Morin"), &json!("B")), (&json!("Alice Roy"), &json!("A"))]);
        assert_ne!(people[0]["id"], people[1]["id"]);
        let one = merge(&FileId::Board, None, &board("Alice Roy", "A"), &board("Alice Morin", "A"));
        assert_eq!(one.clashes.iter().map(|clash| clash.path.join(".")).collect::<Vec<_>>(), ["personnes.n10.nom"]);
        assert_eq!(one.value["personnes"].as_array().map(Vec::len), Some(1));
    }

    #[test]
    fn what_we_say_of_somebody_never_goes_to_who_has_their_id_now() {
        let board = |name: &str, traces: Value| json!({"personnes": [{"id": "n10", "nom": name, "traces": traces}]});
        let (base, theirs) = (board("Amélie Côté", json!([])), board("Zoé Brulé", json!([])));
        let ours = board("Amélie Côté", json!([{"date": "1", "défi": "x"}]));
        let merge = merge(&FileId::Board, Some(&base), &ours, &theirs);
        assert_eq!(merge.value, theirs);
        let [clash] = merge.clashes.as_slice() else { panic!("{:?}", merge.clashes) };
        assert!(clash.is_of_a_record_taken_away() && clash.path[1] != "n10", "{clash:?}");
        assert_eq!(clash.ours.as_ref().map(|ours| &ours["nom"]), Some(&json!("Amélie Côté")));
        let arrived = |name: &str, day: &str, goal: &str| json!({"personnes": [{"id": "n10", "nom": name, "arrivée": day, "objectif": goal}]});
        let two = super::merge(
            &FileId::Board,
            Some(&arrived("Amélie Côté", "2026-08-25", "")),
            &arrived("Zoé Brulé", "2026-11-02", ""),
            &arrived("Amélie Côté", "2026-08-25", "x"),
        );
        let people = two.value["personnes"].as_array().expect("people");
        assert_eq!((&people[0]["nom"], &people[0]["objectif"]), (&json!("Amélie Côté"), &json!("x")));
        assert_eq!((people.len(), &people[1]["nom"]), (2, &json!("Zoé Brulé")));
        let replaced = replaced(&base, &theirs);
        assert!(matches!(&replaced[..], [(id, _)] if id == "n10"), "{replaced:?}");
        let corrected = board("Amélie Roy", json!([]));
        assert!(super::replaced(&base, &corrected).is_empty());
        assert_eq!(
            super::merge(&FileId::Board, Some(&base), &ours, &corrected).clashes,
            [],
            "a name that was corrected"
        );
    }

    /// A board of a few people, each with a few fields, a list of words and a list of records without ids.
    fn any_board() -> impl proptest::strategy::Strategy<Value = Value> {
        use proptest::prelude::*;
        let words = prop::collection::vec(prop::sample::select(vec!["p", "q", "r"]), 0..3);
        let traces = prop::collection::vec((0..4u8, 0..3u8), 0..3);
        let person = (0..5u8, prop::option::of(0..3u8), words, traces);
        prop::collection::vec(person, 0..4).prop_map(|people| {
            let mut seen = std::collections::HashSet::new();
            let people: Vec<Value> = people
                .into_iter()
                .filter(|person| seen.insert(person.0))
                .map(|(id, state, words, traces)| {
                    let traces: Vec<Value> =
                        traces.into_iter().map(|(d, t)| json!({"date": d, "défi": t, "par": "x"})).collect();
                    let mut record = json!({"id": format!("n{id}"), "besoins": words, "traces": traces});
                    if let Some(state) = state {
                        record["état"] = json!(state);
                    }
                    record
                })
                .collect();
            json!({ "personnes": people })
        })
    }

    /// The same content with the people sorted by id, so that their order does not count.
    fn sorted(value: &Value) -> Value {
        let mut value = value.clone();
        if let Some(people) = value["personnes"].as_array_mut() {
            people.sort_by_key(|person| person["id"].to_string());
        }
        serde_json::from_str(&value.to_string()).expect("JSON")
    }

    proptest::proptest! {
        #![proptest_config(crate::properties::config("merge", 256))]

        #[test]
        fn differences_lead_from_one_state_to_the_other(before in any_board(), after in any_board()) {
            let mut value = before.clone();
            for edit in differences(&FileId::Board, &before, &after) {
                proptest::prop_assert!(edit::change_value(&edit, &mut value).is_some(), "{:?}", edit);
            }
            proptest::prop_assert_eq!(sorted(&value), sorted(&after));
        }

        #[test]
        fn a_side_that_changed_nothing_has_no_say(base in any_board(), changed in any_board()) {
            let theirs = merge(&FileId::Board, Some(&base), &base, &changed);
            proptest::prop_assert_eq!(&theirs.value, &changed);
            let ours = merge(&FileId::Board, Some(&base), &changed, &base);
            proptest::prop_assert_eq!(&ours.value, &changed);
            let same = merge(&FileId::Board, Some(&base), &changed, &changed);
            proptest::prop_assert_eq!(&same.value, &changed);
            proptest::prop_assert!(theirs.clashes.is_empty() && ours.clashes.is_empty() && same.clashes.is_empty());
        }

        /// Whatever else the two sides did, the merge contains the traces that each added and those that they removed.
        #[test]
        fn no_trace_is_dropped(base in any_board(), ours in any_board(), theirs in any_board(), gone in 0usize..3) {
            let person = |board: &Value, traces: Vec<Value>| {
                let mut board = board.clone();
                let people = board["personnes"].as_array_mut().expect("a list");
                people.push(json!({"id": "z", "besoins": [], "traces": traces}));
                board
            };
            let traces = |word: &str| (0..3).map(|n| json!({"date": n, "par": word, "défi": n})).collect::<Vec<_>>();
            let (mut mine, mut other) = (traces("x"), traces("x"));
            mine.push(json!({"date": 9, "par": "nous", "défi": "a"}));
            other.remove(gone);
            other.push(json!({"date": 9, "par": "eux", "soutien": "b"}));
            let merge = merge(
                &FileId::Board,
                Some(&person(&base, traces("x"))),
                &person(&ours, mine.clone()),
                &person(&theirs, other.clone()),
            );
            let kept = lookup(&merge.value, &["personnes", "z", "traces"]).and_then(Value::as_array).expect("a list");
            for trace in mine.iter().chain(&other) {
                proptest::prop_assert!(kept.contains(trace), "{} in {:?}", trace, kept);
            }
        }
    }

    #[test]
    fn what_names_an_issue_follows_it_under_its_other_id() {
        let plan = |issue: &str, row: &str| {
            json!({
                "enjeux": [{"id": "nouvel-enjeu", "nom": issue}],
                "déploiement": [{"id": "p10", "étape": row, "cycle": [{"étapes": [1], "enjeu": "nouvel-enjeu"}]}],
                "indicateurs": [{"id": "i1", "question": row, "enjeu": "nouvel-enjeu"}],
            })
        };
        let none = json!({"enjeux": [], "déploiement": [], "indicateurs": []});
        for ancestor in [Some(&none), None] {
            let merged = merge(&FileId::Plan, ancestor, &plan("Marche", "Sortir"), &plan("Conflit", "Parler")).value;
            let issue = |name: &str| {
                let issues = merged["enjeux"].as_array().expect("issues");
                issues.iter().find(|issue| issue["nom"] == name).map(|issue| issue["id"].clone()).expect("is there")
            };
            for (list, title) in [("déploiement", "étape"), ("indicateurs", "question")] {
                for (name, of) in [("Marche", "Sortir"), ("Conflit", "Parler")] {
                    let records = merged[list].as_array().expect("records");
                    let record = records.iter().find(|record| record[title] == of).expect("both are there");
                    let named = record.get("cycle").map_or(&record["enjeu"], |cycle| &cycle[0]["enjeu"]);
                    assert_eq!(*named, issue(name), "{of}: {merged}");
                }
            }
        }
    }

    #[test]
    fn two_people_added_under_one_id_stay_two() {
        let base = json!({"personnes": [{"id": "n01", "nom": "Zoé"}]});
        let ours = json!({"personnes": [{"id": "n01", "nom": "Zoé"}, {"id": "n10", "nom": "Alice Un", "traces": [{"va_bien": "A"}]}]});
        let theirs = json!({"personnes": [{"id": "n01", "nom": "Zoé"}, {"id": "n10", "nom": "Bob Deux", "traces": [{"va_bien": "B"}]}]});
        let merged = merge(&FileId::Board, Some(&base), &ours, &theirs);
        assert_eq!(merged.clashes, []);
        let people = merged.value["personnes"].as_array().expect("people");
        assert_eq!(people.len(), 3);
        assert_eq!((&people[1]["id"], &people[1]["nom"]), (&json!("n10"), &json!("Bob Deux")));
        assert_eq!(people[2]["nom"], "Alice Un");
        assert!(people[2]["id"].as_str().is_some_and(|id| id.starts_with("n10-")), "{}", people[2]);
        assert_eq!(people[2]["traces"], json!([{"va_bien": "A"}]));
        let again = merge(&FileId::Board, Some(&base), &ours, &theirs);
        assert_eq!(again, merged, "on every computer");
    }
}
