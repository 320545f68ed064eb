//! Lists that are longer than one menu: nothing is out of reach.

use crate::fake::Shown;
use crate::review::short;
use crate::server::{Server, picked};
use crate::support::{GUILD, Home, conversation, knowledge_of, written};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use time::OffsetDateTime;
use verbatim::bot::Knowledge;
use verbatim::care::PlaceId;
use verbatim::content::Slug;
use verbatim::settings::{Change, Channels, Mentions};
use verbatim::store::Teaching;
use verbatim::who::{ChannelId, Member, Moderator, RoleId};

/// Thirty articles, and as many places beside those we carry.
fn much() -> Arc<Knowledge> {
    static MUCH: OnceLock<Arc<Knowledge>> = OnceLock::new();
    Arc::clone(MUCH.get_or_init(written_and_read))
}

fn written_and_read() -> Arc<Knowledge> {
    let dir = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/much"));
    let mut places = fs::read_to_string("content/care/helplines.toml").expect("our own");
    for number in 1..=30 {
        let text = format!("# Article {number:02}\n\n## 1. Part\n\nWords.\n\n## Closing\n\nBye.\n");
        written(&dir.join(format!("article-{number:02}/article.md")), &text);
        places.push_str(&format!(
            "\n[[place]]\nid = \"P{number:02}\"\nname = \"Place {number:02}\"\nemergency = \"112\"\nread = \"2026-11-22\"\nnewest = \"2026\"\nsources = [\"https://example.org\"]\n"
        ));
    }
    written(&dir.join("care/helplines.toml"), &places);
    knowledge_of(dir)
}

impl Server<'_> {
    /// Turns `page` on until the menu offers `label`, and chooses it.
    async fn turns_to(&self, mut page: Shown, label: &str) -> Shown {
        let offers = |page: &Shown| {
            let mut options = page.selects().into_iter().flat_map(|menu| menu.options);
            options.any(|(offered, _)| offered == label)
        };
        while !offers(&page) {
            let next = self.presses(&page, "Next").await;
            assert_eq!(next.id, page.id, "it turns in place");
            page = next;
        }
        self.chooses(&page, label).await
    }
}

fn has(page: &Shown, button: &str) -> bool {
    page.buttons().iter().any(|it| it.label == button)
}

#[test]
fn every_article_and_every_place_can_be_chosen() {
    conversation(async |c| {
        let server = Server::of(c, much(), Home::new()).await;
        let page = server.page("Which article answers").await;
        assert!(!has(&page, "Previous"));
        let page = server.turns_to(page, "Article 30").await;
        assert!(page.content.starts_with("✓ Saved."), "{}", page.text());
        assert_eq!(server.settings().await.article, Slug::new("article-30"));

        let general = server.general.id;
        let page = server.page("Which article answers").await;
        let page = server
            .picks(&page, "A channel with its own article", &[general])
            .await;
        server.turns_to(page, "Article 29").await;
        let articles = server.settings().await.articles.clone();
        let own = articles.get(&ChannelId(general));
        assert_eq!(own, Slug::new("article-29").as_ref());

        let page = server.page("Care").await;
        server.turns_to(page, "Place 30").await;
        let chosen = Some(PlaceId("P30".to_owned()));
        assert_eq!(server.settings().await.helplines, chosen);

        let setup = server.mia.slash(&server.general, "setup", json!({}));
        let mut step = setup.reply().await;
        for _ in 0..3 {
            step = server.presses(&step, "Keep it so").await;
        }
        let step = server.turns_to(step, "Place 28").await;
        assert!(step.content.contains("Step 5 of 5"), "{}", step.text());
        let chosen = Some(PlaceId("P28".to_owned()));
        assert_eq!(server.settings().await.helplines, chosen);
    });
}

const ONLY: &str = "Only in these channels";

#[test]
fn a_list_of_more_channels_than_a_menu_holds_is_turned() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let mut ids: Vec<u64> = (0..60)
            .map(|number| server.guild.channel(&format!("c{number}")).id)
            .collect();
        ids.sort_unstable();
        let one_more = server.general.id;
        server.guild.announce();
        let only = |ids: &[u64]| Channels::Only(ids.iter().copied().map(ChannelId).collect());
        server.set(Change::Channels(only(&ids))).await;
        let first = server.page("Where I answer").await;
        assert_eq!(picked(&first, ONLY), ids[..25]);

        // One that is on the first page goes; those on the others stay.
        let first = server.picks(&first, ONLY, &ids[1..25]).await;
        assert_eq!(server.settings().await.channels, only(&ids[1..]));
        let second = server.presses(&first, &format!("More: {ONLY}")).await;
        assert_eq!(picked(&second, ONLY), ids[26..51]);
        let third = server.presses(&second, "Next").await;
        assert_eq!(picked(&third, ONLY), ids[51..]);
        assert!(!has(&third, "Next"), "{}", third.text());

        // The last page has room for one more, and shows what became of it.
        let with_one = [&ids[52..], &[one_more]].concat();
        let third = server.picks(&third, ONLY, &with_one).await;
        assert!(third.content.starts_with("✓ Saved."), "{}", third.text());
        let mut now = ids[1..51].to_vec();
        now.extend(&with_one);
        assert_eq!(server.settings().await.channels, only(&now));
        let second = server.presses(&third, "Previous").await;
        let first = server.presses(&second, "Previous").await;
        assert!(has(&first, &format!("More: {ONLY}")), "{}", first.text());
    });
}

#[test]
fn a_full_menu_leaves_room_on_the_next_page() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let mut ids: Vec<u64> = (0..26)
            .map(|number| server.guild.channel(&format!("c{number}")).id)
            .collect();
        ids.sort_unstable();
        server.guild.announce();
        let only = |ids: &[u64]| Channels::Only(ids.iter().copied().map(ChannelId).collect());
        server
            .set(Change::Mentions(Mentions::In(only(&ids[..25]))))
            .await;
        let page = server.page("When I am mentioned").await;
        let rest = server.presses(&page, &format!("More: {ONLY}")).await;
        assert!(picked(&rest, ONLY).is_empty());
        server.picks(&rest, ONLY, &ids[25..]).await;
        assert_eq!(server.settings().await.mentions, Mentions::In(only(&ids)));

        // The setup leads there too.
        let setup = server.mia.slash(&server.general, "setup", json!({}));
        let step = setup.reply().await;
        let step = server.presses(&step, "Keep it so").await;
        let rest = server.presses(&step, &format!("More: {ONLY}")).await;
        assert_eq!(picked(&rest, ONLY), ids[25..]);
    });
}

#[test]
fn lists_of_more_roles_than_a_menu_holds_are_turned() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let none = serenity::all::Permissions::empty();
        let mut ids: Vec<u64> = (0..30)
            .map(|number| server.guild.role(&format!("r{number}"), none))
            .collect();
        ids.sort_unstable();
        server.guild.announce();
        for id in &ids {
            server.set(Change::Trust(RoleId(*id))).await;
            server.set(Change::Ignore(RoleId(*id))).await;
        }
        for menu in ["Roles that moderate too", "Roles that I do not answer"] {
            let page = server.page("Moderators and members").await;
            assert_eq!(picked(&page, menu), ids[..25]);
            let rest = server.presses(&page, &format!("More: {menu}")).await;
            assert_eq!(picked(&rest, menu), ids[25..]);
            server.picks(&rest, menu, &ids[26..]).await;
        }
        let settings = server.settings().await;
        let left: Vec<u64> = [&ids[..25], &ids[26..]].concat();
        let moderate: Vec<u64> = settings.moderator_roles.iter().map(|id| id.0).collect();
        let ignored: Vec<u64> = settings.ignored_roles.iter().map(|id| id.0).collect();
        assert_eq!((moderate, ignored), (left.clone(), left));
    });
}

#[test]
fn the_oldest_of_fifty_changes_is_taken_back() {
    conversation(async |c| {
        let server = Server::open(c).await;
        for id in 1..=50 {
            server.set(Change::Forbid(ChannelId(id))).await;
        }
        let mut history = server.used_by(&server.mia, "history").await;
        while has(&history, "Next") {
            history = server.presses(&history, "Next").await;
        }
        let undone = server.presses(&history, "Undo 1").await;
        assert!(
            undone.content.starts_with("✓ Change 1 is taken back."),
            "{}",
            undone.text()
        );
        let settings = server.settings().await;
        assert!(settings.channels.holds(ChannelId(1)) && !settings.channels.holds(ChannelId(2)));
    });
}

/// Who manages the server, as the store wants to know it.
fn manager() -> Moderator {
    let member = Member {
        guild: GUILD,
        manages_server: true,
        roles: Vec::new(),
    };
    member.moderator(&Default::default()).expect("a manager")
}

#[test]
fn every_lesson_and_every_report_can_be_reached() {
    conversation(async |c| {
        let server = Server::of(c, short(), Home::new()).await;
        let (slug, now) = (
            Slug::new("closeness").expect("a name"),
            OffsetDateTime::now_utc(),
        );
        let report = async |words: &str| {
            let kept = server.store.report(GUILD, &slug, words, now).await;
            kept.expect("room")
        };
        let sections = short();
        let article = &sections.shelf.default_article().article;
        for number in 1..=60 {
            let words = format!("gravy train number {number:02}");
            let teaching = Teaching {
                report: report(&words).await,
                article: slug.clone(),
                section: article.sections()[0].id.as_str().to_owned(),
                words,
            };
            let taught = server.store.teach(manager(), teaching).await;
            taught.expect("room");
        }
        let list = server.mia.slash(&server.general, "taught", json!({}));
        let list = list.reply().await;
        let list = server.turns_to(list, "gravy train number 60").await;
        assert!(
            list.content.starts_with("I have unlearned it."),
            "{}",
            list.text()
        );
        assert_eq!(server.store.chosen(GUILD).await.unwrap().1.len(), 59);

        for number in 1..=30 {
            report(&format!("waiting number {number:02}")).await;
        }
        let waiting = server.mia.slash(&server.general, "review", json!({}));
        let mut waiting = waiting.reply().await;
        for number in 1..=30 {
            let place = format!("Question {number} of 30");
            assert!(waiting.text().starts_with(&place), "{}", waiting.text());
            assert!(
                waiting
                    .text()
                    .contains(&format!("waiting number {number:02}"))
            );
            if number < 30 {
                waiting = server.presses(&waiting, "Next").await;
            }
        }
        assert!(!has(&waiting, "Next"));
    });
}

/// A panel that another process answers, which knows nothing of the page before.
#[test]
fn a_turned_page_works_after_a_restart() {
    conversation(async |c| {
        let server = Server::of(c, much(), Home::new()).await;
        let page = server.page("Which article answers").await;
        let page = server.presses(&page, "Next").await;
        let server = server.restart().await;
        let first = server.presses(&page, "Previous").await;
        let page = server.presses(&first, "Next").await;
        server.chooses(&page, "Article 30").await;
        assert_eq!(server.settings().await.article, Slug::new("article-30"));
    });
}
