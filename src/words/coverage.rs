//! What is known of an aim, a measure or a condition, in words: where it is in the plan, or what the school says.

use super::{Words, date, id};
use crate::domain::{
    advice::coverage::{Evidence, Standing},
    model::catalogue::Fact,
    value::text::one_line,
};

/// The answer in a few words, after a sign: « ✓ au plan : e3 », « · pas encore ».
pub fn brief(words: &Words, standing: &Standing<'_>) -> String {
    let (sign, id) = match standing {
        Standing::Shown(found) => return format!("✓ {}", first_place(words, found)),
        Standing::Said(_) => ("✓", id!("coverage-said-brief")),
        Standing::Denied(_) | Standing::Unsaid => ("·", id!("coverage-not-brief")),
    };
    format!("{sign} {}", words.get(id))
}

/// Where the files say it first: which step of the plan, else the meetings, else the board.
fn first_place(words: &Words, found: &[Evidence<'_>]) -> String {
    let row = found.iter().find_map(|evidence| match evidence {
        Evidence::Row(row) | Evidence::Means(row, _) => Some(row.id.as_str()),
        Evidence::Decision(_) | Evidence::Support(_) | Evidence::Fact(_) => None,
    });
    let is_decided = || found.iter().any(|evidence| matches!(evidence, Evidence::Decision(_)));
    match row {
        Some(row) => words.say(id!("coverage-shown-brief"), &[("id", row.into())]),
        None if is_decided() => words.get(id!("coverage-decided-brief")).into_owned(),
        None => words.get(id!("coverage-board-brief")).into_owned(),
    }
}

/// The answer whole: each place in the files, or the school's reason.
pub fn whole(words: &Words, standing: &Standing<'_>) -> String {
    let said = |id, reason: &str| match reason.trim() {
        "" => words.get(id).into_owned(),
        reason => words.say(id!("thread-pair"), &[("what", words.get(id).into()), ("text", one_line(reason).into())]),
    };
    match standing {
        Standing::Shown(found) => places(words, found),
        Standing::Said(answer) => said(id!("coverage-said"), &answer.reason),
        Standing::Denied(answer) => said(id!("coverage-denied"), &answer.reason),
        Standing::Unsaid => words.get(id!("coverage-not")).into_owned(),
    }
}

/// Where the files say it: « au plan : étapes e3, e5; décision du 12 novembre 2026 ».
fn places(words: &Words, found: &[Evidence<'_>]) -> String {
    let (mut rows, mut supports, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for evidence in found {
        match evidence {
            Evidence::Row(row) => rows.push(row.id.as_str()),
            Evidence::Means(row, means) => {
                let values = [("id", row.id.as_str().into()), ("what", one_line(&means.what).into())];
                rest.push(words.say(id!("coverage-means"), &values));
            }
            Evidence::Support(support) => supports.push(support.code.as_str()),
            Evidence::Decision(stem) => {
                rest.push(words.say(id!("coverage-decision"), &[("day", date::written(words, stem).into())]));
            }
            Evidence::Fact(Fact::Mentor) => rest.push(words.get(id!("coverage-mentor")).into_owned()),
            Evidence::Fact(Fact::Contact) => rest.push(words.get(id!("coverage-contact")).into_owned()),
            Evidence::Fact(Fact::Release) => rest.push(words.get(id!("coverage-release")).into_owned()),
        }
    }
    let listed = |id, list: &[&str]| {
        let values = [("n", list.len().into()), ("list", list.join(", ").into())];
        (!list.is_empty()).then(|| words.say(id, &values))
    };
    let named = listed(id!("coverage-rows"), &rows).into_iter().chain(listed(id!("coverage-supports"), &supports));
    named.chain(rest).collect::<Vec<_>>().join("; ")
}
