//! One part leads: it is quoted at once, and the others stand beside it.

use crate::fake::Shown;
use crate::support::{choose, conversation, reading};
use serde_json::json;
use verbatim::settings::{Change, Channels, Mentions};

/// Who asks so is told how the article begins, and of the causes that come nearest.
const QUESTION: &str = "why does he go quiet after sex";

const OVERVIEW: &str = "There may be more than one cause. The article begins so:";

fn labels(message: &Shown) -> Vec<String> {
    message.buttons().into_iter().map(|it| it.label).collect()
}

#[test]
fn what_stands_beside_the_quote_opens_also_after_a_restart() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(reading().await).await;
        let asked = alice.slash(&general, "ask", json!({ "question": QUESTION }));
        let answer = asked.reply().await;
        assert_eq!(answer.content, OVERVIEW);
        assert_eq!(answer.embeds[0]["title"], "Introduction");
        let said = answer.text();
        let beside = "These causes come nearest to what you wrote.";
        assert!(said.contains(beside), "{said}");
        c.restart_as(reading().await).await;
        for label in labels(&answer).into_iter().take(3) {
            let opened = alice.press(&answer, &label).reply().await;
            assert!(opened.ephemeral);
            assert_eq!(opened.embeds[0]["title"], label.as_str());
        }
    });
}

#[test]
fn who_asks_why_at_all_reads_how_the_article_begins_and_the_nearest_causes() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(reading().await).await;
        for question in [
            QUESTION,
            "Why do men pull away after you sleep with them?",
            "he gets so distant every time after we have sex",
            "why does my boyfriend pull away after we sleep together",
        ] {
            let answer = alice.dm(question).reply().await;
            assert_eq!(answer.content, OVERVIEW, "{question}");
            assert_eq!(answer.embeds[0]["title"], "Introduction", "{question}");
            let causes = labels(&answer);
            let numbered = causes[..3].iter().all(|label| label.contains(". "));
            assert!(numbered, "{causes:?}");
        }
    });
}

#[test]
fn what_only_may_be_it_is_shown_to_its_asker_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        let bot = reading().await;
        choose(&bot, Change::Mentions(Mentions::In(Channels::All))).await;
        c.start_bot(bot).await;
        let asked = alice.says(&general, &format!("{} {QUESTION}", c.mention()));
        let teaser = asked.reply().await;
        assert_eq!(
            teaser.content,
            "I have something for you that only you can see."
        );
        let shown = alice.press(&teaser, "Show me").reply().await;
        assert!(shown.ephemeral);
        assert_eq!(shown.content, OVERVIEW);
        assert_eq!(shown.embeds[0]["title"], "Introduction");
    });
}

/// In a few plain words that could be about anything, the author knows what is meant.
#[test]
fn what_the_author_wrote_down_is_answered_as_the_author_meant_it() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(reading().await).await;
        for question in ["how long does it last?", "HOW LONG DOES IT LAST"] {
            let answer = alice.dm(question).reply().await.text();
            assert!(
                answer.contains("within hours or a day"),
                "{question}: {answer}"
            );
        }
    });
}
