//! Whose turn it is to weigh a lesson: it takes a core for a tenth of a second, and everybody else needs that core too.

use crate::who::GuildId;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// So long somebody waits for their turn: Discord waits three seconds for the answer, and that must still be found.
const PATIENCE: Duration = Duration::from_secs(1);

/// Lets one lesson be weighed at a time, and one more of every server wait.
#[derive(Debug)]
pub(super) struct Weighing {
    one: Arc<Semaphore>,
    waiting: Mutex<HashSet<GuildId>>,
    patience: Duration,
}

/// The turn, until it is dropped.
pub(super) type Turn = OwnedSemaphorePermit;

/// A place in the queue, until it is dropped.
struct Waits<'w> {
    weighing: &'w Weighing,
    server: GuildId,
}

impl Default for Weighing {
    fn default() -> Weighing {
        Weighing {
            one: Arc::new(Semaphore::new(1)),
            waiting: Mutex::default(),
            patience: PATIENCE,
        }
    }
}

impl Weighing {
    /// Waits for the turn of `server`; nothing where another of it waits already, or it takes too long.
    pub(super) async fn turn(&self, server: GuildId) -> Option<Turn> {
        let _waits = self.waits(server)?;
        let turn = Arc::clone(&self.one).acquire_owned();
        timeout(self.patience, turn).await.ok()?.ok()
    }

    fn waits(&self, server: GuildId) -> Option<Waits<'_>> {
        let first = self.waiting().insert(server);
        first.then_some(Waits {
            weighing: self,
            server,
        })
    }

    fn waiting(&self) -> MutexGuard<'_, HashSet<GuildId>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.weighing.waiting().remove(&self.server);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bot::lately::Lately;
    use crate::bot::{Asking, Bot, Now, Request, Response, tests};
    use crate::content::Slug;
    use crate::press::{Key, Press, Review};
    use crate::reply::{Part, Reply};
    use crate::who::{Asker, Channel, ChannelId, Member, Place, UserId};
    use std::future::poll_fn;
    use std::pin::pin;
    use std::task::Poll;
    use tokio::task::{JoinHandle, yield_now};

    const OURS: GuildId = GuildId(1);
    const THEIRS: GuildId = GuildId(2);

    /// What `future` gives at once; nothing if it waits.
    async fn at_once<T>(mut future: std::pin::Pin<&mut impl Future<Output = T>>) -> Option<T> {
        poll_fn(|context| match future.as_mut().poll(context) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            Poll::Pending => Poll::Ready(None),
        })
        .await
    }

    #[tokio::test]
    async fn one_is_weighed_and_one_of_each_server_waits() {
        let weighing = Weighing::default();
        let turn = weighing.turn(OURS).await.expect("nobody else is there");
        let mut next = pin!(weighing.turn(OURS));
        assert!(at_once(next.as_mut()).await.is_none(), "it waits");
        let mut theirs = pin!(weighing.turn(THEIRS));
        assert!(at_once(theirs.as_mut()).await.is_none(), "it waits too");
        assert!(
            weighing.turn(OURS).await.is_none(),
            "the third is sent away"
        );
        drop(turn);
        let turn = at_once(next.as_mut()).await.flatten();
        assert!(turn.is_some() && at_once(theirs.as_mut()).await.is_none());
        drop(turn);
        assert!(at_once(theirs.as_mut()).await.flatten().is_some());
        assert!(weighing.waiting().is_empty());
    }

    #[tokio::test]
    async fn who_no_longer_waits_leaves_no_place_taken() {
        let weighing = Weighing::default();
        let _turn = weighing.turn(OURS).await.expect("nobody else is there");
        {
            let mut gone = pin!(weighing.turn(OURS));
            assert!(at_once(gone.as_mut()).await.is_none());
        }
        assert!(weighing.waiting().is_empty());
    }

    /// So many servers, as an evening brings them at once.
    const SERVERS: u64 = 30;

    /// Nobody in a test waits so long for a turn that comes.
    const LONG: Duration = Duration::from_secs(60);

    /// Somebody in `server`, who manages it or does not.
    fn somebody(server: u64, manages_server: bool) -> Asker {
        let member = Member {
            guild: GuildId(server),
            manages_server,
            roles: Vec::new(),
        };
        Asker {
            user: UserId(1_000 * (1 + u64::from(manages_server)) + server),
            language: "en".to_owned(),
            common: "en".to_owned(),
            member: Some(member),
        }
    }

    async fn comes(bot: &Bot, server: u64, manages_server: bool, request: Request) -> Reply {
        let channel = Channel {
            guild: GuildId(server),
            id: ChannelId(1),
            home: Some(ChannelId(1)),
            age_restricted: true,
        };
        let asker = somebody(server, manages_server);
        let place = Place::Channel(channel);
        match bot.handle(&asker, place, request, Now::read()).await {
            Ok(Response::Reply(reply)) => reply,
            other => panic!("{other:?}"),
        }
    }

    /// A moderator of `server` presses that the section answers the report `number`.
    fn weighs(bot: &Arc<Bot>, server: u64, number: u64) -> JoinHandle<Reply> {
        let bot = Arc::clone(bot);
        let section = Key::of("clouds");
        let press = Press::Review(Review::Weigh {
            report: number,
            section,
        });
        tokio::spawn(async move { comes(&bot, server, true, Request::Press(press)).await })
    }

    #[tokio::test]
    async fn while_thirty_servers_weigh_members_are_answered_and_a_second_moderator_is_told() {
        let bot = tests::bot("thirty-weigh", || ()).await;
        let lately = Lately {
            weighing: Weighing {
                patience: LONG,
                ..Weighing::default()
            },
            ..Lately::default()
        };
        let bot = Arc::new(Bot {
            lately: Arc::new(lately),
            ..bot
        });
        let weighing = &bot.lately.weighing;
        // A lesson that takes its time is weighed elsewhere, until we let it end.
        let turn = weighing.turn(GuildId(0)).await.expect("nobody else");
        let (article, now) = (Slug::new("on-rain").expect("a slug"), Now::read().time);
        let mut first = Vec::new();
        for server in 1..=SERVERS {
            let words = "is it wet under the gathering water";
            let report = bot.store.report(GuildId(server), &article, words, now);
            let number = report.await.expect("it is kept");
            first.push((server, number, weighs(&bot, server, number)));
        }
        let all_wait = async {
            while (weighing.waiting().len() as u64) < SERVERS {
                yield_now().await;
            }
        };
        timeout(LONG, all_wait).await.expect("one of each waits");

        let busy = Part::Say(bot.voice("en").say("review-busy"));
        for (server, number, _) in &first {
            let second = weighs(&bot, *server, *number).await.expect("no panic");
            assert_eq!(second.parts.first(), Some(&busy), "the second of {server}");
            let asking = Asking::of("1. Clouds");
            let answer = comes(&bot, *server, false, Request::Ask(asking)).await;
            let quotes = |part: &Part| matches!(part, Part::Quote(_));
            assert!(answer.parts.iter().any(quotes), "{answer:?}");
        }
        // All of them were answered before any lesson was weighed.
        assert!(first.iter().all(|(_, _, weighed)| !weighed.is_finished()));
        drop(turn);
        for (server, _, weighed) in first {
            let weighed = weighed.await.expect("no panic");
            assert_ne!(weighed.parts.first(), Some(&busy), "the first of {server}");
        }
        assert!(weighing.waiting().is_empty());
    }
}
