//! Who may see and change what is set, read anew from every command, press, pick and form.

use crate::server::{Server, choose, pick};
use crate::support::{GUILD, conversation};
use crate::walk::{HERE, as_moderator, way};
use serenity::all::Permissions;
use verbatim::bot::{Now, Refusal};
use verbatim::settings::Settings;
use verbatim::who::{Asker, GuildId, Member, RoleId, UserId};

const REFUSED: &str = "That is for the moderators of this server: whoever may manage it, or holds a role that they named to me.";

#[test]
fn a_member_and_a_moderator_of_another_server_are_refused() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let other = c.guild(501);
        let manager = other.role("manager", Permissions::MANAGE_GUILD);
        let zoe = c.user("zoe");
        other.member(&zoe, &[manager]);
        for person in [&server.ben, &zoe] {
            for subcommand in ["panel", "history", "export", "import", "reset"] {
                let told = server.used_by(person, subcommand).await;
                assert_eq!(
                    (told.content.as_str(), told.ephemeral),
                    (REFUSED, true),
                    "{subcommand}"
                );
                assert!(told.files.is_empty());
            }
        }
    });
}

#[test]
fn who_loses_the_role_loses_the_open_panel() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let answers = server.page("What an answer is like").await;
        let people = server.page("Moderators and members").await;
        let form = server
            .mia
            .press(&people, "Change how much one may ask")
            .modal()
            .await;
        let reset = server.used_by(&server.mia, "reset").await;
        server.guild.member(&server.mia, &[]);
        for refused in [
            choose(
                &server.mia,
                &answers,
                "everyone in the channel, where I am sure",
            ),
            pick(&server.mia, &people, "Roles that I do not answer", &[7]),
            server.mia.submit(&form, &[("0", "3")]),
            server.mia.press(&reset, "Yes, reset everything"),
        ] {
            assert_eq!(refused.reply().await.content, REFUSED);
        }
        assert_eq!(*server.settings().await, Settings::default());
    });
}

/// A law over every button, choice, pick and form, whoever presses: rights are read from the press itself.
#[tokio::test]
async fn whatever_moderators_press_is_refused_to_everybody_else() {
    let (walker, seen) = as_moderator().await;
    let bot = walker.bot().await;
    let before = bot.store.chosen(GUILD).await.unwrap();
    let theirs = |id: &&String| {
        let id = id.strip_prefix("form ").unwrap_or(id);
        let review = id.starts_with("review:") && !id.starts_with("review:send:");
        review || id.starts_with("panel:") || id.starts_with("setup:")
    };
    let member = |guild, manages_server| Member {
        guild,
        manages_server,
        roles: vec![RoleId(3)],
    };
    let others = [
        None,
        Some(member(GUILD, false)),
        Some(member(GuildId(501), true)),
    ];
    for (id, member) in seen
        .iter()
        .filter(theirs)
        .flat_map(|id| others.iter().map(move |it| (id, it)))
    {
        let asker = Asker {
            user: UserId(8),
            language: "en-US".to_owned(),
            common: "en-US".to_owned(),
            member: member.clone(),
        };
        let met = bot.handle(&asker, HERE, way(id), Now::read()).await;
        assert_eq!(met, Err(Refusal::NotModerator), "{id} {member:?}");
    }
    assert!(seen.iter().filter(theirs).count() > 50);
    assert_eq!(bot.store.chosen(GUILD).await.unwrap(), before);
}

#[test]
fn a_named_role_moderates_from_now_on() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let helper = server.guild.role("helper", Permissions::empty());
        server.guild.announce();
        server.guild.member(&server.ben, &[helper]);
        assert_eq!(server.used_by(&server.ben, "panel").await.content, REFUSED);
        let page = server.page("Moderators and members").await;
        server
            .picks(&page, "Roles that moderate too", &[helper])
            .await;
        let panel = server.used_by(&server.ben, "panel").await;
        assert!(
            panel.content.starts_with("**What is set here**"),
            "{}",
            panel.text()
        );
    });
}

#[test]
fn discord_shows_moderators_commands_to_who_may_manage_the_server() {
    conversation(async |c| {
        Server::open(c).await;
        let manage = Permissions::MANAGE_GUILD.bits().to_string();
        for command in c.commands().expect("registered") {
            let name = command["name"].as_str().expect("a name");
            let theirs =
                ["settings", "setup", "review", "taught", "numbers", "test"].contains(&name);
            let shown = command["default_member_permissions"].as_str();
            assert_eq!(shown, theirs.then_some(manage.as_str()), "{name}");
        }
    });
}
