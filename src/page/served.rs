//! Which article the page shows.

use crate::bot::{Bot, Served};

/// The article named `slug`, or the one that answers where nobody chose.
pub(super) fn served<'b>(bot: &'b Bot, slug: Option<&str>) -> &'b Served {
    let shelf = &bot.knowledge.shelf;
    let named = slug.and_then(|slug| shelf.named(slug));
    named.unwrap_or_else(|| shelf.default_article())
}
