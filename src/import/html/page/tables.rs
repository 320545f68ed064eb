//! Tables of a page: which hold data, and their rows as points.

use super::Page;
use crate::import::changed::Mark;
use crate::import::draft::Line;
use crate::import::html::words::{collapsed, first};
use crate::import::signs::safe;
use crate::import::table;

/// A cell of a table that holds data is no longer. In characters.
const CELL_LIMIT: usize = 120;

impl Page<'_> {
    /// Whether a table holds data, and not the places of a page.
    pub(super) fn is_data(&self, at: usize) -> bool {
        let element = &self.tree.elements[at];
        let is_layout = matches!(element.value("role"), Some("presentation" | "none"));
        let nested = element
            .elements()
            .any(|inner| self.tree.holds(inner, &["table", "h1", "h2", "h3", "form"]));
        let rows = self.rows(at);
        let wide = rows.iter().filter(|row| row.len() > 1).count();
        let short = rows
            .iter()
            .flatten()
            .all(|cell| cell.chars().count() <= CELL_LIMIT);
        let named = self.tree.holds(at, &["th"]);
        self.is_inside && !is_layout && !nested && wide > 1 && (short || named)
    }

    /// Writes the table at `at` down as points, a row each.
    pub(super) fn table(&mut self, at: usize) {
        self.end_line(true);
        let named = self.tree.holds(at, &["th"]);
        let line = self.tree.elements[at].line;
        if let Some(caption) = first(self.tree, at, "caption") {
            let words = collapsed(&self.tree.words(caption));
            self.draft.lines.push(Line::of(line, &safe(&words)));
            self.draft.lines.push(Line::blank(line));
        }
        for point in table::points(&self.rows(at), named) {
            self.draft.lines.push(Line::of(line, &safe(&point)));
        }
        self.draft.lines.push(Line::blank(line));
        self.draft.change(line, Mark::Table);
    }

    /// The words of its cells, row by row.
    fn rows(&self, at: usize) -> Vec<Vec<String>> {
        let tree = self.tree;
        let mut rows = Vec::new();
        for inner in tree.elements[at].elements() {
            match tree.elements[inner].name.as_str() {
                "tr" => {
                    let cells = tree.elements[inner].elements();
                    rows.push(cells.map(|cell| collapsed(&tree.words(cell))).collect());
                }
                "thead" | "tbody" | "tfoot" => rows.extend(self.rows(inner)),
                _ => (),
            }
        }
        rows
    }
}
