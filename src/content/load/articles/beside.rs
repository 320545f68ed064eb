//! The texts beside an article: the same in other languages, each in `article.fr.md`, what differs there in
//! `article.fr.toml`.

use super::{Loader, in_other_languages};
use crate::content::about::About;
use crate::content::article::Article;
use crate::content::forbidden::note_forbidden;
use crate::content::mistake::{Mistake, Mistakes};
use crate::content::phrases::tongue;
use std::path::Path;

impl Loader {
    /// `own`, the article of `folder`, and the same in every other language that stands there; each knows of the others.
    pub(super) fn in_languages_of(
        &mut self,
        folder: &Path,
        own: Article,
    ) -> (Article, Vec<Article>) {
        let mut beside: Vec<Article> = Vec::new();
        for (language, file) in in_other_languages(folder, "article", "md") {
            let known = [&own].into_iter().chain(&beside);
            let same = known.map(Article::file).zip(languages(&own, &beside));
            let same = same.filter(|(_, other)| tongue(other) == tongue(&language));
            if !is_tag(&language) {
                self.note(
                    &file,
                    format!("`{language}` is no language's tag"),
                    "name the file after a language: article.fr.md, article.pt-BR.md",
                );
            } else if let Some((other, _)) = same.last() {
                self.note(
                    &file,
                    format!("{other} is in that language too"),
                    "keep one of them, or name each after the language that it is written in",
                );
            } else {
                beside.extend(self.beside(&own, &language, &file));
            }
        }
        for (language, file) in in_other_languages(folder, "article", "toml") {
            if !folder.join(format!("article.{language}.md")).exists() {
                self.note(
                    &file,
                    format!("there is no article.{language}.md that it could tell of"),
                    "write that, or delete this",
                );
            }
        }
        let all = languages(&own, &beside);
        let among = |article: Article| {
            let others = all.iter().filter(|tag| !article.is_in(tag));
            let others = others.cloned().collect();
            article.among(others)
        };
        (among(own), beside.into_iter().map(among).collect())
    }

    /// The text of `file`, the same as `own` in `language`.
    fn beside(&mut self, own: &Article, language: &str, file: &Path) -> Option<Article> {
        let toml = self.optional(&file.with_extension("toml"), "");
        let (about, mistakes) = About::read_beside(&toml.file, &toml.content, language);
        self.mistakes.extend(mistakes);
        let text = self.required(file)?;
        let mut warnings = Mistakes::new(&text.file, &text.content);
        note_forbidden(&text.content, &mut warnings);
        self.warnings.extend(warnings.into_vec());
        let mut mistakes = Mistakes::new(&text.file, &text.content);
        let article = Article::beside(own, text.content.clone(), about, &mut mistakes);
        self.mistakes.extend(mistakes.into_vec());
        let mut mistakes = Mistakes::new(&toml.file, &toml.content);
        article.compare(&mut mistakes);
        self.mistakes.extend(mistakes.into_vec());
        self.note_notes(own, &article, &toml.file);
        Some(article)
    }

    /// Warns of the lines before tender sections that stand in the language of `own` alone.
    fn note_notes(&mut self, own: &Article, beside: &Article, toml: &Path) {
        for (at, section) in own.sections().iter().enumerate() {
            let same = beside
                .position(&section.id)
                .map(|at| &beside.sections()[at]);
            let note = same.and_then(|same| same.about.note.as_ref());
            if note.is_some() && note == section.about.note.as_ref() {
                self.warnings.push(Mistake {
                    file: toml.to_owned(),
                    line: 1,
                    what: format!(
                        "the note before {} stands in article.toml alone",
                        own.told(at)
                    ),
                    instead: format!(
                        "write `note = \"…\"` for `{}` in the language of this text",
                        section.id
                    ),
                });
            }
        }
    }
}

/// The languages of `own` and of those `beside` it, as tags.
fn languages(own: &Article, beside: &[Article]) -> Vec<String> {
    let all = [own].into_iter().chain(beside);
    all.map(|article| article.about.language.clone()).collect()
}

/// Whether `tag` looks like a language's, with or without what is said of its country: `fr`, `pt-BR`.
fn is_tag(tag: &str) -> bool {
    let primary = tongue(tag);
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary_fits = primary.bytes().all(|byte| byte.is_ascii_lowercase());
    matches!(primary.len(), 2 | 3) && primary_fits && tag.split('-').all(letters)
}
