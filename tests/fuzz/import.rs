//! A text that somebody imports, in any of the ways to write one.

use super::{text, tried};
use proptest::prelude::*;
use proptest::sample::select;
use verbatim::content::Slug;
use verbatim::import::{Kind, import};

const PIECES: &[&str] = &[
    "# On Rain\n",
    "## 1. Clouds\n\n",
    "## 2. Drops\n",
    "3. Puddles\n\n",
    "4) Mud\n",
    "5 - Ice\n",
    "## Closing\n\n",
    "Conclusion\n",
    "\n",
    "\n\n",
    "Clouds gather water. ",
    "They cannot hold it.\n",
    "---\ntitle: \"Rain\"\nauthor: A\n---\n",
    "<!doctype html>",
    "<html lang=en>",
    "<title>Rain</title>",
    "<h1>",
    "</h1>",
    "<h2>1. Clouds</h2>",
    "<h3>",
    "</h3>",
    "<p>",
    "</p>",
    "<ul><li>",
    "</ul>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<br>",
    "<a href=\"https://example.org\">",
    "</a>",
    "<table><tr><td>",
    "<blockquote>",
    "<pre>",
    "</pre>",
    "<svg>",
    "<template>",
    "&amp;",
    "&#0;",
    "&#x1f600;",
    "&#xffffffff;",
    "&nbsp",
    "* ",
    "- ",
    "1. ",
    "> ",
    "```\n",
    "    ",
    "**",
    "_",
    "`",
    "[a](https://example.org)",
    "![b](c)",
    "[^1]",
    "[^1]: note\n",
    "|a|b|\n|-|-|\n",
    "===\n",
    "***\n",
    "Related: ",
    "Read also: On Snow\n",
    "Donate here: ",
    "Call 555-0100\n",
    "IBAN GB82 WEST 1234\n",
    "@everyone",
    "<@1>",
    "||",
    // reStructuredText
    "=======\n",
    "-------\n",
    "~~~~~\n",
    ".. ",
    ".. note::\n\n   ",
    ".. image:: rain.png\n   :alt: Rain\n",
    ".. code-block:: python\n\n",
    ".. _drops:\n\n",
    ".. _a: https://example.org\n",
    ".. [1] A note.\n",
    ".. |rain| replace:: snow\n",
    ".. include:: ",
    "`Drops <drops_>`_",
    ":ref:`drops`",
    ":doc:`",
    "|rain|",
    "[1]_",
    "a__",
    "``",
    "::\n\n",
    ":Author: A\n",
    "+---+---+\n| a | b |\n+===+===+\n",
    "=====  =====\n",
    // AsciiDoc
    "= On Rain\nA <a@example.org>\nv1.0, 2026-01-01\n:toc:\n\n",
    "== 1. Clouds\n\n",
    "=== ",
    "====\n",
    "----\n",
    "....\n",
    "____\n",
    "****\n",
    "++++\n",
    "--\n",
    "////\n",
    "// ",
    "|===\n|a |b\n|===\n",
    "[source,rust]\n",
    "[[drops]]\n",
    "[#drops.lead]\n",
    "[NOTE]\n",
    "NOTE: ",
    ".Drops\n",
    "+\n",
    "** ",
    "a:: ",
    "<<drops,Drops>>",
    "xref:drops[Drops]",
    "https://example.org[a]",
    "image::rain.png[Rain]\n",
    "include::",
    "footnote:[A note.]",
    "ifdef::a[]\n",
    "endif::[]\n",
    ":rain: snow\n",
    "{rain}",
    "`+",
    "##",
];

const KINDS: &[Kind] = &[
    Kind::Plain,
    Kind::Markdown,
    Kind::Html,
    Kind::Rst,
    Kind::AsciiDoc,
];

#[test]
fn any_text_becomes_an_article_or_is_refused() {
    let slug = Slug::new("on-rain").expect("a name");
    tried(
        "import",
        5_000,
        &(select(KINDS), text(PIECES, 40)),
        |(kind, text)| {
            let Ok(imported) = import(&text, kind, &slug) else {
                return Ok(());
            };
            prop_assert!(!imported.sections.is_empty());
            if kind == Kind::Plain {
                // What the article says was said by the text; only its title may be ours, also over its one part.
                let said = imported.article_md.lines();
                let said = said.filter(|line| line.trim_start_matches(['#', ' ']) != "On Rain");
                let words =
                    said.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric()));
                // Marks within a word go, as in `0**b[^1]`; its letters stay.
                let bare = text.replace(['*', '_'], "");
                for word in words {
                    prop_assert!(text.contains(word) || bare.contains(word), "{word:?}");
                }
            }
            let again = import(&text, kind, &slug).expect("as before");
            prop_assert_eq!(imported.article_md, again.article_md);
            prop_assert_eq!(imported.article_toml, again.article_toml);
            Ok(())
        },
    );
}
