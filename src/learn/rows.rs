//! Rows of different lengths, laid end to end.
//!
//! Thousands of examples in one piece of memory: when they have taught what they can, it goes back to the
//! system whole. As a list of lists they left holes that doubled the resident memory.

/// Rows of `T`.
#[derive(Clone, Debug, Default)]
pub struct Rows<T> {
    values: Vec<T>,
    ends: Vec<usize>,
}

impl<T> Rows<T> {
    /// No rows.
    pub fn new() -> Rows<T> {
        Rows {
            values: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.values.extend(row);
        self.ends.push(self.values.len());
    }

    /// Gives back the room for rows that will not come.
    pub fn shrink(&mut self) {
        self.values.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The row at `at`.
    pub fn row(&self, at: usize) -> &[T] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.values[start..self.ends[at]]
    }

    /// Every row, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|at| self.row(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_borders() {
        let mut rows = Rows::new();
        for row in [&[1, 2][..], &[], &[3]] {
            rows.push(row.iter().copied());
        }
        assert_eq!(rows.iter().collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
    }
}
