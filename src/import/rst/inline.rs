//! Marks inside a line of reStructuredText.

use crate::import::changed::Mark;
use crate::import::draft::Draft;
use crate::import::left_out::Why;

/// The words of `line`, which has this `number`, their marks as Markdown has them.
pub fn inline(number: usize, line: &str, draft: &mut Draft) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find('`') {
        let (before, after) = rest.split_at(start);
        if let Some(code) = after.strip_prefix("``")
            && let Some(end) = code.find("``")
        {
            out.push_str(before);
            out.push_str(&format!("`{}`", &code[..end]));
            rest = &code[end + 2..];
            continue;
        }
        let Some(end) = after[1..].find('`').map(|end| end + 1) else {
            break;
        };
        let inner = &after[1..end];
        // `:ref:` before it says what it leads to.
        let word = before
            .rsplit(|c: char| c.is_whitespace() || c == '(')
            .next();
        let role = before.len() - word.map_or(0, str::len);
        let is_role =
            before[role..].starts_with(':') && before.ends_with(':') && before.len() > role + 1;
        let name = &before[role..];
        out.push_str(if is_role { &before[..role] } else { before });
        rest = &after[end + 1..];
        let outside = rest.trim_start_matches('_');
        let is_link = outside.len() < rest.len();
        rest = outside;
        match inner
            .rsplit_once('<')
            .and_then(|(words, address)| Some((words.trim_end(), address.strip_suffix('>')?)))
        {
            Some((words, address)) if address.contains("://") => {
                out.push_str(&format!("[{words}]({address})"))
            }
            Some((words, address)) => {
                draft.leave_out(number, address, Why::Address);
                draft.change(number, Mark::Link);
                out.push_str(words);
            }
            None if is_link => out.push_str(inner),
            None if is_role
                && matches!(
                    name,
                    ":ref:" | ":doc:" | ":term:" | ":abbr:" | ":guilabel:" | ":menuselection:"
                ) =>
            {
                out.push_str(inner)
            }
            None if is_role => out.push_str(&format!("`{inner}`")),
            None => out.push_str(&format!("*{inner}*")),
        }
    }
    out.push_str(rest);
    out
}
