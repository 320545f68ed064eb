//! What is known of one server: its settings, what it taught, and how much was ever changed.

use super::error::{StoreError, Unkept};
use super::health::Trouble;
use super::history::line;
use super::lessons::{LESSONS, Lesson, LessonRow, Teaching, is_same};
use crate::settings::{CarriedLesson, Change, Settings};
use std::sync::Arc;

/// The form of the documents we write; it grows when a program that knows only the last one would misread them.
pub(super) const FORM: i64 = 1;

/// A server's document, the number of its last change, the form of its document, how often what it taught changed.
pub(super) type Row = (String, i64, i64, i64);

/// One server's settings after its change `revision`, and what it taught after as many `lessons`; none was made
/// before the first.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) revision: u64,
    pub(super) settings: Arc<Settings>,
    pub(super) lessons: u64,
    pub(super) taught: Arc<[Lesson]>,
}

impl Known {
    /// What holds for a server that never chose.
    pub(super) fn nothing() -> Known {
        Known {
            revision: 0,
            settings: Arc::default(),
            lessons: 0,
            taught: Arc::default(),
        }
    }

    /// How much was ever changed. Whoever knows a smaller number knows something old.
    pub(super) fn number(&self) -> u64 {
        self.revision + self.lessons
    }

    /// What a row says, and those of `taught`.
    pub(super) fn read(
        (document, revision, form, lessons): &Row,
        taught: Vec<LessonRow>,
    ) -> Result<Known, Trouble> {
        if *form > FORM {
            return Err(Trouble::Newer);
        }
        let unreadable = |error: serde_json::Error| Trouble::Unreadable(error.to_string());
        let settings: Settings = serde_json::from_str(document).map_err(unreadable)?;
        Ok(Known {
            revision: counted(*revision)?,
            settings: Arc::new(settings),
            lessons: counted(*lessons)?,
            taught: taught.into_iter().map(Lesson::read).collect(),
        })
    }

    /// `change`, which is made to this, as the history keeps it.
    pub(super) fn line(&self, change: &Change) -> String {
        let undo = self.settings.inverse(change);
        line(change.clone(), undo)
    }

    /// What holds after `change`; nothing, if it changes nothing.
    pub(super) fn after(&self, change: Change) -> Result<Option<Known>, StoreError> {
        let settings = Settings::clone(&self.settings).apply(change)?;
        let changed = settings != *self.settings;
        Ok(changed.then(|| Known {
            revision: self.revision + 1,
            settings: Arc::new(settings),
            ..self.clone()
        }))
    }

    /// Lets `teaching` join what is taught, unless it is too much or was taught before.
    pub(super) fn allows(&self, teaching: &Teaching) -> Result<(), StoreError> {
        let same = |lesson: &Lesson| {
            lesson.article == teaching.article.as_str() && is_same(&lesson.words, &teaching.words)
        };
        if self.taught.iter().any(same) {
            return Err(Unkept::Known.into());
        }
        match self.taught.len() < LESSONS {
            true => Ok(()),
            false => Err(Unkept::Full.into()),
        }
    }

    /// Those of `brought` that were not taught before, each once.
    pub(super) fn new_among<'b>(&self, brought: &'b [CarriedLesson]) -> Vec<&'b CarriedLesson> {
        let mut new: Vec<&CarriedLesson> = Vec::new();
        for lesson in brought {
            let same = |article: &str, words: &str| {
                article == lesson.article && is_same(words, &lesson.words)
            };
            let known = self.taught.iter().any(|it| same(&it.article, &it.words));
            if !known && !new.iter().any(|it| same(&it.article, &it.words)) {
                new.push(lesson);
            }
        }
        new
    }
}

/// What a row counts, of which there is never less than nothing.
fn counted(number: i64) -> Result<u64, Trouble> {
    let unreadable = |_| Trouble::Unreadable(format!("{number} changes"));
    u64::try_from(number).map_err(unreadable)
}
