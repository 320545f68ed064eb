//! Whatever a text holds: it becomes an article that passes, and no word is lost.

use super::slug;
use super::words::written;
use proptest::prelude::*;
use verbatim::import::{ImportError, Kind, import};

const KINDS: [Kind; 5] = [
    Kind::Plain,
    Kind::Markdown,
    Kind::Html,
    Kind::Rst,
    Kind::AsciiDoc,
];

/// Texts that look like articles often enough to become some.
fn texts() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => "[A-Z][a-z ,]{0,30}[.:!]?",
        3 => (1..5u32, "[A-Za-z .]{0,20}").prop_map(|(number, words)| format!("{number}. {words}")),
        2 => "(- |\\* |# |## |### |> |    |```|---|===|<p>|</p>|<h2>|<br>|<li>|</h2>|<main>|!\\[a\\]\\(b\\)|\\| a \\|)[a-zé“ ]{0,12}",
        1 => Just(String::new()),
        1 => "(Conclusion|Related posts|Support us|Call 0701838999|\\*\\*1\\. A\\*\\*|In conclusion, x)",
        1 => any::<String>(),
    ];
    let end = prop_oneof![4 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\n\n"), 1 => Just("\r")];
    prop::collection::vec((line, end), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_an_article_that_passes_or_a_sentence(text in texts(), kind in 0..KINDS.len()) {
        let kind = KINDS[kind];
        match import(&text, kind, &slug()) {
            Err(ImportError::WouldNotPass(mistakes)) => prop_assert!(false, "{mistakes:?}"),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
            Ok(found) => prop_assert!(!found.to_string().is_empty()),
        }
    }

    #[test]
    fn no_word_is_lost_without_a_line_in_the_report(
        blocks in prop::collection::vec((0..40usize, 1..4usize), 1..25),
        kind in 0..KINDS.len(),
    ) {
        let kind = KINDS[kind];
        let (text, words) = written(&blocks, kind);
        if let Ok(found) = import(&text, kind, &slug()) {
            let told = format!("{}\n{found:#}", found.article_md);
            for word in words {
                prop_assert!(told.contains(&word), "{word} of\n{text}\nis not in\n{told}");
            }
        }
    }
}
