//! What a moderator reads on the panel is in their language; what stands in the moderators' channel, in the server's.

use crate::fake::{Discord, Person};
use crate::server::{Server, pick};
use crate::support::conversation;
use serde_json::json;
use sqlx::sqlite::SqlitePool;
use verbatim::settings::{Change, LIST_LIMIT, Language};
use verbatim::who::{ChannelId, RoleId};

/// A client's language, and how a care line that pings is refused in it.
const PINGS: [(&str, &str); 4] = [
    (
        "en-US",
        "That line would ping somebody. Please write names without the @ sign.",
    ),
    (
        "fr",
        "Cette ligne mentionnerait quelqu'un. Écrivez les noms sans le signe @, s'il vous plaît.",
    ),
    (
        "es-ES",
        "Esa línea mencionaría a alguien. Escribe los nombres sin el signo @, por favor.",
    ),
    (
        "pt-BR",
        "Essa linha mencionaria alguém. Escreva os nomes sem o sinal @, por favor.",
    ),
];

/// What follows when `person` writes a care line that pings, reached by ids and not by words.
async fn pings(server: &Server<'_>, person: &Person) -> String {
    let panel = server.used_by(person, "panel").await;
    let pages = panel.selects().remove(0);
    let page = person.select(&panel, &pages.custom_id, &["panel:turn:care"]);
    let form = person.press(&page.reply().await, "panel:write:care-line");
    let form = form.modal().await;
    let refused = person.submit(&form, &[("0", "@everyone help")]);
    refused.reply().await.content
}

#[test]
fn a_refusal_speaks_the_moderators_language() {
    conversation(async |c| {
        let server = Server::open(c).await;
        for (locale, refusal) in PINGS {
            let told = pings(&server, &server.mia.speaking(locale)).await;
            assert!(told.starts_with(refusal), "{locale}: {told}");
        }
        server
            .set(Change::Language(
                Language::named("swahili").expect("a name"),
            ))
            .await;
        let told = pings(&server, &server.mia).await;
        let refusal = "Mstari huo ungemwita mtu. Tafadhali andika majina bila alama ya @.";
        assert!(told.starts_with(refusal), "{told}");
    });
}

#[test]
fn a_full_list_and_a_database_away_are_told_in_the_moderators_language() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let one_more = server
            .guild
            .role("one more", serenity::all::Permissions::empty());
        server.guild.announce();
        for id in 1..=LIST_LIMIT as u64 {
            server.set(Change::Ignore(RoleId(id))).await;
        }
        let mia = server.mia.speaking("fr");
        let panel = server.used_by(&mia, "panel").await;
        let pages = panel.selects().remove(0);
        let page = mia.select(&panel, &pages.custom_id, &["panel:turn:people"]);
        let page = page.reply().await;
        let menu = "Rôles auxquels je ne réponds pas";
        let refused = pick(&mia, &page, menu, &[one_more]).reply().await.content;
        let told = "Cette liste en contient déjà 100, et il n'en tient pas plus.";
        assert!(refused.starts_with(told), "{refused}");

        let url = format!("sqlite:{}", server.home.file().display());
        let other = SqlitePool::connect(&url).await.expect("the same file");
        let held = other.begin_with("BEGIN IMMEDIATE").await.expect("held");
        let refused = mia.select(&page, "menu:3", &["panel:choose:language-fr"]);
        let refused = refused.reply().await.content;
        let told = "Je n'ai pas accès à ma mémoire en ce moment, donc rien n'a changé.";
        assert!(refused.starts_with(told), "{refused}");
        held.rollback().await.expect("let go");
    });
}

#[test]
fn the_mistakes_of_a_file_are_told_in_the_moderators_language() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let file = "visibility = \"pubic\"\ngate = 3\nreview = \"here\"\nchanels = 1\ncare-line = \"@here\"\n";
        let import = server.mia.speaking("fr").hands_in(
            &server.general,
            "settings import",
            "file",
            ("settings.toml", file),
        );
        insta::assert_snapshot!(import.reply().await.content, @r#"
        Je n'ai rien changé, car quelque chose ne va pas dans ce fichier :
        - Ligne 1 : `visibility` ne peut pas être "pubic". Vouliez-vous dire `public` ?
        - Ligne 2 : `gate` doit être un texte entre "guillemets".
        - Ligne 3 : `here` n'est pas un identifiant. Écrivez des chiffres entre guillemets, comme les donne « Copier l'identifiant » de Discord.
        - Ligne 4 : je ne connais pas de réglage `chanels` ici. Vouliez-vous dire `channels` ?
        - Ligne 5 : Cette ligne mentionnerait quelqu'un. Écrivez les noms sans le signe @, s'il vous plaît.
        "#);
    });
}

#[test]
fn what_stands_in_the_moderators_channel_speaks_the_servers_language() {
    for (language, said) in [
        (
            Language::FOLLOW,
            "Alguien te ha enviado una pregunta que el artículo dejó abierta. Su nombre no se envió.\n[Mirarlo]",
        ),
        (
            Language::named("swahili").expect("a name"),
            "Mtu amekutumia swali ambalo makala haikulijibu. Jina lake halikutumwa.\n[Liangalie]",
        ),
        (
            Language::named("french").expect("a name"),
            "Quelqu'un vous a envoyé une question que l'article a laissée ouverte. Son nom n'a pas été envoyé.\n[Regarder]",
        ),
    ] {
        conversation(async |c| {
            let server = Server::open(c).await;
            server.guild.locale("es-ES");
            let table = server.guild.channel("moderators");
            server.guild.announce();
            server.set(Change::Language(language)).await;
            server.set(Change::Review(Some(ChannelId(table.id)))).await;
            let ben = server.ben.speaking("pt-BR");
            let question = json!({ "question": "best deep conditioning treatment for 4c hair" });
            let open = ben.slash(&server.general, "ask", question).reply().await;
            let button = open.buttons().pop().expect("the way to the moderators");
            let form = ben.press(&open, &button.label).modal().await;
            ben.submit(&form, &[]).reply().await;
            let told = |_: &Discord| c.messages(&table).into_iter().next();
            let post = c.wait_for("a word to the moderators", told).await;
            assert_eq!(post.text(), said, "{language:?}");
        });
    }
}
