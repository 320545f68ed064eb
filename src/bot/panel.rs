//! The moderators' panel: rights checked at every press, then one change after another.

mod carry;
mod changes;
mod line;

pub(super) use changes::changes;

use super::here::Here;
use super::unkept::unkept;
use super::{Bot, Now, Refusal, Response};
use crate::press::{Field, Key, List, Page, Panel, Span};
use crate::reply::{self, Made, Offer, Reply, Undo, View};
use crate::settings::{Change, Pace, Settings};
use crate::store::{Recorded, StoreError};
use crate::who::{Asker, ChannelId, Moderator, Place};
use std::sync::Arc;

/// A moderator before the panel.
struct Desk<'d> {
    bot: &'d Bot,
    here: &'d Here<'d>,
    moderator: Moderator,
}

impl Bot {
    /// Does what a press on the panel means, for a moderator of this server.
    pub(super) async fn panel(&self, here: &Here<'_>, panel: Panel) -> Result<Response, Refusal> {
        let desk = self.desk(here)?;
        let reply = match panel {
            Panel::Turn(Page::History(page)) => desk.history(page, None).await,
            Panel::Turn(page) => desk.shown(&here.settings, View::of(page)),
            Panel::Narrow(list, span) => desk.narrowed(list, span),
            Panel::Choose(choice) => {
                let change = self.change(choice)?;
                desk.change(choice.page(), vec![change]).await
            }
            Panel::Article(channel, article) => desk.article(channel, article).await?,
            Panel::Helplines(place) => desk.helplines(place).await?,
            Panel::Undo(number, page) => desk.undo(number, page).await,
            Panel::Write(field) => {
                let form = reply::form(here.voice(), &here.settings, field);
                return Ok(Response::Form(form));
            }
            Panel::Export => desk.export(),
            Panel::Reset => desk.change(Page::Overview, vec![Change::Reset]).await,
            Panel::ResetTaught => desk.reset_taught().await,
            Panel::Import(seen) => desk.bring_in(seen).await,
            Panel::Leave => desk.leave(),
            Panel::Pick(..) => return Err(Refusal::UnknownPress),
        };
        Ok(Response::Reply(reply))
    }

    /// Takes what was picked.
    pub(super) async fn panel_picked(
        &self,
        here: &Here<'_>,
        panel: Panel,
        ids: Vec<u64>,
    ) -> Result<Response, Refusal> {
        let desk = self.desk(here)?;
        let Panel::Pick(list, span, seen, page) = panel else {
            return Err(Refusal::UnknownPress);
        };
        if list == List::ArticleIn {
            let page = ids
                .first()
                .map_or(Page::Articles(0), |id| Page::ArticleIn(ChannelId(*id), 0));
            return Ok(Response::Reply(desk.shown(&here.settings, View::of(page))));
        }
        if reply::seen(&here.settings, list) != seen {
            let shown = desk.noted_on(list.page(), "panel-changed-meanwhile");
            return Ok(Response::Reply(shown));
        }
        let everyone = here
            .place
            .guild()
            .is_some_and(|guild| ids.contains(&guild.0));
        // The role of everybody bears the server's own number.
        if list == List::Ignored && everyone {
            return Ok(Response::Reply(
                desk.noted_on(list.page(), "refusal-everyone"),
            ));
        }
        let changes = changes(&here.settings, list, span, page, &ids);
        let page = list.page_of(span, page);
        Ok(Response::Reply(desk.change(page, changes).await))
    }

    /// Takes what was written into a form.
    pub(super) async fn panel_filled(
        &self,
        here: &Here<'_>,
        panel: Panel,
        texts: &[String],
    ) -> Result<Response, Refusal> {
        let desk = self.desk(here)?;
        let (Panel::Write(field), [first, rest @ ..]) = (panel, texts) else {
            return Err(Refusal::UnknownPress);
        };
        let reply = match field {
            Field::Import => desk.import(first)?,
            Field::CareLine => desk.line(first),
            Field::Pace => {
                // What is no number is refused as a pace that nobody could ask at.
                let number = |text: Option<&String>| {
                    text.and_then(|text| text.trim().parse().ok()).unwrap_or(0)
                };
                let (minute, hour) = (number(Some(first)), number(rest.first()));
                let pace = Change::Pace(Pace { minute, hour });
                desk.change(Page::People, vec![pace]).await
            }
        };
        Ok(Response::Reply(reply))
    }

    /// Takes settings that were exported, here or elsewhere.
    pub(super) fn imported(&self, here: &Here<'_>, file: &str) -> Result<Response, Refusal> {
        self.desk(here)?.import(file).map(Response::Reply)
    }

    /// Lets `asker` bring settings into `place`, or says why not: asked before anything is fetched for them.
    ///
    /// # Errors
    ///
    /// They moderate no server there, or nobody knows.
    pub async fn may_import(&self, asker: &Asker, place: Place) -> Result<(), Refusal> {
        let chosen = self.chosen(place).await;
        let (settings, lessons) = chosen.map_err(|_| Refusal::Unread)?;
        let now = Now::read();
        let here = Here::new(&self.knowledge, asker, place, settings, lessons, now);
        self.desk(&here).map(drop)
    }

    fn desk<'d>(&'d self, here: &'d Here<'d>) -> Result<Desk<'d>, Refusal> {
        Ok(Desk {
            bot: self,
            here,
            moderator: here.moderator().ok_or(Refusal::NotModerator)?,
        })
    }

    /// What there is to choose from.
    pub(super) fn offer(&self) -> Offer<'_> {
        let shelf = &self.knowledge.shelf;
        Offer {
            articles: shelf.all().iter().map(|served| &served.article).collect(),
            default: &shelf.default_article().article,
            places: self.knowledge.care.places(),
            languages: self.knowledge.phrases.menu(),
        }
    }
}

impl Desk<'_> {
    fn shown(&self, settings: &Settings, view: View) -> Reply {
        let view = View {
            taught: self.here.lessons.len(),
            ..view
        };
        reply::panel(self.here.voice(), settings, &self.bot.offer(), view)
    }

    /// A page as it stands, with a sentence above it.
    fn noted_on(&self, page: Page, sentence: &str) -> Reply {
        self.said_on(page, self.here.voice().say(sentence))
    }

    fn said_on(&self, page: Page, note: String) -> Reply {
        let view = View {
            note: Some(note),
            ..View::of(page)
        };
        self.shown(&self.here.settings, view)
    }

    fn narrowed(&self, list: List, span: Span) -> Reply {
        let view = View {
            narrowed: Some((list, span)),
            note: Some(self.here.voice().say("panel-pick")),
            ..View::of(list.page())
        };
        self.shown(&self.here.settings, view)
    }

    /// Makes the changes in their order, up to the first that is refused.
    async fn make(&self, changes: Vec<Change>) -> (Arc<Settings>, Option<StoreError>) {
        let mut settings = Arc::clone(&self.here.settings);
        let (user, now) = (self.here.asker.user, self.here.now.time);
        for change in changes {
            match self
                .bot
                .store
                .change(self.moderator, user, change, now)
                .await
            {
                Ok(after) => settings = after,
                Err(error) => return (settings, Some(error)),
            }
        }
        (settings, None)
    }

    /// Makes the changes, and shows the page with what became of them.
    async fn change(&self, page: Page, changes: Vec<Change>) -> Reply {
        let (settings, error) = self.make(changes).await;
        let view = View {
            note: Some(self.note(error)),
            ..View::of(page)
        };
        self.shown(&settings, view)
    }

    /// Sets everything back and forgets what was taught.
    async fn reset_taught(&self) -> Reply {
        match self.bot.store.unteach_all(self.moderator).await {
            Ok(()) => self.change(Page::Overview, vec![Change::Reset]).await,
            Err(error) => self.said_on(Page::Reset, unkept(self.here.voice(), &error)),
        }
    }

    fn note(&self, error: Option<StoreError>) -> String {
        match error {
            None => self.here.voice().say("panel-saved"),
            Some(error) => unkept(self.here.voice(), &error),
        }
    }

    async fn article(
        &self,
        channel: Option<ChannelId>,
        article: Option<Key>,
    ) -> Result<Reply, Refusal> {
        let named = |key| {
            let served = self.bot.knowledge.shelf.keyed(key);
            served.map(|served| served.article.slug.clone())
        };
        let article = match article {
            Some(key) => Some(named(key).ok_or(Refusal::UnknownPress)?),
            None => None,
        };
        let change = match channel {
            Some(channel) => Change::ArticleIn(channel, article),
            None => Change::Article(article),
        };
        Ok(self.change(Page::Articles(0), vec![change]).await)
    }

    async fn helplines(&self, place: Option<Key>) -> Result<Reply, Refusal> {
        let change = self.bot.place(place)?;
        Ok(self.change(Page::Care(0), vec![change]).await)
    }

    async fn history(&self, page: u8, note: Option<String>) -> Reply {
        let recorded = match self.bot.store.history(self.moderator.guild()).await {
            Ok(recorded) => recorded,
            Err(error) => return self.unread(&error),
        };
        let made: Vec<Made<'_>> = recorded.iter().map(made).collect();
        reply::history(self.here.voice(), &self.bot.offer(), &made, page, note)
    }

    async fn undo(&self, number: u64, page: u8) -> Reply {
        let recorded = match self.bot.store.history(self.moderator.guild()).await {
            Ok(recorded) => recorded,
            Err(error) => return self.unread(&error),
        };
        let mut recorded = recorded.into_iter();
        let undo = recorded
            .find(|made| made.number == number)
            .and_then(|made| made.undo);
        let note = match undo {
            None => self.here.voice().say("history-gone"),
            Some(undo) => match self.make(vec![undo]).await {
                (_, None) => {
                    self.here
                        .voice()
                        .say_with("history-undone", "number", &number.to_string())
                }
                (_, Some(error)) => unkept(self.here.voice(), &error),
            },
        };
        self.history(page, Some(note)).await
    }

    /// The overview, because the history cannot be read.
    fn unread(&self, error: &StoreError) -> Reply {
        let view = View {
            note: Some(unkept(self.here.voice(), error)),
            ..View::of(Page::Overview)
        };
        self.shown(&self.here.settings, view)
    }
}

fn made(recorded: &Recorded) -> Made<'_> {
    Made {
        number: recorded.number,
        when: recorded.when,
        who: recorded.who,
        what: &recorded.what,
        undo: match recorded.undo {
            Some(_) => Undo::Offered,
            None => Undo::Unknown,
        },
    }
}
