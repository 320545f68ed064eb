//! What everybody can see of a question tells nobody who needs a person.

use crate::care::NEEDS;
use crate::fake::{Channel, Discord, Exchange, Install, Person, Request, Shown};
use crate::support::{
    Conversation, GUILD, at, bot, choose, conversation, heard, knowledge, somebody,
};
use serde_json::{Value, json};
use std::time::Instant;
use verbatim::bot::{Bot, Request as Asked};
use verbatim::care::{Ear, Route, Whose};
use verbatim::encoder::Question;
use verbatim::press::Key;
use verbatim::settings::{Change, Mentioned, Pace, Visibility};
use verbatim::who::{ChannelId, Place};

/// A question that no part answers surely.
pub const UNSURE: &str = "why is he cold";

/// Discord's mark on what one person alone sees.
const EPHEMERAL: u64 = 1 << 6;

/// Discord's number of an answer that opens a form, which the one who pressed alone sees.
const FORM: u64 = 9;

/// How the ids begin that only we can read.
const UNREADABLE: [&str; 2] = ["sealed:", "after:delete:"];

/// A way to ask that others may see something of.
#[derive(Clone, Copy, Debug)]
pub enum Door {
    /// A message that names us, whose answer is opened and deleted.
    Mention,
    /// The same in a thread.
    InThread,
    /// A reply to what we wrote, with the ping left on.
    Reply,
    /// `/ask`.
    Ask,
    /// `/ask`, for everyone to see.
    AskForEveryone,
    /// `/read`, with words that no part is called by.
    Read,
    /// The menu on a message of one's own.
    MenuOnOwn,
    /// The menu on a message of somebody else.
    MenuOnOthers,
    /// The form for the moderators, reached from a message that everybody sees.
    Form,
}

impl Door {
    const ALL: [Door; 9] = [
        Door::Mention,
        Door::InThread,
        Door::Reply,
        Door::Ask,
        Door::AskForEveryone,
        Door::Read,
        Door::MenuOnOwn,
        Door::MenuOnOthers,
        Door::Form,
    ];
}

/// A server where somebody asks.
pub struct Server<'c> {
    pub c: &'c Conversation,
    pub general: Channel,
    thread: Channel,
    /// What we answered a command there for everyone.
    answer: Shown,
    /// What we answered a mention. Discord lets us read replies to no answer to a command.
    teaser: Shown,
}

impl Server<'_> {
    /// Everything that Discord is asked to do because `person` comes by `door` with `words`, as far as it is not for
    /// them alone: what, in which order, how often. So it tells as well how much is done before somebody sees anything.
    pub async fn seen(&self, door: Door, person: &Person, words: &str) -> Vec<String> {
        let bob = self.c.user("bob");
        let theirs = match door {
            Door::MenuOnOwn => Some(person.says(&self.general, words).message()),
            Door::MenuOnOthers => Some(bob.says(&self.general, words).message()),
            _ => None,
        };
        let before = self.c.requests().len();
        let named = format!("{} {words}", self.c.mention());
        let ask = |options: Value| person.slash(&self.general, "ask", options);
        match door {
            Door::Mention => {
                self.opened(person, person.says(&self.general, &named))
                    .await
            }
            Door::InThread => self.opened(person, person.says(&self.thread, &named)).await,
            Door::Reply => {
                self.opened(person, person.replies(&self.teaser, words))
                    .await
            }
            Door::Ask => alone(ask(json!({ "question": words }))).await,
            Door::AskForEveryone => {
                alone(ask(json!({ "question": words, "visible": "everyone" }))).await;
            }
            Door::Read => {
                alone(person.slash(&self.general, "read", json!({ "section": words }))).await;
            }
            Door::MenuOnOwn | Door::MenuOnOthers => {
                let message = theirs.expect("a message");
                alone(person.menu("Find in the article", &message)).await;
            }
            Door::Form => {
                let amiss = person.press(&self.answer, "Not what I asked").reply().await;
                let form = person.press(&amiss, "Send this to the moderators");
                let form = form.modal().await;
                alone(person.submit(&form, &[("0", words)])).await;
            }
        }
        let requests = self.c.requests().split_off(before);
        requests.into_iter().map(outside).collect()
    }

    /// The same of a message of `person`'s that names us, where nobody opens the answer.
    pub async fn named(&self, person: &Person, words: &str) -> Vec<String> {
        let before = self.c.requests().len();
        let words = format!("{} {words}", self.c.mention());
        person.says(&self.general, &words).reply().await;
        let requests = self.c.requests().split_off(before);
        requests.into_iter().map(outside).collect()
    }

    /// Opens what stands behind the button that everybody sees, and deletes that.
    async fn opened(&self, person: &Person, said: Exchange) {
        let public = said.reply().await;
        alone(person.press(&public, "Show me")).await;
        person.press(&public, "Delete").acknowledged().await;
        let gone = |fake: &Discord| fake.message(public.id).is_none().then_some(());
        self.c.wait_for("the teaser to go", gone).await;
    }
}

/// Waits for an answer, which the asker alone sees.
async fn alone(asked: Exchange) {
    let answer = asked.reply().await;
    assert!(answer.ephemeral, "{}", answer.text());
}

/// What is to be seen of `request` from outside; of what is sealed, that is its length.
fn outside(request: Request) -> String {
    let Request {
        method,
        path,
        mut body,
        ..
    } = request;
    let path = without_numbers(&path);
    let flags = body["data"]["flags"].as_u64().unwrap_or_default();
    if flags & EPHEMERAL > 0 || body["type"] == FORM {
        return format!("{method} {path} for the asker alone");
    }
    cover(&mut body);
    format!("{method} {path} {body}")
}

fn without_numbers(path: &str) -> String {
    let parts = path.split(|c: char| c.is_ascii_digit());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("#")
}

/// Leaves out the numbers of messages, and puts the same for everything that cannot be read.
pub fn cover(body: &mut Value) {
    match body {
        Value::Array(list) => list.iter_mut().for_each(cover),
        Value::Object(fields) => {
            fields.retain(|name, _| name != "nonce" && name != "message_id");
            fields.values_mut().for_each(cover);
        }
        Value::String(text) => {
            let family = UNREADABLE.iter().find(|family| text.starts_with(**family));
            if let Some(family) = family {
                *text = format!("{family}{} letters", text.len() - family.len());
            }
        }
        _ => (),
    }
}

/// What everybody reads where the answer is for the asker alone.
pub const TEASER: &str = "I have something for you that only you can see.\n[Show me] [Delete]";

/// A bot whose moderators let it answer mentions for everyone to read.
pub async fn in_public() -> Bot {
    let bot = heard().await;
    choose(&bot, Change::set("mentioned", Mentioned::InPublic)).await;
    bot
}

/// What people write in need: each kind of help, for themselves, for a friend, and from who did harm.
pub const IN_NEED: [(Route, Whose, &str); 14] = [
    (
        Route::SelfHarm,
        Whose::Own,
        "i want to kill myself since he left",
    ),
    (Route::SelfHarm, Whose::Own, "i took 30 pills an hour ago"),
    (
        Route::SelfHarm,
        Whose::Friend,
        "my friend wants to kill herself",
    ),
    (Route::Minor, Whose::Own, "im 15 and my boyfriend is 24"),
    (
        Route::Minor,
        Whose::Done,
        "she is 15 and i'm 28, we had sex",
    ),
    (
        Route::Minor,
        Whose::Friend,
        "my friend is 14 and her boyfriend is 25",
    ),
    (
        Route::Medical,
        Whose::Own,
        "i am bleeding heavily and it won't stop",
    ),
    (
        Route::Medical,
        Whose::Friend,
        "my girlfriend collapsed and won't wake up",
    ),
    (
        Route::Violence,
        Whose::Own,
        "he hits me when i ask for closeness",
    ),
    (
        Route::Violence,
        Whose::Done,
        "i hit my wife and i am scared of myself",
    ),
    (
        Route::Violence,
        Whose::Friend,
        "my sister is being beaten by her husband",
    ),
    (
        Route::Assault,
        Whose::Own,
        "he forced me to have sex last night",
    ),
    (
        Route::Assault,
        Whose::Done,
        "i forced my girlfriend to have sex and i feel terrible",
    ),
    (
        Route::Assault,
        Whose::Friend,
        "my friend was raped last night",
    ),
];

/// A server where `bot` takes questions for the moderators, answers commands for everyone, and has answered some.
pub async fn open(c: &Conversation, bot: Bot) -> Server<'_> {
    let guild = c.guild(GUILD.0);
    let (general, table) = (guild.channel("general"), guild.channel("moderators"));
    let thread = general.thread("feelings");
    choose(&bot, Change::set("visibility", Visibility::Public)).await;
    choose(&bot, Change::Review(Some(ChannelId(table.id)))).await;
    c.start_bot(bot).await;
    let first = c.user("first");
    let sure = json!({ "question": "does dopamine drop after orgasm?" });
    let answer = first.slash(&general, "ask", sure).reply().await;
    assert!(!answer.ephemeral, "{}", answer.text());
    let mention = first.says(&general, &format!("{} {UNSURE}", c.mention()));
    let teaser = mention.reply().await;
    Server {
        c,
        general,
        thread,
        answer,
        teaser,
    }
}

/// Compares, at every door, what is to be seen of a calm question with what is to be seen of each need.
async fn looks_the_same(c: &Conversation, bot: Bot) {
    let server = open(c, bot).await;
    for door in Door::ALL {
        let person = |name: &str| c.user(&format!("{name} {door:?}"));
        let calm = server.seen(door, &person("calm"), UNSURE).await;
        for (number, (_, _, need)) in IN_NEED.iter().enumerate() {
            let seen = server.seen(door, &person(&number.to_string()), need).await;
            assert_eq!(seen, calm, "{door:?}: {need}");
        }
    }
    for channel in [&server.general, &server.thread] {
        assert_eq!(c.typing(channel), 0);
    }
}

#[test]
fn each_of_these_needs_a_person() {
    let care = &knowledge().care;
    for (route, whose, words) in IN_NEED {
        let signal = care.signal(Question::from(words), Ear::Open).expect(words);
        assert_eq!((signal.route, signal.whose), (route, whose), "{words}");
    }
}

#[test]
fn a_need_and_a_calm_question_are_the_same_to_everybody_else() {
    conversation(async |c| {
        looks_the_same(c, heard().await).await;
    });
}

#[test]
fn where_mentions_are_answered_in_public_they_are_too() {
    conversation(async |c| {
        looks_the_same(c, in_public().await).await;
    });
}

#[test]
fn only_what_is_sure_or_asked_for_by_name_is_public() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        c.start_bot(in_public().await).await;
        for (number, (words, is_public)) in [
            ("does dopamine drop after orgasm?", true),
            ("section 3", true),
            ("contents", true),
            (UNSURE, false),
            ("how do i bake bread", false),
            ("pourquoi il ne me parle plus après l'amour ?", false),
            (NEEDS[0].0, false),
        ]
        .into_iter()
        .enumerate()
        {
            let person = c.user(&format!("asks-{number}"));
            let said = person.says(&general, &format!("{} {words}", c.mention()));
            let public = said.reply().await.text();
            assert_eq!(public != TEASER, is_public, "{words}: {public}");
        }
    });
}

/// Who may ask once a minute has the next answer for themselves, whatever was behind the first button.
#[test]
fn how_soon_something_is_public_again_tells_nothing() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let bot = in_public().await;
        let once = Pace { minute: 1, hour: 5 };
        choose(&bot, Change::Pace(once)).await;
        c.start_bot(bot).await;
        for (name, words) in [("calm", UNSURE), ("needs", NEEDS[0].0)] {
            let person = c.user(name);
            let mention = async |words: &str| {
                let said = person.says(&general, &format!("{} {words}", c.mention()));
                said.reply().await
            };
            let first = mention(words).await;
            person.press(&first, "Show me").reply().await;
            assert_eq!(mention("section 3").await.text(), TEASER, "{name}");
        }
    });
}

#[test]
fn in_a_conversation_of_several_everything_is_for_the_asker_alone() {
    conversation(async |c| {
        let alice = c.user("alice").using(Install::User);
        let group = c.private_channel(&[&alice, &c.user("bob")]);
        c.start().await;
        let ask = |person: &Person, question: &str| {
            let options = json!({ "question": question });
            person.slash(&group, "ask", options)
        };
        for person in [&alice, &alice.somewhere()] {
            for question in ["section 3", NEEDS[0].0] {
                let answer = ask(person, question).reply().await;
                assert!(answer.ephemeral, "{question}: {}", answer.text());
                let button = answer.buttons().pop().expect("a way on");
                let opened = match button.label.as_str() {
                    "Hide this" => person.press(&answer, "I meant the article"),
                    label => person.press(&answer, label),
                };
                assert!(opened.reply().await.ephemeral, "{question}");
            }
        }
        assert!(c.messages(&group).is_empty());
    });
}

#[tokio::test]
async fn a_button_that_stands_since_its_id_was_clear_still_opens() {
    let bot = bot().await;
    let (alice, now) = (somebody(), at(Instant::now()));
    let article = Key::of("why-he-withdraws");
    for (need, opens) in [("-", "The parts of"), ("00", "A note for you")] {
        let id = format!("show:{}:{article}:{need}:l", alice.user.0);
        let press = Asked::Press(id.parse().expect("a press of ours"));
        let opened = bot.handle(&alice, Place::Dm, press, now).await;
        let opened = format!("{:?}", opened.expect("an answer"));
        assert!(opened.contains(opens), "{opened}");
    }
}
