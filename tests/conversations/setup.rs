//! The setup in five steps, and the doctor at its end.

use crate::fake::Shown;
use crate::server::Server;
use crate::support::conversation;
use serde_json::json;
use serenity::all::Permissions;
use verbatim::care::PlaceId;
use verbatim::settings::{Change, Channels, Mentions, Settings, Visibility};
use verbatim::who::ChannelId;

impl Server<'_> {
    async fn setup(&self) -> Shown {
        let step = self.mia.slash(&self.general, "setup", json!({}));
        step.reply().await
    }

    /// The doctor, reached by keeping everything as it is.
    async fn doctor(&self) -> Shown {
        let mut step = self.setup().await;
        for _ in 0..5 {
            step = self.mia.press(&step, "Keep it so").reply().await;
        }
        step
    }
}

#[test]
fn who_keeps_everything_is_done_in_six_taps() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let mut step = server.setup().await;
        assert!(step.ephemeral);
        let mut told = vec![step.text()];
        for _ in 0..5 {
            let next = server.presses(&step, "Keep it so").await;
            assert_eq!(next.id, step.id, "the setup edits itself");
            told.push(next.text());
            step = next;
        }
        insta::assert_snapshot!(told.join("\n\n────\n"));
        assert_eq!(*server.settings().await, Settings::default());
    });
}

#[test]
fn every_step_takes_its_choice_and_goes_on() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let team = server.guild.channel("team");
        server.guild.announce();
        let (general, team) = (server.general.id, team.id);
        let step = server.setup().await;
        let step = server
            .picks(&step, "Only in these channels", &[general])
            .await;
        assert!(step.content.contains("Step 2 of 5"), "{}", step.text());
        let step = server.presses(&step, "wherever I answer").await;
        assert!(step.content.contains("Step 3 of 5"), "{}", step.text());
        let step = server
            .presses(&step, "everyone in the channel, where I am sure")
            .await;
        assert!(step.content.contains("Step 4 of 5"), "{}", step.text());
        let step = server.chooses(&step, "Kenya").await;
        assert!(step.content.contains("Step 5 of 5"), "{}", step.text());
        let doctor = server
            .picks(&step, "The channel for reports", &[team])
            .await;
        assert!(doctor.ephemeral);
        let settings = server.settings().await;
        let only = Channels::Only([ChannelId(general)].into());
        assert_eq!(settings.channels, only);
        assert_eq!(settings.mentions, Mentions::In(Channels::All));
        assert_eq!(settings.visibility, Visibility::Public);
        assert_eq!(settings.helplines, Some(PlaceId("KE".to_owned())));
        assert_eq!(settings.review, Some(ChannelId(team)));
        insta::assert_snapshot!(doctor.content);
        assert!(!doctor.embeds.is_empty(), "a real reply");

        let step = server.presses(&doctor, "Back").await;
        assert!(step.content.contains("Step 5 of 5"), "{}", step.text());
        let step = server.presses(&step, "Back").await;
        let step = server.presses(&step, "Back").await;
        let step = server
            .presses(&step, "the asker alone, who may share them")
            .await;
        assert!(step.content.contains("Step 4 of 5"), "{}", step.text());
        assert_eq!(server.settings().await.visibility, Visibility::Private);
    });
}

#[test]
fn the_doctor_names_each_channel_and_what_to_give_there() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let (quiet, gone) = (server.guild.channel("quiet"), server.guild.channel("gone"));
        quiet.deny_bot(Permissions::EMBED_LINKS | Permissions::SEND_MESSAGES_IN_THREADS);
        server.general.overwrite_role(
            server.guild.id,
            Permissions::empty(),
            Permissions::USE_APPLICATION_COMMANDS,
        );
        server.guild.announce();
        let step = server.setup().await;
        let step = server.presses(&step, "Keep it so").await;
        server.presses(&step, "wherever I answer").await;
        let reports = server.page("Reports to moderators").await;
        server
            .picks(&reports, "The channel for reports", &[gone.id])
            .await;
        gone.is_deleted();
        let doctor = server.doctor().await;
        let named = |text: &str| {
            text.replace(&format!("<#{}>", server.general.id), "#general")
                .replace(&format!("<#{}>", quiet.id), "#quiet")
                .replace(&format!("<#{}>", gone.id), "#gone")
        };
        insta::assert_snapshot!(named(&doctor.content));

        server.general.overwrite_role(
            server.guild.id,
            Permissions::USE_APPLICATION_COMMANDS,
            Permissions::empty(),
        );
        quiet.gives_bot(Permissions::EMBED_LINKS | Permissions::SEND_MESSAGES_IN_THREADS);
        server.guild.announce();
        let doctor = server.presses(&doctor, "Check again").await;
        assert!(doctor.content.contains("is gone"), "{}", doctor.text());
        assert!(!doctor.content.contains("need"), "{}", doctor.text());
    });
}

/// A mention could only be answered by a direct message that nobody asked for; a command opens a way that is private.
#[test]
fn where_i_may_not_write_a_command_is_answered_and_the_doctor_tells_the_moderators() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let quiet = server.guild.channel("quiet");
        quiet.deny_bot(Permissions::SEND_MESSAGES);
        server.guild.announce();
        let step = server.setup().await;
        let step = server.mia.press(&step, "Keep it so").reply().await;
        server.mia.press(&step, "wherever I answer").reply().await;
        let before = c.requests().len();
        let mention = format!("{} section 3", c.mention());
        server.ben.says(&quiet, &mention);
        let asked = json!({ "question": "section 3" });
        let answer = server.ben.slash(&quiet, "ask", asked).reply().await;
        assert!(answer.ephemeral && !answer.embeds.is_empty());
        let sent = c.requests().len() - before;
        assert_eq!(sent, 1, "the answer to the command alone");
        let doctor = server.doctor().await;
        let missing = format!(
            "<#{}>: to answer mentions well I need there: Send Messages.",
            quiet.id
        );
        assert!(doctor.content.contains(&missing), "{}", doctor.text());
        quiet.gives_bot(Permissions::SEND_MESSAGES);
        server.guild.announce();
        let said = server.ben.says(&quiet, &mention);
        assert_eq!(said.reply().await.channel, quiet.id);
    });
}

#[test]
fn only_a_moderator_sets_up_and_a_restart_does_not_matter() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let refused = server.ben.slash(&server.general, "setup", json!({}));
        let refused = refused.reply().await;
        assert!(refused.ephemeral);
        assert!(
            refused.content.starts_with("That is for the moderators"),
            "{}",
            refused.text()
        );
        let step = server.setup().await;
        let step = server.presses(&step, "Keep it so").await;
        let server = server.restart().await;
        let step = server.presses(&step, "wherever I answer").await;
        assert!(step.content.contains("Step 3 of 5"), "{}", step.text());
        server.guild.member(&server.mia, &[]);
        let refused = server
            .presses(&step, "everyone in the channel, where I am sure")
            .await;
        assert!(
            refused.content.starts_with("That is for the moderators"),
            "{}",
            refused.text()
        );
        assert_eq!(server.settings().await.visibility, Visibility::Private);
    });
}

#[test]
fn the_doctor_knows_automod_only_where_it_may_look() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let step = server.setup().await;
        let step = server.presses(&step, "Keep it so").await;
        server.presses(&step, "wherever I answer").await;
        let doctor = server.doctor().await;
        assert!(
            doctor.content.contains("If AutoMod blocks"),
            "{}",
            doctor.text()
        );
        server.guild.bot_may(Permissions::MANAGE_GUILD);
        server.guild.announce();
        let doctor = server.presses(&doctor, "Check again").await;
        assert!(!doctor.content.contains("AutoMod"), "{}", doctor.text());
        server.guild.automod(json!({
            "id": "77",
            "guild_id": server.guild.id.to_string(),
            "name": "no sex",
            "creator_id": server.mia.id.to_string(),
            "event_type": 1,
            "trigger_type": 4,
            "trigger_metadata": { "presets": [2], "allow_list": [] },
            "actions": [{ "type": 1, "metadata": {} }],
            "enabled": true,
            "exempt_roles": [],
            "exempt_channels": [],
        }));
        let doctor = server.presses(&doctor, "Check again").await;
        assert!(
            doctor
                .content
                .contains("AutoMod blocks sexual content here"),
            "{}",
            doctor.text()
        );
    });
}

#[test]
fn voice_and_stage_chats_are_chosen_and_counted() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let (voice, stage) = (server.guild.voice("lounge"), server.guild.stage("talks"));
        voice.deny_bot(Permissions::SEND_MESSAGES);
        server.guild.announce();
        let step = server.setup().await;
        let step = server.presses(&step, "Keep it so").await;
        server.presses(&step, "wherever I answer").await;
        let doctor = server.doctor().await;
        let text = doctor.content;
        let missing = format!(
            "<#{}>: to answer mentions well I need there: Send Messages.",
            voice.id
        );
        assert!(text.contains(&missing), "{text}");
        assert!(
            text.contains("Of 3 channels I answer commands in 3, and mentions in 2."),
            "{text}"
        );
        let page = server.page("Where I answer").await;
        let page = server
            .chooses(&page, "Only in channels that you pick")
            .await;
        server
            .picks(&page, "Only in these channels", &[voice.id, stage.id])
            .await;
        let chosen = Channels::Only([ChannelId(voice.id), ChannelId(stage.id)].into());
        assert_eq!(server.settings().await.channels, chosen);
    });
}

#[test]
fn the_doctor_shows_what_members_get_and_says_that_all_is_well_only_where_it_is() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server
            .set(Change::Forbid(ChannelId(server.general.id)))
            .await;
        let doctor = server.doctor().await.content;
        assert!(!doctor.contains("Everything I need is there."), "{doctor}");
        assert!(
            doctor.contains("Of one channel I answer commands in 0"),
            "{doctor}"
        );
        assert!(
            doctor.contains("The moderators keep me out of this channel."),
            "{doctor}"
        );
    });
}
