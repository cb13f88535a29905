//! The programmes in a store: what is read of them, and the one way in which they change.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use store::access::Membership;
use store::ballots::{self, Casting};
use store::journal::NewEntry;
use store::{Instant, Store, StoreError, Transaction, access, content, figures, journal, revisions};
use tokio::sync::RwLock;

use crate::command::{self, Change, Command, Refusal};
use crate::{
    ActionPlanId, AdoptedPlan, Detail, Measure, MeasureId, ProgrammeId, Revision, Series, State, VoteId, check, hearing, kept, vote,
};

/// A programme as it is now, with the version of each object.
#[derive(Debug, Clone)]
pub struct Snapshot {
    pub state: State,
    /// Number of the programme's newest journal entry: two snapshots with the same number are the same.
    pub sequence: i64,
    versions: Versions,
}

/// The journal entry that wrote each object, by kind and identifier. Copies share the names.
type Versions = BTreeMap<Arc<(String, String)>, i64>;

impl Snapshot {
    /// The version of an object, to be given back with a change to it.
    pub fn version(&self, kind: &str, id: &str) -> Option<i64> {
        self.versions.get(&(kind.to_owned(), id.to_owned())).copied()
    }
}

/// All programmes of a store; cheap to clone.
#[derive(Clone)]
pub struct Programmes(Arc<Inner>);

struct Inner {
    store: Store,
    snapshots: RwLock<HashMap<ProgrammeId, Cached>>,
}

#[derive(Clone)]
struct Cached {
    snapshot: Arc<Snapshot>,
    checked: std::time::Instant,
}

/// How long a snapshot is trusted before we ask whether another process has changed the programme.
const TRUSTED: Duration = Duration::from_secs(1);

impl Programmes {
    pub fn new(store: Store) -> Self {
        Self(Arc::new(Inner {
            store,
            snapshots: RwLock::default(),
        }))
    }

    /// The store beneath, for sign-in and the journal.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The programmes that there are.
    pub async fn list(&self) -> Result<Vec<ProgrammeId>, StoreError> {
        let found = content::programmes(self.0.store.reader()).await?;
        Ok(found.into_iter().filter_map(|id| id.parse().ok()).collect())
    }

    /// A programme as it is now; none where there is none with this name.
    pub async fn snapshot(&self, programme: &ProgrammeId) -> Result<Option<Arc<Snapshot>>, StoreError> {
        let known = self.0.snapshots.read().await.get(programme).cloned();
        if let Some(known) = &known
            && known.checked.elapsed() < TRUSTED
        {
            return Ok(Some(Arc::clone(&known.snapshot)));
        }
        let known = known.map(|known| known.snapshot);
        let read = read(self.0.store.reader(), programme, known).await?;
        if let Some(snapshot) = &read {
            self.keep(programme, snapshot).await;
        }
        Ok(read)
    }

    /// Keeps a snapshot, unless a newer one is kept already: one that was read before a change is not kept after it.
    async fn keep(&self, programme: &ProgrammeId, snapshot: &Arc<Snapshot>) {
        let mut snapshots = self.0.snapshots.write().await;
        let is_old = |cached: &Cached| cached.snapshot.sequence > snapshot.sequence;
        if !snapshots.get(programme).is_some_and(is_old) {
            let cached = Cached {
                snapshot: Arc::clone(snapshot),
                checked: std::time::Instant::now(),
            };
            snapshots.insert(programme.clone(), cached);
        }
    }

    /// A programme as it stood at the end of a day in Norway; none where it was not there yet.
    pub async fn on(&self, programme: &ProgrammeId, day: Date) -> Result<Option<State>, StoreError> {
        match self.snapshot(programme).await? {
            Some(now) => state_on(self.0.store.reader(), &now.state, day).await,
            None => Ok(None),
        }
    }

    /// Casts a ballot: it lies in the box, and its voter is marked as having answered, when this returns. It is no change
    /// to the programme, and no entry in the journal tells of it.
    pub async fn cast(
        &self,
        programme: &ProgrammeId,
        vote: &VoteId,
        ballot: ballots::Ballot,
        now: Timestamp,
    ) -> Result<Casting, StoreError> {
        let (programme, vote) = (programme.to_string(), vote.to_string());
        self.0
            .store
            .write(move |transaction| {
                Box::pin(async move { ballots::cast(transaction, &programme, &vote, &ballot, Instant::new(now)).await })
            })
            .await
    }

    /// Carries out a change in one transaction, with its entry in the journal. The number of the entry.
    pub async fn apply(&self, programme: &ProgrammeId, command: Command, now: Timestamp) -> Result<i64, Refusal> {
        let of = programme.clone();
        let known = self
            .0
            .snapshots
            .read()
            .await
            .get(programme)
            .map(|known| Arc::clone(&known.snapshot));
        let after = self
            .0
            .store
            .write(move |transaction| Box::pin(async move { carry_out(transaction, &of, known, &command, Instant::new(now)).await }))
            .await?;
        self.keep(programme, &after).await;
        Ok(after.sequence)
    }
}

/// A programme as it is now, read from what is known and what was written since.
async fn read(
    connection: &impl sea_orm::ConnectionTrait,
    programme: &ProgrammeId,
    known: Option<Arc<Snapshot>>,
) -> Result<Option<Arc<Snapshot>>, StoreError> {
    let sequence = journal::latest(connection, programme.as_str()).await?;
    match known {
        Some(known) if known.sequence == sequence => Ok(Some(known)),
        Some(known) => brought_up(connection, programme, &known, sequence).await.map(Some),
        None => read_whole(connection, programme, sequence).await,
    }
}

async fn read_whole(
    connection: &impl sea_orm::ConnectionTrait,
    programme: &ProgrammeId,
    sequence: i64,
) -> Result<Option<Arc<Snapshot>>, StoreError> {
    let rows = content::now(connection, programme.as_str()).await?;
    let Some(mut state) = kept::assemble(&rows)? else {
        return Ok(None);
    };
    for series in &mut state.series {
        kept::read_points(connection, programme, series).await?;
    }
    state.revisions = kept::read_revisions(connection, programme, 0).await?;
    state.sort();
    let versions = rows.into_iter().map(|row| (Arc::new((row.kind, row.id)), row.entry)).collect();
    Ok(Some(Arc::new(Snapshot { state, sequence, versions })))
}

/// A snapshot with what was written since: only what entries touched is read, and no figure or revision twice.
async fn brought_up(
    connection: &impl sea_orm::ConnectionTrait,
    programme: &ProgrammeId,
    known: &Snapshot,
    sequence: i64,
) -> Result<Arc<Snapshot>, StoreError> {
    let touched = content::since(connection, programme.as_str(), known.sequence).await?;
    let mut next = known.clone();
    next.sequence = sequence;
    kept::bring_up(&mut next.state, &touched)?;
    for series in &mut next.state.series {
        if touched
            .iter()
            .any(|object| object.kind == "series" && object.id == series.id.as_str())
        {
            kept::read_points(connection, programme, series).await?;
        }
    }
    // a reader may have seen a revision of an entry that was written while it read
    for revision in kept::read_revisions(connection, programme, known.sequence).await? {
        if !next.state.revisions.contains(&revision) {
            next.state.revisions.push(revision);
        }
    }
    next.state.sort();
    for object in touched {
        let key = (object.kind, object.id);
        match object.now {
            Some((_, entry)) => next.versions.insert(Arc::new(key), entry),
            None => next.versions.remove(&key),
        };
    }
    Ok(Arc::new(next))
}

/// A programme as it stood at the end of a day. Points and revisions never change, so they are those of `now`.
async fn state_on(connection: &impl sea_orm::ConnectionTrait, now: &State, day: Date) -> Result<Option<State>, StoreError> {
    let programme = &now.programme.id;
    let rows = content::at(connection, programme.as_str(), last_moment(day)).await?;
    let Some(mut state) = kept::assemble(&rows)? else {
        return Ok(None);
    };
    for series in &mut state.series {
        match now.series_by_id(&series.id) {
            Some(known) => series.points = Arc::clone(&known.points),
            None => kept::read_points(connection, programme, series).await?,
        }
    }
    for measure in &mut state.measures {
        measure.status.retain(|change| change.date <= day);
    }
    state.revisions.clone_from(&now.revisions);
    state.revisions.retain(|revision| revision.adopted <= day);
    let first = journal::first(connection, programme.as_str()).await?;
    if first.is_some_and(|first| last_moment(day) < first) {
        as_adopted(&mut state);
    }
    Ok(Some(state))
}

/// For days before the store knew the programme: the folder tells what a measure is now, a revision what it was then.
fn as_adopted(state: &mut State) {
    let plans: Vec<Arc<AdoptedPlan>> = state.revisions.iter().filter_map(|revision| revision.adopted_plan().ok()).collect();
    // the newest revision comes last
    let adopted: HashMap<(&ActionPlanId, &MeasureId), &Measure> = plans
        .iter()
        .flat_map(|plan| &plan.measures)
        .map(|then| ((&then.plan, &then.id), then))
        .collect();
    for measure in &mut state.measures {
        let then = adopted.get(&(&measure.plan, &measure.id)).copied();
        if let Some(then) = then {
            let status = std::mem::take(&mut measure.status);
            *measure = Measure { status, ..then.clone() };
        }
    }
}

fn norway() -> TimeZone {
    TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC)
}

/// The first moment of a day in Norway.
pub(crate) fn first_moment(day: Date) -> Instant {
    day.to_zoned_datetime(norway())
        .map_or(Instant::new(Timestamp::MIN), |start| Instant::new(start.timestamp()))
}

/// The last moment of a day in Norway.
pub fn last_moment(day: Date) -> Instant {
    let end = day.to_datetime(Time::constant(23, 59, 59, 999_999_000)).to_zoned_datetime(norway());
    end.map_or(Instant::new(Timestamp::MAX), |end| Instant::new(end.timestamp()))
}

/// Carries out a change: the programme as it is, what becomes of it, and what differs written.
async fn carry_out(
    transaction: &Transaction,
    programme: &ProgrammeId,
    known: Option<Arc<Snapshot>>,
    command: &Command,
    now: Instant,
) -> Result<Arc<Snapshot>, Refusal> {
    let before = read(transaction, programme, known).await?;
    let before = before.as_deref();
    let filled = vote::prepared(transaction, before.map(|before| &before.state), command).await?;
    let command = filled.as_ref().unwrap_or(command);
    let next = match (&command.change, before) {
        (Change::Load(loaded), None) if command.who.may_govern() => {
            let faults = check::state(loaded);
            if !faults.is_empty() {
                return Err(Refusal::Faults(faults));
            }
            (**loaded).clone()
        }
        (_, None) => return Err(Refusal::Missing),
        (_, Some(before)) => match command::apply(&before.state, command) {
            // who may not make the change does not learn what others did
            Err(Refusal::Forbidden) => return Err(Refusal::Forbidden),
            outcome => based_on_newest(before, &command.change).and(outcome)?,
        },
    };
    if &next.programme.id != programme {
        return Err(Refusal::Missing);
    }
    let next = with_revisions(transaction, before, next, command).await?;
    let entry = NewEntry {
        programme: programme.to_string(),
        at: now,
        who: command.who.name.clone(),
        on_behalf_of: command.on_behalf_of.as_ref().map(ToString::to_string),
        action: command.change.word().to_owned(),
        why: command.why.clone(),
        detail: detail(transaction, &next, &command.change).await?.text(),
    };
    let number = journal::append(transaction, &entry).await?;
    let writing = Writing {
        transaction,
        programme,
        number,
        now,
    };
    let versions = writing.objects(before, &next).await?;
    writing.figures(before, &next).await?;
    writing.revisions(before, &next).await?;
    access_change(transaction, programme, &command.change).await?;
    if let Change::Hearing(change) = &command.change {
        hearing::keep(transaction, &next, change, now).await?;
    }
    vote::settle(transaction, &next, &command.change).await?;
    Ok(Arc::new(Snapshot {
        state: next,
        sequence: number,
        versions,
    }))
}

/// What an entry is about where it touches no object that says so.
async fn detail(transaction: &Transaction, next: &State, change: &Change) -> Result<Detail, StoreError> {
    Ok(match change {
        Change::Invite { role, organisation, .. } => Detail {
            role: Some(*role),
            organisation: organisation.clone(),
            ..Detail::default()
        },
        Change::EndAccess { email } => {
            let was = access::membership(transaction, next.programme.id.as_str(), email).await?;
            Detail {
                role: was.as_ref().and_then(|was| was.role.parse().ok()),
                organisation: was.and_then(|was| was.organisation?.parse().ok()),
                ..Detail::default()
            }
        }
        Change::AdoptRevision { plan, .. } => Detail {
            plan: Some(plan.clone()),
            revision: next.revisions_of(plan).last().map(|revision| revision.number),
            ..Detail::default()
        },
        _ => Detail::default(),
    })
}

/// Refuses a change to something that somebody else has changed since the person looked.
fn based_on_newest(before: &Snapshot, change: &Change) -> Result<(), Refusal> {
    if let Change::AdoptRevision { plan, after, .. } = change {
        let newest = before.state.revisions_of(plan).last().map_or(0, |revision| revision.number);
        if newest != *after {
            let entry = before.version("action-plan", plan.as_str()).unwrap_or(before.sequence);
            return Err(Refusal::Conflict { entry });
        }
    }
    for (kind, id, base) in change.targets() {
        let newest = before.version(kind, &id);
        if newest != base {
            return Err(Refusal::Conflict {
                entry: newest.unwrap_or_default(),
            });
        }
    }
    Ok(())
}

/// Adds the revision that a command adopts. What was adopted before is kept, whatever a loaded folder says of it.
async fn with_revisions(
    transaction: &Transaction,
    before: Option<&Snapshot>,
    mut next: State,
    command: &Command,
) -> Result<State, Refusal> {
    if let Change::AdoptRevision {
        plan,
        adopted,
        body,
        case,
        reason,
        floor_reason,
        ..
    } = &command.change
    {
        let then = state_on(transaction, &next, *adopted).await?.ok_or(Refusal::Missing)?;
        let adoption = command::Adoption {
            plan,
            adopted: *adopted,
            body,
            case,
            reason,
            floor_reason,
        };
        command::adopt(then, &mut next, &adoption)?;
        let faults = check::next(before.map(|before| &before.state), &next);
        if !faults.is_empty() {
            return Err(Refusal::Faults(faults));
        }
    }
    for known in before.into_iter().flat_map(|before| &before.state.revisions) {
        let same = |other: &&mut Revision| other.plan == known.plan && other.number == known.number;
        match next.revisions.iter_mut().find(same) {
            Some(other) => *other = known.clone(),
            None => next.revisions.push(known.clone()),
        }
    }
    next.sort();
    Ok(next)
}

async fn access_change(transaction: &Transaction, programme: &ProgrammeId, change: &Change) -> Result<(), StoreError> {
    match change {
        Change::Invite {
            email,
            name,
            role,
            organisation,
        } => {
            let member = Membership {
                programme: programme.to_string(),
                email: email.clone(),
                name: name.clone(),
                role: role.word().to_owned(),
                organisation: organisation.as_ref().map(ToString::to_string),
            };
            access::set_membership(transaction, &member).await
        }
        Change::EndAccess { email } => access::end_membership(transaction, programme.as_str(), email).await.map(|_| ()),
        _ => Ok(()),
    }
}

/// Writes what is different.
struct Writing<'a> {
    transaction: &'a Transaction,
    programme: &'a ProgrammeId,
    number: i64,
    now: Instant,
}

impl Writing<'_> {
    /// The versions of all objects after it.
    async fn objects(&self, before: Option<&Snapshot>, next: &State) -> Result<Versions, StoreError> {
        let changes = kept::Changes::between(before.map(|before| &before.state), next)?;
        let mut versions = before.map_or_else(BTreeMap::new, |before| before.versions.clone());
        for object in &changes.put {
            let from = if before.is_some() { self.now } else { self.since(next, object) };
            let put = content::put(
                self.transaction,
                self.programme.as_str(),
                object.kind,
                &object.id,
                &object.body,
                from,
                self.number,
            )
            .await?;
            if put {
                self.touched(object.kind, &object.id).await?;
                versions.insert(Arc::new((object.kind.to_owned(), object.id.clone())), self.number);
            }
        }
        for (kind, id) in changes.removed {
            content::remove(self.transaction, self.programme.as_str(), kind, &id, self.now).await?;
            self.touched(kind, &id).await?;
            versions.remove(&(kind.to_owned(), id));
        }
        Ok(versions)
    }

    /// Since when an object of a programme's first load has been there: a measure since it came into its plan, all else
    /// since the programme was launched. Never later than now.
    fn since(&self, next: &State, object: &kept::Object) -> Instant {
        let measure = next
            .measures
            .iter()
            .find(|measure| object.kind == "measure" && measure.id.as_str() == object.id);
        let plan = next
            .action_plans
            .iter()
            .find(|plan| object.kind == "action-plan" && plan.id.as_str() == object.id);
        let day = match (measure, plan) {
            (Some(measure), _) => measure.from.unwrap_or_else(|| first_day_of(next, &measure.plan)),
            (_, Some(plan)) => first_day_of(next, &plan.id),
            _ => next.programme.launched,
        };
        first_moment(day).min(self.now)
    }

    async fn figures(&self, before: Option<&Snapshot>, next: &State) -> Result<(), StoreError> {
        let known = before.map_or(&[][..], |before| before.state.series.as_slice());
        // a command that leaves a series alone passes its points on as they are
        let untouched = |series: &&Series| {
            known
                .iter()
                .any(|known| known.id == series.id && Arc::ptr_eq(&known.points, &series.points))
        };
        for series in next.series.iter().filter(|series| !untouched(series)) {
            let (rows, day) = (kept::figure_rows(series)?, series.source.fetched.to_string());
            let programme = self.programme.as_str();
            if figures::keep(self.transaction, programme, series.id.as_str(), &day, self.number, &rows).await? {
                self.touched("series", series.id.as_str()).await?;
            }
        }
        Ok(())
    }

    async fn revisions(&self, before: Option<&Snapshot>, next: &State) -> Result<(), StoreError> {
        let known = before.map_or(&[][..], |before| before.state.revisions.as_slice());
        for revision in next.revisions.iter().filter(|revision| !known.contains(revision)) {
            revisions::insert(
                self.transaction,
                self.programme.as_str(),
                self.number,
                &kept::revision_row(revision)?,
            )
            .await?;
            self.touched("action-plan", revision.plan.as_str()).await?;
        }
        Ok(())
    }

    async fn touched(&self, kind: &str, id: &str) -> Result<(), StoreError> {
        journal::touched(self.transaction, self.programme.as_str(), self.number, kind, id).await
    }
}

/// The day on which a plan was first spoken of: its start, or the first status in it where that is earlier.
fn first_day_of(state: &State, plan: &crate::ActionPlanId) -> Date {
    let first_status = |measure: &Measure| measure.status.first().map(|change| change.date);
    let earliest = state
        .measures_of(plan)
        .filter(|measure| measure.from.is_none())
        .filter_map(first_status)
        .min();
    let starts = state.action_plan(plan).map(|plan| plan.starts);
    earliest.into_iter().chain(starts).min().unwrap_or(state.programme.launched)
}
