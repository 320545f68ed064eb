//! "… is typing", for an answer that is not there at once.

use super::outbound::Way;
use serenity::all::ChannelId;
use std::time::Duration;
use tokio::time::sleep;

/// A pause below this is not felt as one; most answers take a thousandth of it.
const FELT: Duration = Duration::from_millis(300);

/// Waits for `answer`, and types in `channel` if that takes long.
pub(super) async fn typing<T>(
    way: Way<'_>,
    channel: ChannelId,
    answer: impl Future<Output = T>,
) -> T {
    // Whoever does not see us typing still sees the answer.
    let types = async {
        if let Some(_line) = way.sender.spare() {
            drop(way.http.broadcast_typing(channel).await);
        }
    };
    meanwhile(answer, sleep(FELT), types).await
}

/// Waits for `answer`, and does `work` as well if it is not there when `patience` ends. It never waits for the work.
async fn meanwhile<T>(
    answer: impl Future<Output = T>,
    patience: impl Future<Output = ()>,
    work: impl Future<Output = ()>,
) -> T {
    tokio::pin!(answer);
    tokio::select! {
        biased;
        answer = &mut answer => return answer,
        () = patience => (),
    }
    tokio::select! {
        biased;
        answer = &mut answer => answer,
        () = work => answer.await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{pending, ready};
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn an_answer_that_is_there_is_not_announced() {
        let never = async { panic!("announced") };
        assert_eq!(meanwhile(ready(7), ready(()), never).await, 7);
        let never = async { panic!("announced") };
        assert_eq!(meanwhile(ready(7), pending(), never).await, 7);
    }

    #[tokio::test]
    async fn a_slow_answer_is_announced_and_then_given() {
        let (announce, announced) = oneshot::channel();
        let slow = async { announced.await.expect("announced") };
        let work = async { announce.send(7).expect("somebody waits") };
        assert_eq!(meanwhile(slow, ready(()), work).await, 7);
    }

    #[tokio::test]
    async fn an_announcement_that_takes_for_ever_holds_nothing_up() {
        let (announce, announced) = oneshot::channel();
        let slow = async { announced.await.expect("announced") };
        let work = async {
            announce.send(7).expect("somebody waits");
            pending().await
        };
        assert_eq!(meanwhile(slow, ready(()), work).await, 7);
    }
}
