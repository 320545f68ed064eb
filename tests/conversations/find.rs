//! "Find in the article": somebody else's message, looked up for one, and offered to all without a finger on anyone.

use crate::fake::{Install, Shown};
use crate::support::{GUILD, bot, choose, conversation};
use serenity::all::Permissions;
use verbatim::settings::{Change, Visibility};

const FIND: &str = "Find in the article";
const QUESTION: &str = "does dopamine drop after orgasm?";

#[test]
fn a_message_is_looked_up_for_whoever_points_at_it_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        let bot = bot().await;
        choose(&bot, Change::set("visibility", Visibility::Public)).await;
        c.start_bot(bot).await;
        let said = bob.says(&general, QUESTION).message();
        let found = alice.menu(FIND, &said).reply().await;
        assert!(found.ephemeral, "even where answers are for everyone");
        assert_eq!(
            found.embeds[0]["title"],
            "1. The Biological Crash After Sex"
        );
        found.button("Offer this publicly");
        assert!(c.messages(&general).is_empty());
    });
}

#[test]
fn an_offer_is_one_neutral_line_that_opens_for_whoever_presses() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob, carol) = (c.user("alice"), c.user("bob"), c.user("carol"));
        c.start().await;
        let said = bob.says(&general, QUESTION).message();
        let found = alice.menu(FIND, &said).reply().await;
        let done = alice.press(&found, "Offer this publicly").reply().await;
        assert!(done.ephemeral);
        let public = &c.messages(&general);
        let [offer] = public.as_slice() else {
            panic!("{public:?}")
        };
        insta::assert_snapshot!(offer.text(), @r#"
        “Why Men Withdraw After Sex” has a part about this. You can open it here, and nobody else sees that you did.
        [Only I see it] [Delete]
        "#);
        assert_eq!(offer.replies_to, Some(said.id));
        assert_eq!(
            offer.allowed_mentions,
            serde_json::json!({ "parse": [] }),
            "pings nobody"
        );
        for person in [&bob, &carol] {
            let opened = person.press(offer, "Only I see it").reply().await;
            assert!(opened.ephemeral);
            assert_eq!(opened.embeds, found.embeds);
        }
    });
}

#[test]
fn a_message_is_offered_once_whoever_presses_and_after_a_restart() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        let said = bob.says(&general, QUESTION).message();
        let first = alice.menu(FIND, &said).reply().await;
        let second = bob.menu(FIND, &said).reply().await;
        alice.press(&first, "Offer this publicly").reply().await;
        let stands = bob.press(&second, "Offer this publicly").reply().await;
        assert_eq!(stands.text(), "That message has its offer already.");
        c.restart().await;
        bob.press(&second, "Offer this publicly").reply().await;
        assert_eq!(c.messages(&general).len(), 1, "Discord knows its number");
        let offer = &c.messages(&general)[0];
        assert!(alice.press(offer, "Only I see it").reply().await.ephemeral);
    });
}

#[test]
fn where_one_of_us_may_not_write_nothing_is_offered_and_it_may_be_tried_again() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        general.overwrite_person(&alice, Permissions::empty(), Permissions::SEND_MESSAGES);
        c.start().await;
        let said = bob.says(&general, QUESTION).message();
        let found = alice.menu(FIND, &said).reply().await;
        let told = alice.press(&found, "Offer this publicly").reply().await;
        assert!(told.ephemeral);
        assert_eq!(
            told.text(),
            "That cannot be written in this channel, so it stays with you."
        );
        assert!(c.messages(&general).is_empty());
        general.deny_bot(Permissions::SEND_MESSAGES);
        let found = bob.menu(FIND, &said).reply().await;
        let again = bob.press(&found, "Offer this publicly").reply().await;
        assert_eq!(again.text(), told.text());
    });
}

#[test]
fn words_of_need_show_the_helpers_card_unless_they_are_ones_own() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        let said = bob
            .says(&general, "i want to kill myself since he left")
            .message();
        let helper = alice.menu(FIND, &said).reply().await;
        let own = bob.menu(FIND, &said).reply().await;
        assert!(helper.ephemeral && own.ephemeral);
        assert!(own.text().starts_with("**A note for you**"));
        assert_ne!(first_lines(&helper), first_lines(&own));
        for card in [helper, own] {
            assert!(card.embeds.is_empty());
            assert!(
                card.buttons()
                    .iter()
                    .all(|button| button.label != "Offer this publicly")
            );
        }
        assert!(c.messages(&general).is_empty());
    });
}

fn first_lines(card: &Shown) -> Vec<String> {
    card.text().lines().take(3).map(str::to_owned).collect()
}

#[test]
fn a_message_without_an_answer_offers_nothing() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        let bread = bob.says(&general, "how do i bake bread").message();
        let none = alice.menu(FIND, &bread).reply().await;
        assert!(
            none.buttons()
                .iter()
                .all(|button| button.label != "Offer this publicly")
        );
        let picture = bob.says(&general, "😀").message();
        let wordless = alice.menu(FIND, &picture).reply().await;
        assert_eq!(
            wordless.text(),
            "That message has no words that I could look for."
        );
    });
}

#[test]
fn one_persons_installation_serves_them_alone_wherever_they_are() {
    conversation(async |c| {
        let alice = c.user("alice").using(Install::User);
        let bob = c.user("bob");
        let foreign = c.guild(600);
        foreign.without_bot();
        let elsewhere = foreign.channel("general");
        let group = c.private_channel(&[&alice, &bob]);
        let bot = bot().await;
        choose(&bot, Change::set("visibility", Visibility::Public)).await;
        c.start_bot(bot).await;
        for place in [&elsewhere, &group] {
            let asked = alice.slash(place, "ask", serde_json::json!({ "question": QUESTION }));
            let answer = asked.reply().await;
            assert!(answer.ephemeral && !answer.embeds.is_empty());
            let contents = alice.press(&answer, "Contents").reply().await;
            assert!(contents.ephemeral);
            let help = alice
                .slash(place, "help", serde_json::json!({}))
                .reply()
                .await;
            assert!(help.ephemeral);
            for (command, options) in [
                ("read", serde_json::json!({ "section": "7" })),
                ("privacy", serde_json::json!({})),
            ] {
                assert!(alice.slash(place, command, options).reply().await.ephemeral);
            }
            let typed = serde_json::json!({ "question": "is he scared of" });
            let typed = alice.autocomplete(place, "ask", typed, "question");
            assert!(!typed.choices().await.is_empty());
            let said = bob.says(place, QUESTION).message();
            let found = alice.menu(FIND, &said).reply().await;
            assert!(found.ephemeral);
            assert!(
                found
                    .buttons()
                    .iter()
                    .all(|button| button.label != "Offer this publicly")
            );
            assert!(asked.followups().is_empty(), "answered directly");
        }
        let own = alice.slash(
            &alice.dms(),
            "ask",
            serde_json::json!({ "question": QUESTION }),
        );
        assert!(!own.reply().await.embeds.is_empty());
        let general = c.guild(GUILD.0).channel("general");
        let said = bob.says(&general, QUESTION).message();
        assert!(alice.menu(FIND, &said).reply().await.ephemeral);
    });
}
