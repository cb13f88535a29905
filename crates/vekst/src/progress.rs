//! A sign of life where something takes more than a second, on a terminal only.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

const PATIENCE: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(120);

/// Waits for a piece of work, and says what is being done where it takes long.
pub async fn shown<T>(doing: &'static str, work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    tokio::select! {
        outcome = &mut work => return outcome,
        () = tokio::time::sleep(PATIENCE) => {}
    }
    // draws on standard error, and nothing where that is no terminal
    let bar = ProgressBar::new_spinner().with_message(doing).with_style(style());
    bar.enable_steady_tick(TICK);
    let outcome = work.await;
    bar.finish_and_clear();
    outcome
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{spinner} {msg} … {elapsed}").unwrap_or_else(|_| ProgressStyle::default_spinner())
}
