//! Money and hours, as amounts that can be read.

use programme::{BudgetLine, Language, Measure, Money};

use super::{Writer, figure};
use crate::pdf::{self, KeyFigure, MoneyLine};
use crate::{format, say};

impl Writer<'_> {
    pub(super) fn money(&self, measure: &Measure) -> pdf::Money {
        let (language, sum) = (self.language, measure.money());
        let missing_hours = sum.cost_hours.saturating_sub(sum.pledged_hours);
        let given = |kroner: u64, hours: u64| (kroner > 0 || hours > 0).then(|| amount(language, kroner, hours));
        pdf::Money {
            lines: measure.budget.iter().map(|line| self.line(line)).collect(),
            pledged: amount(language, sum.pledged_kroner, sum.pledged_hours),
            delivered: amount(language, sum.delivered_kroner, sum.delivered_hours),
            cost: given(sum.cost_kroner, sum.cost_hours),
            missing: given(sum.missing_kroner, missing_hours),
            example: sum.example,
        }
    }

    fn line(&self, line: &BudgetLine) -> MoneyLine {
        MoneyLine {
            funder: self.organisation(&line.funder),
            year: line.year.to_string(),
            pledged: amount(self.language, line.kroner, line.hours),
            delivered: amount(self.language, line.delivered_kroner, line.delivered_hours),
        }
    }
}

/// What is pledged of what it takes, and what is missing; nothing where no measure takes money.
pub(super) fn key_figures(language: Language, measures: &[Measure]) -> Vec<KeyFigure> {
    let sum: Money = measures.iter().map(Measure::money).sum();
    if sum.cost_kroner == 0 && sum.pledged_kroner == 0 {
        return Vec::new();
    }
    let cost = kroner(language, sum.cost_kroner.max(sum.pledged_kroner));
    let lacking = measures.iter().filter(|measure| measure.money().missing_kroner > 0).count();
    let missing = if lacking == 0 {
        say!(language, "document-figure-nothing-missing")
    } else {
        say!(language, "document-figure-missing", measures = lacking)
    };
    let pledged = say!(language, "document-figure-pledged", cost = cost);
    [(sum.pledged_kroner, pledged), (sum.missing_kroner, missing)]
        .map(|(amount, label)| KeyFigure {
            example: sum.example,
            ..figure(kroner(language, amount), label)
        })
        .into()
}

/// "240 000 kr", "40 timer", "240 000 kr og 40 timer", or a dash.
fn amount(language: Language, kroner: u64, hours: u64) -> String {
    let money = (kroner > 0).then(|| format::kroner_exact(language, signed(kroner)));
    let time = (hours > 0).then(|| {
        let shown = format::integer(language, signed(hours));
        say!(language, "document-hours", hours = hours, shown = shown)
    });
    match (money, time) {
        (Some(money), Some(hours)) => say!(language, "document-money-and-hours", money = money, hours = hours),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "–".to_owned(),
    }
}

fn kroner(language: Language, amount: u64) -> String {
    format::kroner(language, signed(amount))
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
