//! Someone who needs a person first: the card, in private, and its four ways on.

use crate::fake::Shown;
use crate::support::{choose, conversation, heard};
use serde_json::json;
use verbatim::care::PlaceId;
use verbatim::settings::Change;

const NEED: &str = "i want to kill myself since he left";
const OTHER_NEED: &str = "he hits me when i ask for closeness";

fn ask(question: &str) -> serde_json::Value {
    json!({ "question": question })
}

/// What a card's custom ids may be made of: no word of a person.
#[track_caller]
fn names_nothing(message: &Shown) {
    let ids = message
        .buttons()
        .into_iter()
        .filter_map(|button| button.custom_id);
    let values = message.selects().into_iter().flat_map(|menu| menu.options);
    for id in ids.chain(values.map(|(_, value)| value)) {
        for word in ["kill", "left", "hits", "closeness", "self-harm", "violence"] {
            assert!(!id.contains(word), "{id}");
        }
    }
}

#[test]
fn in_a_server_the_card_is_for_the_asker_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let card = alice.slash(&general, "ask", ask(NEED)).reply().await;
        assert!(card.ephemeral);
        assert!(card.embeds.is_empty(), "plain text, and no excerpt");
        names_nothing(&card);
        insta::assert_snapshot!(card.text(), @r#"
        **A note for you**

        Thank you for saying it. That took courage, and it matters.

        If you have already hurt yourself or taken something, call **your local emergency number** now, even if you feel all right. If you might do it, call too, or go to someone you feel safe with, away from anything you could use.

        Many who felt like this have come through. There are people who listen to exactly this. You can say as little as you like.

        I'm a bot: I cannot send help, and I have told nobody.

        **Find A Helpline (ThroughLine)**: anyone; a directory by country and topic · read in November 2026

        Choose a country to see who answers there. It need not be where you are, and I remember it for a day, in no file.
        [Open Find A Helpline (ThroughLine) ↗]
        <Choose a country: Americas, Europe, Asia and the Pacific: United States | Canada | Brazil | Mexico | United Kingdom | Ireland | Germany | France | Spain | Elsewhere in the EU | Russia | Ukraine | Australia | New Zealand | India | Philippines | Indonesia | Japan | China | Pakistan | Bangladesh | Turkey>
        <Choose a country: Africa: South Africa | Kenya | Nigeria | Uganda | Tanzania | Ghana | Egypt>
        [Hide this] [I meant the article]
        "#);
    });
}

#[test]
fn at_a_mention_nobody_learns_of_it() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(heard().await).await;
        let in_need = alice.says(&general, &format!("{} {NEED}", c.mention()));
        let calm = bob.says(&general, &format!("{} section 3", c.mention()));
        let (in_need, calm) = (in_need.reply().await, calm.reply().await);
        assert_eq!(in_need.text(), calm.text());
        names_nothing(&in_need);
        let card = alice.press(&in_need, "Show me").reply().await;
        assert!(card.ephemeral);
        assert!(
            card.content.starts_with("**A note for you**"),
            "{}",
            card.text()
        );
        let wrong = bob.press(&in_need, "Show me").reply().await;
        assert!(!wrong.content.contains("A note for you"));
        let others = c
            .requests()
            .into_iter()
            .filter(|request| request.method == "DELETE" || request.path.contains("reactions"));
        assert_eq!(others.count(), 0, "no message is touched");
    });
}

#[test]
fn in_a_direct_message_it_stands_plain() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let card = alice.dm(NEED).reply().await;
        assert!(!card.ephemeral);
        assert!(
            card.content.starts_with("**A note for you**"),
            "{}",
            card.text()
        );
    });
}

/// What people write in need, and what the card says first: each route, and for a friend or from who did harm.
pub const NEEDS: [(&str, &str); 10] = [
    (NEED, "Thank you for saying it. That took courage"),
    (
        "he forced me to have sex last night",
        "I'm sorry. What happened is not your fault",
    ),
    (OTHER_NEED, "You deserve to feel safe"),
    ("im 15 and my boyfriend is 24", "You did right to say it."),
    (
        "i am bleeding heavily and it won't stop",
        "This sounds urgent.",
    ),
    (
        "i forced my girlfriend to have sex and i feel terrible",
        "It is right that you do not look away from this.",
    ),
    (
        "my friend wants to kill herself",
        "It is good that you noticed",
    ),
    (
        "i took 30 pills an hour ago",
        "If you have hurt yourself or taken something, call **your local emergency number** now",
    ),
    (
        "she is 15 and i'm 28, we had sex",
        "It matters that you stopped to write this.",
    ),
    (
        "my sister is being beaten by her husband",
        "It is good that someone sees this.",
    ),
];

#[test]
fn every_need_meets_its_card_through_every_doorway() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        c.start_bot(heard().await).await;
        let menu = "Find in the article";
        for (number, (need, says)) in NEEDS.iter().enumerate() {
            // Who has read a card today reads its short form: each doorway has somebody of its own.
            let person = |doorway: &str| c.user(&format!("{doorway}-{number}"));
            let mentions = person("mentions");
            let public = mentions.says(&general, &format!("{} {need}", c.mention()));
            let public = public.reply().await;
            names_nothing(&public);
            assert!(!public.text().contains(says), "{}", public.text());
            let cards = [
                person("asks")
                    .slash(&general, "ask", ask(need))
                    .reply()
                    .await,
                person("writes").dm(need).reply().await,
                mentions.press(&public, "Show me").reply().await,
            ];
            for (card, ephemeral) in cards.iter().zip([true, false, true]) {
                assert!(card.content.contains(says), "{need}: {}", card.text());
                assert!(card.embeds.is_empty(), "no excerpt: {}", card.text());
                assert_eq!(card.ephemeral, ephemeral, "{need}");
                names_nothing(card);
            }
            // Whoever points at somebody else's words is not the one in need.
            let said = person("needs").says(&general, need).message();
            let pointed = person("points").menu(menu, &said).reply().await;
            assert!(pointed.ephemeral && pointed.embeds.is_empty());
            assert!(
                pointed.content.starts_with("**A note for you**"),
                "{}",
                pointed.text()
            );
            names_nothing(&pointed);
        }
    });
}

#[test]
fn the_second_time_that_day_it_is_short() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start().await;
        let full = alice.dm(NEED).reply().await;
        let short = alice.slash(&general, "ask", ask(NEED)).reply().await;
        assert!(short.content.len() < full.content.len());
        insta::assert_snapshot!(short.content, @r#"
        **A note for you**

        Good that you are still here talking. If you have hurt yourself or might do it, call **your local emergency number** now, or go to someone you feel safe with.

        I'm a bot: I cannot send help, and I have told nobody.

        **Find A Helpline (ThroughLine)**: anyone; a directory by country and topic · read in November 2026

        Choose a country to see who answers there. It need not be where you are, and I remember it for a day, in no file.
        "#);
        let other = alice.slash(&general, "ask", ask(OTHER_NEED)).reply().await;
        assert_ne!(
            other.content, short.content,
            "another need has its own card"
        );
        let bobs = bob.slash(&general, "ask", ask(NEED)).reply().await;
        assert_eq!(bobs.content, full.content, "and so has another person");
    });
}

#[test]
fn a_place_brings_its_own_lines_into_the_same_card() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let card = alice.slash(&general, "ask", ask(NEED)).reply().await;

        c.restart().await;
        let menu = &card.selects()[1];
        assert_eq!(menu.placeholder, "Choose a country: Africa");
        let kenya = menu.options.iter().find(|(label, _)| label == "Kenya");
        let (_, kenya) = kenya.expect("Kenya is among the places");
        let there = alice.select(&card, &menu.custom_id, &[kenya]).reply().await;
        assert_eq!(there.id, card.id, "the card changes in place");
        names_nothing(&there);
        insta::assert_snapshot!(there.text(), @r#"
        **A note for you**

        Thank you for saying it. That took courage, and it matters.

        If you have already hurt yourself or taken something, call **999, 112 or 911** now, even if you feel all right. If you might do it, call too, or go to someone you feel safe with, away from anything you could use.

        Many who felt like this have come through. There are people who listen to exactly this. You can say as little as you like.

        I'm a bot: I cannot send help, and I have told nobody.

        **Kenya Red Cross, tele-counselling**: **1199** · anyone in distress · read in November 2026

        **Befrienders Kenya**: **0722 178 177** · anyone thinking about suicide, or worried about someone · read in November 2026

        Also, for some people or parts of the country:
        - **Child Helpline 116 (Childline Kenya and Children's Services)**: **116** · children, and anyone worried about a child
        <Choose a country: Americas, Europe, Asia and the Pacific: United States | Canada | Brazil | Mexico | United Kingdom | Ireland | Germany | France | Spain | Elsewhere in the EU | Russia | Ukraine | Australia | New Zealand | India | Philippines | Indonesia | Japan | China | Pakistan | Bangladesh | Turkey>
        <Choose a country: Africa: South Africa | Kenya | Nigeria | Uganda | Tanzania | Ghana | Egypt>
        [Hide this] [I meant the article]
        "#);
    });
}

#[test]
fn hide_this_takes_the_card_away() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let in_server = alice.slash(&general, "ask", ask(NEED)).reply().await;
        let in_private = alice.dm(OTHER_NEED).reply().await;
        for card in [&in_server, &in_private] {
            alice.press(card, "Hide this").acknowledged().await;
            c.wait_for("the card to go", |c| {
                c.message(card.id).is_none().then_some(())
            })
            .await;
        }
    });
}

#[test]
fn who_meant_the_article_gets_it() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let card = alice.slash(&general, "ask", ask(OTHER_NEED)).reply().await;
        let meant = alice.press(&card, "I meant the article").reply().await;
        assert!(meant.ephemeral);
        assert_ne!(meant.id, card.id, "the card stays");
        let after = c.message(card.id).expect("it stays");
        assert_eq!(after.text(), card.text());
        let text = meant.text();
        assert!(
            text.contains("Why Men Withdraw After Sex") && text.contains("[Contents]"),
            "{text}"
        );
        assert!(!text.contains("A note for you"), "{text}");
    });
}

#[test]
fn moderators_set_whose_lines_a_card_shows_and_add_their_own() {
    conversation(async |c| {
        let (general, elsewhere) = (
            c.guild(500).channel("general"),
            c.guild(501).channel("general"),
        );
        let kept = heard().await;
        let kenya = Change::Helplines(Some(PlaceId("KE".to_owned())));
        choose(&kept, kenya).await;
        let line = "Our team reads <#12> day and night.";
        choose(&kept, Change::CareLine(Some(line.to_owned()))).await;
        c.start_bot(kept).await;
        let here = c
            .user("alice")
            .slash(&general, "ask", ask(NEED))
            .reply()
            .await;
        assert!(here.content.contains(line), "{}", here.text());
        assert!(
            here.content.contains("call **999, 112 or 911** now"),
            "{}",
            here.text()
        );
        let there = c
            .user("bob")
            .slash(&elsewhere, "ask", ask(NEED))
            .reply()
            .await;
        assert!(!there.content.contains(line), "{}", there.text());
        assert!(
            there.content.contains("your local emergency number"),
            "{}",
            there.text()
        );
    });
}

#[test]
fn where_others_read_along_the_card_says_so_and_nowhere_else() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob, carol) = (c.user("alice"), c.user("bob"), c.user("carol"));
        c.start_bot(heard().await).await;
        let public = "others can still read.";
        let told_nobody = "I cannot send help, and I have told nobody.";
        let mention = alice.says(&general, &format!("{} {NEED}", c.mention()));
        let mention = mention.reply().await;
        let card = alice.press(&mention, "Show me").reply().await;
        assert!(card.content.contains(public), "{}", card.text());
        let menu = &card.selects()[0];
        let (_, first) = &menu.options[0];
        let there = alice.select(&card, &menu.custom_id, &[first]).reply().await;
        assert!(there.content.contains(public), "{}", there.text());
        for card in [
            bob.slash(&general, "ask", ask(NEED)).reply().await,
            carol.dm(NEED).reply().await,
        ] {
            assert!(card.content.contains(told_nobody), "{}", card.text());
            assert!(!card.content.contains(public), "{}", card.text());
        }
    });
}

#[test]
fn a_chosen_country_holds_on_the_next_card() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let card = alice.dm(NEED).reply().await;
        let menu = &card.selects()[0];
        let (_, first) = &menu.options[0];
        alice.select(&card, &menu.custom_id, &[first]).reply().await;
        let next = alice.dm(OTHER_NEED).reply().await;
        let choose = "Choose a country to see who answers there.";
        assert!(!next.content.contains(choose), "{}", next.text());
        assert!(next.content.contains("**911**"), "{}", next.text());
        let bob = c.user("bob").dm(OTHER_NEED).reply().await;
        assert!(bob.content.contains(choose), "it is one person's alone");
    });
}

#[test]
fn a_card_and_its_buttons_speak_one_language() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        c.start().await;
        for (locale, words, title, hide, menu) in [
            (
                "en-US",
                "je veux mourir",
                "Un mot pour vous",
                "Masquer",
                "Choisir un pays",
            ),
            (
                "fr",
                "quiero morir",
                "Una nota para ti",
                "Ocultar esto",
                "Elige un país",
            ),
            (
                "pt-BR",
                "quero morrer",
                "Um recado para você",
                "Ocultar",
                "Escolha um país",
            ),
            (
                "fr",
                NEED,
                "A note for you",
                "Hide this",
                "Choose a country",
            ),
            (
                "ja",
                NEED,
                "A note for you",
                "Hide this",
                "Choose a country",
            ),
        ] {
            let person = c.user(&format!("{locale} {words}")).speaking(locale);
            let card = person.slash(&general, "ask", ask(words)).reply().await;
            assert!(card.content.contains(title), "{}", card.text());
            assert!(card.buttons().iter().any(|button| button.label == hide));
            assert!(card.selects()[0].placeholder.starts_with(menu));
        }
    });
}
