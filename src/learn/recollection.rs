//! What was learned before, so that nobody need learn it again.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::{Mutex, PoisonError};

/// Where what was learned lies between two starts. It gives back only what the same examples taught.
pub trait Archive: Debug + Sync {
    /// What was kept under `name`, if it is whole.
    fn kept(&self, name: &str) -> Option<Vec<u8>>;
}

/// What was learned, by name, as bytes. Each is asked for when it is wanted: two threads read two of them at once.
#[derive(Debug, Default)]
pub struct Recollection<'k> {
    archive: Option<&'k dyn Archive>,
    news: Mutex<BTreeMap<String, Vec<u8>>>,
    by_text: Mutex<BTreeMap<String, ByText>>,
}

/// How the names of what was made of single texts begin. That holds whatever stands beside them.
pub const BY_TEXT: &str = "texts.";

/// What was made of texts, each by its words.
#[derive(Debug, Default)]
struct ByText {
    known: BTreeMap<String, Vec<f32>>,
    /// Those that were wanted now; the others are let go.
    wanted: BTreeMap<String, Vec<f32>>,
}

impl<'k> Recollection<'k> {
    /// What lies in `archive`.
    pub fn of(archive: &'k dyn Archive) -> Recollection<'k> {
        Recollection {
            archive: Some(archive),
            ..Recollection::default()
        }
    }

    /// What was learned under `name`, or else what `learn` gives now. What cannot be read is learned anew.
    pub fn recall<T: Serialize + DeserializeOwned>(
        &self,
        name: &str,
        learn: impl FnOnce() -> T,
    ) -> T {
        if let Some(known) = self.read(name) {
            return known;
        }
        let learned = learn();
        if let Ok(bytes) = postcard::to_allocvec(&learned) {
            let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
            news.insert(name.to_owned(), bytes);
        }
        learned
    }

    /// What `maker` made of each of `texts` before, or else what `make` makes of it now.
    pub fn recall_each(
        &self,
        maker: &str,
        texts: &[&str],
        make: impl FnOnce(&[&str]) -> Vec<Vec<f32>>,
    ) -> Vec<Vec<f32>> {
        let name = format!("{BY_TEXT}{maker}");
        let mut all = self.by_text.lock().unwrap_or_else(PoisonError::into_inner);
        let ByText { known, wanted } = all.entry(name).or_insert_with_key(|name| ByText {
            known: self.read(name).unwrap_or_default(),
            ..ByText::default()
        });
        for text in texts {
            if let Some(vector) = known.get(*text) {
                wanted.insert((*text).to_owned(), vector.clone());
            }
        }
        let new: BTreeSet<&str> = texts.iter().copied().collect();
        let new: Vec<&str> = new
            .into_iter()
            .filter(|it| !wanted.contains_key(*it))
            .collect();
        let made = new.iter().map(ToString::to_string).zip(make(&new));
        wanted.extend(made);
        texts.iter().map(|text| wanted[*text].clone()).collect()
    }

    fn read<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        postcard::from_bytes(&self.archive?.kept(name)?).ok()
    }

    /// What was learned anew.
    pub fn news(self) -> BTreeMap<String, Vec<u8>> {
        let news = self.news.into_inner();
        let mut news = news.unwrap_or_else(PoisonError::into_inner);
        let by_text = self.by_text.into_inner();
        let by_text = by_text.unwrap_or_else(PoisonError::into_inner).into_iter();
        let changed = by_text.filter(|(_, it)| !it.wanted.keys().eq(it.known.keys()));
        news.extend(
            changed.filter_map(|(name, it)| Some((name, postcard::to_allocvec(&it.wanted).ok()?))),
        );
        news
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Archive for BTreeMap<String, Vec<u8>> {
        fn kept(&self, name: &str) -> Option<Vec<u8>> {
            self.get(name).cloned()
        }
    }

    #[test]
    fn what_was_learned_once_is_recalled_and_what_is_damaged_is_learned_anew() {
        let learned = || vec![1.5_f32, 2.5];
        let first = Recollection::default();
        assert_eq!(first.recall("care", learned), learned());
        let mut news = first.news();
        let again = Recollection::of(&news);
        assert_eq!(
            again.recall::<Vec<f32>>("care", || panic!("it is known")),
            learned()
        );
        assert!(again.news().is_empty());
        news.get_mut("care").expect("it was learned").truncate(3);
        let damaged = Recollection::of(&news);
        assert_eq!(damaged.recall("care", learned), learned());
        assert_eq!(damaged.news().len(), 1);
    }

    #[test]
    fn of_many_texts_only_new_ones_are_made_something_of_and_unwanted_ones_let_go() {
        let length = |texts: &[&str]| -> Vec<Vec<f32>> {
            texts.iter().map(|text| vec![text.len() as f32]).collect()
        };
        let first = Recollection::default();
        first.recall_each("model", &["a", "bb"], length);
        let first = first.news();
        let again = Recollection::of(&first);
        let made = again.recall_each("model", &["bb", "ccc"], |texts| {
            assert_eq!(texts, ["ccc"]);
            length(texts)
        });
        assert_eq!(made, [[2.0], [3.0]]);
        let again = again.news();
        let third = Recollection::of(&again);
        third.recall_each("model", &["a", "bb"], |texts| {
            assert_eq!(texts, ["a"]);
            length(texts)
        });
    }
}
