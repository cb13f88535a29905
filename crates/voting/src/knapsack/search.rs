//! The search for the best set.
//!
//! Projects are taken by worth per cost until one does not fit; what is best differs from that only round this break. So
//! sets are grown from it to both sides, adding the next project or taking out the last (Pisinger 1997), without those
//! that another set beats in both cost and worth (Nemhauser and Ullmann 1969) and those that cannot come up to the best
//! set found so far. Real elections need a few thousand sets. Costs can be made up so that no known method ends in a
//! lifetime; after [`MOST_SETS`] the count is given up and says so, since a result that is nearly right is wrong.

use crate::TooHard;

/// After so many sets a count is given up: a few seconds and a quarter of a gigabyte.
const MOST_SETS: usize = 4_000_000;

/// A project that can be in the set.
#[derive(Clone, Copy)]
pub(super) struct Item {
    pub project: usize,
    pub cost: u128,
    pub worth: u128,
}

/// A set by what it has decided otherwise than the break: a chain of items, the last first.
#[derive(Clone, Copy)]
struct Set {
    cost: u128,
    worth: u128,
    link: u32,
}

struct Link {
    item: u32,
    before: u32,
}

/// What deciding some items otherwise than the break does to a set.
struct Change {
    cost: i128,
    worth: i128,
    /// The items, by their places among those that were looked at.
    bits: u32,
}

/// The link of a set that has decided nothing otherwise.
const NONE: u32 = u32::MAX;

/// Items by worth per cost. Those before `first` are in every set, those from `last` on in none; between them each set
/// has decided for itself.
pub(super) struct Search<'a> {
    items: &'a [Item],
    budget: u128,
    /// Sums of cost and worth over the items before each place.
    costs: Vec<u128>,
    worths: Vec<u128>,
    /// The first item that does not fit after those before it.
    at: usize,
    first: usize,
    last: usize,
    links: Vec<Link>,
    found: Found,
}

/// The best set so far that fits: what a set has decided, then the items before `end`, which lies outside what it has.
#[derive(Clone, Copy)]
struct Found {
    set: Set,
    first: usize,
    last: usize,
    end: usize,
}

impl<'a> Search<'a> {
    pub(super) fn new(items: &'a [Item], budget: u128) -> Self {
        let sums = |of: fn(&Item) -> u128| {
            let mut sums = vec![0];
            for item in items {
                sums.push(sums[sums.len() - 1] + of(item));
            }
            sums
        };
        let (costs, worths) = (sums(|item| item.cost), sums(|item| item.worth));
        let at = costs.partition_point(|cost| *cost <= budget) - 1;
        let set = Set {
            cost: costs[at],
            worth: worths[at],
            link: NONE,
        };
        Self {
            items,
            budget,
            costs,
            worths,
            at,
            first: at,
            last: at,
            links: Vec::new(),
            found: Found {
                set,
                first: at,
                last: at,
                end: at,
            },
        }
    }

    /// The places of the items in the best set.
    pub(super) fn best(mut self) -> Result<Vec<usize>, TooHard> {
        let mut sets = vec![self.found.set];
        let mut many = 1 << 8;
        while !sets.is_empty() && self.last - self.first < self.items.len() {
            if self.last < self.items.len() {
                sets = self.widened(&sets, self.last)?;
            }
            if self.first > 0 {
                sets = self.widened(&sets, self.first - 1)?;
            }
            if sets.len() >= many {
                self.look_ahead(&sets);
                many = sets.len() * 2;
            }
        }
        Ok(self.chosen())
    }

    /// The sets with and without one more item, those alone that can still be the best; by cost, and so by worth.
    fn widened(&mut self, sets: &[Set], place: usize) -> Result<Vec<Set>, TooHard> {
        let (adds, item) = (place == self.last, &self.items[place]);
        if adds {
            self.last += 1;
        } else {
            self.first -= 1;
        }
        let other = |set: &Set| match adds {
            true => (set.cost + item.cost, set.worth + item.worth, set.link),
            false => (set.cost - item.cost, set.worth - item.worth, set.link),
        };
        let (mut as_before, mut changed) = (sets.iter().peekable(), sets.iter().map(other).peekable());
        let mut next: Vec<Set> = Vec::with_capacity(sets.len() * 2);
        // a set that costs no less than another and is worth no more is left out
        let mut most: Option<u128> = None;
        loop {
            let stays = match (as_before.peek(), changed.peek()) {
                (None, None) => break,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (Some(old), Some((cost, worth, _))) => (old.cost, std::cmp::Reverse(old.worth)) <= (*cost, std::cmp::Reverse(*worth)),
            };
            let candidate = if stays {
                as_before.next().map(|set| (*set, false))
            } else {
                changed.next().map(|(cost, worth, link)| (Set { cost, worth, link }, true))
            };
            let Some((mut set, is_changed)) = candidate else { break };
            if most.is_some_and(|most| set.worth <= most) {
                continue;
            }
            most = Some(set.worth);
            if !self.can_be_best(&set) {
                continue;
            }
            if is_changed {
                set.link = self.linked(place, set.link)?;
            }
            self.remember(&set);
            next.push(set);
        }
        Ok(next)
    }

    fn linked(&mut self, place: usize, before: u32) -> Result<u32, TooHard> {
        if self.links.len() == MOST_SETS {
            return Err(TooHard { sets: MOST_SETS });
        }
        let number = u32::try_from(self.links.len()).unwrap_or(NONE);
        let item = u32::try_from(place).unwrap_or(NONE);
        self.links.push(Link { item, before });
        Ok(number)
    }

    /// True where what is not decided yet may make more of a set than the best one found, or as much for less.
    fn can_be_best(&self, set: &Set) -> bool {
        let found = &self.found.set;
        self.cheapest(set, found.worth + 1).is_some_and(|cost| cost <= self.budget)
            || self.cheapest(set, found.worth).is_some_and(|cost| cost < found.cost)
    }

    /// What a set costs at least once it is worth so much, were it possible to take the last item in part.
    fn cheapest(&self, set: &Set, worth: u128) -> Option<u128> {
        if worth >= set.worth {
            let (missing, before) = (worth - set.worth, self.worths[self.last]);
            let end = self.worths.partition_point(|sum| *sum <= before + missing) - 1;
            let rest = missing - (self.worths[end] - before);
            let whole = set.cost + (self.costs[end] - self.costs[self.last]);
            if rest == 0 {
                return Some(whole);
            }
            let item = self.items.get(end)?;
            // where the product has no room, the part is taken as free: that is no more than it costs
            let part = rest.checked_mul(item.cost).map_or(0, |product| product.div_ceil(item.worth));
            Some(whole + part)
        } else {
            let (spare, before) = (set.worth - worth, self.worths[self.first]);
            let begin = self.worths[..=self.first].partition_point(|sum| sum + spare < before);
            let rest = spare - (before - self.worths[begin]);
            let whole = set.cost - (self.costs[self.first] - self.costs[begin]);
            let Some(item) = begin.checked_sub(1).map(|place| &self.items[place]) else {
                return Some(whole);
            };
            let part = rest.checked_mul(item.cost).map_or(item.cost, |product| product / item.worth);
            Some(whole - part)
        }
    }

    /// Fills a set up, or takes out of it until it fits, in order, and keeps it where it is the best so far.
    fn remember(&mut self, set: &Set) {
        let end = if set.cost <= self.budget {
            let most = self.costs[self.last] + (self.budget - set.cost);
            self.costs.partition_point(|sum| *sum <= most) - 1
        } else {
            let over = set.cost - self.budget;
            match self.costs[..=self.first]
                .partition_point(|sum| sum + over <= self.costs[self.first])
                .checked_sub(1)
            {
                Some(end) => end,
                None => return,
            }
        };
        let from = if end < self.first { self.first } else { self.last };
        let filled = Set {
            cost: set.cost + self.costs[end] - self.costs[from],
            worth: set.worth + self.worths[end] - self.worths[from],
            link: set.link,
        };
        let found = &self.found.set;
        if (filled.worth, found.cost) > (found.worth, filled.cost) {
            self.found = Found {
                set: filled,
                first: self.first,
                last: self.last,
                end,
            };
        }
    }

    /// Looks for a better set among all pairs of what has been decided and what the next items could add. Where worths
    /// per cost are alike nothing else tells sets apart, and this finds one that leaves no money long before they are all
    /// grown that far.
    fn look_ahead(&mut self, sets: &[Set]) {
        let (mut first, mut last, mut places) = (self.first, self.last, Vec::new());
        while places.len() < sets.len().ilog2().min(16) as usize && last - first < self.items.len() {
            if last < self.items.len() {
                places.push(last);
                last += 1;
            }
            if first > 0 {
                first -= 1;
                places.push(first);
            }
        }
        let ahead = self.changes(&places);
        let (mut place, mut best) = (ahead.len(), None);
        // the sets rise in cost and the changes in cost and worth, so the best change of each is that of the one before or a lower
        for set in sets {
            let cost = |change: &Change| set.cost.checked_add_signed(change.cost);
            while place > 0 && cost(&ahead[place - 1]).is_none_or(|cost| cost > self.budget) {
                place -= 1;
            }
            let Some(change) = place.checked_sub(1).map(|place| &ahead[place]) else {
                break;
            };
            let (Some(cost), Some(worth)) = (cost(change), set.worth.checked_add_signed(change.worth)) else {
                continue;
            };
            let (worthiest, cheapest) = best.map_or((self.found.set.worth, self.found.set.cost), |(worth, cost, _, _)| (worth, cost));
            if (worth, cheapest) > (worthiest, cost) {
                best = Some((worth, cost, set.link, change.bits));
            }
        }
        let Some((worth, cost, mut link, bits)) = best else { return };
        for (bit, place) in places.iter().enumerate() {
            if bits >> bit & 1 == 1 {
                let Ok(linked) = self.linked(*place, link) else { return };
                link = linked;
            }
        }
        let (set, end) = (Set { cost, worth, link }, last);
        self.found = Found { set, first, last, end };
    }

    /// What each choice of these items, otherwise than the break has them, does to a set; by cost, without those that
    /// another beats.
    fn changes(&self, places: &[usize]) -> Vec<Change> {
        let mut changes = vec![Change {
            cost: 0,
            worth: 0,
            bits: 0,
        }];
        for (bit, place) in places.iter().enumerate() {
            let item = &self.items[*place];
            let sign = if *place < self.at { -1 } else { 1 };
            let with = |change: &Change| Change {
                cost: change.cost + sign * item.cost.cast_signed(),
                worth: change.worth + sign * item.worth.cast_signed(),
                bits: change.bits | 1 << bit,
            };
            let more: Vec<Change> = changes.iter().map(with).collect();
            changes.extend(more);
        }
        changes.sort_unstable_by_key(|change| (change.cost, std::cmp::Reverse(change.worth), change.bits));
        let mut most = i128::MIN;
        changes.retain(|change| {
            let is_more = change.worth > most;
            most = most.max(change.worth);
            is_more
        });
        changes
    }

    /// The items of the best set.
    fn chosen(&self) -> Vec<usize> {
        let Found { set, first, last, end } = self.found;
        // between first and last the break decides, but for what the set has decided otherwise
        let mut is_in: Vec<bool> = (0..self.items.len())
            .map(|place| {
                if (first..last).contains(&place) {
                    place < self.at
                } else {
                    place < end
                }
            })
            .collect();
        let mut link = set.link;
        while let Some(Link { item, before }) = self.links.get(link as usize) {
            is_in[*item as usize] ^= true;
            link = *before;
        }
        (0..self.items.len()).filter(|place| is_in[*place]).collect()
    }
}
