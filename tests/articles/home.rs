//! A content folder of a test's own, with one article, and beside it room for what is learned.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder `name`, whose content is the article `slug` with this `text`.
pub fn home(name: &str, slug: &str, text: &str) -> PathBuf {
    let name = format!("{name}-{}", std::process::id());
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&home));
    let folder = home.join("content").join(slug);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("article.md"), text).expect("a file");
    home
}
