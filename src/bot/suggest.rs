//! What we offer while somebody types. Nothing typed is kept, and who may need a person is offered no answer.

use super::here::Here;
use super::{Bot, BoxOf, Served, Typing};
use crate::content::Article;
use crate::reply::{
    SUGGESTIONS_LIMIT, Suggestion, suggested_article, suggested_question, suggested_section,
};
use crate::search::Ranking;
use crate::text::typed;

/// So many sections stand above the questions: more would push those off a phone's screen.
const SECTIONS: usize = 4;

/// So many questions are offered. A list on a phone shows five lines at once.
const QUESTIONS: usize = 12;

/// So many lines wait in an empty box.
const STARTERS: usize = 5;

/// A section is offered by the search only if it is at least this likely.
const LIKELY: f32 = 0.15;

/// A line says at most so many of the words that spoke for it.
const REASONS: usize = 2;

impl Bot {
    /// The lines to choose for what is typed `here`; none where the answer would not come.
    pub(super) fn suggested(&self, here: &Here<'_>, typing: &Typing) -> Vec<Suggestion> {
        let mut lines = match typing.box_of {
            BoxOf::Question => self.within(here, typing, questions),
            BoxOf::Section => self.within(here, typing, parts),
            BoxOf::Article => self.articles(here, &typing.text),
        };
        lines.truncate(SUGGESTIONS_LIMIT);
        lines
    }

    /// The `lines` for what is typed about one article.
    fn within(
        &self,
        here: &Here<'_>,
        typing: &Typing,
        lines: fn(&Here<'_>, &Served, &str) -> Vec<Suggestion>,
    ) -> Vec<Suggestion> {
        let served = self.served_for(here, typing.article.as_deref());
        let text = typing.text.trim_start();
        let ear = served.article.about.rating.into();
        let needy = |text: &str| self.knowledge.care.signal(text, ear).is_some();
        // A title beside words of need would mock them.
        if here.admits(&served.article).is_err() || needy(text) {
            return Vec::new();
        }
        let mut lines = lines(here, served, text);
        // What we offer opens its section for certain, so it must not be words that need a person.
        lines.retain(|line| !needy(&line.value));
        lines
    }

    /// The articles that `text` may name: the one that answers here first, then any that it names in full, so
    /// that none is out of reach. Words of need hide none: only a title that says the same is offered.
    fn articles(&self, here: &Here<'_>, text: &str) -> Vec<Suggestion> {
        let named = words(text);
        let own = &self.served_in(here).article.slug;
        let all = self.knowledge.shelf.all().iter();
        let may_be_named = |served: &&Served| {
            let mut texts = self.knowledge.shelf.texts_of(served);
            texts.any(|text| may_be_named(&text.article, &named))
        };
        let mut meant: Vec<&Article> = all
            .filter(may_be_named)
            .map(|served| &self.edition(here, served).article)
            .filter(|article| here.admits(article).is_ok())
            .collect();
        meant.sort_by_cached_key(|article| (article.slug != *own, !is_called(article, text)));
        meant.into_iter().map(suggested_article).collect()
    }
}

/// The words of an article's title, and those of its slug.
fn names(article: &Article) -> [Vec<String>; 2] {
    [article.title().as_str(), article.slug.as_str()].map(words)
}

/// Whether `name` is all of the article's title or slug.
pub(super) fn is_called(article: &Article, name: &str) -> bool {
    names(article).contains(&words(name))
}

/// Whether each of the `typed` words begins one of the article's names, in any order.
fn may_be_named(article: &Article, typed: &[String]) -> bool {
    let names = names(article).concat();
    let begins = |typed: &String| names.iter().any(|word| word.starts_with(typed.as_str()));
    typed.iter().all(begins)
}

/// What people ask most simply: of the introduction, and of the sections that most others lead to.
fn starters(here: &Here<'_>, served: &Served) -> Vec<Suggestion> {
    let article = &served.article;
    let line = |section: usize| {
        let asked = served.question(section, here.voice().language);
        let question =
            asked.and_then(|asked| suggested_question(here.voice(), article, section, asked));
        question.or_else(|| suggested_section(here.voice(), article, section, &[]))
    };
    let sections = served.first.iter().copied();
    sections.filter_map(line).take(STARTERS).collect()
}

/// The likeliest sections, and below them what others ask in these words; a few ways to begin where there are none.
fn questions(here: &Here<'_>, served: &Served, text: &str) -> Vec<Suggestion> {
    if text.is_empty() {
        return starters(here, served);
    }
    let (mut lines, ranking) = sections(here, served, text, SECTIONS);
    let mut likely = vec![0.0; served.article.sections().len()];
    for hit in &ranking.hits {
        likely[hit.section] = hit.probability;
    }
    let asked = served
        .completions
        .like(text, QUESTIONS, |section| likely[section]);
    lines.extend(asked.iter().filter_map(|asked| {
        suggested_question(here.voice(), &served.article, asked.section, asked.question)
    }));
    lines
}

/// The sections that `text` may mean; every one where it is empty.
fn parts(here: &Here<'_>, served: &Served, text: &str) -> Vec<Suggestion> {
    match text.is_empty() {
        true => every_section(here, served),
        false => sections(here, served, text, SUGGESTIONS_LIMIT).0,
    }
}

/// The sections that `text` may mean: by number, by the words of their titles, by what the search thinks.
fn sections(
    here: &Here<'_>,
    served: &Served,
    text: &str,
    most: usize,
) -> (Vec<Suggestion>, Ranking) {
    let article = &served.article;
    let ranking = served.index.search(text);
    let mut meant: Vec<usize> = titled(article, text);
    let likely = ranking
        .hits
        .iter()
        .filter(|hit| hit.probability >= LIKELY && hit.probability > ranking.elsewhere / 4.0);
    meant.extend(likely.map(|hit| hit.section));
    let mut lines: Vec<Suggestion> = Vec::new();
    for section in meant {
        let mut reasons = served.index.held(&ranking, section);
        reasons.truncate(REASONS);
        let line = suggested_section(here.voice(), article, section, &reasons);
        match line {
            Some(line) if lines.iter().all(|other| other.value != line.value) => lines.push(line),
            _ => (),
        }
        if lines.len() == most {
            break;
        }
    }
    (lines, ranking)
}

fn every_section(here: &Here<'_>, served: &Served) -> Vec<Suggestion> {
    let sections = 0..served.article.sections().len();
    sections
        .filter_map(|section| suggested_section(here.voice(), &served.article, section, &[]))
        .collect()
}

fn words(text: &str) -> Vec<String> {
    typed(text).map(|(word, _)| word.into_owned()).collect()
}

/// The sections whose number is typed, or whose title holds every typed word, the last as its beginning.
pub(super) fn titled(article: &Article, text: &str) -> Vec<usize> {
    let typed = words(text);
    let holds = |section: &usize| {
        let number = article.sections()[*section].number;
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        let title = words(article.section_title(*section).as_str());
        let (last, rest) = typed.split_last()?;
        let known = |word: &String| *word == number || title.contains(word);
        let begun = number.starts_with(last.as_str())
            || title.iter().any(|word| word.starts_with(last.as_str()));
        (begun && rest.iter().all(known)).then_some(())
    };
    (0..article.sections().len())
        .filter(|section| holds(section).is_some())
        .collect()
}
