//! Reading the article itself: its contents, a section in full, the way on. Nothing is remembered.

use super::ask::Found;
use super::here::{Here, Sure};
use super::suggest::titled;
use super::{Bot, Reading, Refusal};
use crate::answer::Answer;
use crate::content::Article;
use crate::reply::{Counted, Reply, contents, page, reply};

impl Bot {
    /// Opens the contents, or a section in full. It is read by the asker alone: pages turn under one hand.
    pub(super) fn read(&self, here: &Here<'_>, reading: &Reading) -> Result<Reply, Refusal> {
        let served = self.served_for(here, reading.article.as_deref());
        let (voice, article) = (here.voice(), &served.article);
        let wanted = reading.section.as_deref().unwrap_or_default().trim();
        let Found {
            need,
            shown,
            answer,
            ..
        } = self.found(here, served, wanted);
        if let Some(need) = need {
            return Ok(self.carded(here, served, need, shown));
        }
        here.admits(article)?;
        self.knows(reading.article.as_deref())?;
        let section = match (called(article, wanted), answer) {
            (Some(section), _) => section,
            (None, Some(Answer::Section(passage))) => passage.section(),
            (None, None | Some(Answer::Contents)) => return Ok(contents(voice, article, 0)),
            // Words that have to be searched are a question, whichever box they were typed into.
            (None, Some(answer)) => {
                self.paced(here)?;
                match answer {
                    Answer::Passage(passage) => passage.section(),
                    other => {
                        self.count_answer(here, article, &other);
                        return Ok(reply(voice, article, &other));
                    }
                }
            }
        };
        if let Some(whole) = article.whole(section) {
            self.remember_answer(here, served, &Answer::Section(whole), &[]);
        }
        self.count(here, article, Some(section), Counted::Read);
        Ok(here.advised(page(voice, article, section, 0), Sure::No))
    }
}

/// The one section with this number, or with these words in its title.
fn called(article: &Article, words: &str) -> Option<usize> {
    let number: Option<u32> = words.parse().ok();
    let mut sections = article.sections().iter();
    if let Some(numbered) =
        sections.position(|section| number.is_some() && section.number == number)
    {
        return Some(numbered);
    }
    match titled(article, words).as_slice() {
        [section] => Some(*section),
        _ => None,
    }
}
