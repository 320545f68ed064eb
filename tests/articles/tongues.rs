//! An article in any language is found by those who ask in it, without examples and without a dictionary.

use std::path::Path;
use verbatim::answer::{Confidence, Decision};
use verbatim::content::{About, Article, Asked, Languages, Mistakes, Slug, Words};
use verbatim::search::Index;

/// One article about a garden: its language, its sections, and what is asked of each.
struct Garden {
    language: &'static str,
    text: &'static str,
    /// The question, and the number of the section that answers it.
    asked: &'static [(&'static str, usize)],
}

const GARDENS: &[Garden] = &[
    Garden {
        language: "zh",
        text: "# 花园\n\n## 播种\n\n豌豆三月播种，豆角等到五月再播。\n\n## 浇水\n\n傍晚给植物浇水，夏天每天一次。\n\n## 收获\n\n番茄七月成熟，那时采摘。\n",
        asked: &[
            ("什么时候浇水", 1),
            ("番茄几月采摘？", 2),
            ("豌豆怎么播种", 0),
        ],
    },
    Garden {
        language: "ja",
        text: "# 庭\n\n## 種まき\n\nえんどう豆は三月にまき、いんげん豆は五月まで待ちます。\n\n## 水やり\n\n夕方に水をやります。夏は毎日です。\n\n## 収穫\n\nトマトは七月に熟したら摘みます。\n",
        asked: &[
            ("トマト", 2),
            ("水やりはいつですか", 1),
            ("えんどう豆はいつまくの？", 0),
        ],
    },
    Garden {
        language: "ko",
        text: "# 정원\n\n## 씨앗\n\n완두콩은 삼월에 심고 강낭콩은 오월까지 기다립니다.\n\n## 물\n\n식물에는 저녁에 물을 줍니다. 여름에는 날마다 줍니다.\n\n## 수확\n\n토마토는 칠월에 익으면 땁니다.\n",
        asked: &[
            ("토마토를 언제 따나요", 2),
            ("식물의 물은 언제", 1),
            ("완두콩 심기", 0),
        ],
    },
    Garden {
        language: "th",
        text: "# สวน\n\n## การหว่านเมล็ด\n\nหว่านถั่วลันเตาในเดือนมีนาคม ส่วนถั่วฝักยาวรอถึงเดือนพฤษภาคม\n\n## การรดน้ำ\n\nรดน้ำต้นไม้ตอนเย็น ฤดูร้อนรดทุกวัน\n\n## การเก็บเกี่ยว\n\nมะเขือเทศสุกในเดือนกรกฎาคมแล้วจึงเก็บ\n",
        asked: &[("รดน้ำต้นไม้เมื่อไหร่", 1), ("มะเขือเทศ", 2), ("หว่านถั่วลันเตา", 0)],
    },
    Garden {
        language: "hi",
        text: "# बगीचा\n\n## बुवाई\n\nमटर मार्च में बोइए, सेम के लिए मई तक रुकिए।\n\n## सिंचाई\n\nपौधों को शाम को पानी दीजिए, गर्मी में हर दिन।\n\n## कटाई\n\nटमाटर जुलाई में पकते हैं, तब तोड़िए।\n",
        asked: &[
            ("पौधों को पानी कब दें", 1),
            ("टमाटर कब पकते हैं?", 2),
            ("मटर की बुवाई", 0),
        ],
    },
    Garden {
        language: "ar",
        text: "# الحديقة\n\n## البذر\n\nنزرع البازلاء في مارس، والفاصوليا في مايو.\n\n## الري\n\nتُسقى النباتات مساءً، وفي الصيف كل يوم.\n\n## الحصاد\n\nتنضج الطماطم في يوليو ثم نقطفها.\n",
        asked: &[
            ("متى أسقي النباتات", 1),
            ("متى تنضج الطماطم؟", 2),
            ("البازلاء", 0),
        ],
    },
    Garden {
        language: "he",
        text: "# הגינה\n\n## זריעה\n\nאפונה זורעים במרץ, ושעועית רק במאי.\n\n## השקיה\n\nאת הצמחים משקים בערב, ובקיץ כל יום.\n\n## קטיף\n\nהעגבניות מבשילות ביולי ואז קוטפים.\n",
        asked: &[
            ("מתי משקים את הצמחים", 1),
            ("מתי העגבניות מבשילות?", 2),
            ("זריעה של אפונה", 0),
        ],
    },
    Garden {
        language: "fr",
        text: "# Le jardin\n\n## Les semis\n\nOn sème les pois en mars et les haricots en mai.\n\n## L’engrais\n\nDe l’engrais une fois par mois suffit, jamais en hiver.\n\n## La récolte\n\nLes tomates mûrissent en juillet et l’on cueille alors.\n",
        asked: &[
            ("quand mettre de l'engrais ?", 1),
            ("engrais", 1),
            ("les tomates mûrissent quand", 2),
            ("semer des pois", 0),
        ],
    },
    Garden {
        language: "de",
        text: "# Der Garten\n\n## Aussaat\n\nErbsen sät man im März, Bohnen erst im Mai.\n\n## Gießen\n\nAm Abend gießt man die Pflanzen, im Sommer täglich.\n\n## Ernte\n\nTomaten reifen im Juli und werden dann gepflückt.\n",
        asked: &[
            ("Wann soll ich die Pflanzen gießen?", 1),
            ("wann reifen Tomaten", 2),
            ("Erbsen säen", 0),
        ],
    },
    Garden {
        language: "it",
        text: "# L’orto\n\n## La semina\n\nI piselli si seminano a marzo, i fagioli a maggio.\n\n## L’acqua\n\nDell’acqua la sera basta, d’estate ogni giorno.\n\n## Il raccolto\n\nI pomodori maturano a luglio e allora si colgono.\n",
        asked: &[
            ("quanta acqua serve?", 1),
            ("quando maturano i pomodori", 2),
            ("seminare i piselli", 0),
        ],
    },
    Garden {
        language: "sw",
        text: "# Bustani\n\n## Kupanda\n\nPanda njegere mwezi wa tatu na maharage mwezi wa tano.\n\n## Kumwagilia\n\nMwagilia mimea jioni; wakati wa joto mwagilia kila siku.\n\n## Mavuno\n\nNyanya huiva mwezi wa saba, ndipo huchumwa.\n",
        asked: &[
            ("kumwagilia mimea lini", 1),
            ("nyanya huiva lini", 2),
            ("kupanda njegere", 0),
        ],
    },
    Garden {
        language: "ru",
        text: "# Сад\n\n## Посев\n\nГорох сеют в марте, фасоль ждёт до мая.\n\n## Полив\n\nРастения поливают вечером, летом каждый день.\n\n## Урожай\n\nСпелый помидор снимают в июле.\n",
        asked: &[
            ("когда поливать растения", 1),
            ("спелые помидоры", 2),
            ("посев гороха", 0),
        ],
    },
    Garden {
        language: "fi",
        text: "# Puutarha\n\n## Kylvö\n\nHerneet kylvetään maaliskuussa, pavut vasta toukokuussa.\n\n## Kastelu\n\nKasveja kastellaan illalla, kesällä joka päivä.\n\n## Sato\n\nTomaatit kypsyvät heinäkuussa ja poimitaan silloin.\n",
        asked: &[
            ("milloin kasveja kastellaan", 1),
            ("kypsyvätkö tomaatit heinäkuussa", 2),
            ("herneiden kylvö", 0),
        ],
    },
    Garden {
        language: "el",
        text: "# Ο κήπος\n\n## Η σπορά\n\nΤα μπιζέλια σπέρνονται τον Μάρτιο, τα φασόλια τον Μάιο.\n\n## Το πότισμα\n\nΤα φυτά ποτίζονται το βράδυ, το καλοκαίρι κάθε μέρα.\n\n## Η συγκομιδή\n\nΟι ντομάτες ωριμάζουν τον Ιούλιο και τότε μαζεύονται.\n",
        asked: &[
            ("ΠΟΤΕ ΠΟΤΙΖΟΝΤΑΙ ΤΑ ΦΥΤΑ", 1),
            ("πότε ωριμάζουν οι ντομάτες;", 2),
            ("σπορά μπιζέλια", 0),
        ],
    },
    Garden {
        language: "ta",
        text: "# தோட்டம்\n\n## விதைப்பு\n\nபட்டாணியை மார்ச்சில் விதைக்கவும், அவரை மே வரை காத்திருக்கும்.\n\n## நீர்\n\nசெடிகளுக்கு மாலையில் தண்ணீர் ஊற்றவும், கோடையில் தினமும்.\n\n## அறுவடை\n\nதக்காளி ஜூலையில் பழுக்கும், அப்போது பறிக்கவும்.\n",
        asked: &[
            ("செடிகளுக்கு தண்ணீர் எப்போது", 1),
            ("தக்காளி", 2),
            ("பட்டாணி விதைப்பு", 0),
        ],
    },
];

#[test]
fn an_article_answers_in_its_own_language() {
    let missed = GARDENS
        .iter()
        .flat_map(|garden| missed(garden, garden.language));
    let missed: Vec<String> = missed.collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn an_article_whose_language_nobody_knows_is_searched_all_the_same() {
    let gardens = GARDENS
        .iter()
        .filter(|garden| !PARTED_BY_LANGUAGE.contains(&garden.language));
    let missed: Vec<String> = gardens.flat_map(|garden| missed(garden, UNKNOWN)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

/// The tag of a language that nobody could tell.
const UNKNOWN: &str = "und";

/// Where words are told apart by what is known of the language.
const PARTED_BY_LANGUAGE: &[&str] = &["fr", "it", "de", "ru", "fi", "el", "sw"];

/// What was asked of the garden and not answered, if it is said to be in `language`.
fn missed(garden: &Garden, language: &str) -> Vec<String> {
    let article = article(garden.text, language);
    let words = Words::default().among(Languages::of_folder(Path::new("content")));
    let index = Index::build(&article, &Asked::none(article.sections().len()), &words);
    let mut missed = Vec::new();
    for (question, section) in garden.asked {
        let ranking = index.search(*question);
        let decision = Confidence::default().decide(&ranking);
        let foreign = ranking.query.foreign.is_some();
        let found = ranking.hits[0].section;
        // Without the words of grammar nobody can tell how much of a question is left open.
        let silent = decision == Decision::None && language != UNKNOWN;
        if found != *section || silent || foreign {
            missed.push(format!(
                "{} as {language}: {question}: {found} {decision:?} {foreign}",
                garden.language
            ));
        }
    }
    missed
}

fn article(text: &str, language: &str) -> Article {
    let mut about = About::default();
    language.clone_into(&mut about.language);
    let mut mistakes = Mistakes::new(Path::new("article.md"), text);
    let slug = Slug::new("garden").expect("a name");
    Article::read(slug, text.to_owned(), about, &mut mistakes)
}
