//! What an operator is handed in `config/deploy/` fits the program and itself. `.ci/deploy` asks systemd and Prometheus too;
//! `tests/program/watched.rs` holds alerts and board to the numbers that there are.

use jsonschema::draft7;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use verbatim::config::{Config, Shards};
use verbatim::watch::exit::EXITS;

const KIT: &str = "config/deploy";

fn text(name: &str) -> String {
    fs::read_to_string(Path::new(KIT).join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every document of a YAML file.
fn documents(name: &str) -> Vec<Value> {
    serde_saphyr::from_multiple(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What every line of the unit that sets `key` says.
fn unit(key: &str) -> Vec<String> {
    let set = format!("{key}=");
    let unit = text("verbatim.service");
    let lines = unit.lines().filter_map(|line| line.strip_prefix(&set));
    lines.map(str::to_owned).collect()
}

/// What a file of configuration sets; it must have no mistake.
fn config(name: &str) -> Config {
    let (config, mistakes) = Config::read(Path::new(name), &text(name));
    assert!(mistakes.is_empty(), "{mistakes:?}");
    config
}

#[test]
fn the_unit_starts_again_after_just_those_ends_that_may_go_better() {
    let never = EXITS.iter().filter(|exit| !exit.again && exit.code != 0);
    let never: Vec<String> = never.map(|exit| exit.code.to_string()).collect();
    assert_eq!(unit("RestartPreventExitStatus"), [never.join(" ")]);
    assert_eq!(unit("Restart"), ["on-failure"]);
}

#[test]
fn the_page_tells_every_end() {
    let page = text("README.md");
    let told = page
        .lines()
        .skip_while(|line| *line != "| code | again | what it means |");
    let told: Vec<&str> = told
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    let ends: Vec<String> = EXITS
        .iter()
        .map(|exit| {
            let again = if exit.again { "yes" } else { "no" };
            format!("| {} | {again} | {} |", exit.code, exit.means)
        })
        .collect();
    assert_eq!(told, ends);
}

#[test]
fn the_page_says_what_to_do_about_every_alert() {
    let page = text("README.md");
    let rules = &documents("alerts.yml")[0]["groups"][0]["rules"];
    let rules = rules.as_array().expect("rules");
    assert!(rules.len() > 5);
    for rule in rules {
        let name = rule["alert"].as_str().expect("a name");
        assert!(page.contains(&format!("**{name}**")), "{name}");
        let severity = rule["labels"]["severity"].as_str();
        assert!(matches!(severity, Some("page" | "morning")), "{name}");
        assert!(rule["annotations"]["summary"].is_string(), "{name}");
    }
}

#[test]
fn both_files_of_configuration_are_read_and_name_the_folder_that_may_be_written() {
    let folder = format!("/var/lib/{}", unit("StateDirectory")[0]);
    assert_eq!(unit("WorkingDirectory"), [folder.as_str()]);
    for name in ["service.toml", "container.toml"] {
        let config = config(name);
        assert_eq!(config.database.parent(), Some(Path::new(&folder)), "{name}");
        let port = config.watch.expect("it is watched").port();
        assert!(text("Dockerfile").contains(&format!("EXPOSE {port}\n")));
    }
    assert!(text("Dockerfile").contains(&format!("VOLUME {folder}\n")));
}

/// The image's lines that begin with this word, without it.
fn image(word: &str) -> Vec<String> {
    let image = text("Dockerfile");
    let lines = image
        .lines()
        .filter_map(|line| line.strip_prefix(word)?.strip_prefix(' '));
    lines.map(str::to_owned).collect()
}

#[test]
fn the_image_is_made_of_what_is_there_and_is_let_in() {
    let let_in = text("Dockerfile.dockerignore");
    let let_in: Vec<&str> = let_in
        .lines()
        .filter_map(|line| line.strip_prefix('!'))
        .collect();
    for line in image("COPY") {
        if line.starts_with("--from") {
            continue;
        }
        let names: Vec<&str> = line.split(' ').collect();
        for source in &names[..names.len() - 1] {
            assert!(Path::new(source).exists(), "{source}");
            assert!(let_in.contains(source), "{source}");
        }
    }
    let cargo = fs::read_to_string("Cargo.toml").expect("our own");
    let wanted = cargo
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "));
    let wanted = wanted.expect("a version").trim_matches('"');
    assert_eq!(
        image("FROM")[0],
        format!("rust:{wanted}-slim-bookworm AS build")
    );
}

#[test]
fn the_image_runs_as_nobody_and_with_commands_that_there_are() {
    let user = image("USER");
    assert_eq!(user.len(), 1);
    assert!(
        user[0]
            .split(':')
            .all(|id| id.parse::<u32>().is_ok_and(|id| id > 0)),
        "{user:?}"
    );
    let asked = text("Dockerfile");
    let asked = asked
        .lines()
        .find(|line| line.starts_with("HEALTHCHECK"))
        .expect("a check");
    assert!(asked.ends_with(r#"CMD ["verbatim", "health"]"#), "{asked}");
    assert_eq!(image("CMD"), [r#"["run"]"#]);
    let program = env!("CARGO_BIN_EXE_verbatim");
    let help = Command::new(program)
        .arg("--help")
        .output()
        .expect("it runs");
    let help = String::from_utf8(help.stdout).expect("UTF-8");
    for command in ["run", "health", "backup"] {
        assert!(
            help.lines()
                .any(|line| line.trim().starts_with(&format!("{command} "))),
            "{help}"
        );
    }
}

/// What Kubernetes knows of the kinds that we use.
const KNOWN: &str = include_str!("kubernetes.json");

#[test]
fn kubernetes_knows_every_key_of_the_manifests() {
    let known: Value = serde_json::from_str(KNOWN).expect("JSON");
    let files = documents("kubernetes/kustomization.yaml");
    let files = files[0]["resources"].as_array().expect("files").iter();
    let manifests: Vec<Value> = files
        .flat_map(|file| documents(&format!("kubernetes/{}", file.as_str().expect("a name"))))
        .collect();
    let kinds: BTreeSet<&str> = manifests
        .iter()
        .filter_map(|it| it["kind"].as_str())
        .collect();
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    for manifest in &manifests {
        let kind = manifest["kind"].as_str().expect("a kind");
        let mut schema = known["kinds"][kind].clone();
        schema["$defs"] = known["$defs"].clone();
        let schema = draft7::new(&schema).expect("a schema");
        let wrong: Vec<String> = schema
            .iter_errors(manifest)
            .map(|error| format!("{kind}{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let mut misspelt = manifest.clone();
        misspelt["metadata"]["lables"] = json!({});
        assert!(!schema.is_valid(&misspelt), "{kind} takes anything");
    }
}

/// The pods of the manifests, and how many.
fn deployment() -> Value {
    let manifests = documents("kubernetes/verbatim.yaml");
    let deployment = manifests.into_iter().find(|it| it["kind"] == "Deployment");
    deployment.expect("a deployment")
}

/// What the environment of a pod's one container sets, by name.
fn environment(container: &Value) -> BTreeMap<&str, &Value> {
    let set = container["env"].as_array().expect("an environment").iter();
    set.map(|it| (it["name"].as_str().expect("a name"), it))
        .collect()
}

#[test]
fn pods_share_the_shards_out_and_a_new_one_stands_by_before_an_old_one_goes() {
    let deployment = deployment();
    let spec = &deployment["spec"];
    let container = &spec["template"]["spec"]["containers"][0];
    let shards = environment(container)["VERBATIM_SHARDS"]["value"].as_str();
    let shards = Shards::read("VERBATIM_SHARDS", shards.expect("a text"));
    let Ok(Shards::Any { count, of }) = shards else {
        panic!("one template names no shards of its own: {shards:?}");
    };
    let enough = of.div_ceil(count);
    assert_eq!(spec["replicas"], enough + 1, "one stands by");
    let strategy =
        json!({ "type": "RollingUpdate", "rollingUpdate": { "maxSurge": 1, "maxUnavailable": 0 } });
    assert_eq!(spec["strategy"], strategy);
    // What stands by is ready, as `Vitals` has it; by any other probe none would ever be replaced.
    assert_eq!(container["readinessProbe"]["httpGet"]["path"], "/readyz");
    assert_eq!(container["livenessProbe"]["httpGet"]["path"], "/healthz");
}

#[test]
fn a_pod_takes_its_secrets_from_outside_and_may_write_to_one_folder() {
    let deployment = deployment();
    let pod = &deployment["spec"]["template"]["spec"];
    let container = &pod["containers"][0];
    let env = environment(container);
    for secret in ["DISCORD_TOKEN", "DATABASE_URL"] {
        let from = &env[secret]["valueFrom"]["secretKeyRef"];
        assert_eq!(
            (&from["name"], &from["key"]),
            (&json!("verbatim"), &json!(secret))
        );
    }
    assert_eq!(container["securityContext"]["readOnlyRootFilesystem"], true);
    assert_eq!(
        container["securityContext"]["capabilities"]["drop"],
        json!(["ALL"])
    );
    let folder = format!("/var/lib/{}", unit("StateDirectory")[0]);
    assert_eq!(
        container["volumeMounts"],
        json!([{ "name": "kept", "mountPath": folder }])
    );
    let user = pod["securityContext"]["runAsUser"].to_string();
    assert_eq!(image("USER"), [format!("{user}:{user}")]);
    let port = config("container.toml")
        .watch
        .expect("it is watched")
        .port();
    assert_eq!(container["ports"][0]["containerPort"], port);
}

#[test]
fn the_boards_panels_stand_beside_each_other() {
    let board: Value = serde_json::from_str(&text("board.json")).expect("JSON");
    let panels = board["panels"].as_array().expect("panels");
    let (mut ids, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for panel in panels {
        assert!(
            ids.insert(panel["id"].as_u64().expect("a number")),
            "{panel}"
        );
        let side = |name: &str| panel["gridPos"][name].as_u64().expect("a place");
        let (x, y) = (side("x"), side("y"));
        assert!(x + side("w") <= 24, "{panel}");
        for column in x..x + side("w") {
            for row in y..y + side("h") {
                assert!(taken.insert((column, row)), "{panel}");
            }
        }
        let asked = panel["targets"].as_array().expect("something asked");
        assert!(
            asked.iter().all(|target| target["expr"].is_string()),
            "{panel}"
        );
    }
}
