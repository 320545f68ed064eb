//! What a question means to somebody who has just read a section.

use super::Source;
use crate::content::Passage;
use crate::encoder::Question;

/// A section that the last one leads to answers if it is at least this likely: two independent signs agree.
const LIKELY: f32 = 0.3;

/// The section that `question`, unsure when it stands alone, most likely means after `section` was read: one that
/// the author leads readers of it to.
pub fn after(source: Source<'_>, section: usize, question: Question<'_>) -> Option<Passage> {
    let Source { article, index, .. } = source;
    let about = &article.sections()[section].about;
    let ranking = index.search(question);
    let leads_to = |other: usize| about.related.contains(&article.sections()[other].id);
    let mut hits = ranking.hits.iter();
    let hit = hits.find(|hit| hit.probability >= LIKELY && leads_to(hit.section))?;
    Some(index.passage(article, hit.section, &ranking))
}
