//! The author's rules, read from `care.toml` and run over a message.

use super::message::{self, Token};
use super::pattern::{ClassId, Compiler, Element, Pattern, Sentence, Symbol};
use super::vocabulary::{Spelling, Vocabulary, WordId};
use super::{Route, Signal, Whose};
use crate::content::reader::{At, Table};
use crate::content::words::Words;
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// Every rule, ready to run.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    vocabulary: Vocabulary,
    /// The classes to which each word belongs, by its number.
    classes_of: Vec<Vec<ClassId>>,
    /// Phrases that make up a class, a class before those that use it.
    phrases: Vec<(ClassId, Pattern)>,
    idioms: Vec<Pattern>,
    rules: Vec<Rule>,
    /// Each pattern of each rule.
    signs: Vec<Sign>,
    /// The signs to try when a symbol is in a sentence, by the symbol that is rarest in the rules.
    by_symbol: HashMap<Symbol, Vec<usize>>,
    /// Signs that ask for no certain word.
    always: Vec<usize>,
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
    with: Vec<Pattern>,
    unless: Vec<Pattern>,
    unless_anywhere: Vec<Pattern>,
    pub(super) examples: Vec<String>,
}

#[derive(Clone, Debug)]
struct Sign {
    rule: usize,
    pattern: Pattern,
}

/// The classes that the language itself leans on.
#[derive(Clone, Copy, Debug)]
struct Special {
    not: ClassId,
    denial: ClassId,
    filler: ClassId,
    subject: ClassId,
}

/// A rule that matched.
struct Found {
    rule: usize,
    span: Span,
}

impl Rules {
    /// What `question` needs, if a rule or enough weaker signs say so.
    pub(super) fn signal(&self, question: &str) -> Option<Signal> {
        let found = self.found(question);
        let weigh = |whose: Option<Whose>, route| {
            let mut rules: Vec<usize> = found.iter().map(|found| found.rule).collect();
            rules.sort_unstable();
            rules.dedup();
            rules
                .into_iter()
                .map(|rule| &self.rules[rule])
                .filter(|rule| rule.route == route && whose.is_none_or(|whose| rule.whose == whose))
                .map(|rule| rule.points.unwrap_or(self.enough))
                .sum::<u64>()
        };
        let route = Route::ALL
            .into_iter()
            .find(|route| weigh(None, *route) >= self.enough)?;
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

    /// The ids of every rule that `question` meets.
    pub(super) fn met(&self, question: &str) -> Vec<&str> {
        let found = self.found(question);
        found
            .iter()
            .map(|found| self.rules[found.rule].id.as_str())
            .collect()
    }

    /// The rules, in the order of the file.
    pub(super) fn all(&self) -> &[Rule] {
        &self.rules
    }

    fn found(&self, question: &str) -> Vec<Found> {
        let tokens = message::sentences(question, &self.vocabulary);
        let last = tokens.len().saturating_sub(1);
        let mut sentences = Vec::with_capacity(tokens.len());
        let mut found = Vec::new();
        for (number, tokens) in tokens.iter().enumerate() {
            let sentence = self.sentence(tokens, number == 0, number == last);
            self.search(&sentence, tokens, &mut found);
            sentences.push(sentence);
        }
        let somewhere = |patterns: &[Pattern]| {
            patterns
                .iter()
                .any(|pattern| sentences.iter().any(|sentence| pattern.is_in(sentence)))
        };
        found.retain(|found| {
            let rule = &self.rules[found.rule];
            (rule.with.is_empty() || somewhere(&rule.with)) && !somewhere(&rule.unless_anywhere)
        });
        found
    }

    /// `tokens` with their classes; the words of a harmless idiom count for nothing.
    fn sentence(&self, tokens: &[Token], first: bool, last: bool) -> Sentence {
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
        let mut present = Present::of(&sentence);
        for (class, phrase) in &self.phrases {
            if !present.has_all(&phrase.needs) {
                continue;
            }
            for at in 0..tokens.len() {
                if let Some(end) = phrase.match_at(&sentence, at)
                    && end > at
                {
                    sentence.classes[at].push((*class, end as u16));
                    present.classes.insert(*class);
                }
            }
        }
        let not = |classes: &Vec<(ClassId, u16)>| {
            classes.iter().any(|(class, _)| *class == self.special.not)
        };
        sentence.denied = sentence.classes.iter().map(not).collect();
        self.mask_idioms(&mut sentence, &present);
        sentence
    }

    fn mask_idioms(&self, sentence: &mut Sentence, present: &Present) {
        let mut masked = vec![false; sentence.words.len()];
        for idiom in self
            .idioms
            .iter()
            .filter(|idiom| present.has_all(&idiom.needs))
        {
            for at in 0..sentence.words.len() {
                if let Some(end) = idiom.match_at(sentence, at) {
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
        let present = Present::of(sentence);
        let keyed = present
            .symbols()
            .filter_map(|symbol| self.by_symbol.get(&symbol))
            .flatten();
        for sign in keyed.chain(&self.always).map(|sign| &self.signs[*sign]) {
            let rule = &self.rules[sign.rule];
            if !present.has_all(&sign.pattern.needs) {
                continue;
            }
            let places =
                (0..tokens.len()).filter_map(|at| Some((at, sign.pattern.match_at(sentence, at)?)));
            let Some((start, end)) = places
                .into_iter()
                .find(|(start, _)| !self.denied(sentence, tokens, *start))
            else {
                continue;
            };
            if rule.unless.iter().any(|pattern| pattern.is_in(sentence)) {
                continue;
            }
            let Some(span) = spanned(&tokens[start..end]) else {
                continue;
            };
            found.push(Found {
                rule: sign.rule,
                span,
            });
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

/// What is in a sentence, for a quick no.
struct Present {
    words: HashSet<WordId>,
    classes: HashSet<ClassId>,
}

impl Present {
    fn of(sentence: &Sentence) -> Present {
        Present {
            words: sentence.words.iter().copied().collect(),
            classes: sentence
                .classes
                .iter()
                .flatten()
                .map(|(class, _)| *class)
                .collect(),
        }
    }

    fn has_all(&self, needs: &[Symbol]) -> bool {
        needs.iter().all(|symbol| match symbol {
            Symbol::Word(word) => self.words.contains(word),
            Symbol::Class(class) => self.classes.contains(class),
        })
    }

    fn symbols(&self) -> impl Iterator<Item = Symbol> {
        let words = self.words.iter().copied().map(Symbol::Word);
        words.chain(self.classes.iter().copied().map(Symbol::Class))
    }
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
    let idioms = root
        .table("idioms")
        .map(|table| table.named_lists())
        .unwrap_or_default()
        .into_iter()
        .flat_map(|(_, texts)| patterns(root, &mut compiler, texts))
        .collect();
    let mut rules = Vec::new();
    let mut signs = Vec::new();
    for table in root.tables("rule") {
        if let Some((rule, said)) = read_rule(&table, &mut compiler) {
            let number = rules.len();
            signs.extend(said.into_iter().map(|pattern| Sign {
                rule: number,
                pattern,
            }));
            rules.push(rule);
        }
        table.end();
    }
    compiler.finish();
    let members = std::mem::take(&mut compiler.members);
    let mut classes_of = vec![Vec::new(); vocabulary.len()];
    for (class, words) in members {
        for word in words {
            classes_of[word.0 as usize].push(class);
        }
    }
    for classes in &mut classes_of {
        classes.sort_unstable();
        classes.dedup();
    }
    let (by_symbol, always) = keyed(&signs);
    let enough = root
        .number("enough")
        .map_or(DECIDES, |number| number.value.max(1));
    Rules {
        vocabulary,
        classes_of,
        phrases,
        idioms,
        rules,
        signs,
        by_symbol,
        always,
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

fn read_rule(
    table: &Table<'_, '_, '_>,
    compiler: &mut Compiler<'_>,
) -> Option<(Rule, Vec<Pattern>)> {
    let id = table.required_text("id");
    let route = table.one_of("route", &Route::ALL.map(|route| (route.name(), route)));
    let whose = table.one_of("whose", &Whose::ALL.map(|whose| (whose.name(), whose)));
    let mut list = |key: &'static str| patterns(table, compiler, table.texts(key));
    let said = list("say");
    let rule = Rule {
        with: list("with"),
        unless: list("unless"),
        unless_anywhere: list("unless_anywhere"),
        id: id?.value,
        route: route?,
        whose: whose.unwrap_or(Whose::Own),
        points: table.number("points").map(|number| number.value),
        examples: table
            .texts("examples")
            .into_iter()
            .map(|text| text.value)
            .collect(),
    };
    if said.is_empty() {
        table.missing("say", "[\"…\"]");
    }
    Some((rule, said))
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

/// Each sign under the rarest symbol it needs, so that an ordinary sentence tries few.
fn keyed(signs: &[Sign]) -> (HashMap<Symbol, Vec<usize>>, Vec<usize>) {
    let mut uses: HashMap<Symbol, usize> = HashMap::new();
    for symbol in signs.iter().flat_map(|sign| &sign.pattern.needs) {
        *uses.entry(*symbol).or_default() += 1;
    }
    let (mut by_symbol, mut always) = (HashMap::<Symbol, Vec<usize>>::new(), Vec::new());
    for (number, sign) in signs.iter().enumerate() {
        match sign.pattern.needs.iter().min_by_key(|symbol| uses[symbol]) {
            Some(rarest) => by_symbol.entry(*rarest).or_default().push(number),
            None => always.push(number),
        }
    }
    (by_symbol, always)
}

#[cfg(test)]
mod tests {
    use crate::care::Care;
    use crate::content::words::Words;
    use std::path::Path;

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
