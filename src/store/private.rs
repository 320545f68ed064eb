//! Files that nobody but our own account may read.
//!
//! They are made so: one that is made open and closed afterwards stands open for a moment.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// What our own account may do with a file; nobody else may anything.
const FILE: u32 = 0o600;

/// The same for a folder.
const FOLDER: u32 = 0o700;

/// What others may do, where they may.
const OTHERS: u32 = 0o077;

/// Makes the empty `file`, which must not exist, and the folders around it.
pub(super) fn make(file: &Path) -> io::Result<File> {
    if let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        DirBuilder::new()
            .recursive(true)
            .mode(FOLDER)
            .create(folder)?;
    }
    options().create_new(true).open(file)
}

/// Opens `file`, or makes it, to hold a lock on it. A link is not followed: it might lead to a file of somebody else's.
pub(super) fn open(file: &Path) -> io::Result<File> {
    let mut options = options();
    let options = options.create(true).truncate(false);
    options.custom_flags(libc::O_NOFOLLOW).open(file)
}

/// Writes `words` into `file`, whole or not at all: what stands there is replaced at once.
///
/// # Errors
///
/// If the system does not let us; then `file` is as it was.
pub fn write_private(file: &Path, words: &[u8]) -> io::Result<()> {
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    let new = Path::new(&name);
    // One that a stop left half written.
    drop(fs::remove_file(new));
    let mut made = make(new)?;
    made.write_all(words)?;
    made.sync_all()?;
    fs::rename(new, file)
}

/// Takes from others what they may do with `file`, if they may anything; the log says so. A missing file is nobody's.
pub(super) fn tighten(file: &Path) {
    let Ok(about) = fs::metadata(file) else {
        return;
    };
    let mode = about.mode() & 0o7777;
    if mode & OTHERS == 0 {
        return;
    }
    let (file_name, was) = (file.display(), format!("{mode:o}"));
    let own = fs::Permissions::from_mode(mode & !OTHERS);
    match fs::set_permissions(file, own) {
        Ok(()) => {
            tracing::warn!(file = %file_name, was, "others could read or write this file; they no longer can");
        }
        Err(error) => {
            tracing::error!(file = %file_name, was, %error, "others can read or write this file, and we may not forbid it");
        }
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).mode(FILE);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(file: &Path) -> u32 {
        fs::metadata(file).unwrap().mode() & 0o777
    }

    #[test]
    fn what_is_written_is_private_and_replaces_what_stood_there() {
        let home = std::env::temp_dir().join(format!("verbatim-written-{}", std::process::id()));
        let file = home.join("words");
        for words in ["first", "second"] {
            write_private(&file, words.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), words);
            assert_eq!(mode(&file), FILE);
        }
        assert_eq!(fs::read_dir(&home).unwrap().count(), 1);
        fs::remove_dir_all(home).unwrap();
    }

    #[test]
    fn what_is_made_is_private_from_the_first() {
        let home = std::env::temp_dir().join(format!("verbatim-private-{}", std::process::id()));
        let folder = home.join("deep/er");
        let (made, lock) = (folder.join("made"), folder.join("made.lock"));
        assert_eq!(
            make(&made).unwrap().metadata().unwrap().mode() & 0o777,
            FILE
        );
        assert_eq!(
            open(&lock).unwrap().metadata().unwrap().mode() & 0o777,
            FILE
        );
        assert_eq!((mode(&folder), mode(&home.join("deep"))), (FOLDER, FOLDER));
        assert!(make(&made).is_err(), "it stands already");
        fs::remove_dir_all(home).unwrap();
    }
}
