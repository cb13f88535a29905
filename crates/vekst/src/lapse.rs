//! Emergency decisions that nobody ratified in time fall back while the server runs: at its start, and every hour.

use std::time::Duration;

use web::App;

const EVERY: Duration = Duration::from_secs(60 * 60);

/// Does so until it is dropped. What cannot be done now is tried again in an hour.
pub async fn every_hour(app: App) {
    let mut hours = tokio::time::interval(EVERY);
    hours.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        match web::lapse_overdue(&app).await {
            Ok(0) => {}
            Ok(lapsed) => tracing::info!(lapsed, "emergency decisions fell back"),
            Err(error) => tracing::error!(%error, "emergency decisions could not be looked through"),
        }
    }
}
