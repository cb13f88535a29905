//! What every handler works with: the programmes, the clock, the mail, and how this installation is set up.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use programme::Programmes;
use publishing::mail::Mailer;
use publishing::pdf::{PdfError, Typesetter};

use crate::action_plan::Documents;
use crate::assets;
use crate::delivery::Pages;
use crate::guard::Throttle;
use crate::sign_in::Limit;

/// The time, as an argument: tests turn it by hand.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// How this installation is set up.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Address under which readers reach it, without a slash at the end, such as `https://vekst.example.no`. Sign-in
    /// links and feeds name it, forms are accepted from nowhere else, and cookies are secure where it is https.
    pub public_url: String,
    /// Folder of the files that come with what people send in.
    pub files: PathBuf,
}

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct App {
    pub programmes: Programmes,
    pub clock: Clock,
    pub mailer: Mailer,
    pub settings: Arc<Settings>,
    pub typesetter: Arc<Typesetter>,
    pub(crate) documents: Arc<Documents>,
    pub(crate) sign_in_limit: Arc<Limit>,
    pub(crate) statement_limit: Arc<Throttle>,
    pub(crate) dead_link_limit: Arc<Throttle>,
    pub(crate) pages: Arc<Pages>,
}

impl App {
    /// Puts the parts together and reads the fonts of documents.
    pub fn new(programmes: Programmes, clock: Clock, mailer: Mailer, settings: Settings) -> Result<Self, PdfError> {
        Ok(Self {
            programmes,
            clock,
            mailer,
            settings: Arc::new(settings),
            typesetter: Arc::new(Typesetter::new(&assets::pdf_fonts())?),
            documents: Arc::default(),
            sign_in_limit: Arc::default(),
            statement_limit: Arc::new(Throttle::of_statements()),
            dead_link_limit: Arc::new(Throttle::of_dead_links()),
            pages: Arc::default(),
        })
    }

    /// The moment of this request.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// The day that it is in Norway.
    pub fn today(&self) -> Date {
        day_in_norway(self.now())
    }
}

/// The day in Norway at a moment.
pub(crate) fn day_in_norway(moment: Timestamp) -> Date {
    time_in_norway(moment).date()
}

/// Day and time in Norway at a moment.
pub(crate) fn time_in_norway(moment: Timestamp) -> DateTime {
    let zone = TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC);
    moment.to_zoned_datetime(zone).datetime()
}
