//! One more example in `asked.toml`, every other byte of which stays as its author wrote it.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable};

/// Why a line has no place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoPlace {
    /// It is not TOML.
    Unread,
    /// The sections are not written in a table of their own.
    NoTable,
}

/// Where a new list stands lines apart: as `verbatim import` writes it.
const INDENT: &str = "  ";

/// `text` (`asked.toml`) with the example `line` of the section named `id` after its others. Where the section has none
/// yet, its list follows that of the nearest section before it; `order` is that of the article.
pub(super) fn with_example(
    text: &str,
    order: &[&str],
    id: &str,
    line: &str,
) -> Result<String, NoPlace> {
    let (document, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(NoPlace::Unread);
    }
    let sections = document.get_ref().get("sections");
    let sections = sections.map(|it| it.get_ref().as_table().ok_or(NoPlace::NoTable));
    let (sections, line) = (sections.transpose()?, toml::Value::from(line).to_string());
    let list = |id: &str| sections.and_then(|it| it.get(id));
    if let Some(value) = list(id) {
        let array = value.get_ref().as_array().ok_or(NoPlace::NoTable)?;
        return Ok(joined(text, value.span(), array, &line));
    }
    let end = newline(text);
    let list_of_its_own = format!("{id} = [{end}{INDENT}{line},{end}]");
    let before = order.iter().take_while(|other| **other != id);
    let last = before
        .filter_map(|other| list(other))
        .map(Spanned::span)
        .max_by_key(|it| it.end);
    let header =
        || spans(text).find(|line| text[line.clone()].trim_end().starts_with("[sections]"));
    let mut after = match (last, sections) {
        (Some(last), _) => text[..line_end(text, last.end)].to_owned(),
        (None, Some(_)) => {
            text[..line_end(text, header().ok_or(NoPlace::NoTable)?.start)].to_owned()
        }
        (None, None) => {
            let gap = if text.is_empty() { "" } else { end };
            let whole = text.is_empty() || text.ends_with('\n');
            let close = if whole { "" } else { end };
            return Ok(format!(
                "{text}{close}{gap}[sections]{end}{list_of_its_own}{end}"
            ));
        }
    };
    let rest = &text[after.len()..];
    after += end;
    after += &list_of_its_own;
    Ok(after + rest)
}

/// `text` with `line` as the last of `array`, which stands at `span`.
fn joined(text: &str, span: Range<usize>, array: &DeArray<'_>, line: &str) -> String {
    let close = span.end - 1;
    let end = newline(text);
    let Some(last) = array.iter().next_back().map(Spanned::span) else {
        // Nothing but remarks stands there; the line comes after them.
        return match text[span.start..close].contains('\n') {
            true => put(
                text,
                &[(line_start(text, close), &format!("{INDENT}{line},{end}"))],
            ),
            false => put(text, &[(close, line)]),
        };
    };
    let between = &text[last.end..close];
    let comma = comma(between).map(|at| last.end + at + 1);
    match (comma, between.find('\n')) {
        (None, None) => put(text, &[(last.end, &format!(", {line}"))]),
        (Some(comma), None) => put(text, &[(comma, &format!(" {line},"))]),
        (comma, Some(_)) => {
            let here = line_end(text, last.end);
            let indent = indent(text, last.start);
            let next = format!("{end}{indent}{line}");
            match comma {
                None => put(text, &[(last.end, ","), (here, &next)]),
                Some(comma) if comma <= here => put(text, &[(here, &(next + ","))]),
                // Whoever begins lines with commas goes on so.
                Some(comma) => put(text, &[(comma, &format!(" {line},"))]),
            }
        }
    }
}

/// `text` with each of `more` at its place; they are in order.
fn put(text: &str, more: &[(usize, &str)]) -> String {
    let mut put =
        String::with_capacity(text.len() + more.iter().map(|it| it.1.len()).sum::<usize>());
    let mut from = 0;
    for (at, words) in more {
        put += &text[from..*at];
        put += words;
        from = *at;
    }
    put + &text[from..]
}

/// Where the first comma of `between` stands that is none of a remark's.
fn comma(between: &str) -> Option<usize> {
    let mut remark = false;
    between.char_indices().find_map(|(at, letter)| {
        remark = letter != '\n' && (remark || letter == '#');
        (letter == ',' && !remark).then_some(at)
    })
}

/// How lines end in `text`.
fn newline(text: &str) -> &'static str {
    match text.contains("\r\n") {
        true => "\r\n",
        false => "\n",
    }
}

/// Where the line that holds the byte `at` ends, before what ends it.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |more| at + more);
    end - usize::from(text[..end].ends_with('\r'))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

/// What stands before the value at `at`, if it begins its line.
fn indent(text: &str, at: usize) -> &str {
    let before = &text[line_start(text, at)..at];
    match before.trim().is_empty() {
        true => before,
        false => INDENT,
    }
}

/// The lines of `text`.
fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = start..start + line.len();
        start = span.end;
        span
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let order = ["intro", "a", "b", "c"];
        assert_eq!(
            with_example(text, &order, "b", "why \"so\"?").as_deref(),
            Ok(expected)
        );
        toml::from_str::<toml::Table>(expected).expect("TOML");
    }

    #[test]
    fn a_line_joins_the_others_and_nothing_else_moves() {
        // As most write it.
        check(
            "# top\n[sections]\na = [\n  'x', # why\n]\nb = [\n  'y',  # 1, 2\n  # end\n]\n\n[elsewhere]\no = ['z']\n",
            "# top\n[sections]\na = [\n  'x', # why\n]\nb = [\n  'y',  # 1, 2\n  'why \"so\"?',\n  # end\n]\n\n[elsewhere]\no = ['z']\n",
        );
        // On one line, with and without a comma at its end.
        check(
            "[sections]\nb = ['y']  # z\n",
            "[sections]\nb = ['y', 'why \"so\"?']  # z\n",
        );
        check(
            "[sections]\nb = ['y', ]\n",
            "[sections]\nb = ['y', 'why \"so\"?', ]\n",
        );
        // Without a comma after the last line.
        check(
            "[sections]\nb = [\n\t'x',\n\t'y' # z,\n]",
            "[sections]\nb = [\n\t'x',\n\t'y', # z,\n\t'why \"so\"?'\n]",
        );
        check(
            "[sections]\nb = [\n  'x'\n, 'y'\n,\n]",
            "[sections]\nb = [\n  'x'\n, 'y'\n, 'why \"so\"?',\n]",
        );
        // None yet.
        check("[sections]\nb = []\n", "[sections]\nb = ['why \"so\"?']\n");
        check(
            "[sections]\nb = [\n  # none yet\n]\n",
            "[sections]\nb = [\n  # none yet\n  'why \"so\"?',\n]\n",
        );
        // Lines end as they did.
        check(
            "[sections]\r\nb = [\r\n  'y',\r\n]\r\n",
            "[sections]\r\nb = [\r\n  'y',\r\n  'why \"so\"?',\r\n]\r\n",
        );
        // A name in quotes, and brackets and marks within lines.
        check(
            "[sections]\n\"b\" = [\n  ']#,[',\n]\n",
            "[sections]\n\"b\" = [\n  ']#,[',\n  'why \"so\"?',\n]\n",
        );
    }

    #[test]
    fn a_section_without_lines_gets_its_own_in_the_order_of_the_article() {
        check(
            "[sections]\nc = ['z']\na = [\n  'x',\n] # end of a\n",
            "[sections]\nc = ['z']\na = [\n  'x',\n] # end of a\nb = [\n  'why \"so\"?',\n]\n",
        );
        check(
            "[sections] # all\nc = ['z']\n",
            "[sections] # all\nb = [\n  'why \"so\"?',\n]\nc = ['z']\n",
        );
        check("", "[sections]\nb = [\n  'why \"so\"?',\n]\n");
        check(
            "# only a remark",
            "# only a remark\n\n[sections]\nb = [\n  'why \"so\"?',\n]\n",
        );
    }

    #[test]
    fn what_has_no_place_is_told() {
        for (text, why) in [
            ("[sections\n", NoPlace::Unread),
            ("sections = 3\n", NoPlace::NoTable),
            ("[sections]\nb = 'y'\n", NoPlace::NoTable),
            ("sections.c = ['z']\n", NoPlace::NoTable),
        ] {
            assert_eq!(
                with_example(text, &["b", "c"], "b", "x"),
                Err(why),
                "{text}"
            );
        }
    }
}
