//! Articles, asked without Discord: what is answered, by whose words, in which language, and what is kept of learning.

#[path = "../public/encoded.rs"]
mod encoded;
#[path = "../support/line.rs"]
mod line;
#[path = "../public/mod.rs"]
mod public;
#[path = "../public/shapes.rs"]
mod shapes;

mod answers;
mod any_article;
mod asked;
mod few_examples;
mod first_article;
mod home;
mod kept;
mod plain_danger;
mod taught;
mod tongues;
