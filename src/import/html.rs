//! Reads a web page: what stands in its main part, as a browser would print it.

mod dom;
mod frames;
mod page;
mod words;

use super::draft::{Draft, Line};
use dom::Tree;
use page::Page;

/// Reads `text`, whose first line has the number `first`.
pub fn read(text: &str, first: usize) -> Draft {
    let tree = Tree::read(text, first);
    let scope = frames::scope(&tree);
    Page::of(&tree, scope, 1).read()
}

/// Reads HTML inside another text below a heading of `level`; the text's line `first` is its first.
pub fn fragment(text: &str, first: usize, level: u8) -> Draft {
    let tree = Tree::read(text, first);
    let mut draft = Page::of(&tree, None, level).read();
    // It stands inside a text that has a title and an author.
    draft.title = None;
    draft
}

/// Whether `lines` hold a word.
pub fn has_words(lines: &[Line]) -> bool {
    lines.iter().any(|line| !line.is_blank())
}

#[cfg(test)]
mod tests {
    use super::super::left_out::Why;
    use super::*;

    #[track_caller]
    fn check(text: &str, lines: &[&str], left_out: &[(usize, &str, Why)]) {
        read(text, 1).is(lines, left_out);
    }

    #[test]
    fn a_page_reads_as_a_browser_prints_it() {
        check(
            "<h2>1. One &amp; all</h2>\n<p>He\n  said &ldquo;<b>no</b>&rdquo;<br>and left.\n<ul><li><p>a</p><li>b &lt; c</ul><blockquote>q</blockquote>",
            &[
                "h2 1. One & all",
                "He said “no”",
                "and left.",
                "- a",
                "- b < c",
                "q",
            ],
            &[],
        );
    }

    #[test]
    fn the_frame_of_a_page_is_left_out() {
        check(
            "<title>T</title>\n<nav>Menu <nav>x</nav></nav>\n<main>\n<script>if (a<b) {}</script><p>He left.</p>\n<p><a href=x>Ten ways</a></p>\n<img alt=cat>\n</main>\n<p>Foot",
            &["He left.", "Ten ways"],
            &[
                (2, "<nav> Menu x", Why::Frame),
                (4, "<script>", Why::Script),
                (6, "cat", Why::Image),
                (8, "Foot", Why::OutsideMain),
            ],
        );
    }

    #[test]
    fn lists_keep_their_numbers_and_tables_their_rows() {
        check(
            "<ol start=3><li>a<ul><li>b</ul><li>c</ol><table><tr><th>x<th>y<tr><td>1<td>2</table><pre>if a\n  b</pre>",
            &[
                "3. a",
                "  - b",
                "4. c",
                "x – y:",
                "- 1 – 2",
                "```",
                "if a",
                "  b",
                "```",
            ],
            &[],
        );
    }

    #[test]
    fn questions_that_open_are_headings_and_controls_are_none() {
        check(
            "<h1>T</h1><details><summary>When?</summary><p>Now.</details><button>How do I?</button><div>So.</div><button>Send</button><dl><dt>Pea<dd>Green.</dl>",
            &[
                "h1 T",
                "h2 When?",
                "Now.",
                "h2 How do I?",
                "So.",
                "h2 Pea",
                "Green.",
            ],
            &[(1, "<button> Send", Why::Form)],
        );
    }

    #[test]
    fn what_is_hidden_and_what_only_makers_use_stays_out() {
        check(
            "<main><h2>Rope<a class=headerlink>¶</a></h2><p>Long.<p style='display: none'>trace</p></main>",
            &["h2 Rope", "Long."],
            &[(1, "<a> ¶", Why::Frame), (1, "<p> trace", Why::Hidden)],
        );
    }

    #[test]
    fn a_page_tells_title_author_and_language() {
        let draft = read(
            "<html lang=de><title>He left | Site</title><meta name=author content=Ann><header><h1>He left</h1></header>",
            1,
        );
        assert_eq!(draft.title.as_deref(), Some("He left"));
        assert_eq!(draft.author.as_deref(), Some("Ann"));
        assert_eq!(draft.language.as_deref(), Some("de"));
    }
}
