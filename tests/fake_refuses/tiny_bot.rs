//! A bot as small as can be that walks through every door: what the fake sends, serenity must read.

use crate::fake::{Fake, TOKEN};
use serde_json::json;
use serenity::all::*;
use std::sync::Arc;
use tokio::task::JoinHandle;

pub struct TinyBot {
    pub shards: Arc<ShardManager>,
    pub cache: Arc<Cache>,
    pub running: JoinHandle<serenity::Result<()>>,
}

/// The intents the fake asks for.
pub fn intents() -> GatewayIntents {
    GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES
}

/// Starts the bot and waits until its commands stand.
pub async fn start(fake: &Fake) -> TinyBot {
    let bot = start_with(fake, intents()).await;
    fake.ready().await;
    bot
}

pub async fn start_with(fake: &Fake, intents: GatewayIntents) -> TinyBot {
    run_shard(fake, intents, 0, 1).await
}

pub async fn start_shard(fake: &Fake, shard: u32, of: u32) -> TinyBot {
    run_shard(fake, intents(), shard, of).await
}

async fn run_shard(fake: &Fake, intents: GatewayIntents, shard: u32, of: u32) -> TinyBot {
    let http = HttpBuilder::new(TOKEN)
        .proxy(fake.base())
        .ratelimiter_disabled(true)
        .default_allowed_mentions(nobody())
        .build();
    let mut client = ClientBuilder::new_with_http(http, intents)
        .event_handler(Doors)
        .await
        .expect("a client");
    TinyBot {
        shards: client.shard_manager.clone(),
        cache: client.cache.clone(),
        running: tokio::spawn(async move { client.start_shard(shard, of).await }),
    }
}

impl TinyBot {
    /// Stops as a bot should, and gives how it ended.
    pub async fn stop(self) -> serenity::Result<()> {
        self.shards.shutdown_all().await;
        self.running.await.expect("the bot does not panic")
    }
}

struct Doors;

#[serenity::async_trait]
impl EventHandler for Doors {
    async fn ready(&self, context: Context, _: Ready) {
        let question = CreateCommandOption::new(CommandOptionType::String, "question", "What?")
            .required(true)
            .set_autocomplete(true);
        let commands = vec![
            CreateCommand::new("ask")
                .description("Asks the article.")
                .contexts(vec![
                    InteractionContext::Guild,
                    InteractionContext::BotDm,
                    InteractionContext::PrivateChannel,
                ])
                .integration_types(vec![InstallationContext::Guild, InstallationContext::User])
                .add_option(question),
            CreateCommand::new("settings")
                .description("Changes the settings.")
                .default_member_permissions(Permissions::MANAGE_GUILD)
                .add_option(CreateCommandOption::new(
                    CommandOptionType::SubCommand,
                    "edit",
                    "Opens the settings.",
                )),
            CreateCommand::new("export").description("Sends a file, late."),
            CreateCommand::new("Find in the article").kind(CommandType::Message),
        ];
        let registered = Command::set_global_commands(&context, commands).await;
        registered.expect("the fake takes these commands");
    }

    async fn message(&self, context: Context, message: Message) {
        let named = message.mentions_user_id(context.cache.current_user().id);
        if message.author.bot || (message.guild_id.is_some() && !named) {
            return;
        }
        let words = CreateMessage::new()
            .content(format!("You said: {}", message.content))
            .reference_message(&message);
        message
            .channel_id
            .broadcast_typing(&context)
            .await
            .expect("typing");
        message
            .channel_id
            .send_message(&context, words)
            .await
            .expect("a reply");
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let done = match interaction {
            Interaction::Command(command) => run(&context, &command).await,
            Interaction::Autocomplete(typing) => complete(&context, &typing).await,
            Interaction::Component(component) => turn(&context, &component).await,
            Interaction::Modal(modal) => thank(&context, &modal).await,
            _ => Ok(()),
        };
        done.expect("the fake takes these answers");
    }
}

async fn run(context: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    match command.data.name.as_str() {
        "settings" => {
            let input = CreateInputText::new(InputTextStyle::Short, "Tone", "tone");
            let modal = CreateModal::new("settings", "Settings")
                .components(vec![CreateActionRow::InputText(input)]);
            let answer = CreateInteractionResponse::Modal(modal);
            command.create_response(context, answer).await
        }
        "export" => export(context, command).await,
        "ask" => {
            let text = command.data.options[0].value.as_str().expect("a question");
            let answer = CreateInteractionResponse::Message(page(text));
            command.create_response(context, answer).await
        }
        _ => {
            let target = command
                .data
                .resolved
                .messages
                .values()
                .next()
                .expect("a target");
            let hidden = page(&target.content).ephemeral(true);
            let answer = CreateInteractionResponse::Message(hidden);
            command.create_response(context, answer).await
        }
    }
}

async fn export(context: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    command.defer(context).await?;
    let file = CreateAttachment::bytes("# Article", "article.md");
    let edit = EditInteractionResponse::new()
        .content("Here it is.")
        .allowed_mentions(nobody())
        .new_attachment(file);
    command.edit_response(context, edit).await?;
    let more = CreateInteractionResponseFollowup::new().content("That was all.");
    command.create_followup(context, more).await.map(drop)
}

async fn complete(context: &Context, typing: &CommandInteraction) -> serenity::Result<()> {
    let typed = typing.data.autocomplete().expect("something focused").value;
    let choices = CreateAutocompleteResponse::new().add_string_choice(format!("{typed}?"), typed);
    let answer = CreateInteractionResponse::Autocomplete(choices);
    typing.create_response(context, answer).await
}

/// A select changes the message, and so does "Next", which shows version 2.
async fn turn(context: &Context, component: &ComponentInteraction) -> serenity::Result<()> {
    if let ComponentInteractionDataKind::StringSelect { values } = &component.data.kind {
        component.defer(context).await?;
        let edit = EditInteractionResponse::new()
            .content(values.join(", "))
            .allowed_mentions(nobody());
        return component.edit_response(context, edit).await.map(drop);
    }
    let body = json!({
        "type": 7,
        "data": {
            "flags": 1 << 15,
            "content": null,
            "embeds": [],
            "components": [{ "type": 17, "components": [
                { "type": 10, "content": "The next page." },
                { "type": 1, "components": [
                    { "type": 2, "style": 1, "label": "Next", "custom_id": "next" },
                ]},
            ]}],
            "allowed_mentions": { "parse": [] },
        },
    });
    let (id, token) = (component.id, &component.token);
    context
        .http
        .create_interaction_response(id, token, &body, vec![])
        .await
}

async fn thank(context: &Context, modal: &ModalInteraction) -> serenity::Result<()> {
    let ActionRowComponent::InputText(input) = &modal.data.components[0].components[0] else {
        panic!("a text input was shown");
    };
    let text = format!("Noted: {}", input.value.as_deref().unwrap_or_default());
    let answer = CreateInteractionResponse::Message(page(&text).ephemeral(true));
    modal.create_response(context, answer).await
}

/// Edits do not take the client's default.
fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

/// A text with an embed, two buttons and a select under it.
fn page(text: &str) -> CreateInteractionResponseMessage {
    let embed = CreateEmbed::new()
        .title("2. After opening up")
        .description("A hangover is usual.")
        .field("Section", "2 of 9", true)
        .footer(CreateEmbedFooter::new("From the article"));
    let options = vec![
        CreateSelectMenuOption::new("First", "1"),
        CreateSelectMenuOption::new("Second", "2"),
    ];
    let select =
        CreateSelectMenu::new("go", CreateSelectMenuKind::String { options }).placeholder("Go to");
    CreateInteractionResponseMessage::new()
        .content(text)
        .embed(embed)
        .button(CreateButton::new("next").label("Next"))
        .button(CreateButton::new_link("https://example.org").label("Read on"))
        .select_menu(select)
        .allowed_mentions(nobody())
}
