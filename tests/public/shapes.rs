//! One article in the shapes that people may import it in.

use super::public::topic::{Question, Topic};

impl Topic {
    /// The same article in at most `most` sections of as many neighbouring paragraphs each.
    pub fn merged(&self, most: usize) -> Topic {
        let paragraphs = self.sections.len();
        let sections = paragraphs.min(most);
        let section = |paragraph: usize| paragraph * sections / paragraphs;
        let mut merged = vec![Vec::new(); sections];
        for (at, paragraph) in self.sections.iter().enumerate() {
            merged[section(at)].push(paragraph.as_str());
        }
        let questions = self.questions.iter();
        Topic {
            sections: merged.iter().map(|parts| parts.join("\n\n")).collect(),
            questions: questions
                .map(|question| moved(question, |paragraph| Some(section(paragraph))))
                .collect(),
            ..self.bare()
        }
    }

    /// Every `most` neighbouring paragraphs as a short article of their own.
    pub fn cut(&self, most: usize) -> impl Iterator<Item = Topic> {
        (0..self.sections.len()).step_by(most).map(move |start| {
            let end = self.sections.len().min(start + most);
            let here = |section: usize| (start..end).contains(&section).then(|| section - start);
            let questions = self.questions.iter().map(|question| moved(question, here));
            Topic {
                sections: self.sections[start..end].to_vec(),
                questions: questions.filter(|it| !it.right.is_empty()).collect(),
                ..self.bare()
            }
        })
    }

    /// Its title and language alone.
    fn bare(&self) -> Topic {
        Topic {
            title: self.title.clone(),
            language: self.language.clone(),
            sections: Vec::new(),
            headings: Vec::new(),
            examples: Vec::new(),
            questions: Vec::new(),
        }
    }
}

/// The same question where each section that answers is now another, or is gone.
fn moved(question: &Question, section: impl Fn(usize) -> Option<usize>) -> Question {
    Question {
        words: question.words.clone(),
        right: question.right.iter().copied().filter_map(section).collect(),
    }
}
