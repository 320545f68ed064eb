//! What may be registered.

use crate::bodies::{of_kind, text_option};
use crate::case::{Case, broke, http, none};
use crate::fake::Fake;
use serde_json::{Value, json};

#[tokio::test]
async fn commands_keep_their_limits() {
    let command = || json!({ "name": "ask", "description": "Asks the article." });
    let with = |key: &str, value: Value| {
        let mut command = command();
        command[key] = value;
        json!([command])
    };
    let option = |key: &str, value: Value| {
        let mut option = text_option("question");
        option[key] = value;
        with("options", json!([option]))
    };
    let menu = |name: &str, text: &str| json!([{ "name": name, "type": 3, "description": text }]);
    let menus = |count: usize| {
        let menus = (0..count).map(|i| json!({ "name": format!("Menu {i}"), "type": 3 }));
        menus.collect::<Value>()
    };
    let bulk = |length: usize| {
        let options = (0..25).map(|i| {
            let mut option = text_option(&format!("option-{i:02}"));
            option["description"] = json!("d".repeat(100));
            // Nine characters of name and a hundred of description, and then four choices.
            option["choices"] = (0..4)
                .map(|_| json!({ "name": "n", "value": "v".repeat(length) }))
                .collect();
            option
        });
        with("options", options.collect())
    };
    let required = |first: bool, second: bool| {
        let mut options = [text_option("one"), text_option("two")];
        options[0]["required"] = json!(first);
        options[1]["required"] = json!(second);
        with("options", json!(options))
    };
    let many = |count: usize| {
        let options = (0..count).map(|i| text_option(&format!("o{i}")));
        with("options", options.collect())
    };
    let choices = |count: usize| {
        option(
            "choices",
            json!(vec![json!({ "name": "n", "value": "v" }); count]),
        )
    };
    let contexts = |types: Value| {
        let mut command = command();
        command["contexts"] = json!([0, 1, 2]);
        command["integration_types"] = types;
        json!([command])
    };
    let sub = |kind: u64, inner: Value| {
        let mut sub = text_option("sub");
        sub["type"] = json!(kind);
        sub["options"] = inner;
        sub
    };
    let fine = || json!([command()]);
    let x = |count: usize| "x".repeat(count);
    let rows = [
        (
            "not a command name",
            with("name", json!("Ask")),
            with("name", json!("ask")),
        ),
        (
            "not a command name",
            with("name", json!("two words")),
            with("name", json!("zwei-wörter")),
        ),
        (
            "not a command name",
            with("name", json!(x(33))),
            with("name", json!(x(32))),
        ),
        (
            "not a command name",
            with("name", json!("")),
            with("name", json!("पूछें")),
        ),
        (
            "description must have 1 to 100",
            with("description", json!("")),
            fine(),
        ),
        (
            "description must have 1 to 100",
            with("description", json!(x(101))),
            with("description", json!(x(100))),
        ),
        (
            "a menu command has no description",
            menu("Find here", "d"),
            menu("Find here", ""),
        ),
        ("name must have 1 to 32", menu(&x(33), ""), menu(&x(32), "")),
        ("more than 15 of type 3", menus(16), menus(15)),
        (
            "two commands of this name",
            json!([command(), command()]),
            fine(),
        ),
        (
            "required options come first",
            required(false, true),
            required(true, false),
        ),
        ("more than 25 options", many(26), many(25)),
        ("more than 25 choices", choices(26), choices(25)),
        (
            "choices or autocomplete",
            {
                let mut both = choices(1);
                both[0]["options"][0]["autocomplete"] = json!(true);
                both
            },
            choices(1),
        ),
        (
            "`Frage` is not",
            option("name_localizations", json!({ "de": "Frage" })),
            option("name_localizations", json!({ "de": "frage" })),
        ),
        (
            "`en` is not a locale",
            option("description_localizations", json!({ "en": "d" })),
            option("description_localizations", json!({ "en-GB": "d" })),
        ),
        ("more than 8000 characters", bulk(53), bulk(50)),
        (
            "private channels need a user install",
            contexts(json!([0])),
            contexts(json!([0, 1])),
        ),
        (
            "a number written as a string",
            with("default_member_permissions", json!(32)),
            with("default_member_permissions", json!("32")),
        ),
        (
            "unknown key `nswf`",
            with("nswf", json!(true)),
            with("nsfw", json!(true)),
        ),
        (
            "min_length and max_length",
            option("max_length", json!(6001)),
            option("max_length", json!(6000)),
        ),
        (
            "do not mix",
            with("options", json!([sub(1, json!([])), text_option("x")])),
            with("options", json!([sub(1, json!([text_option("x")]))])),
        ),
        (
            "a subcommand holds no subcommands",
            with("options", json!([sub(1, json!([sub(1, json!([]))]))])),
            with("options", json!([sub(2, json!([sub(1, json!([]))]))])),
        ),
        (
            "a group holds only subcommands",
            with("options", json!([sub(2, json!([text_option("x")]))])),
            fine(),
        ),
    ];
    let fake = Fake::start().await;
    for (text, broken, fine) in rows {
        assert!(
            http(&fake).create_global_commands(&broken).await.is_err(),
            "{text}"
        );
        broke(&fake, text);
        http(&fake).create_global_commands(&fine).await.expect(text);
        none(&fake.take_violations());
    }
}

#[tokio::test]
async fn a_guild_command_does_not_choose_its_contexts() {
    let fake = Fake::start().await;
    fake.guild(500);
    let command =
        |contexts: Value| json!([{ "name": "ask", "description": "d", "contexts": contexts }]);
    let put = async |body: Value| http(&fake).create_guild_commands(500.into(), &body).await;
    assert!(put(command(json!([0]))).await.is_err());
    broke(&fake, "only global commands choose contexts");
    put(command(Value::Null)).await.unwrap();
    assert_eq!(fake.guild_commands(500).unwrap().len(), 1);
    assert!(fake.commands().is_none());
    fake.finish().await;
}

#[tokio::test]
#[should_panic(expected = "no command `aks`")]
async fn nobody_uses_a_command_that_is_not_there() {
    let case = Case::new().await;
    let commands =
        json!([{ "name": "ask", "description": "d", "options": [text_option("question")] }]);
    case.http.create_global_commands(&commands).await.unwrap();
    case.alice.slash(&case.general, "aks", json!({}));
}

#[tokio::test]
#[should_panic(expected = "`ask` is not for context 1")]
async fn nobody_uses_a_command_where_it_is_not_shown() {
    let case = Case::new().await;
    let commands = json!([{ "name": "ask", "description": "d", "contexts": [0] }]);
    case.http.create_global_commands(&commands).await.unwrap();
    let asked = case.alice.slash(&case.general, "ask", json!({}));
    case.answer(&asked, of_kind(4)).await.unwrap();
    case.alice.slash(&case.alice.dms(), "ask", json!({}));
}

#[tokio::test]
#[should_panic(expected = "nothing is offered to who types \"question\"")]
async fn nobody_is_offered_lines_where_none_are_promised() {
    let case = Case::new().await;
    let commands =
        json!([{ "name": "ask", "description": "d", "options": [text_option("question")] }]);
    case.http.create_global_commands(&commands).await.unwrap();
    case.act("autocomplete").await;
}

#[tokio::test]
#[should_panic(expected = "\"tea\" is no choice of \"question\"")]
async fn nobody_chooses_what_is_not_listed() {
    let case = Case::new().await;
    let mut option = text_option("question");
    option["choices"] = json!([{ "name": "Rain", "value": "rain" }]);
    let commands = json!([{ "name": "ask", "description": "d", "options": [option] }]);
    case.http.create_global_commands(&commands).await.unwrap();
    case.alice
        .slash(&case.general, "ask", json!({ "question": "tea" }));
}

#[tokio::test]
#[should_panic(expected = "needs the option \"question\"")]
async fn nobody_leaves_out_a_required_option() {
    let case = Case::new().await;
    let mut option = text_option("question");
    option["required"] = json!(true);
    let commands = json!([{ "name": "ask", "description": "d", "options": [option] }]);
    case.http.create_global_commands(&commands).await.unwrap();
    case.alice.slash(&case.general, "ask", json!({}));
}
