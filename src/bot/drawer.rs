//! Where what was learned lies between two starts: a file an article and one for care, each under a checksum of all that
//! taught it. What was made of single texts is taught by nothing but their words.

use crate::content::Library;
use crate::learn::{BY_TEXT, Recollection};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tracing::debug;

/// A folder of what was learned from one state of the author's files, by one state of our own.
#[derive(Debug)]
pub(super) struct Drawer {
    folder: PathBuf,
    taught_by: Sum,
    /// What learned, whatever it read.
    learner: Sum,
}

type Sum = [u8; 32];

/// What learns, as a checksum; a program that learns otherwise takes nothing from here.
const LEARNING: &str = env!("VERBATIM_LEARNING");

/// What the files are called.
const ENDING: &str = "learned";

impl Drawer {
    pub(super) fn of(folder: &Path, library: &Library) -> Drawer {
        let mut taught_by = Sha256::new();
        taught_by.update(LEARNING);
        taught_by.update(library.checksum);
        Drawer {
            folder: folder.to_owned(),
            taught_by: taught_by.finalize().into(),
            learner: sum(LEARNING.as_bytes()),
        }
    }

    /// What taught, or will teach, what is called `name`.
    fn teacher(&self, name: &str) -> &Sum {
        match name.starts_with(BY_TEXT) {
            true => &self.learner,
            false => &self.taught_by,
        }
    }

    /// What lies there that the same files taught. Whatever else lies there is as if it did not.
    pub(super) fn open(&self) -> Recollection {
        let mut known = BTreeMap::new();
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for file in files.map(|entry| entry.path()) {
            let name = file.file_stem().and_then(|name| name.to_str());
            let ours = file.extension().is_some_and(|end| end == ENDING);
            if let (true, Some(name), Ok(bytes)) = (ours, name, fs::read(&file))
                && let Some(learned) = self.opened(name, &bytes)
            {
                known.insert(name.to_owned(), learned.to_vec());
            }
        }
        Recollection::of(known)
    }

    /// What a file holds, if the same files taught it and it is whole.
    fn opened<'b>(&self, name: &str, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let (taught_by, rest) = bytes.split_first_chunk::<32>()?;
        let (whole, learned) = rest.split_first_chunk::<32>()?;
        let ours = taught_by == self.teacher(name) && *whole == sum(learned);
        ours.then_some(learned)
    }

    /// Puts `news` there. Where that cannot be done, the next start learns again.
    pub(super) fn keep(&self, news: BTreeMap<String, Vec<u8>>) {
        for (name, learned) in news {
            if let Err(error) = self.put(&name, &learned) {
                debug!(%error, "What was learned cannot be kept.");
            }
        }
    }

    /// The file takes its name when it is whole. What a kill leaves half done the next start, which learns the same, writes
    /// over; where two start at once and write over each other, the checksum tells.
    fn put(&self, name: &str, learned: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let half = self.folder.join(format!("{name}.half"));
        let bytes = [self.teacher(name), &sum(learned), learned].concat();
        fs::write(&half, bytes)?;
        fs::rename(half, self.folder.join(format!("{name}.{ENDING}")))
    }
}

fn sum(bytes: &[u8]) -> Sum {
    Sha256::digest(bytes).into()
}
