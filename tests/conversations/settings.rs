//! Every row of what can be set, changed on the panel.

use crate::server::{Server, pick, picked};
use crate::support::conversation;
use serenity::all::Permissions;
use std::collections::BTreeSet;
use verbatim::answer::Confidence;
use verbatim::care::PlaceId;
use verbatim::content::Slug;
use verbatim::settings::{
    Channels, Closing, Gate, Mentioned, Mentions, Pace, Settings, Sharing, Style, Visibility,
};
use verbatim::who::{ChannelId, RoleId};

#[test]
fn the_panel_shows_everything_at_a_glance() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let panel = server.used_by(&server.mia, "panel").await;
        insta::assert_snapshot!(panel.text());
    });
}

/// A page, a choice on it, and whether it was made.
type Row = (&'static str, &'static str, fn(&Settings) -> bool);

#[test]
fn every_choice_of_every_menu_is_made_in_place() {
    conversation(async |c| {
        const ROWS: &[Row] = &[
            (
                "What an answer is like",
                "everyone in the channel, where I am sure",
                |s| s.visibility == Visibility::Public,
            ),
            (
                "What an answer is like",
                "the asker alone, who may share them",
                |s| s.visibility == Visibility::Private,
            ),
            (
                "What an answer is like",
                "very sure, and ask back more often",
                |s| s.confidence == Confidence::Careful,
            ),
            (
                "What an answer is like",
                "fairly sure, and ask back less often",
                |s| s.confidence == Confidence::Generous,
            ),
            ("What an answer is like", "sure", |s| {
                s.confidence == Confidence::Balanced
            }),
            (
                "What an answer is like",
                "only under answers that I am sure of",
                |s| s.closing == Closing::WhenSure,
            ),
            ("What an answer is like", "under every answer", |s| {
                s.closing == Closing::Always
            }),
            ("What an answer is like", "as plain text", |s| {
                s.style == Style::Plain
            }),
            ("What an answer is like", "in Discord's frames", |s| {
                s.style == Style::Embeds
            }),
            ("When I am mentioned", "wherever I answer", |s| {
                s.mentions == Mentions::In(Channels::All)
            }),
            ("When I am mentioned", "nowhere", |s| {
                s.mentions == Mentions::In(Channels::Only(BTreeSet::new()))
            }),
            (
                "When I am mentioned",
                "for everyone to read, where I am sure",
                |s| s.mentioned == Mentioned::InPublic,
            ),
            (
                "When I am mentioned",
                "by a button that shows it to whoever presses",
                |s| s.mentioned == Mentioned::ByButton,
            ),
            ("Which article answers", "Why Men Withdraw After Sex", |s| {
                s.article == Slug::new("why-he-withdraws")
            }),
            (
                "Which article answers",
                "The one that whoever runs me chose",
                |s| s.article.is_none(),
            ),
            ("Care", "Kenya", |s| {
                s.helplines == Some(PlaceId("KE".to_owned()))
            }),
            ("Care", "no place; the card asks", |s| s.helplines.is_none()),
            ("Care", "read only in channels marked for adults", |s| {
                s.gate == Gate::AgeRestricted
            }),
            ("Care", "read in any channel, with their note", |s| {
                s.gate == Gate::Advise
            }),
            (
                "Reports to moderators",
                "told where reports go, and can delete it there",
                |s| s.sharing == Sharing::Told,
            ),
            ("Reports to moderators", "not told", |s| {
                s.sharing == Sharing::Quiet
            }),
            ("Where I answer", "in every channel", |s| {
                s.channels == Channels::All
            }),
        ];
        let server = Server::open(c).await;
        let mut panel = server.used_by(&server.mia, "panel").await;
        for (page, choice, made) in ROWS {
            let page = server.chooses(&panel, page).await;
            panel = server.chooses(&page, choice).await;
            assert_eq!(panel.id, page.id, "the panel edits itself");
            assert!(panel.content.starts_with("✓ Saved."), "{}", panel.text());
            assert!(made(&*server.settings().await), "{choice}");
        }
    });
}

#[test]
fn channels_are_picked_and_only_picking_changes_them() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let (one, two) = (server.general.id, server.guild.channel("two").id);
        server.guild.announce();
        let page = server.page("Where I answer").await;
        let page = server
            .chooses(&page, "Only in channels that you pick")
            .await;
        assert!(
            page.content.starts_with("Nothing has changed yet."),
            "{}",
            page.text()
        );
        assert_eq!(*server.settings().await, Settings::default());
        let page = server.picks(&page, "Only in these channels", &[one]).await;
        let only = |ids: &[u64]| Channels::Only(ids.iter().copied().map(ChannelId).collect());
        assert_eq!(server.settings().await.channels, only(&[one]));
        assert_eq!(picked(&page, "Only in these channels"), [one]);
        let page = server
            .picks(&page, "Only in these channels", &[one, two])
            .await;
        assert_eq!(server.settings().await.channels, only(&[one, two]));
        let page = server.picks(&page, "Only in these channels", &[two]).await;
        assert_eq!(server.settings().await.channels, only(&[two]));

        let page = server
            .chooses(&page, "Everywhere but in channels that you pick")
            .await;
        server
            .picks(&page, "Everywhere but in these channels", &[one])
            .await;
        let all_but = Channels::AllBut([ChannelId(one)].into());
        assert_eq!(server.settings().await.channels, all_but);

        let page = server.page("When I am mentioned").await;
        let page = server
            .chooses(&page, "Only in channels that you pick")
            .await;
        let page = server.picks(&page, "Only in these channels", &[two]).await;
        assert_eq!(server.settings().await.mentions, Mentions::In(only(&[two])));
        server
            .picks(&page, "Only in these channels", &[two, one])
            .await;
        assert_eq!(
            server.settings().await.mentions,
            Mentions::In(only(&[one, two]))
        );
    });
}

#[test]
fn roles_the_review_channel_and_an_article_for_one_channel_are_picked() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let (one, two) = (
            server.guild.role("one", Permissions::empty()),
            server.guild.role("two", Permissions::empty()),
        );
        server.guild.announce();
        let page = server.page("Moderators and members").await;
        let page = server
            .picks(&page, "Roles that moderate too", &[one, two])
            .await;
        let page = server.picks(&page, "Roles that moderate too", &[two]).await;
        let page = server
            .picks(&page, "Roles that I do not answer", &[one])
            .await;
        assert_eq!(picked(&page, "Roles that I do not answer"), [one]);
        let settings = server.settings().await;
        assert_eq!(settings.moderator_roles, [RoleId(two)].into());
        assert_eq!(settings.ignored_roles, [RoleId(one)].into());

        let page = server.page("Reports to moderators").await;
        let general = server.general.id;
        let page = server
            .picks(&page, "The channel for reports", &[general])
            .await;
        assert_eq!(server.settings().await.review, Some(ChannelId(general)));
        server.picks(&page, "The channel for reports", &[]).await;
        assert_eq!(server.settings().await.review, None);

        let page = server.page("Which article answers").await;
        let page = server
            .picks(&page, "A channel with its own article", &[general])
            .await;
        let page = server.chooses(&page, "Why Men Withdraw After Sex").await;
        let articles = server.settings().await.articles.clone();
        assert_eq!(
            articles.get(&ChannelId(general)),
            Slug::new("why-he-withdraws").as_ref()
        );
        let page = server
            .picks(&page, "A channel with its own article", &[general])
            .await;
        server.chooses(&page, "as everywhere").await;
        assert!(server.settings().await.articles.is_empty());
    });
}

#[test]
fn forms_take_the_pace_and_the_care_line() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let page = server.page("Moderators and members").await;
        let page = server
            .fills(
                &page,
                "Change how much one may ask",
                &[("0", "3"), ("1", "30")],
            )
            .await;
        assert_eq!(
            server.settings().await.pace,
            Pace {
                minute: 3,
                hour: 30
            }
        );
        for wrong in ["0", "x", "61"] {
            let page = server
                .fills(&page, "Change how much one may ask", &[("0", wrong)])
                .await;
            assert!(
                page.content.starts_with("Please choose 1 to 60"),
                "{}",
                page.text()
            );
        }
        assert_eq!(
            server.settings().await.pace,
            Pace {
                minute: 3,
                hour: 30
            }
        );

        let page = server.page("Care").await;
        let page = server
            .fills(&page, "Write your own line", &[("0", "Write to <#5>.")])
            .await;
        // It is seen on a card before it is kept.
        assert_eq!(server.settings().await.care_line, None);
        let preview = page.text();
        assert!(
            preview.starts_with("-# This is how a card would look with your line."),
            "{preview}"
        );
        assert!(preview.contains("**A note for you**"), "{preview}");
        assert!(
            preview.contains("From this server: Write to <#5>."),
            "{preview}"
        );
        let page = server.mia.press(&page, "Yes, change it").reply().await;
        assert!(page.content.contains("“Write to <#5>.”"), "{}", page.text());
        let page = server
            .fills(&page, "Write your own line", &[("0", "@everyone help")])
            .await;
        assert!(
            page.content.starts_with("That line would ping somebody."),
            "{}",
            page.text()
        );
        for (words, said) in [
            (
                "[help](https://a.b)",
                "That line would hide where a link leads.",
            ),
            (
                "nobody cares, man up",
                "Words like these could hurt somebody in need.",
            ),
            (
                "Tu es pathetic",
                "Words like these could hurt somebody in need.",
            ),
        ] {
            let refused = server
                .fills(&page, "Write your own line", &[("0", words)])
                .await;
            assert!(refused.content.starts_with(said), "{}", refused.text());
        }
        let form = server.mia.press(&page, "Write your own line").modal().await;
        let label = form.inputs[0]["label"].as_str().expect("a label");
        assert_eq!(label, "Your own line, in plain words. Empty: none");
        let none = server
            .fills(&page, "Write your own line", &[("0", "")])
            .await;
        server.mia.press(&none, "Yes, change it").reply().await;
        assert_eq!(server.settings().await.care_line, None);
    });
}

#[test]
fn everybody_cannot_be_ignored_and_the_reason_is_said() {
    conversation(async |c| {
        let server = Server::open(c).await;
        for (locale, told) in [
            ("en-US", "@everyone is everybody, so I would answer nobody"),
            ("fr", "@everyone désigne tout le monde"),
        ] {
            let page = server.page("Moderators and members").await;
            let mia = server.mia.clone().speaking(locale);
            let everyone = server.guild.id;
            let picked = pick(&mia, &page, "Roles that I do not answer", &[everyone]);
            let refused = picked.reply().await;
            assert!(refused.content.starts_with(told), "{}", refused.text());
            assert!(server.settings().await.ignored_roles.is_empty());
        }
    });
}
