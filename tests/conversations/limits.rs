//! Every reply fits what Discord allows, whatever the article.

use crate::fake::{Carrier, check_message};
use crate::support::{GUILD, choose, heard, knowledge};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use tokio::runtime::Builder;
use verbatim::answer::{Answer, Confidence, Effect, Verdict};
use verbatim::bot::{Asking, Bot, Now, Request, Response};
use verbatim::care::{self, Length, Need, Telling};
use verbatim::content::{About, Article, Mistakes, Slug};
use verbatim::discord::message;
use verbatim::press::{Key, Page, Panel, Press, Setup, Shown, Step};
use verbatim::reply::{self, Listed, Part, REPORT_LIMIT, Reply, Voice, Waiting, Words};
use verbatim::settings::{
    AutoMod, CARE_LINE_LIMIT, Change, Channels, Closing, Gate, LIST_LIMIT, Lacks, Language,
    Mentioned, Mentions, Pace, Permission, Settings, Sharing, Style, Survey, Visibility,
};
use verbatim::who::{Asker, Channel, ChannelId, Member, Place, RoleId, UserId};

#[track_caller]
pub fn fits(reply: &Reply) -> Value {
    let body = json!(message(reply));
    for carrier in [Carrier::Post, Carrier::Answer, Carrier::Update] {
        let faults = check_message(carrier, &json!({}), &body, &[]);
        assert!(faults.is_empty(), "{faults:?}\n{body:#}");
    }
    assert_eq!(body["allowed_mentions"], json!({ "parse": [] }));
    body
}

/// Everything that can be said about `article`.
fn every_reply(voice: Voice<'_>, article: &Article) -> Vec<Reply> {
    let count = article.sections().len();
    let all: Vec<usize> = (0..count).collect();
    let mut replies = vec![
        reply::reply(voice, article, &Answer::NotInArticle(Vec::new())),
        reply::hint(voice, article, reply::Audience::Everyone),
    ];
    for chosen in all.chunks(4) {
        replies.push(reply::reply(
            voice,
            article,
            &Answer::DidYouMean(chosen.to_vec()),
        ));
        let asked_for = Answer::Sections(chosen.to_vec());
        replies.push(reply::reply(voice, article, &asked_for));
        let nearest = chosen.iter().take(3).copied().collect();
        replies.push(reply::reply(voice, article, &Answer::NotInArticle(nearest)));
        replies.push(reply::related(voice, article, chosen[0], chosen));
        replies.push(reply::amiss(voice, article, chosen));
    }
    for page in 0..=count / 25 {
        replies.push(reply::contents(voice, article, page));
    }
    for section in all {
        let pages = reply::pages(article, section);
        for (page, passage) in pages.iter().enumerate() {
            replies.push(reply::page(voice, article, section, page));
            replies.push(reply::quoted(voice, article, *passage));
        }
        for block in 0..article.sections()[section].blocks().len() {
            let passage = article.passage(section, block..=block).expect("a block");
            replies.push(reply::quoted(voice, article, passage));
            let others = (0..count).filter(|other| *other != section).take(3);
            let likely = Answer::Likely(passage, others.collect());
            replies.push(reply::reply(voice, article, &likely));
        }
    }
    replies
}

/// What moderators see of the longest questions about `article`, page by page.
fn every_review(voice: Voice<'_>, article: &Article) -> Vec<Reply> {
    let count = article.sections().len();
    let words = "waltz\n".repeat(usize::from(REPORT_LIMIT) / 6);
    let report = Waiting {
        number: u64::MAX - 1,
        words: &words,
        at: i64::MAX,
        place: 2,
        of: 200,
        before: Some(u64::MAX - 2),
        after: Some(u64::MAX),
        answerable: true,
    };
    let effect = |section| Effect {
        words: words.clone(),
        before: Verdict::Quoted(section),
        after: Verdict::Choice(vec![section; 4]),
    };
    let lesson = |number: u64| Listed {
        number: u64::MAX - number,
        words: words.clone(),
        section: reply::section_title(voice, article, number as usize % count),
    };
    let lessons: Vec<Listed> = (0..200).map(lesson).collect();
    let done = Some(voice.say("review-dismissed"));
    let mut replies = vec![
        reply::sent(voice),
        reply::arrived(voice, u64::MAX),
        reply::waiting(voice, report, done.clone()),
        reply::nothing_waits(voice, done.clone()),
        reply::not_taught(voice, u64::MAX, voice.say("review-care")),
        reply::taught(voice, &[], 0, done.clone()),
    ];
    replies.extend([0, 7, 20].map(|page| reply::taught(voice, &lessons, page, done.clone())));
    for section in [0, count / 2, count - 1] {
        replies.push(reply::choosing(
            voice,
            article,
            u64::MAX,
            Words::Edited(&words),
            section / 25,
        ));
        let (own, others) = (effect(section), vec![effect(count - 1); 9]);
        replies.push(reply::weighed(
            voice,
            article,
            u64::MAX,
            section,
            Words::Edited(&words),
            &own,
            &others,
        ));
        let words = Words::Sent(&words);
        replies.push(reply::busy(voice, article, u64::MAX, section, words));
    }
    replies
}

#[test]
fn everything_about_every_article_fits() {
    let knowledge = knowledge();
    for served in knowledge.shelf.all() {
        let voice = knowledge.voice("en");
        let reviews = every_review(voice, &served.article);
        for reply in every_reply(voice, &served.article).iter().chain(&reviews) {
            fits(reply);
        }
    }
}

#[test]
fn every_card_fits_everywhere() {
    let knowledge = knowledge();
    let places = knowledge.care.places();
    for language in ["en", "es", "fr", "pt-BR", "sw"] {
        for place in [None].into_iter().chain(places.iter().map(Some)) {
            for length in [Length::Full, Length::Short] {
                every_card_fits(knowledge.voice(language), place, length);
            }
        }
    }
}

/// Where much is told, the ids are longest; so of the needs that are shown the same card the last counts.
fn every_card_fits(voice: Voice<'_>, place: Option<&care::Place>, length: Length) {
    let knowledge = knowledge();
    let article = Key::of("why-he-withdraws");
    let longest = "x".repeat(CARE_LINE_LIMIT);
    let telling = Telling {
        language: voice.language,
        place: place.map(|place| &place.id),
        length,
        server_line: Some(&longest),
    };
    let mut seen = Vec::new();
    let needs: Vec<Need> = Need::every().collect();
    for need in needs.into_iter().rev() {
        let card = knowledge.care.card(need, telling);
        if seen.contains(&card) {
            continue;
        }
        let shown = Shown::Choices(vec![article; 4]);
        let reply = reply::card(voice, &card, need, length, article, shown);
        let body = fits(&reply);
        let said = body["content"].as_str().expect("words");
        assert!(!said.ends_with('…'), "a card is never cut: {said}");
        seen.push(card);
    }
}

/// Settings as full as moderators can make them.
fn full() -> Settings {
    let ids = || u64::MAX - LIST_LIMIT as u64..u64::MAX;
    let channels: BTreeSet<ChannelId> = ids().map(ChannelId).collect();
    let full = Settings {
        channels: Channels::AllBut(channels.clone()),
        mentions: Mentions::In(Channels::Only(channels.clone())),
        posts: channels.clone(),
        article: Slug::new("why-he-withdraws"),
        articles: ids()
            .map(|id| {
                (
                    ChannelId(id),
                    Slug::new("gone".repeat(10).as_str()).expect("a name"),
                )
            })
            .collect(),
        ignored_roles: ids().map(RoleId).collect(),
        moderator_roles: ids().map(RoleId).collect(),
        review: Some(ChannelId(u64::MAX)),
        ..Settings::default()
    };
    let line = Change::CareLine(Some("x".repeat(CARE_LINE_LIMIT)));
    full.apply(line).expect("a line that fits")
}

#[tokio::test]
async fn every_page_of_the_panel_fits_with_everything_set() {
    let bot = crate::support::bot().await;
    choose(&bot, Change::All(Box::new(full()))).await;
    let owner = Member {
        guild: GUILD,
        manages_server: true,
        roles: Vec::new(),
    };
    let asker = Asker {
        user: UserId(u64::MAX),
        language: "en-US".to_owned(),
        common: "en-US".to_owned(),
        member: Some(owner),
    };
    for shorter in 1..25 {
        let line = "y".repeat(CARE_LINE_LIMIT - shorter);
        choose(&bot, Change::CareLine(Some(line))).await;
    }
    let mut open = vec![Press::Panel(Panel::Turn(Page::Overview))];
    let steps = Step::ALL.iter().map(|step| Press::Setup(Setup::At(*step)));
    open.extend(steps);
    let mut seen = Vec::new();
    while let Some(press) = open.pop() {
        let wire = press.to_string();
        if seen.contains(&wire) || changes_something(&press) {
            continue;
        }
        seen.push(wire);
        let request = match press {
            Press::Setup(setup) => Request::Setup(setup, Vec::new(), survey()),
            press => Request::Press(press),
        };
        let now = Now::read();
        let Ok(Response::Reply(reply)) = bot.handle(&asker, HERE, request, now).await else {
            continue;
        };
        let body = fits(&reply);
        let said = body["content"].as_str().expect("words");
        let whole = |part: &Part| match part {
            Part::Say(words) => said.contains(words.as_str()),
            _ => true,
        };
        assert!(reply.parts.iter().all(whole), "nothing is cut: {said}");
        open.extend(reply.buttons().filter_map(|button| match &button.action {
            reply::Action::Press(press) => Some(press.clone()),
            reply::Action::Link(_) => None,
        }));
    }
    assert!(seen.len() > 20, "{seen:?}");
}

/// Settings of which everything differs from [`full`], and nothing is short.
fn other() -> Settings {
    let ids = || 1u64..=LIST_LIMIT as u64;
    let channels: BTreeSet<ChannelId> = ids().map(ChannelId).collect();
    let other = Settings {
        channels: Channels::Only(channels.clone()),
        mentions: Mentions::In(Channels::AllBut(channels.clone())),
        posts: channels,
        mentioned: Mentioned::InPublic,
        ignored_roles: ids().map(RoleId).collect(),
        moderator_roles: ids().map(RoleId).collect(),
        visibility: Visibility::Public,
        confidence: Confidence::Careful,
        closing: Closing::WhenSure,
        pace: Pace {
            minute: 7,
            hour: 99,
        },
        gate: Gate::AgeRestricted,
        sharing: Sharing::Told,
        style: Style::Plain,
        language: Language::named("portuguese").expect("a name"),
        ..Settings::default()
    };
    let line = Change::CareLine(Some("y".repeat(CARE_LINE_LIMIT)));
    other.apply(line).expect("a line that fits")
}

#[test]
fn whatever_an_import_would_change_fits_one_message() {
    let knowledge = knowledge();
    let served = knowledge.shelf.all();
    let offer = reply::Offer {
        articles: served.iter().map(|served| &served.article).collect(),
        default: &served[0].article,
        places: knowledge.care.places(),
        languages: knowledge.phrases.menu(),
    };
    let seen = Key::of("what is shown");
    for language in ["en", "es", "fr", "pt-BR", "sw"] {
        let voice = knowledge.voice(language);
        for (before, after) in [(full(), other()), (other(), full())] {
            let note = Some(voice.say("panel-changed-meanwhile"));
            let reply = reply::preview(voice, &offer, (&before, &after), &[], seen, note);
            let body = fits(&reply);
            let said = body["content"].as_str().expect("words");
            let last = voice.say("setting-sharing");
            assert!(said.contains(&last), "nothing is cut: {said}");
        }
    }
}

/// Whether a press would make the settings less full.
fn changes_something(press: &Press) -> bool {
    match press {
        Press::Panel(panel) => !matches!(panel, Panel::Turn(_) | Panel::Narrow(..)),
        Press::Setup(setup) => !matches!(setup, Setup::At(_)),
        _ => true,
    }
}

/// A server that withholds everything everywhere.
fn survey() -> Survey {
    let everything = [
        Permission::View,
        Permission::Send,
        Permission::SendInThreads,
        Permission::Embed,
        Permission::History,
        Permission::UseCommands,
    ];
    let withholds = |id| Lacks {
        channel: ChannelId(id),
        permissions: everything.into_iter().collect(),
    };
    Survey {
        channels: (u64::MAX - 500..u64::MAX).map(withholds).collect(),
        automod: AutoMod::Swallows,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn everything_about_any_article_fits(
        title in "[\\PC]{1,300}",
        sections in prop::collection::vec(("\\PC{1,250}", prop::collection::vec("\\PC{1,1200}", 1..12)), 1..40),
    ) {
        let mut text = format!("# {title}\n\n");
        for (at, (heading, paragraphs)) in sections.iter().enumerate() {
            text.push_str(&format!("## {}. {heading}\n\n{}\n\n", at + 1, paragraphs.join("\n\n")));
        }
        text.push_str("## Closing\n\nBe kind.\n");
        let file = Path::new("article.md");
        let mut mistakes = Mistakes::new(file, &text);
        let slug = Slug::new("any").expect("a name");
        let article = Article::read(slug, text.clone(), About::default(), &mut mistakes);
        // Two sections of one name are a mistake that stops the start.
        let names: BTreeSet<&str> = article.sections().iter().map(|section| section.id.as_str()).collect();
        prop_assume!(names.len() == article.sections().len());
        let knowledge = knowledge();
        let voice = knowledge.voice("en");
        let reviews = every_review(voice, &article);
        for reply in every_reply(voice, &article).iter().chain(&reviews) {
            fits(reply);
        }
        for section in 0..article.sections().len() {
            let pages = reply::pages(&article, section);
            let blocks: Vec<usize> = pages.iter().flat_map(|page| page.blocks()).collect();
            let all: Vec<usize> = (0..article.sections()[section].blocks().len()).collect();
            prop_assert_eq!(blocks, all, "every block stands on one page");
        }
    }

    #[test]
    fn whatever_is_asked_by_whatever_door_the_reply_fits(question in "\\PC{0,6000}") {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let bot = heard().await;
            let asker = Asker { user: UserId(u64::MAX), language: "en-US".to_owned(), common: "en-US".to_owned(), member: None };
            for request in [Request::Ask(Asking::of(question.clone())), Request::Mention(question.clone())] {
                let reply = handled(&bot, &asker, request).await;
                fits(&reply);
                follow(&bot, &asker, &reply).await;
            }
        });
    }
}

const HERE: Place = Place::Channel(Channel {
    guild: GUILD,
    id: ChannelId(1),
    home: Some(ChannelId(1)),
    age_restricted: false,
});

/// The reply to a request that is not refused.
async fn handled(bot: &Bot, asker: &Asker, request: Request) -> Reply {
    match bot.handle(asker, HERE, request, Now::read()).await {
        Ok(Response::Reply(reply)) => reply,
        Ok(Response::Posting(reply, post)) => {
            fits(&reply);
            fits(&post.otherwise);
            post.reply
        }
        other => panic!("{other:?}"),
    }
}

/// Every press of `reply` leads somewhere, and what it leads to fits.
async fn follow(bot: &Bot, asker: &Asker, reply: &Reply) {
    for button in reply.buttons() {
        let verbatim::reply::Action::Press(press) = &button.action else {
            continue;
        };
        let press: Press = press
            .to_string()
            .parse()
            .expect("a press survives the wire");
        let opened = handled(bot, asker, Request::Press(press)).await;
        if opened.arrival != reply::Arrival::Gone {
            fits(&opened);
        }
    }
}
