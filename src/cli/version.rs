//! What this program is: its version, the commit it was made of, and which words it serves.

use crate::content::Library;
use crate::watch::{COMMIT, VERSION};
use std::path::Path;
use std::process::ExitCode;

/// So many bytes of a checksum tell two states of an author's folder apart.
const SHORT: usize = 6;

pub(super) fn run(content: &Path) -> ExitCode {
    let words = match Library::load(content) {
        Ok(library) => short(library.checksum),
        Err(_) => "with mistakes, which `verbatim check` names".to_owned(),
    };
    println!("verbatim {VERSION}\ncommit {COMMIT}\ncontent {words}");
    ExitCode::SUCCESS
}

/// The beginning of `checksum`, as hexadecimal digits.
fn short(checksum: [u8; 32]) -> String {
    let bytes = checksum[..SHORT].iter();
    bytes.map(|byte| format!("{byte:02x}")).collect()
}
