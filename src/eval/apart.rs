//! How well a score tells two kinds apart.

/// The share of pairs in which one of `high` scores above one of `low`, ties counting half: the area under the curve
/// (AUROC; Hanley and McNeil 1982). One where there are no pairs.
pub(super) fn apart(high: &[f32], low: &[f32]) -> f32 {
    if high.is_empty() || low.is_empty() {
        return 1.0;
    }
    let mut low = low.to_vec();
    low.sort_by(f32::total_cmp);
    let below = |score: f32| {
        let under = low.partition_point(|other| *other < score);
        let up_to = low.partition_point(|other| *other <= score);
        (under + up_to) as f64 / 2.0
    };
    let pairs: f64 = high.iter().map(|score| below(*score)).sum();
    (pairs / (high.len() * low.len()) as f64) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_counted_and_ties_count_half() {
        assert_eq!(apart(&[3.0, 2.0], &[1.0, 0.0]), 1.0);
        assert_eq!(apart(&[1.0], &[1.0]), 0.5);
        assert_eq!(apart(&[0.0, 2.0], &[1.0]), 0.5);
        assert_eq!(apart(&[], &[1.0]), 1.0);
    }
}
