//! What a press opens. Its id carries everything, so it works after a restart.

use super::here::{Here, Sure};
use super::{Bot, Knowledge, Refusal, Served};
use crate::answer::Answer;
use crate::care::{Detail, Length, Need, PlaceId, Telling};
use crate::content::{Article, Passage};
use crate::press::{Key, Opening, Press, Shown};
use crate::reply::{self, Arrival, Counted, Reply, contents, page, quoted, reply};
use crate::settings::CareLine;

impl Bot {
    /// Opens what `press` means.
    pub(super) fn pressed(&self, here: &Here<'_>, press: Press) -> Result<Reply, Refusal> {
        let voice = here.voice();
        match press {
            Press::Open {
                article,
                section,
                others,
            } => {
                let served = self.opened(here, article)?;
                let section = position(&served.article, section)?;
                let asked_nothing = served.index.search("");
                let passage = served
                    .index
                    .passage(&served.article, section, &asked_nothing);
                let reply = here.advised(quoted(voice, &served.article, passage), Sure::No);
                let next = known(&served.article, &others);
                // Where nothing stood beside it, it was not chosen but read on to.
                let what = match others.is_empty() {
                    true => Counted::Shown,
                    false => Counted::Chosen,
                };
                self.count(here, &served.article, Some(section), what);
                Ok(self.leading_on(here, served, &Answer::Section(passage), &next, reply))
            }
            Press::Whole { article, section } => {
                let article = &self.opened(here, article)?.article;
                let section = position(article, section)?;
                self.count(here, article, Some(section), Counted::Read);
                let page = page(voice, article, section, 0);
                Ok(here.advised(page, Sure::No))
            }
            Press::Page {
                article,
                section,
                page: number,
            } => {
                let article = &self.opened(here, article)?.article;
                let section = position(article, section)?;
                if number == 0 {
                    self.count(here, article, Some(section), Counted::Read);
                }
                let page = page(voice, article, section, number.into());
                Ok(here.advised(page, Sure::No).arriving(Arrival::InPlace))
            }
            Press::Contents { article } => {
                Ok(contents(voice, &self.opened(here, article)?.article, 0))
            }
            Press::ContentsPage { article, page } => {
                let article = &self.opened(here, article)?.article;
                Ok(contents(voice, article, page.into()).arriving(Arrival::InPlace))
            }
            Press::Sealed(sealed) => {
                let opening = self.envelopes.open(&sealed);
                self.revealed(here, opening.ok_or(Refusal::UnknownPress)?)
            }
            Press::Show(opening) => self.revealed(here, opening),
            Press::Meant { article, shown } => self.shown(here, article, &shown),
            Press::Place {
                need,
                length,
                place,
                article,
                shown,
            } => {
                let places = self.knowledge.care.places().iter();
                let place = places
                    .map(|place| &place.id)
                    .find(|id| Key::of(&id.0) == place)
                    .ok_or(Refusal::UnknownPress)?;
                let (user, now) = (here.asker.user, here.now.instant);
                self.lately.told.choose(user, place.clone(), now);
                let card = self.card(here, need, length, Some(place), article, shown);
                Ok(card.arriving(Arrival::InPlace))
            }
            Press::Hide => Ok(Reply::gone()),
            // Whoever serves a request does these before all others.
            Press::Forget
            | Press::Panel(_)
            | Press::Setup(_)
            | Press::Review(_)
            | Press::Offer(_)
            | Press::After(_)
            | Press::Tally(_)
            | Press::Plain(_) => Err(Refusal::UnknownPress),
        }
    }

    /// What a public reply did not say, for the one who asked alone.
    pub(super) fn revealed(&self, here: &Here<'_>, opening: Opening) -> Result<Reply, Refusal> {
        let Opening {
            asker,
            article,
            need,
            shown,
        } = opening;
        if asker != here.asker.user {
            return Err(Refusal::NotYours);
        }
        // A card never waits; yet it counts, or how soon something is public again would tell what was opened.
        let paced = self.paced(here);
        let Some(need) = need else {
            paced?;
            let opened = self.shown(here, article, &shown)?;
            self.count_shown(here, article, &shown);
            return Ok(opened);
        };
        let length = self.lately.told.length(asker, need.route, here.now.instant);
        // The button stands under what was written, for everyone to read.
        let need = need.with(Detail::Public);
        Ok(self.card(here, need, length, None, article, shown))
    }

    /// The card for `need`, and behind it what was found in the article.
    pub(super) fn card(
        &self,
        here: &Here<'_>,
        need: Need,
        length: Length,
        place: Option<&PlaceId>,
        article: Key,
        shown: Shown,
    ) -> Reply {
        let knowledge = &self.knowledge;
        // A card and its buttons speak one language: the asker's, where its words are in it.
        let language = knowledge.phrases.spoken(here.voice().language);
        let language = knowledge.care.spoken(language);
        let line = here.settings.care_line.as_ref().map(CareLine::shown);
        let chosen = self.lately.told.place(here.asker.user, here.now.instant);
        let telling = Telling {
            language,
            place: place
                .or(chosen.as_ref())
                .or(here.settings.helplines.as_ref()),
            length,
            server_line: line.as_deref(),
        };
        let card = knowledge.care.card(need, telling);
        reply::card(
            knowledge.voice(language),
            &card,
            need,
            length,
            article,
            shown,
        )
    }

    /// What was found in the article before.
    pub(super) fn shown(
        &self,
        here: &Here<'_>,
        article: Key,
        shown: &Shown,
    ) -> Result<Reply, Refusal> {
        let served = self.opened(here, article)?;
        let answer = found(served, article, shown)?;
        Ok(self.shown_from(here, served, &answer, shown))
    }

    /// The `answer` that `shown` was made of, told from `served`.
    pub(super) fn shown_from(
        &self,
        here: &Here<'_>,
        served: &Served,
        answer: &Answer,
        shown: &Shown,
    ) -> Reply {
        let reply = here.advised(
            reply(here.voice(), &served.article, answer),
            Sure::of(answer),
        );
        let reply = here.open(reply, served, answer, None);
        let next = match shown {
            Shown::Passage { next, .. } => known(&served.article, next),
            _ => Vec::new(),
        };
        self.leading_on(here, served, answer, &next, reply)
    }

    /// The text of an article that a button names, if it may be shown here; where that text is gone, the author's own.
    pub(super) fn opened(&self, here: &Here<'_>, article: Key) -> Result<&Served, Refusal> {
        let Knowledge {
            shelf, languages, ..
        } = &*self.knowledge;
        let lost = || {
            let (served, language) = shelf.lost(article, languages)?;
            here.misses(language);
            Some(served)
        };
        let served = shelf.keyed(article).or_else(lost);
        let served = served.ok_or(Refusal::UnknownPress)?;
        here.shows(&served.article)?;
        Ok(served)
    }
}

/// What `answer` is and what came `next` to it, without a word of them.
pub(super) fn shown(article: &Article, answer: &Answer, next: &[usize]) -> Shown {
    let key = |&section: &usize| Key::of(article.sections()[section].id.as_str());
    let keys = |sections: &[usize]| sections.iter().map(key).collect();
    match answer {
        Answer::Passage(passage) | Answer::Section(passage) => Shown::Passage {
            section: key(&passage.section()),
            blocks: blocks(*passage),
            next: keys(next),
        },
        Answer::Likely(passage, others) => Shown::Likely {
            section: key(&passage.section()),
            blocks: blocks(*passage),
            others: keys(others),
        },
        Answer::DidYouMean(sections) | Answer::Sections(sections) => Shown::Choices(keys(sections)),
        Answer::NotInArticle(sections) => Shown::Nearest(keys(sections)),
        Answer::Clinic => Shown::Clinic,
        Answer::OtherLanguage => Shown::OtherLanguage,
        Answer::Contents | Answer::Care(_) => Shown::Contents,
    }
}

/// The first and the last block of `passage`, as a custom id has room for them.
fn blocks(passage: Passage) -> (u16, u16) {
    let block = |block: &usize| u16::try_from(*block).unwrap_or(u16::MAX);
    let blocks = passage.blocks();
    (block(blocks.start()), block(blocks.end()))
}

/// The passage that a button names by a section of the text `named` and its first and last block there. Where `served` has
/// no such blocks, or is another text, it is how the section begins.
pub(super) fn passage(
    served: &Served,
    named: Key,
    section: Key,
    (first, last): (u16, u16),
) -> Result<Passage, Refusal> {
    let Served { article, index, .. } = served;
    let section = position(article, section)?;
    let same = served.key() == named;
    let blocks = usize::from(first)..=usize::from(last);
    let passage = same.then(|| article.passage(section, blocks)).flatten();
    Ok(passage.unwrap_or_else(|| index.passage(article, section, &index.search(""))))
}

/// The answer that `shown` was made of, as far as `served` still has it: the text that was `named`, or another.
pub(super) fn found(served: &Served, named: Key, shown: &Shown) -> Result<Answer, Refusal> {
    let article = &served.article;
    let positions = |keys: &[Key]| -> Result<Vec<usize>, Refusal> {
        keys.iter().map(|&key| position(article, key)).collect()
    };
    let passage = |section, blocks| passage(served, named, section, blocks);
    match shown {
        Shown::Passage {
            section, blocks, ..
        } => passage(*section, *blocks).map(Answer::Passage),
        Shown::Likely {
            section,
            blocks,
            others,
        } => Ok(Answer::Likely(
            passage(*section, *blocks)?,
            known(article, others),
        )),
        Shown::Choices(keys) => positions(keys).map(Answer::DidYouMean),
        Shown::Nearest(keys) => positions(keys).map(Answer::NotInArticle),
        Shown::Clinic => Ok(Answer::Clinic),
        Shown::OtherLanguage => Ok(Answer::OtherLanguage),
        Shown::Contents => Ok(Answer::Contents),
    }
}

/// The sections of `keys`, as far as the article still has them.
pub(super) fn known(article: &Article, keys: &[Key]) -> Vec<usize> {
    let known = keys.iter().map(|&key| position(article, key));
    known.filter_map(Result::ok).collect()
}

pub(super) fn position(article: &Article, section: Key) -> Result<usize, Refusal> {
    let sections = article.sections().iter();
    let mut ids = sections.map(|other| Key::of(other.id.as_str()));
    ids.position(|id| id == section)
        .ok_or(Refusal::UnknownPress)
}
