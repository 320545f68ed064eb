//! What the page answers to whom.

use super::desk::{Desk, Proposed, served};
use super::door::headers;
use super::example::propose;
use super::{measured, view};
use axum::Router;
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Form, FromRequest, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::{self, Next};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use futures_util::stream::{self, Stream};
use maud::Markup;
use serde::Deserialize;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::task::spawn_blocking;

/// Discord lets nobody write more in one message. In characters.
pub(super) const MESSAGE: usize = 4_000;

/// No form of ours is longer: a message of four-byte characters, each written as twelve. In bytes.
const FORM: usize = 64 * 1024;

type Desks = State<Arc<Desk>>;

/// What was sent by one of our own forms, by name.
pub(super) struct Sent(HashMap<String, String>);

/// What an address asks for.
#[derive(Deserialize)]
struct Asked {
    article: Option<String>,
}

/// Every address of the page.
pub(super) fn routes(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/", get(ask_page))
        .route("/ask", post(ask))
        .route("/press", post(press))
        .route("/example/see", post(see_example))
        .route("/example/write", post(write_example))
        .route("/example/drop", post(drop_example))
        .route("/coverage", get(coverage_page))
        .route("/news", get(news))
        .route(
            "/page.css",
            get((
                [(CONTENT_TYPE, "text/css; charset=utf-8")],
                include_str!("page.css"),
            )),
        )
        .route(
            "/page.js",
            get((
                [(CONTENT_TYPE, "text/javascript; charset=utf-8")],
                include_str!("page.js"),
            )),
        )
        .layer(DefaultBodyLimit::max(FORM))
        .layer(middleware::from_fn_with_state(Arc::clone(&desk), guarded))
        .with_state(desk)
}

/// Lets in whom the door admits, and says on every answer what the browser may do with it.
async fn guarded(State(desk): Desks, request: Request, next: Next) -> Response {
    let mut response = match desk.door.admits(request.method(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refused) => refused.into_response(),
    };
    for (name, value) in headers() {
        response.headers_mut().insert(name, value);
    }
    response
}

async fn ask_page(State(desk): Desks, Query(asked): Query<Asked>) -> Page {
    if let Some(article) = asked.article {
        let mut talk = desk.talk.lock().await;
        if talk.article.as_ref() != Some(&article)
            && let Some(bot) = desk.standing().bot.as_ref()
            && bot.knowledge.shelf.named(&article).is_some()
        {
            talk.article = Some(article);
            talk.again(bot).await;
        }
    }
    let talk = desk.talk.lock().await;
    let proposal = desk.proposal.lock().await;
    Page(view::ask_page(&desk, &talk, proposal.as_ref()))
}

async fn ask(State(desk): Desks, sent: Sent) -> Result<Redirect, Refused> {
    let question = sent.text("question");
    if question.chars().count() > MESSAGE {
        let why = format!("A message on Discord has at most {MESSAGE} characters.\n");
        return Err((StatusCode::PAYLOAD_TOO_LARGE, why));
    }
    let bot = desk.standing().bot.clone().ok_or_else(nothing_yet)?;
    let mut talk = desk.talk.lock().await;
    if let Some(language) = sent.0.get("language") {
        let spoken = bot.knowledge.phrases.spoken(language);
        talk.language = spoken.to_owned();
    }
    desk.proposal.lock().await.take();
    talk.ask(&bot, question.to_owned()).await;
    Ok(Redirect::to("/"))
}

async fn press(State(desk): Desks, sent: Sent) -> Result<Redirect, Refused> {
    let bot = desk.standing().bot.clone().ok_or_else(nothing_yet)?;
    let at = sent.text("message").parse().unwrap_or(usize::MAX);
    let mut talk = desk.talk.lock().await;
    talk.press(&bot, at, sent.text("press").to_owned()).await;
    Ok(Redirect::to("/"))
}

/// Looks at what the last question would change as an example of the section that was chosen.
async fn see_example(State(desk): Desks, sent: Sent) -> Result<Redirect, Refused> {
    let bot = desk.standing().bot.clone().ok_or_else(nothing_yet)?;
    let (article, question) = {
        let talk = desk.talk.lock().await;
        (talk.article.clone(), talk.question.clone())
    };
    let (options, section) = (desk.options.clone(), sent.text("section").to_owned());
    // It learns everything anew, and asks for seconds.
    let seen =
        spawn_blocking(move || propose(&options, &bot, article.as_deref(), &question, &section));
    let seen = seen.await.unwrap_or_else(|_| Err(Vec::new()));
    *desk.proposal.lock().await = Some(match seen {
        Ok(proposal) => Proposed::Seen(proposal),
        Err(mistakes) => Proposed::Refused(mistakes),
    });
    Ok(Redirect::to("/"))
}

async fn write_example(State(desk): Desks, _: Sent) -> Result<Redirect, Refused> {
    let mut proposal = desk.proposal.lock().await;
    if let Some(Proposed::Seen(seen)) = &*proposal {
        let file = seen.file.display();
        let failed = |error| (StatusCode::CONFLICT, format!("{file}: {error}.\n"));
        seen.write().map_err(failed)?;
        let words = format!("“{}” stands in {file} now.", seen.line);
        *proposal = Some(Proposed::Written(words));
    }
    Ok(Redirect::to("/"))
}

async fn drop_example(State(desk): Desks, _: Sent) -> Redirect {
    desk.proposal.lock().await.take();
    Redirect::to("/")
}

async fn coverage_page(State(desk): Desks, Query(asked): Query<Asked>) -> Page {
    let standing = desk.standing();
    let article = match asked.article {
        Some(article) => Some(article),
        None => desk.talk.lock().await.article.clone(),
    };
    measured::begin(&desk, &standing, article.as_deref());
    let served = standing
        .bot
        .as_deref()
        .map(|bot| (bot, served(bot, article.as_deref())));
    let measured = measured::measured(&desk);
    Page(view::coverage_page(&desk, served, &measured))
}

/// Tells a page that follows of every change, by its number.
async fn news(State(desk): Desks) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let first = (desk.news(), true);
    Sse::new(stream::unfold(first, |(mut news, first)| async move {
        if !first {
            news.changed().await.ok()?;
        }
        let number = *news.borrow_and_update();
        let event = Event::default().data(number.to_string());
        Some((Ok(event), (news, false)))
    }))
}

/// Why something was not done: a sentence for the author.
pub(super) type Refused = (StatusCode, String);

fn nothing_yet() -> Refused {
    let why = "Nothing answers before the mistakes are mended.\n".to_owned();
    (StatusCode::CONFLICT, why)
}

impl Sent {
    /// What stands under `name`; nothing if nobody sent it.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

impl FromRequest<Arc<Desk>> for Sent {
    type Rejection = Refused;

    async fn from_request(request: Request, desk: &Arc<Desk>) -> Result<Sent, Refused> {
        let form = Form::<HashMap<String, String>>::from_request(request, desk).await;
        let Form(form) = form.map_err(|error: FormRejection| {
            (error.status(), "This is no form of ours.\n".to_owned())
        })?;
        match form.get("secret").is_some_and(|it| desk.door.knows(it)) {
            true => Ok(Sent(form)),
            false => Err((
                StatusCode::FORBIDDEN,
                "The program was started anew. Load the page again.\n".to_owned(),
            )),
        }
    }
}

/// HTML.
struct Page(Markup);

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        axum::response::Html(self.0.into_string()).into_response()
    }
}
