//! A request in parts that are each no more than the server gives at once.

use super::query::Chosen;

/// A request, or the parts of one, which are put one after the other along a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Plan {
    One(Vec<Chosen>),
    Along(String, Vec<Plan>),
}

/// How many cells a request has; as many as a number can be where there are more.
pub(super) fn cells(chosen: &[Chosen]) -> usize {
    chosen.iter().fold(1, |cells: usize, one| cells.saturating_mul(one.codes.len()))
}

/// Splits a request so that no part has more than `limit` cells: along the variable with most codes, and where that is not
/// enough along others too. The parts are as few and as even as they can be along one variable.
pub(super) fn split(chosen: &[Chosen], limit: usize) -> Plan {
    let longest = (0..chosen.len()).max_by_key(|place| (chosen[*place].codes.len(), usize::MAX - place));
    let Some(place) = longest.filter(|place| cells(chosen) > limit && chosen[*place].codes.len() > 1) else {
        return Plan::One(chosen.to_vec());
    };
    let codes = &chosen[place].codes;
    let others = cells(chosen) / codes.len();
    let most = (limit / others.max(1)).clamp(1, codes.len());
    let parts = codes.len().div_ceil(most);
    let part = |codes: &[String]| {
        let mut part = chosen.to_vec();
        part[place].codes = codes.to_vec();
        split(&part, limit)
    };
    let even = codes.len().div_ceil(parts);
    Plan::Along(chosen[place].variable.clone(), codes.chunks(even).map(part).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn leaves(plan: &Plan) -> Vec<&[Chosen]> {
        match plan {
            Plan::One(chosen) => vec![chosen],
            Plan::Along(_, parts) => parts.iter().flat_map(leaves).collect(),
        }
    }

    proptest! {
        #[test]
        fn parts_are_small_enough_and_together_the_whole(lengths in proptest::collection::vec(1..40_usize, 1..5), limit in 1..5_000_usize) {
            let whole: Vec<Chosen> = lengths.iter().enumerate().map(|(place, length)| Chosen {
                variable: format!("v{place}"),
                codelist: None,
                codes: (0..*length).map(|code| code.to_string()).collect(),
            }).collect();
            let plan = split(&whole, limit);
            let parts = leaves(&plan);
            prop_assert!(parts.iter().all(|part| cells(part) <= limit));
            prop_assert_eq!(parts.iter().map(|part| cells(part)).sum::<usize>(), cells(&whole));
            if cells(&whole) <= limit {
                prop_assert_eq!(parts.len(), 1);
            }
        }
    }

    #[test]
    fn six_years_of_moves_between_all_municipalities_are_one_request() {
        let codes = |variable: &str, length: usize| Chosen {
            variable: variable.to_owned(),
            codelist: None,
            codes: (0..length).map(|code| code.to_string()).collect(),
        };
        let years = |years| [codes("Fra", 357), codes("Til", 357), codes("ContentsCode", 1), codes("Tid", years)];
        assert_eq!(leaves(&split(&years(6), 800_000)).len(), 1);
        assert_eq!(leaves(&split(&years(12), 800_000)).len(), 2);
    }
}
