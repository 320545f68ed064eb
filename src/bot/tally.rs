//! What is shown, read and missed, counted for no person.
//!
//! Counts are gathered here and written by the minute. Where that fails they are lost, and nobody's answer waits for them.
//! Needs are not counted at all, nor is what is opened behind a card.

use super::Bot;
use super::here::Here;
use super::press::{found, position};
use super::unkept::not_kept;
use super::{Now, Refusal, Served};
use crate::answer::Answer;
use crate::content::{Article, Slug};
use crate::press::{Key, Shown, TallyPress};
use crate::reply::{
    Arrival, Counted, Reply, TallyLine, TallyWeek, clear_tally, section_title, tally,
};
use crate::store::{Counting, Day, Tallied};
use crate::who::{GuildId, Place};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tracing::debug;

/// So many different things are counted within a minute, a hundred bytes each; more are let be.
const ROOM: usize = 10_000;

/// What was counted since it was written last.
#[derive(Debug, Default)]
pub(super) struct Tally(Mutex<BTreeMap<Counting, u64>>);

impl Tally {
    fn add(&self, counting: Counting) {
        let mut counts = self.counts();
        let room = counts.len() < ROOM;
        match counts.get_mut(&counting) {
            Some(times) => *times += 1,
            None if room => drop(counts.insert(counting, 1)),
            None => (),
        }
    }

    /// Everything, which is counted anew from then on.
    fn take(&self) -> Vec<Tallied> {
        let counts = std::mem::take(&mut *self.counts()).into_iter();
        counts
            .map(|(counting, times)| Tallied { counting, times })
            .collect()
    }

    /// Forgets what was counted in `server`.
    fn forget(&self, server: GuildId) {
        let mut counts = self.counts();
        counts.retain(|counting, _| counting.guild != Some(server));
    }

    fn counts(&self) -> MutexGuard<'_, BTreeMap<Counting, u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Bot {
    /// Counts that `what` happened to a section, or to the article as a whole.
    pub(super) fn count(
        &self,
        here: &Here<'_>,
        article: &Article,
        section: Option<usize>,
        what: Counted,
    ) {
        let section = section.map(|section| article.sections()[section].id.as_str());
        self.lately.tally.add(Counting {
            guild: here.place.guild(),
            day: Day::of(here.now.time),
            article: article.slug.as_str().to_owned(),
            section: section.unwrap_or_default().to_owned(),
            what,
        });
    }

    /// Counts what `answer` shows.
    pub(super) fn count_answer(&self, here: &Here<'_>, article: &Article, answer: &Answer) {
        match answer {
            Answer::Passage(passage) | Answer::Section(passage) | Answer::Likely(passage, _) => {
                self.count(here, article, Some(passage.section()), Counted::Shown);
            }
            Answer::NotInArticle(_) => self.count(here, article, None, Counted::Absent),
            Answer::DidYouMean(_) | Answer::Sections(_) | Answer::Contents => (),
            Answer::Clinic | Answer::OtherLanguage | Answer::Care(_) => (),
        }
    }

    /// Counts what a button shows.
    pub(super) fn count_shown(&self, here: &Here<'_>, article: Key, shown: &Shown) {
        if let Some(served) = self.knowledge.shelf.keyed(article)
            && let Ok(answer) = found(served, article, shown)
        {
            self.count_answer(here, &served.article, &answer);
        }
    }

    /// Counts that `section` was not what was asked.
    pub(super) fn count_amiss(&self, here: &Here<'_>, article: &Article, section: Option<Key>) {
        let section = section.and_then(|section| position(article, section).ok());
        if section.is_some() {
            self.count(here, article, section, Counted::Amiss);
        }
    }

    /// Counts that a section was shared in `place`.
    pub(super) fn count_shared(&self, place: Place, slug: &Slug, section: Key, now: Now) {
        let served = self.knowledge.shelf.named(slug.as_str());
        let section = served.and_then(|served| {
            let section = position(&served.article, section).ok()?;
            Some(served.article.sections()[section].id.as_str())
        });
        if let Some(section) = section {
            self.lately.tally.add(Counting {
                guild: place.guild(),
                day: Day::of(now.time),
                article: slug.as_str().to_owned(),
                section: section.to_owned(),
                what: Counted::Shared,
            });
        }
    }

    /// Writes what was counted, if anything was. Whoever runs the bot sees to it by the minute and at the end.
    pub async fn write_tally(&self) {
        let tallied = self.lately.tally.take();
        if !tallied.is_empty() && self.store.tally(&tallied).await.is_err() {
            let lost = tallied.len();
            debug!(lost, "Some counts are lost.");
        }
    }

    /// What was counted in this server in its last week.
    pub(super) async fn tallied(&self, here: &Here<'_>) -> Result<Reply, Refusal> {
        let told = self.tally_at(here, 0, None).await?;
        Ok(told.arriving(Arrival::New))
    }

    /// Does what a moderator pressed on the numbers.
    pub(super) async fn tally_pressed(
        &self,
        here: &Here<'_>,
        press: TallyPress,
    ) -> Result<Reply, Refusal> {
        let voice = here.voice();
        let moderator = here.moderator().ok_or(Refusal::NotModerator)?;
        match press {
            TallyPress::Week(page) => self.tally_at(here, page.into(), None).await,
            TallyPress::Ask => Ok(clear_tally(voice)),
            TallyPress::Clear => {
                self.lately.tally.forget(moderator.guild());
                match self.store.untally(moderator).await {
                    Ok(()) => {
                        let done = Some(voice.say("tally-cleared"));
                        self.tally_at(here, 0, done).await
                    }
                    Err(error) => Ok(not_kept(voice, &error)),
                }
            }
        }
    }

    async fn tally_at(
        &self,
        here: &Here<'_>,
        page: usize,
        done: Option<String>,
    ) -> Result<Reply, Refusal> {
        let moderator = here.moderator().ok_or(Refusal::NotModerator)?;
        // What waits for its minute counts too.
        self.write_tally().await;
        let tallied = self.store.tallies(moderator, here.now.time).await;
        let tallied = tallied.map_err(|_| Refusal::NoDatabase)?;
        let date = |day: Day| format!("<t:{}:D>", day.begins());
        let weeks = self.knowledge.weeks(here.voice().language, tallied, date);
        Ok(tally(here.voice(), &weeks, page, done))
    }
}

/// What was counted in a week, part by part; the place of a part is its article's and its own.
type Parts = BTreeMap<(usize, usize, String), BTreeMap<Counted, u64>>;

impl super::Knowledge {
    /// `tallied` by week, the newest first, and by part, in the words of `language`; `date` writes the day on which a
    /// week begins.
    pub fn weeks(
        &self,
        language: &str,
        tallied: Vec<Tallied>,
        date: impl Fn(Day) -> String,
    ) -> Vec<TallyWeek> {
        let mut weeks: BTreeMap<Day, Parts> = BTreeMap::new();
        for Tallied { counting, times } in tallied {
            let parts = weeks.entry(counting.day.monday()).or_default();
            let part = parts.entry(self.part(language, &counting)).or_default();
            *part.entry(counting.what).or_default() += times;
        }
        let line = |((_, _, title), times): (_, BTreeMap<Counted, u64>)| TallyLine {
            title,
            times: times.into_iter().collect(),
        };
        let weeks = weeks.into_iter().rev();
        weeks
            .map(|(monday, parts)| TallyWeek {
                date: date(monday),
                lines: parts.into_iter().map(line).collect(),
            })
            .collect()
    }

    /// The place and the title of what was counted; what has gone since comes last, under its id.
    fn part(&self, language: &str, counting: &Counting) -> (usize, usize, String) {
        let mut all = self.shelf.all().iter().enumerate();
        let named = all.find(|(_, served)| served.article.slug.as_str() == counting.article);
        let Some((at, Served { article, .. })) = named else {
            let name = format!("{} {}", counting.article, counting.section);
            return (usize::MAX, 0, name.trim().to_owned());
        };
        if counting.section.is_empty() {
            return (at, 0, article.title().as_str().to_owned());
        }
        let mut sections = article.sections().iter();
        match sections.position(|section| section.id.as_str() == counting.section) {
            Some(section) => {
                let title = section_title(self.voice(language), article, section);
                (at, section + 1, title)
            }
            None => (at, usize::MAX, counting.section.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_bounded_and_gone_once_it_was_taken() {
        let tally = Tally::default();
        let counting = |section: usize| Counting {
            guild: Some(GuildId(1)),
            day: Day(7),
            article: "an-article".to_owned(),
            section: section.to_string(),
            what: Counted::Shown,
        };
        for section in 0..ROOM + 9 {
            tally.add(counting(section));
        }
        tally.add(counting(0));
        let taken = tally.take();
        assert_eq!(taken.len(), ROOM);
        let first = taken.iter().find(|it| it.counting == counting(0));
        assert_eq!(first.map(|it| it.times), Some(2));
        assert_eq!(tally.take(), []);
        tally.add(counting(0));
        tally.forget(GuildId(1));
        assert_eq!(tally.take(), []);
    }
}
