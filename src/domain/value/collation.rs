//! French alphabetical order, as in a Québec dictionary: accents only break ties between otherwise identical words, and
//! are compared from the end.

use std::{cmp::Ordering, sync::LazyLock};

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;

static FRENCH: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(locale!("fr-CA").into(), CollatorOptions::default()).ok());

/// Compares two texts in dictionary order.
pub fn order(a: &str, b: &str) -> Ordering {
    match &*FRENCH {
        Some(collator) => collator.compare(a, b),
        None => a.cmp(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_the_order_of_a_dictionary() {
        let mut words =
            ["Zoé", "coté", "Œuvrard", "côte", "cote", "Élise", "côté", "Oeuvrard", "Eliot", "abbé", "Élie"];
        words.sort_by(|a, b| order(a, b));
        assert_eq!(
            words,
            ["abbé", "cote", "côte", "coté", "côté", "Élie", "Eliot", "Élise", "Oeuvrard", "Œuvrard", "Zoé"]
        );
    }
}
