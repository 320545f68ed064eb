//! Which language somebody writes in, by the commonest words and the letters of each (`languages.toml`).

use super::mistake::{Mistake, Mistakes};
use super::phrases::tongue;
use super::reader::{self, Table};
use crate::text::{ByWord, typed, words};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;

/// The languages that we know when we meet them.
#[derive(Clone, Debug, Default)]
pub struct Languages {
    known: Vec<Language>,
    /// Every word that is frequent somewhere, with a bit for each language that it is frequent in.
    frequent: ByWord<u64>,
}

/// A language that we know when we meet it.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its tag: `en`.
    pub tag: String,
    /// What it is called in English.
    pub name: String,
    /// How to tell whoever writes in it which languages we understand.
    pub sentence: Option<String>,
    /// How many of its words we know.
    pub words: usize,
    /// Its commonest words, which carry grammar.
    common: BTreeSet<String>,
    /// The words that are said shortly and in it alone.
    shortly: Vec<String>,
    /// Its letters, unless it is written in Latin ones.
    letters: Option<RangeInclusive<char>>,
}

/// The tag of a language of which we know no more than that it is another.
pub const UNDETERMINED: &str = "und";

/// A message of fewer words tells its language by what is said in it alone, a longer one by itself: "tu es un bot" shares
/// three of its four words with Spanish. In words.
const SHORT: usize = 5;

/// A language shows itself by then. In words.
const READ: usize = 120;

/// One borrowed word makes no language: so many different words of another one it takes.
const FEWEST: usize = 2;

/// So many languages have a bit each.
const MOST: usize = u64::BITS as usize;

impl Languages {
    /// Reads `languages.toml`.
    pub fn read(file: &Path, text: &str) -> (Languages, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let languages = reader::read(&mistakes, text, |root| {
            let mut languages = Languages::default();
            for table in root.tables("language") {
                languages.add(&table);
                table.end();
            }
            languages
        });
        (languages, mistakes.into_inner().into_vec())
    }

    fn add(&mut self, table: &Table<'_, '_, '_>) {
        let text = |key| table.text(key).map(|text| text.value).unwrap_or_default();
        let (common, often) = (folded(&text("common")), folded(&text("often")));
        let language = Language {
            tag: table
                .required_text("tag")
                .map_or_else(String::new, |tag| tag.value),
            name: text("name"),
            sentence: table.text("sentence").map(|sentence| sentence.value),
            words: common.len() + often.len(),
            common: common.iter().cloned().collect(),
            shortly: folded(&text("shortly")),
            letters: letters(table),
        };
        if self.known.len() == MOST || self.known(&language.tag).is_some() {
            table.mistake(
                table.at,
                format!("this language stands twice, or is beyond the {MOST} that fit"),
                "delete it",
            );
            return;
        }
        let bit = 1 << self.known.len();
        for word in common.iter().chain(&often) {
            *self.frequent.entry(word.as_str().into()).or_default() |= bit;
        }
        self.known.push(language);
    }

    /// Every language we know, in the author's order.
    pub fn all(&self) -> &[Language] {
        &self.known
    }

    /// The language with this `tag`, whatever country it names.
    pub fn known(&self, tag: &str) -> Option<&Language> {
        self.position(tag).map(|at| &self.known[at])
    }

    /// The tag of the language of `text` if it is clearly another than `own`.
    ///
    /// It takes more of another language's common words than of our own, words that are common in both aside;
    /// or letters that our own language does not write. What is unclear is our own language.
    pub fn foreign(&self, text: &str, own: &str) -> Option<&str> {
        let own = self.position(own)?;
        let spoken = self.spoken(&self.frequent_words(folded_words(text)), own);
        let others = is_in_other_letters(text) && self.written(own, text) == 0;
        let foreign = match others {
            true => Some(spoken.or_else(|| self.read_off(text))),
            false => spoken.map(Some),
        };
        Some(foreign?.map_or(UNDETERMINED, |at| &self.known[at].tag))
    }

    /// Whether the folded `words` are clearly in another language than `own`.
    pub fn are_foreign<'w>(&self, words: impl Iterator<Item = &'w str> + Clone, own: &str) -> bool {
        let Some(own) = self.position(own) else {
            return false;
        };
        let ascii = |word: &str| word.is_ascii();
        let other = |word: &str| is_in_other_letters(word) && self.written(own, word) == 0;
        !words.clone().any(ascii) && words.clone().any(other)
            || self.spoken(&self.frequent_words(words), own).is_some()
    }

    /// Whether the folded `word` is one of the commonest of `language`, a tag.
    pub fn is_common(&self, word: &str, language: &str) -> bool {
        let known = self.known(language);
        known.is_some_and(|known| known.common.contains(word))
    }

    /// The language of `text`, as a tag, if its words tell: more of the common ones belong to it than to any other, or
    /// all of it is something short that is said in it alone.
    pub fn of(&self, text: &str) -> Option<&str> {
        let at = self.said_shortly(text).or_else(|| self.commonest(text))?;
        Some(&self.known[at].tag)
    }

    /// The languages of the content folder `dir`, or the program's own where it has none.
    pub fn of_folder(dir: &Path) -> Languages {
        let own = include_str!("../../content/languages.toml");
        let file = dir.join("languages.toml");
        let text = super::read_text(&file).unwrap_or_else(|_| own.to_owned());
        Languages::read(&file, &text).0
    }

    /// The language that a whole text is written in, as a tag, by its letters or its common words.
    pub fn written_in(&self, text: &str) -> Option<&str> {
        if !is_in_other_letters(text) {
            return self.of(text);
        }
        let read = self.read_off(text)?;
        let spoken = self
            .commonest(text)
            .filter(|&at| self.written(at, text) > 0);
        Some(&self.known[spoken.unwrap_or(read)].tag)
    }

    fn position(&self, tag: &str) -> Option<usize> {
        let language = tongue(tag);
        self.known.iter().position(|known| known.tag == language)
    }

    /// The language other than `own` of which `common` holds the most words, if it holds more of them than of `own`.
    fn spoken(&self, common: &[(&str, u64)], own: usize) -> Option<usize> {
        let ours = common.iter().filter(|(_, bits)| *bits == 1 << own).count();
        let theirs = common.iter().filter(|(_, bits)| bits >> own & 1 == 0);
        let theirs: Vec<u64> = theirs.map(|(_, bits)| *bits).collect();
        let (most, at) = *self.counted(&theirs).first()?;
        (most >= FEWEST && most > ours).then_some(at)
    }

    fn commonest(&self, text: &str) -> Option<usize> {
        let common = self.frequent_words(folded_words(text)).into_iter();
        let common: Vec<u64> = common.map(|(_, bits)| bits).collect();
        let [(most, at), (second, _), ..] = self.counted(&common)[..] else {
            return None;
        };
        (most >= FEWEST && most > second).then_some(at)
    }

    /// Those of `words` that are frequent somewhere, each once, with the languages that it is frequent in.
    fn frequent_words(&self, words: impl Iterator<Item: AsRef<str>>) -> Vec<(&str, u64)> {
        let mut found: Vec<(&str, u64)> = Vec::new();
        for word in words.take(READ) {
            if let Some((word, languages)) = self.frequent.get_key_value(word.as_ref())
                && !found.iter().any(|(other, _)| **other == **word)
            {
                found.push((word, *languages));
            }
        }
        found
    }

    /// How many of `words` are frequent in each language, and which that is: the most first, of equals the author's first.
    fn counted(&self, words: &[u64]) -> Vec<(usize, usize)> {
        let count = |at: usize| words.iter().filter(|bits| *bits >> at & 1 == 1).count();
        let mut counts: Vec<_> = (0..self.known.len()).map(|at| (count(at), at)).collect();
        counts.sort_by_key(|(count, at)| (usize::MAX - count, *at));
        counts
    }

    /// The one language in which all of a very short `text` is said.
    fn said_shortly(&self, text: &str) -> Option<usize> {
        let words: Vec<_> = typed(text).take(SHORT).map(|(word, _)| word).collect();
        let all = |known: &Language| {
            let mut words = words.iter();
            words.all(|word| known.shortly.iter().any(|said| said == word))
        };
        let mut spoken = (0..self.known.len()).filter(|at| all(&self.known[*at]));
        let at = spoken.next()?;
        (spoken.next().is_none() && words.len() < SHORT).then_some(at)
    }

    /// The language that writes most of the letters of `text`, of equals the author's first.
    fn read_off(&self, text: &str) -> Option<usize> {
        let counts = (0..self.known.len()).map(|at| (self.written(at, text), at));
        let (most, at) = counts.max_by_key(|(count, at)| (*count, usize::MAX - at))?;
        (most > 0).then_some(at)
    }

    /// How many signs of `text` are letters of the language at this position, if it has letters of its own.
    fn written(&self, at: usize, text: &str) -> usize {
        let letters = self.known[at].letters.as_ref();
        let own =
            |letters: &RangeInclusive<char>| text.chars().filter(|c| letters.contains(c)).count();
        letters.map_or(0, own)
    }
}

fn folded_words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    typed(text).map(|(word, _)| word)
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

/// `letters = "0400-04FF"`: the first and the last sign of a script.
fn letters(table: &Table<'_, '_, '_>) -> Option<RangeInclusive<char>> {
    let text = table.text("letters")?;
    let sign = |number| char::from_u32(u32::from_str_radix(number, 16).ok()?);
    let range = text.value.split_once('-');
    let range = range.and_then(|(first, last)| Some(sign(first)?..=sign(last)?));
    if range.is_none() {
        table.mistake(
            text.at,
            format!("`letters` cannot be \"{}\"", text.value),
            "write the numbers of its first and last sign: \"0400-04FF\"",
        );
    }
    range
}

/// Whether more letters of `text` are of another script than Latin.
pub fn is_in_other_letters(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    // A single sign may belong to a face: ツ.
    let (mut latin, mut others) = (1, 0);
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        // Latin and its extensions end with U+024F; the styled letters of mathematics fold to Latin.
        match letter {
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}' => latin += 1,
            '\u{1d400}'..='\u{1d7ff}' | '\u{1f100}'..='\u{1f1ff}' => latin += 1,
            _ => others += 1,
        }
    }
    others > latin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages() -> Languages {
        let text = include_str!("../../content/languages.toml");
        let (languages, mistakes) = Languages::read(Path::new("languages.toml"), text);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        languages
    }

    #[track_caller]
    fn is_foreign(text: &str, own: &str) -> bool {
        languages().foreign(text, own).is_some()
    }
    #[test]
    fn another_language_shows_by_its_common_words_or_letters() {
        for text in [
            "¿Por qué los hombres se alejan después del sexo?",
            "porque os homens se afastam depois do sexo",
            "Pourquoi il ne me parle plus après l'amour ?",
            "Warum zieht er sich nach dem Sex zurück?",
            "perché gli uomini si allontanano dopo il sesso",
            "waarom trekt hij zich terug na de seks",
            "kwa nini wanaume hujitenga baada ya tendo la ndoa",
            "kenapa dia menjauh setelah kita berhubungan",
            "bakit siya lumalayo pagkatapos",
            "woh baad mein baat kyun nahi karta",
            "почему он отдаляется после секса",
            "なぜ彼は黙るのですか",
            "لماذا يبتعد الرجال",
        ] {
            assert!(is_foreign(text, "en"), "{text}");
        }
        assert!(is_foreign("why does he go quiet after that", "de-AT"));
        assert!(!is_foreign("warum ist er so still", "de-AT"));
        assert!(!is_foreign("почему он молчит", "ru"));
        assert!(!is_foreign("რატომ დუმს", "ka"), "we know nothing of it");
    }

    #[test]
    fn a_language_is_named_where_its_common_words_outnumber_every_other() {
        for (text, spoken) in [
            (
                "kwa nini wanaume hujitenga baada ya tendo la ndoa",
                Some("sw"),
            ),
            (
                "¿Por qué los hombres se alejan después del sexo?",
                Some("es"),
            ),
            ("porque os homens se afastam depois do sexo", Some("pt")),
            ("Pourquoi il ne me parle plus après l'amour ?", Some("fr")),
            ("why does he go quiet after sex", Some("en")),
            ("my guy amekuwa cold since we did the thing", Some("en")),
            ("por que", None),
            ("hola", Some("es")),
            ("Habari", Some("sw")),
            ("Bom dia!", Some("pt")),
            ("merci beaucoup", Some("fr")),
            ("tu es un bot ?", Some("fr")),
            ("tu es humain ?", Some("fr")),
            ("¿eres un robot?", Some("es")),
            ("você é uma pessoa?", Some("pt")),
            ("une mst ?", Some("fr")),
            ("hello", Some("en")),
            ("la", None),
            ("PCD", None),
            ("почему он молчит", Some("ru")),
            ("", None),
        ] {
            assert_eq!(languages().of(text), spoken, "{text}");
        }
    }

    #[test]
    fn borrowed_words_styled_letters_and_silence_stay_our_own() {
        for text in [
            "my guy amekuwa cold since we did the thing, kwani what happens to men",
            "hola sorry my english, he was so sweet and after we make love he is like far, is normal?",
            "𝓌𝒽𝓎 𝒾𝓈 𝒽𝑒 𝓈𝑜 𝒸𝑜𝓁𝒹",
            "does he have la petite mort",
            "MIA for five days, no reason, no sorry",
            "yo-yo man",
            "¯\\_(ツ)_/¯",
            "PCD",
            "",
            "😂😂",
        ] {
            assert!(!is_foreign(text, "en"), "{text}");
        }
    }

    #[test]
    fn another_language_is_named() {
        for (text, tag) in [
            ("warum zieht er sich nach dem sex zurück", Some("de")),
            ("почему он отдаляется после секса", Some("ru")),
            ("чому він мовчить", Some("uk")),
            ("なぜ彼は黙るのですか", Some("ja")),
            ("为什么他不理我", Some("zh")),
            ("लड़के बाद में चुप क्यों हो जाते हैं", Some("hi")),
            ("რატომ დუმს ის ყოველთვის", Some("und")),
            ("jsp pk il me parle plus depuis samedi", Some("fr")),
            ("pq ele some depois q a gente transa", Some("pt")),
            ("mbona amekuwa baridi tangu tulale pamoja", Some("sw")),
        ] {
            assert_eq!(languages().foreign(text, "en"), tag, "{text}");
        }
    }

    #[test]
    fn a_language_that_stands_twice_or_has_no_letters_is_told() {
        let text = "[[language]]\ntag = \"en\"\n[[language]]\ntag = \"en\"\nletters = \"x\"\n";
        let (_, mistakes) = Languages::read(Path::new("languages.toml"), text);
        assert_eq!(mistakes.len(), 2, "{mistakes:?}");
    }
}
