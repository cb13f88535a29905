//! What a shock's queue shows: the head with what waits and what is at stake, and the list to work through.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use maud::{Markup, html};
use programme::shock::Subject;
use programme::shock::queue::{self, Item, Queue};
use programme::{ActionPlanId, AssumptionId, Decision, MeasureId, OrganisationId, Shares, Shock, ShockId, State};
use publishing::{format, say};
use serde::Deserialize;

use super::{decided_words, place};
use crate::horizon;
use crate::reader::Reader;
use crate::session::Member;
use crate::wording::inline;

/// So many items stand in the list at once.
const PAGE: usize = 50;

/// What the list is narrowed to, as it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    vis: String,
    #[serde(default)]
    pub forutsetning: String,
    #[serde(default)]
    pub plan: String,
    #[serde(default)]
    pub partner: String,
    side: Option<usize>,
    /// What was just saved, for the page to say.
    #[serde(default)]
    pub lagret: String,
}

/// What the list can be narrowed to.
const SHOWN: [&str; 2] = ["venter", "avgjort"];

impl Asked {
    /// The end of an address that keeps the choice; only what can be right is kept.
    pub fn query(&self) -> String {
        let id = |text: &str| text.parse::<MeasureId>().is_ok();
        let parts: Vec<String> = [
            ("vis", &self.vis, SHOWN.contains(&self.vis.as_str())),
            ("forutsetning", &self.forutsetning, id(&self.forutsetning)),
            ("plan", &self.plan, id(&self.plan)),
            ("partner", &self.partner, id(&self.partner)),
        ]
        .into_iter()
        .filter(|(.., right)| *right)
        .map(|(name, value, _)| format!("{name}={value}"))
        .collect();
        if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        }
    }

    /// The same with something that the page should say was saved.
    pub fn saved(&self, what: &str) -> String {
        let query = self.query();
        let sign = if query.is_empty() { '?' } else { '&' };
        format!("{query}{sign}lagret={what}")
    }

    fn page(&self, page: usize) -> String {
        let query = self.query();
        let sign = if query.is_empty() { '?' } else { '&' };
        format!("{query}{sign}side={page}")
    }

    /// True where the list is narrowed at all.
    pub fn narrows(&self) -> bool {
        !self.query().is_empty()
    }

    fn holds(&self, item: &Item<'_>) -> bool {
        fn fits<T: std::str::FromStr>(wanted: &str, holds: impl FnOnce(&T) -> bool) -> bool {
            wanted.is_empty() || wanted.parse().is_ok_and(|id| holds(&id))
        }
        fits(&self.plan, |plan: &ActionPlanId| &item.measure.plan == plan)
            && fits(&self.partner, |partner: &OrganisationId| item.measure.involves(partner))
            && fits(&self.forutsetning, |id: &AssumptionId| {
                item.hits.iter().any(|hit| &hit.assumption.id == id)
            })
    }
}

/// A shock's queue in the order in which it is worked through, narrowed to what was asked for.
pub(super) struct Worked<'a> {
    pub reader: &'a Reader,
    pub shock: &'a Shock,
    pub queue: Queue<'a>,
    pub asked: Asked,
    /// What is shown: what waits first, the most depended on before the others, then what is decided.
    pub items: Vec<Item<'a>>,
}

impl<'a> Worked<'a> {
    pub fn of(member: &'a Member, shock: &'a Shock, asked: Asked) -> Self {
        let reader = &member.reader;
        let queue = Queue::of(reader.state(), shock, reader.today);
        let waits = |item: &Item<'_>| item.waits(reader.today);
        let shown = |item: &&Item<'_>| match asked.vis.as_str() {
            "venter" => waits(item),
            "avgjort" => !waits(item),
            _ => true,
        };
        let mut items: Vec<Item<'a>> = queue.items.iter().filter(|item| asked.holds(item)).filter(shown).cloned().collect();
        items.sort_by_key(|item| {
            if waits(item) {
                (false, Reverse(item.dependants.len()))
            } else {
                (true, Reverse(0))
            }
        });
        Self {
            reader,
            shock,
            queue,
            asked,
            items,
        }
    }

    /// The plans for which something decided waits for a revision.
    pub fn pending_plans(&self) -> BTreeSet<&ActionPlanId> {
        let is_pending = |decision: &&Decision| decision.is_pending(self.reader.today);
        let queued = self
            .queue
            .items
            .iter()
            .filter(|item| item.decision.as_ref().is_some_and(is_pending));
        let new = self.queue.new.iter().filter(|decision| is_pending(decision));
        let drafted = new.filter_map(|decision| decision.drafted()).map(|measure| &measure.plan);
        queued.map(|item| &item.measure.plan).chain(drafted).collect()
    }

    /// The place of a measure in this queue, with what the list is narrowed to.
    pub fn place_of(&self, measure: &MeasureId) -> String {
        let end = format!("/tiltak/{measure}{}", self.asked.query());
        place(self.reader, &self.shock.id, &end)
    }

    /// The next that waits after a measure, from the top again where none does.
    pub fn next_after(&self, measure: &MeasureId) -> Option<&MeasureId> {
        let here = self.items.iter().position(|item| &item.measure.id == measure).unwrap_or(0);
        let (before, after) = self.items.split_at(here.min(self.items.len()));
        let mut rest = after.iter().chain(before);
        let next = rest.find(|item| item.waits(self.reader.today) && &item.measure.id != measure)?;
        Some(&next.measure.id)
    }

    /// How many wait, how far it has come, what is at stake, and what becomes of the long term.
    pub fn head(&self, plan: Option<&ActionPlanId>) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        let (all, decided) = (self.queue.items.len(), self.queue.decided());
        let (money, partners) = self.queue.at_stake();
        let kroner = i64::try_from(money.cost_kroner.max(money.pledged_kroner)).unwrap_or(i64::MAX);
        let shares = plan.and_then(|plan| queue::shares(reader.state(), plan, self.shock, reader.today));
        let floor = reader.state().programme.long_term_floor;
        let words = say!(language, "queue-progress", done = decided, all = all);
        html! {
            h1.vk-title { (say!(language, "queue-title", count = all - decided)) }
            @if all > 0 {
                div.vk-money.vk-progress { (crate::widget::progress(decided, all, &words)) }
            }
            ul.vk-queue-facts {
                li { (words) }
                @if decided < all {
                    li { (say!(language, "queue-at-stake", kroner = format::kroner(language, kroner), partners = partners)) }
                }
                @if let Some((before, after)) = &shares { (self.long_term(before, after, floor)) }
                (self.goals())
            }
            @if let Some((before, after)) = &shares {
                details.vk-details.vk-queue-horizons {
                    summary { (say!(language, "horizons-show")) }
                    (horizon::shown(reader, None, Some(before), after, floor))
                }
            }
        }
    }

    fn long_term(&self, before: &Shares, after: &Shares, floor: Option<u8>) -> Markup {
        let language = self.reader.language;
        let percent = |share: f64| format::percent(language, share, 0);
        html! {
            @if let (Some(was), Some(will)) = (before.long_term_kroner(), after.long_term_kroner()) {
                li {
                    @match floor {
                        Some(floor) => (say!(language, "queue-long-term-floor", was = percent(was), will = percent(will), floor = percent(f64::from(floor) / 100.0))),
                        None => (say!(language, "queue-long-term", was = percent(was), will = percent(will))),
                    }
                    @if floor.is_some_and(|floor| after.is_under(floor)) && !self.pending_plans().is_empty() { " " strong { (say!(language, "queue-under-floor")) } }
                }
            }
        }
    }

    fn goals(&self) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        let waiting = self.queue.goals.iter().filter(|goal| goal.waits(reader.today)).count();
        let words = say!(
            language,
            "queue-goals",
            done = self.queue.goals.len() - waiting,
            all = self.queue.goals.len()
        );
        html! {
            @if !self.queue.goals.is_empty() { li { a.ds-link href=(place(reader, &self.shock.id, "/maal")) { (words) } } }
        }
    }

    /// The list at the left, a page of it at a time.
    pub fn list(&self, here: Option<&MeasureId>) -> Markup {
        let language = self.reader.language;
        let at = here.and_then(|here| self.items.iter().position(|item| &item.measure.id == here));
        let pages = self.items.len().div_ceil(PAGE).max(1);
        let page = self.asked.side.unwrap_or_else(|| at.unwrap_or(0) / PAGE + 1).clamp(1, pages);
        let shown = self.items.iter().skip((page - 1) * PAGE).take(PAGE);
        html! {
            nav.vk-work__list aria-label=(say!(language, "queue-list")) {
                (self.filter())
                @if self.items.is_empty() { p.vk-small { (say!(language, "queue-none-fit")) } }
                ul.vk-queue {
                    @for item in shown { li { (self.entry(item, here)) } }
                    @if page == pages && !self.asked.narrows() {
                        @for new in &self.queue.new { li { (self.new_entry(new, here)) } }
                    }
                }
                @if pages > 1 { (self.pager(page, pages)) }
            }
        }
    }

    fn entry(&self, item: &Item<'_>, here: Option<&MeasureId>) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        let waits = item.waits(reader.today);
        let detail = match item.decision {
            Some(decision) => decided_words(reader, decision, reader.today),
            None => self.waiting_words(item),
        };
        html! {
            a.vk-queue__item href=(self.place_of(&item.measure.id)) aria-current=[(here == Some(&item.measure.id)).then_some("true")] data-done[!waits] {
                span { (inline(language, &item.measure.title)) }
                small { (detail) }
            }
        }
    }

    /// What speaks for taking this one up: what depends on it, or else what it costs and whom it concerns.
    fn waiting_words(&self, item: &Item<'_>) -> String {
        let language = self.reader.language;
        if !item.dependants.is_empty() {
            return say!(language, "queue-dependants", count = item.dependants.len());
        }
        if let (true, Some(first)) = (item.hits.is_empty(), item.through.first()) {
            return say!(language, "queue-through", title = self.reader.plain(&first.title));
        }
        let money = item.measure.money();
        let kroner = i64::try_from(money.cost_kroner.max(money.pledged_kroner)).unwrap_or(i64::MAX);
        let partners = say!(language, "queue-partners", count = item.partners().len());
        if kroner == 0 {
            partners
        } else {
            format!("{}, {partners}", format::kroner(language, kroner))
        }
    }

    fn new_entry(&self, decision: &Decision, here: Option<&MeasureId>) -> Markup {
        let reader = self.reader;
        let Some(Subject::Measure(id)) = decision.subject() else {
            return html! {};
        };
        html! {
            a.vk-queue__item href=(self.place_of(&id)) aria-current=[(here == Some(&id)).then_some("true")] data-done {
                span { (measure_title(reader, decision, &id)) }
                small { (decided_words(reader, decision, reader.today)) }
            }
        }
    }

    fn pager(&self, page: usize, pages: usize) -> Markup {
        let language = self.reader.language;
        let link = |to: usize, rel: &str, key: &str| {
            html! { li { a rel=(rel) href=(place(self.reader, &self.shock.id, &self.asked.page(to))) { (say!(language, key)) } } }
        };
        html! {
            nav.vk-pager aria-label=(say!(language, "queue-pages", page = page, pages = pages)) {
                ul {
                    @if page > 1 { (link(page - 1, "prev", "queue-page-before")) }
                    li { (say!(language, "queue-pages", page = page, pages = pages)) }
                    @if page < pages { (link(page + 1, "next", "queue-page-after")) }
                }
            }
        }
    }

    /// Narrows the list. It folds away where nothing is asked for.
    fn filter(&self) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        html! {
            details.vk-details open[self.asked.narrows()] {
                summary { (say!(language, "queue-filter")) }
                form.vk-filter.vk-filter--column method="get" action=(place(reader, &self.shock.id, "")) {
                    (select(reader, "vis", "queue-filter-shown", &self.asked.vis, &SHOWN.map(|shown| (shown.to_owned(), say!(language, &format!("queue-shown-{shown}"))))))
                    (self.narrowing())
                    button.ds-button data-variant="secondary" type="submit" { (say!(language, "filter-show")) }
                }
            }
        }
    }

    /// By assumption, plan and partner: what the queue has, and nothing else.
    pub fn narrowing(&self) -> Markup {
        let (reader, state) = (self.reader, self.reader.state());
        let items = &self.queue.items;
        let assumption = |id: &AssumptionId| items.iter().any(|item| item.hits.iter().any(|hit| &hit.assumption.id == id));
        let assumptions: Vec<(String, String)> = state
            .assumptions
            .iter()
            .filter(|one| assumption(&one.id))
            .map(|one| (one.id.to_string(), reader.plain(&one.text).to_owned()))
            .collect();
        let plans: Vec<(String, String)> = state
            .action_plans
            .iter()
            .filter(|plan| items.iter().any(|item| item.measure.plan == plan.id))
            .map(|plan| (plan.id.to_string(), reader.plain(&plan.title).to_owned()))
            .collect();
        let involved: BTreeSet<&OrganisationId> = items.iter().flat_map(Item::partners).collect();
        let partners: Vec<(String, String)> = state
            .organisations
            .iter()
            .filter(|one| involved.contains(&one.id))
            .map(|one| (one.id.to_string(), reader.plain(&one.name).to_owned()))
            .collect();
        html! {
            @if assumptions.len() > 1 { (select(reader, "forutsetning", "queue-filter-assumption", &self.asked.forutsetning, &assumptions)) }
            @if plans.len() > 1 { (select(reader, "plan", "field-plan", &self.asked.plan, &plans)) }
            @if partners.len() > 1 { (select(reader, "partner", "queue-filter-partner", &self.asked.partner, &partners)) }
        }
    }
}

fn select(reader: &Reader, name: &str, label: &str, chosen: &str, choices: &[(String, String)]) -> Markup {
    let language = reader.language;
    html! {
        div.ds-field {
            label.ds-label for=(format!("filter-{name}")) { (say!(language, label)) }
            select.ds-input id=(format!("filter-{name}")) name=(name) {
                option value="" { (say!(language, "filter-all")) }
                @for (value, words) in choices { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}

/// The title of a measure that a decision is about: as it is to be, as it is, or its identifier.
pub(super) fn measure_title(reader: &Reader, decision: &Decision, id: &MeasureId) -> Markup {
    let known = decision.drafted().or_else(|| reader.state().measure(id));
    html! { @match known { Some(measure) => { (inline(reader.language, &measure.title)) }, None => { (id) } } }
}

/// The decision of a shock that was made last, whose body, day and case the next one begins with.
pub(super) fn latest<'a>(state: &'a State, shock: &ShockId, version: impl Fn(&Decision) -> Option<i64>) -> Option<&'a Decision> {
    let own = state.decisions.iter().filter(|decision| &decision.shock == shock);
    own.max_by_key(|decision| version(decision))
}
