//! What a new school year changes, in words.

use super::{Words, id};
use crate::domain::{edit::new_year::NewYear, model::folder::Folder};

/// Says what a new year changes, one line each; people are named by `name`.
pub fn lines(words: &Words, folder: &Folder, year: &NewYear, name: impl Fn(&str) -> String) -> Vec<String> {
    let count = |n: usize| [("n", n.into())];
    let mut lines = vec![
        words.say(id!("new-year-question"), &[("from", year.from.as_str().into()), ("to", year.to.as_str().into())]),
        String::new(),
        words.say(id!("new-year-staying"), &count(year.staying)),
        words.say(id!("new-year-states"), &count(year.states)),
    ];
    if !year.past.is_empty() {
        let who: Vec<String> = year.past.iter().map(|id| name(id)).collect();
        lines.push(words.say(id!("new-year-past"), &[("who", who.join(", ").into())]));
    }
    lines.push(words.say(id!("new-year-rows"), &count(year.rows)));
    let open = folder.plan.rows.len() - year.rows;
    lines.push(words.say(id!("new-year-carried"), &[("n", open.into()), ("issues", folder.plan.issues.len().into())]));
    for (n, said) in [
        (year.undated, id!("new-year-undated")),
        (year.releases, id!("new-year-releases")),
        (year.funds, id!("new-year-funds")),
        (year.welcomes, id!("new-year-welcomes")),
    ] {
        lines.extend((n > 0).then(|| words.say(said, &count(n))));
    }
    lines.extend([String::new(), words.get(id!("new-year-kept")).into_owned()]);
    lines
}
