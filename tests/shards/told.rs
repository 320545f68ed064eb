//! What names no shards is told before anything begins.

use crate::rolling::{config, content, write_files};
use std::process::Command;

/// How the program ends that is told to serve these `shards` alone, and what it says.
#[track_caller]
fn told(shards: &str) -> (Option<i32>, String) {
    write_files();
    let output = Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .arg("run")
        .args(["--content".as_ref(), content().as_os_str()])
        .args(["--config".as_ref(), config().as_os_str()])
        .envs([("DISCORD_TOKEN", "x"), ("VERBATIM_SHARDS", shards)])
        .env_remove("DATABASE_URL")
        .output()
        .expect("the program runs");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    (output.status.code(), told)
}

#[test]
fn what_names_no_shards_is_told_with_what_to_write_instead() {
    let (code, said) = told("4/4");
    let expected = "`VERBATIM_SHARDS` cannot be \"4/4\"; the shards of 4 are 0 to 3.\n";
    assert_eq!((code, said.as_str()), (Some(78), expected));
    let (code, said) = told("4 of 16");
    assert_eq!(code, Some(78), "{said}");
    assert!(said.contains("set DATABASE_URL to one"), "{said}");
}
