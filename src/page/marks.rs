//! Discord's marks as HTML: what is bold, a list, a quote or code there is so here. Nothing that a text holds becomes a
//! tag of its own, and no picture is fetched.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html::push_html};

/// What stands before a line that Discord prints small.
const SMALL: &str = "-# ";

/// `text` as Discord prints it.
pub(super) fn marks(text: &str) -> Markup {
    let mut out = html! {};
    let mut rest = String::new();
    for line in text.lines() {
        match line.strip_prefix(SMALL) {
            Some(small) => {
                out.0 += &plain(&std::mem::take(&mut rest)).0;
                out.0 += &html! { div.small { (plain(small)) } }.0;
            }
            None => {
                rest += line;
                rest.push('\n');
            }
        }
    }
    out.0 += &plain(&rest).0;
    out
}

fn plain(text: &str) -> Markup {
    let events = Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH);
    let mut open = Vec::new();
    let mut out = String::with_capacity(text.len() * 2);
    push_html(&mut out, events.map(|event| shown(event, &mut open)));
    PreEscaped(out)
}

/// `event` as it may stand on the page. `open` notes of each open link whether it leads anywhere.
fn shown<'e>(event: Event<'e>, open: &mut Vec<bool>) -> Event<'e> {
    match event {
        // Discord keeps every line where it was broken.
        Event::SoftBreak => Event::HardBreak,
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        // The page has headings of its own; one within a text is a bold line.
        Event::Start(Tag::Heading { .. }) => Event::Html("<p class=\"line\">".into()),
        Event::End(TagEnd::Heading(_)) => Event::Html("</p>".into()),
        Event::Start(Tag::HtmlBlock) => Event::Html("<p>".into()),
        Event::End(TagEnd::HtmlBlock) => Event::Html("</p>".into()),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => nothing(),
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let leads = is_page(dest_url);
            open.push(leads);
            if leads { event } else { nothing() }
        }
        Event::End(TagEnd::Link) => match open.pop() {
            Some(true) => event,
            _ => nothing(),
        },
        other => other,
    }
}

fn nothing<'e>() -> Event<'e> {
    Event::Text(CowStr::Borrowed(""))
}

/// Whether `link` is an address that Discord would open.
pub(super) fn is_page(link: &str) -> bool {
    link.starts_with("https://") || link.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_shown_and_nothing_else_becomes_a_tag() {
        for (text, shown) in [
            (
                "**a** *b* ~~c~~",
                "<p><strong>a</strong> <em>b</em> <del>c</del></p>\n",
            ),
            ("one\ntwo", "<p>one<br />\ntwo</p>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            (
                "a <script>x()</script>",
                "<p>a &lt;script&gt;x()&lt;/script&gt;</p>\n",
            ),
            ("<b>\nx", "<p>&lt;b&gt;\nx\n</p>"),
            (
                "[a](javascript:b) [c](https://d.e)",
                "<p>a <a href=\"https://d.e\">c</a></p>\n",
            ),
            ("![a](https://b.c/d.png)", "<p>a</p>\n"),
            ("# Loud", "<p class=\"line\">Loud</p>"),
            (
                "-# small & <i>",
                "<div class=\"small\"><p>small &amp; &lt;i&gt;</p>\n</div>",
            ),
        ] {
            assert_eq!(marks(text).0, shown, "{text}");
        }
    }
}
