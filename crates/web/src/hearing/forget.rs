//! What a hearing must not keep: names and addresses long after it, and files of forms that nobody sent.

use std::time::{Duration, SystemTime};

use jiff::ToSpan;
use programme::{Hearing, ProgrammeId, hearing};
use store::{StoreError, content, files, links, respondents};

use crate::app::App;

/// Deletes names and addresses of everybody who was asked in a hearing, or answered it, whose deadline is half a year past and
/// which nobody has ended; how many hearings. Done twice, it does nothing the second time.
pub async fn forget_respondents(app: &App) -> Result<usize, StoreError> {
    let mut forgotten = 0;
    for programme in app.programmes.list().await? {
        let Some(now) = app.programmes.snapshot(&programme).await? else {
            continue;
        };
        for old in now
            .state
            .hearings
            .iter()
            .filter(|one| one.is_published() && one.forgotten() < app.today())
        {
            if knows_somebody(app, &programme, old).await? {
                let (programme, id) = (programme.clone(), old.id.clone());
                let store = app.programmes.store();
                store
                    .write(move |transaction| Box::pin(async move { hearing::forget(transaction, &programme, &id).await }))
                    .await?;
                forgotten += 1;
            }
        }
    }
    Ok(forgotten)
}

async fn knows_somebody(app: &App, programme: &ProgrammeId, old: &Hearing) -> Result<bool, StoreError> {
    let store = app.programmes.store().reader();
    let persons = respondents::of(store, programme.as_str(), old.id.as_str()).await?;
    let links = links::of(store, &hearing::subject(programme, &old.id)).await?;
    Ok(!persons.is_empty() || links.iter().any(|link| link.email.is_some()))
}

/// So many days a file waits for the form that it was chosen in.
const WAITS_DAYS: i64 = 7;

/// Removes the files that came with forms which were never sent; how many. A file that came a second time waits anew.
pub async fn remove_left_over_files(app: &App) -> Result<usize, StoreError> {
    let moment = app.now() - (WAITS_DAYS * 24).hours();
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(moment.as_second().unsigned_abs());
    let mut removed = 0;
    for (hash, kind) in files::older_than(&app.settings.files, moment)? {
        removed += usize::from(remove_unless_mentioned(app, &hash, &kind).await?);
    }
    Ok(removed)
}

/// Removes a file, unless some statement holds it; true where it is gone.
pub(crate) async fn remove_unless_mentioned(app: &App, hash: &str, kind: &str) -> Result<bool, StoreError> {
    if content::mentions(app.programmes.store().reader(), "statement", hash).await? {
        return Ok(false);
    }
    files::remove(&app.settings.files, hash, kind).map(|()| true)
}
