//! Money and hours, as amounts that can be read.

use programme::{BudgetLine, Language, Measure, Money};

use super::{Writer, figure};
use crate::pdf::{self, KeyFigure, MoneyLine, MoneySum};
use crate::{format, say};

impl Writer<'_> {
    pub(super) fn money(&self, measure: &Measure) -> pdf::Money {
        let (language, sum) = (self.language, measure.money());
        let columns = Columns::of(language, &sum);
        let missing_hours = sum.cost_hours.saturating_sub(sum.pledged_hours);
        let lacks = sum.missing_kroner > 0 || missing_hours > 0;
        let mut sums = vec![columns.sum(
            "document-sum",
            &[(sum.pledged_kroner, sum.pledged_hours), (sum.delivered_kroner, sum.delivered_hours)],
        )];
        if lacks {
            sums.push(columns.sum("document-cost", &[(sum.cost_kroner, sum.cost_hours)]));
            sums.push(columns.sum("document-missing", &[(sum.missing_kroner, missing_hours)]));
        }
        pdf::Money {
            lines: measure.budget.iter().map(|line| self.line(&columns, line)).collect(),
            sums,
            columns: columns.heads(),
            missing: lacks.then(|| amount(language, sum.missing_kroner, missing_hours)),
            example: sum.example,
        }
    }

    fn line(&self, columns: &Columns, line: &BudgetLine) -> MoneyLine {
        MoneyLine {
            funder: self.organisation(&line.funder),
            year: line.year.to_string(),
            amounts: columns.amounts(&[(line.kroner, line.hours), (line.delivered_kroner, line.delivered_hours)]),
        }
    }
}

/// The columns of a measure's table: kroner, hours or both, pledged and delivered.
struct Columns {
    language: Language,
    kroner: bool,
    hours: bool,
}

impl Columns {
    fn of(language: Language, sum: &Money) -> Self {
        let hours = sum.cost_hours + sum.pledged_hours + sum.delivered_hours > 0;
        let kroner = sum.cost_kroner + sum.pledged_kroner + sum.delivered_kroner > 0;
        Self {
            language,
            kroner: kroner || !hours,
            hours,
        }
    }

    fn heads(&self) -> Vec<String> {
        let given = ["document-pledged", "document-delivered"].map(|key| say!(self.language, key));
        given
            .iter()
            .flat_map(|given| {
                self.chosen(
                    say!(self.language, "document-in-kroner", what = given),
                    say!(self.language, "document-in-hours", what = given),
                )
            })
            .collect()
    }

    fn sum(&self, key: &str, given: &[(u64, u64)]) -> MoneySum {
        let mut amounts = self.amounts(given);
        amounts.resize(self.heads().len(), String::new());
        MoneySum {
            name: say!(self.language, key),
            amounts,
        }
    }

    fn amounts(&self, given: &[(u64, u64)]) -> Vec<String> {
        let shown = |number: u64| match number {
            0 => "–".to_owned(),
            _ => format::integer(self.language, signed(number)),
        };
        given
            .iter()
            .flat_map(|&(kroner, hours)| self.chosen(shown(kroner), shown(hours)))
            .collect()
    }

    fn chosen<T>(&self, kroner: T, hours: T) -> impl Iterator<Item = T> {
        self.kroner.then_some(kroner).into_iter().chain(self.hours.then_some(hours))
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
