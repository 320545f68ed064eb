//! The author's rules, read from `care.toml` and run over a message.

use super::hint::{Announced, ClassWords, Hints};
use super::message::{self, Token};
use super::pattern::{ClassId, Compiler, Element, Pattern, Sentence};
use super::vocabulary::{Spelling, Vocabulary, WordId};
use super::{Route, Signal, Whose};
use crate::content::reader::{At, Table};
use crate::content::words::Words;
use crate::text::Span;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// Every rule, ready to run.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    vocabulary: Vocabulary,
    /// The classes to which each word belongs, by its number.
    classes_of: Vec<Vec<ClassId>>,
    /// Phrases that make up a class, a class before those that use it.
    phrases: Vec<(ClassId, Pattern)>,
    phrase_hints: Hints,
    idioms: Vec<Pattern>,
    idiom_hints: Hints,
    rules: Vec<Rule>,
    /// Each pattern of each rule.
    signs: Vec<Sign>,
    sign_hints: Hints,
    special: Special,
    /// How many points of weaker signs call for a card.
    enough: u64,
}

/// One rule: what is said, and when it does not count.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) route: Route,
    pub(super) whose: Whose,
    /// A weaker sign's weight; none if the rule decides alone.
    points: Option<u64>,
    /// Which signs are its parts.
    parts: [Range<usize>; 4],
    pub(super) examples: Vec<String>,
}

/// One pattern of a rule.
#[derive(Clone, Debug)]
struct Sign {
    rule: usize,
    part: Part,
    pattern: Pattern,
}

/// What a pattern says of its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// It is met.
    Say,
    /// It is met only if this is somewhere in the message.
    With,
    /// It is not met in a sentence with this.
    Unless,
    /// It is not met in a message with this.
    UnlessAnywhere,
}

impl Part {
    const ALL: [(Part, &'static str); 4] = [
        (Part::Say, "say"),
        (Part::With, "with"),
        (Part::Unless, "unless"),
        (Part::UnlessAnywhere, "unless_anywhere"),
    ];
}

/// The classes that the language itself leans on.
#[derive(Clone, Copy, Debug)]
struct Special {
    not: ClassId,
    denial: ClassId,
    filler: ClassId,
    subject: ClassId,
}

/// What the rules say of a message.
pub(super) struct Judgement {
    /// The points of the weaker signs together.
    pub(super) points: u64,
    /// What the rules would answer.
    pub(super) signal: Option<Signal>,
}

/// A rule that matched.
struct Found {
    sign: usize,
    rule: usize,
    span: Span,
}

impl Rules {
    /// Works out beforehand what the words of `texts` are to the rules.
    pub(super) fn remember<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        self.vocabulary.remember(texts);
    }

    /// `question` as the rules see it.
    pub(super) fn read(&self, question: &str) -> Vec<Vec<Token>> {
        message::sentences(question, &self.vocabulary)
    }

    /// What the rules say of a message.
    pub(super) fn judge(&self, sentences: &[Vec<Token>]) -> Judgement {
        let found = self.found(sentences);
        let rules: BTreeSet<usize> = found.iter().map(|found| found.rule).collect();
        let points = rules.iter().map(|rule| self.rules[*rule].points);
        Judgement {
            points: points.flatten().sum(),
            signal: self.signal(&found),
        }
    }

    /// What is needed, if a rule or enough weaker signs say so.
    fn signal(&self, found: &[Found]) -> Option<Signal> {
        let route = self.decided(found).or_else(|| self.outweighed(found))?;
        let strongest = found
            .iter()
            .filter(|found| self.rules[found.rule].route == route)
            .min_by_key(|found| {
                let rule = &self.rules[found.rule];
                (rule.points.is_some(), rule.whose, found.rule)
            })?;
        let rule = &self.rules[strongest.rule];
        Some(Signal {
            route,
            whose: rule.whose,
            rule: rule.id.clone(),
            spans: found
                .iter()
                .filter(|found| match rule.points {
                    None => found.rule == strongest.rule,
                    Some(_) => self.rules[found.rule].route == route,
                })
                .map(|found| found.span)
                .collect(),
        })
    }

    /// The first route for which a rule decides alone.
    fn decided(&self, found: &[Found]) -> Option<Route> {
        let alone = found
            .iter()
            .map(|found| &self.rules[found.rule])
            .filter(|rule| rule.points.is_none());
        alone.map(|rule| rule.route).min()
    }

    /// The first route whose weaker signs together weigh enough.
    fn outweighed(&self, found: &[Found]) -> Option<Route> {
        let rules: BTreeSet<usize> = found.iter().map(|found| found.rule).collect();
        Route::ALL.into_iter().find(|route| {
            let signs = rules.iter().map(|rule| &self.rules[*rule]);
            let points = signs
                .filter(|rule| rule.route == *route)
                .filter_map(|rule| rule.points);
            points.sum::<u64>() >= self.enough
        })
    }

    /// The ids of every rule that `question` meets.
    pub(super) fn met(&self, question: &str) -> Vec<&str> {
        let found = self.found(&self.read(question));
        found
            .iter()
            .map(|found| self.rules[found.rule].id.as_str())
            .collect()
    }

    /// What every pattern that stands in `question` says, and what sets it aside.
    pub(super) fn explain(&self, question: &str) -> Vec<String> {
        let tokens = self.read(question);
        let last = tokens.len().saturating_sub(1);
        let mut lines = Vec::new();
        for (number, tokens) in tokens.iter().enumerate() {
            let sentence = self.sentence(tokens, number == 0, number == last);
            let announced = self
                .sign_hints
                .announced(&sentence.words, &sentence.numbers);
            for (sign, known) in self.signs.iter().enumerate() {
                let places = self.places(sign, &sentence, &announced);
                for (start, end) in places.filter(|(start, end)| start < end).take(1) {
                    let words = spanned(&tokens[start..end]).map_or("", |span| span.of(question));
                    let denied = if self.denied(&sentence, tokens, start) {
                        " (denied)"
                    } else {
                        ""
                    };
                    let (rule, written) = (&self.rules[known.rule].id, &known.pattern.written);
                    lines.push(format!(
                        "{rule} {:?}: \"{words}\"{denied} meets \"{written}\"",
                        known.part
                    ));
                }
            }
        }
        lines
    }

    /// The rules, in the order of the file.
    pub(super) fn all(&self) -> &[Rule] {
        &self.rules
    }

    fn found(&self, tokens: &[Vec<Token>]) -> Vec<Found> {
        let last = tokens.len().saturating_sub(1);
        let mut sentences = Vec::with_capacity(tokens.len());
        for (number, tokens) in tokens.iter().enumerate() {
            sentences.push(self.sentence(tokens, number == 0, number == last));
        }
        let mut found = Vec::new();
        for (sentence, tokens) in sentences.iter().zip(tokens) {
            self.search(sentence, tokens, &mut found);
        }
        found.sort_unstable_by_key(|found| found.sign);
        let somewhere = |part: Part, rule: usize| {
            sentences
                .iter()
                .any(|sentence| self.said(sentence, part, rule))
        };
        let mut known: HashMap<usize, bool> = HashMap::new();
        found.retain(|found| {
            *known.entry(found.rule).or_insert_with(|| {
                let alone = self.rules[found.rule].parts[Part::With as usize].is_empty();
                (alone || somewhere(Part::With, found.rule))
                    && !somewhere(Part::UnlessAnywhere, found.rule)
            })
        });
        found
    }

    /// Whether the patterns of one part of a rule stand in a sentence.
    fn said(&self, sentence: &Sentence, part: Part, rule: usize) -> bool {
        let signs = &self.rules[rule].parts[part as usize];
        if signs.is_empty() {
            return false;
        }
        let announced = self
            .sign_hints
            .announced(&sentence.words, &sentence.numbers);
        signs
            .clone()
            .any(|sign| self.places(sign, sentence, &announced).next().is_some())
    }

    /// Where a sign stands: its first place and the place after its last.
    fn places<'a>(
        &'a self,
        sign: usize,
        sentence: &'a Sentence,
        announced: &'a Announced,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let pattern = &self.signs[sign].pattern;
        let may = self.sign_hints.may_stand(sign, announced);
        let starts = may.then(|| self.sign_hints.starts(sign, announced));
        starts
            .into_iter()
            .flatten()
            .filter_map(|at| Some((at, pattern.match_at(sentence, at)?)))
    }

    /// `tokens` with their classes; the words of a harmless idiom count for nothing.
    fn sentence(&self, tokens: &[Token], first: bool, last: bool) -> Sentence {
        let mut sentence = self.bare(tokens, first, last);
        self.mask_idioms(&mut sentence);
        sentence
    }

    /// `tokens` with their classes.
    fn bare(&self, tokens: &[Token], first: bool, last: bool) -> Sentence {
        let mut sentence = Sentence {
            words: tokens.iter().map(|token| token.id).collect(),
            numbers: tokens.iter().map(|token| token.number).collect(),
            classes: Vec::with_capacity(tokens.len()),
            denied: Vec::new(),
            pauses: tokens.iter().map(|token| token.new_clause).collect(),
            first,
            last,
        };
        for (at, token) in tokens.iter().enumerate() {
            let end = at as u16 + 1;
            let classes = &self.classes_of[token.id.0 as usize];
            sentence
                .classes
                .push(classes.iter().map(|class| (*class, end)).collect());
        }
        self.add_phrases(&mut sentence);
        let not = |classes: &Vec<(ClassId, u16)>| {
            classes.iter().any(|(class, _)| *class == self.special.not)
        };
        sentence.denied = sentence.classes.iter().map(not).collect();
        sentence
    }

    fn add_phrases(&self, sentence: &mut Sentence) {
        let announced = self
            .phrase_hints
            .announced(&sentence.words, &sentence.numbers);
        let mut candidates = self.phrase_hints.candidates(&announced);
        candidates.sort_unstable();
        for phrase in candidates {
            let (class, pattern) = &self.phrases[phrase];
            for at in self.phrase_hints.starts(phrase, &announced) {
                if let Some(end) = pattern.match_at(sentence, at)
                    && end > at
                {
                    sentence.classes[at].push((*class, end as u16));
                }
            }
        }
    }

    fn mask_idioms(&self, sentence: &mut Sentence) {
        let announced = self
            .idiom_hints
            .announced(&sentence.words, &sentence.numbers);
        let mut masked = vec![false; sentence.words.len()];
        for idiom in self.idiom_hints.candidates(&announced) {
            for at in self.idiom_hints.starts(idiom, &announced) {
                if let Some(end) = self.idioms[idiom].match_at(sentence, at) {
                    masked[at..end].fill(true);
                }
            }
        }
        if !masked.contains(&true) {
            return;
        }
        for at in 0..masked.len() {
            if masked[at] {
                sentence.words[at] = WordId::IDIOM;
                sentence.numbers[at] = None;
                sentence.denied[at] = false;
                sentence.classes[at].clear();
            }
            sentence.classes[at].retain(|(_, end)| !masked[at..usize::from(*end)].contains(&true));
        }
    }

    fn search(&self, sentence: &Sentence, tokens: &[Token], found: &mut Vec<Found>) {
        let announced = self
            .sign_hints
            .announced(&sentence.words, &sentence.numbers);
        for sign in self.sign_hints.candidates(&announced) {
            let Sign {
                rule,
                part: Part::Say,
                ..
            } = self.signs[sign]
            else {
                continue;
            };
            let mut places = self.places(sign, sentence, &announced);
            let Some((start, end)) =
                places.find(|(start, _)| !self.denied(sentence, tokens, *start))
            else {
                continue;
            };
            let span = spanned(&tokens[start..end]);
            if let Some(span) = span.filter(|_| !self.said(sentence, Part::Unless, rule)) {
                found.push(Found { sign, rule, span });
            }
        }
    }

    /// Whether what begins at `start` is denied by the words before it: "he has never even | hit me",
    /// "it's not that | he hits me".
    fn denied(&self, sentence: &Sentence, tokens: &[Token], start: usize) -> bool {
        let ends = |class: ClassId, end: usize| {
            (end.saturating_sub(6)..end)
                .any(|at| sentence.classes[at].contains(&(class, end as u16)))
        };
        if ends(self.special.denial, start) || start > 0 && ends(self.special.denial, start - 1) {
            return true;
        }
        if sentence.classes.get(start).is_some_and(|classes| {
            classes
                .iter()
                .any(|(class, _)| *class == self.special.subject)
        }) {
            return false;
        }
        let mut before = start;
        while before > 0 && start - before < FILLERS && !tokens[before].new_clause {
            if sentence.denied[before - 1] {
                return true;
            }
            if !ends(self.special.filler, before) {
                return false;
            }
            before -= 1;
        }
        false
    }
}

/// How many words may stand between a "not" and what it denies: "never really ever even been".
const FILLERS: usize = 5;

fn spanned(tokens: &[Token]) -> Option<Span> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    Some(Span {
        start: first.span.start,
        end: last.span.end.max(first.span.end),
    })
}

/// Reads everything but the cards.
pub(super) fn read(root: &Table<'_, '_, '_>, words: &Words) -> Rules {
    let spelling = root.table("spelling");
    let list = |key: &'static str| -> HashSet<String> {
        let texts = spelling.iter().flat_map(|table| table.texts(key));
        texts.map(|text| crate::text::fold(&text.value)).collect()
    };
    let spelling_rules = Spelling {
        forgiven: list("forgiven"),
        ordinary: list("ordinary"),
        after_a_number: list("after_a_number"),
        before_a_number: list("before_a_number"),
    };
    if let Some(table) = &spelling {
        table.end();
    }
    let mut vocabulary = Vocabulary::new(words, short_forms(root), spelling_rules);
    let classes = root
        .table("words")
        .map(|table| table.named_lists())
        .unwrap_or_default();
    let names: Vec<String> = classes.iter().map(|(name, _)| name.value.clone()).collect();
    let mut compiler = Compiler::new(&mut vocabulary, names.iter().map(String::as_str));
    let special = special(root, &compiler);
    let phrases = read_classes(root, &mut compiler, classes);
    let idioms: Vec<Pattern> = root
        .table("idioms")
        .map(|table| table.named_lists())
        .unwrap_or_default()
        .into_iter()
        .flat_map(|(_, texts)| patterns(root, &mut compiler, texts))
        .collect();
    let mut rules = Vec::new();
    let mut signs = Vec::new();
    for table in root.tables("rule") {
        rules.extend(read_rule(&table, &mut compiler, rules.len(), &mut signs));
        table.end();
    }
    compiler.finish();
    let members = std::mem::take(&mut compiler.members);
    let mut class_words = ClassWords::default();
    let mut classes_of = vec![Vec::new(); vocabulary.len()];
    for (class, words) in members {
        for word in &words {
            classes_of[word.0 as usize].push(class);
        }
        class_words.add(class, words);
    }
    for classes in &mut classes_of {
        classes.sort_unstable();
        classes.dedup();
    }
    for (class, phrase) in &phrases {
        class_words.add_phrase(*class, &phrase.elements);
    }
    let all = vocabulary.len();
    let enough = root
        .number("enough")
        .map_or(DECIDES, |number| number.value.max(1));
    Rules {
        phrase_hints: Hints::new(phrases.iter().map(|(_, phrase)| phrase), &class_words, all),
        idiom_hints: Hints::new(idioms.iter(), &class_words, all),
        sign_hints: Hints::new(
            signs.iter().map(|sign: &Sign| &sign.pattern),
            &class_words,
            all,
        ),
        vocabulary,
        classes_of,
        phrases,
        idioms,
        rules,
        signs,
        special,
        enough,
    }
}

/// The points that call for a card when the file does not say.
const DECIDES: u64 = 3;

fn special(root: &Table<'_, '_, '_>, compiler: &Compiler<'_>) -> Special {
    let find = |name: &str| {
        compiler.known(name).unwrap_or_else(|| {
            root.mistake(
                root.at,
                format!("the class `{name}` is missing under [words]"),
                format!("write `{name} = [\"…\"]`"),
            );
            ClassId(u32::MAX)
        })
    };
    Special {
        not: find("not"),
        denial: find("denial"),
        filler: find("filler"),
        subject: find("subject"),
    }
}

fn short_forms(root: &Table<'_, '_, '_>) -> HashMap<String, Vec<String>> {
    let table = root.table("short_forms");
    let texts = table.map(|table| table.named_texts()).unwrap_or_default();
    let folded = |text: &str| {
        crate::text::words(text)
            .into_iter()
            .map(|word| word.folded)
            .collect::<Vec<_>>()
    };
    texts
        .into_iter()
        .map(|(short, long)| (folded(&short.value).concat(), folded(&long.value)))
        .collect()
}

/// The phrases of all classes, each class before those that use it; single words become members.
fn read_classes(
    root: &Table<'_, '_, '_>,
    compiler: &mut Compiler<'_>,
    classes: Vec<(At<String>, Vec<At<String>>)>,
) -> Vec<(ClassId, Pattern)> {
    let mut waiting = Vec::new();
    for (name, texts) in classes {
        let class = compiler
            .known(&name.value)
            .expect("every class was named before");
        let mut phrases = Vec::new();
        for pattern in patterns(root, compiler, texts) {
            match pattern.elements[..] {
                [Element::Word(word)] => compiler.members.entry(class).or_default().push(word),
                _ => phrases.push(pattern),
            }
        }
        waiting.push((class, name, phrases));
    }
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let open: HashSet<ClassId> = waiting.iter().map(|(class, ..)| *class).collect();
        let (ready, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(_, _, phrases)| {
            !phrases.iter().any(|phrase| uses(&phrase.elements, &open))
        });
        if ready.is_empty() {
            let (_, name, _) = &rest[0];
            root.mistake(
                name.at,
                format!("the class `{}` uses itself", name.value),
                "write its words out",
            );
            break;
        }
        for (class, _, phrases) in ready {
            ordered.extend(phrases.into_iter().map(|phrase| (class, phrase)));
        }
        waiting = rest;
    }
    ordered
}

fn uses(elements: &[Element], open: &HashSet<ClassId>) -> bool {
    elements.iter().any(|element| match element {
        Element::Class(class) => open.contains(class),
        Element::Choice { ways, .. } | Element::Absent(ways) => {
            ways.iter().any(|way| uses(way, open))
        }
        _ => false,
    })
}

/// One rule; its patterns join `signs`.
fn read_rule(
    table: &Table<'_, '_, '_>,
    compiler: &mut Compiler<'_>,
    rule: usize,
    signs: &mut Vec<Sign>,
) -> Option<Rule> {
    let id = table.required_text("id");
    let route = table.one_of("route", &Route::ALL.map(|route| (route.name(), route)));
    let whose = table.one_of("whose", &Whose::ALL.map(|whose| (whose.name(), whose)));
    let points = table.number("points").map(|number| number.value);
    let examples = table
        .texts("examples")
        .into_iter()
        .map(|text| text.value)
        .collect();
    let begin = signs.len();
    let parts = Part::ALL.map(|(part, key)| {
        let begin = signs.len();
        let read = patterns(table, compiler, table.texts(key));
        signs.extend(read.into_iter().map(|pattern| Sign {
            rule,
            part,
            pattern,
        }));
        begin..signs.len()
    });
    if parts[Part::Say as usize].is_empty() {
        table.missing("say", "[\"…\"]");
    }
    let (Some(id), Some(route)) = (id, route) else {
        signs.truncate(begin);
        return None;
    };
    Some(Rule {
        id: id.value,
        route,
        whose: whose.unwrap_or(Whose::Own),
        points,
        parts,
        examples,
    })
}

fn patterns(
    table: &Table<'_, '_, '_>,
    compiler: &mut Compiler<'_>,
    texts: Vec<At<String>>,
) -> Vec<Pattern> {
    let mut all = Vec::new();
    for text in texts {
        match compiler.patterns(&text.value) {
            Ok(patterns) => all.extend(patterns),
            Err(why) => table.mistake(
                text.at,
                format!("\"{}\": {why}", text.value),
                "see the head of care.toml for what a pattern may hold",
            ),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::care::Care;
    use crate::content::words::Words;
    use std::path::Path;

    /// `CARE_FILES=a.tsv:b.tsv cargo test --lib vetoes -- --ignored --nocapture`
    #[test]
    #[ignore = "a tool: how often each idiom and each `unless` speaks, in care messages and in others"]
    fn vetoes() {
        let text = |file: &str| std::fs::read_to_string(file).unwrap_or_default();
        let (words, _) = Words::read(Path::new("w"), &text("content/words.toml"));
        let (care, _) = Care::read(Path::new("c"), &text("content/care.toml"), &words);
        let rules = &care.rules;
        let mut idioms = vec![[0, 0]; rules.idioms.len()];
        let mut unless = vec![[0, 0]; rules.signs.len()];
        let files = std::env::var("CARE_FILES").unwrap_or_default();
        for line in files.split(':').map(text).collect::<String>().lines() {
            let Some((tag, typed)) = line.split_once('\t') else {
                continue;
            };
            let known = crate::care::Route::ALL
                .iter()
                .any(|r| tag.starts_with(r.name()));
            for tokens in super::message::sentences(typed, &rules.vocabulary) {
                let bare = rules.bare(&tokens, true, true);
                for (at, idiom) in rules.idioms.iter().enumerate() {
                    if (0..tokens.len()).any(|start| idiom.match_at(&bare, start).is_some()) {
                        idioms[at][usize::from(known)] += 1;
                    }
                }
                let sentence = rules.sentence(&tokens, true, true);
                let announced = rules
                    .sign_hints
                    .announced(&sentence.words, &sentence.numbers);
                for (number, rule) in rules.rules.iter().enumerate() {
                    let stands =
                        |sign: usize| rules.places(sign, &sentence, &announced).next().is_some();
                    if !rule.parts[0].clone().any(stands) {
                        continue;
                    }
                    for sign in rule.parts[2]
                        .clone()
                        .chain(rule.parts[3].clone())
                        .filter(|s| stands(*s))
                    {
                        unless[sign][usize::from(known)] += 1;
                    }
                    let _ = number;
                }
            }
        }
        for (idiom, [ok, care]) in rules
            .idioms
            .iter()
            .zip(&idioms)
            .filter(|(_, [_, care])| *care > 0)
        {
            println!("idiom ok {ok} care {care}: {}", idiom.written);
        }
        for (sign, [ok, care]) in rules
            .signs
            .iter()
            .zip(&unless)
            .filter(|(_, [_, care])| *care > 0)
        {
            println!(
                "unless ok {ok} care {care}: {} | {}",
                rules.rules[sign.rule].id, sign.pattern.written
            );
        }
    }

    /// `WORD_LIST=words.txt cargo test --lib near_words -- --ignored --nocapture`
    #[test]
    #[ignore = "a tool: which words of a list would be read as a slip of one of ours"]
    fn near_words() {
        let text = |file: &str| std::fs::read_to_string(file).unwrap_or_default();
        let (words, _) = Words::read(Path::new("w"), &text("content/words.toml"));
        let (care, _) = Care::read(Path::new("c"), &text("content/care.toml"), &words);
        for word in text(&std::env::var("WORD_LIST").unwrap_or_default()).lines() {
            if let Some(meant) = care.rules.vocabulary.slip_of(word) {
                println!("near: {word} {meant}");
            }
        }
    }
}
