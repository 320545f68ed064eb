//! Ids stand under messages for ever: each press, and how it is written.

use super::wire::Wire;
use super::*;
use crate::care::{Detail, Length, Need, Route, Whose};
use crate::settings::Value;
use crate::who::{ChannelId, UserId};
use std::collections::BTreeSet;

/// Every press with different values in its fields, and its id.
fn presses() -> Vec<(Press, String)> {
    let key = Key::of;
    let (article, section, seen) = (key("article"), key("section"), key("seen"));
    let (other, third) = (key("other"), key("third"));
    let asker = UserId(77);
    let channel = ChannelId(88);
    let minor = Need::of(Route::Minor, Whose::Friend)
        .with(Detail::Young)
        .with(Detail::Public);
    let own = Need::of(Route::ALL[0], Whose::ALL[0]);
    let passage = || Shown::Passage {
        section,
        blocks: (2, 31),
        next: vec![other, third],
    };
    let opening = |need, shown| Opening {
        asker,
        article,
        need,
        shown,
    };
    let place = |need, length, shown| Press::Place {
        need,
        length,
        place: key("place"),
        article,
        shown,
    };
    let offer = |shown| Press::Offer(Offering::Alone { article, shown });
    let seal = Seal {
        moment: 0x18f,
        digest: 0xabc,
    };
    let page = |page| Press::Panel(Panel::Turn(page));
    let set = |name| Choice::Set(Value::spelled(name).expect("a value"));
    let panel = Press::Panel;
    let setup = Press::Setup;
    let review = Press::Review;
    let after = Press::After;
    let blocks = (3, 40);
    let report = 5;
    let amiss = |next: &[Key], section| {
        after(After::Amiss {
            article,
            next: next.to_vec(),
            section,
        })
    };
    let sealed = "AQEB".repeat(Sealed::LENGTH / 3) + "AQ";
    let all = [
        (
            Press::Open {
                article,
                section,
                others: vec![],
            },
            "open:17676759:fcdd0ccc",
        ),
        (
            Press::Open {
                article,
                section,
                others: vec![other, third],
            },
            "open:17676759:fcdd0ccc:c87d8df5,69f9493e",
        ),
        (Press::Whole { article, section }, "whole:17676759:fcdd0ccc"),
        (
            Press::Page {
                article,
                section,
                page: 12,
            },
            "page:17676759:fcdd0ccc:12",
        ),
        (Press::Contents { article }, "contents:17676759"),
        (Press::ContentsPage { article, page: 3 }, "list:17676759:3"),
        (
            Press::Sealed(Sealed([1; Sealed::LENGTH])),
            &format!("sealed:{sealed}"),
        ),
        (
            Press::Show(opening(None, Shown::Contents)),
            "show:77:17676759:-:l",
        ),
        (
            Press::Show(opening(Some(minor), passage())),
            "show:77:17676759:12a:p:fcdd0ccc:2:31:c87d8df5,69f9493e",
        ),
        (
            place(minor, Length::Full, Shown::OtherLanguage),
            "place:12a:f:c8d632fc:17676759:o",
        ),
        (
            place(own, Length::Short, Shown::Clinic),
            "place:00:s:c8d632fc:17676759:d",
        ),
        (
            Press::Meant {
                article,
                shown: Shown::Choices(vec![section, other]),
            },
            "meant:17676759:c:fcdd0ccc,c87d8df5",
        ),
        (Press::Hide, "hide"),
        (Press::Forget, "forget"),
        (
            Press::Offer(Offering::Publicly {
                message: 9,
                article,
                shown: passage(),
            }),
            "offer:all:9:17676759:p:fcdd0ccc:2:31:c87d8df5,69f9493e",
        ),
        (
            offer(Shown::Passage {
                section,
                blocks: (0, 1),
                next: vec![],
            }),
            "offer:me:17676759:p:fcdd0ccc:0:1",
        ),
        (
            offer(Shown::Likely {
                section,
                blocks: (4, 5),
                others: vec![other],
            }),
            "offer:me:17676759:y:fcdd0ccc:4:5:c87d8df5",
        ),
        (offer(Shown::Nearest(vec![])), "offer:me:17676759:n:"),
        (
            offer(Shown::Nearest(vec![third])),
            "offer:me:17676759:n:69f9493e",
        ),
        (
            Press::Plain(Box::new(Press::Whole { article, section })),
            "plain:whole:17676759:fcdd0ccc",
        ),
        (page(Page::Overview), "panel:turn:overview"),
        (page(Page::Articles(0)), "panel:turn:articles"),
        (page(Page::Articles(7)), "panel:turn:articles:7"),
        (
            page(Page::ArticleIn(channel, 0)),
            "panel:turn:article-in:88",
        ),
        (
            page(Page::ArticleIn(channel, 7)),
            "panel:turn:article-in:88:7",
        ),
        (page(Page::Care(0)), "panel:turn:care"),
        (page(Page::Care(7)), "panel:turn:care:7"),
        (page(Page::History(0)), "panel:turn:history:0"),
        (
            page(Page::Rest(List::Ignored, Span::AllBut, 2)),
            "panel:turn:rest:ignored:all-but:2",
        ),
        (page(Page::Reset), "panel:turn:reset"),
        (
            panel(Panel::Narrow(List::Channels, Span::Only)),
            "panel:narrow:channels:only",
        ),
        (
            panel(Panel::Choose(set("confidence-careful"))),
            "panel:choose:confidence-careful",
        ),
        (panel(Panel::Article(None, None)), "panel:article:-:-"),
        (
            panel(Panel::Article(Some(channel), Some(article))),
            "panel:article:88:17676759",
        ),
        (panel(Panel::Helplines(None)), "panel:helplines:-"),
        (
            panel(Panel::Helplines(Some(other))),
            "panel:helplines:c87d8df5",
        ),
        (
            panel(Panel::Pick(List::ArticleIn, Span::Only, seen, 0)),
            "panel:pick:article-in:only:5a45cc6a",
        ),
        (
            panel(Panel::Pick(List::Moderators, Span::AllBut, seen, 2)),
            "panel:pick:moderators:all-but:5a45cc6a:2",
        ),
        (
            panel(Panel::Write(Field::CareLine)),
            "panel:write:care-line",
        ),
        (panel(Panel::Undo(6, 1)), "panel:undo:6:1"),
        (panel(Panel::Export), "panel:export"),
        (panel(Panel::Import(seen)), "panel:import:5a45cc6a"),
        (panel(Panel::Leave), "panel:leave"),
        (panel(Panel::Reset), "panel:reset"),
        (panel(Panel::ResetTaught), "panel:reset:taught"),
        (setup(Setup::At(Step::Doctor)), "setup:at:doctor"),
        (
            setup(Setup::Choose(set("gate-age-restricted"))),
            "setup:choose:gate-age-restricted",
        ),
        (
            setup(Setup::Choose(Choice::Language("pt-br".parse().ok()))),
            "setup:choose:language-pt-br",
        ),
        (
            setup(Setup::Pick(List::Review, seen)),
            "setup:pick:review:5a45cc6a",
        ),
        (setup(Setup::Places(4)), "setup:places:4"),
        (setup(Setup::Helplines(None)), "setup:helplines:-"),
        (
            setup(Setup::Helplines(Some(other))),
            "setup:helplines:c87d8df5",
        ),
        (
            review(Review::Send {
                article,
                carded: false,
            }),
            "review:send:17676759:0",
        ),
        (
            review(Review::Send {
                article,
                carded: true,
            }),
            "review:send:17676759:1",
        ),
        (review(Review::Look { report }), "review:look:5"),
        (review(Review::Answer { report }), "review:answer:5"),
        (review(Review::Dismiss { report }), "review:dismiss:5"),
        (
            review(Review::Choose { report, page: 2 }),
            "review:choose:5:2",
        ),
        (
            review(Review::Weigh { report, section }),
            "review:weigh:5:fcdd0ccc",
        ),
        (
            review(Review::Edit { report, section }),
            "review:edit:5:fcdd0ccc",
        ),
        (
            review(Review::Teach { report, section }),
            "review:teach:5:fcdd0ccc",
        ),
        (review(Review::Taught { page: 2 }), "review:taught:2"),
        (
            review(Review::Remove {
                channel,
                message: 9,
            }),
            "review:remove:88:9",
        ),
        (review(Review::Numbers), "review:numbers"),
        (
            review(Review::Unteach { lesson: 8, page: 2 }),
            "review:unteach:8:2",
        ),
        (
            after(After::Related { article, section }),
            "after:related:17676759:fcdd0ccc",
        ),
        (amiss(&[], None), "after:amiss:17676759:"),
        (
            amiss(&[other, third], None),
            "after:amiss:17676759:c87d8df5,69f9493e",
        ),
        (amiss(&[], Some(section)), "after:amiss:17676759::fcdd0ccc"),
        (
            amiss(&[other], Some(section)),
            "after:amiss:17676759:c87d8df5:fcdd0ccc",
        ),
        (
            after(After::Share {
                article,
                section,
                blocks,
            }),
            "after:share:17676759:fcdd0ccc:3:40",
        ),
        (
            after(After::ShareWith {
                article,
                section,
                blocks,
            }),
            "after:with:17676759:fcdd0ccc:3:40",
        ),
        (
            after(After::Delete(seal)),
            "after:delete:18f:0000000000000abc",
        ),
        (Press::Tally(TallyPress::Week(2)), "tally:week:2"),
        (Press::Tally(TallyPress::Ask), "tally:ask"),
        (Press::Tally(TallyPress::Clear), "tally:clear"),
    ];
    all.map(|(press, id)| (press, id.to_owned())).to_vec()
}

#[test]
fn every_press_is_written_as_it_always_was_and_read_again() {
    for (press, id) in presses() {
        assert_eq!(press.to_string(), id);
        assert_eq!(id.parse(), Ok(press), "{id}");
    }
}

/// What a page begins with was once left out, and once not.
#[test]
fn what_may_be_left_out_at_the_end_is_read_where_it_stands() {
    for (whole, short) in [
        ("open:1:2:", "open:1:2"),
        ("panel:turn:care:0", "panel:turn:care"),
        ("meant:1:p:2:3:4:", "meant:1:p:2:3:4"),
    ] {
        assert_eq!(whole.parse::<Press>(), short.parse(), "{whole}");
    }
}

#[test]
fn every_press_survives_the_wire_and_fits() {
    let plain = |press: Press| Press::Plain(Box::new(press));
    let fits = |press: &Press| press.to_string().len() <= 100;
    let all = Press::every();
    let others = all.iter().filter(|press| !matches!(press, Press::Plain(_)));
    let plain: Vec<Press> = others.cloned().map(plain).filter(fits).collect();
    assert!(plain.len() > all.len() / 2);
    for press in all.into_iter().chain(plain) {
        let wire = press.to_string();
        assert!(wire.len() <= 100, "{wire}");
        assert_eq!(wire.parse(), Ok(press));
    }
}

/// An id without its numbers and keys.
fn kind(id: &str) -> String {
    let number = |field: &str| field.bytes().all(|b| b.is_ascii_hexdigit() || b == b',');
    let fields = id.split(':');
    let fields = fields.map(|field| if number(field) { "#" } else { field });
    fields.collect::<Vec<_>>().join(":")
}

/// Under messages sent long ago stand ids of these forms, and they are read for ever. New ones are added there.
#[test]
fn every_kind_of_press_is_written_as_it_always_was() {
    let presses = Press::every().into_iter();
    let kinds: BTreeSet<String> = presses.map(|press| kind(&press.to_string())).collect();
    for written in include_str!("kinds.txt").lines() {
        assert!(kinds.contains(written), "{written}");
    }
}

#[test]
fn an_unknown_press_is_no_press() {
    for id in [
        "",
        "open",
        "open:x:y",
        "show:1:2",
        "show:1:2:9:l",
        "show:1:2:900:l",
        "sealed:",
        "sealed:AAAA",
        "sealed:show:1:2:-:l",
        "page:1:2:999",
        "place:00:x:1:2:l",
        "plain:",
        "plain:plain:hide",
        "✂",
    ] {
        assert_eq!(id.parse::<Press>(), Err(UnknownPress), "{id}");
    }
}
