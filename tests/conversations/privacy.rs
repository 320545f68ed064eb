//! What is kept of people, and how they have it deleted; servers that leave and return.

use crate::support::{GUILD, at, bot, choose, conversation, heard, options, somebody};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use tokio::time::{sleep, timeout};
use verbatim::bot::Request;
use verbatim::discord::Pace;
use verbatim::settings::{Change, Visibility};
use verbatim::store::{KEPT_AFTER_LEAVING, Store};
use verbatim::who::{GuildId, Member, Place, UserId};

#[test]
fn privacy_is_told_to_the_asker_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let told = alice.slash(&general, "privacy", json!({})).reply().await;
        assert!(told.ephemeral);
        insta::assert_snapshot!(told.text());
        let alone = alice
            .slash(&alice.dms(), "privacy", json!({}))
            .reply()
            .await;
        assert_eq!(alone.text(), told.text());
    });
}

#[test]
fn whoever_asks_is_forgotten_at_once_and_what_they_set_stays() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        let kept = heard().await;
        let store = kept.store.clone();
        for (person, visibility) in [
            (&alice, Visibility::Public),
            (&alice, Visibility::Private),
            (&bob, Visibility::Public),
        ] {
            change(
                &store,
                GUILD,
                person.id,
                Change::set("visibility", visibility),
            )
            .await;
        }
        c.start_bot(kept).await;
        let delete = json!({ "delete": true });
        let told = alice.slash(&general, "privacy", delete).reply().await;
        assert!(told.ephemeral);
        assert_eq!(
            told.content,
            "Your name is deleted from the 2 changes that you made, and what I remembered of you is forgotten. Only that you asked, sent or shared something counts to the end of the hour, or nobody could be asked to wait."
        );
        let history = store.history(GUILD).await.expect("a history");
        let names: Vec<Option<UserId>> = history.iter().map(|change| change.who).collect();
        assert_eq!(names, [Some(UserId(bob.id)), None, None, Some(UserId(1))]);
        assert_eq!(
            store.settings(GUILD).await.unwrap().visibility,
            Visibility::Public
        );

        let told = alice.slash(&general, "privacy", json!({})).reply().await;
        let again = alice.press(&told, "Delete what concerns me").reply().await;
        assert!(
            again.content.starts_with("I had kept nothing"),
            "{}",
            again.content
        );
    });
}

#[test]
fn who_is_forgotten_reads_the_whole_card_again() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let need = "i want to kill myself since he left";
        let full = alice.dm(need).reply().await;
        let short = alice.dm(need).reply().await;
        assert_ne!(short.content, full.content);
        let delete = json!({ "delete": true });
        alice.slash(&alice.dms(), "privacy", delete).reply().await;
        assert_eq!(alice.dm(need).reply().await.content, full.content);
    });
}

#[test]
fn a_server_that_removes_us_is_noted_and_noted_again_when_it_returns() {
    conversation(async |c| {
        let guild = c.guild(500);
        let kept = heard().await;
        let store = kept.store.clone();
        c.start_bot(kept).await;
        guild.removes_bot();
        until(&store, GUILD, Left::Yes).await;
        guild.takes_bot();
        until(&store, GUILD, Left::No).await;
    });
}

#[tokio::test]
async fn what_is_remembered_goes_by_the_clock_and_on_request() {
    const HOUR: Duration = Duration::from_secs(60 * 60);
    let (bot, asker, start) = (bot().await, somebody(), Instant::now());
    let say = async |words: &str| {
        let request = Request::Message(words.to_owned());
        let said = bot.handle(&asker, Place::Dm, request, at(start)).await;
        said.expect("an answer");
    };
    say("does dopamine drop after orgasm?").await;
    say("i want to kill myself").await;
    assert!(bot.remembered() > 2, "a question, what was read, a card");
    bot.sweep(start + HOUR * 24 - Duration::from_secs(1));
    assert_eq!(bot.remembered(), 1, "the card");
    bot.sweep(start + HOUR * 24);
    assert_eq!(bot.remembered(), 0, "though nobody came");

    say("does dopamine drop after orgasm?").await;
    say("i want to kill myself").await;
    let forgotten = bot.handle(&asker, Place::Dm, Request::Forget, at(start));
    forgotten.await.expect("an answer");
    assert_eq!(
        bot.remembered(),
        1,
        "that something was asked, for the pace"
    );
    bot.sweep(start + HOUR);
    assert_eq!(bot.remembered(), 0);
}

#[test]
fn a_server_out_of_reach_has_not_left() {
    conversation(async |c| {
        let guild = c.guild(500);
        let general = guild.channel("general");
        let kept = heard().await;
        let store = kept.store.clone();
        c.start_bot(kept).await;
        let away = json!({ "id": "500", "unavailable": true });
        c.dispatch("GUILD_DELETE", Some(500), away);
        guild.announce();
        let alice = c.user("alice");
        alice.slash(&general, "privacy", json!({})).reply().await;
        // A stop waits for every event that was begun.
        c.stop().await;
        assert_eq!(left(&store, GUILD).await, Some(Left::No));
    });
}

#[test]
fn what_happened_while_we_were_away_is_noted_at_the_start() {
    conversation(async |c| {
        c.guild(500);
        let kept = heard().await;
        let store = kept.store.clone();
        let now = OffsetDateTime::now_utc();
        store.left(GUILD, now).await.expect("noted");
        let elsewhere = GuildId(501);
        change(
            &store,
            elsewhere,
            1,
            Change::set("visibility", Visibility::Public),
        )
        .await;
        c.start_bot(kept).await;
        until(&store, GUILD, Left::No).await;
        until(&store, elsewhere, Left::Yes).await;
    });
}

#[test]
fn a_server_that_left_long_ago_is_deleted_by_the_next_round() {
    conversation(async |c| {
        let kept = bot().await;
        choose(&kept, Change::set("visibility", Visibility::Public)).await;
        let store = kept.store.clone();
        // Not long enough at the start, but a second later.
        let nearly = OffsetDateTime::now_utc() - KEPT_AFTER_LEAVING + Duration::from_secs(1);
        store.left(GUILD, nearly).await.expect("noted");
        let mut options = options(c);
        options.pace = Pace {
            tidy: Duration::from_millis(10),
            ..options.pace
        };
        c.start_with(kept, options);
        c.ready().await;
        eventually(async || left(&store, GUILD).await.is_none()).await;
        let forgotten =
            async || store.settings(GUILD).await.unwrap().visibility == Visibility::Private;
        eventually(forgotten).await;
    });
}

/// Whether a server of which something is kept removed us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Yes,
    No,
}

async fn left(store: &Store, guild: GuildId) -> Option<Left> {
    let kept = store.kept().await.expect("the list");
    let kept = kept.into_iter().find(|kept| kept.guild == guild)?;
    Some(if kept.left.is_some() {
        Left::Yes
    } else {
        Left::No
    })
}

async fn until(store: &Store, guild: GuildId, wanted: Left) {
    eventually(async || left(store, guild).await == Some(wanted)).await;
}

/// Waits until it is so; the store tells nobody.
async fn eventually(so: impl AsyncFn() -> bool) {
    let waited = timeout(Duration::from_secs(5), async {
        while !so().await {
            sleep(Duration::from_millis(5)).await;
        }
    });
    waited.await.expect("it came true");
}

async fn change(store: &Store, guild: GuildId, by: u64, change: Change) {
    let member = Member {
        guild,
        manages_server: true,
        roles: Vec::new(),
    };
    let moderator = member.moderator(&BTreeSet::new()).expect("a manager");
    let now = OffsetDateTime::now_utc();
    let made = store.change(moderator, UserId(by), change, now).await;
    made.expect("a change that is allowed");
}
