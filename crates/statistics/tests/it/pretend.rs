//! A server that behaves as Statistics Norway's is documented to: its limits, its odd statuses, and its faults on demand.
#![expect(clippy::result_large_err, reason = "an answer that refuses is an answer like others")]

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{OriginalUri, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::Timestamp;
use jsonstat::{Category, Dataset, Dimension, Document, Role, Statuses, Value, Values};
use serde_json::{Value as Json, json};
use statistics::source::pxweb::PxWeb;
use statistics::source::{Clock, Connection, Url, web_client};

/// Time that passes when somebody waits for it, and only then.
#[derive(Debug, Clone)]
pub struct TestClock(Arc<Mutex<(Timestamp, Duration)>>);

impl TestClock {
    pub fn at(moment: &str) -> Self {
        Self(Arc::new(Mutex::new((moment.parse().unwrap(), Duration::ZERO))))
    }

    /// How long was waited altogether.
    pub fn waited(&self) -> Duration {
        self.0.lock().unwrap().1
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap().0
    }

    async fn wait(&self, time: Duration) {
        let mut clock = self.0.lock().unwrap();
        *clock = (clock.0 + time, clock.1 + time);
    }
}

/// What goes wrong with a request for data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    /// Nothing goes wrong this time.
    Nothing,
    TooManyRequests,
    Unavailable,
    /// The answer ends in the middle, although its length says otherwise.
    CutOff,
    /// The answer ends in the middle, and its length says so.
    HalfAnAnswer,
    Html,
    /// The source updates the table before it answers.
    Update,
    /// Fewer cells than the configuration says are given.
    LessThanItSays,
    /// A code is left out of the answer.
    CodeMissing,
}

pub struct World {
    pub clock: TestClock,
    pub limit: usize,
    /// Requests for each minute.
    pub calls: usize,
    pub updated: String,
    pub faults: VecDeque<Fault>,
    /// Every body that was sent for data and answered with it.
    pub asked: Vec<Json>,
    /// When the requests of the last minute were.
    recent: VecDeque<Timestamp>,
    pub table: Dataset,
    pub codelists: BTreeMap<String, Vec<&'static str>>,
}

type Shared = Arc<Mutex<World>>;

/// Regions, sexes, one measure and years, as table 07459 has them, though fewer.
pub fn population(regions: usize, years: usize) -> Dataset {
    let numbered = |prefix: &str, count: usize, from: usize| {
        (0..count)
            .map(|code| Category::new(format!("{prefix}{:04}", code + from)))
            .collect()
    };
    let mut region = Dimension::new("Region", numbered("", regions, 301))
        .unwrap()
        .labelled("region")
        .in_role(Role::Geo);
    region.head.extension = json!({"elimination": true, "codelists": [
        {"id": "agg_KommSummer", "label": "Kommuner 2024, sammenslåtte tidsserier", "type": "Aggregation"},
        {"id": "vs_Kommun", "label": "Kommuner", "type": "Valueset"}]});
    let mut sex = Dimension::new("Kjonn", vec![Category::new("1"), Category::new("2")]).unwrap();
    sex.head.extension = json!({"elimination": true});
    let mut contents = Dimension::new("ContentsCode", vec![Category::new("Personer1").labelled("Personer")])
        .unwrap()
        .in_role(Role::Metric);
    // metadata may say so of a measure too; it is not so
    contents.head.extension = json!({"elimination": true, "measuringType": {"Personer1": "Stock"}});
    let time = Dimension::new("Tid", numbered("", years, 1_986)).unwrap().in_role(Role::Time);
    let mut table = Dataset::new(vec![region, sex, contents, time], Values::absent(), Statuses::none()).unwrap();
    table.head.label = Some("Befolkning".to_owned());
    table.head.note = vec!["Kan vises.".to_owned(), "Må vises.".to_owned()];
    table.head.extension = json!({"noteMandatory": {"1": true}, "px": {"tableid": "07459", "aggregallowed": true}});
    table
}

/// What a cell holds: a number made from its codes, and now and then nothing but a sign.
pub fn cell(codes: &[&str]) -> (Option<f64>, Option<&'static str>) {
    let sum = codes
        .join("/")
        .bytes()
        .fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    match sum % 50 {
        0 => (None, Some(":")),
        1 => (None, Some("..")),
        _ => (Some(f64::from(sum % 100_000)), None),
    }
}

pub fn filled(dimensions: Vec<Dimension>) -> Dataset {
    let bare = Dataset::new(dimensions.clone(), Values::absent(), Statuses::none()).unwrap();
    let cells: Vec<_> = (0..bare.len()).map(|index| cell(&bare.codes(index))).collect();
    let values = Values::dense(cells.iter().map(|(number, _)| number.map(Value::Number)));
    let statuses = Statuses::sparse(
        cells
            .iter()
            .enumerate()
            .filter_map(|(index, (_, status))| Some((index, (*status)?))),
    );
    Dataset::new(dimensions, values, statuses).unwrap()
}

pub struct Pretend {
    pub address: Url,
    pub clock: TestClock,
    pub world: Shared,
}

impl Pretend {
    pub async fn start(table: Dataset, limit: usize) -> Self {
        let clock = TestClock::at("2026-11-25T12:00:00Z");
        let world = World {
            clock: clock.clone(),
            limit,
            calls: 40,
            updated: "2026-02-24T07:00:00Z".to_owned(),
            faults: VecDeque::new(),
            asked: Vec::new(),
            recent: VecDeque::new(),
            table,
            codelists: BTreeMap::from([
                ("agg_KommSummer".to_owned(), vec!["K-3303", "K-3301"]),
                ("vs_Kommun".to_owned(), vec!["0301"]),
            ]),
        };
        let world = Arc::new(Mutex::new(world));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/api/pxwebapi/v2", listener.local_addr().unwrap())
            .parse()
            .unwrap();
        let routes = Router::new()
            .route("/api/pxwebapi/v2/config", get(config))
            .route("/api/pxwebapi/v2/codelists/{id}", get(codelist))
            .route("/api/pxwebapi/v2/tables", get(tables))
            .route("/api/pxwebapi/v2/tables/{id}", get(info))
            .route("/api/pxwebapi/v2/tables/{id}/metadata", get(metadata))
            .route("/api/pxwebapi/v2/tables/{id}/data", get(too_long).post(data))
            .with_state(world.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { address, clock, world }
    }

    pub fn client(&self) -> PxWeb<TestClock> {
        let connection = Connection::new(web_client().unwrap(), self.clock.clone());
        PxWeb::new(connection, self.address.clone(), "no")
    }

    pub fn faults(&self, faults: &[Fault]) {
        self.world.lock().unwrap().faults.extend(faults);
    }
}

fn problem(status: StatusCode, title: &str) -> Response {
    let body = json!({"type": "Parameter error", "title": title, "status": status.as_u16()}).to_string();
    (status, [("content-type", "application/problem+json")], body).into_response()
}

/// Counts a request; answers 429 where there were too many in the last minute, else gives the headers that say how many are left.
fn limited(world: &mut World) -> Result<[(&'static str, String); 3], Response> {
    let now = world.clock.now();
    let old = |then: &Timestamp| now.duration_since(*then).as_secs() >= 60;
    while world.recent.front().is_some_and(old) {
        world.recent.pop_front();
    }
    let headers = |left: usize| {
        [
            ("x-ratelimit-limit", world.calls.to_string()),
            ("x-ratelimit-policy", format!("{};w=60s", world.calls)),
            ("x-ratelimit-remaining", left.to_string()),
        ]
    };
    let used = world.recent.len();
    if used >= world.calls {
        return Err((StatusCode::TOO_MANY_REQUESTS, headers(0)).into_response());
    }
    let answered = headers(world.calls - used - 1);
    world.recent.push_back(now);
    Ok(answered)
}

async fn config(State(world): State<Shared>) -> Response {
    let mut world = world.lock().unwrap();
    let headers = match limited(&mut world) {
        Ok(headers) => headers,
        Err(refused) => return refused,
    };
    let body = json!({
        "apiVersion": "2.3.2", "appVersion": "2.5.0", "maxDataCells": world.limit, "maxCallsPerTimeWindow": 0, "timeWindow": 0,
        "license": "https://creativecommons.org/licenses/by/4.0/", "sourceReferences": [{"language": "no", "text": "Kilde: Statistisk sentralbyrå"}],
    });
    (headers, body.to_string()).into_response()
}

fn told(world: &World) -> Json {
    json!({"id": "07459", "label": "Befolkning", "updated": world.updated, "firstPeriod": "1986", "lastPeriod": "2026",
        "timeUnit": "Annual", "variableNames": ["region"], "discontinued": false})
}

async fn tables(State(world): State<Shared>, Query(parameters): Query<BTreeMap<String, String>>) -> Response {
    let world = world.lock().unwrap();
    if parameters.get("pageNumber").is_some_and(|page| page != "1") {
        return problem(StatusCode::NOT_FOUND, "Non-existent page");
    }
    let page = json!({"pageNumber": 1, "pageSize": 20, "totalElements": 1, "totalPages": 1});
    json!({"language": parameters["lang"], "tables": [told(&world)], "page": page})
        .to_string()
        .into_response()
}

async fn info(State(world): State<Shared>, Path(id): Path<String>) -> Response {
    let world = world.lock().unwrap();
    if id != "07459" {
        return problem(StatusCode::NOT_FOUND, "Non-existent table");
    }
    told(&world).to_string().into_response()
}

async fn codelist(State(world): State<Shared>, Path(id): Path<String>) -> Response {
    let world = world.lock().unwrap();
    let Some(codes) = world.codelists.get(&id) else {
        return problem(StatusCode::NOT_FOUND, "Non-existent codelist");
    };
    let value = |code: &&str| json!({"code": code, "label": code, "valueMap": [code.trim_start_matches("K-")]});
    let values: Vec<Json> = codes.iter().map(value).collect();
    json!({"id": id, "label": "Kommuner", "language": "no", "type": "Aggregation", "values": values, "links": []})
        .to_string()
        .into_response()
}

/// The table's variables, those with a codelist by that.
fn variables(world: &World, codelists: &BTreeMap<String, String>) -> Result<Vec<Dimension>, Response> {
    let by_list = |dimension: &Dimension| {
        let Some(list) = codelists.get(&dimension.id) else {
            return Ok(dimension.clone());
        };
        let missing = || problem(StatusCode::BAD_REQUEST, "Non-existent codelist");
        let codes = world.codelists.get(list).ok_or_else(missing)?;
        let mut by_list = Dimension::new(dimension.id.clone(), codes.iter().map(|code| Category::new(*code)).collect()).unwrap();
        by_list.head = dimension.head.clone();
        by_list.role = dimension.role;
        Ok(by_list)
    };
    world.table.dimensions().iter().map(by_list).collect()
}

fn document(world: &World, mut dataset: Dataset) -> String {
    dataset.head = world.table.head.clone();
    dataset.head.updated = Some(world.updated.clone());
    Document::Dataset(Box::new(dataset)).to_string()
}

async fn metadata(State(world): State<Shared>, Query(parameters): Query<BTreeMap<String, String>>) -> Response {
    let mut world = world.lock().unwrap();
    let headers = match limited(&mut world) {
        Ok(headers) => headers,
        Err(refused) => return refused,
    };
    let named = |(name, list): (String, String)| Some((name.strip_prefix("codelist[")?.strip_suffix(']')?.to_owned(), list));
    match variables(&world, &parameters.into_iter().filter_map(named).collect()) {
        Ok(variables) => {
            let bare = Dataset::new(variables, Values::absent(), Statuses::none()).unwrap();
            (headers, document(&world, bare)).into_response()
        }
        Err(refused) => refused,
    }
}

/// An address that is too long is answered as if there were nothing at it.
async fn too_long(OriginalUri(address): OriginalUri) -> StatusCode {
    if address.to_string().len() > 2_100 {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    }
}

async fn data(State(world): State<Shared>, body: Bytes) -> Response {
    let mut world = world.lock().unwrap();
    let headers = match limited(&mut world) {
        Ok(headers) => headers,
        Err(refused) => return refused,
    };
    let fault = world.faults.pop_front();
    match fault {
        Some(Fault::TooManyRequests) => return (StatusCode::TOO_MANY_REQUESTS, [("retry-after", "17")]).into_response(),
        Some(Fault::Unavailable) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Some(Fault::Html) => return (headers, "<!DOCTYPE html><html><body>Vedlikehold</body></html>").into_response(),
        Some(Fault::Update) => world.updated.push_str("+1"),
        _ => {}
    }
    let body: Json = serde_json::from_slice(&body).unwrap();
    let dataset = match selected(&world, &body, fault) {
        Ok(dataset) => dataset,
        Err(refused) => return refused,
    };
    world.asked.push(body);
    let text = document(&world, dataset);
    let half = text[..text.len() / 2].to_owned();
    match fault {
        Some(Fault::CutOff) => {
            let length = ("content-length", text.len().to_string());
            let cut = axum::body::Body::new(Cut(Some(half.into())));
            (headers, [length], cut).into_response()
        }
        Some(Fault::HalfAnAnswer) => (headers, half).into_response(),
        _ => (headers, text).into_response(),
    }
}

/// A body that fails after what it holds.
struct Cut(Option<Bytes>);

impl axum::body::HttpBody for Cut {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, std::io::Error>>> {
        let next = self.0.take().map(|bytes| Ok(http_body::Frame::data(bytes)));
        std::task::Poll::Ready(next.or_else(|| Some(Err(std::io::ErrorKind::ConnectionReset.into()))))
    }
}

fn selected(world: &World, body: &Json, fault: Option<Fault>) -> Result<Dataset, Response> {
    let refuse = |title: &str| problem(StatusCode::BAD_REQUEST, title);
    let selection = body["selection"].as_array().unwrap();
    let text = |one: &Json, member: &str| one[member].as_str().map(str::to_owned);
    let codelists = selection
        .iter()
        .filter_map(|one| Some((text(one, "variableCode")?, text(one, "codelist")?)))
        .collect();
    let mut dimensions = Vec::new();
    for variable in variables(world, &codelists)? {
        let Some(one) = selection.iter().find(|one| one["variableCode"] == variable.id.as_str()) else {
            if matches!(variable.role, Some(Role::Metric | Role::Time)) {
                return Err(refuse("Missing selection for mandantory variable"));
            }
            continue;
        };
        let codes: Vec<&str> = one["valueCodes"].as_array().unwrap().iter().filter_map(Json::as_str).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        if sorted.len() != codes.len() {
            return Err(StatusCode::INTERNAL_SERVER_ERROR.into_response());
        }
        if codes.iter().any(|code| variable.position(code).is_none()) {
            return Err(refuse("Non-existent value"));
        }
        let mut chosen = Dimension::new(variable.id.clone(), codes.iter().map(|code| Category::new(*code)).collect()).unwrap();
        chosen.role = variable.role;
        dimensions.push(chosen);
    }
    let cells: usize = dimensions.iter().map(Dimension::len).product();
    if cells > world.limit || (fault == Some(Fault::LessThanItSays) && cells > 1) {
        return Err(refuse("Too many cells selected"));
    }
    if fault == Some(Fault::CodeMissing) {
        let first = &dimensions[0];
        let fewer = first.categories()[1..].to_vec();
        dimensions[0] = Dimension::new(first.id.clone(), fewer).unwrap();
    }
    Ok(filled(dimensions))
}
