//! The author's local page: ask, see what Discord would show and why, edit the files, see again.
//!
//! It listens at 127.0.0.1 alone and keeps nothing: what is asked stays in the memory of this process until it ends. No
//! page of anybody else's can use it; `door` sees to that.

mod body;
mod browser;
mod coverage;
mod desk;
mod door;
mod error;
mod example;
mod follow;
mod insert;
mod marks;
mod measured;
mod pictures;
mod questions;
mod routes;
mod served;
mod talk;
mod verdict;
mod view;

pub use error::PageError;

use crate::bot::{Followed, Knowledge};
use crate::config::Config;
use crate::content::Mistake;
use crate::store::{Location, Store};
use desk::Desk;
use door::Door;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::ctrl_c;

/// What the author said when they opened the page.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The author's folder.
    pub content: PathBuf,
    /// The operator's file.
    pub config: PathBuf,
    /// The article to begin with; without it the one that answers where nobody chose.
    pub article: Option<String>,
    /// The port to listen at; without it any that is free.
    pub port: Option<u16>,
    /// Labelled questions about that article, as `verbatim eval` reads them.
    pub questions: Option<PathBuf>,
}

/// What reads the author's folder and the operator's file anew.
pub type Read = Box<dyn Fn() -> Result<(Knowledge, Config), Vec<Mistake>> + Send + Sync>;

/// The page, listening.
pub struct Page {
    listener: TcpListener,
    desk: Arc<Desk>,
    folder: Folder,
    files: Followed,
}

/// Lets the system choose.
const ANY_PORT: u16 = 0;

/// Opens the page, tells its address on standard output, shows it in the author's browser if they want that, and serves
/// it until ctrl-c.
///
/// # Errors
///
/// Why it cannot be opened.
///
/// # Panics
///
/// If the system gives us no threads.
pub fn run(options: Options, opens: bool, read: Read) -> Result<(), PageError> {
    let runtime = Runtime::new().expect("threads to run on");
    runtime.block_on(async {
        let page = Page::open(options, read).await?;
        let address = page.address();
        println!("The page is at {address} until you press ctrl-c.");
        if opens && !browser::opens(&address) {
            println!("No browser could be opened. Open that address yourself.");
        }
        tokio::select! {
            () = page.serve() => (),
            _ = ctrl_c() => (),
        }
        Ok(())
    })
}

impl Page {
    /// Listens, and reads everything once by `read`; mistakes are shown on the page.
    ///
    /// # Errors
    ///
    /// The port is taken, or there is no room for the files that a bot needs.
    pub async fn open(options: Options, read: Read) -> Result<Page, PageError> {
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port.unwrap_or(ANY_PORT)));
        let refused = |error| PageError::Port(wanted, error);
        let listener = TcpListener::bind(wanted).await.map_err(refused)?;
        let at = listener.local_addr().map_err(refused)?;
        let folder = Folder::new().map_err(PageError::Folder)?;
        let database = Location::File(folder.0.join("verbatim.db"));
        let store = Store::open(&database).await.map_err(PageError::Store)?;
        let desk = Arc::new(Desk::new(options, read, store, Door::new(at)));
        // What changes while it is read the first time is seen at the first round.
        let files = follow::files(&desk).await;
        follow::read(&desk).await;
        Ok(Page {
            listener,
            desk,
            folder,
            files,
        })
    }

    /// Where it is.
    pub fn address(&self) -> String {
        self.desk.door.address()
    }

    /// Serves until it is dropped.
    pub async fn serve(self) {
        let Page {
            listener,
            desk,
            folder,
            files,
        } = self;
        let _kept = folder;
        let pages = routes::routes(Arc::clone(&desk));
        tokio::select! {
            _ = axum::serve(listener, pages) => (),
            never = follow::follow(&desk, files) => match never {},
        }
    }
}

/// A folder for the files of a bot whose moderators are nobody; it goes with the page.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Folder, std::io::Error> {
        let name = format!(
            "verbatim-try-{}-{:08x}",
            std::process::id(),
            door::random() as u32
        );
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        Ok(Folder(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A file that stays holds nothing.
        drop(fs::remove_dir_all(&self.0));
    }
}
