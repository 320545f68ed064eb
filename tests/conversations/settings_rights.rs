//! Who may see and change what is set, read anew from every command, press, pick and form.

use crate::server::{Server, choose, pick};
use serenity::all::Permissions;
use verbatim::settings::Settings;

const REFUSED: &str = "That is for the moderators of this server: whoever may manage it, or holds a role that they named to me.";

#[tokio::test]
async fn a_member_and_a_moderator_of_another_server_are_refused() {
    let server = Server::open().await;
    let other = server.fake.guild(501);
    let manager = other.role("manager", Permissions::MANAGE_GUILD);
    let zoe = server.fake.user("zoe");
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
    server.close().await;
}

#[tokio::test]
async fn who_loses_the_role_loses_the_open_panel() {
    let server = Server::open().await;
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
        choose(&server.mia, &answers, "everyone in the channel"),
        pick(&server.mia, &people, "Roles that I do not answer", &[7]),
        server.mia.submit(&form, &[("0", "3")]),
        server.mia.press(&reset, "Yes, reset everything"),
    ] {
        assert_eq!(refused.reply().await.content, REFUSED);
    }
    assert_eq!(*server.settings().await, Settings::default());
    server.close().await;
}

#[tokio::test]
async fn a_named_role_moderates_from_now_on() {
    let server = Server::open().await;
    let helper = server.guild.role("helper", Permissions::empty());
    server.guild.announce();
    server.guild.member(&server.ben, &[helper]);
    assert_eq!(server.used_by(&server.ben, "panel").await.content, REFUSED);
    let page = server.page("Moderators and members").await;
    pick(&server.mia, &page, "Roles that moderate too", &[helper])
        .reply()
        .await;
    let panel = server.used_by(&server.ben, "panel").await;
    assert!(
        panel.content.starts_with("**What is set here**"),
        "{}",
        panel.text()
    );
    server.close().await;
}
