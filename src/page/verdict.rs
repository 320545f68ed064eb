//! What a question meets, in a few words, so that two answers can be compared and told.

use crate::answer::Answer;
use crate::content::Article;

/// What `answer` from `article` comes to.
pub(super) fn verdict(article: &Article, answer: &Answer) -> String {
    let list = |sections: &[usize]| {
        let titles: Vec<String> = sections.iter().map(|it| title(article, *it)).collect();
        titles.join(" · ")
    };
    match answer {
        Answer::Care(signal) => format!("a care card ({})", signal.route.name()),
        Answer::Passage(passage) => format!("quotes {}", title(article, passage.section())),
        Answer::Section(passage) => format!("opens {}", title(article, passage.section())),
        Answer::Likely(passage, _) => format!("may be {}", title(article, passage.section())),
        Answer::DidYouMean(sections) => format!("asks back: {}", list(sections)),
        Answer::Sections(sections) => format!("offers {}", list(sections)),
        Answer::NotInArticle(_) => "not in the article".to_owned(),
        Answer::Clinic => "only a doctor can tell".to_owned(),
        Answer::OtherLanguage => "another language".to_owned(),
        Answer::Contents => "the contents".to_owned(),
    }
}

/// The title of the section at `section` with its number; of the introduction, which has none, its id.
pub(super) fn title(article: &Article, section: usize) -> String {
    let title = article.section_title(section).as_str();
    let about = &article.sections()[section];
    match about.number {
        _ if title.is_empty() => about.id.to_string(),
        Some(number) => format!("{number}. {title}"),
        None => title.to_owned(),
    }
}
