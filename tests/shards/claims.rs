//! The laws of the locks: one process a shard, and none that nobody has for long.

use crate::database;
use sqlx::PgPool;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::timeout;
use verbatim::store::{Claim, Claims, Location, Standing, Store, Wanted};

/// What a death may cost: nobody serves the shard for so long.
const TAKEN_OVER: Duration = Duration::from_secs(10);
/// What is left of it where somebody waits already and nothing is silent.
const AT_ONCE: Duration = Duration::from_secs(5);
/// How often is looked at what says nothing by itself.
const LOOK: Duration = Duration::from_millis(20);

/// One process that would serve these of three shards.
async fn process(url: &str, shards: &[u32]) -> (Store, Claims) {
    of(url, shards, 3).await
}

async fn of(url: &str, shards: &[u32], of: u32) -> (Store, Claims) {
    let location = Location::chosen(Some(url), "".as_ref()).expect("an address");
    let store = Store::open(&location).await.expect("a database");
    let wanted = Wanted {
        application: 901,
        of,
        shards: shards.to_vec(),
    };
    let claims = store.claims(wanted).expect("a PostgreSQL");
    (store, claims)
}

/// What `work` gives, which takes no longer than `limit`.
#[track_caller]
fn within<T>(
    limit: Duration,
    what: &str,
    work: impl Future<Output = T>,
) -> impl Future<Output = T> {
    let place = std::panic::Location::caller();
    async move {
        let done = timeout(limit, work).await;
        done.unwrap_or_else(|_| panic!("{place}: waited in vain for {what}"))
    }
}

async fn next(claims: &Claims) -> Claim {
    within(TAKEN_OVER, "a shard", claims.next(|| ())).await
}

/// Starts to wait for a shard; comes back once it is told that there is none.
async fn waits(claims: &Arc<Claims>) -> tokio::task::JoinHandle<(Claim, Instant)> {
    let (told, waiting) = tokio::sync::oneshot::channel();
    let claims = Arc::clone(claims);
    let waiting_task = tokio::spawn(async move {
        let waiting = || told.send(()).expect("somebody wants to know");
        let claim = claims.next(waiting).await;
        (claim, Instant::now())
    });
    let told = within(TAKEN_OVER, "a word that it waits", waiting).await;
    told.expect("it is told");
    waiting_task
}

/// Waits until it is written where a session stands.
async fn noted(url: &str) {
    let pool = PgPool::connect(url).await.expect("the database");
    let noted = async {
        let mut looks = tokio::time::interval(LOOK);
        loop {
            looks.tick().await;
            let count = sqlx::query_scalar("SELECT count(*) FROM shard WHERE session IS NOT NULL");
            let count: i64 = count.fetch_one(&pool).await.expect("a count");
            if count > 0 {
                return;
            }
        }
    };
    within(TAKEN_OVER, "the session to be noted", noted).await;
    pool.close().await;
}

fn session(sequence: u64) -> Standing {
    Standing {
        id: "s".to_owned(),
        url: "wss://there".to_owned(),
        sequence,
        me: 900,
        application: 901,
    }
}

#[tokio::test]
async fn each_shard_is_had_by_one_and_goes_on_where_it_was_left() {
    let Some(url) = database("claims").await else {
        return;
    };
    let (_one_store, one) = process(&url, &[0, 1, 2]).await;
    let (_other_store, other) = process(&url, &[0, 1, 2]).await;
    let (a, b, c) = (next(&one).await, next(&other).await, next(&one).await);
    let mut had = [a.shard, b.shard, c.shard];
    had.sort_unstable();
    assert_eq!(had, [0, 1, 2]);
    assert_eq!(a.left, None);
    let other = Arc::new(other);
    let waiting = waits(&other).await;
    let shard = a.shard;
    a.is(session(1));
    a.heard("s", 41);
    a.heard("another", 99);
    let start = Instant::now();
    a.release().await;
    let (taken, _) = within(AT_ONCE, "what was released", waiting)
        .await
        .expect("no panic");
    println!("a released shard is had again after {:?}", start.elapsed());
    assert_eq!(
        (taken.shard, taken.left.clone()),
        (shard, Some(session(41)))
    );
    // Dropped without a word, as in a panic.
    drop(taken);
    let again = next(&one).await;
    assert_eq!(
        (again.shard, again.left.clone()),
        (shard, Some(session(41)))
    );
}

#[tokio::test]
async fn whoever_dies_is_followed_and_whoever_is_cut_off_lets_go_first() {
    let Some(url) = database("deaths").await else {
        return;
    };
    let (_store, other) = process(&url, &[0]).await;
    let other = Arc::new(other);
    for way in ["killed", "cut off", "closed"] {
        let cable = Cable::to(&url).await;
        let (_dying_store, dying) = process(&cable.url, &[0]).await;
        let claim = next(&dying).await;
        claim.is(session(7));
        noted(&url).await;
        let waiting = waits(&other).await;
        let start = Instant::now();
        let lost = match way {
            "killed" => {
                // The system closes what a killed program had open, and no word is said.
                drop(dying);
                None
            }
            "cut off" => {
                cable.goes(Way::Silent);
                within(TAKEN_OVER, "the loss", claim.lost()).await;
                Some(Instant::now())
            }
            _ => {
                cable.goes(Way::Shut);
                within(TAKEN_OVER, "the loss", claim.lost()).await;
                Some(Instant::now())
            }
        };
        let (taken, at) = within(TAKEN_OVER, "a successor", waiting)
            .await
            .expect("no panic");
        println!(
            "{way}: lost after {:?}, taken over after {:?}",
            lost.map(|lost| lost - start),
            at - start
        );
        assert!(lost.is_none_or(|lost| lost < at), "{way}: two had it");
        assert!(at - start < TAKEN_OVER, "{way}");
        assert_eq!(
            taken.left.as_ref().map(|left| left.id.as_str()),
            Some("s"),
            "{way}"
        );
        taken.release().await;
    }
}

/// A server that only starts anew gives nobody a shard meanwhile.
#[tokio::test]
async fn a_database_that_starts_anew_costs_nobody_their_shard() {
    let Some(url) = database("anew").await else {
        return;
    };
    let cable = Cable::to(&url).await;
    let (_store, claims) = process(&cable.url, &[0]).await;
    let claim = next(&claims).await;
    claim.is(session(7));
    cable.goes(Way::Gone);
    // Longer than anybody is believed who says nothing.
    let kept = timeout(Duration::from_secs(7), claim.lost()).await;
    assert!(
        kept.is_err(),
        "it was let go of though nobody could take it"
    );
    cable.goes(Way::Through);
    let (_other_store, other) = process(&url, &[0]).await;
    // It is theirs again as soon as the server is back, or somebody else's: never both.
    let taken = timeout(Duration::from_secs(3), other.next(|| ())).await;
    let lost = timeout(Duration::from_millis(1), claim.lost())
        .await
        .is_ok();
    assert_eq!(taken.is_ok(), lost, "two have it, or nobody");
}

#[tokio::test]
async fn as_many_shards_are_the_same_for_everybody() {
    let Some(url) = database("number").await else {
        return;
    };
    let (_few_store, few) = of(&url, &[0], 1).await;
    let (_many_store, many) = of(&url, &[1], 2).await;
    let had = next(&few).await;
    let many = Arc::new(many);
    let waiting = waits(&many).await;
    had.release().await;
    let (taken, _) = within(AT_ONCE, "the other number", waiting)
        .await
        .expect("no panic");
    assert_eq!(taken.shard, 1);
}

#[tokio::test]
async fn sessions_of_one_row_begin_one_after_the_other_whoever_begins_them() {
    const APART: Duration = Duration::from_secs(1);
    let Some(url) = database("turns").await else {
        return;
    };
    let (_one_store, one) = process(&url, &[0]).await;
    let (_other_store, other) = process(&url, &[1]).await;
    let begin = async |claims: &Claims| {
        let mut begun = Vec::new();
        for _ in 0..3 {
            let turn = within(TAKEN_OVER, "a turn", claims.turn(0, APART)).await;
            tokio::time::sleep(turn.wait).await;
            begun.push(Instant::now());
            turn.begins();
        }
        begun
    };
    // A row of its own is nobody's concern, and a turn that was given back unused is free at once.
    let elsewhere = within(AT_ONCE, "another row", other.turn(1, APART)).await;
    drop(within(AT_ONCE, "a turn", one.turn(0, APART)).await);
    let (mine, theirs) = tokio::join!(begin(&one), begin(&other));
    drop(elsewhere);
    let mut all = [mine, theirs].concat();
    all.sort_unstable();
    let apart = all.windows(2).map(|two| two[1] - two[0]);
    let apart: Vec<Duration> = apart.collect();
    println!("sessions begin {apart:?} apart");
    assert!(apart.iter().all(|apart| *apart >= APART), "{apart:?}");
}

/// A network between a process and its database.
struct Cable {
    url: String,
    way: watch::Sender<Way>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// Everything passes.
    Through,
    /// Connections stand, and nothing passes.
    Silent,
    /// Connections end, and new ones are held.
    Shut,
    /// Nobody listens.
    Gone,
}

impl Cable {
    async fn to(url: &str) -> Cable {
        let (user, rest) = url.rsplit_once('@').expect("an address");
        let (address, database) = rest.split_once('/').expect("an address");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (way, ways) = watch::channel(Way::Through);
        tokio::spawn(listen(listener, port, address.to_owned(), ways));
        Cable {
            url: format!("{user}@127.0.0.1:{port}/{database}"),
            way,
        }
    }

    fn goes(&self, way: Way) {
        self.way.send_replace(way);
    }
}

async fn listen(first: TcpListener, port: u16, address: String, mut ways: watch::Receiver<Way>) {
    let mut listener = Some(first);
    loop {
        let way = *ways.borrow_and_update();
        match (way, &listener) {
            (Way::Gone, Some(_)) => listener = None,
            (Way::Gone, None) => {
                if ways.changed().await.is_err() {
                    return;
                }
            }
            (_, None) => {
                let bound = TcpListener::bind(("127.0.0.1", port)).await;
                listener = Some(bound.expect("its port"));
            }
            (_, Some(taking)) => tokio::select! {
                taken = taking.accept() => {
                    let (near, _) = taken.expect("a connection");
                    tokio::spawn(relay(near, address.clone(), ways.clone()));
                }
                changed = ways.changed() => if changed.is_err() { return },
            },
        }
    }
}

async fn relay(mut near: TcpStream, address: String, mut ways: watch::Receiver<Way>) {
    // Whatever comes while nothing passes waits for ever.
    if ways.wait_for(|way| *way == Way::Through).await.is_err() {
        return;
    }
    let mut far = TcpStream::connect(&address).await.expect("the database");
    tokio::select! {
        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => return,
        () = ends(&mut ways) => (),
    }
    let silent = *ways.borrow() == Way::Silent;
    if silent {
        // Both ends believe in the connection until somebody loses patience.
        let _ = ways.changed().await;
    }
}

/// Waits until nothing passes any more.
async fn ends(ways: &mut watch::Receiver<Way>) {
    drop(ways.wait_for(|way| *way != Way::Through).await);
}
