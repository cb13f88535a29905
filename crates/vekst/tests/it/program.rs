//! Running the program.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::JoinHandle;
use std::time::Duration;

/// The program with nothing of this machine's settings.
pub fn vekst(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vekst"));
    for name in [
        "VEKST_DATA",
        "VEKST_DATABASE_URL",
        "VEKST_LISTEN",
        "VEKST_PUBLIC_URL",
        "VEKST_SMTP_URL",
        "VEKST_MAIL_FROM",
        "VEKST_LOG",
    ] {
        command.env_remove(name);
    }
    command.arg("--data").arg(data).args(arguments);
    command
}

/// What a command came to.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub said: String,
    pub complained: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("ended by itself"),
            said: String::from_utf8(output.stdout).unwrap(),
            complained: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// Runs a command to its end.
pub fn run(data: &Path, arguments: &[&str]) -> Ended {
    vekst(data, arguments).output().unwrap().into()
}

/// Runs a command that must do what it was asked; gives what it said.
pub fn done(data: &Path, arguments: &[&str]) -> String {
    let ended = run(data, arguments);
    assert_eq!(
        (ended.code, ended.complained.as_str()),
        (0, ""),
        "{arguments:?} said {}",
        ended.said
    );
    ended.said
}

/// Every file below a folder, by its path in it.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            let below = files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes));
            found.extend(below);
        } else {
            found.push((name, std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// Two lists of files are the same; names those that differ.
pub fn assert_same(one: &[(String, Vec<u8>)], two: &[(String, Vec<u8>)]) {
    let only = |these: &[(String, Vec<u8>)], those: &[(String, Vec<u8>)]| -> Vec<String> {
        let missing = these.iter().filter(|file| !those.contains(file));
        missing.map(|(name, bytes)| format!("{name} ({} bytes)", bytes.len())).collect()
    };
    assert_eq!(only(one, two), only(two, one), "files differ");
}

/// A server that has said it is open; it is killed where the test ends without stopping it.
pub struct Server {
    child: Child,
    /// Reads the log as it comes: a pipe that is full would hold the server up.
    log: Option<JoinHandle<String>>,
    /// What it said when it opened.
    pub said: String,
    /// Such as `http://127.0.0.1:43210`.
    pub address: String,
}

impl Server {
    /// Starts on a free port.
    pub fn start(data: &Path) -> Self {
        Self::start_with(data, &[])
    }

    pub fn start_with(data: &Path, arguments: &[&str]) -> Self {
        let mut command = vekst(data, arguments);
        command.args(["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        while !said.contains("Stop with") {
            assert_ne!(lines.read_line(&mut said).unwrap(), 0, "the server ended early: {said}");
        }
        let mut complaints = child.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut log = String::new();
            complaints.read_to_string(&mut log).unwrap();
            log
        });
        let log = Some(log);
        let address = said.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
        Self { child, log, said, address }
    }

    /// The one-time link that it printed.
    pub fn sign_in_link(&self) -> &str {
        self.said.split_whitespace().find(|word| word.contains("/logg-inn/")).unwrap()
    }

    /// Tells it to stop, as a service manager does.
    pub fn terminate(&self) {
        let sent = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Kills it as the kernel does when memory runs out.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for its end; gives the exit code and the log.
    pub fn wait(mut self) -> (Option<i32>, String) {
        let log = self.log.take().unwrap().join().unwrap();
        (self.child.wait().unwrap().code(), log)
    }

    /// Tells it to stop and waits; gives the log.
    pub fn stop(self) -> String {
        self.terminate();
        let (code, log) = self.wait();
        assert_eq!(code, Some(0), "{log}");
        log
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A browser with cookies that follows no redirects by itself.
pub fn browser() -> reqwest::Client {
    // the servers here speak plain HTTP, but a client is not made without knowing how it would speak TLS; the second time is an error
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .cookie_store(true)
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(30))
        .build()
        .unwrap()
}

/// Uses a sign-in link as a person does.
pub async fn sign_in(browser: &reqwest::Client, server: &Server) {
    let answer = browser
        .post(server.sign_in_link())
        .header("origin", &server.address)
        .form(&[("csrf", "")])
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 303, "{}", answer.text().await.unwrap());
}

/// What stands in a field of a form.
pub fn typed(page: &str, name: &str) -> Option<String> {
    let at = page.find(&format!("name=\"{name}\""))?;
    let (start, end) = (page[..at].rfind('<')?, at + page[at..].find('>')?);
    let tag = &page[start..end];
    let value = &tag[tag.find("value=\"")? + 7..];
    Some(value[..value.find('"')?].to_owned())
}
