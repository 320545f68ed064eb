//! Tells the program what it was made of: the commit, and a checksum of whatever learns.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What decides which weights come of which examples: the reading, the features and the fit.
const LEARNS: &[&str] = &[
    "src/text",
    "src/content",
    "src/learn",
    "src/encoder",
    "src/search",
    "src/care",
];

fn main() {
    println!("cargo:rustc-env=VERBATIM_LEARNING={:016x}", learning());
    println!("cargo:rustc-env=VERBATIM_COMMIT={}", commit());
}

/// The FNV-1a hash of every file that learns, so that what an older program learned is not taken for our own.
fn learning() -> u64 {
    let mut files = BTreeSet::from([PathBuf::from("Cargo.lock")]);
    for floor in LEARNS {
        println!("cargo:rerun-if-changed={floor}");
        println!("cargo:rerun-if-changed={floor}.rs");
        files.insert(PathBuf::from(format!("{floor}.rs")));
        gather(Path::new(floor), &mut files);
    }
    println!("cargo:rerun-if-changed=Cargo.lock");
    let bytes = files
        .iter()
        .flat_map(|file| fs::read(file).unwrap_or_default());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn gather(folder: &Path, files: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => gather(&path, files),
            false => drop(files.insert(path)),
        }
    }
}

/// The commit, as the environment or git tells it. While somebody works on the code it would only cost a build.
fn commit() -> String {
    println!("cargo:rerun-if-env-changed=VERBATIM_COMMIT");
    if let Ok(commit) = env::var("VERBATIM_COMMIT") {
        return commit;
    }
    if env::var("PROFILE").as_deref() != Ok("release") {
        return "of a working copy".to_owned();
    }
    let git = |arguments: &[&str]| {
        let told = Command::new("git").args(arguments).output().ok()?;
        let told = String::from_utf8(told.stdout).ok()?;
        Some(told.trim().to_owned()).filter(|told| !told.is_empty())
    };
    for place in ["HEAD", "logs/HEAD"] {
        if let Some(file) = git(&["rev-parse", "--git-path", place]) {
            println!("cargo:rerun-if-changed={file}");
        }
    }
    git(&["rev-parse", "--short=10", "HEAD"]).unwrap_or_else(|| "unknown".to_owned())
}
