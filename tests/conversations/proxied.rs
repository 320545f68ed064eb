//! Several processes behind one proxy that keeps Discord's limits for all of them (`[discord] proxy`).

use crate::fake::{Channel, Fake, Person, Proxy, Request, TOKEN};
use crate::support::{
    Home, Running, bot, by_proxy, conversation, heard, knowledge, options, start_with,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use time::OffsetDateTime;
use verbatim::bot::Bot;
use verbatim::config::Shards;
use verbatim::discord::Options;
use verbatim::settings::{Change, Channels, Mentions};
use verbatim::who::{GuildId, Member, UserId};

/// So many messages in so long, whoever sends them: less than Discord allows, so that a test meets it.
const LIMIT: usize = 2;
const WINDOW: Duration = Duration::from_millis(1_500);

/// A server of the second shard.
const THERE: u64 = 1 << 22;

/// A bot that answers mentions in [`THERE`].
async fn heard_there() -> Bot {
    let store = Home::new().store().await;
    let owner = Member {
        guild: GuildId(THERE),
        manages_server: true,
        roles: Vec::new(),
    };
    let moderator = owner.moderator(&BTreeSet::new()).expect("the owner");
    let change = Change::Mentions(Mentions::In(Channels::All));
    let made = store.change(moderator, UserId(1), change, OffsetDateTime::now_utc());
    made.await.expect("a change that is allowed");
    Bot::new(knowledge(), store, TOKEN).undelayed()
}

/// One process, which serves this of two shards by `way`.
fn process(bot: Bot, shard: &str, way: &Options) -> Running {
    let shards = Shards::read("shards", &format!("{shard}-{shard}/2")).expect("shards");
    start_with(
        bot,
        Options {
            shards,
            ..way.clone()
        },
    )
}

/// What is asked of two processes at the same time, over and over.
async fn everybody_is_answered(fake: &Fake, (alice, bob): (&Person, &Person), there: &Channel) {
    for part in 3..6 {
        let told = alice.dm(&format!("section {part}"));
        let named = bob.says(there, &format!("{} section {part}", fake.mention()));
        told.reply().await;
        named.reply().await;
    }
}

/// The messages that the fake was sent, in order.
fn sent(fake: &Fake) -> Vec<Request> {
    let requests = fake.requests().into_iter();
    let messages = requests.filter(|it| it.method == "POST" && it.path.starts_with("/channels"));
    messages
        .filter(|it| it.path.ends_with("/messages"))
        .collect()
}

/// Two processes that write at once; each message as the fake met it.
async fn written_at_once(fake: &Fake, way: &Options) -> Vec<Request> {
    fake.shards(2);
    fake.max_concurrency(2);
    fake.guild(500);
    let there = fake.guild(THERE).channel("general");
    let (alice, bob) = (fake.user("alice"), fake.user("bob"));
    let one = process(heard().await, "0", way);
    let other = process(heard_there().await, "1", way);
    fake.wait_for("both processes", |fake| {
        (fake.online().len() == 2 && fake.commands().is_some()).then_some(())
    })
    .await;
    fake.quota("/channels", LIMIT, WINDOW);
    everybody_is_answered(fake, (&alice, &bob), &there).await;
    one.stop().await.expect("a clean end");
    other.stop().await.expect("a clean end");
    sent(fake)
}

#[test]
fn behind_one_proxy_no_process_oversteps_what_all_of_them_share() {
    conversation(async |c| {
        let proxy = Proxy::before(c).await;
        let way = Options {
            proxy: Some(proxy.base()),
            ..options(c)
        };
        let sent = written_at_once(c, &way).await;
        let statuses: Vec<u16> = sent.iter().map(|request| request.status).collect();
        assert_eq!(statuses, [200; 6], "each once, and none too soon");
    });
}

/// What the test above would see if nobody counted for all.
#[test]
fn without_one_each_process_knows_only_what_it_sent_itself() {
    conversation(async |c| {
        let sent = written_at_once(c, &options(c)).await;
        assert!(sent.iter().any(|request| request.status == 429), "{sent:?}");
        assert!(!c.take_violations().is_empty());
    });
}

/// nirn-proxy says 408 where Discord or a limit kept it too long, and a bare 429 where it is not itself; twilight's says
/// 500 and 502 in words.
#[test]
fn what_a_proxy_itself_refuses_is_tried_again() {
    for path in ["/channels", "/interactions"] {
        for status in [408, 429, 500, 502] {
            conversation(async |c| {
                let alice = c.user("alice");
                c.start_with(bot().await, by_proxy(c));
                c.ready().await;
                c.answers_once("POST", path, status, Value::Null);
                let asked = match path {
                    "/channels" => alice.dm("section 3"),
                    _ => alice.slash(&alice.dms(), "ask", json!({ "question": "section 3" })),
                };
                asked.reply().await;
                let tries = c.requests().into_iter();
                let tries = tries.filter(|it| it.method == "POST" && it.path.starts_with(path));
                let statuses: Vec<u16> = tries.map(|request| request.status).collect();
                assert_eq!(statuses[0], status, "{path}");
                assert_eq!(statuses.len(), 2, "{path} {statuses:?}");
            });
        }
    }
}
