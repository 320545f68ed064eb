//! Why we said what we said, for authors and moderators.

use super::{Answer, Answered, Confidence, Costs, Decision, Index, Rule};
use crate::care::{Care, LEARNED, Signal};
use crate::content::Article;
use crate::search::{Correction, Evidence, Example};
use std::fmt;

/// Why a question got its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The rule that decided.
    pub rule: Rule,
    /// The sign of need, where care comes first.
    pub care: Option<Signal>,
    /// The example of need that is most like the question, where no rule of care decided.
    pub like: Option<String>,
    /// What each outcome was expected to cost; only where costs decided.
    pub costs: Option<Costs>,
    /// What spoke for the first sections; nothing is searched where care comes first.
    pub search: Option<Evidence>,
}

impl Explanation {
    /// Explains `answered`, which `index`, `care` and `confidence` decided of `question`.
    pub fn of(
        index: &Index,
        care: &Care,
        confidence: Confidence,
        question: &str,
        answered: &Answered,
    ) -> Explanation {
        let signal = match &answered.answer {
            Answer::Care(signal) => Some(signal),
            _ => None,
        };
        let by_cost = matches!(answered.rule, Rule::Cost(_));
        let ranking = answered.ranking.as_ref();
        Explanation {
            rule: answered.rule.clone(),
            care: signal.cloned(),
            like: signal.and_then(|signal| Some(care.like(question, signal)?.to_owned())),
            costs: ranking
                .filter(|_| by_cost)
                .map(|ranking| confidence.costs(ranking)),
            search: ranking.map(|ranking| index.explain(ranking)),
        }
    }

    /// The explanation line by line, of a question about `article`: the rule, the route of care and what spoke for it,
    /// the corrections, what spoke for each of the first sections. What belongs to the line before is indented.
    pub fn lines(&self, article: &Article) -> Vec<String> {
        let mut lines = vec![self.rule.to_string()];
        if let Some(care) = &self.care {
            let route = care.route.name();
            lines.push(match care.rule.as_str() {
                LEARNED => format!("route: {route}, by the examples of need"),
                rule => format!("route: {route}, by the rule {rule}"),
            });
        }
        if let Some(like) = &self.like {
            lines.push(format!("    like: {like}"));
        }
        if let Some(costs) = self.costs {
            lines.push(format!("expected costs: {costs}"));
        }
        let Some(search) = &self.search else {
            return lines;
        };
        for Correction { typed, read } in &search.corrections {
            lines.push(format!("{typed} → {read}"));
        }
        for reasons in &search.sections {
            let id = &article.sections()[reasons.section].id;
            lines.push(format!("{:.2} {id}", reasons.probability));
            if !reasons.words.is_empty() {
                lines.push(format!("    words: {}", reasons.words.join(", ")));
            }
            for Example { text, alike } in &reasons.examples {
                lines.push(format!("    like {alike:.2}: {text}"));
            }
        }
        lines.push(format!("{:.2} not in the article", search.elsewhere));
        lines
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Rule::Care => "Somebody may need a person: the article waits.",
            Rule::Command => "A part was asked for by its number or name.",
            Rule::NoWords => "There is no word in it to search for.",
            Rule::Clinic => "Only a doctor or a clinic can tell.",
            Rule::OtherLanguage => "It is in another language than the article.",
            Rule::Cost(Decision::Answer) => "Quoting the first costs least.",
            Rule::Cost(Decision::Likely(_)) => {
                "Quoting the first, and offering the others beside it, costs least."
            }
            Rule::Cost(Decision::Choices(_)) => "Offering a choice costs least.",
            Rule::Cost(Decision::None) => "Saying that the article is silent costs least.",
        })
    }
}

impl fmt::Display for Costs {
    /// The costs in misses: "answer 0.12, choice of 2 0.34, none 0.98".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "answer {:.2}", self.answer)?;
        if let Some(likely) = self.likely {
            write!(f, ", likely {likely:.2}")?;
        }
        if let Some(choices) = self.choices {
            write!(f, ", choice of {} {choices:.2}", self.offered)?;
        }
        write!(f, ", none {:.2}", self.none)
    }
}
