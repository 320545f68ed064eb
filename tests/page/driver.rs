//! A real Chromium, driven as the standard says (W3C WebDriver) through Debian's `chromedriver`.

use reqwest::Client;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

/// What the standard calls an element's number.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One window of one browser.
pub struct Driver {
    program: Child,
    client: Client,
    /// Where the window is driven.
    session: String,
}

impl Driver {
    /// A browser without a screen; nothing where no `chromedriver` is installed.
    pub async fn start() -> Option<Driver> {
        let mut program = Command::new("chromedriver");
        program
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut program = program.spawn().ok()?;
        let told = BufReader::new(program.stdout.take().expect("a pipe"));
        let mut lines = told.lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            Some(port.trim_end_matches('.').to_owned())
        });
        // Its pipe is read on, or it would wait for room in it.
        thread::spawn(move || lines.for_each(drop));
        let mut driver = Driver {
            program,
            client: Client::new(),
            session: format!("http://127.0.0.1:{}/session", port.expect("a port")),
        };
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
        ];
        let wanted = json!({ "goog:chromeOptions": { "args": arguments } });
        let begun = json!({ "capabilities": { "alwaysMatch": wanted } });
        let session = driver.sends("", begun).await;
        let number = session["sessionId"].as_str().expect("a session");
        driver.session = format!("{}/{number}", driver.session);
        Some(driver)
    }

    /// Lets pages believe that the reader's system is `"light"` or `"dark"`.
    pub async fn prefers(&self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        let params = json!({ "features": [feature] });
        let command = json!({ "cmd": "Emulation.setEmulatedMedia", "params": params });
        self.sends("/goog/cdp/execute", command).await;
    }

    /// Opens `address`.
    pub async fn opens(&self, address: &str) {
        self.sends("/url", json!({ "url": address })).await;
    }

    /// Makes the window so wide and so high. In pixels.
    pub async fn resizes(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height });
        self.sends("/window/rect", size).await;
    }

    /// What `script` gives for `arguments`.
    pub async fn runs(&self, script: &str, arguments: Value) -> Value {
        let script = json!({ "script": script, "args": arguments });
        self.sends("/execute/sync", script).await
    }

    /// Types `text` into what `script` gives, key by key.
    pub async fn types(&self, script: &str, text: &str) {
        let element = self.element(script, json!([])).await;
        let path = format!("/element/{element}/value");
        self.sends(&path, json!({ "text": text })).await;
    }

    /// Clicks with the pointer on what `script` gives for `arguments`.
    pub async fn clicks(&self, script: &str, arguments: Value) {
        let element = self.element(script, arguments).await;
        let path = format!("/element/{element}/click");
        self.sends(&path, json!({})).await;
    }

    async fn element(&self, script: &str, arguments: Value) -> String {
        let found = self.runs(script, arguments.clone()).await;
        let number = found[ELEMENT].as_str();
        let number = number.unwrap_or_else(|| panic!("nothing by {script} {arguments}"));
        number.to_owned()
    }

    async fn sends(&self, path: &str, body: Value) -> Value {
        let request = self.client.post(format!("{}{path}", self.session));
        let request = request.header("content-type", "application/json");
        let answer = request.body(body.to_string()).send().await;
        let answer = answer.expect("the driver answers").text().await;
        let answer = answer.expect("text");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        let value = &answer["value"];
        assert!(value["error"].is_null(), "{path} {body}: {value}");
        value.clone()
    }

    /// Closes the browser.
    pub async fn end(&self) {
        let closed = self.client.delete(&self.session).send().await;
        drop(closed);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.program.kill());
        drop(self.program.wait());
    }
}
