//! A panel over a file that cannot be written: by its marks, and because its disk is full.

use crate::fake::logs;
use crate::server::Server;
use crate::support::{Home, conversation, knowledge};
use serde_json::json;
use std::fs::{self, File, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use verbatim::settings::Visibility;

impl Server<'_> {
    /// What follows when the moderator lets everyone see the answers.
    async fn goes_public(&self) -> String {
        let page = self.page("What an answer is like").await;
        self.chooses(&page, "everyone in the channel, where I am sure")
            .await
            .content
    }

    /// Whether members are answered.
    async fn answers(&self) -> bool {
        let question = json!({ "question": "section 3" });
        let asked = self.ben.slash(&self.general, "ask", question);
        !asked.reply().await.embeds.is_empty()
    }
}

const READ_ONLY: &str = "I may only read what I keep at the moment, so nothing was changed.";
const FULL: &str = "There is no room left where I keep things, so nothing was changed.";

#[test]
fn a_read_only_file_refuses_changes_answers_questions_and_heals() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server.home.may_write(false);
        let refused = server.goes_public().await;
        assert!(refused.starts_with(READ_ONLY), "{refused}");
        assert!(server.answers().await);
        // Read-only from the start, too.
        let server = server.restart().await;
        let refused = server.goes_public().await;
        assert!(refused.starts_with(READ_ONLY), "{refused}");
        assert!(server.answers().await);
        server.home.may_write(true);
        let saved = server.goes_public().await;
        assert!(saved.starts_with("✓ Saved."), "{saved}");
        assert_eq!(server.settings().await.visibility, Visibility::Public);
    });
}

#[test]
fn a_file_that_others_could_read_is_closed_to_them_and_the_log_says_so() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let file = server.home.file().to_owned();
        fs::set_permissions(&file, Permissions::from_mode(0o644)).expect("a file of ours");
        server.restart().await;
        let mode = fs::metadata(&file).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let lines = logs().of("verbatim");
        let told = |text: &str| text.starts_with("others could read or write this file");
        assert!(lines.records().iter().any(|record| told(&record.text)));
    });
}

/// Where the child finds its small disk.
const DISK: &str = "VERBATIM_TEST_DISK";

/// A disk of one megabyte, which only the child sees and which goes with it.
const SMALL_DISK: &str = "mount -t tmpfs -o size=1m none \"$1\" && shift && exec \"$@\"";

#[test]
fn a_full_disk_refuses_changes_answers_questions_and_heals() {
    let disk = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("disk-{}", std::process::id()));
    fs::create_dir_all(&disk).expect("a folder");
    let child = Command::new("unshare")
        .args(["-rm", "sh", "-c", SMALL_DISK, "sh"])
        .arg(&disk)
        .arg(std::env::current_exe().expect("this test"))
        .args(["--exact", "settings_disk::child_on_a_small_disk"])
        .args(["--ignored", "--nocapture"])
        .env(DISK, &disk)
        .output();
    fs::remove_dir(&disk).expect("nothing was written beside the small disk");
    let Ok(child) = child else {
        println!("not run: there is no `unshare` here, and so no small disk");
        return;
    };
    let told = String::from_utf8_lossy(&child.stdout);
    if !told.contains("on a small disk") {
        let why = String::from_utf8_lossy(&child.stderr);
        println!("not run: no small disk can be made here: {why}");
        return;
    }
    let why = String::from_utf8_lossy(&child.stderr);
    assert!(child.status.success(), "{told}\n{why}");
}

#[ignore = "a_full_disk_refuses_changes_answers_questions_and_heals starts it"]
#[test]
fn child_on_a_small_disk() {
    conversation(async |c| {
        println!("on a small disk");
        let disk = PathBuf::from(std::env::var_os(DISK).expect("started by its parent"));
        let home = Home::in_folder(&disk);
        let server = Server::of(c, knowledge(), home).await;
        let filler = disk.join("filler");
        fill(&filler);
        let refused = server.goes_public().await;
        assert!(refused.starts_with(FULL), "{refused}");
        assert!(server.answers().await);
        assert_eq!(server.settings().await.visibility, Visibility::Private);
        fs::remove_file(&filler).expect("the filler");
        let saved = server.goes_public().await;
        assert!(saved.starts_with("✓ Saved."), "{saved}");
        assert_eq!(server.settings().await.visibility, Visibility::Public);
    });
}

/// Writes until not a byte more fits.
fn fill(file: &Path) {
    let mut file = File::create(file).expect("a file");
    for size in [4096, 1] {
        let block = vec![0; size];
        let full = loop {
            if let Err(error) = file.write_all(&block) {
                break error.kind();
            }
        };
        assert_eq!(full, ErrorKind::StorageFull);
    }
}
