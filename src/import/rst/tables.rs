//! Tables of reStructuredText: drawn as a grid or by their columns, written as a list or between commas.

/// A table that was read.
pub struct Table {
    /// Its cells, row by row.
    pub rows: Vec<Vec<String>>,
    /// Whether the first row names the columns.
    pub named: bool,
    /// Where what stands below it begins.
    pub end: usize,
}

/// The table that is drawn on `lines` from `at` on, if one is.
pub fn drawn(lines: &[&str], at: usize) -> Option<Table> {
    grid(lines, at).or_else(|| columns(lines, at))
}

/// The table that the directive `name` tells: its options stand on `lines` from `first` on, its words from `below` on.
pub fn told(name: &str, lines: &[&str], (first, below): (usize, usize)) -> Option<Table> {
    let option = |key: &str| {
        let mut options = lines[first..below].iter();
        options.find_map(|line| line.trim().strip_prefix(key))
    };
    let mut rows = match name {
        "table" => {
            let at = (below..lines.len()).find(|&at| !lines[at].trim().is_empty())?;
            return drawn(lines, at).filter(|table| table.end == lines.len());
        }
        "list-table" => list(&lines[below..]),
        "csv-table" => lines[below..].iter().map(|line| values(line)).collect(),
        _ => return None,
    };
    let names = option(":header:").map(values);
    let named = names.is_some() || option(":header-rows:").is_some();
    rows.splice(0..0, names);
    rows.retain(|row| !row.is_empty());
    let end = lines.len();
    (!rows.is_empty()).then_some(Table { rows, named, end })
}

/// `+-----+-----+`, and `| a   | b   |` below it.
fn grid(lines: &[&str], at: usize) -> Option<Table> {
    let is_border =
        |line: &str| line.starts_with("+-") && line.bytes().all(|sign| b"+-".contains(&sign));
    let first = lines.get(at)?.trim();
    if !is_border(first) {
        return None;
    }
    let mut table = Table {
        rows: Vec::new(),
        named: false,
        end: at + 1,
    };
    let mut row: Vec<String> = Vec::new();
    for line in lines[at + 1..].iter().map(|line| line.trim()) {
        if !line.starts_with(['+', '|']) {
            break;
        }
        table.end += 1;
        let ends = line.contains("+-") || line.contains("+=");
        let inner = line.strip_prefix(['|', '+']).unwrap_or(line);
        let inner = inner.strip_suffix(['|', '+']).unwrap_or(inner);
        // A cell may go on beside the border of another.
        let cells = inner.split(|sign: char| sign == '|' || (ends && sign == '+'));
        let is_border = |cell: &str| cell.bytes().all(|sign| b"-=".contains(&sign));
        for (at, cell) in cells.map(str::trim).enumerate() {
            go_on(&mut row, at, if is_border(cell) { "" } else { cell });
        }
        if ends {
            table.rows.push(std::mem::take(&mut row));
            table.named |= line.contains("+=") && table.rows.len() == 1;
        }
    }
    table.rows.push(row);
    table
        .rows
        .retain(|row| row.iter().any(|cell| !cell.is_empty()));
    (!table.rows.is_empty()).then_some(table)
}

/// `=====  =====`, and `a      b` below it, up to such a line above an empty one.
fn columns(lines: &[&str], at: usize) -> Option<Table> {
    let first = lines.get(at)?.trim_end();
    let is_border = |at: usize| lines.get(at).is_some_and(|line| is_drawn(line, '='));
    let starts: Vec<usize> = starts(first);
    if !is_border(at) || starts.len() < 2 {
        return None;
    }
    let borders: Vec<usize> = (at + 1..lines.len()).filter(|at| is_border(*at)).collect();
    let is_last = |at: usize| lines.get(at + 1).is_none_or(|line| line.trim().is_empty());
    let last = *borders.iter().find(|at| is_last(**at))?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in &lines[at + 1..last] {
        if line.trim().is_empty() || is_drawn(line, '=') || is_drawn(line, '-') {
            continue;
        }
        let cells = cut(line, &starts);
        match rows.last_mut().filter(|_| cells[0].is_empty()) {
            Some(row) => {
                let cells = cells.iter().enumerate();
                cells.for_each(|(at, cell)| go_on(row, at, cell));
            }
            None => rows.push(cells),
        }
    }
    let named = borders.first().is_some_and(|border| *border < last);
    let end = last + 1;
    (!rows.is_empty()).then_some(Table { rows, named, end })
}

fn is_drawn(line: &str, sign: char) -> bool {
    let line = line.trim();
    line.starts_with(sign) && line.chars().all(|c| c == sign || c == ' ')
}

/// Where the columns below a border begin, in characters.
fn starts(border: &str) -> Vec<usize> {
    let signs: Vec<char> = border.chars().collect();
    let begins = |at: &usize| signs[*at] != ' ' && (*at == 0 || signs[at - 1] == ' ');
    (0..signs.len()).filter(begins).collect()
}

/// The cells of `line`, whose columns begin at `starts`; words that run into the next column stay whole.
fn cut(line: &str, starts: &[usize]) -> Vec<String> {
    let signs: Vec<char> = line.chars().collect();
    let mut cells = vec![String::new(); starts.len()];
    let mut column = 0;
    for (at, sign) in signs.iter().enumerate() {
        let next = starts.iter().rposition(|start| *start <= at).unwrap_or(0);
        if next > column && signs[at - 1].is_whitespace() {
            column = next;
        }
        cells[column].push(*sign);
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The rows of a list in a list: `* - a`, `  - b`.
fn list(lines: &[&str]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in lines
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
    {
        let (begins, line) = match line.strip_prefix("* ") {
            Some(line) => (true, line.trim_start()),
            None => (false, line),
        };
        if begins || rows.is_empty() {
            rows.push(Vec::new());
        }
        let row = rows.last_mut().expect("a row was begun");
        let cell = line
            .strip_prefix('-')
            .filter(|cell| cell.is_empty() || cell.starts_with(' '));
        match cell {
            Some(cell) => row.push(cell.trim().to_owned()),
            None => {
                let last = row.len().saturating_sub(1);
                go_on(row, last, line);
            }
        }
    }
    rows
}

/// The values of a line between commas: `"a", b`.
fn values(line: &str) -> Vec<String> {
    let mut values = vec![String::new()];
    let mut quoted = false;
    for sign in line.trim().chars() {
        match sign {
            '"' => quoted = !quoted,
            ',' if !quoted => values.push(String::new()),
            _ => values.last_mut().expect("there is one").push(sign),
        }
    }
    let values = values.iter().map(|value| value.trim().to_owned());
    values.filter(|value| !value.is_empty()).collect()
}

/// Appends `words` to the cell at `at` of `row`.
fn go_on(row: &mut Vec<String>, at: usize, words: &str) {
    if row.len() <= at {
        row.resize(at + 1, String::new());
    }
    if !row[at].is_empty() && !words.is_empty() {
        row[at].push(' ');
    }
    row[at].push_str(words);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, named: bool, rows: &[&[&str]]) {
        let lines: Vec<&str> = text.lines().collect();
        let table = drawn(&lines, 0).expect("a table");
        assert_eq!((table.rows, table.named), (owned(rows), named));
        assert_eq!(table.end, lines.len());
    }

    fn owned(rows: &[&[&str]]) -> Vec<Vec<String>> {
        let row = |row: &&[&str]| row.iter().map(ToString::to_string).collect();
        rows.iter().map(row).collect()
    }

    #[test]
    fn a_drawn_table_has_its_rows() {
        check(
            "+------+-------+\n| plan | pots  |\n+======+=======+\n| free | three |\n|      | or so |\n+------+-------+\n| paid |       |\n+------+-------+",
            true,
            &[&["plan", "pots"], &["free", "three or so"], &["paid", ""]],
        );
        check(
            "=====  =====\nplan   pots\n=====  =====\nfree   three\n       or so\n\npaid\n=====  =====",
            true,
            &[&["plan", "pots"], &["free", "three or so"], &["paid", ""]],
        );
        check(
            "=====  =====\nfree   3\nnot for sale\n=====  =====",
            false,
            &[&["free", "3"], &["not for", "sale"]],
        );
        assert!(drawn(&["=====", "Peas", "====="], 0).is_none());
    }

    #[test]
    fn a_told_table_has_its_rows() {
        let told = |name: &str, text: &str, options: usize| {
            let lines: Vec<&str> = text.lines().collect();
            let table = told(name, &lines, (0, options)).expect("a table");
            (table.rows, table.named)
        };
        let rows = owned(&[&["plan", "pots"], &["free", "three or so"]]);
        assert_eq!(
            told(
                "list-table",
                "  :header-rows: 1\n\n  * - plan\n    - pots\n  * - free\n    - three\n      or so",
                1
            ),
            (rows.clone(), true)
        );
        assert_eq!(
            told(
                "csv-table",
                "  :header: plan, pots\n\n  \"free\", \"three or so\"",
                1
            ),
            (rows, true)
        );
    }
}
