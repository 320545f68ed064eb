//! Reads AsciiDoc: put into Markdown line by line, then read as that.

use super::changed::Mark;
use super::draft::Draft;
use super::left_out::Why;
use super::markdown::{self, Numbered};

/// Words before a colon that make a paragraph a box.
const BOXES: &[&str] = &["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// Reads `text`, whose first line has the number `first`.
pub fn read(text: &str, first: usize, mut draft: Draft) -> Draft {
    let mut written: Vec<Numbered> = Vec::new();
    let mut open: Option<Open> = None;
    let mut counted = 0;
    let mut below_title = false;
    for (at, line) in text.split('\n').enumerate() {
        let number = first + at;
        let trimmed = line.trim();
        // Right below the title stands who wrote it, and when.
        let is_byline = below_title && !trimmed.is_empty() && attribute(trimmed).is_none();
        below_title =
            (below_title && !trimmed.is_empty()) || (open.is_none() && trimmed.starts_with("= "));
        if is_byline {
            let name = trimmed.split('<').next().unwrap_or_default().trim();
            draft.author.get_or_insert_with(|| name.to_owned());
            draft.leave_out(number, line, Why::Byline);
            continue;
        }
        if let Some(block) = &open {
            if trimmed == block.mark {
                close(
                    &open.take().expect("it is open"),
                    number,
                    &mut written,
                    &mut draft,
                );
            } else {
                inside(&mut open, number, line, &mut written, &mut draft);
            }
            continue;
        }
        if let Some(kind) = begins(trimmed) {
            if kind == Kind::Code {
                written.push((number, String::new()));
                written.push((number, "```".to_owned()));
            }
            open = Some(Open {
                kind,
                mark: trimmed.to_owned(),
                cells: Vec::new(),
            });
            continue;
        }
        let numbered = trimmed.strip_prefix(". ");
        counted = if numbered.is_some() {
            counted + 1
        } else if trimmed.is_empty() {
            counted
        } else {
            0
        };
        let instead = match numbered {
            Some(words) => format!("{counted}. {}", inline(number, words, &mut draft)),
            None => paragraph(number, line, &mut draft),
        };
        written.push((number, instead));
    }
    // A block that nobody closed goes on to the end.
    if let Some(open) = &open {
        let last = written.last().map_or(first, |(number, _)| *number);
        close(open, last, &mut written, &mut draft);
    }
    markdown::read_lines(written, draft)
}

/// What stands between two equal lines.
struct Open {
    kind: Kind,
    mark: String,
    cells: Vec<Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Box,
    Table,
    Remark,
}

fn begins(line: &str) -> Option<Kind> {
    let drawn = |sign: char| line.len() >= 4 && line.chars().all(|c| c == sign);
    match line {
        "|===" => Some(Kind::Table),
        _ if drawn('-') || drawn('.') || line == "```" => Some(Kind::Code),
        _ if drawn('=') || drawn('*') || drawn('_') || line == "--" => Some(Kind::Box),
        _ if drawn('/') => Some(Kind::Remark),
        _ => None,
    }
}

fn inside(
    open: &mut Option<Open>,
    number: usize,
    line: &str,
    written: &mut Vec<Numbered>,
    draft: &mut Draft,
) {
    let Some(open) = open else { return };
    match open.kind {
        Kind::Code => written.push((number, line.to_owned())),
        Kind::Box => {
            let words = paragraph(number, line, draft);
            written.push((number, words));
        }
        Kind::Remark => draft.leave_out(number, line, Why::Script),
        Kind::Table => {
            let cells = line
                .split('|')
                .map(|cell| inline(number, cell.trim(), draft));
            let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
            if !cells.is_empty() {
                open.cells.push(cells);
            }
        }
    }
}

fn close(open: &Open, number: usize, written: &mut Vec<Numbered>, draft: &mut Draft) {
    match open.kind {
        Kind::Code => written.push((number, "```".to_owned())),
        Kind::Table => {
            let wide = open.cells.first().map_or(0, Vec::len);
            // Cells may stand a line each, below a first row that stands on one.
            let rows: Vec<Vec<String>> =
                match open.cells.iter().skip(1).all(|row| row.len() == 1) && wide > 1 {
                    true => {
                        let cells: Vec<String> = open.cells.iter().flatten().cloned().collect();
                        cells.chunks(wide).map(<[String]>::to_vec).collect()
                    }
                    false => open.cells.clone(),
                };
            written.push((number, String::new()));
            for point in super::table::points(&rows, wide > 1) {
                written.push((number, point));
            }
            written.push((number, String::new()));
            draft.change(number, Mark::Table);
        }
        Kind::Box | Kind::Remark => written.push((number, String::new())),
    }
}

/// A line outside of blocks, as Markdown has it.
fn paragraph(number: usize, line: &str, draft: &mut Draft) -> String {
    let trimmed = line.trim();
    let level = trimmed.len() - trimmed.trim_start_matches('=').len();
    if (1..=6).contains(&level) && trimmed[level..].starts_with(' ') {
        let words = inline(number, trimmed[level..].trim(), draft);
        return format!("{} {words}", "#".repeat(level));
    }
    let left = |draft: &mut Draft, why: Why| {
        draft.leave_out(number, line, why);
        String::new()
    };
    if let Some((key, fact)) = attribute(trimmed) {
        match key {
            "author" => draft.author = Some(fact.to_owned()),
            "lang" => draft.language = Some(fact.to_owned()),
            _ => (),
        }
        return left(draft, Why::FrontMatter);
    }
    if trimmed.starts_with("//") {
        return left(draft, Why::Script);
    }
    if trimmed.starts_with("image::") || trimmed.starts_with("video::") {
        return left(draft, Why::Image);
    }
    if trimmed.starts_with("include::")
        || trimmed.starts_with("toc::")
        || trimmed == "'''"
        || trimmed == "<<<"
    {
        return left(draft, Why::Template);
    }
    if trimmed.starts_with('[') && trimmed.ends_with(']') && !trimmed.contains(' ') {
        let name = &trimmed[1..trimmed.len() - 1];
        if BOXES.contains(&name) {
            draft.change(number, Mark::Hint);
            return format!("**{}:**\n", titled(name));
        }
        return left(draft, Why::Template);
    }
    if trimmed == "+" {
        return String::new();
    }
    for name in BOXES {
        if let Some(words) = trimmed
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(": "))
        {
            draft.change(number, Mark::Hint);
            return format!("**{}:** {}", titled(name), inline(number, words, draft));
        }
    }
    if let Some(title) = trimmed
        .strip_prefix('.')
        .filter(|title| title.starts_with(char::is_alphanumeric))
    {
        return format!("**{}**\n", inline(number, title, draft));
    }
    if let Some((term, meaning)) = trimmed
        .split_once(":: ")
        .or_else(|| Some((trimmed.strip_suffix("::")?, "")))
    {
        draft.change(number, Mark::Definition);
        return format!(
            "**{}** {}",
            inline(number, term, draft),
            inline(number, meaning, draft)
        )
        .trim_end()
        .to_owned();
    }
    let stars = trimmed.len() - trimmed.trim_start_matches('*').len();
    if stars > 0 && trimmed[stars..].starts_with(' ') {
        return format!(
            "{}- {}",
            "  ".repeat(stars - 1),
            inline(number, trimmed[stars..].trim(), draft)
        );
    }
    inline(number, line, draft)
}

fn titled(name: &str) -> String {
    name[..1].to_owned() + &name[1..].to_lowercase()
}

/// `:key: fact` above the words.
fn attribute(line: &str) -> Option<(&str, &str)> {
    let (key, fact) = line.strip_prefix(':')?.split_once(':')?;
    let is_key = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '!'));
    is_key.then(|| (key, fact.trim()))
}

/// `line` without the names of places: `[[swarm]]`.
fn without_anchors(number: usize, line: &str, draft: &mut Draft) -> String {
    let mut line = line.to_owned();
    while let Some(start) = line.find("[[")
        && let Some(length) = line[start..].find("]]")
    {
        draft.leave_out(number, &line[start..start + length + 2], Why::Template);
        line.replace_range(start..start + length + 2, "");
    }
    line
}

/// The words of a line, links and marks as Markdown has them.
fn inline(number: usize, line: &str, draft: &mut Draft) -> String {
    let mut out = String::with_capacity(line.len());
    let unanchored = without_anchors(number, line, draft);
    let mut rest = unanchored.as_str();
    loop {
        let next = ["http://", "https://", "link:", "xref:", "<<", "image:"]
            .into_iter()
            .filter_map(|begin| Some((rest.find(begin)?, begin)))
            .min();
        let Some((start, begin)) = next else { break };
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        if begin == "<<" {
            let Some(end) = rest.find(">>") else { break };
            let inner = &rest[2..end];
            let words = match inner.split_once(',') {
                Some((address, words)) => {
                    draft.leave_out(number, address, Why::Address);
                    words
                }
                None => inner,
            };
            draft.change(number, Mark::Link);
            out.push_str(words.trim());
            rest = &rest[end + 2..];
            continue;
        }
        let bracket = rest
            .find(|c: char| c.is_whitespace() || c == '[')
            .filter(|&at| rest[at..].starts_with('['));
        let closed = bracket.and_then(|open| Some((open, open + rest[open..].find(']')?)));
        let Some((open, end)) = closed else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        };
        let (address, words) = (
            &rest[..open],
            rest[open + 1..end].trim_matches('"').trim_end_matches('^'),
        );
        let address = ["link:", "xref:"]
            .into_iter()
            .find_map(|role| address.strip_prefix(role))
            .unwrap_or(address);
        match begin {
            "image:" => draft.leave_out(number, &rest[..=end], Why::Image),
            _ if address.contains("://") && !words.is_empty() => {
                out.push_str(&format!("[{words}]({address})"))
            }
            _ if address.contains("://") => out.push_str(address),
            _ => {
                draft.leave_out(number, address, Why::Address);
                draft.change(number, Mark::Link);
                out.push_str(words);
            }
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_marks_are_read() {
        let text = "= Peas\n:author: Ann\n\n== When?\n\nSee https://a.b[here] and <<x,there>>.\n\nNOTE: Keep dry.\n\n. Dig.\n. Sow.\n\n[source,sh]\n----\ndig --all\n----\n\n|===\n|plan |pots\n\n|free |3\n|===\n\n=== How?\n\n* So.\n** And so.\n";
        let draft = read(text, 1, Draft::default());
        assert_eq!(draft.author.as_deref(), Some("Ann"));
        draft.is(
            &[
                "h1 Peas",
                "h2 When?",
                "See [here](https://a.b) and there.",
                "**Note:** Keep dry.",
                "1. Dig.",
                "2. Sow.",
                "```",
                "dig --all",
                "```",
                "plan – pots:",
                "- free – 3",
                "h3 How?",
                "- So.",
                "  - And so.",
            ],
            &[
                (2, ":author: Ann", Why::FrontMatter),
                (6, "x", Why::Address),
                (13, "[source,sh]", Why::Template),
            ],
        );
    }
}
