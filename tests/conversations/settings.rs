//! Moderators change what is set, see what was changed, and take it back; nobody else does.

use crate::fake::{Channel, Exchange, Fake, Guild, Person, Shown};
use crate::support::{GUILD, Home, Running, bot_with, start_bot};
use serde_json::json;
use serenity::all::Permissions;
use sqlx::sqlite::SqlitePool;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use verbatim::answer::Confidence;
use verbatim::care::PlaceId;
use verbatim::content::Slug;
use verbatim::settings::{
    Channels, Closing, Gate, Mentioned, Mentions, Pace, Settings, Style, Visibility,
};
use verbatim::store::Store;
use verbatim::who::{ChannelId, RoleId};

const REFUSED: &str = "That is for the moderators of this server: whoever may manage it, or holds a role that they named to me.";

/// A server with a moderator and a member, and a bot in it.
pub struct Server {
    pub fake: Fake,
    pub guild: Guild,
    pub general: Channel,
    pub mia: Person,
    pub ben: Person,
    pub store: Store,
    home: Home,
    bot: Running,
}

impl Server {
    pub async fn open() -> Server {
        let fake = Fake::start().await;
        let guild = fake.guild(GUILD.0);
        let general = guild.channel("general");
        let (mia, ben) = (fake.user("mia"), fake.user("ben"));
        let manager = guild.role("manager", Permissions::MANAGE_GUILD);
        guild.member(&mia, &[manager]);
        guild.member(&ben, &[]);
        let home = Home::new();
        let kept = bot_with(&home).await;
        let store = kept.store.clone();
        let bot = start_bot(&fake, kept).await;
        Server {
            fake,
            guild,
            general,
            mia,
            ben,
            store,
            home,
            bot,
        }
    }

    pub async fn used_by(&self, person: &Person, subcommand: &str) -> Shown {
        let command = format!("settings {subcommand}");
        person
            .slash(&self.general, &command, json!({}))
            .reply()
            .await
    }

    /// The panel at one of its pages.
    pub async fn page(&self, page: &str) -> Shown {
        let panel = self.used_by(&self.mia, "panel").await;
        assert!(panel.ephemeral);
        choose(&self.mia, &panel, page).reply().await
    }

    pub async fn settings(&self) -> Arc<Settings> {
        self.store.settings(GUILD).await
    }

    pub async fn close(self) {
        self.bot.stop().await.expect("a clean end");
        self.fake.finish().await;
    }

    /// The same with a bot that was stopped and started anew, on the same database.
    pub async fn restart(mut self) -> Server {
        self.bot.stop().await.expect("a clean end");
        self.store.close().await;
        drop(self.store);
        // Discord takes one identify in five seconds.
        self.fake.pass(Duration::from_secs(5));
        let kept = bot_with(&self.home).await;
        self.store = kept.store.clone();
        self.bot = start_bot(&self.fake, kept).await;
        self
    }
}

/// Chooses the option `label` of whichever menu has it.
#[track_caller]
pub fn choose(person: &Person, message: &Shown, label: &str) -> Exchange {
    for menu in message.selects() {
        let found = menu.options.iter().find(|(offered, _)| offered == label);
        if let Some((_, value)) = found {
            return person.select(message, &menu.custom_id, &[value]);
        }
    }
    panic!("no option `{label}`:\n{}", message.text());
}

/// Picks `ids` from the menu of channels or roles with this label.
#[track_caller]
pub fn pick(person: &Person, message: &Shown, label: &str, ids: &[u64]) -> Exchange {
    let mut menus = message.selects().into_iter();
    let menu = menus.find(|menu| menu.placeholder == label);
    let menu = menu.unwrap_or_else(|| panic!("no menu `{label}`:\n{}", message.text()));
    let ids: Vec<String> = ids.iter().map(u64::to_string).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    person.select(message, &menu.custom_id, &ids)
}

/// What a menu of channels or roles shows as picked.
fn picked(message: &Shown, label: &str) -> Vec<u64> {
    let mut menus = message.selects().into_iter();
    let menu = menus.find(|menu| menu.placeholder == label);
    menu.expect("the menu").picked
}

#[tokio::test]
async fn the_panel_shows_everything_at_a_glance() {
    let server = Server::open().await;
    let panel = server.used_by(&server.mia, "panel").await;
    insta::assert_snapshot!(panel.text());
    server.close().await;
}

/// A page, a choice on it, and whether it was made.
type Row = (&'static str, &'static str, fn(&Settings) -> bool);

#[tokio::test]
async fn every_choice_of_every_menu_is_made_in_place() {
    const ROWS: &[Row] = &[
        ("What an answer is like", "everyone in the channel", |s| {
            s.visibility == Visibility::Public
        }),
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
        ("When I am mentioned", "for everyone to read", |s| {
            s.mentioned == Mentioned::InPublic
        }),
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
        ("Where I answer", "in every channel", |s| {
            s.channels == Channels::All
        }),
    ];
    let server = Server::open().await;
    let mut panel = server.used_by(&server.mia, "panel").await;
    for (page, choice, made) in ROWS {
        let page = choose(&server.mia, &panel, page).reply().await;
        panel = choose(&server.mia, &page, choice).reply().await;
        assert_eq!(panel.id, page.id, "the panel edits itself");
        assert!(panel.content.starts_with("✓ Saved."), "{}", panel.text());
        assert!(made(&*server.settings().await), "{choice}");
    }
    server.close().await;
}

#[tokio::test]
async fn channels_are_picked_and_only_picking_changes_them() {
    let server = Server::open().await;
    let (one, two) = (server.general.id, server.guild.channel("two").id);
    server.guild.announce();
    let page = server.page("Where I answer").await;
    let page = choose(&server.mia, &page, "Only in channels that you pick")
        .reply()
        .await;
    assert!(
        page.content.starts_with("Nothing has changed yet."),
        "{}",
        page.text()
    );
    assert_eq!(*server.settings().await, Settings::default());
    let page = pick(&server.mia, &page, "Only in these channels", &[one])
        .reply()
        .await;
    let only = |ids: &[u64]| Channels::Only(ids.iter().copied().map(ChannelId).collect());
    assert_eq!(server.settings().await.channels, only(&[one]));
    assert_eq!(picked(&page, "Only in these channels"), [one]);
    let page = pick(&server.mia, &page, "Only in these channels", &[one, two])
        .reply()
        .await;
    assert_eq!(server.settings().await.channels, only(&[one, two]));
    let page = pick(&server.mia, &page, "Only in these channels", &[two])
        .reply()
        .await;
    assert_eq!(server.settings().await.channels, only(&[two]));

    let page = choose(
        &server.mia,
        &page,
        "Everywhere but in channels that you pick",
    )
    .reply()
    .await;
    pick(
        &server.mia,
        &page,
        "Everywhere but in these channels",
        &[one],
    )
    .reply()
    .await;
    let all_but = Channels::AllBut([ChannelId(one)].into());
    assert_eq!(server.settings().await.channels, all_but);

    let page = server.page("When I am mentioned").await;
    let page = choose(&server.mia, &page, "Only in channels that you pick")
        .reply()
        .await;
    let page = pick(&server.mia, &page, "Only in these channels", &[two])
        .reply()
        .await;
    assert_eq!(server.settings().await.mentions, Mentions::In(only(&[two])));
    pick(&server.mia, &page, "Only in these channels", &[two, one])
        .reply()
        .await;
    assert_eq!(
        server.settings().await.mentions,
        Mentions::In(only(&[one, two]))
    );
    server.close().await;
}

#[tokio::test]
async fn roles_the_review_channel_and_an_article_for_one_channel_are_picked() {
    let server = Server::open().await;
    let (one, two) = (
        server.guild.role("one", Permissions::empty()),
        server.guild.role("two", Permissions::empty()),
    );
    server.guild.announce();
    let page = server.page("Moderators and members").await;
    let page = pick(&server.mia, &page, "Roles that moderate too", &[one, two])
        .reply()
        .await;
    let page = pick(&server.mia, &page, "Roles that moderate too", &[two])
        .reply()
        .await;
    let page = pick(&server.mia, &page, "Roles that I do not answer", &[one])
        .reply()
        .await;
    assert_eq!(picked(&page, "Roles that I do not answer"), [one]);
    let settings = server.settings().await;
    assert_eq!(settings.moderator_roles, [RoleId(two)].into());
    assert_eq!(settings.ignored_roles, [RoleId(one)].into());

    let page = server.page("Reports to moderators").await;
    let general = server.general.id;
    let page = pick(&server.mia, &page, "The channel for reports", &[general])
        .reply()
        .await;
    assert_eq!(server.settings().await.review, Some(ChannelId(general)));
    pick(&server.mia, &page, "The channel for reports", &[])
        .reply()
        .await;
    assert_eq!(server.settings().await.review, None);

    let page = server.page("Which article answers").await;
    let page = pick(
        &server.mia,
        &page,
        "A channel with its own article",
        &[general],
    )
    .reply()
    .await;
    let page = choose(&server.mia, &page, "Why Men Withdraw After Sex")
        .reply()
        .await;
    let articles = server.settings().await.articles.clone();
    assert_eq!(
        articles.get(&ChannelId(general)),
        Slug::new("why-he-withdraws").as_ref()
    );
    let page = pick(
        &server.mia,
        &page,
        "A channel with its own article",
        &[general],
    )
    .reply()
    .await;
    choose(&server.mia, &page, "as everywhere").reply().await;
    assert!(server.settings().await.articles.is_empty());
    server.close().await;
}

#[tokio::test]
async fn forms_take_the_pace_and_the_care_line() {
    let server = Server::open().await;
    let page = server.page("Moderators and members").await;
    let form = server
        .mia
        .press(&page, "Change how much one may ask")
        .modal()
        .await;
    let page = server
        .mia
        .submit(&form, &[("0", "3"), ("1", "30")])
        .reply()
        .await;
    assert_eq!(
        server.settings().await.pace,
        Pace {
            minute: 3,
            hour: 30
        }
    );
    for wrong in ["0", "x", "61"] {
        let form = server
            .mia
            .press(&page, "Change how much one may ask")
            .modal()
            .await;
        let page = server.mia.submit(&form, &[("0", wrong)]).reply().await;
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
    let form = server.mia.press(&page, "Write your own line").modal().await;
    let page = server
        .mia
        .submit(&form, &[("0", "Write to <#5>.")])
        .reply()
        .await;
    assert!(page.content.contains("“Write to <#5>.”"), "{}", page.text());
    let form = server.mia.press(&page, "Write your own line").modal().await;
    let page = server
        .mia
        .submit(&form, &[("0", "@everyone help")])
        .reply()
        .await;
    assert!(
        page.content.starts_with("That line would ping somebody."),
        "{}",
        page.text()
    );
    let form = server.mia.press(&page, "Write your own line").modal().await;
    server.mia.submit(&form, &[("0", "")]).reply().await;
    assert_eq!(server.settings().await.care_line, None);
    server.close().await;
}

#[tokio::test]
async fn the_history_tells_each_change_and_takes_it_back() {
    let server = Server::open().await;
    let page = server.page("What an answer is like").await;
    let page = choose(&server.mia, &page, "everyone in the channel")
        .reply()
        .await;
    let page = choose(&server.mia, &page, "as plain text").reply().await;
    let history = choose(&server.mia, &page, "History").reply().await;
    let (text, mia) = (history.text(), server.mia.mention());
    assert!(
        text.contains(&format!("{mia} · A message comes: as plain text")),
        "{text}"
    );
    assert!(
        text.contains(&format!(
            "{mia} · Answers are seen by: everyone in the channel"
        )),
        "{text}"
    );
    assert!(text.find("2. <t:") < text.find("1. <t:"), "{text}");
    let history = server.mia.press(&history, "Undo 1").reply().await;
    assert!(
        history.content.starts_with("✓ Change 1 is taken back."),
        "{}",
        history.text()
    );
    let settings = server.settings().await;
    assert_eq!(
        (settings.visibility, settings.style),
        (Visibility::Private, Style::Plain)
    );
    server.mia.press(&history, "Undo 3").reply().await;
    assert_eq!(server.settings().await.visibility, Visibility::Public);
    server.close().await;
}

#[tokio::test]
async fn the_history_turns_its_pages_and_keeps_fifty() {
    let server = Server::open().await;
    let mut page = server.page("What an answer is like").await;
    for turn in 0..52 {
        let choice = [
            "everyone in the channel",
            "the asker alone, who may share them",
        ][turn % 2];
        page = choose(&server.mia, &page, choice).reply().await;
    }
    let mut history = server.used_by(&server.mia, "history").await;
    for first in [52, 42, 32, 22] {
        assert!(
            history.content.contains(&format!("\n{first}. <t:")),
            "{}",
            history.text()
        );
        history = server.mia.press(&history, "Next").reply().await;
    }
    assert!(history.content.contains("\n3. <t:"), "{}", history.text());
    assert!(!history.content.contains("\n2. <t:"), "{}", history.text());
    assert!(
        history
            .buttons()
            .iter()
            .all(|button| button.label != "Next")
    );
    server.close().await;
}

#[tokio::test]
async fn a_reset_asks_first_and_can_be_taken_back() {
    let server = Server::open().await;
    let page = server.page("What an answer is like").await;
    choose(&server.mia, &page, "everyone in the channel")
        .reply()
        .await;
    let asks = server.used_by(&server.mia, "reset").await;
    let back = server.mia.press(&asks, "Back").reply().await;
    assert_eq!(server.settings().await.visibility, Visibility::Public);
    let asks = server.mia.press(&back, "Reset").reply().await;
    server
        .mia
        .press(&asks, "Yes, reset everything")
        .reply()
        .await;
    assert_eq!(*server.settings().await, Settings::default());
    let history = server.used_by(&server.mia, "history").await;
    server.mia.press(&history, "Undo 2").reply().await;
    assert_eq!(server.settings().await.visibility, Visibility::Public);
    server.close().await;
}

#[tokio::test]
async fn a_member_and_a_moderator_of_another_server_are_refused() {
    let server = Server::open().await;
    let other = server.fake.guild(501);
    let manager = other.role("manager", Permissions::MANAGE_GUILD);
    let zoe = server.fake.user("zoe");
    other.member(&zoe, &[manager]);
    for person in [&server.ben, &zoe] {
        for subcommand in ["panel", "history", "export", "import", "reset"] {
            let told = server.used_by(person, subcommand).await;
            assert_eq!(
                (told.content.as_str(), told.ephemeral),
                (REFUSED, true),
                "{subcommand}"
            );
            assert!(told.files.is_empty());
        }
    }
    server.close().await;
}

#[tokio::test]
async fn who_loses_the_role_loses_the_open_panel() {
    let server = Server::open().await;
    let answers = server.page("What an answer is like").await;
    let people = server.page("Moderators and members").await;
    let form = server
        .mia
        .press(&people, "Change how much one may ask")
        .modal()
        .await;
    let reset = server.used_by(&server.mia, "reset").await;
    server.guild.member(&server.mia, &[]);
    for refused in [
        choose(&server.mia, &answers, "everyone in the channel"),
        pick(&server.mia, &people, "Roles that I do not answer", &[7]),
        server.mia.submit(&form, &[("0", "3")]),
        server.mia.press(&reset, "Yes, reset everything"),
    ] {
        assert_eq!(refused.reply().await.content, REFUSED);
    }
    assert_eq!(*server.settings().await, Settings::default());
    server.close().await;
}

#[tokio::test]
async fn a_named_role_moderates_from_now_on() {
    let server = Server::open().await;
    let helper = server.guild.role("helper", Permissions::empty());
    server.guild.announce();
    server.guild.member(&server.ben, &[helper]);
    assert_eq!(server.used_by(&server.ben, "panel").await.content, REFUSED);
    let page = server.page("Moderators and members").await;
    pick(&server.mia, &page, "Roles that moderate too", &[helper])
        .reply()
        .await;
    let panel = server.used_by(&server.ben, "panel").await;
    assert!(
        panel.content.starts_with("**What is set here**"),
        "{}",
        panel.text()
    );
    server.close().await;
}

#[tokio::test]
async fn a_panel_left_open_works_after_a_restart() {
    let server = Server::open().await;
    let page = server.page("What an answer is like").await;
    let people = server.page("Moderators and members").await;
    let form = server
        .mia
        .press(&people, "Change how much one may ask")
        .modal()
        .await;
    let server = server.restart().await;
    choose(&server.mia, &page, "everyone in the channel")
        .reply()
        .await;
    server.mia.submit(&form, &[("0", "4")]).reply().await;
    let settings = server.settings().await;
    assert_eq!(
        (settings.visibility, settings.pace.minute),
        (Visibility::Public, 4)
    );
    server.close().await;
}

#[tokio::test]
async fn two_panels_at_once_lose_no_change() {
    let server = Server::open().await;
    let (one, two) = (server.general.id, server.guild.channel("two").id);
    server.guild.announce();
    let page = server.page("Where I answer").await;
    let page = choose(&server.mia, &page, "Only in channels that you pick")
        .reply()
        .await;
    pick(&server.mia, &page, "Only in these channels", &[one])
        .reply()
        .await;
    let (first, second) = (
        server.page("Where I answer").await,
        server.page("Where I answer").await,
    );
    pick(&server.mia, &first, "Only in these channels", &[one, two])
        .reply()
        .await;
    let late = pick(&server.mia, &second, "Only in these channels", &[])
        .reply()
        .await;
    assert!(
        late.content.starts_with("Somebody changed this"),
        "{}",
        late.text()
    );
    assert_eq!(picked(&late, "Only in these channels"), [one, two]);
    let both = Channels::Only([ChannelId(one), ChannelId(two)].into());
    assert_eq!(server.settings().await.channels, both);
    pick(&server.mia, &late, "Only in these channels", &[two])
        .reply()
        .await;
    assert_eq!(
        server.settings().await.channels,
        Channels::Only([ChannelId(two)].into())
    );
    server.close().await;
}

#[tokio::test]
async fn a_deleted_channel_drops_out_of_its_list() {
    let server = Server::open().await;
    let (kept, gone) = (server.guild.channel("kept"), server.guild.channel("gone"));
    server.guild.announce();
    let page = server.page("Where I answer").await;
    let page = choose(&server.mia, &page, "Only in channels that you pick")
        .reply()
        .await;
    pick(
        &server.mia,
        &page,
        "Only in these channels",
        &[kept.id, gone.id],
    )
    .reply()
    .await;
    gone.is_deleted();
    let page = server.page("Where I answer").await;
    assert_eq!(picked(&page, "Only in these channels"), [kept.id]);
    let general = server.general.id;
    pick(
        &server.mia,
        &page,
        "Only in these channels",
        &[kept.id, general],
    )
    .reply()
    .await;
    let standing = [ChannelId(kept.id), ChannelId(general)];
    assert_eq!(
        server.settings().await.channels,
        Channels::Only(standing.into())
    );
    server.close().await;
}

#[tokio::test]
async fn while_the_database_is_away_changes_are_refused_and_questions_go_on() {
    let server = Server::open().await;
    let page = server.page("What an answer is like").await;
    let url = format!("sqlite:{}", server.home.file().display());
    let other = SqlitePool::connect(&url).await.expect("the same file");
    let held = other.begin_with("BEGIN IMMEDIATE").await.expect("held");
    let refused = choose(&server.mia, &page, "everyone in the channel")
        .reply()
        .await;
    assert!(
        refused
            .content
            .starts_with("I cannot reach my settings just now, so nothing was changed."),
        "{}",
        refused.text()
    );
    let asked = json!({ "question": "section 3" });
    let answer = server
        .ben
        .slash(&server.general, "ask", asked)
        .reply()
        .await;
    assert!(answer.ephemeral && !answer.embeds.is_empty());
    held.rollback().await.expect("let go");
    choose(&server.mia, &refused, "everyone in the channel")
        .reply()
        .await;
    assert_eq!(server.settings().await.visibility, Visibility::Public);
    server.close().await;
}
