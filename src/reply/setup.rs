//! The setup: five short steps with what is usual already chosen, and at the end whether it all works.

use super::build::paged;
use super::choices::{Offer, line, shown};
use super::panel::{held, picked, rest, seen};
use super::{Arrival, Button, Part, Pick, Pickable, Reply, Row, Voice};
use crate::press::{Choice, Key, List, Page, Panel, Press, Setup, Step};
use crate::settings::{AutoMod, Finding, Own, Permission, Setting, Settings, Survey, Use, uses};
use crate::who::ChannelId;

/// So many findings are told at once; each takes a tap to mend, and then the next are told.
const FINDINGS_TOLD: usize = 6;

/// The setting of who sees answers.
const VISIBILITY: &str = "visibility";

/// The numbered steps; the doctor comes after them.
const STEPS: usize = Step::ALL.len() - 1;

/// One of the five steps, and the page `page` of what there is to choose from.
pub fn step(
    voice: Voice<'_>,
    settings: &Settings,
    offer: &Offer<'_>,
    (step, page): (Step, u8),
    note: Option<String>,
) -> Reply {
    let desk = Desk { voice, settings };
    let (about, controls) = match step {
        Step::Channels => ("setup-channels", desk.channels()),
        Step::Mentions => ("setup-mentions", desk.mentions()),
        Step::Visibility => ("setup-visibility", desk.visibility()),
        Step::Helplines => ("setup-helplines", desk.helplines(offer, page)),
        Step::Reports | Step::Doctor => ("setup-reports", desk.reports()),
    };
    let number = (step.position() + 1).min(STEPS).to_string();
    let values = [("step", number.into()), ("steps", STEPS.to_string().into())];
    let title = voice.phrases.say(voice.language, "setup-step", &values);
    let mut said = vec![format!("**{title}**\n{}", voice.say(about))];
    if step == Step::Channels {
        said.insert(0, voice.say("setup-hello"));
    }
    said.extend(setting(step).map(|setting| line(voice, setting, settings, offer)));
    Reply {
        parts: note.into_iter().chain(said).map(Part::Say).collect(),
        rows: controls.into_iter().chain([desk.ways(step)]).collect(),
        arrival: Arrival::InPlace,
        ..Reply::say("")
    }
}

/// The setting that a step is about.
fn setting(step: Step) -> Option<&'static Setting> {
    match step {
        Step::Channels => Some(Own::Channels.setting()),
        Step::Mentions => Some(Own::Mentions.setting()),
        Step::Visibility => Setting::named(VISIBILITY),
        Step::Helplines => Some(Own::Helplines.setting()),
        Step::Reports | Step::Doctor => Some(Own::Review.setting()),
    }
}

/// What the doctor found.
#[derive(Clone, Debug)]
pub struct Examined<'e> {
    /// What it looked at.
    pub survey: &'e Survey,
    /// What does not work.
    pub findings: Vec<Finding>,
    /// What a moderator should know of the article, if anything.
    pub advice: Option<String>,
    /// A question, and the parts of the reply that members would get.
    pub test: (String, Vec<Part>),
}

/// What works and what does not, and what members get when they ask.
pub fn doctor(voice: Voice<'_>, settings: &Settings, examined: Examined<'_>) -> Reply {
    let (findings, channels) = (&examined.findings, &examined.survey.channels);
    let desk = Desk { voice, settings };
    let mut said = vec![format!("**{}**", voice.say("doctor"))];
    let of = |used: Use| {
        let chosen = channels.iter().map(|lacks| lacks.channel);
        let chosen = chosen.filter(|channel| uses(settings, *channel).contains(&used));
        // What does not work there is told above.
        let works = chosen.filter(|channel| !fails(findings, *channel, used));
        works.count()
    };
    let (commands, mentions) = (of(Use::Commands), of(Use::Mentions));
    let swallowed = mentions > 0 && examined.survey.automod == AutoMod::Swallows;
    said.extend(match findings.is_empty() {
        true if swallowed || commands == 0 => None,
        true => Some(voice.say("doctor-well")),
        false => Some(desk.findings(findings)),
    });
    let values = [
        ("commands", commands.into()),
        ("mentions", mentions.into()),
        ("channels", channels.len().into()),
    ];
    said.push(
        voice
            .phrases
            .say(voice.language, "doctor-channels", &values),
    );
    said.extend(match examined.survey.automod {
        AutoMod::Swallows if mentions > 0 => Some(voice.say("doctor-automod-swallows")),
        AutoMod::Unknown if mentions > 0 => Some(voice.say("doctor-automod")),
        AutoMod::Swallows | AutoMod::Unknown | AutoMod::LetsThrough => None,
    });
    said.extend(examined.advice);
    let (question, answer) = examined.test;
    said.push(voice.say_with("doctor-test", "question", &question));
    let rows = vec![
        desk.button("button-check-again", Press::Setup(Setup::At(Step::Doctor))),
        desk.button("button-back", Press::Setup(Setup::At(Step::Reports))),
        desk.button("button-panel", Press::Panel(Panel::Turn(Page::Overview))),
    ];
    Reply {
        parts: said.into_iter().map(Part::Say).chain(answer).collect(),
        rows: vec![Row::Buttons(rows)],
        arrival: Arrival::InPlace,
        ..Reply::say("")
    }
}

/// Whether `used` does not work in `channel`.
fn fails(findings: &[Finding], channel: ChannelId, used: Use) -> bool {
    findings.iter().any(|finding| match finding {
        Finding::Missing(other, what, missing) => {
            // Without these we cannot be asked there, or not answer; without others the answer is plainer.
            let stops = [Permission::UseCommands, Permission::View, Permission::Send];
            let stopped = missing.iter().any(|lack| stops.contains(lack));
            (*other, *what) == (channel, used) && stopped
        }
        Finding::Gone(_) => false,
    })
}

struct Desk<'d> {
    voice: Voice<'d>,
    settings: &'d Settings,
}

impl Desk<'_> {
    fn channels(&self) -> Vec<Row> {
        self.list(List::Channels, &[Choice::Everywhere])
    }

    fn mentions(&self) -> Vec<Row> {
        let choices = [Choice::MentionsNowhere, Choice::MentionsEverywhere];
        self.list(List::Mentions, &choices)
    }

    /// What is usual, the way to what one menu does not hold, and the menu.
    fn list(&self, list: List, choices: &[Choice]) -> Vec<Row> {
        let choices = choices.iter().map(|choice| self.choice(*choice));
        let rest = rest(self.voice, self.settings, list, Step::SPAN);
        let buttons = choices.chain(rest).collect();
        vec![Row::Buttons(buttons), self.pick("pick-only", list)]
    }

    fn visibility(&self) -> Vec<Row> {
        let values = Setting::named(VISIBILITY)
            .into_iter()
            .flat_map(Setting::values);
        let buttons = values.map(|value| self.choice(Choice::Set(value)));
        vec![Row::Buttons(buttons.collect())]
    }

    fn helplines(&self, offer: &Offer<'_>, page: u8) -> Vec<Row> {
        let none = self.button("helplines-none", Press::Setup(Setup::Helplines(None)));
        let places = offer.places.iter().map(|place| {
            let press = Setup::Helplines(Some(Key::of(&place.id.0)));
            Button::press(&place.name, Press::Setup(press))
        });
        let choices: Vec<Button> = [none].into_iter().chain(places).collect();
        let turn = |page| Press::Setup(Setup::Places(page));
        let label = self.voice.say("menu-helplines");
        paged(self.voice, label, &choices, page.into(), turn)
    }

    fn reports(&self) -> Vec<Row> {
        vec![self.pick("pick-review", List::Review)]
    }

    /// The way back, and the way on with everything as it is.
    fn ways(&self, step: Step) -> Row {
        let back = step
            .before()
            .map(|before| self.button("button-back", Press::Setup(Setup::At(before))));
        let keep = self.button("button-keep", Press::Setup(Setup::At(step.next())));
        Row::Buttons(back.into_iter().chain([keep]).collect())
    }

    fn pick(&self, label: &str, list: List) -> Row {
        let most = match list {
            List::Review => 1,
            _ => super::panel::PICK_LIMIT,
        };
        Row::Pick(Pick {
            label: self.voice.say(label),
            what: Pickable::Channels,
            press: Press::Setup(Setup::Pick(list, seen(self.settings, list))),
            chosen: picked(
                &held(self.settings, list, Step::SPAN).unwrap_or_default(),
                0,
            )
            .to_vec(),
            most,
        })
    }

    fn choice(&self, choice: Choice) -> Button {
        self.button(&choice.name(), Press::Setup(Setup::Choose(choice)))
    }

    fn button(&self, name: &str, press: Press) -> Button {
        Button::press(self.voice.say(name), press)
    }

    /// The first findings, each with what to do about it.
    fn findings(&self, findings: &[Finding]) -> String {
        let told = findings
            .iter()
            .take(FINDINGS_TOLD)
            .map(|finding| self.finding(finding));
        let mut lines: Vec<String> = [self.voice.say("doctor-ill")]
            .into_iter()
            .chain(told)
            .collect();
        let more = findings.len().saturating_sub(FINDINGS_TOLD);
        if more > 0 {
            lines.push(
                self.voice
                    .say_with("doctor-more", "more", &more.to_string()),
            );
        }
        lines.join("\n")
    }

    fn finding(&self, finding: &Finding) -> String {
        let (channel, sentence, missing) = match finding {
            Finding::Gone(channel) => (*channel, "doctor-gone", Vec::new()),
            Finding::Missing(channel, used, missing) => {
                let sentence = match used {
                    Use::Commands => "doctor-commands",
                    Use::Mentions => "doctor-mentions",
                    Use::Posts => "doctor-posts",
                    Use::Reports => "doctor-reports",
                };
                (*channel, sentence, missing.clone())
            }
        };
        let missing: Vec<String> = missing.iter().map(|lack| self.permission(*lack)).collect();
        let values = [
            ("channel", shown(channel).into()),
            ("missing", missing.join(", ").into()),
        ];
        self.voice
            .phrases
            .say(self.voice.language, sentence, &values)
    }

    /// What Discord calls it.
    fn permission(&self, permission: Permission) -> String {
        self.voice.say(match permission {
            Permission::View => "permission-view",
            Permission::Send => "permission-send",
            Permission::SendInThreads => "permission-threads",
            Permission::Embed => "permission-embed",
            Permission::History => "permission-history",
            Permission::UseCommands => "permission-commands",
        })
    }
}
