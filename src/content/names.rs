//! The stable names of articles and sections.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Buttons carry names, and Discord gives a button's meaning 100 characters: two names and a verb fit.
pub const NAME_LIMIT: usize = 40;

/// An article's stable name: the name of its folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(Box<str>);

/// A section's stable name; buttons carry it, so it outlives restarts and renumbering.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(Box<str>);

impl Slug {
    /// `name`, if it can be one: small letters, digits and hyphens, at most [`NAME_LIMIT`].
    pub fn new(name: &str) -> Option<Slug> {
        is_name(name).then(|| Slug(name.into()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SectionId {
    /// `name`, if it can be one: small letters, digits and hyphens, at most [`NAME_LIMIT`].
    pub fn new(name: &str) -> Option<SectionId> {
        is_name(name).then(|| SectionId(name.into()))
    }

    /// The name of what stands before the first heading.
    pub fn introduction() -> SectionId {
        SectionId("introduction".into())
    }

    /// The name of the section with the closing advice, where the author gives no other.
    pub fn closing() -> SectionId {
        SectionId("closing".into())
    }

    /// A name made of a heading's words: "The Big Talk" becomes `the-big-talk`.
    pub fn made_of(heading: &str) -> SectionId {
        SectionId(name_of(heading).into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = String;

    fn try_from(name: String) -> Result<Slug, String> {
        Slug::new(&name).ok_or_else(|| format!("`{name}` cannot be an article's name"))
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> String {
        slug.0.into()
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_name(name: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.len() <= NAME_LIMIT && name.chars().all(letters)
}

/// A name of whole words, in Latin letters whatever the script, so that anybody can type it; a heading without words is
/// named by its checksum.
fn name_of(heading: &str) -> String {
    let mut name = String::new();
    let latin = deunicode::deunicode(heading);
    for word in crate::text::words(&latin) {
        let plain: String = word
            .folded
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let hyphen = usize::from(!name.is_empty());
        if plain.is_empty() || name.len() + hyphen + plain.len() > NAME_LIMIT {
            continue;
        }
        if hyphen == 1 {
            name.push('-');
        }
        name.push_str(&plain);
    }
    if name.is_empty() {
        return format!("section-{:08x}", crate::text::checksum(heading));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_makes_a_name() {
        assert_eq!(SectionId::made_of("The Big Talk!").as_str(), "the-big-talk");
        for (heading, name) in [
            ("為什麼", "wei-shen-mo"),
            ("Полив", "poliv"),
            ("L'été", "lete"),
            ("Größe", "grosse"),
            ("الري", "lry"),
        ] {
            assert_eq!(SectionId::made_of(heading).as_str(), name);
        }
        assert!(SectionId::made_of("…").as_str().starts_with("section-"));
        let long = SectionId::made_of(&"word ".repeat(40));
        assert!(is_name(long.as_str()), "{long}");
    }

    #[test]
    fn a_name_holds_no_sign_that_a_button_could_misread() {
        assert!(Slug::new("why-he-withdraws").is_some());
        for wrong in ["", "Why", "a:b", "a/b", "..", &"x".repeat(41)] {
            assert!(Slug::new(wrong).is_none(), "{wrong}");
        }
    }
}
