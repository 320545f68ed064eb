//! Rows and columns as a list, a point for each row: Discord shows no tables.

/// `rows` of cells as points; the first row names the columns where `named` says so.
///
/// The names lead in; each row is a point whose cells stand one after the other.
pub fn points(rows: &[Vec<String>], named: bool) -> Vec<String> {
    let (names, rows) = match rows.split_first() {
        Some((names, below)) if named && !below.is_empty() => (names.as_slice(), below),
        _ => (&[][..], rows),
    };
    let mut points = Vec::new();
    if !names.is_empty() {
        // The names are words of the text: they are said once by themselves, so that no point need repeat them.
        let said: Vec<&str> = names.iter().map(|name| name.trim()).collect();
        let said: Vec<&str> = said.into_iter().filter(|name| !name.is_empty()).collect();
        if !said.is_empty() {
            points.push(format!("{}:", said.join(" – ")));
        }
    }
    for row in rows {
        let cells: Vec<&str> = row.iter().map(|cell| cell.trim()).collect();
        let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        if !cells.is_empty() {
            points.push(format!("- {}", cells.join(" – ")));
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_point_below_the_names_of_its_columns() {
        let row = |cells: &[&str]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
        let rows = [
            row(&["plan", "pots"]),
            row(&["free", "3"]),
            row(&["", "30"]),
        ];
        assert_eq!(points(&rows, true), ["plan – pots:", "- free – 3", "- 30"]);
        assert_eq!(points(&rows[1..], false), ["- free – 3", "- 30"]);
    }
}
