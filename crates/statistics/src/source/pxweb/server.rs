//! What a server says of itself and its tables.

use std::time::Duration;

use reqwest::Url;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::OnceCell;

use super::table::Table;
use crate::source::connection::{Answer, Clock, Connection};
use crate::source::error::{Error, Refusal};

/// Statistics Norway's and others' servers answer longer addresses with 404.
const LONGEST_ADDRESS: usize = 2_000;

/// What a server may be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Configuration {
    /// Version of the interface, such as "2.3.2".
    pub api_version: String,
    /// The most cells in one answer; empty ones count.
    pub max_data_cells: usize,
    /// Requests in a window; 0 where the server does not say.
    #[serde(default)]
    pub max_calls_per_time_window: u32,
    /// The window in seconds; 0 where the server does not say.
    #[serde(default)]
    pub time_window: u32,
    /// Terms of use.
    #[serde(default)]
    pub license: Option<String>,
    /// How the source wants to be named, by language.
    #[serde(default)]
    pub source_references: Vec<SourceReference>,
}

/// How the source wants to be named in a language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SourceReference {
    /// Such as "no" or "en".
    pub language: String,
    /// Such as "Kilde: Statistisk sentralbyrå".
    pub text: String,
}

/// What a search looks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// Words, or an expression of the server such as `title:befolkning`.
    pub query: String,
    /// Only tables that were updated in the last so many days.
    pub past_days: Option<u32>,
    /// Tables too that get no more figures.
    pub discontinued: bool,
    /// The page, from 1.
    pub page: u32,
    /// Tables for each page.
    pub page_size: u32,
}

/// One page of a search.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Page {
    /// The tables found.
    pub tables: Vec<TableInfo>,
    /// Which page it is.
    pub page: Place,
}

/// Where a page stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// From 1.
    pub page_number: u32,
    /// How many pages there are.
    pub total_pages: u32,
    /// How many tables there are.
    pub total_elements: u64,
}

/// What is said of a table without its metadata. Only this says the frequency and the first and last period.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableInfo {
    /// Its number, such as "07459".
    pub id: String,
    /// Its title.
    pub label: String,
    /// When it was last updated, as the source writes it.
    #[serde(default)]
    pub updated: Option<String>,
    /// The first period, in the source's code.
    #[serde(default)]
    pub first_period: Option<String>,
    /// The last period, in the source's code.
    #[serde(default)]
    pub last_period: Option<String>,
    /// "Annual", "Quarterly", "Monthly" …
    #[serde(default)]
    pub time_unit: Option<String>,
    /// The variables' names for people.
    #[serde(default)]
    pub variable_names: Vec<String>,
    /// True where no more figures will come.
    #[serde(default)]
    pub discontinued: Option<bool>,
    /// Code of its subject.
    #[serde(default)]
    pub subject_code: Option<String>,
}

/// A codelist: other codes for a variable, and which of the table's own each of them stands for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Codelist {
    /// Such as "agg_KommSummer".
    pub id: String,
    /// What it is, for people.
    pub label: String,
    /// "Aggregation" or "Valueset".
    #[serde(rename = "type")]
    pub kind: String,
    /// Its codes in order.
    pub values: Vec<ListedCode>,
}

/// A code of a codelist.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedCode {
    /// Such as "K-3303".
    pub code: String,
    /// Such as "Kongsberg".
    pub label: String,
    /// The table's codes that it sums, such as 0604, 3006 and 3303.
    #[serde(default)]
    pub value_map: Vec<String>,
}

#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    title: String,
}

/// A PxWeb server in one language.
#[derive(Debug)]
pub struct PxWeb<C> {
    pub(super) connection: Connection<C>,
    base: Url,
    language: String,
    configuration: OnceCell<Configuration>,
}

impl<C: Clock> PxWeb<C> {
    /// The server at an address such as `https://data.ssb.no/api/pxwebapi/v2`, asked in a language such as "no".
    pub fn new(connection: Connection<C>, base: Url, language: &str) -> Self {
        Self {
            connection,
            base,
            language: language.to_owned(),
            configuration: OnceCell::new(),
        }
    }

    /// An address of the server, with the language and these further parameters.
    pub(super) fn address(&self, path: &[&str], parameters: &[(&str, &str)]) -> Url {
        let mut address = self.base.clone();
        // an address that can be no base has no path to add to; the request then fails and says so
        if let Ok(mut segments) = address.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        let mut query = address.query_pairs_mut();
        query.clear().append_pair("lang", &self.language).extend_pairs(parameters);
        drop(query);
        address
    }

    pub(super) async fn json<T: DeserializeOwned>(&self, address: Url) -> Result<T, Error> {
        if address.as_str().len() > LONGEST_ADDRESS {
            let mend = "an address of more than 2,000 signs is answered with 404: ask for less";
            return Err(Error::Status {
                address,
                status: 404,
                mend,
            });
        }
        let answer = answered(self.connection.get(address).await?)?;
        serde_json::from_slice(&answer.body).map_err(|error| answer.unreadable(&error.to_string()))
    }

    /// What the server says of itself; asked for once.
    pub async fn configuration(&self) -> Result<&Configuration, Error> {
        let ask = || async {
            let configuration: Configuration = self.json(self.address(&["config"], &[])).await?;
            let window = Duration::from_secs(configuration.time_window.into());
            self.connection.configure(configuration.max_calls_per_time_window, window).await;
            Ok(configuration)
        };
        self.configuration.get_or_try_init(ask).await
    }

    /// Looks for tables.
    pub async fn search(&self, search: &Search) -> Result<Page, Error> {
        let page = search.page.max(1).to_string();
        let size = search.page_size.clamp(1, 1_000).to_string();
        let days = search.past_days.map(|days| days.to_string());
        let mut parameters = vec![("pageNumber", page.as_str()), ("pageSize", size.as_str())];
        if !search.query.is_empty() {
            parameters.push(("query", &search.query));
        }
        if let Some(days) = &days {
            parameters.push(("pastDays", days));
        }
        if search.discontinued {
            parameters.push(("includeDiscontinued", "true"));
        }
        self.json(self.address(&["tables"], &parameters)).await
    }

    /// What is said of one table.
    pub async fn info(&self, table: &str) -> Result<TableInfo, Error> {
        self.json(self.address(&["tables", table], &[])).await
    }

    /// A codelist that a table's metadata names.
    pub async fn codelist(&self, codelist: &str) -> Result<Codelist, Error> {
        self.json(self.address(&["codelists", codelist], &[])).await
    }

    /// A table's variables and codes; for variables with a codelist, the codes of that.
    pub async fn metadata(&self, table: &str, codelists: &[(&str, &str)]) -> Result<Table, Error> {
        let named: Vec<(String, &str)> = codelists
            .iter()
            .map(|(variable, list)| (format!("codelist[{variable}]"), *list))
            .collect();
        let parameters: Vec<(&str, &str)> = named.iter().map(|(name, list)| (name.as_str(), *list)).collect();
        let address = self.address(&["tables", table, "metadata"], &parameters);
        let answer = answered(self.connection.get(address).await?)?;
        let dataset = jsonstat::read_dataset(&answer.body).map_err(|problem| answer.unreadable(&problem.to_string()))?;
        Ok(Table {
            id: table.to_owned(),
            dataset,
        })
    }
}

/// An answer with status 200, or why there is none.
pub(super) fn answered(answer: Answer) -> Result<Answer, Error> {
    let Answer { address, status, body } = &answer;
    if *status == 200 {
        return Ok(answer);
    }
    let (address, status) = (address.clone(), *status);
    if let Ok(Problem { title }) = serde_json::from_slice(body)
        && !title.is_empty()
    {
        let refusal = Refusal::from_title(&title);
        return Err(Error::Refused { address, status, refusal });
    }
    let mend = match status {
        404 => "there is nothing at this address; a very long one is answered so too",
        410 => "this has been closed for good",
        500 if body.is_empty() => "the server does so where a code stands twice in the request",
        _ => "try again later; the last good figures stay",
    };
    Err(Error::Status { address, status, mend })
}
