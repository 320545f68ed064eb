//! Reading the article itself: `/read`, its pages, and the way from any answer to every part.

use crate::fake::Shown;
use crate::support::{bot_of, conversation, written};
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

fn title(message: &Shown) -> &str {
    message.embeds[0]["title"].as_str().unwrap_or_default()
}

fn words(message: &Shown) -> &str {
    message.embeds[0]["description"]
        .as_str()
        .unwrap_or_default()
}

fn has(message: &Shown, label: &str) -> bool {
    message.buttons().iter().any(|button| button.label == label)
}

/// An imported article of forty sections that nobody wrote anything about; one is longer than three messages.
fn forty_parts() -> &'static Path {
    static WRITTEN: OnceLock<&Path> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let dir = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/forty"));
        let mut text = String::from("# A Long Read\n\nWhere it begins.\n\n");
        for part in 1..=39 {
            write!(
                text,
                "## {part}. Part {part}\n\nThis is told in part {part}.\n\n"
            )
            .unwrap();
            if part == 20 {
                for paragraph in 0..20 {
                    let long = "It goes on. ".repeat(60);
                    write!(text, "Paragraph {paragraph}. {}\n\n", long.trim_end()).unwrap();
                }
            }
        }
        text.push_str("## Closing\n\nBe kind.\n");
        written(&dir.join("a-long-read/article.md"), &text);
        dir
    })
}

#[test]
fn the_contents_open_and_every_part_is_a_few_presses_away() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let contents = alice.slash(&general, "read", json!({})).reply().await;
        assert!(contents.ephemeral);
        assert_eq!(
            contents.content,
            "The parts of “Why Men Withdraw After Sex”:"
        );
        let menu = &contents.selects()[0];
        let (_, last) = menu.options.last().expect("a part");
        let page = alice
            .select(&contents, &menu.custom_id, &[last])
            .reply()
            .await;
        assert_eq!(page.id, contents.id);
        insta::assert_snapshot!(page.text(), @r#"
        Closing Thoughts
        When men withdraw after sex, the reasons are many, and they can be tangled together. Here, in short, are nine of them:
        - changes in hormones
        - anxiety around attachment
        - being afraid of what is expected
        - too much feeling at once
        - rules about manhood taken in long ago
        - insecurity about how sex went
        - a guilty conscience
        - depression
        - the habit of coping by avoiding

        Sometimes the distance is temporary, a way of finding balance again. Sometimes it points to a deeper limit in what a person can give emotionally. Whether it keeps coming back, and whether it is talked about, can help you tell which.

        What keeps a relationship healthy is not that it never wavers, but that two people keep talking. Silence after closeness does not have to be the last word. What you say to each other next matters more.
        From “Why Men Withdraw After Sex”
        [Previous] [Contents]
        "#);
    });
}

#[test]
fn a_part_is_read_in_full_and_reading_goes_on() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let asked = alice.slash(&general, "read", json!({ "section": "11" }));
        let page = asked.reply().await;
        assert!(page.ephemeral);
        insta::assert_snapshot!(page.text(), @r#"
        -# This part speaks of sadness after sex that both people wanted. If it was not wanted, that is something else, and help is there.
        11. Post-Coital Dysphoria (PCD)
        Post-coital dysphoria, or PCD, is a low or troubled mood that comes over someone after sex. Some men go through it, even when both people wanted the sex and it felt good.

        PCD can show itself as:
        - a sadness that comes without warning
        - tears, or being close to them
        - anxiety
        - being easily irritated

        PCD does not mean regret. Brain chemistry and emotion have started to waver, and that can catch both partners off guard.

        A man who turns away at such a moment may be trying to sort out, by himself, feelings that he did not see coming.
        From “Why Men Withdraw After Sex”
        And in the end:
        What keeps a relationship healthy is not that it never wavers, but that two people keep talking. Silence after closeness does not have to be the last word. What you say to each other next matters more.
        [Previous] [Next] [Contents]
        "#);
        let next = alice.press(&page, "Next").reply().await;
        assert_eq!(
            title(&next),
            "12. Masculinity Conditioning: The Rules Boys Learn"
        );
        assert_eq!(next.id, page.id);
        let back = alice.press(&next, "Previous").reply().await;
        assert_eq!(back.text(), page.text());
    });
}

#[test]
fn a_part_may_be_called_by_what_it_is_about() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        for (words, part) in [
            ("guilt", "8. Guilt, Values, and Cognitive Dissonance"),
            ("introduction", "Introduction"),
            (
                "the part about depression",
                "10. Depression and Emotional Numbness",
            ),
            (
                "3. Attachment Styles: Wanting Closeness and Fearing It",
                "3. Attachment Styles: Wanting Closeness and Fearing It",
            ),
            ("what-to-do", "16. What to Do When He Pulls Away"),
        ] {
            let asked = alice.slash(&alice.dms(), "read", json!({ "section": words }));
            assert_eq!(title(&asked.reply().await), part, "{words}");
        }
        let asked = alice.slash(
            &alice.dms(),
            "read",
            json!({ "section": "how do i bake bread" }),
        );
        let nothing = asked.reply().await;
        assert!(
            nothing.content.contains("does not speak of that"),
            "{}",
            nothing.text()
        );
        let asked = alice.slash(
            &alice.dms(),
            "read",
            json!({ "section": "i want to kill myself" }),
        );
        let card = asked.reply().await;
        assert!(has(&card, "I meant the article"), "{}", card.text());
    });
}

#[test]
fn a_long_article_is_read_from_end_to_end_and_back_across_a_restart() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(bot_of(forty_parts()).await).await;
        let asked = alice.slash(&general, "read", json!({ "section": "introduction" }));
        let mut page = asked.reply().await;
        assert!(!has(&page, "Previous"));
        c.restart_as(bot_of(forty_parts()).await).await;
        let mut forth = vec![words(&page).to_owned()];
        while has(&page, "Next") {
            page = alice.press(&page, "Next").reply().await;
            forth.push(words(&page).to_owned());
        }
        assert_eq!(title(&page), "Closing");
        assert!(forth.len() >= 41 + 3, "{} pages", forth.len());
        let printed = fs::read_to_string(forty_parts().join("a-long-read/article.md")).unwrap();
        for quote in &forth {
            assert!(printed.contains(quote.as_str()), "{quote}");
        }
        let mut back = vec![words(&page).to_owned()];
        while has(&page, "Previous") {
            page = alice.press(&page, "Previous").reply().await;
            back.push(words(&page).to_owned());
        }
        back.reverse();
        assert_eq!(back, forth);
    });
}

#[test]
fn the_contents_open_where_you_read() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(bot_of(forty_parts()).await).await;
        let asked = alice.slash(&alice.dms(), "read", json!({ "section": "30" }));
        let page = asked.reply().await;
        let contents = alice.press(&page, "Contents").reply().await;
        assert_eq!(contents.id, page.id);
        let offered = &contents.selects()[0].options;
        assert!(offered.iter().any(|(label, _)| label == "30. Part 30"));
    });
}

#[test]
fn from_an_answer_every_part_is_reached() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let asked = alice.slash(
            &general,
            "ask",
            json!({ "question": "does he feel guilty" }),
        );
        let answer = asked.reply().await;
        c.restart().await;
        let mut page = alice.press(&answer, "Contents").reply().await;
        let mut reached = BTreeSet::new();
        let parts = page.selects()[0].options.clone();
        for (label, value) in &parts {
            let menu = page.selects()[0].custom_id.clone();
            page = alice.select(&page, &menu, &[value]).reply().await;
            assert_eq!(title(&page), label);
            reached.insert(label.clone());
            page = alice.press(&page, "Contents").reply().await;
        }
        assert_eq!(reached.len(), 19);
    });
}
