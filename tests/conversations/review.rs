//! From an asker to the moderators, and from them into what this server taught.

use crate::fake::{Channel, Discord, Person, Shown, TOKEN};
use crate::support::{
    Conversation, GUILD, Home, bot, bot_with, choose, conversation, knowledge_of, somebody,
};
use crate::walk::HERE;
use serde_json::json;
use serenity::all::Permissions;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use time::OffsetDateTime;
use verbatim::bot::{Bot, Knowledge, Now, Request, Response};
use verbatim::press::{Key, Press, Review};
use verbatim::reply::{Part, Reply};
use verbatim::settings::{Change, Style, Visibility};
use verbatim::who::{Asker, ChannelId, Member, RoleId};

/// An article so short that all of it is weighed in no time.
pub fn short() -> Arc<Knowledge> {
    static SHORT: OnceLock<Arc<Knowledge>> = OnceLock::new();
    let short = SHORT.get_or_init(|| {
        let dir = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/short"));
        fs::create_dir_all(dir.join("closeness")).expect("a folder");
        let sections = [
            "## 1. Quiet Evenings\n\nAn evening may be quiet without a reason.\n",
            "## 2. Old Habits\n\nHabits are learned early and stay for long.\n",
            "## 3. Asking Gently\n\nWho asks gently is told more.\n",
            "## Closing\n\nBe kind.\n",
        ];
        let text = format!("# On Closeness\n\n{}", sections.join("\n"));
        fs::write(dir.join("closeness/article.md"), text).expect("a file");
        knowledge_of(dir)
    });
    Arc::clone(short)
}

/// A bot that answers from the short article.
async fn short_bot() -> Bot {
    short_bot_with(&Home::new()).await
}

async fn short_bot_with(home: &Home) -> Bot {
    Bot::new(short(), home.store().await, TOKEN).undelayed()
}

/// The article is silent about it, and no word of it is in an example.
pub const OPEN: &str = "what does the gravy train thursday thing mean";
/// The same in other words.
const LIKE_IT: &str = "so what did he mean by the gravy train thursday thing";
/// The article is silent about this too, and nobody teaches it.
const OTHER: &str = "best deep conditioning treatment for 4c hair";
const CHOICE: &str = "why is he cold";
const NEED: &str = "i want to kill myself since he left";

/// A server with a channel for its moderators, one of whom is there.
struct Server<'c> {
    c: &'c Conversation,
    general: Channel,
    table: Channel,
    mona: Person,
    alice: Person,
}

impl<'c> Server<'c> {
    async fn new(c: &'c Conversation) -> Server<'c> {
        let guild = c.guild(500);
        let (general, table) = (guild.channel("general"), guild.channel("moderators"));
        let (mona, alice) = (c.user("mona"), c.user("alice"));
        guild.owner(&mona);
        Server {
            c,
            general,
            table,
            mona,
            alice,
        }
    }

    /// Starts `bot`, whose reports go to the moderators' channel.
    async fn start(&self, bot: Bot) {
        choose(&bot, Change::Review(Some(ChannelId(self.table.id)))).await;
        self.c.start_bot(bot.undelayed()).await;
    }

    /// What the moderators' channel is told first.
    async fn told(&self) -> Shown {
        let told = |_: &Discord| self.c.messages(&self.table).into_iter().next();
        self.c.wait_for("a word to the moderators", told).await
    }

    async fn asks(&self, question: &str) -> Shown {
        let question = json!({ "question": question });
        let asked = self.alice.slash(&self.general, "ask", question);
        asked.reply().await
    }

    /// Sends `words` to the moderators, typed anew.
    async fn sends(&self, words: &str) -> Shown {
        let open = self.asks(OTHER).await;
        let form = self.alice.press(&open, SEND).modal().await;
        self.alice.submit(&form, &[("0", words)]).reply().await
    }

    async fn reviews(&self) -> Shown {
        let review = self.mona.slash(&self.general, "review", json!({}));
        review.reply().await
    }

    /// Teaches that the section called so answers what waits longest.
    async fn teaches(&self, section: &str) -> Shown {
        let weighed = self.weighs(&self.reviews().await, section).await;
        self.mona.press(&weighed, "Teach this").reply().await
    }

    async fn weighs(&self, report: &Shown, section: &str) -> Shown {
        let choosing = self.mona.press(report, "Teach").reply().await;
        let (menu, value) = option(&choosing, section);
        let chosen = self.mona.select(&choosing, &menu, &[&value]);
        chosen.reply().await
    }
}

const SEND: &str = "Send this to the moderators";

/// The menu of `message`, and its value for what begins with `label`.
#[track_caller]
fn option(message: &Shown, label: &str) -> (String, String) {
    let menu = message.selects().remove(0);
    let mut options = menu.options.into_iter();
    let option = options.find(|(name, _)| name.starts_with(label));
    let (_, value) = option.unwrap_or_else(|| panic!("no `{label}`:\n{}", message.text()));
    (menu.custom_id, value)
}

#[track_caller]
fn offers(message: &Shown, button: &str) -> bool {
    message.buttons().iter().any(|it| it.label == button)
}

/// The title of what was quoted, if anything was.
fn quoted(message: &Shown) -> Option<&str> {
    message.embeds.first()?["title"].as_str()
}

#[test]
fn control_characters_reach_no_moderator() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        let sent = server.sends("why\u{0} the gravy\u{7} train").await;
        assert!(sent.content.contains("moderators"), "{}", sent.text());
        let review = server.reviews().await;
        let shown = review.text();
        assert!(shown.contains("why the gravy train"), "{shown}");
        let nothing = server.sends("\u{0}\u{7}").await;
        assert!(nothing.content.contains("no words"), "{}", nothing.text());
    });
}

#[test]
fn an_open_question_goes_to_the_moderators_and_comes_back_as_a_lesson() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        let open = server.asks(OPEN).await;
        assert!(open.ephemeral);
        insta::assert_snapshot!(open.text(), @r#"
        “On Closeness” does not speak of that, as far as I can tell. These parts come nearest. You can also ask in other words.
        You asked:
        what does the gravy train thursday thing mean
        [1. Quiet Evenings]
        [2. Old Habits]
        [3. Asking Gently]
        [Contents] [Send this to the moderators]
        "#);

        // The form shows the words; they may be edited.
        let form = server.alice.press(&open, SEND).modal().await;
        assert_eq!(form.title, "Send this to the moderators");
        assert_eq!(form.inputs[0]["value"], OPEN);
        let sent = server.alice.submit(&form, &[]).reply().await;
        assert!(sent.ephemeral && sent.id != open.id);
        insta::assert_snapshot!(sent.text(), @"Sent. In a few minutes the moderators can read your words, without your name. They may teach me the question, or answer you: you read that the next time you use me here or write to me. Whom to tell I keep sealed, for a week at most. The question I delete once they have dealt with it, or after thirty days.");

        // In the channel stands that something came, and neither what nor from whom.
        let post = &server.told().await;
        insta::assert_snapshot!(post.text(), @r#"
        Somebody sent you a question that the article left open. Their name was not sent along.
        [Look at it]
        "#);

        let report = server.mona.press(post, "Look at it").reply().await;
        assert!(report.ephemeral);
        let told = report.text();
        assert!(told.contains(OPEN) && !told.contains("alice"), "{told}");
        let weighed = server.weighs(&report, "3.").await;
        assert_eq!(weighed.id, report.id, "one message that edits itself");
        insta::assert_snapshot!(weighed.text(), @r#"
        If you teach me this, questions like it lead to “3. Asking Gently” in this server.

        These very words: now “not in the article”, then 3. Asking Gently.

        No other question that I know of would be answered differently: none that you taught, and none of the article's examples.
        In their words:
        what does the gravy train thursday thing mean
        [Teach this] [Edit the words] [Another part] [Back]
        "#);
        let taught = server.mona.press(&weighed, "Teach this").reply().await;
        insta::assert_snapshot!(taught.text(), @r#"
        Taught: “3. Asking Gently” answers it from now on.

        No question waits for you.
        "#);

        let title = "3. Asking Gently";
        let answered = server.asks(OPEN).await;
        assert_eq!(quoted(&answered), Some(title));
        let near = server.asks(LIKE_IT).await;
        let named = quoted(&near) == Some(title) || offers(&near, title);
        assert!(named, "{}", near.text());
    });
}

#[test]
fn the_way_to_the_moderators_stands_only_where_they_read_and_the_article_is_open() {
    conversation(async |c| {
        let server = Server::new(c).await;
        c.start().await;
        assert!(!offers(&server.asks(OPEN).await, SEND), "nobody would read");
        c.stop_to_start().await;

        server.start(bot_with(&Home::new()).await).await;
        assert!(offers(&server.asks(CHOICE).await, SEND));
        assert!(!offers(&server.asks("section 7").await, SEND));
        assert!(
            !offers(&server.asks(NEED).await, SEND),
            "a card comes alone"
        );
        let dm = server.alice.dm(OPEN).reply().await;
        assert!(!offers(&dm, SEND), "direct messages have no moderators");
    });
}

#[test]
fn before_everyone_no_words_are_repeated() {
    conversation(async |c| {
        let server = Server::new(c).await;
        let bot = short_bot().await;
        choose(&bot, Change::set("visibility", Visibility::Public)).await;
        server.start(bot).await;
        let open = server.asks(OPEN).await;
        assert!(open.ephemeral && open.text().contains("gravy"));
        let public = server.asks("section 2").await;
        assert!(!public.ephemeral);
        let amiss = server
            .alice
            .press(&public, "Not what I asked")
            .reply()
            .await;
        let form = server.alice.press(&amiss, SEND).modal().await;
        assert_eq!(form.inputs[0]["value"], "");
    });
}

#[test]
fn words_that_need_a_person_meet_the_card_first_and_are_never_taught() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(bot().await).await;
        let card = server.sends(NEED).await;
        assert!(card.text().contains("Find A Helpline"), "{}", card.text());
        assert!(c.messages(&server.table).is_empty());

        // Who read it may send the words all the same.
        let form = server.alice.press(&card, SEND).modal().await;
        let sent = server.alice.submit(&form, &[("0", NEED)]).reply().await;
        assert!(sent.text().starts_with("Sent."), "{}", sent.text());
        let report = server.reviews().await;
        assert!(report.text().contains(NEED));
        let refused = server.weighs(&report, "10.").await;
        insta::assert_snapshot!(refused.text(), @r#"
        I teach nothing from this one: to words like these I always answer with a card, because somebody may need a person.
        [Back]
        "#);
        let back = server.mona.press(&refused, "Back").reply().await;
        assert_eq!(back.text(), report.text());
    });
}

#[test]
fn whoever_may_not_send_their_words_any_more_meets_the_card_all_the_same() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(bot().await).await;
        let open = server.asks(OTHER).await;
        let form = server.alice.press(&open, SEND).modal().await;
        // While it was filled in, Discord lost sight of the server, and we with it.
        let lost = json!({ "id": "500", "unavailable": true });
        c.dispatch("GUILD_DELETE", Some(500), lost);
        let card = server.alice.submit(&form, &[("0", NEED)]).reply().await;
        assert!(card.text().contains("Find A Helpline"), "{}", card.text());
        let refused = server.alice.submit(&form, &[("0", OTHER)]).reply().await;
        assert!(
            !refused.text().contains("Find A Helpline"),
            "and nobody else"
        );
        assert!(c.messages(&server.table).is_empty());
    });
}

#[test]
fn only_moderators_of_this_server_review() {
    conversation(async |c| {
        let server = Server::new(c).await;
        let guild = c.guild(500);
        let role = guild.role("helpers", Permissions::empty());
        let hope = c.user("hope");
        guild.member(&hope, &[role]);
        let other = c.guild(600);
        let ruth = c.user("ruth");
        other.owner(&ruth);
        let bot = short_bot().await;
        choose(&bot, Change::Trust(RoleId(role))).await;
        server.start(bot).await;
        server.sends(OPEN).await;

        let post = server.told().await;
        let refused = server.alice.press(&post, "Look at it").reply().await;
        assert!(refused.ephemeral);
        insta::assert_snapshot!(refused.text(), @"That is for the moderators of this server: whoever may manage it, or holds a role that they named to me.");
        for person in [&server.alice, &ruth] {
            for command in ["review", "taught"] {
                let used = person.slash(&server.general, command, json!({}));
                assert_eq!(used.reply().await.text(), refused.text(), "{command}");
            }
        }
        let report = hope.press(&post, "Look at it").reply().await;
        assert!(report.text().contains(OPEN));

        // The role is gone between the look and the press.
        guild.member(&hope, &[]);
        let too_late = hope.press(&report, "Dismiss").reply().await;
        assert_eq!(too_late.text(), refused.text());
        assert!(server.reviews().await.text().contains(OPEN));
    });
}

#[test]
fn two_moderators_deal_with_a_report_once() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        server.sends("first gravy question").await;
        server.sends("second gravy question").await;
        let (one, other) = (server.reviews().await, server.reviews().await);
        let weighed = server.weighs(&other, "3.").await;
        let dismissed = server.mona.press(&one, "Dismiss").reply().await;
        let text = dismissed.text();
        assert!(
            text.starts_with("It is deleted.\n\nQuestion 1 of 1, sent <t:"),
            "{text}"
        );
        assert!(
            text.ends_with("In their words:\nsecond gravy question\n[Teach] [Answer] [Dismiss]")
        );
        let late = server.mona.press(&weighed, "Teach this").reply().await;
        assert!(
            late.text().starts_with("That one was dealt with"),
            "{}",
            late.text()
        );
        assert!(
            late.text().contains("second gravy question"),
            "the next one"
        );

        // An old post shows what waits now.
        let post = server.told().await;
        let now = server.mona.press(&post, "Look at it").reply().await;
        assert!(
            now.text().contains("second gravy question"),
            "{}",
            now.text()
        );
        let last = server.mona.press(&now, "Dismiss").reply().await;
        assert!(last.text().ends_with("No question waits for you."));
    });
}

#[test]
fn reports_are_paged_one_at_a_time() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        for number in ["first", "second", "third"] {
            server.sends(&format!("the {number} gravy question")).await;
        }
        let first = server.reviews().await;
        assert!(
            first.text().starts_with("Question 1 of 3"),
            "{}",
            first.text()
        );
        assert!(!offers(&first, "Previous"));
        let second = server.mona.press(&first, "Next").reply().await;
        assert_eq!(second.id, first.id);
        let third = server.mona.press(&second, "Next").reply().await;
        assert!(third.text().contains("the third gravy question") && !offers(&third, "Next"));
        let second = server.mona.press(&third, "Previous").reply().await;
        assert!(
            second.text().starts_with("Question 2 of 3"),
            "{}",
            second.text()
        );
    });
}

#[test]
fn every_step_works_after_a_restart() {
    conversation(async |c| {
        let server = Server::new(c).await;
        let home = Home::new();
        let again = async || {
            c.stop_to_start().await;
            c.start_bot(short_bot_with(&home).await).await;
        };
        server.start(short_bot_with(&home).await).await;
        let open = server.asks(OPEN).await;
        again().await;
        let form = server.alice.press(&open, SEND).modal().await;
        assert_eq!(
            form.inputs[0]["value"], OPEN,
            "the message still repeats it"
        );
        again().await;
        server.alice.submit(&form, &[]).reply().await;
        let report = server.reviews().await;
        again().await;
        let weighed = server.weighs(&report, "3.").await;
        again().await;
        server.mona.press(&weighed, "Teach this").reply().await;
        again().await;
        let answered = server.asks(OPEN).await;
        let title = quoted(&answered).unwrap_or_default();
        assert!(title.starts_with("3."), "{}", answered.text());
    });
}

#[test]
fn a_channel_that_is_gone_loses_no_report() {
    conversation(async |c| {
        let server = Server::new(c).await;
        let bot = short_bot().await;
        choose(&bot, Change::Review(Some(ChannelId(77)))).await;
        c.start_bot(bot).await;
        let sent = server.sends(OPEN).await;
        assert!(sent.text().starts_with("Sent."), "{}", sent.text());
        assert!(server.reviews().await.text().contains(OPEN));
    });
}

#[test]
fn while_the_database_is_out_of_reach_nothing_is_kept_and_everyone_is_told() {
    conversation(async |c| {
        let server = Server::new(c).await;
        let home = Home::new();
        server.start(short_bot_with(&home).await).await;
        let open = server.asks(OPEN).await;
        let form = server.alice.press(&open, SEND).modal().await;
        let options = SqliteConnectOptions::new().filename(home.file());
        let other = SqlitePool::connect_with(options).await.unwrap();

        let held = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
        let refused = server.alice.submit(&form, &[]).reply().await;
        insta::assert_snapshot!(refused.text(), @"I cannot reach my memory just now, so nothing was changed. Please try again in a minute.");
        held.rollback().await.unwrap();
        let sent = server.alice.submit(&form, &[]).reply().await;
        assert!(sent.text().starts_with("Sent."), "{}", sent.text());

        let weighed = server.weighs(&server.reviews().await, "3.").await;
        let held = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
        let refused = server.mona.press(&weighed, "Teach this").reply().await;
        insta::assert_snapshot!(refused.text(), @r#"
        I cannot reach my memory just now, so nothing was changed. Please try again in a minute.
        [Back]
        "#);
        held.rollback().await.unwrap();
        let report = server.mona.press(&refused, "Back").reply().await;
        let weighed = server.weighs(&report, "3.").await;
        let taught = server.mona.press(&weighed, "Teach this").reply().await;
        assert!(taught.text().starts_with("Taught:"), "{}", taught.text());
    });
}

#[test]
fn nobody_fills_the_moderators_table_alone() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        for number in 0..5 {
            let sent = server.sends(&format!("gravy number {number}")).await;
            assert!(sent.text().starts_with("Sent."), "{}", sent.text());
        }
        let enough = server.sends("one more").await;
        insta::assert_snapshot!(enough.text(), @"You have sent the moderators several questions within the hour. Please wait 60 minutes, or write to them yourself.");
        assert!(server.reviews().await.text().starts_with("Question 1 of 5"));
    });
}

#[test]
fn what_was_taught_is_listed_and_unlearned() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        let taught = async || {
            let used = server.mona.slash(&server.general, "taught", json!({}));
            used.reply().await
        };
        insta::assert_snapshot!(taught().await.text(), @"This server has taught me nothing yet. When a question is sent to you, /review shows it, and you can teach me what answers it.");
        server.sends(OPEN).await;
        server.teaches("3.").await;
        let list = taught().await;
        assert!(list.ephemeral);
        insta::assert_snapshot!(list.text(), @r#"
        What this server taught me, 1 in all:

        - “what does the gravy train thursday thing mean” → Asking Gently
        <Choose one to unlearn: what does the gravy train thursday thing mean>
        "#);

        // The same words are not taught again, not even for another section.
        server
            .sends("What does the GRAVY TRAIN Thursday thing mean?!")
            .await;
        let refused = server.weighs(&server.reviews().await, "2.").await;
        insta::assert_snapshot!(refused.text(), @r#"
        These words were taught already: “Asking Gently” answers them.
        [Back]
        "#);

        let (menu, value) = option(&list, OPEN);
        let unlearned = server.mona.select(&list, &menu, &[&value]).reply().await;
        assert_eq!(unlearned.id, list.id);
        assert!(unlearned.text().starts_with("I have unlearned it."));
        assert_eq!(quoted(&server.asks(OPEN).await), None);
    });
}

#[test]
fn a_lesson_shows_what_else_it_would_change() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        server
            .sends("the gravy train thursday thing with him")
            .await;
        server.teaches("2.").await;
        server.sends("the gravy train thursday thing with me").await;
        let weighed = server.weighs(&server.reviews().await, "3.").await;
        insta::assert_snapshot!(weighed.text(), @r#"
        If you teach me this, questions like it lead to “3. Asking Gently” in this server.

        These very words: now 2. Old Habits, then a choice that begins with “3. Asking Gently”.

        Of the questions that you taught and the article's examples, 1 would be answered differently:

        “the gravy train thursday thing with him”: now 2. Old Habits, then a choice that begins with “2. Old Habits”.
        In their words:
        the gravy train thursday thing with me
        [Teach this] [Edit the words] [Another part] [Back]
        "#);
        // Another part is weighed, and nothing was taught.
        let choosing = server.mona.press(&weighed, "Another part").reply().await;
        assert_eq!(choosing.id, weighed.id);
        let report = server.mona.press(&choosing, "Back").reply().await;
        assert!(report.text().starts_with("Question 1 of 1"));
    });
}

#[test]
fn a_lesson_holds_in_its_own_server_alone() {
    conversation(async |c| {
        let server = Server::new(c).await;
        let elsewhere = c.guild(600).channel("general");
        server.start(short_bot().await).await;
        server.sends(OPEN).await;
        server.teaches("3.").await;
        assert!(quoted(&server.asks(OPEN).await).is_some());
        let question = json!({ "question": OPEN });
        let asked = server.alice.slash(&elsewhere, "ask", question);
        assert_eq!(quoted(&asked.reply().await), None);
        assert_eq!(quoted(&server.alice.dm(OPEN).reply().await), None);
    });
}

#[test]
fn a_moderator_edits_the_words_before_they_are_taught() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        server
            .sends("my ex dave from leeds and the gravy train")
            .await;
        let weighed = server.weighs(&server.reviews().await, "3.").await;
        let form = server.mona.press(&weighed, "Edit the words").modal().await;
        let standing = "my ex dave from leeds and the gravy train";
        assert_eq!(form.inputs[0]["value"], standing);
        let edited = server.mona.submit(&form, &[("0", OPEN)]).reply().await;
        assert_eq!(edited.id, weighed.id, "one message that edits itself");
        insta::assert_snapshot!(edited.text(), @r#"
        If you teach me this, questions like it lead to “3. Asking Gently” in this server.

        These very words: now “not in the article”, then 3. Asking Gently.

        No other question that I know of would be answered differently: none that you taught, and none of the article's examples.
        In your words:
        what does the gravy train thursday thing mean
        [Teach this] [Edit the words] [Another part] [Back]
        "#);

        // Edited again, the form holds what was written last; another part is weighed with it.
        let form = server.mona.press(&edited, "Edit the words").modal().await;
        assert_eq!(form.inputs[0]["value"], OPEN);
        let choosing = server.mona.press(&edited, "Another part").reply().await;
        assert!(choosing.text().contains(OPEN), "{}", choosing.text());
        let (menu, value) = option(&choosing, "2.");
        let weighed = server.mona.select(&choosing, &menu, &[&value]);
        let weighed = weighed.reply().await;
        assert!(weighed.text().contains(OPEN), "{}", weighed.text());
        let taught = server.mona.press(&weighed, "Teach this").reply().await;
        assert!(taught.text().ends_with("No question waits for you."));

        let lessons = server.mona.slash(&server.general, "taught", json!({}));
        let lessons = lessons.reply().await.text();
        assert!(
            lessons.contains(OPEN) && !lessons.contains("dave"),
            "{lessons}"
        );
        let answered = server.asks(OPEN).await;
        assert_eq!(quoted(&answered), Some("2. Old Habits"));
    });
}

#[test]
fn edited_words_are_looked_at_like_any_others() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        server.sends(OPEN).await;
        server.teaches("3.").await;
        server.sends("something else about gravy").await;
        let weighed = server.weighs(&server.reviews().await, "2.").await;
        for (words, told) in [
            (NEED, "I teach nothing from this one"),
            (
                OPEN,
                "These words were taught already: “Asking Gently” answers them.",
            ),
        ] {
            let form = server.mona.press(&weighed, "Edit the words").modal().await;
            let refused = server.mona.submit(&form, &[("0", words)]).reply().await;
            assert!(refused.text().starts_with(told), "{}", refused.text());
            let back = server.mona.press(&refused, "Back").reply().await;
            assert!(back.text().contains("something else about gravy"));
            server.weighs(&back, "2.").await;
        }

        // Who is no moderator any more, or comes too late, edits nothing.
        let form = server.mona.press(&weighed, "Edit the words").modal().await;
        let first = server.reviews().await;
        server.mona.press(&first, "Dismiss").reply().await;
        let late = server
            .mona
            .submit(&form, &[("0", "new words")])
            .reply()
            .await;
        assert!(
            late.text().starts_with("That one was dealt with"),
            "{}",
            late.text()
        );
    });
}

#[test]
fn edited_words_outlive_a_restart_and_plain_messages() {
    conversation(async |c| {
        let server = Server::new(c).await;
        let home = Home::new();
        let bot = short_bot_with(&home).await;
        choose(&bot, Change::set("style", Style::Plain)).await;
        server.start(bot).await;
        server.sends("my ex dave and the gravy train").await;
        let weighed = server.weighs(&server.reviews().await, "3.").await;
        let form = server.mona.press(&weighed, "Edit the words").modal().await;
        let edited = server.mona.submit(&form, &[("0", OPEN)]).reply().await;
        c.stop_to_start().await;
        c.start_bot(short_bot_with(&home).await).await;
        server.mona.press(&edited, "Teach this").reply().await;
        let answered = server.asks(OPEN).await.text();
        assert!(answered.contains("3. Asking Gently"), "{answered}");
    });
}

#[test]
fn a_link_that_hides_where_it_leads_is_shown_as_it_was_typed() {
    conversation(async |c| {
        let server = Server::new(c).await;
        server.start(short_bot().await).await;
        let words = "what is [this](https://gravy.train) about";
        server.sends(words).await;
        let shown = "what is [this] (https://gravy.train) about";
        let report = server.reviews().await;
        assert!(report.text().contains(shown), "{}", report.text());
        let weighed = server.weighs(&report, "2. Old Habits").await;
        assert!(weighed.text().contains(shown), "{}", weighed.text());
        server.mona.press(&weighed, "Teach this").reply().await;
        let taught = server.mona.slash(&server.general, "taught", json!({}));
        let taught = taught.reply().await;
        assert!(taught.text().contains(shown), "{}", taught.text());
    });
}

/// The words of `reply`, part by part.
fn words(reply: &Reply) -> String {
    let parts = reply.parts.iter().filter_map(|part| match part {
        Part::Say(words) | Part::Asked { words, .. } => Some(words.as_str()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("\n")
}

/// Some second of some minute.
const SENT: i64 = 1_795_510_837;

#[tokio::test]
async fn moderators_hear_of_a_report_minutes_later_and_see_no_second_also_after_a_restart() {
    let home = Home::new();
    let bot = Bot::new(short(), home.store().await, TOKEN);
    choose(&bot, Change::Review(Some(ChannelId(7)))).await;
    let ask = async |bot: &Bot, request: Request, after: i64| {
        let owner = Member {
            guild: GUILD,
            manages_server: true,
            roles: Vec::new(),
        };
        let asker = Asker {
            member: Some(owner),
            ..somebody()
        };
        let time = OffsetDateTime::from_unix_timestamp(SENT + after).expect("a time");
        let now = Now {
            time,
            ..Now::read()
        };
        match bot.handle(&asker, HERE, request, now).await {
            Ok(Response::Reply(reply)) => words(&reply),
            other => panic!("{other:?}"),
        }
    };
    let due = async |bot: &Bot, after: i64| {
        let time = OffsetDateTime::from_unix_timestamp(SENT + after).expect("a time");
        bot.store.due(time).await.expect("the database")
    };
    let article = Key::of("closeness");
    let send = Press::Review(Review::Send {
        article,
        carded: false,
    });
    let told = ask(&bot, Request::Filled(send, vec![OPEN.to_owned()]), 0).await;
    assert!(told.starts_with("Sent. In a few minutes"), "{told}");
    let at_once = ask(&bot, Request::Review, 59).await;
    assert_eq!(at_once, "No question waits for you.");
    assert_eq!(due(&bot, 59).await, []);
    bot.store.close().await;
    drop(bot);

    let bot = Bot::new(short(), home.store().await, TOKEN);
    let later = ask(&bot, Request::Review, 300).await;
    assert!(later.contains(OPEN), "{later}");
    let when = later
        .split("<t:")
        .nth(1)
        .and_then(|rest| rest.split_once(":f>"));
    let when: i64 = when.expect("a time").0.parse().expect("a number");
    assert_eq!(when % 60, 0, "no second");
    let [report] = due(&bot, 300).await[..] else {
        panic!("one to tell");
    };
    assert!(bot.arrival(report, "en-US").await.is_some());
    assert_eq!(bot.store.told(report).await, Ok(true));
    assert_eq!(bot.store.told(report).await, Ok(false), "somebody did");
    assert_eq!(due(&bot, 300).await, []);
}
