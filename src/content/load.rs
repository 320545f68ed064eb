//! The author's folder, read whole: every article, the word lists, the sentences.
//!
//! Below `store`, only this, `encoder` and `import` touch the disk.

mod articles;
mod own;

use super::article::Article;
use super::asked::Asked;
use super::languages::Languages;
use super::mistake::Mistake;
use super::phrases::Phrases;
use super::read_text::{ReadError, read_text};
use super::words::Words;
use own::{OWN_CARDS, OWN_LINES, OWN_PHRASES, OWN_RULES, OWN_SAID};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Everything in `content/`.
#[derive(Debug)]
pub struct Library {
    /// The articles, by the names of their folders.
    pub articles: Vec<Entry>,
    /// The word lists that hold for every article.
    pub words: Words,
    /// The bot's own sentences.
    pub phrases: Phrases,
    /// The care rules as written; the floor `care` reads them.
    pub rules: Rulebook,
    /// The words of the cards as written, a file a language, the first language first.
    pub cards: Vec<Text>,
    /// Messages as people write them, labelled, as written; the floor `care` reads them.
    pub said: Text,
    /// The same in other languages, a file a language.
    pub said_in: Vec<Text>,
    /// The helplines as written; the floor `care` reads them.
    pub helplines: Text,
    /// What the words of the helplines are in other languages, as written, a file a language.
    pub lines: Vec<Text>,
    /// What is no mistake, and should be looked at.
    pub warnings: Vec<Mistake>,
    /// The SHA-256 of every file that was read, with its path, and of our own where there was none.
    pub checksum: [u8; 32],
}

/// One article and how people ask about it.
#[derive(Debug)]
pub struct Entry {
    /// The article, as its author wrote it.
    pub article: Article,
    /// The same in other languages.
    pub beside: Vec<Article>,
    /// How people ask about it in its own language.
    pub asked: Asked,
    /// How they ask in each other language of [`About::asked_in`].
    pub asked_in: Vec<Asked>,
}

/// The files of the care rules.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// What people say, and the card that it calls for.
    pub rules: Text,
    /// The same in other languages.
    pub rules_in: Vec<Text>,
    /// What the rules call things, and how people spell them.
    pub words: Text,
    /// Harmless ways to speak.
    pub idioms: Text,
}

/// A file's path and content.
#[derive(Clone, Debug)]
pub struct Text {
    /// Where it was read, for mistakes.
    pub file: PathBuf,
    /// What it holds.
    pub content: String,
}

impl Text {
    /// The language that its name tells: `pt-BR` of `cards.pt-BR.toml`.
    pub fn language(&self) -> &str {
        let stem = self.file.file_stem().and_then(|stem| stem.to_str());
        let end = stem.and_then(|stem| stem.rsplit('.').next());
        end.unwrap_or_default()
    }
}

impl Library {
    /// Reads the folder `dir`; every mistake in any of its files at once, if there are any.
    ///
    /// `words.toml`, `elsewhere.toml`, `care/` and `phrases/` may be missing: the program carries its own copies,
    /// so that a folder with nothing but an article still answers, and still cares.
    ///
    /// # Errors
    ///
    /// Every mistake found, in the order of files and lines.
    pub fn load(dir: &Path) -> Result<Library, Vec<Mistake>> {
        let mut loader = Loader::default();
        let mut library = Library {
            checksum: Default::default(),
            articles: loader.articles(dir),
            words: loader.words(dir),
            phrases: loader.phrases(dir),
            rules: loader.rulebook(dir),
            cards: loader.in_languages(dir, "cards", "toml", OWN_CARDS),
            said: loader.optional(
                &dir.join("care/said.tsv"),
                include_str!("../../content/care/said.tsv"),
            ),
            said_in: loader.in_languages(dir, "said", "tsv", OWN_SAID),
            helplines: loader.optional(
                &dir.join("care/helplines.toml"),
                include_str!("../../content/care/helplines.toml"),
            ),
            lines: loader.lines(dir),
            warnings: Vec::new(),
        };
        loader.moved(dir);
        library.checksum = loader.read.finalize_reset().into();
        library.warnings = std::mem::take(&mut loader.warnings);
        if loader.mistakes.is_empty() {
            return Ok(library);
        }
        loader.mistakes.sort();
        Err(loader.mistakes)
    }
}

#[derive(Default)]
struct Loader {
    mistakes: Vec<Mistake>,
    warnings: Vec<Mistake>,
    /// The title of each article, folded, with its file.
    titles: Vec<(String, PathBuf)>,
    /// What was read so far.
    read: Sha256,
}

impl Loader {
    fn words(&mut self, dir: &Path) -> Words {
        let own = include_str!("../../content/words.toml");
        let text = self.optional(&dir.join("words.toml"), own);
        let (words, mistakes) = Words::read(&text.file, &text.content);
        self.mistakes.extend(mistakes);
        let lines = self.elsewhere(dir);
        words.among(self.languages(dir)).beside_lines(&lines)
    }

    /// What people also type to a bot, whatever its articles are about.
    fn elsewhere(&mut self, dir: &Path) -> Vec<String> {
        let own = include_str!("../../content/elsewhere.toml");
        let text = self.optional(&dir.join("elsewhere.toml"), own);
        let (asked, mistakes) = Asked::read(&text.file, &text.content, Some(&[]));
        self.mistakes.extend(mistakes);
        asked.elsewhere().to_vec()
    }

    fn languages(&mut self, dir: &Path) -> Languages {
        let own = include_str!("../../content/languages.toml");
        let text = self.optional(&dir.join("languages.toml"), own);
        let (languages, mistakes) = Languages::read(&text.file, &text.content);
        self.mistakes.extend(mistakes);
        languages
    }

    /// Notes files at places where nobody reads them: what an author wrote there would be missed in silence.
    fn moved(&mut self, dir: &Path) {
        for (file, now) in MOVED {
            let file = dir.join(file);
            if file.exists() {
                self.note(&file, "nobody reads it here", format!("move it to {now}"));
            }
        }
    }

    /// The care rules that the program carries, or the files of `dir` in their place.
    fn rulebook(&mut self, dir: &Path) -> Rulebook {
        let rules_in = self.rules_in(dir);
        let mut file = |name: &str, own| self.optional(&dir.join("care").join(name), own);
        Rulebook {
            rules_in,
            rules: file("rules.toml", include_str!("../../content/care/rules.toml")),
            words: file("words.toml", include_str!("../../content/care/words.toml")),
            idioms: file(
                "idioms.toml",
                include_str!("../../content/care/idioms.toml"),
            ),
        }
    }

    /// The rules in other languages. Ours are in the words of our own `words.toml` alone.
    fn rules_in(&mut self, dir: &Path) -> Vec<Text> {
        match dir.join("care/words.toml").exists() {
            true => self.in_languages(dir, "rules", "toml", &[]),
            false => self.in_languages(dir, "rules", "toml", OWN_RULES),
        }
    }

    /// The sentences that the program carries, and over them those of `dir`.
    fn phrases(&mut self, dir: &Path) -> Phrases {
        let mut phrases = Phrases::none();
        let mut files: Vec<PathBuf> = fs::read_dir(dir.join("phrases"))
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|file| file.extension().is_some_and(|end| end == "ftl"))
            .collect();
        files.sort();
        for file in files {
            if let Some(text) = self.required(&file) {
                let broken = phrases.add(&text.file, &text.content);
                // What cannot be read says nothing, and is told once.
                if broken.is_empty() {
                    self.mistakes
                        .extend(Phrases::unsaid(&text.file, &text.content));
                    self.warnings
                        .extend(Phrases::left_to_others(&text.file, &text.content));
                }
                self.mistakes.extend(broken);
            }
        }
        for (language, own) in OWN_PHRASES {
            if phrases.languages().all(|tag| tag != *language) {
                let file = format!("{language}.ftl");
                self.mistakes.extend(phrases.add(Path::new(&file), own));
            }
        }
        phrases
    }

    /// What the helplines' words are in other languages. Ours speak of our own helplines alone.
    fn lines(&mut self, dir: &Path) -> Vec<Text> {
        match dir.join("care/helplines.toml").exists() {
            true => self.in_languages(dir, "lines", "toml", &[]),
            false => self.in_languages(dir, "lines", "toml", OWN_LINES),
        }
    }

    /// Every `care/NAME.LANGUAGE.END`: the program's `own`, or what stands in `dir` in its place, and what else does.
    fn in_languages(
        &mut self,
        dir: &Path,
        name: &str,
        end: &str,
        own: &[(&str, &str)],
    ) -> Vec<Text> {
        let dir = dir.join("care");
        let of = |language: &str| dir.join(format!("{name}.{language}.{end}"));
        let ours: Vec<PathBuf> = own.iter().map(|(language, _)| of(language)).collect();
        let others = in_other_languages(&dir, name, end).into_iter();
        let others = others
            .map(|(_, file)| file)
            .filter(|file| !ours.contains(file));
        let own = own.iter().map(|(language, own)| (of(language), *own));
        let own: Vec<Text> = own.map(|(file, own)| self.optional(&file, own)).collect();
        let others: Vec<Text> = others.filter_map(|file| self.required(&file)).collect();
        own.into_iter().chain(others).collect()
    }

    /// The file's content, or `own` where there is no such file.
    fn optional(&mut self, file: &Path, own: &str) -> Text {
        let missing = !file.exists();
        let found = if missing { None } else { self.required(file) };
        found.unwrap_or_else(|| {
            self.read.update(own);
            Text {
                file: file.to_owned(),
                content: own.to_owned(),
            }
        })
    }

    fn required(&mut self, file: &Path) -> Option<Text> {
        match read_text(file) {
            Ok(content) => {
                self.read.update(file.as_os_str().as_encoded_bytes());
                self.read.update(&content);
                Some(Text {
                    file: file.to_owned(),
                    content,
                })
            }
            Err(ReadError::Io(error)) => {
                self.unreadable(file, &error);
                None
            }
            Err(ReadError::Unfit {
                line,
                what,
                instead,
            }) => {
                self.mistakes.push(Mistake {
                    file: file.to_owned(),
                    line,
                    what,
                    instead,
                });
                None
            }
        }
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        self.note(
            path,
            format!("cannot be read: {error}"),
            "check the path and its permissions",
        );
    }

    fn note(&mut self, file: &Path, what: impl Into<String>, instead: impl Into<String>) {
        self.mistakes.push(Mistake {
            file: file.to_owned(),
            line: 1,
            what: what.into(),
            instead: instead.into(),
        });
    }
}

/// Where files stood before they moved into `care/`.
const MOVED: [(&str, &str); 3] = [
    (
        "care.toml",
        "care/rules.toml, care/words.toml, care/idioms.toml and care/cards.en.toml",
    ),
    ("care-said.tsv", "care/said.tsv"),
    ("helplines.toml", "care/helplines.toml"),
];

/// Every `NAME.LANGUAGE.END` in `dir`, in order, with its language.
fn in_other_languages(dir: &Path, name: &str, end: &str) -> Vec<(String, PathBuf)> {
    let (begins, ends) = (format!("{name}."), format!(".{end}"));
    let language = |file: &str| {
        let language = file.strip_prefix(&begins)?.strip_suffix(&ends)?;
        Some(language.to_owned())
    };
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut files: Vec<(String, PathBuf)> = entries
        .filter_map(|entry| Some((language(entry.file_name().to_str()?)?, entry.path())))
        .collect();
    files.sort();
    files
}
