//! Puts an article on the disk: whole, or not at all.

use super::error::ImportError;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Refuses a goal that is already there, be it a folder, a file or a link to nowhere.
pub fn refuse_existing(goal: &Path) -> Result<(), ImportError> {
    match goal.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Ok(_) => Err(ImportError::Exists(goal.to_owned())),
        Err(error) => Err(unwritable(goal, error)),
    }
}

/// Writes `files` into the new folder `goal`: into a folder beside it first, which then gets its name.
pub fn write(goal: &Path, files: &[(&str, &str)]) -> Result<(), ImportError> {
    let dir = goal.parent().unwrap_or(Path::new("."));
    if !dir.is_dir() {
        return Err(ImportError::NoContent(dir.to_owned()));
    }
    let draft = DraftFolder::beside(goal).map_err(|error| unwritable(goal, error))?;
    draft.fill(files).map_err(|error| unwritable(goal, error))?;
    refuse_existing(goal)?;
    draft
        .become_goal(goal)
        .map_err(|error| unwritable(goal, error))
}

/// Writes `files` over those of the folder `goal`; what else lies there stays.
pub fn write_over(goal: &Path, files: &[(&str, &str)]) -> Result<(), ImportError> {
    let failed = |error| unwritable(goal, error);
    let draft = DraftFolder::beside(goal).map_err(failed)?;
    draft.keep(goal, files).map_err(failed)?;
    draft.fill(files).map_err(failed)?;
    let name = goal.file_name().unwrap_or_default().to_string_lossy();
    let before = goal.with_file_name(format!(".{name}.before.{}", std::process::id()));
    fs::rename(goal, &before).map_err(failed)?;
    if let Err(error) = draft.become_goal(goal) {
        // What was there is there again.
        let _ = fs::rename(&before, goal);
        return Err(unwritable(goal, error));
    }
    // A leftover is hidden from every reader.
    let _ = fs::remove_dir_all(&before);
    Ok(())
}

fn unwritable(goal: &Path, error: io::Error) -> ImportError {
    ImportError::Unwritable {
        folder: goal.to_owned(),
        error,
    }
}

/// A folder that goes away with us unless it becomes the goal.
struct DraftFolder(PathBuf);

impl DraftFolder {
    /// A name that begins with a dot is no article to anyone who reads the content meanwhile.
    fn beside(goal: &Path) -> io::Result<DraftFolder> {
        let name = goal.file_name().unwrap_or_default().to_string_lossy();
        let folder = goal.with_file_name(format!(".{name}.{}", std::process::id()));
        fs::create_dir(&folder)?;
        Ok(DraftFolder(folder))
    }

    fn fill(&self, files: &[(&str, &str)]) -> io::Result<()> {
        for (name, text) in files {
            let mut file = File::create_new(self.0.join(name))?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
        }
        sync(&self.0)
    }

    /// Copies every file of `goal` that is none of `files`.
    fn keep(&self, goal: &Path, files: &[(&str, &str)]) -> io::Result<()> {
        for entry in fs::read_dir(goal)? {
            let entry = entry?;
            let name = entry.file_name();
            let written = files.iter().any(|(file, _)| name.to_str() == Some(file));
            if !written && entry.file_type()?.is_file() {
                fs::copy(entry.path(), self.0.join(name))?;
            } else if !written {
                let name = name.to_string_lossy();
                let what = format!("{name} in it is no file; move it elsewhere first");
                return Err(io::Error::other(what));
            }
        }
        Ok(())
    }

    fn become_goal(&self, goal: &Path) -> io::Result<()> {
        fs::rename(&self.0, goal)?;
        sync(goal.parent().unwrap_or(Path::new(".")))
    }
}

impl Drop for DraftFolder {
    fn drop(&mut self) {
        // After the rename there is nothing to remove; before it, a leftover is hidden from every reader.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Makes the disk remember which files `folder` holds.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interrupted_write_leaves_nothing_behind() {
        let dir = std::env::temp_dir().join(format!("verbatim-write-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder of our own");
        let files = [("article.md", "# T\n"), ("no-folder/article.toml", "")];
        let error = write(&dir.join("he-left"), &files).expect_err("the second file has no folder");
        assert!(matches!(error, ImportError::Unwritable { .. }), "{error}");
        let left = fs::read_dir(&dir).expect("the folder stays").count();
        fs::remove_dir_all(&dir).expect("it is ours");
        assert_eq!(left, 0);
    }
}
