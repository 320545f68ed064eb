//! The disk below the program: a file that was damaged, a folder that is moved away, and no room left.

use super::{TOKEN, config, database, end, heard, on_rain, online, signal, url, verbatim};
use crate::fake::{Channel, Exchange, Fake, Person, Shown};
use serde_json::json;
use serenity::all::Permissions;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};

/// A server whose moderator changes something again and again.
struct Server {
    general: Channel,
    mia: Person,
}

impl Server {
    fn of(fake: &Fake) -> Server {
        let guild = fake.guild(500);
        let (general, mia) = (guild.channel("general"), fake.user("mia"));
        let manager = guild.role("manager", Permissions::MANAGE_GUILD);
        guild.member(&mia, &[manager]);
        Server { general, mia }
    }

    /// What follows when she chooses who sees the answers.
    async fn chooses(&self, who: &str) -> String {
        let panel = self.mia.slash(&self.general, "settings panel", json!({}));
        let page = self.choice(&panel.reply().await, "What an answer is like");
        let chosen = self.choice(&page.reply().await, who);
        chosen.reply().await.content
    }

    /// She chooses the option `label` of whichever menu of `message` has it.
    fn choice(&self, message: &Shown, label: &str) -> Exchange {
        let menus = message.selects().into_iter();
        let mut options = menus.flat_map(|menu| {
            let of_menu = menu.options.into_iter();
            of_menu.map(move |(offered, value)| (menu.custom_id.clone(), offered, value))
        });
        let chosen = options.find(|(_, offered, _)| offered == label);
        let (menu, _, value) = chosen.expect("it is offered");
        self.mia.select(message, &menu, &[&value])
    }
}

const EVERYONE: &str = "everyone in the channel, where I am sure";
const SAVED: &str = "✓ Saved.";
const AWAY: &str = "I cannot reach my memory just now, so nothing was changed.";

/// What the log says where changes are refused.
const TOLD: &str = "settings cannot be changed";

/// `command` ends in the program, which shall serve `fake` with what `database` keeps.
fn started(mut command: Command, fake: &Fake, database: &Path) -> Child {
    let content = Path::new(env!("CARGO_TARGET_TMPDIR")).join("disk");
    on_rain(&content, "Drops fall when they are heavy.");
    let by_words = config("disk.toml", "[answer]\nencoder = false\n");
    command
        .args(["run", "--content"])
        .arg(content)
        .arg("--config")
        .arg(by_words)
        .envs([("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &fake.base())])
        .env("DATABASE_URL", url(database))
        .spawn()
        .expect("the program starts")
}

/// Stops it as an operator does; what it told.
async fn stopped(child: Child) -> String {
    signal(&child, "-TERM");
    let (code, told) = end(child).await;
    assert_eq!(code, Some(0), "{told}");
    told
}

#[tokio::test]
async fn a_damaged_file_ends_the_start_with_what_to_do() {
    let fake = Fake::start().await;
    let file = heard().await;
    let mut bytes = fs::read(&file).expect("a file");
    bytes[100..4_096].fill(0x5a);
    fs::write(&file, bytes).expect("a file");
    let (code, told) = end(started(verbatim(), &fake, &file)).await;
    assert_eq!(code, Some(74), "{told}");
    let place = file.display().to_string();
    insta::assert_snapshot!(told.replace(&place, "verbatim.db"), @"verbatim.db: this is no database, or it is damaged; restore a backup in its place, or move it away with the -wal and -shm beside it to begin without any settings.");
    fake.finish().await;
}

#[tokio::test]
async fn a_folder_that_is_moved_away_is_told_and_refuses_changes_until_it_is_back() {
    let fake = Fake::start().await;
    let (server, file) = (Server::of(&fake), database());
    let child = started(verbatim(), &fake, &file);
    online(&fake).await;
    // Her server's settings are known before they go: the panel has been shown.
    let panel = server
        .mia
        .slash(&server.general, "settings panel", json!({}));
    panel.reply().await;
    let folder = file.parent().expect("a folder of its own");
    let away = folder.with_extension("away");
    fs::rename(folder, &away).expect("room beside it");
    let refused = server.chooses(EVERYONE).await;
    assert!(refused.starts_with(AWAY), "{refused}");
    fs::rename(&away, folder).expect("room where it was");
    let saved = server.chooses(EVERYONE).await;
    assert!(saved.starts_with(SAVED), "{saved}");
    let told = stopped(child).await;
    let why = "the database's file was removed or replaced while it was in use; put it back";
    assert!(told.contains(TOLD) && told.contains(why), "{told}");
    fake.finish().await;
}

/// Linux alone gives a program a disk that nobody else sees.
#[cfg(target_os = "linux")]
mod full {
    use super::super::alone;
    use super::*;
    use std::fs::File;
    use std::io::{self, ErrorKind, Write};
    use std::os::unix::fs::MetadataExt;
    use std::path::PathBuf;
    use std::time::Instant;

    const FULL: &str = "There is no room left where I keep things, so nothing was changed.";

    /// A disk of its own for what it runs, which nobody else sees and which goes with it: the database and what was learned.
    const SMALL_DISK: &str = "mount -t tmpfs -o size=32m none \"$1\" && shift && exec \"$@\"";

    /// Runs `program` on such a disk at `place`.
    fn on_a_small_disk(place: &Path, program: &str) -> Command {
        let mut command = Command::new("unshare");
        command
            .args(["-rm", "sh", "-c", SMALL_DISK, "sh"])
            .arg(place)
            .arg(program);
        command
    }

    /// Writes until not a byte more fits.
    fn fill(file: &Path) -> io::Result<()> {
        let mut file = File::create(file)?;
        for size in [4_096, 1] {
            let block = vec![0; size];
            let full = loop {
                if let Err(error) = file.write_all(&block) {
                    break error;
                }
            };
            if full.kind() != ErrorKind::StorageFull {
                return Err(full);
            }
        }
        Ok(())
    }

    const ALONE: &str = "the asker alone, who may share them";

    /// So many changes are refused while there is no room,
    const REFUSED: usize = 4;
    /// of so many: for the first the database's log may have some left, and every other one changes nothing.
    const PRESSES: usize = 100;

    #[tokio::test]
    async fn a_full_disk_is_told_once_a_minute_however_many_press() {
        let name = format!("small-disk-{}", std::process::id());
        let disk = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&disk).expect("a folder");
        // Only root sees into a program that lets nobody look.
        let made = on_a_small_disk(&disk, "true").status();
        let root = fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0);
        if !root || !made.is_ok_and(|status| status.success()) {
            println!(
                "not run: only root can make a small disk for a program and fill it, and not everywhere"
            );
            return;
        }
        let fake = Fake::start().await;
        let server = Server::of(&fake);
        let program = alone(on_a_small_disk(&disk, env!("CARGO_BIN_EXE_verbatim")));
        let child = started(program, &fake, &disk.join("verbatim.db"));
        online(&fake).await;
        // The disk as the program sees it.
        let filler = format!("/proc/{}/root{}/filler", child.id(), disk.display());
        let began = Instant::now();
        fill(Path::new(&filler)).expect("a disk that takes what fits");
        let mut refused = 0;
        for who in [EVERYONE, ALONE].into_iter().cycle().take(PRESSES) {
            let told = server.chooses(who).await;
            refused += usize::from(told.starts_with(FULL));
            if refused == REFUSED {
                break;
            }
        }
        assert_eq!(refused, REFUSED, "of {PRESSES}");
        fs::remove_file(&filler).expect("the filler");
        let saved = server.chooses(EVERYONE).await;
        assert!(saved.starts_with(SAVED), "{saved}");
        let minutes = began.elapsed().as_secs() / 60;
        let told = stopped(child).await;
        fs::remove_dir(&disk).expect("nothing was written beside the small disk");
        let lines = told.lines().filter(|line| line.contains(TOLD)).count() as u64;
        assert!((1..=1 + minutes).contains(&lines), "{told}");
        fake.finish().await;
    }
}
