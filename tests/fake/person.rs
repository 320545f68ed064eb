//! A person at Discord's client: types, presses, picks, fills in, and can do no more than that.

use super::commands::At;
use super::discord::{Discord, State};
use super::exchange::{Exchange, Modal};
use super::interaction::{Interaction, Kind};
use super::message::Message;
use super::payloads;
use super::place::Channel;
use super::shown::Shown;
use super::world::{APPLICATION, BOT, ChannelKind};
use serde_json::{Value, json};

const CHAT_INPUT: u64 = 1;
const ATTACHMENT: u64 = 11;
const ON_USER: u64 = 2;
const ON_MESSAGE: u64 = 3;

/// Who installed the bot where this person uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Install {
    Guild,
    User,
    Both,
}

#[derive(Clone)]
pub struct Person {
    discord: Discord,
    pub id: u64,
    install: Install,
    locale: String,
    /// Whether Discord says in what kind of conversation they are.
    placed: bool,
}

impl Person {
    pub fn new(discord: Discord, id: u64) -> Person {
        Person {
            discord,
            id,
            install: Install::Guild,
            locale: "en-US".to_owned(),
            placed: true,
        }
    }

    /// The same person, who uses the bot by this install.
    pub fn using(&self, install: Install) -> Person {
        Person {
            install,
            ..self.clone()
        }
    }

    /// The same person with another language in their client.
    pub fn speaking(&self, locale: &str) -> Person {
        Person {
            locale: locale.to_owned(),
            ..self.clone()
        }
    }

    /// The same person, of whom Discord does not say in what kind of conversation they are: it need not.
    pub fn somewhere(&self) -> Person {
        Person {
            placed: false,
            ..self.clone()
        }
    }

    /// Their direct messages with the bot.
    pub fn dms(&self) -> Channel {
        let id = self.discord.look(|state| state.world.user(self.id).dm);
        Channel::direct(self.discord.clone(), id)
    }

    /// Takes no direct messages from the bot any more.
    pub fn closes_dms(&self) {
        self.discord.change(|state| {
            let user = state.world.users.get_mut(&self.id).expect("this person");
            user.closed_dms = true;
        });
    }

    pub fn mention(&self) -> String {
        format!("<@{}>", self.id)
    }

    /// Writes a message. The bot reads its content only where Discord lets it.
    pub fn says(&self, channel: &Channel, text: &str) -> Exchange {
        self.writes(channel, text, None)
    }

    /// Writes to the bot alone.
    pub fn dm(&self, text: &str) -> Exchange {
        self.says(&self.dms(), text)
    }

    /// Replies to a message with the ping left on.
    pub fn replies(&self, to: &Shown, text: &str) -> Exchange {
        self.writes(&self.channel_of(to), text, Some(to.id))
    }

    /// Uses a slash command; `"settings set"` is a subcommand.
    ///
    /// `options` is `{"question": "…"}`, or Discord's own list for other kinds of options.
    ///
    /// # Panics
    ///
    /// When commands are registered and this one is not, or not with these options.
    #[track_caller]
    pub fn slash(&self, channel: &Channel, command: &str, options: Value) -> Exchange {
        let label = format!("/{command}");
        let data = self.command_data(channel, command, options);
        self.interact(Act::new(Kind::Command, label, channel.id, data))
    }

    /// Uses a slash command with the file `name` in its option `option`.
    #[track_caller]
    pub fn hands_in(
        &self,
        channel: &Channel,
        command: &str,
        option: &str,
        (name, words): (&str, &str),
    ) -> Exchange {
        let label = format!("/{command} with {name}");
        let id = self.discord.change(|state| {
            let id = state.world.new_id();
            state.handed_in.insert(id, words.as_bytes().to_vec());
            id.to_string()
        });
        let options = json!([{ "name": option, "type": ATTACHMENT, "value": id }]);
        let mut data = self.command_data(channel, command, options);
        let url = format!("http://{}/attachments/{id}/{name}", self.discord.address());
        data["resolved"] = json!({ "attachments": { &id: {
            "id": id,
            "filename": name,
            "size": self.discord.look(|state| state.claimed).unwrap_or(words.len()),
            "url": url,
            "proxy_url": url,
            "ephemeral": true,
        } } });
        self.interact(Act::new(Kind::Command, label, channel.id, data))
    }

    /// Types into the option `focused`, which Discord asks the bot to complete.
    #[track_caller]
    pub fn autocomplete(
        &self,
        channel: &Channel,
        command: &str,
        options: Value,
        focused: &str,
    ) -> Exchange {
        let label = format!("typing /{command}");
        let mut options = listed(options);
        let typed = options.iter_mut().find(|option| option["name"] == focused);
        typed.expect("the focused option is among the options")["focused"] = json!(true);
        let data = self.command_data(channel, command, Value::Array(options));
        self.interact(Act::new(Kind::Autocomplete, label, channel.id, data))
    }

    /// Uses a command from a message's menu; the bot gets the content without any intent.
    #[track_caller]
    pub fn menu(&self, command: &str, target: &Shown) -> Exchange {
        let channel = self.channel_of(target);
        let message = self
            .discord
            .look(|state| payloads::message(state, &state.messages[&target.id]));
        let id = target.id.to_string();
        let mut data = self.command_head(&channel, ON_MESSAGE, command, &[]);
        data["resolved"] = json!({ "messages": { &id: message } });
        data["target_id"] = json!(id);
        self.interact(Act::new(
            Kind::Command,
            format!("“{command}”"),
            channel.id,
            data,
        ))
    }

    /// Uses a command from a person's menu.
    #[track_caller]
    pub fn user_menu(&self, channel: &Channel, command: &str, target: &Person) -> Exchange {
        let user = self
            .discord
            .look(|state| payloads::user(state.world.user(target.id)));
        let id = target.id.to_string();
        let mut data = self.command_head(channel, ON_USER, command, &[]);
        data["resolved"] = json!({ "users": { &id: user } });
        data["target_id"] = json!(id);
        self.interact(Act::new(
            Kind::Command,
            format!("“{command}”"),
            channel.id,
            data,
        ))
    }

    /// Presses the button with this label or custom id, as the message stands now.
    ///
    /// # Panics
    ///
    /// When this person sees no such button, or it does nothing when pressed.
    #[track_caller]
    pub fn press(&self, message: &Shown, button: &str) -> Exchange {
        let now = self.sees(message);
        let button = now.button(button);
        assert!(!button.disabled, "`{}` is disabled", button.label);
        let custom_id = button.custom_id.expect("a link reaches no bot");
        let data = json!({ "component_type": 2, "custom_id": custom_id, "id": 1 });
        let label = format!("[{}]", button.label);
        self.interact(Act::new(Kind::Component, label, now.channel, data).on(now.id))
    }

    /// Picks values from a select, as the message stands now.
    ///
    /// # Panics
    ///
    /// When this person sees no such select, or it does not offer these values.
    #[track_caller]
    pub fn select(&self, message: &Shown, custom_id: &str, values: &[&str]) -> Exchange {
        let now = self.sees(message);
        let mut selects = now.selects().into_iter();
        let select = selects.find(|select| select.custom_id == custom_id);
        let select = select.unwrap_or_else(|| panic!("no select `{custom_id}`:\n{}", now.text()));
        assert!(!select.disabled, "`{custom_id}` is disabled");
        for value in values {
            let offered = select.options.iter().any(|(_, offered)| offered == value);
            assert!(
                offered || select.kind != 3,
                "`{custom_id}` does not offer `{value}`"
            );
        }
        let data = json!({
            "component_type": select.kind,
            "custom_id": custom_id,
            "values": values,
            "id": 1,
        });
        let label = format!("<{custom_id}>");
        self.interact(Act::new(Kind::Component, label, now.channel, data).on(now.id))
    }

    /// Fills in a modal and sends it. `fields` are custom id and text.
    ///
    /// # Panics
    ///
    /// When the client would not send it: an unknown field, or a text that does not fit.
    #[track_caller]
    pub fn submit(&self, modal: &Modal, fields: &[(&str, &str)]) -> Exchange {
        for (name, _) in fields {
            let known = modal.inputs.iter().any(|input| input["custom_id"] == *name);
            assert!(known, "the modal has no field `{name}`");
        }
        let rows: Vec<Value> = modal
            .inputs
            .iter()
            .map(|input| filled(input, fields))
            .collect();
        let data = json!({ "custom_id": modal.custom_id, "components": rows });
        let label = format!("the modal “{}”", modal.title);
        let kind = match modal.source {
            Some(_) => Kind::SubmitFromMessage,
            None => Kind::Submit,
        };
        let mut act = Act::new(kind, label, modal.channel, data);
        act.source = modal.source;
        self.interact(act)
    }

    fn writes(&self, channel: &Channel, text: &str, replies_to: Option<u64>) -> Exchange {
        let now = self.discord.now();
        let id = self.discord.change(|state| {
            self.join(state, channel.id);
            let id = state.world.new_id();
            let mut message = Message::new(id, channel.id, self.id, now);
            message.body = json!({ "content": text });
            message.replies_to = replies_to;
            state.publish(message)
        });
        Exchange::of_message(self.discord.clone(), id)
    }

    /// The message as it stands now, if this person sees it.
    #[track_caller]
    fn sees(&self, message: &Shown) -> Shown {
        let (now, only_for) = self.discord.look(|state| {
            let message = &state.messages[&message.id];
            assert!(!message.deleted, "message {} is gone", message.id);
            (Shown::of(message), message.only_for)
        });
        let visible = only_for.is_none_or(|only| only == self.id);
        assert!(
            visible,
            "only another person sees this message:\n{}",
            now.text()
        );
        now
    }

    fn channel_of(&self, message: &Shown) -> Channel {
        Channel::direct(self.discord.clone(), message.channel)
    }

    #[track_caller]
    fn command_data(&self, channel: &Channel, command: &str, options: Value) -> Value {
        let mut words = command.split(' ').collect::<Vec<_>>();
        let name = words.remove(0);
        let options = nested(&words, listed(options));
        self.command_head(channel, CHAT_INPUT, name, &options)
    }

    #[track_caller]
    fn command_head(&self, channel: &Channel, kind: u64, name: &str, options: &[Value]) -> Value {
        let id = self.discord.look(|state| {
            let channel = state.world.channel(channel.id);
            let at = At {
                guild: channel.guild,
                context: context(channel.kind),
            };
            state.commands.invoked(at, kind, name, options)
        });
        json!({ "id": id, "name": name, "type": kind, "options": options })
    }

    /// Who acts in a guild is a member of it.
    fn join(&self, state: &mut State, channel: u64) {
        if let Some(guild) = state.world.channel(channel).guild {
            state
                .world
                .guild_mut(guild)
                .members
                .entry(self.id)
                .or_default();
        }
    }

    fn interact(&self, act: Act) -> Exchange {
        let now = self.discord.now();
        let id = self.discord.change(|state| {
            self.join(state, act.channel);
            let id = state.world.new_id();
            let event = self.event(state, id, &act);
            let guild = state.world.channel(act.channel).guild;
            let interaction = Interaction {
                id,
                token: token(id),
                kind: act.kind,
                label: act.label,
                at: now,
                asker: self.id,
                channel: act.channel,
                source: act.source,
                only_user_install: self.install == Install::User,
                event: event.clone(),
                answer: None,
                original: None,
                shown: false,
                followups: Vec::new(),
            };
            state.interactions.insert(id, interaction);
            state.gateway.dispatch("INTERACTION_CREATE", guild, event);
            id
        });
        Exchange::of_interaction(self.discord.clone(), id)
    }

    fn event(&self, state: &State, id: u64, act: &Act) -> Value {
        let world = &state.world;
        let channel = world.channel(act.channel);
        let mut partial = payloads::channel(world, channel);
        partial["permissions"] = json!(payloads::bits(world.permissions(self.id, channel)));
        let mut event = json!({
            "id": id.to_string(),
            "application_id": APPLICATION.to_string(),
            "type": act.kind.number(),
            "token": token(id),
            "version": 1,
            "channel_id": act.channel.to_string(),
            "channel": partial,
            "locale": self.locale,
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
            "app_permissions": payloads::bits(world.permissions(BOT, channel)),
            "authorizing_integration_owners": self.owners(channel.guild),
            "context": context(channel.kind),
            "data": act.data,
        });
        if !self.placed {
            event["context"] = Value::Null;
        }
        if let Some(guild) = channel.guild {
            let guild = world.guild(guild);
            let mut member = payloads::member(world, guild, self.id);
            member["permissions"] = event["channel"]["permissions"].clone();
            event["member"] = member;
            event["guild_id"] = json!(guild.id.to_string());
            event["guild_locale"] = json!(guild.locale);
            event["guild"] = json!({
                "id": guild.id.to_string(),
                "locale": guild.locale,
                "features": [],
            });
        } else {
            event["user"] = payloads::user(world.user(self.id));
        }
        if let Some(source) = act.source {
            event["message"] = payloads::message(state, &state.messages[&source]);
        }
        event
    }

    /// Key 0 is the guild install, key 1 the user install; in the bot's own direct messages the
    /// guild is written as 0.
    fn owners(&self, guild: Option<u64>) -> Value {
        let guild = guild.unwrap_or_default().to_string();
        let user = self.id.to_string();
        match self.install {
            Install::Guild => json!({ "0": guild }),
            Install::User => json!({ "1": user }),
            Install::Both => json!({ "0": guild, "1": user }),
        }
    }
}

impl Kind {
    /// Discord's interaction types.
    fn number(self) -> u64 {
        match self {
            Kind::Command => 2,
            Kind::Component => 3,
            Kind::Autocomplete => 4,
            Kind::Submit | Kind::SubmitFromMessage => 5,
        }
    }
}

/// One thing a person does, before it becomes an event.
struct Act {
    kind: Kind,
    label: String,
    channel: u64,
    data: Value,
    source: Option<u64>,
}

impl Act {
    fn new(kind: Kind, label: String, channel: u64, data: Value) -> Act {
        Act {
            kind,
            label,
            channel,
            data,
            source: None,
        }
    }

    fn on(self, message: u64) -> Act {
        Act {
            source: Some(message),
            ..self
        }
    }
}

fn token(id: u64) -> String {
    format!("token-of-{id}")
}

/// 0 guild, 1 the bot's direct messages, 2 any other conversation.
fn context(kind: ChannelKind) -> u64 {
    match kind {
        kind if kind.is_of_server() => 0,
        ChannelKind::Thread => 0,
        ChannelKind::Direct => 1,
        _ => 2,
    }
}

/// Discord's list of options out of `{"name": value}`.
fn listed(options: Value) -> Vec<Value> {
    match options {
        Value::Array(list) => list,
        Value::Object(object) => object
            .into_iter()
            .map(|(name, value)| option(&name, value))
            .collect(),
        Value::Null => Vec::new(),
        other => panic!("options are an object or a list, not {other}"),
    }
}

fn option(name: &str, value: Value) -> Value {
    let kind = match &value {
        Value::String(_) => 3,
        Value::Number(number) if number.is_i64() => 4,
        Value::Bool(_) => 5,
        Value::Number(_) => 10,
        other => panic!("write the option `{name}` out: {other}"),
    };
    json!({ "name": name, "type": kind, "value": value })
}

/// Wraps options into their subcommand, and that into its group.
fn nested(words: &[&str], options: Vec<Value>) -> Vec<Value> {
    match words {
        [] => options,
        [subcommand] => vec![json!({ "name": subcommand, "type": 1, "options": options })],
        [group, rest @ ..] => {
            vec![json!({ "name": group, "type": 2, "options": nested(rest, options) })]
        }
    }
}

/// One input of a modal as it is sent, with the text the person typed or found in it.
#[track_caller]
fn filled(input: &Value, fields: &[(&str, &str)]) -> Value {
    let name = input["custom_id"].as_str().unwrap_or_default();
    let standing = input["value"].as_str().unwrap_or_default();
    let typed = fields.iter().find(|(field, _)| *field == name);
    let text = typed.map_or(standing, |(_, text)| text);
    let length = text.chars().count() as u64;
    let required = input["required"] != false;
    assert!(length > 0 || !required, "`{name}` is required");
    let least = input["min_length"].as_u64().unwrap_or(0);
    let most = input["max_length"].as_u64().unwrap_or(4000);
    let fits = length == 0 || (least..=most).contains(&length);
    assert!(fits, "`{name}` takes {least} to {most} characters");
    let value = json!({ "type": 4, "id": 2, "custom_id": name, "value": text });
    json!({ "type": 1, "id": 1, "components": [value] })
}
