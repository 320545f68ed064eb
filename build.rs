//! Tells the program what it was made of: the commit, a checksum of whatever learns, and the author's files in each language.

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

/// The author's lists that they read, beside those that are read at the start.
const GRAMMAR: &str = "content/grammar.toml";

/// The author's files that there are one of for each language, and that the program carries: what it calls them, their
/// folder, and what stands before and after the language in their names.
const CARRIED: &[(&str, &str, &str, &str)] = &[
    ("OWN_PHRASES", "content/phrases", "", ".ftl"),
    ("OWN_CARDS", "content/care", "cards.", ".toml"),
    ("OWN_LINES", "content/care", "lines.", ".toml"),
    ("OWN_RULES", "content/care", "rules.", ".toml"),
    ("OWN_SAID", "content/care", "said.", ".tsv"),
];

/// It stands first in each table, as the language of whoever speaks none of ours.
const FIRST_LANGUAGE: &str = "en";

fn main() {
    let own: String = CARRIED.iter().map(|carried| own(*carried)).collect();
    let out = env::var_os("OUT_DIR").map(PathBuf::from);
    let out = out.expect("cargo tells where to write").join("own.rs");
    fs::write(out, own).expect("cargo's folder can be written to");
    println!("cargo:rustc-env=VERBATIM_LEARNING={:016x}", learning());
    println!("cargo:rustc-env=VERBATIM_COMMIT={}", commit());
}

/// A table of the languages of one kind of file, each with its words.
fn own((table, folder, begin, end): (&str, &str, &str, &str)) -> String {
    println!("cargo:rerun-if-changed={folder}");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo tells where we are");
    let mut files = BTreeSet::new();
    gather(Path::new(folder), &mut files);
    let row = |file: &PathBuf| {
        let name = file.file_name()?.to_str()?;
        let language = name.strip_prefix(begin)?.strip_suffix(end)?;
        let path = Path::new(&root).join(file);
        let row = format!("({language:?}, include_str!({path:?})),\n");
        Some((language != FIRST_LANGUAGE, row))
    };
    let rows: BTreeSet<(bool, String)> = files.iter().filter_map(row).collect();
    let rows: String = rows.into_iter().map(|(_, row)| row).collect();
    format!(
        "/// `{begin}LANGUAGE{end}`, with the language.\npub const {table}: &[(&str, &str)] = &[\n{rows}];\n"
    )
}

/// The FNV-1a hash of every file that learns, so that what an older program learned is not taken for our own.
fn learning() -> u64 {
    let mut files = BTreeSet::from([PathBuf::from("Cargo.lock"), PathBuf::from(GRAMMAR)]);
    println!("cargo:rerun-if-changed={GRAMMAR}");
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
