//! A source file as the circles see it: the modules it declares, the names it brings in, the paths it writes.

use std::collections::{BTreeMap, BTreeSet};

/// One file, as a module of the house.
pub struct File {
    /// Where it stands, as `src/care/rules.rs`.
    pub at: String,
    /// The names from the root to it, as `care`, `rules`.
    pub module: Vec<String>,
    /// The modules it declares that are files of their own.
    pub children: BTreeSet<String>,
    /// What each name that a `use` brings in stands for, as it is written there.
    pub names: BTreeMap<String, Vec<String>>,
    /// The types that it defines.
    pub types: BTreeSet<String>,
    /// Each path that is written.
    pub paths: Vec<Written>,
}

/// A path as it stands in a file.
pub struct Written {
    /// `super`, `rules`, `Rules`.
    pub segments: Vec<String>,
    /// Counted from 1.
    pub line: usize,
}

/// A word or a sign of the code, with its line.
struct Token<'a> {
    text: &'a str,
    line: usize,
}

impl File {
    /// Reads `code`, which stands at `at` (`src/care/rules.rs`), without its comments, texts and inline tests.
    pub fn read(at: &str, code: &str) -> File {
        let inner = at.trim_start_matches("src/").trim_end_matches(".rs");
        let module = inner.split('/').filter(|part| *part != "lib");
        let mut file = File {
            at: at.to_owned(),
            module: module.map(str::to_owned).collect(),
            children: BTreeSet::new(),
            names: BTreeMap::new(),
            types: BTreeSet::new(),
            paths: Vec::new(),
        };
        let bare = bare(code);
        let tokens = tokens(&bare);
        for (place, token) in tokens.iter().enumerate() {
            if let ("mod", [_, name, end, ..]) = (token.text, &tokens[place..])
                && end.text == ";"
            {
                file.children.insert(name.text.to_owned());
            }
            if let ("struct" | "enum" | "trait" | "type", [_, name, ..]) =
                (token.text, &tokens[place..])
            {
                file.types.insert(name.text.to_owned());
            }
        }
        let mut place = 0;
        while place < tokens.len() {
            place = file.step(&tokens, place);
        }
        file
    }

    /// Reads what begins at `place`, and tells where the next thing begins.
    fn step(&mut self, tokens: &[Token], place: usize) -> usize {
        if tokens[place].text == "use" {
            return self.tree(tokens, place + 1, &[]);
        }
        let mut segments = vec![tokens[place].text.to_owned()];
        let mut end = place + 1;
        let is_begun = place > 0 && matches!(tokens[place - 1].text, "." | "::");
        while is_word(&segments[0]) && is_at(tokens, end, "::") {
            match tokens.get(end + 1) {
                Some(token) if is_word(token.text) => segments.push(token.text.to_owned()),
                _ => break,
            }
            end += 2;
        }
        if segments.len() > 1 && !is_begun {
            let line = tokens[place].line;
            self.paths.push(Written { segments, line });
        }
        end
    }

    /// Reads one tree of a `use` whose first names are `begun`, and tells where what follows it begins.
    fn tree(&mut self, tokens: &[Token], mut place: usize, begun: &[String]) -> usize {
        let mut segments = begun.to_vec();
        let line = tokens[place].line;
        loop {
            match tokens[place].text {
                "{" => {
                    place += 1;
                    while tokens[place].text != "}" {
                        place = self.tree(tokens, place, &segments);
                        place += usize::from(tokens[place].text == ",");
                    }
                    return place + 1;
                }
                "self" if !segments.is_empty() => (),
                name => segments.push(name.to_owned()),
            }
            place += 1;
            if !is_at(tokens, place, "::") {
                break;
            }
            place += 1;
        }
        let mut name = segments.last().cloned().unwrap_or_default();
        if is_at(tokens, place, "as") {
            name = tokens[place + 1].text.to_owned();
            place += 2;
        }
        self.names.insert(name, segments.clone());
        self.paths.push(Written { segments, line });
        place
    }
}

fn is_at(tokens: &[Token], place: usize, text: &str) -> bool {
    tokens.get(place).is_some_and(|token| token.text == text)
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The words and signs of `code` in order; `::` is one sign.
fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    for (row, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match first {
                _ if is_word(rest) => rest
                    .find(|c: char| !c.is_alphanumeric() && c != '_')
                    .unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                other => other.len_utf8(),
            };
            let (text, after) = rest.split_at(length);
            found.push(Token {
                text,
                line: row + 1,
            });
            rest = after.trim_start();
        }
    }
    found
}

/// The code with as many lines, but without comments, texts, and the tests at its foot.
fn bare(code: &str) -> String {
    let code = code
        .split_once("#[cfg(test)]\nmod tests {")
        .map_or(code, |(before, _)| before);
    let mut kept = String::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let skipped = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            'r' if !ends_in_word(&kept) && is_raw(rest) => raw(rest),
            '"' => quoted(rest),
            '\'' => letter(rest),
            _ => 0,
        };
        let (gone, after) = rest.split_at(skipped.max(first.len_utf8()));
        match skipped {
            0 => kept.push(first),
            _ => kept.extend(gone.chars().filter(|c| *c == '\n')),
        }
        rest = after;
    }
    kept
}

fn ends_in_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

fn is_raw(rest: &str) -> bool {
    rest[1..].trim_start_matches('#').starts_with('"')
}

/// The length of a raw text.
fn raw(rest: &str) -> usize {
    let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
    let end = format!("\"{}", "#".repeat(hashes));
    let begin = 1 + end.len();
    rest[begin..]
        .find(&end)
        .map_or(rest.len(), |at| begin + at + end.len())
}

/// The length of a text in quotation marks.
fn quoted(rest: &str) -> usize {
    let mut escaped = true;
    for (at, c) in rest.char_indices() {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// The length of a letter in quotation marks; 0 for a lifetime.
fn letter(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some(_)) => rest[3..].find('\'').map_or(0, |at| at + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}
