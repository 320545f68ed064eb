//! Discord's own OpenAPI description, held against every body.
//!
//! The file is large and not ours, so it stays outside the repository: `DISCORD_OPENAPI` names it,
//! or it lies at `shared/discord/openapi.json` in a folder above. Without it, or with an empty
//! `DISCORD_OPENAPI`, the other rules stand alone. It knows shapes and single lengths; sums and
//! combinations stand in `rules`.

use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::{env, fs};

/// What the description finds wrong with the body of this request.
pub fn check(method: &str, path: &[&str], body: &Value) -> Vec<String> {
    let (Some(spec), Some(shape)) = (SPEC.as_ref(), shape(method, path, body)) else {
        return Vec::new();
    };
    let validator = spec.validator(shape);
    let bodies = match body.as_array() {
        Some(list) => list.iter().collect(),
        None => vec![body],
    };
    bodies
        .into_iter()
        .flat_map(|body| validator.iter_errors(body))
        .map(|error| format!("openapi {shape}{}: {error}", error.instance_path()))
        .collect()
}

/// The schema's name for the body of one request; a bulk overwrite is checked one by one.
fn shape(method: &str, path: &[&str], body: &Value) -> Option<&'static str> {
    let shape = match (method, path) {
        ("POST", ["interactions", ..]) => match body["type"].as_u64() {
            Some(4 | 5) => "CreateMessageInteractionCallbackRequest",
            Some(6 | 7) => "UpdateMessageInteractionCallbackRequest",
            Some(8) => "ApplicationCommandAutocompleteCallbackRequest",
            Some(9) => "ModalInteractionCallbackRequest",
            _ => return None,
        },
        ("POST", ["webhooks", ..]) => "IncomingWebhookRequestPartial",
        ("PATCH", ["webhooks", ..]) => "IncomingWebhookUpdateRequestPartial",
        ("POST", ["channels", _, "messages"]) => "MessageCreateRequest",
        ("PATCH", ["channels", _, "messages", _]) => "MessageEditRequestPartial",
        ("PUT", ["applications", .., "commands"]) => "ApplicationCommandUpdateRequest",
        ("POST", ["applications", .., "commands"]) => "ApplicationCommandCreateRequest",
        ("POST", ["users", "@me", "channels"]) => "CreatePrivateChannelRequest",
        _ => return None,
    };
    Some(shape)
}

static SPEC: LazyLock<Option<Spec>> = LazyLock::new(|| {
    let Some(path) = place() else {
        eprintln!("Without openapi.json bodies are held only against our own rules.");
        return None;
    };
    let text = fs::read_to_string(&path).expect("a readable openapi.json");
    let document: Value = serde_json::from_str(&text).expect("openapi.json is JSON");
    Some(Spec::new(document))
});

struct Spec {
    schemas: Map<String, Value>,
    compiled: Mutex<HashMap<&'static str, Arc<Validator>>>,
}

impl Spec {
    fn new(mut document: Value) -> Spec {
        let Value::Object(mut schemas) = document["components"]["schemas"].take() else {
            panic!("openapi.json has no components.schemas");
        };
        // The documentation says string, and Discord takes one.
        for command in [
            "ApplicationCommandUpdateRequest",
            "ApplicationCommandCreateRequest",
        ] {
            schemas[command]["properties"]["default_member_permissions"] =
                json!({ "type": ["integer", "string", "null"] });
        }
        // A new file is named by its place, and the documentation writes that as a number.
        schemas["MessageAttachmentRequest"]["properties"]["id"] =
            json!({ "type": ["integer", "string"] });
        Spec {
            schemas,
            compiled: Mutex::default(),
        }
    }

    fn validator(&self, shape: &'static str) -> Arc<Validator> {
        let mut compiled = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        let compile = || Arc::new(self.compile(shape));
        compiled.entry(shape).or_insert_with(compile).clone()
    }

    /// Compiles one schema with only those it mentions; all 539 would take seconds.
    fn compile(&self, shape: &str) -> Validator {
        let mut wanted = vec![shape.to_owned()];
        let mut schemas = Map::new();
        while let Some(name) = wanted.pop() {
            if schemas.contains_key(&name) {
                continue;
            }
            let schema = self.schemas[&name].clone();
            mentioned(&schema, &mut wanted);
            schemas.insert(name, schema);
        }
        let root = json!({
            "$ref": format!("#/components/schemas/{shape}"),
            "components": { "schemas": schemas },
        });
        jsonschema::draft202012::new(&root).expect("Discord's schemas compile")
    }
}

fn mentioned(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            let reference = object.get("$ref").and_then(Value::as_str);
            let name = reference.and_then(|reference| reference.rsplit('/').next());
            names.extend(name.map(str::to_owned));
            object.values().for_each(|inner| mentioned(inner, names));
        }
        Value::Array(list) => list.iter().for_each(|inner| mentioned(inner, names)),
        _ => (),
    }
}

fn place() -> Option<PathBuf> {
    if let Some(path) = env::var_os("DISCORD_OPENAPI") {
        return Some(PathBuf::from(path)).filter(|path| !path.as_os_str().is_empty());
    }
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("shared/discord/openapi.json"))
        .find(|path| path.exists())
}
