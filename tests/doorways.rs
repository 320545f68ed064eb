//! What a member sees at each doorway, the real client behind it.

mod fake;

use fake::{Fake, Person, TOKEN};
use serde_json::json;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use verbatim::bot::Bot;
use verbatim::content::Library;
use verbatim::discord::{Options, Pace, Stop, Token, serve};

/// One bot for every test: building its index takes longer than most of them.
fn bot() -> Arc<Bot> {
    static BOT: OnceLock<Arc<Bot>> = OnceLock::new();
    let built = BOT.get_or_init(|| {
        let library = Library::load(Path::new("content")).expect("the content has no mistakes");
        Arc::new(Bot::build(library).expect("the care files have no mistakes"))
    });
    Arc::clone(built)
}

/// The bot while it serves.
struct Serving {
    stop: oneshot::Sender<()>,
    ended: JoinHandle<Result<(), Stop>>,
}

impl Serving {
    async fn at(fake: &Fake) -> Serving {
        let options = Options {
            token: Token::new(TOKEN).expect("a token"),
            proxy: Some(fake.base()),
            pace: Pace::default(),
        };
        let (stop, stopped) = oneshot::channel();
        let ended = tokio::spawn(serve(bot(), options, async {
            let _ = stopped.await;
        }));
        fake.ready().await;
        Serving { stop, ended }
    }

    async fn stops(self) {
        self.stop.send(()).expect("it still serves");
        let ended = self.ended.await.expect("no panic");
        assert!(ended.is_ok(), "{ended:?}");
    }
}

async fn asks(person: &Person, place: &fake::Channel, question: &str) -> fake::Shown {
    let asked = person.slash(place, "ask", json!({ "question": question }));
    asked.reply().await
}

const QUESTION: &str = "does dopamine drop after orgasm?";

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_for_the_asker_alone() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let serving = Serving::at(&fake).await;
    let shown = asks(&alice, &general, QUESTION).await;
    let text = shown.text();
    assert!(shown.ephemeral);
    assert!(text.contains("1. The Biological Crash After Sex"), "{text}");
    assert!(text.contains("- dopamine falls"), "{text}");
    assert!(text.contains("What keeps a relationship healthy"), "{text}");
    assert!(text.contains("Why Men Withdraw After Sex"), "{text}");
    assert!(!text.contains(QUESTION), "{text}");
    serving.stops().await;
    fake.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_buttons_of_an_answer_work_after_a_restart() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let serving = Serving::at(&fake).await;
    let shown = asks(&alice, &general, QUESTION).await;
    serving.stops().await;
    fake.pass(std::time::Duration::from_secs(10));
    let serving = Serving::at(&fake).await;
    let whole = alice.press(&shown, "Read the whole section").reply().await;
    assert!(
        whole.text().contains("Part of the quiet after sex"),
        "{}",
        whole.text()
    );
    let contents = alice.press(&shown, "Contents").reply().await;
    assert!(
        contents.text().contains("17. The Deeper Question"),
        "{}",
        contents.text()
    );
    serving.stops().await;
    fake.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_direct_message_is_answered() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let serving = Serving::at(&fake).await;
    let shown = alice.dm(QUESTION).reply().await;
    assert!(
        shown.text().contains("1. The Biological Crash After Sex"),
        "{}",
        shown.text()
    );
    serving.stops().await;
    fake.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mention_is_answered_without_a_word_of_it_in_public() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let (alice, bob) = (fake.user("alice"), fake.user("bob"));
    let serving = Serving::at(&fake).await;
    let said = format!("{} {QUESTION}", fake.mention());
    let public = alice.says(&general, &said).reply().await;
    let text = public.text().to_lowercase();
    for word in ["dopamine", "orgasm", "biological", "sex"] {
        assert!(!text.contains(word), "{text}");
    }
    let opened = alice.press(&public, "Show me").reply().await;
    assert!(opened.ephemeral);
    assert!(
        opened.text().contains("1. The Biological Crash After Sex"),
        "{}",
        opened.text()
    );
    let refused = bob.press(&public, "Show me").reply().await;
    assert!(refused.ephemeral);
    assert!(!refused.text().contains("Biological"), "{}", refused.text());
    serving.stops().await;
    fake.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_in_danger_gets_a_card_and_no_excerpt() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let serving = Serving::at(&fake).await;
    let card = asks(&alice, &general, "he went quiet and i want to kill myself").await;
    let text = card.text();
    assert!(card.ephemeral);
    assert!(text.contains("emergency number"), "{text}");
    assert!(
        !text.contains("What keeps a relationship healthy"),
        "{text}"
    );
    let said = format!("{} he went quiet and i want to kill myself", fake.mention());
    let public = alice.says(&general, &said).reply().await;
    let words = public.text().to_lowercase();
    for word in ["kill", "suicide", "help", "emergency", "crisis"] {
        assert!(!words.contains(word), "{words}");
    }
    serving.stops().await;
    fake.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_typed_gets_an_answer_that_discord_takes() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let serving = Serving::at(&fake).await;
    let long = "why is he so far away ".repeat(272);
    for typed in [
        &long[..],
        "😂😂😂",
        "@everyone why",
        "```rust\nfn main() {}\n```",
        "**why** ||is|| he _quiet_ [x](https://example.com)",
        "w\u{200b}h\u{200b}y",
        "لماذا يبتعد؟",
        "為什麼他這麼安靜",
        "list the topics",
    ] {
        let shown = asks(&alice, &general, typed).await;
        assert!(shown.ephemeral, "{typed}");
        assert!(!shown.text().is_empty(), "{typed}");
    }
    serving.stops().await;
    fake.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_delivered_twice_is_answered_once() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let serving = Serving::at(&fake).await;
    let said = alice.dm(QUESTION);
    said.reply().await;
    said.again();
    // The next message's answer shows that the repeated one was passed over.
    let next = alice.dm("section 3").reply().await;
    assert!(next.text().contains("Attachment"), "{}", next.text());
    let conversation = alice.dms();
    assert_eq!(fake.messages(&conversation).len(), 2);
    serving.stops().await;
    fake.finish().await;
}
