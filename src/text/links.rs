//! Links that show other words than where they lead.

use std::borrow::Cow;

/// What makes `[words](address)` a link. With anything in between Discord shows both as they stand.
const JOINT: &str = "](";

/// Whether a link in `text` hides where it leads.
pub fn masks_link(text: &str) -> bool {
    text.contains(JOINT)
}

/// `text`, in which every link shows where it leads.
pub fn without_masks(text: &str) -> Cow<'_, str> {
    match masks_link(text) {
        true => Cow::Owned(text.replace(JOINT, "] (")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_shows_where_it_leads() {
        for (written, shown) in [
            ("see [help](https://a.b)", "see [help] (https://a.b)"),
            ("[a]([b](https://c.d))", "[a] ([b] (https://c.d))"),
            ("[a](<https://b.c>)", "[a] (<https://b.c>)"),
            ("https://a.b (see [1])", "https://a.b (see [1])"),
        ] {
            assert_eq!(without_masks(written), shown);
            assert!(!masks_link(shown));
        }
    }
}
