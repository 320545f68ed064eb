//! A moderator tries a question.

use crate::fake::{Channel, Fake, Person, Shown};
use crate::support::{bot, choose, start_bot};
use serde_json::json;
use verbatim::settings::{Change, Visibility};
use verbatim::who::ChannelId;

async fn tries(person: &Person, channel: &Channel, question: &str) -> Shown {
    let question = json!({ "question": question });
    person.slash(channel, "test", question).reply().await
}

#[tokio::test]
async fn a_moderator_sees_what_a_member_would_and_why() {
    let fake = Fake::start().await;
    let guild = fake.guild(500);
    let general = guild.channel("general");
    let mona = fake.user("mona");
    guild.owner(&mona);
    let bot = start_bot(&fake, bot().await).await;
    let question = "my bf got distannt after we hookd up, is it the prolctin";
    let tried = tries(&mona, &general, question).await;
    assert!(tried.ephemeral);
    let ask = json!({ "question": question });
    let asked = mona.slash(&general, "ask", ask).reply().await;
    assert_eq!(tried.embeds[..asked.embeds.len()], asked.embeds);
    assert_eq!(tried.components, asked.components);
    let why = tried.embeds.last().expect("why");
    assert_eq!(why["author"]["name"], "Why");
    let why = why["description"].as_str().unwrap_or_default();
    for line in [
        "costs least.\nexpected costs: answer ",
        "\nbf → boyfriend\ndistannt → distant\nprolctin → prolactin\n",
        " biological-crash\n    words: prolactin, ",
        "\n    like 0.",
        " not in the article",
    ] {
        assert!(why.contains(line), "{line:?} is missing in\n{why}");
    }
    insta::assert_snapshot!(tried.content, @r#"
    -# Only the one who asks would see this here.

    More than one part of “Why Men Withdraw After Sex” may answer that. Which do you mean?
    "#);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn a_card_is_tried_in_full_as_often_as_wanted() {
    let fake = Fake::start().await;
    let guild = fake.guild(500);
    let general = guild.channel("general");
    let mona = fake.user("mona");
    guild.owner(&mona);
    let bot = start_bot(&fake, bot().await).await;
    let need = "i want to kill myself since he left";
    let first = tries(&mona, &general, need).await;
    let second = tries(&mona, &general, need).await;
    assert_eq!(first.text(), second.text());
    let why = first.embeds.last().expect("why")["description"].as_str();
    insta::assert_snapshot!(why.unwrap_or_default(), @r#"
    Somebody may need a person: the article waits.
    route: self-harm, by the rule kill-myself
    "#);
    let real = mona.slash(&general, "ask", json!({ "question": need }));
    let real = real.reply().await;
    assert!(first.content.ends_with(&real.content), "{}", first.content);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn the_refusals_of_this_place_are_tried_too() {
    let fake = Fake::start().await;
    let guild = fake.guild(500);
    let (general, quiet) = (guild.channel("general"), guild.channel("quiet"));
    let mona = fake.user("mona");
    guild.owner(&mona);
    let bot = bot().await;
    choose(&bot, Change::Forbid(ChannelId(quiet.id))).await;
    choose(&bot, Change::Visibility(Visibility::Public)).await;
    let bot = start_bot(&fake, bot).await;
    let tried = tries(&mona, &quiet, "does dopamine drop?").await;
    assert!(
        tried
            .content
            .contains("The moderators keep me out of this channel."),
        "{}",
        tried.content
    );
    let tried = tries(&mona, &general, "does dopamine drop?").await;
    assert!(tried.ephemeral, "before the moderator alone");
    assert!(tried.content.contains("Everyone would see this here."));
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn a_member_tries_nothing() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let bot = start_bot(&fake, bot().await).await;
    let refused = tries(&alice, &general, "does dopamine drop?").await;
    assert!(refused.ephemeral && refused.embeds.is_empty());
    assert!(
        refused
            .text()
            .starts_with("That is for the moderators of this server")
    );
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}
