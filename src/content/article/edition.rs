//! An article in another language: a text beside the author's own, section for section.
//!
//! All its texts have the same sections under the same ids in the same order, so a position means the same in each.

use super::{Article, SectionId, cuts, sections, title};
use crate::content::about::{About, AboutSection};
use crate::content::mistake::Mistakes;
use crate::content::phrases::tongue;
use crate::text::Span;

/// Which of an article's texts it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The author's own, `article.md`.
    Own,
    /// The same in another language, `article.fr.md`.
    Beside,
}

impl Article {
    /// Cuts `text`, the same article as `own` in the language that `about` names.
    ///
    /// A section is the one that `about` says or, where that is silent, the one of `own` with its number; those without
    /// one follow each other as there. Sections that are not the same are noted.
    pub fn beside(
        own: &Article,
        text: String,
        mut about: About,
        mistakes: &mut Mistakes<'_>,
    ) -> Article {
        let title = title(&text, mistakes);
        let cuts = cuts(&text, title, mistakes);
        let mut rest = unnumbered(own, &about).into_iter();
        let sections = sections(
            &text,
            cuts,
            |cut, heading| {
                let told = about.take(cut.number, heading);
                let named = told.id.clone();
                let id = named.or_else(|| match (cut.number, heading) {
                    (Some(number), _) => own.numbered(number),
                    (None, "") => Some(SectionId::introduction()),
                    (None, _) => rest.next(),
                });
                own.completed(told, id)
            },
            mistakes,
        );
        let closing = own.closing.map(|at| &own.sections[at].id);
        let article = Article {
            slug: own.slug.clone(),
            closing: sections.iter().position(|it| Some(&it.id) == closing),
            about: about.completed(&own.about, closing.cloned()),
            edition: Edition::Beside,
            beside: Vec::new(),
            title: title.unwrap_or(Span { start: 0, end: 0 }),
            text,
            sections,
        };
        article.hold_against(own, mistakes);
        article
    }

    /// The same with its other texts in these languages, the author's own first.
    pub fn among(self, beside: Vec<String>) -> Article {
        Article { beside, ..self }
    }

    /// What this text is called, other than any other text of any article: its slug, and beside the author's own text
    /// the language.
    pub fn name(&self) -> String {
        match self.edition {
            Edition::Own => self.slug.to_string(),
            Edition::Beside => self.name_beside(&self.about.language),
        }
    }

    /// What a text of it in `language` beside the author's own is called, whether there is one or not.
    pub fn name_beside(&self, language: &str) -> String {
        // No slug has a full stop in it.
        format!("{}.{}", self.slug, tongue(language))
    }

    /// The file that holds its words.
    pub fn file(&self) -> String {
        match self.edition {
            Edition::Own => "article.md".to_owned(),
            Edition::Beside => format!("article.{}.md", self.about.language),
        }
    }

    /// Whether it is written in `language`, a tag.
    pub fn is_in(&self, language: &str) -> bool {
        tongue(&self.about.language) == tongue(language)
    }

    /// The section with this number.
    fn numbered(&self, number: u32) -> Option<SectionId> {
        let mut sections = self.sections.iter();
        let section = sections.find(|section| section.number == Some(number))?;
        Some(section.id.clone())
    }

    /// What is `told` of the section named `id` in another text, with what is told of it here where that is silent.
    fn completed(&self, told: AboutSection, id: Option<SectionId>) -> AboutSection {
        let here = id.as_ref().and_then(|id| self.position(id));
        let here = here.map(|at| self.sections[at].about.clone());
        let here = here.unwrap_or_default();
        AboutSection {
            id,
            keywords: match told.keywords.is_empty() {
                true => here.keywords,
                false => told.keywords,
            },
            note: told.note.or(here.note),
            related: here.related,
        }
    }

    /// Notes the sections that `own` has and this text lacks, those that it has alone, and the first that stands elsewhere.
    fn hold_against(&self, own: &Article, mistakes: &mut Mistakes<'_>) {
        let (lacks, alone) = (self.without(own), own.without(self));
        for &at in &alone {
            mistakes.at(
                self.starts(at),
                format!("article.md has no section {}", self.told(at)),
                "give it the number that the same heading has there, or name that one's `id` beside this `heading` in the .toml file of this text; or delete it",
            );
        }
        for &at in &lacks {
            let id = &own.sections[at].id;
            let before = own.sections[..at].iter().rev();
            let after = before.filter_map(|it| self.position(&it.id)).next();
            mistakes.at(
                self.starts(after.map_or(0, |at| at + 1)),
                format!(
                    "the section {} of article.md is missing, whose id is `{id}`",
                    own.told(at)
                ),
                format!(
                    "write it above this line in the language of this text, {}",
                    own.begins(at)
                ),
            );
        }
        let mut pairs = own.sections.iter().zip(&self.sections).enumerate();
        let swapped = pairs.find(|(_, (there, here))| there.id != here.id);
        if let Some((at, (there, _))) = swapped.filter(|_| lacks.is_empty() && alone.is_empty()) {
            mistakes.at(
                self.starts(at),
                "the sections stand in another order than in article.md",
                format!("put `{}` here, as there", there.id),
            );
        }
    }

    /// The positions of the sections of `other` that this text lacks.
    pub fn without(&self, other: &Article) -> Vec<usize> {
        let lacks = |at: &usize| self.position(&other.sections[*at].id).is_none();
        (0..other.sections.len()).filter(lacks).collect()
    }

    /// The heading of the section at `at` in quotation marks.
    pub fn told(&self, at: usize) -> String {
        let title = self.section_title(at).as_str();
        match self.sections[at].number {
            Some(number) => format!("\"{number}. {title}\""),
            None if title.is_empty() => "\"introduction\"".to_owned(),
            None => format!("\"{title}\""),
        }
    }

    /// How the heading of the section at `at` is written in any language.
    fn begins(&self, at: usize) -> String {
        match self.sections[at].number {
            Some(number) => format!("under `## {number}. …`"),
            None if self.section_title(at).as_str().is_empty() => "without a heading".to_owned(),
            None => "under `## …`".to_owned(),
        }
    }

    /// The byte where the section at `at` begins, or the text ends.
    fn starts(&self, at: usize) -> usize {
        let section = self.sections.get(at);
        section.map_or(self.text.len(), |section| section.title.start)
    }
}

/// The ids of the headings of `own` without a number that `about` does not name, in reading order.
fn unnumbered(own: &Article, about: &About) -> Vec<SectionId> {
    let sections = own.sections.iter();
    let headed = sections.filter(|section| section.number.is_none() && !section.title.is_empty());
    let ids = headed.map(|section| section.id.clone());
    ids.filter(|id| !about.names(id)).collect()
}
