//! What was learned before, so that nobody need learn it again.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What was learned, by name, as bytes. Whoever keeps it between two starts sees to it that the same examples taught it.
#[derive(Debug, Default)]
pub struct Recollection {
    known: BTreeMap<String, Vec<u8>>,
    news: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Recollection {
    /// What was kept before.
    pub fn of(known: BTreeMap<String, Vec<u8>>) -> Recollection {
        Recollection {
            known,
            news: Mutex::default(),
        }
    }

    /// What was learned under `name`, or else what `learn` gives now. What cannot be read is learned anew.
    pub fn recall<T: Serialize + DeserializeOwned>(
        &self,
        name: &str,
        learn: impl FnOnce() -> T,
    ) -> T {
        let known = self.known.get(name);
        if let Some(known) = known.and_then(|bytes| postcard::from_bytes(bytes).ok()) {
            return known;
        }
        let learned = learn();
        if let Ok(bytes) = postcard::to_allocvec(&learned) {
            let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
            news.insert(name.to_owned(), bytes);
        }
        learned
    }

    /// What was learned anew.
    pub fn news(self) -> BTreeMap<String, Vec<u8>> {
        self.news
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_learned_once_is_recalled_and_what_is_damaged_is_learned_anew() {
        let learned = || vec![1.5_f32, 2.5];
        let first = Recollection::default();
        assert_eq!(first.recall("care", learned), learned());
        let mut news = first.news();
        let again = Recollection::of(news.clone());
        assert_eq!(
            again.recall::<Vec<f32>>("care", || panic!("it is known")),
            learned()
        );
        assert!(again.news().is_empty());
        news.get_mut("care").expect("it was learned").truncate(3);
        let damaged = Recollection::of(news);
        assert_eq!(damaged.recall("care", learned), learned());
        assert_eq!(damaged.news().len(), 1);
    }
}
