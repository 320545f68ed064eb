//! Tools for whoever writes rules.

use super::{Part, Rule, Rules};
use crate::care::Route;
use crate::content::Library;
use std::path::Path;

fn text(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

fn rules() -> Rules {
    let library = Library::load(Path::new("content")).expect("our own content");
    let (rules, mistakes) = super::read(&library.rules, &library.words);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    rules
}

/// How often something speaks: in harmless messages, in others.
type Spoke = [usize; 2];

/// `CARE_FILES=a.tsv:b.tsv cargo test --lib vetoes -- --ignored --nocapture`
#[test]
#[ignore = "a tool: how often each idiom and each `unless` speaks, in care messages and in others"]
fn vetoes() {
    let rules = rules();
    // With the last message that needs somebody and in which it speaks.
    let mut idioms: Vec<(Spoke, String)> = vec![Default::default(); rules.grammar.idioms.len()];
    let mut unless: Vec<Spoke> = vec![[0, 0]; rules.signs.len()];
    let files = std::env::var("CARE_FILES").unwrap_or_default();
    for line in files.split(':').map(text).collect::<String>().lines() {
        let Some((tag, typed)) = line.split_once('\t') else {
            continue;
        };
        let need = Route::ALL.iter().any(|r| tag.starts_with(r.name()));
        for tokens in rules.read(typed) {
            for idiom in idioms_of(&rules, std::slice::from_ref(&tokens)) {
                let (spoke, said) = &mut idioms[idiom];
                spoke[usize::from(need)] += 1;
                if need {
                    *said = typed.to_owned();
                }
            }
            for sign in unless_of(&rules, &[tokens]) {
                unless[sign][usize::from(need)] += 1;
            }
        }
    }
    for ([ok, care], said) in idioms {
        if care > 0 {
            println!("idiom ok {ok} care {care}: in \"{said}\"");
        }
    }
    for (sign, [ok, care]) in rules.signs.iter().zip(unless) {
        if care > 0 {
            let rule = &rules.rules[sign.rule].id;
            let written = rules.written.word(sign.written);
            println!("unless ok {ok} care {care}: {rule} | {written}");
        }
    }
}

/// The idioms that stand in a message of one sentence.
fn idioms_of(rules: &Rules, message: &[Vec<super::Token<'_>>]) -> Vec<usize> {
    let bare = rules.grammar.bare(&message[0], [true, true]);
    let idioms = rules.grammar.idioms.iter().enumerate();
    idioms
        .filter(|(_, idiom)| (0..bare.words.len()).any(|at| idiom.match_at(&bare, at).is_some()))
        .map(|(idiom, _)| idiom)
        .collect()
}

/// What sets a rule aside that a message of one sentence meets.
fn unless_of(rules: &Rules, message: &[Vec<super::Token<'_>>]) -> Vec<usize> {
    let heard = rules.heard(message).remove(0);
    let stands = |sign: &usize| rules.places(*sign, &heard).next().is_some();
    let signs = |rule: &Rule, part: Part| rule.parts[part as usize].clone();
    let met = rules.rules.iter();
    let met = met.filter(|rule| signs(rule, Part::Say).any(|sign| stands(&sign)));
    let aside =
        met.flat_map(|rule| signs(rule, Part::Unless).chain(signs(rule, Part::UnlessAnywhere)));
    aside.filter(stands).collect()
}

/// `WORD_LIST=words.txt cargo test --lib near_words -- --ignored --nocapture`
#[test]
#[ignore = "a tool: which words of a list would be read as a slip of one of ours"]
fn near_words() {
    let vocabulary = rules().reader.vocabulary;
    for word in text(&std::env::var("WORD_LIST").unwrap_or_default()).lines() {
        if let Some(meant) = vocabulary.slip_of(word) {
            println!("near: {word} {meant}");
        }
    }
}

/// `CARE_FILES=a.tsv:b.tsv cargo test --lib worth -- --ignored --nocapture`
#[test]
#[ignore = "a tool: how often each rule speaks, and the messages in which it should not or none does"]
fn worth() {
    let rules = rules();
    let mut spoke = std::collections::BTreeMap::<String, Spoke>::new();
    let files = std::env::var("CARE_FILES").unwrap_or_default();
    for line in files.split(':').map(text).collect::<String>().lines() {
        let Some((tag, typed)) = line.split_once('\t') else {
            continue;
        };
        let need = Route::ALL.iter().any(|r| tag.starts_with(r.name()));
        let met: std::collections::BTreeSet<&str> = rules.met(typed).into_iter().collect();
        for rule in &met {
            spoke.entry((*rule).to_owned()).or_default()[usize::from(need)] += 1;
        }
        if met.is_empty() == need {
            println!("{tag} {met:?}: {typed}");
        }
    }
    for (rule, [ok, care]) in spoke {
        println!("worth {rule}: ok {ok} care {care}");
    }
}
