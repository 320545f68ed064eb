//! However a question is put before others, they see the same of it, and as soon, whoever needs what.

use crate::after::labels;
use crate::fake::{Channel, Person, Shown};
use crate::public::{Door, IN_NEED, TEASER, UNSURE, cover, in_public, open};
use crate::support::{GUILD, at, choose, conversation, heard, somebody};
use crate::walk::HERE;
use serde_json::{Value, json};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};
use verbatim::bot::{Bot, Request, Response};
use verbatim::settings::{Change, Style};

/// Questions that nobody has to worry about, one of each way in which they are answered.
const CALM: [&str; 8] = [
    UNSURE,
    "does dopamine drop after orgasm?",
    "section 3",
    "contents",
    "how do i bake bread",
    "pourquoi il ne me parle plus après l'amour ?",
    "??",
    "\u{1F622}\u{1F494}",
];

/// What everybody sees of a mention that only its asker opens is the same for all of them.
#[test]
fn every_mention_with_a_button_looks_like_every_other() {
    conversation(async |c| {
        let server = open(c, heard().await).await;
        let person = |name: &str| c.user(name);
        let usual = server.seen(Door::Mention, &person("usual"), UNSURE).await;
        let in_need = IN_NEED.iter().map(|(_, _, words)| *words);
        for (number, words) in CALM.into_iter().chain(in_need).enumerate() {
            let person = person(&format!("asks {number}"));
            let seen = server.seen(Door::Mention, &person, words).await;
            assert_eq!(seen, usual, "{words}");
        }
    });
}

/// A message without a word is as good a cry for help as any: only where nothing stands beside the name at all, which
/// everybody sees, something else is said.
#[test]
fn signs_without_a_word_meet_what_words_meet() {
    for public in [false, true] {
        conversation(async |c| {
            let general = c.guild(GUILD.0).channel("general");
            c.start_bot(if public {
                in_public().await
            } else {
                heard().await
            })
            .await;
            for (number, signs) in ["\u{1F622}\u{1F494}", "…", "?!", "\u{200B}"]
                .into_iter()
                .enumerate()
            {
                let person = c.user(&format!("signs {number}"));
                let said = person.says(&general, &format!("{} {signs}", c.mention()));
                let public = said.reply().await;
                assert_eq!(public.text(), TEASER, "{signs}");
                let opened = person.press(&public, "Show me").reply().await;
                assert!(opened.ephemeral, "{}", opened.text());
                assert!(opened.text().contains("Contents"), "{}", opened.text());
            }
            for (number, nothing) in ["", "  \n "].into_iter().enumerate() {
                let person = c.user(&format!("nothing {number}"));
                let said = person.says(&general, &format!("{}{nothing}", c.mention()));
                let hint = said.reply().await.text();
                assert!(hint.starts_with("Ask me anything"), "{hint}");
            }
        });
    }
}

/// Who asks again and again has the shorter card, and waits for the next question; nobody else sees a difference.
#[test]
fn the_second_time_and_the_tenth_look_like_the_first() {
    conversation(async |c| {
        let server = open(c, in_public().await).await;
        let (calm, needy) = (c.user("calm"), c.user("needy"));
        for round in 0..10 {
            // Nobody says the very same twice within moments.
            let again = |words: &str| format!("{words} {round}");
            let usual = server.named(&calm, &again(UNSURE)).await;
            let need = server.named(&needy, &again(IN_NEED[0].2)).await;
            assert_eq!(need, usual, "round {round}");
        }
    });
}

#[test]
fn in_plain_text_a_need_and_a_calm_question_look_the_same() {
    conversation(async |c| {
        let bot = in_public().await;
        choose(&bot, Change::set("style", Style::Plain)).await;
        let server = open(c, bot).await;
        for door in [Door::Mention, Door::Ask, Door::AskForEveryone, Door::Read] {
            let person = |name: &str| c.user(&format!("{name} {door:?}"));
            let calm = server.seen(door, &person("calm"), UNSURE).await;
            for (number, (_, _, need)) in IN_NEED.iter().enumerate() {
                let seen = server.seen(door, &person(&number.to_string()), need).await;
                assert_eq!(seen, calm, "{door:?}: {need}");
            }
        }
    });
}

/// Opens the first part that the card leads to, and shares it; its number.
async fn shares_after(person: &Person, card: &Shown) -> String {
    let offered = person.press(card, "I meant the article").reply().await;
    let labels = labels(&offered);
    let mut parts = labels.iter().filter_map(|label| label.split_once(". "));
    let (number, title) = parts.next().expect("a part");
    let part = person.press(&offered, &format!("{number}. {title}"));
    person.press(&part.reply().await, "Share").reply().await;
    number.to_owned()
}

/// What somebody shares after a card is what anybody shares.
#[test]
fn what_is_shared_says_nothing_of_the_card_before() {
    conversation(async |c| {
        let guild = c.guild(GUILD.0);
        let needs: Vec<(&str, Channel, Channel)> = IN_NEED
            .iter()
            .step_by(4)
            .map(|(_, _, need)| {
                let channel = |name: &str| guild.channel(&format!("{name} {need}"));
                (*need, channel("here"), channel("there"))
            })
            .collect();
        c.start_bot(heard().await).await;
        let public = |channel: &Channel, before: usize| {
            let all = c.requests().split_off(before).into_iter();
            let to = format!("/channels/{}/", channel.id);
            let public: Vec<Value> = all
                .filter(|it| it.path.contains(&to))
                .map(|it| {
                    let mut body = it.body;
                    cover(&mut body);
                    body
                })
                .collect();
            public
        };
        for (need, here, there) in needs {
            let needy = c.user(&format!("needs help: {need}"));
            let asked = needy.slash(&here, "ask", json!({ "question": need }));
            let before = c.requests().len();
            let part = shares_after(&needy, &asked.reply().await).await;
            let shared = public(&here, before);

            let calm = c.user(&format!("calm: {need}"));
            let question = json!({ "question": format!("section {part}") });
            let asked = calm.slash(&there, "ask", question).reply().await;
            let before = c.requests().len();
            calm.press(&asked, "Share").reply().await;
            assert_eq!(shared.len(), 1, "{need}");
            assert_eq!(shared, public(&there, before), "{need}");
        }
    });
}

/// The public answers to a burst of mentions come in the order of the mentions, whoever needs what.
#[test]
fn in_a_burst_nobody_is_answered_sooner_for_what_they_need() {
    conversation(async |c| {
        let server = open(c, in_public().await).await;
        let in_need = IN_NEED.iter().map(|(_, _, words)| *words);
        let burst: Vec<&str> = in_need.flat_map(|need| [UNSURE, need]).collect();
        let before = c.requests().len();
        let said: Vec<_> = (0..)
            .zip(&burst)
            .map(|(number, words)| {
                let person = c.user(&format!("burst {number}"));
                let words = format!("{} {words}", c.mention());
                person.says(&server.general, &words)
            })
            .collect();
        for said in &said {
            assert!(!said.reply().await.ephemeral);
        }
        let requests = c.requests().split_off(before);
        let answered: Vec<u64> = requests
            .iter()
            .map(|it| {
                let about = &it.body["message_reference"]["message_id"];
                about
                    .as_str()
                    .and_then(|id| id.parse().ok())
                    .expect("an answer to one")
            })
            .collect();
        let asked: Vec<u64> = said.iter().map(|it| it.message().id).collect();
        let late = |needy: bool| -> usize {
            let places = asked
                .iter()
                .enumerate()
                .filter(|(place, _)| (place % 2 == 1) == needy);
            places
                .map(|(_, id)| answered.iter().position(|it| it == id).expect("answered"))
                .sum()
        };
        // Each place in the queue once, in need or not: the needy ones came second in each pair, and stay there.
        assert_eq!(late(true) - late(false), IN_NEED.len());
    });
}

/// So many times each is measured; the middle of them says how long it takes.
const ROUNDS: usize = 15;

/// A difference of this much is no work but the noise of a busy machine.
const ALIKE: f64 = 2.0;

/// How often `bot` is waited for until it answers `words`, and how long that takes.
fn steps(bot: &Bot, words: &str) -> (usize, Duration) {
    let asker = somebody();
    let start = Instant::now();
    let mut handled = pin!(bot.handle(
        &asker,
        HERE,
        Request::Mention(words.to_owned()),
        at(Instant::now())
    ));
    let mut context = Context::from_waker(Waker::noop());
    let mut steps = 1;
    loop {
        match handled.as_mut().poll(&mut context) {
            Poll::Ready(response) => {
                assert!(matches!(response, Ok(Response::Reply(_))), "{words}");
                return (steps, start.elapsed());
            }
            Poll::Pending => steps += 1,
        }
    }
}

/// From the event to the public answer nothing is waited for that one meets and the other does not, and the work between
/// is as much.
#[tokio::test]
async fn a_need_takes_as_many_steps_and_as_long_as_a_calm_question() {
    let calm = "why is he so cold and quiet with me after we were close last night and before";
    for bot in [heard().await, in_public().await] {
        // What moderators chose is read once.
        let (first, mention) = (somebody(), Request::Mention(UNSURE.to_owned()));
        let first = bot.handle(&first, HERE, mention, at(Instant::now()));
        assert!(matches!(first.await, Ok(Response::Reply(_))));
        let (mut calmly, mut in_need) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            for (_, _, need) in IN_NEED {
                let length = need.split_whitespace().count();
                let calm: Vec<&str> = calm.split_whitespace().take(length).collect();
                let (calm_steps, calm_took) = steps(&bot, &calm.join(" "));
                let (need_steps, need_took) = steps(&bot, need);
                assert_eq!((calm_steps, need_steps), (1, 1), "{need}");
                calmly.push(calm_took);
                in_need.push(need_took);
            }
        }
        let middle = |times: &mut Vec<Duration>| {
            times.sort();
            times[times.len() / 2]
        };
        let (calmly, in_need) = (middle(&mut calmly), middle(&mut in_need));
        println!("until the public answer: calm {calmly:?}, in need {in_need:?}");
        let more = calmly.max(in_need).as_secs_f64() / calmly.min(in_need).as_secs_f64();
        assert!(more < ALIKE, "calm {calmly:?}, in need {in_need:?}");
    }
}
