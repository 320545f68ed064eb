//! A section named for certain: what we suggest while somebody types comes back as text.
//!
//! The text stays readable, because whoever chose it sees it and may edit it. It names its section as the
//! article does or by its stable name; once that part is edited away, it is a question like any other.

use crate::content::{Article, Section};

/// Stands between a suggested question and the name of the section that answers it.
pub const LEADS_TO: &str = " → ";

/// A text that names a section, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'t> {
    /// The section's position in [`Article::sections`].
    pub section: usize,
    /// What is asked of it: the words before the name, or the name itself.
    pub question: &'t str,
}

/// The section that `text` is the name of, or that its end leads to.
pub fn named<'t>(article: &Article, text: &'t str) -> Option<Named<'t>> {
    let text = text.trim();
    let led = text.rsplit_once(LEADS_TO.trim());
    let (question, name) = led.unwrap_or((text, text));
    let (sections, name) = (article.sections(), name.trim());
    let all = || 0..sections.len();
    let numbered = |at: &usize| led.is_some() && is_number(&sections[*at], name);
    let section = all().find(|&at| is_name(article, at, name));
    let section = section.or_else(|| only(all().filter(|&at| is_short(article, at, name))));
    let section = section.or_else(|| all().find(numbered))?;
    Some(Named {
        section,
        question: question.trim(),
    })
}

/// `question` with the name of the `section` that answers it; without a question, the name alone.
///
/// The name is the longest by which [`named`] finds that section again in at most `limit` characters.
pub fn naming(
    article: &Article,
    question: Option<&str>,
    section: usize,
    limit: usize,
) -> Option<String> {
    let told = &article.sections()[section];
    let title = article.section_title(section).as_str();
    let short = short(title).map(|short| numbered(told, short));
    let number = told.number.filter(|_| question.is_some());
    let names = [
        Some(numbered(told, title)),
        Some(title.to_owned()),
        short,
        number.map(|number| number.to_string()),
        Some(told.id.to_string()),
    ];
    let mut texts = names.into_iter().flatten().map(|name| match question {
        Some(question) => format!("{question}{LEADS_TO}{name}"),
        None => name,
    });
    texts.find(|text| {
        let leads = named(article, text).is_some_and(|named| named.section == section);
        leads && text.chars().count() <= limit
    })
}

fn is_name(article: &Article, at: usize, name: &str) -> bool {
    let section = &article.sections()[at];
    if name.eq_ignore_ascii_case(section.id.as_str()) {
        return true;
    }
    let title = article.section_title(at).as_str();
    let ends = !title.is_empty() && name.ends_with(title);
    ends && (name == title || name == numbered(section, title))
}

/// Whether `name` is the beginning of the section's title, which stands before a colon.
fn is_short(article: &Article, at: usize, name: &str) -> bool {
    let section = &article.sections()[at];
    let short = short(article.section_title(at).as_str());
    short.is_some_and(|short| name == short || name == numbered(section, short))
}

/// What a title says before its colon: enough to know it by.
pub fn short(title: &str) -> Option<&str> {
    let (short, _) = title.split_once(':')?;
    Some(short.trim()).filter(|short| !short.is_empty())
}

fn is_number(section: &Section, name: &str) -> bool {
    let number = section.number.map(|number| number.to_string());
    number.is_some_and(|number| number == name)
}

/// The one of `sections`, if there is no other.
fn only(mut sections: impl Iterator<Item = usize>) -> Option<usize> {
    let only = sections.next()?;
    sections.next().is_none().then_some(only)
}

/// A title with its number, as it stands above the section.
fn numbered(section: &Section, title: &str) -> String {
    match section.number {
        Some(number) => format!("{number}. {title}"),
        None => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{About, Mistakes, Slug};
    use std::path::Path;

    const ABOUT: &str =
        "[[section]]\nnumber = 1\nid = \"one\"\n[[section]]\nnumber = 2\nid = \"two\"\n";

    fn article() -> Article {
        let long = "very ".repeat(30);
        let text = format!(
            "# T\n\nHello.\n\n## 1. Same\n\nA.\n\n## 2. Same\n\nB.\n\n## Same again\n\nC.\n\n## {long}long\n\nD.\n\n## Closing\n\nE.\n"
        );
        let mut mistakes = Mistakes::new(Path::new("article.md"), &text);
        let slug = Slug::new("any").expect("a name");
        let (about, _) = About::read(Path::new("article.toml"), ABOUT);
        Article::read(slug, text.clone(), about, &mut mistakes)
    }

    #[test]
    fn every_section_has_a_name_that_leads_back_to_it() {
        let article = article();
        for section in 0..article.sections().len() {
            for question in [None, Some("why does he → go?")] {
                let text = naming(&article, question, section, 100).expect("a name");
                let found = named(&article, &text).expect("its section");
                assert_eq!(found.section, section, "{text}");
                if let Some(question) = question {
                    assert_eq!(found.question, question);
                }
            }
        }
    }

    #[test]
    fn an_edited_text_is_a_question_again() {
        let article = article();
        for text in [
            "",
            "→",
            "why → ",
            "why → 9. Nothing",
            "is it 1. Same",
            "same",
        ] {
            assert_eq!(named(&article, text), None, "{text}");
        }
        let edited = named(&article, "  and why him→2. Same ").expect("still a name");
        assert_eq!((edited.section, edited.question), (2, "and why him"));
    }

    #[test]
    fn what_does_not_fit_names_nothing() {
        assert_eq!(naming(&article(), Some(&"x".repeat(97)), 1, 100), None);
        // A number is the shortest name that a reader knows.
        let by_number = naming(&article(), Some(&"x".repeat(95)), 1, 100).expect("a name");
        assert!(by_number.ends_with("→ 1"), "{by_number}");
        assert_eq!(named(&article(), &by_number).map(|it| it.section), Some(1));
    }
}
