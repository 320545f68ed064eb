//! Every button, and the same after a restart.

use crate::fake::Shown;
use crate::support::{bot_of, conversation};
use serde_json::json;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

fn title(message: &Shown) -> String {
    let title = message.embeds[0]["title"].as_str();
    title.unwrap_or_default().to_owned()
}

#[test]
fn the_whole_section_opens_beside_the_excerpt() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let question = json!({ "question": "does dopamine drop after orgasm?" });
        let excerpt = alice.slash(&general, "ask", question).reply().await;
        let whole = alice
            .press(&excerpt, "Read the whole section")
            .reply()
            .await;
        assert!(whole.ephemeral);
        assert_ne!(whole.id, excerpt.id, "the excerpt stays");
        assert_eq!(title(&whole), title(&excerpt));
        let words = |message: &Shown| {
            message.embeds[0]["description"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        assert!(words(&whole).len() > words(&excerpt).len());
        assert!(words(&whole).contains(&words(&excerpt)));
    });
}

#[test]
fn the_contents_unfold_and_each_part_opens() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let answer = alice.dm("section 3").reply().await;
        let contents = alice.press(&answer, "Contents").reply().await;
        insta::assert_snapshot!(contents.text(), @r#"
        The parts of “Why Men Withdraw After Sex”:
        <Choose a part to read: Introduction | 1. The Biological Crash After Sex | 2. The Vulnerability Hangover | 3. Attachment Styles: Wanting Closeness and Fearing It | 4. When Sex Stirs the Fear of Commitment | 5. When the Chase Is Over | 6. Performance Anxiety After Sex | 7. Emotional Overstimulation | 8. Guilt, Values, and Cognitive Dissonance | 9. Emotional or Physical: When Sex Means Different Things | 10. Depression and Emotional Numbness | 11. Post-Coital Dysphoria (PCD) | 12. Masculinity Conditioning: The Rules Boys Learn | 13. Avoiding Emotional Escalation: The Big Talk | 14. Emotional Unavailability: When Distance Is the Pattern | 15. Space or Rejection: How to Tell Them Apart | 16. What to Do When He Pulls Away | 17. The Deeper Question: Do You Fit Together? | Closing Thoughts>
        "#);
        let menu = &contents.selects()[0];
        for (label, value) in &menu.options {
            let opened = alice.select(&contents, &menu.custom_id, &[value]);
            let opened = opened.reply().await;
            assert_eq!(opened.id, contents.id, "the contents turn into the part");
            assert_eq!(&title(&opened), label);
            alice.press(&opened, "Contents").reply().await;
        }
    });
}

#[test]
fn each_choice_of_a_question_back_opens_its_section() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let asked = alice.slash(
            &general,
            "ask",
            json!({ "question": "thinks it was sinful" }),
        );
        let choices = asked.reply().await;
        insta::assert_snapshot!(choices.text(), @r"
        More than one part of “Why Men Withdraw After Sex” may answer that. Which do you mean?

        **9. Emotional or Physical: When Sex Means Different Things**
        Two people can share one night and give it two meanings.

        **8. Guilt, Values, and Cognitive Dissonance**
        When sex goes against what a man holds to be right, guilt can follow, and guilt often leads people to avoid.

        **6. Performance Anxiety After Sex**
        Many men weigh their own worth by how sex went.
        [9. Emotional or Physical: When Sex Means Different Things]
        [8. Guilt, Values, and Cognitive Dissonance]
        [6. Performance Anxiety After Sex]
        [Contents]
        ");

        c.restart().await;
        let buttons = choices.buttons();
        assert!(buttons.len() > 2, "{}", choices.text());
        for button in buttons.iter().filter(|button| button.label != "Contents") {
            let opened = alice.press(&choices, &button.label).reply().await;
            assert!(opened.ephemeral);
            assert_eq!(title(&opened), button.label);
        }
    });
}

/// An article of thirty sections, the first of them longer than three messages.
fn long_article() -> &'static Path {
    static WRITTEN: OnceLock<&Path> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let dir = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/long"));
        let long = "It goes on. ".repeat(60);
        let mut text = String::from("# A Long Read\n\n## 1. Part One\n\n");
        for paragraph in 0..20 {
            write!(text, "Paragraph {paragraph}. {}\n\n", long.trim_end()).unwrap();
        }
        for part in 2..30 {
            write!(text, "## {part}. Part {part}\n\nThis part is short.\n\n").unwrap();
        }
        text.push_str("## Closing\n\nBe kind.\n");
        fs::create_dir_all(dir.join("a-long-read")).expect("a folder");
        fs::write(dir.join("a-long-read/article.md"), text).expect("a file");
        dir
    })
}

#[test]
fn a_long_section_turns_page_by_page_and_nothing_is_lost() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(bot_of(long_article()).await).await;
        let asked = alice.slash(&general, "ask", json!({ "question": "section 1" }));
        let mut page = alice
            .press(&asked.reply().await, "Read the whole section")
            .reply()
            .await;
        let mut words = Vec::new();
        loop {
            words.push(page.embeds[0]["description"].as_str().unwrap().to_owned());
            let next = alice.press(&page, "Next").reply().await;
            assert_eq!(next.id, page.id, "a page turns in place");
            if title(&next) != title(&page) {
                page = alice.press(&next, "Previous").reply().await;
                break;
            }
            page = next;
        }
        assert!(words.len() >= 4, "{} pages", words.len());
        let printed = fs::read_to_string(long_article().join("a-long-read/article.md")).unwrap();
        assert!(printed.contains(&words.join("\n\n")));
        let back = alice.press(&page, "Previous").reply().await;
        assert_eq!(
            back.embeds[0]["description"],
            words[words.len() - 2].as_str()
        );
        let footer = back.embeds[0]["footer"]["text"].as_str().unwrap();
        assert_eq!(
            footer,
            format!(
                "From “A Long Read” · page {} of {}",
                words.len() - 1,
                words.len()
            )
        );
    });
}

#[test]
fn more_parts_than_a_menu_holds_turn_page_by_page() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(bot_of(long_article()).await).await;
        let contents = alice.dm("contents").reply().await;
        assert_eq!(contents.selects()[0].options.len(), 25);
        let rest = alice.press(&contents, "Next").reply().await;
        assert_eq!(rest.id, contents.id);
        assert_eq!(rest.selects()[0].options.len(), 5);
        let first = alice.press(&rest, "Previous").reply().await;
        assert_eq!(first.selects()[0].options.len(), 25);
    });
}

#[test]
fn an_old_button_gets_a_kind_sentence() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(bot_of(long_article()).await).await;
        let asked = alice.slash(&general, "ask", json!({ "question": "section 2" }));
        let old = asked.reply().await;

        c.restart().await;
        let refused = alice.press(&old, "Contents").reply().await;
        assert!(refused.ephemeral);
        insta::assert_snapshot!(refused.text(), @"That button has grown old, and I no longer know where it leads. Please ask me again.");
    });
}
