//! The keymap: which key triggers which action, and where. The bindings are data: `keymap.yaml`. The key of a tab is its
//! rank.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use super::{
    action::Action,
    event::{Key, KeyName},
    state::Screen,
};

/// Where a key is pressed; inner contexts take precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum KeyContext {
    #[serde(rename = "rencontre")]
    Meeting,
    /// In a cell of the board, where letters and digits are typed.
    #[serde(rename = "cellule")]
    Cell,
    /// On the sheet of a newcomer.
    #[serde(rename = "personne")]
    Person,
    /// On the sheet of a row of the plan.
    #[serde(rename = "étape")]
    Row,
    /// Everywhere else.
    #[serde(rename = "partout")]
    Global,
}

/// The key bindings.
#[derive(Debug)]
pub struct Keymap {
    by_key: HashMap<(KeyContext, Key), Action>,
    by_action: HashMap<(KeyContext, Action), Vec<Key>>,
}

impl Keymap {
    /// The built-in bindings, which are read once.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Keymap> = LazyLock::new(Keymap::read);
        &BUILT_IN
    }

    /// Entries with an unknown action or key are skipped; a test checks that there are none.
    fn read() -> Self {
        let mut keymap = Keymap { by_key: HashMap::new(), by_action: HashMap::new() };
        for (context, id, key) in lines() {
            if let (Some(action), Some(key)) = (Action::from_id(&id), Key::parse(&key)) {
                keymap.by_key.insert((context, key), action);
                keymap.by_action.entry((context, action)).or_default().push(key);
            }
        }
        keymap
    }

    /// The action bound to a key in these contexts.
    pub fn action(&self, contexts: &[KeyContext], key: Key) -> Option<Action> {
        let typed = contexts.contains(&KeyContext::Cell) && key.types();
        contexts
            .iter()
            .filter(|context| !typed || **context == KeyContext::Cell)
            .find_map(|context| self.by_key.get(&(*context, key)).copied())
            // An arrow with Ctrl or Shift is an arrow where it means nothing else.
            .or_else(|| {
                let is_more = (key.ctrl || key.shift) && !matches!(key.code, KeyName::Char(_));
                is_more.then(|| self.action(contexts, key.bare())).flatten()
            })
    }

    /// The keys bound to an action in these contexts, the one to display first. A key with another meaning in an inner
    /// context is left out.
    pub fn keys(&self, contexts: &[KeyContext], action: Action) -> Vec<Key> {
        let all = contexts.iter().filter_map(|context| self.by_action.get(&(*context, action))).flatten();
        all.copied().filter(|key| self.action(contexts, *key) == Some(action)).collect()
    }
}

fn lines() -> Vec<(KeyContext, String, String)> {
    type Written = HashMap<KeyContext, HashMap<String, Vec<String>>>;
    let written: Written = serde_yaml::from_str(include_str!("keymap.yaml")).unwrap_or_default();
    let of_context = |(context, actions): (KeyContext, HashMap<String, Vec<String>>)| {
        actions.into_iter().flat_map(move |(id, keys)| keys.into_iter().map(move |key| (context, id.clone(), key)))
    };
    let tabs = (1..).zip(Screen::TABS);
    let tabs = tabs.map(|(rank, (_, shows, _))| (KeyContext::Global, shows.id().to_owned(), rank.to_string()));
    written.into_iter().flat_map(of_context).chain(tabs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_an_action_and_a_key_once() {
        let mut seen = HashMap::new();
        for (context, id, key) in lines() {
            let action = Action::from_id(&id).unwrap_or_else(|| panic!("{id} is no action"));
            let parsed = Key::parse(&key).unwrap_or_else(|| panic!("{key} is no key"));
            if let Some(other) = seen.insert((context, parsed), action) {
                panic!("{key} means both {id} and {}", other.id());
            }
        }
        assert!(!seen.is_empty());
    }

    #[test]
    fn every_action_has_a_key() {
        let keymap = Keymap::built_in();
        for action in Action::ALL {
            let keys = [KeyContext::Meeting, KeyContext::Cell, KeyContext::Person, KeyContext::Row, KeyContext::Global]
                .map(|context| keymap.keys(&[context], *action).len());
            assert!(keys.iter().sum::<usize>() > 0, "{}", action.id());
        }
    }
}
