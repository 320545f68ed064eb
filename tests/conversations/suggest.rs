//! What is offered while somebody types a command.

use crate::fake::{Channel, Choice, Person};
use crate::support::{GUILD, bot, bot_of, choose, conversation, knowledge, somebody, two_articles};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use verbatim::answer::named;
use verbatim::bot::{Asking, Bot, BoxOf, Now, Request, Response, Typing};
use verbatim::reply::Suggestion;
use verbatim::settings::{Change, Visibility};
use verbatim::who::{ChannelId, Place};

/// For so long at most a key may wait for its list; Discord and the network come on top.
const PROMPT: Duration = Duration::from_millis(50);

/// A build for looking for mistakes is not measured: nobody is served by one.
fn is_prompt(took: Duration) -> bool {
    took < PROMPT || cfg!(debug_assertions)
}

async fn typing(person: &Person, channel: &Channel, text: &str) -> Vec<Choice> {
    let options = json!({ "question": text });
    let typed = person.autocomplete(channel, "ask", options, "question");
    typed.choices().await
}

fn names(choices: &[Choice]) -> String {
    let names: Vec<&str> = choices.iter().map(|choice| choice.name.as_str()).collect();
    names.join("\n")
}

#[test]
fn while_you_type_parts_and_questions_of_others_are_offered() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let choices = typing(&alice, &general, "why does he fall asle").await;
        insta::assert_snapshot!(names(&choices), @r#"
        1. The Biological Crash After Sex · for “fall”
        Why does he fall asleep right after sex? → 1. The Biological Crash After Sex
        "#);
        let choices = typing(&alice, &general, "vulnerabilty hang").await;
        insta::assert_snapshot!(names(&choices), @r#"
        2. The Vulnerability Hangover
        "#);
    });
}

#[test]
fn what_is_chosen_opens_its_part_for_certain() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let knowledge = knowledge();
        let article = &knowledge.shelf.default_article().article;
        for (at, choice) in typing(&alice, &general, "is he scared of")
            .await
            .iter()
            .enumerate()
        {
            let value = choice.value.as_str().expect("a text");
            let section = named(article, value).expect("a part").section;
            // One person asks no more than a few questions a minute.
            let asker = c.user(&format!("asker {at}"));
            let asked = asker.slash(&general, "ask", json!({ "question": value }));
            let title = asked.reply().await.embeds[0]["title"].clone();
            let title = title.as_str().expect("a title");
            assert!(title.ends_with(article.section_title(section).as_str()));
        }
    });
}

#[test]
fn an_empty_box_offers_a_few_ways_to_begin() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let choices = typing(&alice, &alice.dms(), "").await;
        insta::assert_snapshot!(names(&choices), @r#"
        Why did he go quiet after we slept together? → Introduction
        What should I do when he pulls away? → 16. What to Do When He Pulls Away
        Does he need space or is it over? → 15. Space or Rejection: How to Tell Them Apart
        Do we fit together? → 17. The Deeper Question: Do You Fit Together?
        Is he emotionally unavailable? → 14. Emotional Unavailability: When Distance Is the Pattern
        "#);
    });
}

#[test]
fn words_that_need_a_person_are_offered_nothing() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        for words in [
            "i want to kill myself",
            "he forced me to have sex",
            "he hits me when i say no",
            "i am 13 and he is 30",
            "je veux mourir",
            "mi novio me pega",
            "fui estuprada",
            "nataka kujiua",
        ] {
            let choices = typing(&alice, &general, words).await;
            assert_eq!(names(&choices), "", "{words}");
        }
    });
}

#[test]
fn where_the_moderators_want_no_answers_nothing_is_offered() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        let bot = bot().await;
        choose(&bot, Change::Forbid(ChannelId(general.id))).await;
        c.start_bot(bot).await;
        assert_eq!(names(&typing(&alice, &general, "why").await), "");
    });
}

#[test]
fn a_part_to_read_is_found_by_its_number_its_words_or_its_matter() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let mut offered = Vec::new();
        for text in ["7", "guil", "he cried after", "depression and"] {
            let options = json!({ "section": text });
            let typed = alice.autocomplete(&alice.dms(), "read", options, "section");
            let choices = typed.choices().await;
            offered.push(format!("{text}: {}", choices[0].name));
        }
        insta::assert_snapshot!(offered.join("\n"), @r#"
        7: 7. Emotional Overstimulation
        guil: 8. Guilt, Values, and Cognitive Dissonance
        he cried after: 11. Post-Coital Dysphoria (PCD) · for “cried”
        depression and: 10. Depression and Emotional Numbness · for “depression”
        "#);
        let typed = alice.autocomplete(&alice.dms(), "read", json!({ "section": "" }), "section");
        assert_eq!(typed.choices().await.len(), 19, "every part");
    });
}

#[test]
fn a_topic_is_found_by_its_word_in_other_languages() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        for (command, option) in [("ask", "question"), ("read", "section")] {
            for (locale, text) in [
                ("es-ES", "culpa"),
                ("pt-BR", "culpa"),
                ("fr", "culpabil"),
                ("en-US", "hatia"),
            ] {
                let reader = alice.speaking(locale);
                let typed = json!({ option: text });
                let typed = reader.autocomplete(&reader.dms(), command, typed, option);
                let lines = names(&typed.choices().await);
                assert!(lines.contains("8. Guilt"), "/{command} {text}: {lines}");
            }
        }
    });
}

#[test]
fn of_several_articles_one_can_be_asked() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(bot_of(two_articles()).await).await;
        let commands = c.commands().expect("registered");
        let options = commands[0]["options"].as_array().expect("options");
        let article = options.iter().find(|option| option["name"] == "article");
        let choices = &article.expect("an option")["choices"];
        assert_eq!(choices[1], json!({ "name": "On Rain", "value": "on-rain" }));

        let options = json!({ "article": "on-rain", "question": "cl" });
        let typed = alice.autocomplete(&general, "ask", options, "question");
        assert_eq!(names(&typed.choices().await), "1. Clouds\nClosing");
        let asked = json!({ "article": "on-rain", "question": "1. Clouds" });
        let reply = alice.slash(&general, "ask", asked).reply().await;
        assert_eq!(reply.embeds[0]["title"], "1. Clouds");
        let read = json!({ "article": "on-rain", "section": "2" });
        let reply = alice.slash(&general, "read", read).reply().await;
        assert_eq!(reply.embeds[0]["title"], "2. Drops");
    });
}

#[test]
fn of_one_article_nobody_has_to_choose() {
    conversation(async |c| {
        c.start().await;
        for command in c.commands().expect("registered") {
            let options: Vec<&Value> = command["options"]
                .as_array()
                .into_iter()
                .flatten()
                .collect();
            assert!(options.iter().all(|option| option["name"] != "article"));
        }
    });
}

fn asked_in(visibility: Visibility, visible: Option<&str>) -> (bool, String) {
    asking("section 3", visibility, visible)
}

/// Whether the asker alone sees the answer to `question`, and what stands over it.
fn asking(question: &str, visibility: Visibility, visible: Option<&str>) -> (bool, String) {
    conversation(async |c| {
        let general = c.guild(GUILD.0).channel("general");
        let alice = c.user("alice");
        let bot = bot().await;
        choose(&bot, Change::set("visibility", visibility)).await;
        c.start_bot(bot).await;
        let mut options = json!({ "question": question });
        if let Some(visible) = visible {
            options["visible"] = json!(visible);
        }
        let reply = alice.slash(&general, "ask", options).reply().await;
        (reply.ephemeral, reply.content)
    })
}

#[test]
fn the_asker_chooses_who_sees_the_answer_as_far_as_the_moderators_let_them() {
    let hint = "-# In this server my answers come to you alone. Share shows the words to everyone, without your question.";
    let nothing = String::new();
    use Visibility::{Private, Public};
    assert_eq!(asked_in(Private, None), (true, nothing.clone()));
    assert_eq!(asked_in(Private, Some("only-me")), (true, nothing.clone()));
    assert_eq!(asked_in(Private, Some("everyone")), (true, hint.to_owned()));
    assert_eq!(asked_in(Public, None), (false, nothing.clone()));
    assert_eq!(asked_in(Public, Some("everyone")), (false, nothing.clone()));
    assert_eq!(asked_in(Public, Some("only-me")), (true, nothing));
}

#[test]
fn what_is_not_sure_comes_to_the_asker_alone_however_they_ask() {
    let note = "-# Everyone sees what the article answers for certain. This comes to you alone.";
    let unsure = "why is he cold";
    use Visibility::Public;
    let (alone, said) = asking(unsure, Public, None);
    assert!(alone && !said.contains("-#"), "{said}");
    let (alone, said) = asking(unsure, Public, Some("everyone"));
    assert!(alone && said.starts_with(note), "{said}");
}

#[test]
fn outside_servers_an_answer_comes_to_the_asker_alone() {
    conversation(async |c| {
        let alice = c.user("alice").using(crate::fake::Install::User);
        let group = c.private_channel(&[&alice, &c.user("bob")]);
        c.start().await;
        let options = json!({ "question": "section 3", "visible": "everyone" });
        let reply = alice.slash(&group, "ask", options).reply().await;
        assert!(reply.ephemeral);
        insta::assert_snapshot!(reply.content, @"-# Outside servers that have me, my answers come to you alone.");
    });
}

async fn offered(bot: &Bot, box_of: BoxOf, text: &str) -> Vec<Suggestion> {
    let request = Request::Typing(Typing {
        box_of,
        text: text.to_owned(),
        article: None,
        language: None,
    });
    let asker = somebody();
    match bot.handle(&asker, Place::Dm, request, Now::read()).await {
        Ok(Response::Suggestions(lines)) => lines,
        other => panic!("{other:?}"),
    }
}

/// What people type, letter by letter.
const TYPED: &[&str] = &[
    "why did he go quiet after we slept together?",
    "my bf cryed after, is that nomral or what",
    "guilt",
    "17",
    "what should i do, he hasnt texted in 4 days and i cant sleep",
    "how do i bake bread",
    "→ closing",
    "日本語",
];

#[tokio::test]
async fn every_line_offered_fits_opens_its_part_and_comes_promptly() {
    let bot = bot().await;
    let article = &bot.knowledge.shelf.default_article().article;
    let mut took = Vec::new();
    for typed in TYPED {
        for end in (0..=typed.len()).filter(|end| typed.is_char_boundary(*end)) {
            for box_of in [BoxOf::Question, BoxOf::Section] {
                let mut quickest = Duration::MAX;
                // The quickest of five: other tests run beside this one.
                for _ in 0..5 {
                    let started = Instant::now();
                    offered(&bot, box_of, &typed[..end]).await;
                    quickest = quickest.min(started.elapsed());
                }
                took.push((quickest, &typed[..end]));
                let lines = offered(&bot, box_of, &typed[..end]).await;
                assert!(lines.len() <= 25);
                for line in lines {
                    for text in [&line.name, &line.value] {
                        assert!((1..=100).contains(&text.chars().count()), "{text}");
                    }
                    let section = named(article, &line.value).expect("a part").section;
                    let asked = Request::Ask(Asking::of(line.value.clone()));
                    let answer = bot.handle(&somebody(), Place::Dm, asked, Now::read()).await;
                    let Ok(Response::Reply(reply)) = answer else {
                        panic!("{line:?}");
                    };
                    let mut quotes = reply.parts.iter().filter_map(|part| match part {
                        verbatim::reply::Part::Quote(quote) => Some(quote.title.clone()),
                        _ => None,
                    });
                    let title = quotes.next_back().unwrap_or_else(|| panic!("{line:?}"));
                    let printed = article.section_title(section).as_str();
                    assert!(title.ends_with(printed), "{line:?}: {title}");
                }
            }
        }
    }
    took.sort_unstable();
    let (middle, longest) = (took[took.len() / 2], took[took.len() - 1]);
    println!(
        "{} keys, median {middle:?}, longest {longest:?}",
        took.len()
    );
    assert!(is_prompt(longest.0), "{longest:?}");
}

#[tokio::test]
async fn a_wall_of_text_is_answered_as_promptly() {
    let bot = bot().await;
    let wall = "why does he never say what he feels ".repeat(160);
    let mut took = Duration::MAX;
    for _ in 0..5 {
        let started = Instant::now();
        offered(&bot, BoxOf::Question, &wall).await;
        took = took.min(started.elapsed());
    }
    println!("{} characters took {took:?}", wall.len());
    assert!(is_prompt(took), "{took:?}");
}

/// What somebody may have typed so far.
const BEGUN: &[&str] = &[
    "why",
    "why d",
    "why does",
    "why does he",
    "why does he f",
    "why does he fall asleep",
    "why does he ign",
    "why does he pull",
    "why does he leave",
    "why does he kill",
    "why did he",
    "why did he go",
    "why did he go quiet",
    "why did he change",
    "why did he lose",
    "why is he",
    "why is he co",
    "why is he sad",
    "why is he quiet",
    "why is he distant",
    "why is he asha",
    "why do men",
    "why do men pull",
    "why do guys",
    "why am i sad",
    "why wont he talk",
    "why cant he",
    "what",
    "what is",
    "what is av",
    "what is a vuln",
    "what is pcd",
    "what should i",
    "what should i do",
    "what should i say",
    "what do hor",
    "what are the red",
    "what do i do when he",
    "how",
    "how do i",
    "how do i tell",
    "how do i talk",
    "how long",
    "how long does it",
    "how long should i",
    "how many days",
    "how can i",
    "is he",
    "is he av",
    "is he emo",
    "is he scared",
    "is he scared of",
    "is he dep",
    "is he ashamed",
    "is he using",
    "is it",
    "is it nor",
    "is it my",
    "is it over",
    "is it his",
    "does he",
    "does he love",
    "does he feel",
    "does he need",
    "does he think",
    "does he regret",
    "did he",
    "did he only",
    "did it mean",
    "did i do",
    "do men",
    "do men reg",
    "do we fit",
    "can he",
    "can an avoid",
    "can depression",
    "can men",
    "should i",
    "should i wait",
    "should i text",
    "should i leave",
    "should i give",
    "am i asking",
    "am i too",
    "was it",
    "was it only",
    "he fell asl",
    "he ghosted",
    "he kil",
    "he killed the mood",
    "he doesnt talk",
    "my boyfriend",
    "after sex",
    "after we",
    "guilt",
    "shame",
    "space",
    "commit",
    "avoidant",
    "attach",
    "chase",
    "dopam",
    "orgasm",
    "sad",
    "cry",
    "performance",
    "erection",
    "red flags",
    "talk",
    "silence",
    "por qu",
    "pourquoi",
    "kwa nini",
];

/// Every line reads well: whole questions, titles, and no name that we use among ourselves.
#[tokio::test]
async fn whatever_is_typed_the_lines_read_well() {
    let bot = bot().await;
    let article = &knowledge().shelf.default_article().article.clone();
    let ids: Vec<&str> = article.sections().iter().map(|it| it.id.as_str()).collect();
    let mut told = String::new();
    for typed in BEGUN {
        told.push_str(&format!("{typed}…\n"));
        for line in typed_into(&bot, typed).await {
            let right = line.name.rsplit(" → ").next().unwrap_or_default();
            assert!(!ids.contains(&right), "{}", line.name);
            assert!(line.name.chars().count() <= 100, "{}", line.name);
            if let Some((question, _)) = line.name.split_once(" → ") {
                let begins = question.starts_with(|c: char| c.is_uppercase() || c == '¿');
                assert!(begins && question.ends_with('?'), "{}", line.name);
            }
            told.push_str(&format!("    {}\n", line.name));
        }
    }
    insta::assert_snapshot!(told);
}

async fn typed_into(bot: &Bot, text: &str) -> Vec<Suggestion> {
    let typing = Typing {
        box_of: BoxOf::Question,
        text: text.to_owned(),
        article: None,
        language: None,
    };
    let asker = somebody();
    let handled = bot.handle(&asker, Place::Dm, Request::Typing(typing), Now::read());
    match handled.await {
        Ok(Response::Suggestions(lines)) => lines,
        other => panic!("{other:?}"),
    }
}
