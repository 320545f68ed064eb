//! What care learns from: messages as people write them, and calm questions.

use super::Said;

/// At most so many questions about articles are learned as calm, evenly out of all. With all 9,000 of the first
/// article, 0.51 of five unread writers' messages of need were caught at one alarm in a hundred of theirs; with a
/// quarter of them, 0.57.
const ABOUT: usize = 3_000;

/// Examples that care learns from.
#[derive(Clone, Copy, Debug)]
pub struct Examples<'e> {
    /// Messages as people write them, each with what it needs.
    pub said: &'e Said,
    /// Calm questions about an article.
    pub about: &'e [String],
    /// Calm questions that no article answers.
    pub elsewhere: &'e [String],
}

impl<'e> Examples<'e> {
    /// The questions that are learned as calm.
    pub(super) fn calm(self) -> impl Iterator<Item = &'e str> {
        let step = self.about.len().div_ceil(ABOUT).max(1);
        let calm = self.about.iter().step_by(step).chain(self.elsewhere);
        calm.map(String::as_str)
    }

    /// Everything that is learned.
    pub(super) fn texts(self) -> impl Iterator<Item = &'e str> {
        let said = self.said.messages().iter();
        said.map(|said| said.text.as_str()).chain(self.calm())
    }
}
