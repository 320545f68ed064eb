//! From Discord's events to our requests.

use super::call::Call;
use super::guilds::Guilds;
use super::outbound::ASKED_COLOUR;
use super::{commands, permissions, words};
use crate::bot::{Refusal, Request};
use crate::press::Press;
use crate::who::{Asker, GuildId, Member, Place, RoleId, UserId};
use serenity::all::{
    ActionRowComponent, AuthorizingIntegrationOwner as Owner, Colour, CommandInteraction,
    ComponentInteraction, ComponentInteractionDataKind as Kind, GuildId as DiscordServer,
    Interaction, InteractionContext, Member as DiscordMember, Message, MessageFlags, MessageType,
    ModalInteraction, Permissions, RoleId as DiscordRole, UserId as DiscordUser,
};
use tokio::time::Instant;

/// The server where `interaction` was made.
pub(super) fn server(interaction: &Interaction) -> Option<DiscordServer> {
    match interaction {
        Interaction::Command(made) | Interaction::Autocomplete(made) => made.guild_id,
        Interaction::Component(made) => made.guild_id,
        Interaction::Modal(made) => made.guild_id,
        _ => None,
    }
}

/// A command typed or used, a button pressed, a form filled in; other interactions we never offered.
pub(super) fn call(guilds: &Guilds, interaction: Interaction) -> Option<Call> {
    match interaction {
        Interaction::Command(command) => {
            let request = commands::request(&command.data);
            Some(command_call(guilds, command, request))
        }
        Interaction::Autocomplete(command) => {
            let typing = commands::typing(&command.data)?;
            Some(command_call(guilds, command, Ok(Request::Typing(typing))))
        }
        Interaction::Component(component) => Some(component_call(guilds, component)),
        Interaction::Modal(modal) => Some(modal_call(guilds, modal)),
        _ => None,
    }
}

fn command_call(
    guilds: &Guilds,
    command: CommandInteraction,
    request: Result<Request, Refusal>,
) -> Call {
    let place = match command.guild_id {
        Some(_) if only_by_user(&command.authorizing_integration_owners.0) => Place::Elsewhere,
        Some(guild) => {
            permissions::place(guilds, guild, command.channel_id, command.channel.as_ref())
        }
        None => private(command.context),
    };
    Call {
        id: command.id,
        came: Instant::now(),
        request,
        file: commands::file(&command.data).cloned(),
        asker: asker(
            command.user.id,
            command.locale,
            command.guild_locale,
            command.member.as_deref(),
        ),
        token: command.token,
        place,
        in_private: false,
        may_write: may_write(place, command.member.as_deref(), command.app_permissions),
        may_point: may_point(command.app_permissions),
    }
}

fn component_call(guilds: &Guilds, component: ComponentInteraction) -> Call {
    let place = match component.guild_id {
        Some(_) if only_by_user(&component.authorizing_integration_owners.0) => Place::Elsewhere,
        Some(guild) => permissions::place(
            guilds,
            guild,
            component.channel_id,
            component.channel.as_ref(),
        ),
        None => private(component.context),
    };
    let ephemeral = is_ephemeral(&component.message);
    let own = || component.data.custom_id.parse::<Press>();
    let pressed = |press| match repeated(guilds, &component.message) {
        Some(words) => Request::PressUnder(press, words),
        None => Request::Press(press),
    };
    let request =
        match &component.data.kind {
            Kind::StringSelect { values } => values
                .first()
                .map_or_else(own, |value| value.parse())
                .map(pressed),
            Kind::ChannelSelect { values } => own()
                .map(|press| Request::Picked(press, values.iter().map(|id| id.get()).collect())),
            Kind::UserSelect { values } => own()
                .map(|press| Request::Picked(press, values.iter().map(|id| id.get()).collect())),
            Kind::RoleSelect { values } => own()
                .map(|press| Request::Picked(press, values.iter().map(|id| id.get()).collect())),
            _ => own().map(pressed),
        };
    Call {
        id: component.id,
        came: Instant::now(),
        asker: asker(
            component.user.id,
            component.locale,
            component.guild_locale,
            component.member.as_ref(),
        ),
        token: component.token,
        place,
        request: request.map_err(|_| Refusal::UnknownPress),
        file: None,
        in_private: ephemeral || place == Place::Dm,
        may_write: may_write(place, component.member.as_ref(), component.app_permissions),
        may_point: may_point(component.app_permissions),
    }
}

fn modal_call(guilds: &Guilds, modal: ModalInteraction) -> Call {
    // Where only the person installed us, the bot is in no server of ours, and none is known.
    let place = match modal.guild_id {
        Some(guild) if guilds.get(guild).is_some() => {
            permissions::place(guilds, guild, modal.channel_id, modal.channel.as_ref())
        }
        Some(_) => Place::Elsewhere,
        // The library does not hand on what Discord says of it.
        None => private(None),
    };
    let rows = modal.data.components.iter();
    let texts = rows
        .flat_map(|row| &row.components)
        .filter_map(|component| match component {
            ActionRowComponent::InputText(input) => Some(input.value.clone().unwrap_or_default()),
            _ => None,
        });
    let press = modal.data.custom_id.parse::<Press>();
    let request = press.map(|press| Request::Filled(press, texts.collect()));
    Call {
        id: modal.id,
        came: Instant::now(),
        asker: asker(
            modal.user.id,
            modal.locale,
            modal.guild_locale,
            modal.member.as_ref(),
        ),
        token: modal.token,
        place,
        request: request.map_err(|_| Refusal::UnknownPress),
        file: None,
        in_private: modal
            .message
            .as_ref()
            .is_some_and(|message| is_ephemeral(message)),
        may_write: may_write(place, modal.member.as_ref(), modal.app_permissions),
        may_point: may_point(modal.app_permissions),
    }
}

/// What was asked, where the pressed message repeats it or answers the message that asked.
fn repeated(guilds: &Guilds, message: &Message) -> Option<String> {
    let ours = Some(Colour::new(ASKED_COLOUR));
    let asked = message.embeds.iter().find(|embed| embed.colour == ours);
    if let Some(asked) = asked {
        return asked.description.clone();
    }
    let answered = message.referenced_message.as_ref()?;
    let words = without_name(&answered.content, guilds.me());
    Some(words).filter(|words| !words.is_empty())
}

/// Whether whoever asks may write in `place` themselves, and we too: we write nothing there for somebody who may not.
fn may_write(place: Place, member: Option<&DiscordMember>, ours: Option<Permissions>) -> bool {
    let write = match place {
        Place::Channel(channel) => match channel.home {
            Some(home) if home == channel.id => Permissions::SEND_MESSAGES,
            Some(_) => Permissions::SEND_MESSAGES_IN_THREADS,
            None => Permissions::SEND_MESSAGES | Permissions::SEND_MESSAGES_IN_THREADS,
        },
        Place::Dm | Place::Elsewhere => Permissions::SEND_MESSAGES,
    };
    let theirs = member.and_then(|member| member.permissions);
    let both = [theirs, ours].into_iter().flatten();
    both.into_iter()
        .all(|has| has.contains(write) || has.administrator())
}

/// Whether we may read what was written before, where we have these permissions.
fn may_point(ours: Option<Permissions>) -> bool {
    ours.is_some_and(|ours| {
        ours.contains(Permissions::READ_MESSAGE_HISTORY) || ours.administrator()
    })
}

fn is_ephemeral(message: &Message) -> bool {
    let flags = message.flags.unwrap_or_default();
    flags.contains(MessageFlags::EPHEMERAL)
}

/// Whether only the person brought us here, not the server.
fn only_by_user(owners: &[Owner]) -> bool {
    let by_user = |owner: &Owner| matches!(owner, Owner::UserInstall(_));
    !owners.is_empty() && owners.iter().all(by_user)
}

/// Where somebody is outside servers. Others may read along anywhere but in a conversation of two with us, and that it
/// is one only Discord knows.
fn private(context: Option<InteractionContext>) -> Place {
    match context {
        Some(InteractionContext::BotDm) => Place::Dm,
        _ => Place::Elsewhere,
    }
}

fn asker(
    user: DiscordUser,
    language: String,
    common: Option<String>,
    member: Option<&DiscordMember>,
) -> Asker {
    Asker {
        user: UserId(user.get()),
        common: common.unwrap_or_else(|| language.clone()),
        language,
        member: member.map(|member| Member {
            guild: GuildId(member.guild_id.get()),
            manages_server: member
                .permissions
                .is_some_and(|has| has.intersects(permissions::MANAGERS)),
            roles: member.roles.iter().map(|role| RoleId(role.get())).collect(),
        }),
    }
}

/// What `message` asks of `me`, if it is for us: a person's direct message, or one that names us.
pub(super) fn asked(message: &Message, me: DiscordUser) -> Option<Request> {
    let spoken = matches!(
        message.kind,
        MessageType::Regular | MessageType::InlineReply
    );
    if message.author.bot || message.webhook_id.is_some() || !spoken {
        return None;
    }
    if message.guild_id.is_none() {
        return Some(Request::Message(words::said(message)));
    }
    message
        .mentions_user_id(me)
        .then(|| Request::Mention(without_name(&message.content, me)))
}

/// The person who wrote `message`, who may manage the server it stands in, or not.
pub(super) fn writer(message: &Message, language: String, manages: bool) -> Asker {
    let roles = roles(message).iter().map(|role| RoleId(role.get()));
    Asker {
        user: UserId(message.author.id.get()),
        common: language.clone(),
        language,
        member: message.guild_id.map(|guild| Member {
            guild: GuildId(guild.get()),
            manages_server: manages,
            roles: roles.collect(),
        }),
    }
}

/// The roles of whoever wrote `message`; in direct messages nobody has any.
pub(super) fn roles(message: &Message) -> &[DiscordRole] {
    message.member.as_ref().map_or(&[], |member| &member.roles)
}

/// `text` without our own name in it, in both of the ways in which Discord writes it.
fn without_name(text: &str, me: DiscordUser) -> String {
    text.replace(&format!("<@{me}>"), " ")
        .replace(&format!("<@!{me}>"), " ")
        .trim()
        .to_owned()
}
