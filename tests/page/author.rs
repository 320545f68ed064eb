//! An author with a folder of their own, and the page open beside it.

use reqwest::{Client, Response, StatusCode};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};
use verbatim::bot::Knowledge;
use verbatim::config::Config;
use verbatim::content::Library;
use verbatim::page::{Options, Page};

/// What the author wrote about rain.
pub const RAIN: &str = "# On Rain

Rain is water that *comes back*.

## 1. Clouds

Clouds gather water from the sea & the air <b>.

## 2. Drops

Drops fall when they are heavy.

## Closing

Take a coat.
";

/// How people ask about it.
pub const ASKED: &str = r#"# How people ask.

[sections]
clouds = [
  "where does a cloud come from",
  "what are clouds made of",  # the sea
  "who made the clouds",
  "why is it cloudy today",
  "is fog a cloud",
]
drops = [
  "why do drops fall",
  "how heavy is a drop",
  "when does it start to drip",
  "what makes it pour",
]

[elsewhere]
other = ["how do I bake bread", "what is the time", "who won the match", "where is the bank"]
"#;

/// The encoder aside, what a folder needs to learn in no time: few messages of need in each language.
const SAID: &str = "self-harm\ti want to kill myself\nself-harm\ti want to die\nok\twhy is the sky blue\nok\tis it wet\nok\thello there\n";

/// A page, and the folder that it shows.
pub struct Author {
    pub folder: PathBuf,
    pub address: String,
    pub client: Client,
    page: JoinHandle<()>,
}

impl Author {
    /// An author who wrote about rain.
    pub async fn of_rain() -> Author {
        Author::with(|_| (), |_| ()).await
    }

    /// The same after `write` in the folder, with other `options`.
    pub async fn with(write: impl FnOnce(&Path), options: impl FnOnce(&mut Options)) -> Author {
        Author::knowing(write, options, |knowledge| knowledge).await
    }

    /// The same where what was read is completed by `more`.
    pub async fn knowing(
        write: impl FnOnce(&Path),
        options: impl FnOnce(&mut Options),
        more: impl Fn(Knowledge) -> Knowledge + Send + Sync + 'static,
    ) -> Author {
        let folder = folder();
        put(&folder, "on-rain/article.md", RAIN);
        put(&folder, "on-rain/asked.toml", ASKED);
        for language in ["", ".fr", ".es", ".pt-BR", ".sw"] {
            put(&folder, &format!("care/said{language}.tsv"), SAID);
        }
        write(&folder);
        let content = folder.clone();
        let read = move || {
            let library = Library::load(&content)?;
            Ok((more(Knowledge::build(library)?), Config::default()))
        };
        let mut chosen = Options {
            content: folder.clone(),
            ..Options::default()
        };
        options(&mut chosen);
        let page = Page::open(chosen, Box::new(read)).await.expect("a port");
        Author {
            address: page.address(),
            page: tokio::spawn(page.serve()),
            folder,
            client: Client::new(),
        }
    }

    /// Writes `text` into a file of the folder, as an editor does.
    pub fn writes(&self, file: &str, text: &str) {
        put(&self.folder, file, text);
    }

    /// What a file of the folder holds.
    pub fn reads(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).expect("a file")
    }

    /// The page at `path`.
    pub async fn sees(&self, path: &str) -> String {
        let answer = self.client.get(self.at(path)).send().await;
        let answer = answer.expect("the page answers");
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        answer.text().await.expect("text")
    }

    /// The page at `path` once it holds `words`.
    pub async fn sees_soon(&self, path: &str, words: &str) -> String {
        let begun = Instant::now();
        loop {
            let page = self.sees(path).await;
            if page.contains(words) {
                return page;
            }
            assert!(begun.elapsed() < LONG, "no {words:?} in {page}");
            sleep(LOOK).await;
        }
    }

    /// What the form at `path` answers to `fields` and the secret.
    pub async fn sends(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let secret = self.secret().await;
        let mut fields = fields.to_vec();
        fields.push(("secret", &secret));
        let origin = self.address.trim_end_matches('/');
        let sent = self.client.post(self.at(path)).header("origin", origin);
        sent.form(&fields).send().await.expect("the page answers")
    }

    /// The page after `question` was asked.
    pub async fn asks(&self, question: &str) -> String {
        let answer = self.sends("ask", &[("question", question)]).await;
        assert_eq!(answer.status(), StatusCode::OK);
        answer.text().await.expect("text")
    }

    /// The secret in the forms of the page.
    pub async fn secret(&self) -> String {
        let page = self.sees("").await;
        let field = page.split("name=\"secret\" value=\"").nth(1);
        let secret = field.and_then(|it| it.split('"').next());
        secret.expect("a form").to_owned()
    }

    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

impl Drop for Author {
    fn drop(&mut self) {
        self.page.abort();
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// However busy the machine is, by then the page follows.
const LONG: Duration = Duration::from_secs(120);

/// How often it is looked at meanwhile.
const LOOK: Duration = Duration::from_millis(50);

fn folder() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("page-{}-{count}", std::process::id());
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

pub fn put(folder: &Path, file: &str, text: &str) {
    let file = folder.join(file);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("a file");
}

/// The part of `page` with this id: from its tag to the next part's.
pub fn part<'p>(page: &'p str, id: &str) -> &'p str {
    let begins = format!("id=\"{id}\" data-part");
    let at = page.find(&begins);
    let rest = &page[at.unwrap_or_else(|| panic!("no part {id} in {page}"))..];
    let ends = rest[begins.len()..].find("data-part");
    let ends = ends.map_or(rest.len(), |more| begins.len() + more);
    &rest[..ends]
}

/// What is written on every button of `page`, and what it presses.
pub fn buttons(page: &str) -> Vec<(String, String)> {
    let buttons = page
        .split("<button type=\"submit\" name=\"press\" value=\"")
        .skip(1);
    let button = |text: &str| {
        let (press, rest) = text.split_once("\">").expect("a tag");
        let label = rest.split('<').next().expect("a label");
        (label.to_owned(), press.to_owned())
    };
    buttons.map(button).collect()
}
