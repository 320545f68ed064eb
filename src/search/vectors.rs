//! Arithmetic of vectors, all of one length.

/// The inner product; of vectors of length one the cosine.
pub(super) fn dot(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// What is left of one without the other.
pub(super) fn less(one: &[f32], other: &[f32]) -> Vec<f32> {
    one.iter().zip(other).map(|(a, b)| a - b).collect()
}

/// The same direction, of length one.
pub(super) fn unit(mut vector: Vec<f32>) -> Vec<f32> {
    let length = dot(&vector, &vector).sqrt().max(f32::MIN_POSITIVE);
    vector.iter_mut().for_each(|it| *it /= length);
    vector
}

/// The mean of `vectors`; nothing if there is none.
pub(super) fn mean<'v>(vectors: impl Iterator<Item = &'v [f32]>) -> Vec<f32> {
    let (mut sum, mut count) = (Vec::new(), 0.0);
    for vector in vectors {
        sum.resize(vector.len(), 0.0);
        sum.iter_mut().zip(vector).for_each(|(sum, it)| *sum += it);
        count += 1.0;
    }
    sum.iter_mut().for_each(|it| *it /= count);
    sum
}
