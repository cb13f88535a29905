//! What a day that has passed asks for while the server runs: emergency decisions that nobody ratified fall back, votes
//! whose last day is over are closed and their ballots published, names and addresses of old hearings are deleted, and files of
//! forms that nobody sent. At its start, and every five minutes.

use std::time::Duration;

use web::App;

const EVERY: Duration = Duration::from_mins(5);

/// Does so until it is dropped. What cannot be done now is tried again the next time.
pub async fn again_and_again(app: App) {
    let mut times = tokio::time::interval(EVERY);
    times.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        times.tick().await;
        match web::lapse_overdue(&app).await {
            Ok(0) => {}
            Ok(lapsed) => tracing::info!(lapsed, "emergency decisions fell back"),
            Err(error) => tracing::error!(%error, "emergency decisions could not be looked through"),
        }
        match web::close_ended_votes(&app).await {
            Ok(0) => {}
            Ok(closed) => tracing::info!(closed, "votes were closed and their ballots published"),
            Err(error) => tracing::error!(%error, "votes that have ended could not be closed"),
        }
        match web::forget_respondents(&app).await {
            Ok(0) => {}
            Ok(forgotten) => tracing::info!(forgotten, "names and addresses of old hearings were deleted"),
            Err(error) => tracing::error!(%error, "old hearings could not be looked through"),
        }
        match web::remove_left_over_files(&app).await {
            Ok(0) => {}
            Ok(removed) => tracing::info!(removed, "files of forms that nobody sent were removed"),
            Err(error) => tracing::error!(%error, "files of forms that nobody sent could not be removed"),
        }
    }
}
