//! The page of a difference: counts in words, money moved, and then item by item what changed and why.

use maud::{Markup, html};
use programme::difference::{Difference, Fate, GoalDifference, MeasureDifference, Named, Notes};
use programme::{ActionPlan, Language, Letter};
use publishing::difference::{Shift, Teller};
use publishing::say;

use super::compare::Form;
use super::ends::{End, Found};
use super::items::{Items, lines};
use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::widget::{crumbs, goal_link, status};
use crate::wording::{example_mark, inline};

/// Items on a page.
const ITEMS: usize = 100;
/// Measures without any change that are listed before the rest is only counted.
const LISTED: usize = 200;

/// The two states of a plan, and what is between them.
pub(super) struct View<'a> {
    pub reader: &'a Reader,
    pub plan: &'a ActionPlan,
    pub before: &'a Found,
    pub after: &'a Found,
    pub difference: &'a Difference<'a>,
    pub notes: &'a Notes,
    /// Counted from 1.
    pub page: usize,
}

/// Tells of a difference between two states that were found.
pub(crate) fn teller<'a>(
    language: Language,
    difference: &'a Difference<'a>,
    (before, after): (&'a Found, &'a Found),
    notes: &'a Notes,
) -> Teller<'a> {
    Teller {
        language,
        difference,
        before: before.surroundings(),
        after: after.surroundings(),
        sides: (before.side(), after.side()),
        notes,
    }
}

impl<'a> View<'a> {
    fn teller(&self) -> Teller<'a> {
        teller(self.reader.language, self.difference, (self.before, self.after), self.notes)
    }

    pub fn markup(&self) -> Markup {
        let (reader, language, teller) = (self.reader, self.reader.language, self.teller());
        let (heading, occasion, counts) = (teller.heading(), teller.occasion(), teller.counts());
        let (from, to) = (self.before.side().words(language), self.after.side().words(language));
        let title = say!(language, "difference-title", from = from, to = to);
        let way = (reader.addresses.action_plan(&self.plan.id), inline(language, &self.plan.title));
        let (shown, pages) = self.items();
        let body = html! {
            (crumbs(reader, &[way], &html! { (title) }))
            h1.vk-title { (heading) @if self.is_example() { (example_mark(language)) } }
            p.vk-lead { (occasion) " " strong { (counts) } }
            @if let publishing::difference::Side::Revision(revision) = self.after.side() {
                @if !revision.reason.is_empty() { p.vk-reason { (inline(language, &revision.reason)) } }
            }
            (shifts(reader, &teller.shifts()))
            @for remark in teller.remarks() {
                p.vk-reason lang=[remark.language] { (remark.text) }
            }
            (self.ways())
            @if self.here() == 1 { (self.goals(&teller)) }
            (self.groups(&teller, &shown))
            (self.pager(pages))
            @if self.here() == pages { (self.frame(&teller)) (self.same()) (self.named()) }
            (Form::of(self.before.end, self.after.end).markup(reader, self.plan, None))
        };
        page(
            reader,
            &Page {
                section: Section::ActionPlan,
                title: &title,
                description: Some(&format!("{occasion} {counts}")),
                body,
            },
        )
    }

    fn here(&self) -> usize {
        self.page.clamp(1, self.pages())
    }

    fn is_example(&self) -> bool {
        let of = |side| matches!(side, publishing::difference::Side::Revision(revision) if revision.example);
        of(self.before.side()) || of(self.after.side())
    }

    /// The items of this page, group by group, and how many pages there are.
    fn items(&self) -> (Vec<&'a MeasureDifference<'a>>, usize) {
        let all = Fate::ALL.into_iter().flat_map(|fate| self.difference.with(fate));
        let told = all.filter(|measure| !measure.is_same());
        let shown = told.skip((self.here() - 1) * ITEMS).take(ITEMS).collect();
        (shown, self.pages())
    }

    fn pages(&self) -> usize {
        let told = self.difference.measures.iter().filter(|measure| !measure.is_same()).count();
        told.div_ceil(ITEMS).max(1)
    }

    fn ways(&self) -> Markup {
        let (language, addresses, plan) = (self.reader.language, &self.reader.addresses, &self.plan.id);
        let whole = |end| match end {
            End::Revision(number) => addresses.revision(plan, number),
            End::Day(day) => addresses.action_plan_on(plan, day),
        };
        let (before, after) = (self.before.end, self.after.end);
        html! {
            ul.vk-ways {
                @if let Some(letter) = self.letter() {
                    li { a.ds-link href=(addresses.letter(plan, letter.revision)) { (say!(language, "letter-public-title")) } }
                }
                @if let End::Revision(number) = after {
                    li { a.ds-link href=(addresses.revision_pdf(plan, number)) { (say!(language, "difference-plan-pdf")) } }
                }
                li { a.ds-link href=(addresses.changes_pdf(plan, before, after)) { (say!(language, "difference-pdf")) } }
                li { a.ds-link href=(addresses.api_changes(plan, before, after)) { (say!(language, "difference-json")) } }
                li { a.ds-link href=(whole(before)) { (say!(language, "difference-before-whole")) } }
                li { a.ds-link href=(whole(after)) { (say!(language, "difference-after-whole")) } }
            }
        }
    }

    /// The published letter about the newer state, where that is the next revision.
    fn letter(&self) -> Option<&Letter> {
        let (End::Revision(from), End::Revision(to)) = (self.before.end, self.after.end) else {
            return None;
        };
        let letter = self.reader.state().letter(&Letter::id_of(&self.plan.id, to)?)?;
        (from + 1 == to && letter.published.is_some()).then_some(letter)
    }

    /// Do the goals stand? What of them is another is told field by field.
    fn goals(&self, teller: &Teller<'_>) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        let growth = self.after.surroundings().goals.iter().filter(|goal| goal.plan.is_none()).count();
        let told: Vec<&GoalDifference<'_>> = teller.goals_told().collect();
        html! {
            @if growth > 0 || !told.is_empty() {
                section.vk-section aria-labelledby="endringer_maal" {
                    h2.vk-section__title.vk-section__title--rule id="endringer_maal" { (say!(language, "difference-goals")) }
                    @if told.is_empty() { p { (say!(language, "difference-goals-same", count = growth)) } }
                    @for goal in told {
                        article.vk-change {
                            p.vk-change__mark { (goal_mark(reader, goal)) }
                            div.vk-change__what {
                                h3.vk-change__title { (goal_link(reader, &goal.goal().id)) }
                                (lines(reader, &teller.goal(goal)))
                            }
                        }
                    }
                }
            }
        }
    }

    fn frame(&self, teller: &Teller<'_>) -> Markup {
        let told = teller.frame();
        html! {
            @if !told.is_empty() {
                details.vk-details {
                    summary { (say!(self.reader.language, "difference-frame-changed")) }
                    (lines(self.reader, &told))
                }
            }
        }
    }

    fn groups(&self, teller: &Teller<'a>, shown: &[&'a MeasureDifference<'a>]) -> Markup {
        let language = self.reader.language;
        let items = Items {
            reader: self.reader,
            teller: *teller,
            page: self.here(),
        };
        html! {
            @for fate in Fate::ALL {
                @let group: Vec<&MeasureDifference<'a>> = shown.iter().copied().filter(|measure| measure.fate == fate).collect();
                @if !group.is_empty() {
                    @let heading = format!("endringer_{}", fate.word());
                    section.vk-section aria-labelledby=(heading) {
                        h2.vk-section__title.vk-section__title--rule id=(heading) { (say!(language, &format!("difference-fate-{}", fate.word()))) }
                        @if fate == Fate::Kept {
                            details.vk-details {
                                summary { (say!(language, "difference-kept-news", count = group.len())) }
                                @for measure in group { (items.one(measure)) }
                            }
                        } @else {
                            @for measure in group { (items.one(measure)) }
                        }
                    }
                }
            }
        }
    }

    /// What stands exactly as before, for who looks for it.
    fn same(&self) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        let same: Vec<&MeasureDifference<'_>> = self.difference.measures.iter().filter(|measure| measure.is_same()).collect();
        let left = same.len().saturating_sub(LISTED);
        html! {
            @if !same.is_empty() {
                details.vk-details {
                    summary { (say!(language, "difference-kept-same", count = same.len())) }
                    ul.vk-rows {
                        @for measure in same.iter().take(LISTED) {
                            li.vk-row id=(anchor(measure)) {
                                span.vk-row__title { (title(reader, measure)) }
                                span.vk-row__side { (status(language, measure.measure().current())) }
                            }
                        }
                    }
                    @if left > 0 {
                        p { (say!(language, "difference-kept-more", count = left)) " "
                            a.ds-link href=(reader.addresses.action_plan(&self.plan.id)) { (say!(language, "difference-see-plan")) } }
                    }
                }
            }
        }
    }

    /// What else the two states name otherwise.
    fn named(&self) -> Markup {
        let language = self.reader.language;
        let named = &self.difference.surroundings;
        html! {
            @if !named.is_empty() {
                details.vk-details {
                    summary { (say!(language, "difference-named")) }
                    ul.vk-rows { @for one in named { (named_row(self.reader, one)) } }
                }
            }
        }
    }

    fn pager(&self, pages: usize) -> Markup {
        let (language, here) = (self.reader.language, self.here());
        let address = self.reader.addresses.changes(&self.plan.id, self.before.end, self.after.end);
        let to = |number: usize| {
            if number == 1 {
                address.clone()
            } else {
                format!("{address}?side={number}")
            }
        };
        html! {
            @if pages > 1 {
                p.vk-small { (say!(language, "difference-page", number = here, pages = pages)) }
                nav.vk-pager aria-label=(say!(language, "difference-pages")) {
                    ul {
                        @for number in 1..=pages {
                            li { a href=(to(number)) aria-current=[(number == here).then_some("page")] { (number) } }
                        }
                    }
                }
            }
        }
    }
}

fn goal_mark(reader: &Reader, goal: &GoalDifference<'_>) -> Markup {
    let (mark, key) = match (goal.before, goal.after) {
        (None, _) => ("new", "difference-fate-new"),
        (_, None) => ("dropped", "difference-fate-removed"),
        _ if !goal.stands() => ("changed", "difference-goal-changed"),
        _ if goal.target().is_some() => ("kept", "difference-goal-repathed"),
        _ => ("kept", "difference-goal-stands"),
    };
    html! { span.vk-status data-status=(mark) { (say!(reader.language, key)) } }
}

/// Before and after of each number, large.
fn shifts(reader: &Reader, shifts: &[Shift]) -> Markup {
    html! {
        ul.vk-keyfigures.vk-keyfigures--quiet {
            @for shift in shifts {
                li.vk-keyfigure {
                    strong.vk-keyfigure__value { (number(reader, shift)) }
                    span.vk-keyfigure__caption { (shift.caption) @if shift.example { (example_mark(reader.language)) } }
                }
            }
        }
    }
}

/// The unit stands once where it stands last in both; who hears the page hears "from" and "to".
fn number(reader: &Reader, shift: &Shift) -> Markup {
    let spoken = say!(reader.language, "difference-from-to", from = &shift.before, to = &shift.after);
    html! {
        @if shift.before == shift.after { (shift.after) } @else {
            span aria-hidden="true" { (shift.before_without_unit()) " → " (shift.after) }
            span.ds-sr-only { (spoken) }
        }
    }
}

/// The measure's name, leading to its page where it still has one.
pub(super) fn title(reader: &Reader, measure: &MeasureDifference<'_>) -> Markup {
    let title = inline(reader.language, &measure.measure().title);
    let still = reader.state().measure(measure.id).is_some();
    html! { @if still { a.ds-link href=(reader.addresses.measure(measure.id)) { (title) } } @else { (title) } }
}

/// Where a measure stands on the page: its own name, but for one that the frame of every page has taken.
pub(super) fn anchor(measure: &MeasureDifference<'_>) -> String {
    match measure.id.as_str() {
        "innhold" => "tiltak_innhold".to_owned(),
        id => id.to_owned(),
    }
}

fn named_row(reader: &Reader, one: &Named<'_>) -> Markup {
    let language = reader.language;
    let key = match (one.before, one.after) {
        (None, _) => "difference-named-new",
        (_, None) => "difference-named-gone",
        _ => "difference-named-changed",
    };
    html! {
        li.vk-row {
            span.vk-row__title {
                @if one.before.is_some() && one.after.is_some() && one.before != one.after {
                    @if let Some(before) = one.before { (super::items::gone(reader, &inline(language, before))) " " }
                    @if let Some(after) = one.after { (super::items::come(reader, &inline(language, after))) }
                } @else if let Some(name) = one.after.or(one.before) { (inline(language, name)) }
            }
            span.vk-row__side { (say!(language, &format!("difference-named-{}", one.kind.word()))) ", " (say!(language, key)) }
        }
    }
}
