//! Two processes on one PostgreSQL: each serves a Discord of its own here, and what one learns holds for both.

use crate::fake::{Channel, Fake, Person, Shown, TOKEN};
use crate::review::short;
use crate::support::{Running, choose, start_bot};
use serde_json::json;
use sqlx::{AssertSqlSafe, PgPool};
use std::path::Path;
use std::time::{Duration, Instant};
use verbatim::bot::Bot;
use verbatim::settings::{Change, Visibility};
use verbatim::store::{Location, Store};
use verbatim::who::ChannelId;

const OPEN: &str = "what does the gravy train thursday thing mean";
/// What is sure of its answer is everybody's to read where moderators let them.
const SURE: &str = "section 3";
const SEND: &str = "Send this to the moderators";

/// A database that nobody used yet, if there is a PostgreSQL to make it in.
async fn shared(name: &str) -> Option<Location> {
    let Ok(url) = std::env::var("VERBATIM_TEST_POSTGRES") else {
        println!("not run: VERBATIM_TEST_POSTGRES names no PostgreSQL; .ci/postgres starts one");
        return None;
    };
    let name = format!("conversation_{name}_{}", std::process::id());
    let admin = PgPool::connect(&url).await.unwrap();
    for order in [
        format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        format!("CREATE DATABASE {name}"),
    ] {
        let order = sqlx::raw_sql(AssertSqlSafe(order));
        order.execute(&admin).await.unwrap();
    }
    admin.close().await;
    let (address, _) = url.rsplit_once('/').unwrap();
    let own = format!("{address}/{name}");
    Some(Location::chosen(Some(&own), Path::new("")).unwrap())
}

/// One process and the people whom it serves.
struct Process {
    fake: Fake,
    general: Channel,
    mona: Person,
    alice: Person,
    store: Store,
    bot: Running,
}

impl Process {
    async fn on(location: &Location) -> Process {
        let fake = Fake::start().await;
        let guild = fake.guild(500);
        let general = guild.channel("general");
        let (mona, alice) = (fake.user("mona"), fake.user("alice"));
        guild.owner(&mona);
        let store = Store::open(location).await.unwrap();
        let bot = Bot::new(short(), store.clone(), TOKEN).undelayed();
        choose(&bot, Change::Review(Some(ChannelId(general.id)))).await;
        let bot = start_bot(&fake, bot).await;
        Process {
            fake,
            general,
            mona,
            alice,
            store,
            bot,
        }
    }

    async fn asks(&self, question: &str) -> Shown {
        let question = json!({ "question": question });
        let asked = self.alice.slash(&self.general, "ask", question);
        asked.reply().await
    }

    /// Whether the question is answered now by a section whose title begins so.
    async fn answers(&self, title: &str) -> bool {
        let answer = self.asks(OPEN).await;
        let quoted = answer.embeds.first().and_then(|it| it["title"].as_str());
        quoted.is_some_and(|quoted| quoted.starts_with(title))
    }

    async fn sends(&self) {
        let form = self.alice.press(&self.asks(OPEN).await, SEND).modal().await;
        self.alice.submit(&form, &[]).reply().await;
    }

    async fn reviews(&self) -> Shown {
        let review = self.mona.slash(&self.general, "review", json!({}));
        review.reply().await
    }

    async fn teaches(&self, title: &str) -> Shown {
        let choosing = self
            .mona
            .press(&self.reviews().await, "Teach")
            .reply()
            .await;
        let menu = choosing.selects().remove(0);
        let mut options = menu.options.iter();
        let (_, value) = options.find(|(label, _)| label.starts_with(title)).unwrap();
        let weighed = self.mona.select(&choosing, &menu.custom_id, &[value]);
        let weighed = weighed.reply().await;
        self.mona.press(&weighed, "Teach this").reply().await
    }

    async fn ends(self) {
        self.bot.stop().await.expect("a clean end");
        self.fake.finish().await;
        self.store.close().await;
    }
}

/// Asks until it is so; what one process changed reaches the others within a second.
async fn within_a_second(true_now: impl AsyncFn() -> bool) {
    let start = Instant::now();
    while !true_now().await {
        assert!(start.elapsed() < Duration::from_secs(1), "it took too long");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn what_is_sent_to_one_is_taught_by_the_other_and_answered_by_both() {
    let Some(location) = shared("taught").await else {
        return;
    };
    let (one, other) = (Process::on(&location).await, Process::on(&location).await);
    one.sends().await;
    // The other knew that nothing was taught here.
    assert!(!other.answers("3.").await);
    other.teaches("3.").await;
    within_a_second(async || one.answers("3.").await).await;

    let late = one.reviews().await;
    assert!(late.text().contains("No question waits"), "{}", late.text());
    let list = one.mona.slash(&one.general, "taught", json!({}));
    let list = list.reply().await;
    let menu = list.selects().remove(0);
    let (_, value) = &menu.options[0];
    let unlearned = one.mona.select(&list, &menu.custom_id, &[value]);
    unlearned.reply().await;
    within_a_second(async || !other.answers("3.").await).await;
    one.ends().await;
    other.ends().await;
}

#[tokio::test]
async fn what_one_process_changes_the_other_keeps_to() {
    let Some(location) = shared("chosen").await else {
        return;
    };
    let (one, other) = (Process::on(&location).await, Process::on(&location).await);
    assert!(other.asks(SURE).await.ephemeral);
    let moderator = Bot::new(short(), one.store.clone(), TOKEN);
    choose(&moderator, Change::set("visibility", Visibility::Public)).await;
    within_a_second(async || !other.asks(SURE).await.ephemeral).await;
    one.ends().await;
    other.ends().await;
}
