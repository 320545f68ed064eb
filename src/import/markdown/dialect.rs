//! What some programs write into Markdown that no other reads: put into plain Markdown, line by line.

use super::Numbered;
use crate::import::changed::Mark;
use crate::import::draft::Draft;
use crate::import::left_out::Why;

/// Tags of programs that make pages, from their beginning to their end.
const TAGS: &[(&str, &str)] = &[
    ("{%", "%}"),
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{{", "}}"),
    ("{#", "#}"),
];

/// What indents the words of a box. In spaces.
const INDENT: usize = 4;

/// `lines` in plain Markdown.
pub fn prepared(lines: Vec<Numbered>, draft: &mut Draft) -> Vec<Numbered> {
    let mut fence: Option<char> = None;
    let mut in_box = false;
    // The name of a box whose words are to come.
    let mut named: Option<Numbered> = None;
    let mut prepared: Vec<Numbered> = Vec::with_capacity(lines.len());
    for (number, line) in lines {
        let trimmed = line.trim_start();
        let mut lead = String::new();
        let defines = trimmed.starts_with('[') && trimmed.contains("]:");
        let drawn = ['`', '~']
            .into_iter()
            .find(|sign| trimmed.starts_with(&sign.to_string().repeat(3)));
        if named.is_some() && !line.trim().is_empty() {
            let prose = line.trim_start().starts_with(|c: char| {
                c.is_alphanumeric() || matches!(c, '"' | '“' | '[' | '*' | '_')
            });
            let item = crate::content::is_item(&line);
            if let Some((at, name)) = named.take() {
                prepared.push((at, String::new()));
                match prose && !item {
                    true => lead = format!("{name} "),
                    false => prepared.push((at, name)),
                }
                prepared.push((at, String::new()));
            }
        }
        if drawn.is_some() && (fence.is_none() || fence == drawn) {
            fence = if fence.is_some() { None } else { drawn };
            prepared.push((number, line));
            continue;
        }
        if fence.is_some() {
            prepared.push((number, line));
            continue;
        }
        in_box &= line.trim().is_empty()
            || line.starts_with(&" ".repeat(INDENT))
            || line.starts_with('\t');
        let line = match in_box {
            true => line
                .strip_prefix('\t')
                .unwrap_or_else(|| line.get(INDENT..).unwrap_or(""))
                .to_owned(),
            false => line,
        };
        // A definition below a note's words would be read as one of them.
        if defines {
            prepared.push((number, String::new()));
        }
        if let Some(name) = indented_box(&line) {
            in_box = true;
            named = named_box(number, &name, &mut prepared, draft);
        } else if let Some(name) = line.trim().strip_prefix(":::") {
            named = named_box(number, &words_of_box(name), &mut prepared, draft);
        } else if is_of_program(&line) {
            draft.leave_out(number, &line, Why::Template);
            prepared.push((number, String::new()));
        } else if is_contents(&line) {
            draft.leave_out(number, &line, Why::Contents);
            prepared.push((number, String::new()));
        } else {
            let line = without_tags(number, lead + &line, draft);
            let line = without_attributes(number, line, draft);
            let line = wiki_links(number, line, draft);
            let line = quoted_box(number, line, draft);
            definition(number, line, &mut prepared, draft);
        }
    }
    prepared.extend(named);
    prepared
}

/// `!!! note "Title"`: what the box is called.
fn indented_box(line: &str) -> Option<String> {
    let tab = line
        .strip_prefix("===")
        .filter(|rest| rest.trim_start().starts_with('"'));
    let marked = ["!!!", "???+", "???"]
        .into_iter()
        .find_map(|mark| line.strip_prefix(mark));
    let rest = tab.or(marked)?;
    rest.starts_with(' ').then(|| words_of_box(rest))
}

/// What the line that begins a box calls it: its title or its kind.
fn words_of_box(line: &str) -> String {
    let line = line.trim().trim_matches(':').trim();
    if let Some((_, title)) = line.split_once('"') {
        return title.split('"').next().unwrap_or_default().to_owned();
    }
    if let Some((_, title)) = line.split_once('[') {
        return title.split(']').next().unwrap_or_default().to_owned();
    }
    let line = line.split('{').next().unwrap_or_default().trim();
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The name of a box in bold, to be put before its first words.
fn named_box(
    number: usize,
    name: &str,
    prepared: &mut Vec<Numbered>,
    draft: &mut Draft,
) -> Option<Numbered> {
    prepared.push((number, String::new()));
    if name.is_empty() {
        return None;
    }
    draft.change(number, Mark::Hint);
    Some((number, format!("**{name}:**")))
}

/// `> [!TIP]` as a bold word.
fn quoted_box(number: usize, line: String, draft: &mut Draft) -> String {
    let Some((mark, rest)) = line.split_once("[!") else {
        return line;
    };
    let Some((kind, words)) = rest.split_once(']') else {
        return line;
    };
    if mark.trim() != ">" || !kind.chars().all(|c| c.is_ascii_alphabetic()) {
        return line;
    }
    draft.change(number, Mark::Hint);
    let words = words.trim_start_matches(['+', '-']).trim();
    match words {
        "" => format!("> **{}:**", words_of_box(&kind.to_lowercase())),
        words => format!("> **{}:** {words}", words_of_box(&kind.to_lowercase())),
    }
}

/// A line that only a program reads: `import Tabs from '@theme/Tabs'`.
fn is_of_program(line: &str) -> bool {
    let quoted = line.contains('\'') || line.contains('"');
    let import = line.starts_with("import ")
        && quoted
        && (line.contains(" from ")
            || line.trim_end().ends_with(';')
            || line.starts_with("import '")
            || line.starts_with("import \""));
    let export = [
        "export const ",
        "export default ",
        "export function ",
        "export let ",
    ];
    import || export.iter().any(|begin| line.starts_with(begin))
}

fn is_contents(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    matches!(
        line.as_str(),
        "[toc]" | "[[_toc_]]" | "[[toc]]" | "{:toc}" | "${toc}" | "{{toc}}"
    )
}

fn without_tags(number: usize, mut line: String, draft: &mut Draft) -> String {
    for (begin, end) in TAGS {
        while let Some(start) = line.find(begin) {
            let Some(length) = line[start + begin.len()..].find(end) else {
                break;
            };
            let stop = start + begin.len() + length + end.len();
            draft.leave_out(number, &line[start..stop], Why::Template);
            line.replace_range(start..stop, "");
        }
    }
    line
}

/// `## Harvest {#harvest}` without what its program calls it.
fn without_attributes(number: usize, mut line: String, draft: &mut Draft) -> String {
    let end = line.trim_end();
    if !end.ends_with('}') {
        return line;
    }
    let Some(start) = end.rfind('{') else {
        return line;
    };
    if !end[start + 1..].starts_with(['#', '.', ':']) {
        return line;
    }
    draft.leave_out(number, &end[start..], Why::Template);
    line.truncate(end[..start].trim_end().len());
    line
}

/// `[[Bread|our bread page]]` as its words.
fn wiki_links(number: usize, mut line: String, draft: &mut Draft) -> String {
    let mut from = 0;
    while let Some(start) = line[from..].find("[[").map(|at| from + at) {
        let Some(length) = line[start..].find("]]") else {
            break;
        };
        let stop = start + length + 2;
        let inner = line[start + 2..stop - 2].to_owned();
        let is_image = line[..start].ends_with('!');
        let begin = start - usize::from(is_image);
        if is_image {
            draft.leave_out(number, &line[begin..stop], Why::Image);
            line.replace_range(begin..stop, "");
            from = begin;
            continue;
        }
        let words = match inner.split_once('|') {
            Some((page, words)) => {
                draft.leave_out(number, page, Why::Address);
                words.to_owned()
            }
            None => inner,
        };
        draft.change(number, Mark::Wiki);
        line.replace_range(start..stop, &words);
        from = start + words.len();
    }
    line
}

/// A line `: what it means` stands below its term: the term is bold, its meaning a paragraph.
fn definition(number: usize, line: String, prepared: &mut Vec<Numbered>, draft: &mut Draft) {
    let meaning = line
        .strip_prefix(':')
        .filter(|rest| rest.starts_with([' ', '\t']));
    let above = prepared
        .iter()
        .rposition(|(_, line)| !line.trim().is_empty());
    let (Some(meaning), Some(above)) = (meaning, above) else {
        return prepared.push((number, line));
    };
    let is_term = |line: &str| {
        !line.starts_with(['#', '>', '-', '*', '|', ' ']) && line.chars().count() <= 80
    };
    if prepared.len() - above <= 2 && is_term(&prepared[above].1) {
        let term = prepared[above].1.trim().to_owned();
        prepared[above].1 = format!("**{term}**");
        draft.change(number, Mark::Definition);
        // The lines above it, if it stands right below them, are other words.
        prepared.insert(above, (prepared[above].0, String::new()));
    }
    prepared.push((number, String::new()));
    prepared.push((number, meaning.trim().to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_one_program_reads_is_plain_markdown() {
        let text = "import T from '@t'\n# A {#a}\n{% include x %}\n!!! note\n    Keep.\nSee [[P|our page]].\n:::tip\nPick.\n:::\n> [!TIP]\nPea\n: Green.";
        let lines = text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line.to_owned()));
        let mut draft = Draft::default();
        let lines = prepared(lines.collect(), &mut draft);
        let lines: Vec<&str> = lines
            .iter()
            .map(|(_, line)| line.as_str())
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(
            lines,
            [
                "# A",
                "**Note:** Keep.",
                "See our page.",
                "**Tip:** Pick.",
                "> **Tip:**",
                "**Pea**",
                "Green."
            ]
        );
        let left: Vec<&str> = draft
            .left_out
            .iter()
            .map(|left| left.text.as_str())
            .collect();
        assert_eq!(left, ["import T from '@t'", "{#a}", "{% include x %}", "P"]);
    }
}
