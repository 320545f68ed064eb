//! Nothing dies: every button, every choice of a menu and every form, walked from reply to reply. Between what is said
//! and what is pressed the bot is stopped and started anew.

use crate::fake::TOKEN;
use crate::limits::fits;
use crate::review::short;
use crate::support::{GUILD, Home, choose, knowledge};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use verbatim::bot::{Asking, Bot, Knowledge, Now, Pointed, Reading, Refusal, Request, Response};
use verbatim::press::{Key, Page, Panel, Press, Review, Setup, Step};
use verbatim::reply::{Action, Arrival, Audience, Reply, Row};
use verbatim::settings::{Change, Channels, Mentions, Survey, Visibility};
use verbatim::store::Teaching;
use verbatim::who::{Asker, Channel, ChannelId, Member, Place, UserId};

/// A channel for adults, so that no choice on the way closes it.
pub const HERE: Place = Place::Channel(Channel {
    guild: GUILD,
    id: ChannelId(1),
    home: Some(ChannelId(1)),
    age_restricted: true,
});

const QUESTION: &str = "does dopamine drop after orgasm?";
const NEED: &str = "i want to kill myself";
const BREAD: &str = "how do i bake bread";

/// Somebody who walks, moderator or not.
pub struct Walker {
    home: Home,
    knowledge: Arc<Knowledge>,
    asker: Asker,
    /// Of one kind of press so many are made: some lead to ever new ones, as an undo to another undo.
    most: usize,
}

impl Walker {
    fn new(knowledge: Arc<Knowledge>, moderates: bool, most: usize) -> Walker {
        let owner = Member {
            guild: GUILD,
            manages_server: true,
            roles: Vec::new(),
        };
        Walker {
            home: Home::new(),
            knowledge,
            asker: Asker {
                user: UserId(7),
                language: "en-US".to_owned(),
                common: "en-US".to_owned(),
                member: moderates.then_some(owner),
            },
            most,
        }
    }

    pub async fn bot(&self) -> Bot {
        Bot::new(Arc::clone(&self.knowledge), self.home.store().await, TOKEN)
    }

    async fn chooses(&self, changes: Vec<Change>) {
        let bot = self.bot().await;
        for change in changes {
            choose(&bot, change).await;
        }
        bot.store.close().await;
    }

    /// Fills the moderators' table, and two pages of what they taught.
    async fn teaches(&self, lessons: usize) {
        let bot = self.bot().await;
        let article = &bot.knowledge.shelf.default_article().article;
        let member = self.asker.member.as_ref().expect("a member");
        let moderator = member.moderator(&BTreeSet::new()).expect("a moderator");
        for number in 0..lessons + 9 {
            let words = format!("{BREAD} {number}");
            let now = Now::read().time;
            let kept = bot.store.report(GUILD, &article.slug, &words, now).await;
            let report = kept.expect("a report");
            if number < lessons {
                let teaching = Teaching {
                    report,
                    article: article.slug.clone(),
                    section: article.sections()[0].id.as_str().to_owned(),
                    words,
                };
                let taught = bot.store.teach(moderator, teaching).await;
                taught.expect("a lesson");
            }
        }
        bot.store.close().await;
    }

    /// Every id that was pressed on the way from `start`.
    async fn walks(&self, start: Vec<Request>) -> BTreeSet<String> {
        let mut next: Vec<(String, Request)> = Vec::new();
        next.extend(start.into_iter().map(|request| (String::new(), request)));
        let (mut seen, mut kinds) = (BTreeSet::new(), BTreeMap::<String, usize>::new());
        while !next.is_empty() {
            let bot = self.bot().await;
            for (id, request) in std::mem::take(&mut next) {
                let response = bot.handle(&self.asker, HERE, request, Now::read()).await;
                let gone = matches!(response, Err(Refusal::UnknownPress | Refusal::Trouble(_)));
                assert!(!gone, "{id}: {response:?}");
                let Ok(response) = response else { continue };
                for (id, request) in ways(&response) {
                    let made = kinds.entry(kind(&id)).or_default();
                    if *made < self.most && seen.insert(id.clone()) {
                        *made += 1;
                        next.push((id, request));
                    }
                }
            }
            bot.store.close().await;
        }
        seen
    }
}

/// An id without its numbers and keys.
fn kind(id: &str) -> String {
    let number = |field: &str| {
        field
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b',')
    };
    // What only we can read has no kinds to tell apart.
    if id.starts_with("sealed:") {
        return "sealed:#".to_owned();
    }
    let fields = id
        .split(':')
        .map(|field| if number(field) { "#" } else { field });
    fields.collect::<Vec<_>>().join(":")
}

/// Everything that can be pressed, chosen, picked or filled in, by its custom id.
fn ways(response: &Response) -> Vec<(String, Request)> {
    let replies: Vec<&Reply> = match response {
        Response::Reply(reply) => vec![reply],
        Response::Posting(reply, post) => vec![reply, &post.reply, &post.otherwise],
        Response::Removing(removal) => vec![&removal.otherwise],
        Response::Form(form) => {
            let filled = |value: &String| match value.is_empty() {
                true => "gravy".to_owned(),
                false => value.clone(),
            };
            let texts = form.inputs.iter().map(|input| filled(&input.value));
            let press = wired(&form.press);
            let request = Request::Filled(press, texts.collect());
            return vec![(format!("form {}", form.press), request)];
        }
        Response::Suggestions(_) | Response::Silence => return Vec::new(),
    };
    let replies = replies.into_iter();
    let staying = replies.filter(|reply| reply.arrival != Arrival::Gone);
    staying.flat_map(of_reply).collect()
}

fn of_reply(reply: &Reply) -> Vec<(String, Request)> {
    fits(reply);
    let pressed = reply.buttons().filter_map(|button| match &button.action {
        Action::Press(press) => Some((press.to_string(), request(wired(press), None))),
        Action::Link(_) => None,
    });
    let picks = reply.rows.iter().filter_map(|row| match row {
        Row::Pick(pick) => Some(&pick.press),
        Row::Buttons(_) | Row::Menu { .. } => None,
    });
    let picked = picks.flat_map(|press| {
        [vec![], vec![2]].map(|ids| {
            let id = format!("{press} {}", ids.len());
            (id, request(wired(press), Some(ids)))
        })
    });
    pressed.chain(picked).collect()
}

/// What comes back from Discord when `press` was sent there.
fn wired(press: &Press) -> Press {
    let id = press.to_string();
    let read: Press = id.parse().expect("a press survives the wire");
    assert_eq!((&read, read.to_string()), (press, id));
    read
}

/// What `press` asks of us, as its doorway reads it.
fn request(press: Press, picked: Option<Vec<u64>>) -> Request {
    match (press, picked) {
        (Press::Setup(setup), picked) => {
            Request::Setup(setup, picked.unwrap_or_default(), Survey::default())
        }
        (press, Some(ids)) => Request::Picked(press, ids),
        (press, None) => Request::Press(press),
    }
}

fn ask(question: &str) -> Request {
    Request::Ask(Asking::of(question))
}

#[track_caller]
fn holds(seen: &BTreeSet<String>, kinds: &[&str]) {
    for kind in kinds {
        assert!(
            seen.iter().any(|id| id.starts_with(kind)),
            "{kind}: {seen:#?}"
        );
    }
}

#[tokio::test]
async fn from_any_answer_every_part_is_reached_and_nothing_dies() {
    for question in [QUESTION, "why is he cold", BREAD] {
        let walker = Walker::new(knowledge(), false, usize::MAX);
        let seen = walker.walks(vec![ask(question)]).await;
        let article = &walker.knowledge.shelf.default_article().article;
        for section in article.sections() {
            let key = Key::of(section.id.as_str()).to_string();
            let reached = |id: &String| id.starts_with("page:") && id.contains(&key);
            assert!(seen.iter().any(reached), "{question}: {}", section.id);
        }
        println!("{question}: {} ids", seen.len());
    }
}

#[tokio::test]
async fn every_kind_of_press_of_a_member_is_walked() {
    let walker = Walker::new(knowledge(), false, 12);
    let changes = vec![
        Change::Mentions(Mentions::In(Channels::All)),
        Change::set("visibility", Visibility::Public),
        Change::Review(Some(ChannelId(9))),
    ];
    walker.chooses(changes).await;
    let alone = Asking {
        audience: Some(Audience::OnlyAsker),
        ..Asking::of(QUESTION)
    };
    let pointed = Pointed {
        message: 8,
        author: UserId(9),
        text: QUESTION.to_owned(),
    };
    let start = vec![
        ask(QUESTION),
        Request::Ask(alone.clone()),
        Request::Plainly(Box::new(Request::Ask(alone))),
        ask(NEED),
        ask(BREAD),
        Request::Mention(QUESTION.to_owned()),
        Request::Mention("pourquoi il ne me parle plus après".to_owned()),
        Request::Find(pointed),
        Request::Read(Reading {
            section: None,
            article: None,
            language: None,
        }),
        Request::Privacy,
        Request::Help,
    ];
    let seen = walker.walks(start).await;
    let kinds = [
        "open:",
        "whole:",
        "page:",
        "contents:",
        "list:",
        "sealed:",
        "place:",
        "meant:",
        "hide",
        "forget",
        "plain:",
        "after:related:",
        "after:amiss:",
        "after:share:",
        "after:delete:",
        "offer:all:",
        "offer:me:",
        "review:send:",
        "form review:send:",
    ];
    holds(&seen, &kinds);
}

/// A moderator, and every id that they pressed.
pub async fn as_moderator() -> (Walker, BTreeSet<String>) {
    let walker = Walker::new(short(), true, 4);
    let changes = vec![Change::Review(Some(ChannelId(9)))];
    walker.chooses(changes).await;
    walker.teaches(11).await;
    let article = &walker.knowledge.shelf.default_article().article;
    let first = &article.sections()[0];
    let start = vec![
        Request::Press(Press::Panel(Panel::Turn(Page::Overview))),
        Request::Setup(Setup::At(Step::Channels), Vec::new(), Survey::default()),
        // The last one in the queue, which nobody dismisses on the way.
        Request::Press(Press::Review(Review::Choose {
            report: 20,
            page: 0,
        })),
        // The same one, before it is taught on the way.
        Request::Press(Press::Review(Review::Edit {
            report: 20,
            section: Key::of(first.id.as_str()),
        })),
        Request::Review,
        Request::Taught,
        ask(BREAD),
    ];
    let seen = walker.walks(start).await;
    (walker, seen)
}

/// The way that [`ways`] names so.
pub fn way(named: &str) -> Request {
    let press = |id: &str| id.parse().expect("a press that was walked");
    if let Some(form) = named.strip_prefix("form ") {
        return Request::Filled(press(form), vec!["5".to_owned(); 2]);
    }
    match named.split_once(' ') {
        Some((pick, _)) => request(press(pick), Some(vec![2])),
        None => request(press(named), None),
    }
}

#[tokio::test]
async fn every_kind_of_press_of_a_moderator_is_walked() {
    let (_, seen) = as_moderator().await;
    let kinds = [
        "panel:turn:",
        "panel:narrow:",
        "panel:choose:",
        "panel:article:",
        "panel:helplines:",
        "panel:pick:",
        "panel:write:",
        "form panel:write:",
        "panel:undo:",
        "panel:export",
        "panel:reset",
        "setup:at:",
        "setup:choose:",
        "setup:pick:",
        "setup:helplines:",
        "review:send:",
        "review:look:",
        "review:dismiss:",
        "review:choose:",
        "review:weigh:",
        "review:edit:",
        "form review:edit:",
        "review:teach:",
        "review:taught:",
        "review:unteach:",
    ];
    holds(&seen, &kinds);
}
