//! What was read and what the article lacks, in numbers that name nobody.

use crate::fake::Shown;
use crate::server::Server;
use crate::support::{GUILD, conversation};
use serde_json::json;
use verbatim::reply::Counted;
use verbatim::settings::Change;
use verbatim::settings::Pace;

/// The article is silent about it.
const ABSENT: &str = "best deep conditioning treatment for 4c hair";
const NEED: &str = "i want to kill myself";

impl Server<'_> {
    async fn ben_asks(&self, question: &str) -> Shown {
        let question = json!({ "question": question });
        let asked = self.ben.slash(&self.general, "ask", question);
        asked.reply().await
    }

    /// What the moderator reads under `/numbers`, the date aside.
    async fn numbers(&self) -> Shown {
        let used = self.mia.slash(&self.general, "numbers", json!({}));
        used.reply().await
    }
}

/// What `message` says but for the date.
fn undated(message: &Shown) -> String {
    let text = message.text();
    let (before, rest) = text.split_once("<t:").expect("a date");
    let (_, after) = rest.split_once(":D>").expect("a date");
    format!("{before}…{after}")
}

#[test]
fn moderators_see_what_was_read_and_missed_and_nobodys_name() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let (minute, hour) = (60, 600);
        server.set(Change::Pace(Pace { minute, hour })).await;
        let nothing = server.numbers().await;
        assert!(nothing.ephemeral);
        insta::assert_snapshot!(nothing.text(), @"Nothing was counted in the last ninety days.");

        let mut shown = server.ben_asks("section 3").await;
        for _ in 0..5 {
            shown = server.ben_asks("section 3").await;
        }
        server.ben.press(&shown, "Share").reply().await;
        let amiss = server.ben.press(&shown, "Not what I asked").reply().await;
        let other = amiss.buttons()[0].label.clone();
        server.ben.press(&amiss, &other).reply().await;
        for _ in 0..5 {
            server.ben_asks(ABSENT).await;
        }
        let read = json!({ "section": "7" });
        let read = server.ben.slash(&server.general, "read", read);
        read.reply().await;
        // A need is not counted, nor is what lies behind its card.
        let card = server.ben_asks(NEED).await;
        server.ben.press(&card, "I meant the article").reply().await;
        insta::assert_snapshot!(undated(&server.numbers().await));
    });
}

#[test]
fn numbers_outlive_a_restart_and_are_deleted_when_a_moderator_says_so_twice() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server.ben_asks("section 3").await;
        let server = server.restart().await;
        let numbers = server.numbers().await;
        let told = undated(&numbers);
        assert!(told.contains("- **3. "), "{told}");
        let asked = server
            .mia
            .press(&numbers, "Delete these numbers")
            .reply()
            .await;
        insta::assert_snapshot!(asked.text(), @r#"
        This deletes every number of this server for good. New ones are counted from then on.
        [Yes, delete them] [Back]
        "#);
        let back = server.mia.press(&asked, "Back").reply().await;
        assert_eq!(undated(&back), told);
        let asked = server
            .mia
            .press(&back, "Delete these numbers")
            .reply()
            .await;
        let gone = server.mia.press(&asked, "Yes, delete them").reply().await;
        insta::assert_snapshot!(gone.text(), @r#"
        The numbers are deleted.

        Nothing was counted in the last ninety days.
        "#);
    });
}

#[test]
fn numbers_are_for_the_moderators_of_their_server_alone() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server.ben_asks("section 3").await;
        let refused = server.ben.slash(&server.general, "numbers", json!({}));
        let refused = refused.reply().await;
        assert!(refused.text().starts_with("That is for the moderators"));
        let numbers = server.numbers().await;
        let clear = server
            .mia
            .press(&numbers, "Delete these numbers")
            .reply()
            .await;
        server.guild.member(&server.mia, &[]);
        let late = server.mia.press(&clear, "Yes, delete them").reply().await;
        assert!(late.text().starts_with("That is for the moderators"));
        server.guild.owner(&server.mia);
        assert!(undated(&server.numbers().await).contains("- **3. "));
    });
}

#[test]
fn what_the_doctor_and_moderators_try_is_not_counted() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let doctor = server.mia.slash(&server.general, "setup", json!({}));
        let mut step = doctor.reply().await;
        for _ in 0..5 {
            step = server.presses(&step, "Keep it so").await;
        }
        assert!(step.text().contains("Does it work?"), "{}", step.text());
        let question = json!({ "question": "section 3" });
        let tried = server.mia.slash(&server.general, "test", question);
        tried.reply().await;
        let numbers = server.numbers().await;
        assert!(
            numbers.text().starts_with("Nothing was counted"),
            "{}",
            numbers.text()
        );
    });
}

#[test]
fn no_database_loses_counts_and_no_answers() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server.home.may_write(false);
        let answer = server.ben_asks("section 3").await;
        assert!(answer.text().contains("3. Attachment Styles"));
        let numbers = server.numbers().await;
        assert!(
            numbers.text().starts_with("Nothing was counted"),
            "{}",
            numbers.text()
        );
        server.home.may_write(true);
        server.ben_asks("section 4").await;
        let told = undated(&server.numbers().await);
        assert!(
            told.contains("- **4. ") && !told.contains("- **3. "),
            "{told}"
        );
    });
}

#[test]
fn what_happens_in_direct_messages_is_counted_for_no_server() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server.ben.dm("section 3").reply().await;
        let whole = json!({ "section": "7" });
        let read = server.ben.slash(&server.ben.dms(), "read", whole);
        read.reply().await;
        assert!(
            server
                .numbers()
                .await
                .text()
                .starts_with("Nothing was counted")
        );
        let location = verbatim::store::Location::File(server.home.file().to_owned());
        let now = time::OffsetDateTime::now_utc();
        let every = verbatim::store::every_tally(&location, now).await;
        let every = every.expect("it is read beside the bot");
        let seen: Vec<_> = every
            .iter()
            .map(|it| (it.counting.guild, it.counting.what, it.times))
            .collect();
        assert_eq!(seen.len(), 2);
        for what in [Counted::Shown, Counted::Read] {
            assert!(seen.contains(&(None, what, 1)), "{seen:?}");
        }
        assert!(every.iter().all(|it| it.counting.guild != Some(GUILD)));
    });
}
