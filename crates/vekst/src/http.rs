//! Connections: HTTP/1.1 with keep-alive, a limit on how long a request's head may take, one line in the log for each
//! request, and an end that lets running requests finish.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tower::{Service, ServiceExt};

/// How long the head of a request may take, and how long a connection may be silent between requests.
const HEAD: Duration = Duration::from_secs(30);
/// How long running requests may take after the server was told to stop.
const GOODBYE: Duration = Duration::from_secs(20);
/// After a failure to accept that does not come from one connection, such as too many open files.
const BREATH: Duration = Duration::from_millis(500);

/// Answers requests until told to stop; then finishes those that run. Told a second time, it ends at once.
pub async fn serve<S>(listener: TcpListener, service: S, mut stop: impl AsyncFnMut())
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send> + Clone + Send + 'static,
{
    let (stopping, _) = watch::channel(());
    // nothing is sent: the channel closes when the last connection lets go of it
    let (open, mut all_closed) = mpsc::channel::<Infallible>(1);
    {
        let mut told = pin!(stop());
        loop {
            let accepted = tokio::select! {
                accepted = listener.accept() => accepted,
                () = &mut told => break,
            };
            match accepted {
                Ok((stream, peer)) => {
                    let connection = connection(stream, peer, service.clone(), stopping.subscribe());
                    let open = open.clone();
                    tokio::spawn(async move {
                        connection.await;
                        drop(open);
                    });
                }
                Err(error) => pause_after(&error).await,
            }
        }
    }
    drop(listener);
    drop(open);
    stopping.send_replace(());
    tokio::select! {
        _ = all_closed.recv() => {}
        () = tokio::time::sleep(GOODBYE) => tracing::warn!("requests that took too long were broken off"),
        () = stop() => tracing::warn!("told to stop a second time: running requests were broken off"),
    }
}

async fn pause_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "a connection could not be accepted");
        tokio::time::sleep(BREATH).await;
    }
}

async fn connection<S>(stream: TcpStream, peer: SocketAddr, service: S, mut stopping: watch::Receiver<()>)
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send> + Clone + Send + 'static,
{
    // answers are written whole; waiting to fill a packet would only delay them
    let _ = stream.set_nodelay(true);
    let answering = hyper::service::service_fn(move |request| answer(service.clone(), peer, request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .serve_connection(TokioIo::new(stream), answering);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        _ = stopping.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

async fn answer<S>(service: S, peer: SocketAddr, mut request: hyper::Request<Incoming>) -> Result<Response, Infallible>
where
    S: Service<Request, Response = Response, Error = Infallible>,
{
    let (method, started) = (request.method().clone(), Instant::now());
    request.extensions_mut().insert(web::Peer(peer.ip()));
    let response = service.oneshot(request.map(Body::new)).await?;
    note(&method, &response, started.elapsed());
    Ok(response)
}

/// The route's pattern and not the address, which may hold a token or what somebody searched for.
fn note(method: &Method, response: &Response, took: Duration) {
    let route = response.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    let milliseconds = (took.as_secs_f64() * 10_000.0).round() / 10.0;
    tracing::info!(%method, route, status = response.status().as_u16(), milliseconds, "request");
}
