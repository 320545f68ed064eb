//! What came of something a person did: the answer, its edits, what follows.

use super::discord::{Discord, State};
use super::interaction::Answer;
use super::shown::Shown;
use super::world::BOT;
use serde_json::Value;

/// One thing a person did, and the thread of answers to it.
#[derive(Clone)]
pub struct Exchange {
    discord: Discord,
    what: What,
}

#[derive(Clone, Copy)]
enum What {
    Interaction(u64),
    Message(u64),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub name: String,
    pub value: Value,
}

/// A modal as the person has it before their eyes.
#[derive(Clone, Debug)]
pub struct Modal {
    pub title: String,
    pub custom_id: String,
    /// The inputs, in order.
    pub inputs: Vec<Value>,
    pub(super) channel: u64,
    pub(super) source: Option<u64>,
}

impl Exchange {
    pub fn of_interaction(discord: Discord, id: u64) -> Exchange {
        let what = What::Interaction(id);
        Exchange { discord, what }
    }

    pub fn of_message(discord: Discord, id: u64) -> Exchange {
        let what = What::Message(id);
        Exchange { discord, what }
    }

    /// Waits for the answer the person sees: a new message, or the one they acted on, changed.
    pub async fn reply(&self) -> Shown {
        let what = self.what;
        let visible = |discord: &Discord| discord.look(|state| visible_reply(state, what));
        let awaited = format!("a reply to {}", self.label());
        self.discord.wait_for(awaited, visible).await
    }

    /// How many answers the person sees; an interaction has one at most.
    pub fn answers(&self) -> usize {
        self.discord.look(|state| match self.what {
            What::Interaction(id) => usize::from(state.interactions[&id].shown),
            What::Message(id) => replies(state, id).len(),
        })
    }

    /// Waits for the choices offered while the person types.
    pub async fn choices(&self) -> Vec<Choice> {
        let found = self.answer("choices", |answer| match answer {
            Answer::Choices(choices) => Some(choices.clone()),
            _ => None,
        });
        let choice = |choice: Value| Choice {
            name: choice["name"].as_str().unwrap_or_default().to_owned(),
            value: choice["value"].clone(),
        };
        found.await.into_iter().map(choice).collect()
    }

    /// Waits for the modal that opens.
    pub async fn modal(&self) -> Modal {
        let found = self.answer("a modal", |answer| match answer {
            Answer::Modal(modal) => Some(modal.clone()),
            _ => None,
        });
        let modal = found.await;
        let What::Interaction(id) = self.what else {
            unreachable!("only interactions open modals");
        };
        let (channel, source) = self.discord.look(|state| {
            let interaction = &state.interactions[&id];
            (interaction.channel, interaction.source)
        });
        Modal {
            title: modal["title"].as_str().unwrap_or_default().to_owned(),
            custom_id: modal["custom_id"].as_str().unwrap_or_default().to_owned(),
            inputs: inputs(&modal),
            channel,
            source,
        }
    }

    /// Waits until the bot acknowledged, with or without showing anything.
    pub async fn acknowledged(&self) {
        self.answer("an acknowledgement", |_| Some(())).await;
    }

    /// Every later state of the first answer, oldest first; the answer itself is not among them.
    pub fn edits(&self) -> Vec<Shown> {
        self.discord.look(|state| {
            let reply = visible_reply(state, self.what).and_then(|s| state.messages.get(&s.id));
            let Some(message) = reply else {
                return Vec::new();
            };
            let later = message.history.iter().skip(1).chain([&message.body]);
            let edited = !message.history.is_empty();
            later
                .filter(|_| edited)
                .map(|body| Shown::state(message, body))
                .collect()
        })
    }

    /// The further messages after the first answer, oldest first.
    pub fn followups(&self) -> Vec<Shown> {
        self.discord.look(|state| match self.what {
            What::Interaction(id) => {
                let followups = state.interactions[&id].followups.iter();
                followups.map(|id| Shown::of(&state.messages[id])).collect()
            }
            What::Message(id) => replies(state, id).into_iter().skip(1).collect(),
        })
    }

    /// Waits until there are at least `count` followups.
    pub async fn followup(&self, count: usize) -> Vec<Shown> {
        let enough = |_: &Discord| Some(self.followups()).filter(|all| all.len() >= count);
        let awaited = format!("{count} followups to {}", self.label());
        self.discord.wait_for(awaited, enough).await
    }

    /// What the person wrote.
    ///
    /// # Panics
    ///
    /// When they wrote nothing but used a command or a component.
    pub fn message(&self) -> Shown {
        match self.what {
            What::Message(id) => self.discord.look(|state| Shown::of(&state.messages[&id])),
            What::Interaction(_) => panic!("{} is no message", self.label()),
        }
    }

    /// The writer changes what they wrote.
    pub fn becomes(&self, text: &str) {
        let id = self.message().id;
        let (body, now) = (serde_json::json!({ "content": text }), self.discord.now());
        self.discord.change(|state| {
            let message = state.messages.get_mut(&id).expect("a standing message");
            message.edited = Some(now);
            state.revise(id, &body, Vec::new());
        });
    }

    /// The writer takes back what they wrote.
    pub fn goes(&self) {
        let id = self.message().id;
        self.discord.change(|state| state.delete(id));
    }

    /// Sends the very same event once more, as Discord may after a resume.
    pub fn again(&self) {
        self.discord.change(|state| match self.what {
            What::Message(id) => state.announce("MESSAGE_CREATE", id),
            What::Interaction(id) => {
                let interaction = &state.interactions[&id];
                let guild = state.world.channel(interaction.channel).guild;
                let event = interaction.event.clone();
                state.gateway.dispatch("INTERACTION_CREATE", guild, event);
            }
        });
    }

    /// The interaction's id and token, for tests that speak REST themselves.
    pub fn credentials(&self) -> (u64, String) {
        let What::Interaction(id) = self.what else {
            panic!("a message has no token");
        };
        self.discord
            .look(|state| (id, state.interactions[&id].token.clone()))
    }

    async fn answer<T>(&self, kind: &str, take: impl Fn(&Answer) -> Option<T>) -> T {
        let What::Interaction(id) = self.what else {
            panic!("{} gets no {kind}", self.label());
        };
        let awaited = format!("{kind} in answer to {}", self.label());
        let found = |discord: &Discord| {
            discord.look(|state| state.interactions[&id].answer.as_ref().and_then(&take))
        };
        self.discord.wait_for(awaited, found).await
    }

    fn label(&self) -> String {
        self.discord.look(|state| match self.what {
            What::Interaction(id) => state.interactions[&id].label.clone(),
            What::Message(id) => format!("“{}”", state.messages[&id].content()),
        })
    }
}

fn visible_reply(state: &State, what: What) -> Option<Shown> {
    match what {
        What::Interaction(id) => {
            let interaction = &state.interactions[&id];
            let original = interaction.original.filter(|_| interaction.shown)?;
            Some(Shown::of(&state.messages[&original]))
        }
        What::Message(id) => replies(state, id).into_iter().next(),
    }
}

/// The bot's messages in the same channel that answer `id`: replies to it, or any said after it.
fn replies(state: &State, id: u64) -> Vec<Shown> {
    let channel = state.messages[&id].channel;
    let after = state.messages.range(id + 1..).map(|(_, message)| message);
    let replies = after.filter(|message| {
        let own = message.author == BOT && message.channel == channel && !message.deleted;
        own && message.interaction.is_none() && message.replies_to.is_none_or(|to| to == id)
    });
    replies.map(Shown::of).collect()
}

/// The inputs of rows and labels alike.
fn inputs(modal: &Value) -> Vec<Value> {
    let components = modal["components"].as_array().into_iter().flatten();
    let inner = components.flat_map(|part| {
        let in_row = part["components"].as_array().into_iter().flatten().cloned();
        in_row.chain(Some(part["component"].clone()).filter(Value::is_object))
    });
    inner.collect()
}
