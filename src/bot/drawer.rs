//! Where what was learned lies between two starts: a file an article and one for care, each under a checksum of all that
//! taught it. What was made of single texts is taught by nothing but their words.

use crate::content::Library;
use crate::learn::{Archive, BY_TEXT};
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

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.{ENDING}"))
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
        fs::rename(half, self.file(name))
    }
}

impl Archive for Drawer {
    /// What the file of that name holds, if the same files taught it and it is whole. Else it is as if it did not lie there.
    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        let bytes = fs::read(self.file(name)).ok()?;
        let (taught_by, rest) = bytes.split_first_chunk::<32>()?;
        let (whole, learned) = rest.split_first_chunk::<32>()?;
        let ours = taught_by == self.teacher(name) && *whole == sum(learned);
        ours.then(|| learned.to_vec())
    }
}

fn sum(bytes: &[u8]) -> Sum {
    Sha256::digest(bytes).into()
}
