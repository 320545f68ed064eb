//! Whether a probability means what it says.

/// Probabilities fall into this many bins of equal width.
const BINS: usize = 10;

/// How often what was said to be likely was true, bin by bin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// For each bin: how many, the mean probability, the share that was right.
    pub bins: [(usize, f32, f32); BINS],
    /// The mean distance between the two, weighed by how many: expected calibration error
    /// (Naeini, Cooper and Hauskrecht 2015).
    pub error: f32,
}

impl Calibration {
    /// Compares what was `said`, a probability each, with what was true.
    pub fn of(said: &[(f32, bool)]) -> Calibration {
        let mut sums = [(0_usize, 0.0_f32, 0.0_f32); BINS];
        for &(probability, right) in said {
            let bin = ((probability * BINS as f32) as usize).min(BINS - 1);
            let (count, sum, rights) = &mut sums[bin];
            *count += 1;
            *sum += probability;
            *rights += f32::from(u8::from(right));
        }
        let all = said.len().max(1) as f32;
        let error = sums
            .iter()
            .map(|(_, sum, rights)| (sum - rights).abs())
            .sum::<f32>()
            / all;
        let bins = sums.map(|(count, sum, rights)| {
            let n = count.max(1) as f32;
            (count, sum / n, rights / n)
        });
        Calibration { bins, error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_honest_probability_has_no_error_and_a_boast_has() {
        let honest: Vec<(f32, bool)> = (0..10).map(|n| (0.7, n < 7)).collect();
        assert!(Calibration::of(&honest).error < 1e-6);
        let boast: Vec<(f32, bool)> = (0..10).map(|n| (1.0, n < 5)).collect();
        assert!((Calibration::of(&boast).error - 0.5).abs() < 1e-6);
    }
}
