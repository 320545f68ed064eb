//! Whether a message is in another language, by the commonest words of each.

use super::{ByWord, typed};
use std::sync::LazyLock;

/// The commonest words of each language, folded. Short lists tell languages apart: every third word
/// that anyone types is on one (Ingle 1976). A word may stand under several languages.
const LANGUAGES: &[(&str, &str)] = &[
    (
        "en",
        "the and of to a in is it you that he she was for on are with as i his they be at this have from or had by but \
         what some we can out other were all there when up use your how said an each which do their if will way about \
         many then them would like so these her him has me my not no just why does did after get got dont is cant im \
         hes man men guy after sex its been because who am us our more than never always should could want come over man an \
         was last night one no die do no me on so is as men",
    ),
    (
        "de",
        "der die das und ist nicht ich du er sie es wir ihr ein eine einen einem einer zu mit von auf fur im den dem des \
         was warum wie wo wer wenn dass sich auch aber nach bei noch nur so am mich mir dich dir mein meine sein seine hat \
         habe haben war sind wird werden kann immer wieder sehr mehr ob als oder nie schon",
    ),
    (
        "es",
        "el la los las un una de del que y en no es por para con se lo le su sus mi me te tu yo ella nos pero como mas muy \
         porque cuando donde quien esta este esto estoy son fue ser hay tiene tengo ya si despues hace sobre sin \
         nunca siempre todo nada",
    ),
    (
        "fr",
        "le la les un une des de du et est que qui ne pas je tu il elle nous vous ils on en dans pour avec sur au aux ce \
         cette ces mon ma mes ton ta son sa ses se me te lui mais ou donc comme plus tres pourquoi quand comment apres fait \
         etre avoir suis sont jai cest quil sans jamais toujours",
    ),
    (
        "pt",
        "o os as um uma de do da dos das em no na nos nas que e nao por para com se eu ele ela voce meu minha seu sua mas como \
         mais muito porque quando onde quem esta este isso sao foi ser tem tenho ja depois sem nunca sempre tudo ao pelo pela",
    ),
    (
        "it",
        "il lo la gli le un una di del della dei che e non per con si mi ti ci io lui lei noi mio mia suo sua ma come piu molto \
         perche quando dove chi questo questa sono sei ho hai ha era essere dopo senza mai sempre anche cosa nel nella",
    ),
    (
        "nl",
        "de het een en van ik je hij zij ze wij niet is dat die op te in met voor er maar om aan ook als dan wat waarom hoe waar \
         wie mijn zijn haar heeft heb was ben bij naar nog wel geen uit na altijd nooit veel meer",
    ),
    (
        "sv",
        "och att det som en ett jag du han hon vi inte ar pa med for av till den de om men sa vad varfor hur nar var min mitt \
         sin har hade efter ocksa mig dig alltid aldrig mycket",
    ),
    (
        "da",
        "og at det som en et jeg du han hun vi ikke er pa med for af til den de om men sa hvad hvorfor hvordan nar hvor min mit \
         sin har havde efter ogsa mig dig altid aldrig meget hva etter og",
    ),
    (
        "pl",
        "i w na z do nie to jest sie ze jak co ale po mnie mi on ona ja ty my jego jej czy dlaczego kiedy gdzie kto tak juz \
         za od dla przez bardzo moj moja jestem zawsze nigdy tylko",
    ),
    (
        "ro",
        "si de la cu nu este sunt in pe ca sa un o care eu el ea noi ma imi de ce cand unde cine dupa mai foarte pentru dar \
         mereu niciodata lui meu mea",
    ),
    (
        "tr",
        "ve bir bu da de ne icin mi cok ben sen o biz ama neden nasil ne zaman nerede kim sonra daha gibi var yok benim onun \
         bana beni degil hep her erkekler",
    ),
    (
        "id",
        "yang dan di ke dari untuk dengan tidak ini itu saya aku kamu dia kami kita adalah ada akan sudah setelah kenapa mengapa \
         bagaimana kapan siapa tapi juga karena lagi selalu pernah nya gak",
    ),
    (
        "sw",
        "na ya wa kwa ni za la katika si hii hiyo yangu yake wake mimi wewe yeye sisi nini kwa nini kwanini baada lakini kama \
         sana ana nina anani hana wanaume hawa ile huyu tu kila bado",
    ),
    (
        "tl",
        "ang ng sa na at ay mga ko mo niya siya ako ikaw kami tayo hindi ba bakit paano kailan sino pero lang din rin kasi naman \
         pagkatapos kung dahil",
    ),
    (
        "hi",
        "hai hain ka ki ke ko se mein main kya kyu kyun nahi nahin aur yeh woh vo mera meri mere uska uski tha thi ho gaya raha \
         rahi baad bhi par kaise kab kahan kaun mujhe usko",
    ),
];

/// What people say in a word or two, and in one language alone: greetings, thanks, "more". Folded.
const SAID_SHORTLY: &[(&str, &str)] = &[
    (
        "en",
        "hi hey hello good morning evening thanks thank you help more next",
    ),
    (
        "sw",
        "habari mambo jambo hujambo vipi niaje shikamoo salama asante sana shukran msaada zaidi endelea inayofuata iliyotangulia",
    ),
    (
        "fr",
        "bonjour bonsoir salut coucou merci beaucoup aide encore suivant suivante la suite precedent precedente",
    ),
    (
        "es",
        "hola buenas buenos dias tardes noches muchas gracias ayuda sigue siguiente la anterior",
    ),
    (
        "pt",
        "ola oi bom boa dia tarde noite tudo bem muito obrigado obrigada ajuda mais continua proximo proxima",
    ),
];

/// A longer message tells its language by itself. In words.
const SHORT: usize = 4;

/// Every word of [`LANGUAGES`], with a bit for each language that it is common in.
static COMMON: LazyLock<ByWord<u32, &str>> = LazyLock::new(|| {
    let mut common = ByWord::default();
    for (at, (_, words)) in LANGUAGES.iter().enumerate() {
        for word in words.split_whitespace() {
            *common.entry(word).or_default() |= 1 << at;
        }
    }
    common
});

/// A language shows itself by then. In words.
const READ: usize = 120;

/// One borrowed word makes no language: so many different words of another one it takes.
const FEWEST: usize = 2;

/// Whether `text` is in another language than `own`, a language tag.
///
/// It takes more of another language's common words than of our own, words that are common in both aside;
/// or letters that our own language does not write. What is unclear is our own language.
pub fn is_foreign(text: &str, own: &str) -> bool {
    let Some(own) = position(own) else {
        return false;
    };
    is_in_other_letters(text) || speaks_another(typed(text).map(|(word, _)| word), own)
}

/// The same of folded `words`.
pub fn are_foreign<'w>(words: impl Iterator<Item = &'w str> + Clone, own: &str) -> bool {
    let Some(own) = position(own) else {
        return false;
    };
    let ascii = |word: &str| word.is_ascii();
    !words.clone().any(ascii) && words.clone().any(is_in_other_letters)
        || speaks_another(words, own)
}

/// Whether the folded `word` is one of the commonest of `language`, a tag.
pub fn is_common(word: &str, language: &str) -> bool {
    let common = COMMON.get(word);
    position(language).is_some_and(|at| common.is_some_and(|languages| languages >> at & 1 == 1))
}

/// Where the list of a language stands, if we have one.
fn position(tag: &str) -> Option<usize> {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().position(|(known, _)| *known == language)
}

fn speaks_another(words: impl Iterator<Item: AsRef<str>>, own: usize) -> bool {
    let mut ours = 0;
    let mut theirs: Vec<(&str, u32)> = Vec::new();
    for word in words.take(READ) {
        match COMMON.get_key_value(word.as_ref()) {
            Some((_, languages)) if languages >> own & 1 == 1 => {
                ours += usize::from(*languages == 1 << own);
            }
            Some((word, languages)) if !theirs.iter().any(|(other, _)| other == word) => {
                theirs.push((word, *languages));
            }
            _ => (),
        }
    }
    (0..LANGUAGES.len()).any(|at| {
        let spoken = theirs
            .iter()
            .filter(|(_, languages)| languages >> at & 1 == 1);
        let spoken = spoken.count();
        spoken >= FEWEST && spoken > ours
    })
}

/// The language of `text`, as a tag, if its words tell: more of the common ones belong to it than to any other, or all
/// of it is something short that is said in it alone.
pub fn language(text: &str) -> Option<&'static str> {
    said_shortly(text).or_else(|| commonest(text))
}

fn said_shortly(text: &str) -> Option<&'static str> {
    let words: Vec<_> = typed(text).take(SHORT).map(|(word, _)| word).collect();
    let all = |list: &str| {
        let mut words = words.iter();
        words.all(|word| list.split(' ').any(|known| known == &**word))
    };
    let mut spoken = SAID_SHORTLY.iter().filter(|(_, list)| all(list));
    let (tag, _) = spoken.next()?;
    (spoken.next().is_none() && words.len() < SHORT).then_some(tag)
}

fn commonest(text: &str) -> Option<&'static str> {
    let mut spoken: Vec<(&str, u32)> = Vec::new();
    for (word, _) in typed(text).take(READ) {
        if let Some((word, languages)) = COMMON.get_key_value(&*word)
            && !spoken.iter().any(|(other, _)| other == word)
        {
            spoken.push((word, *languages));
        }
    }
    let count = |at: usize| {
        let common = spoken.iter().filter(|(_, words)| words >> at & 1 == 1);
        (common.count(), at)
    };
    let mut counts: Vec<(usize, usize)> = (0..LANGUAGES.len()).map(count).collect();
    counts.sort_unstable_by(|one, other| other.cmp(one));
    let [(most, at), (second, _), ..] = counts[..] else {
        return None;
    };
    (most >= FEWEST && most > second).then(|| LANGUAGES[at].0)
}

/// Whether more letters of `text` are of another script than Latin, which every language of ours is written in.
fn is_in_other_letters(text: &str) -> bool {
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
        assert!(
            !is_foreign("почему он молчит", "ru"),
            "we have no list for it"
        );
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
            ("hello", Some("en")),
            ("la", None),
            ("PCD", None),
            ("почему он молчит", None),
            ("", None),
        ] {
            assert_eq!(language(text), spoken, "{text}");
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
}
