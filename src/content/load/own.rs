//! The author's files that the program carries, so that a folder with nothing but an article still answers.

/// The sentences the program carries.
pub const OWN_PHRASES: &[(&str, &str)] =
    &[("en.ftl", include_str!("../../../content/phrases/en.ftl"))];

/// The words of the cards that the program carries.
pub const OWN_CARDS: &[(&str, &str)] = &[
    ("en", include_str!("../../../content/care/cards.en.toml")),
    ("es", include_str!("../../../content/care/cards.es.toml")),
    ("fr", include_str!("../../../content/care/cards.fr.toml")),
    (
        "pt-BR",
        include_str!("../../../content/care/cards.pt-BR.toml"),
    ),
    ("sw", include_str!("../../../content/care/cards.sw.toml")),
];

/// What the words of its helplines are in other languages.
pub const OWN_LINES: &[(&str, &str)] = &[
    ("es", include_str!("../../../content/care/lines.es.toml")),
    ("fr", include_str!("../../../content/care/lines.fr.toml")),
    (
        "pt-BR",
        include_str!("../../../content/care/lines.pt-BR.toml"),
    ),
    ("sw", include_str!("../../../content/care/lines.sw.toml")),
];

/// The messages in other languages that it learns from.
pub const OWN_SAID: &[(&str, &str)] = &[
    ("es", include_str!("../../../content/care/said.es.tsv")),
    ("fr", include_str!("../../../content/care/said.fr.tsv")),
    (
        "pt-BR",
        include_str!("../../../content/care/said.pt-BR.tsv"),
    ),
    ("sw", include_str!("../../../content/care/said.sw.tsv")),
];
