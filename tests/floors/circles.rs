//! No circles: whoever reads one file need never read a second that leads back to it.
//!
//! The files of `src` are the nodes, the paths that they write the arrows. A name that a module shows of another
//! (`pub use`) leads to the file that holds it. What a parent declares, shows and calls of its own children is its
//! face and no arrow: a child may use what its parent holds, and a parent is there to put its children together.

use super::code::{File, Written};
use super::names::Names;
use std::collections::{BTreeMap, VecDeque};

/// A file uses another: to which, on what line, by what path.
struct Arrow {
    to: usize,
    line: usize,
    path: String,
}

/// Every circle among `files`: its shortest way round, an arrow a line.
pub fn circles(files: &[File]) -> Vec<String> {
    let names = Names::of(files);
    let arrows: Vec<Vec<Arrow>> = files.iter().map(|file| arrows(&names, file)).collect();
    let mut left: Vec<bool> = vec![true; files.len()];
    let mut found = Vec::new();
    for start in 0..files.len() {
        if !left[start] {
            continue;
        }
        if let Some(round) = round(&arrows, start) {
            for (from, _) in &round {
                left[*from] = false;
            }
            let lines = round.iter().map(|(from, arrow)| {
                let (from, to) = (&files[*from].at, &files[arrow.to].at);
                format!("{from}:{} uses {to} ({})", arrow.line, arrow.path)
            });
            found.push(lines.collect::<Vec<_>>().join("\n"));
        }
    }
    found
}

/// The shortest way from `start` back to it: each file on the way and the arrow that leaves it (breadth first).
fn round(arrows: &[Vec<Arrow>], start: usize) -> Option<Vec<(usize, &Arrow)>> {
    let mut came: BTreeMap<usize, (usize, &Arrow)> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(from) = waiting.pop_front() {
        for arrow in &arrows[from] {
            if came.contains_key(&arrow.to) {
                continue;
            }
            came.insert(arrow.to, (from, arrow));
            waiting.push_back(arrow.to);
        }
    }
    let mut way = vec![*came.get(&start)?];
    while way[way.len() - 1].0 != start {
        way.push(came[&way[way.len() - 1].0]);
    }
    way.reverse();
    Some(way)
}

/// What `file` uses of the other files, in its own order.
fn arrows(names: &Names, file: &File) -> Vec<Arrow> {
    let arrow = |written: &Written| {
        let (to, _) = names.holder(file, written)?;
        let (line, path) = (written.line, written.segments.join("::"));
        Some(Arrow { to, line, path })
    };
    let mut found: Vec<Arrow> = file.paths.iter().filter_map(arrow).collect();
    found.retain(|arrow| !names.files[arrow.to].module.starts_with(&file.module));
    found
}

#[test]
fn a_circle_is_told_with_both_lines() {
    let told = circles_of(&[
        (
            "src/care.rs",
            "mod card;\nmod rules;\npub use card::Card;\n",
        ),
        ("src/care/card.rs", "use super::rules::{self, Rules};\n"),
        (
            "src/care/rules.rs",
            "// Why.\nfn f() { crate::care::Card::new(\"//\") }\n",
        ),
    ]);
    assert_eq!(
        told,
        [
            "src/care/card.rs:1 uses src/care/rules.rs (super::rules::Rules)\n\
          src/care/rules.rs:2 uses src/care/card.rs (crate::care::Card::new)"
        ]
    );
}

#[test]
fn parents_and_children_may_use_each_other_but_siblings_may_not() {
    let face = (
        "src/care.rs",
        "mod card;\nmod rules;\npub use card::Card;\nuse rules::Rules;\npub enum Route {}\n",
    );
    let card = (
        "src/care/card.rs",
        "use super::Route;\nfn f<'a>() { '\"'; }\n",
    );
    let rules = ("src/care/rules.rs", "use super::Card;\n");
    assert!(circles_of(&[face, card, rules]).is_empty());
    let back = ("src/care/card.rs", "fn f() { super::rules::f(); }\n");
    assert_eq!(circles_of(&[face, back, rules]).len(), 1);
    let tested = (
        "src/care/card.rs",
        "#[cfg(test)]\nmod tests {\n    use super::super::rules::f;\n}\n",
    );
    assert!(circles_of(&[face, tested, rules]).is_empty());
}

fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
    let read = files.iter().map(|(at, code)| File::read(at, code));
    circles(&read.collect::<Vec<_>>())
}
