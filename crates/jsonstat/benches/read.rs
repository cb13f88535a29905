//! How long reading takes and how much room it needs: `cargo bench -p jsonstat`. Prints `work,median_seconds,peak_bytes,cells`,
//! for made-up tables of 800,000 cells, or for the documents that are named as arguments. The room is that of the first read of
//! a process: later ones take room that was given back before, so it is true only for the first line.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench says what it measured, and fails where something is not there"
)]

use std::fmt::Write;
use std::time::Instant;

const REGIONS: usize = 400;
const AGES: usize = 100;
const YEARS: usize = 20;

fn list(count: usize, prefix: &str) -> String {
    let codes: Vec<String> = (0..count).map(|code| format!("\"{prefix}{code}\"")).collect();
    format!("[{}]", codes.join(","))
}

/// A table as Statistics Norway sends it, with these values.
fn made_up(values: &str) -> String {
    format!(
        r#"{{"version":"2.0","class":"dataset","label":"made up","id":["Region","Alder","Tid"],"size":[{REGIONS},{AGES},{YEARS}],
        "dimension":{{"Region":{{"category":{{"index":{}}}}},"Alder":{{"category":{{"index":{}}}}},"Tid":{{"category":{{"index":{}}}}}}},
        "value":{values}}}"#,
        list(REGIONS, "r"),
        list(AGES, ""),
        list(YEARS, "y"),
    )
}

fn dense(mut number: impl FnMut(usize, &mut String)) -> String {
    let mut values = String::from("[");
    for cell in 0..REGIONS * AGES * YEARS {
        if cell > 0 {
            values.push(',');
        }
        number(cell, &mut values);
    }
    values.push(']');
    made_up(&values)
}

/// Bytes that Linux says this process holds, or held at most since it was last asked to forget; 0 elsewhere.
fn resident(what: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap_or_default();
    let kilobytes = line.trim_start_matches(':').trim().trim_end_matches(" kB");
    kilobytes.parse::<usize>().unwrap_or_default() * 1024
}

fn measure(work: &str, text: &str) {
    let before = resident("VmRSS");
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let document = jsonstat::read(text.as_bytes()).unwrap();
    let peak = resident("VmHWM").saturating_sub(before);
    let cells = document.datasets().iter().map(|dataset| dataset.len()).sum::<usize>();
    drop(document);
    let mut seconds: Vec<f64> = (0..9)
        .map(|_| {
            let start = Instant::now();
            let document = jsonstat::read(text.as_bytes()).unwrap();
            let taken = start.elapsed().as_secs_f64();
            drop(document);
            taken
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    println!("{work},{:.4},{peak},{cells}", seconds[4]);
}

fn main() {
    println!("work,median_seconds,peak_bytes,cells");
    let files: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    for file in &files {
        measure(file, &std::fs::read_to_string(file).unwrap());
    }
    if !files.is_empty() {
        return;
    }
    let mut rest = 1_u64;
    let mut next = || {
        rest = rest.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rest >> 33
    };
    measure("whole_numbers", &dense(|_, text| write!(text, "{}", next() % 30_000).unwrap()));
    let decimals = dense(|_, text| write!(text, "{}.{:02}", next() % 30_000, next() % 100).unwrap());
    measure("decimals", &decimals);
    let missing = dense(|cell, text| match cell % 10 {
        0 => text.push_str("null"),
        _ => write!(text, "{}", next() % 30_000).unwrap(),
    });
    measure("a_tenth_missing", &missing);
    let statuses: Vec<String> = (0..REGIONS * AGES * YEARS)
        .step_by(10)
        .map(|cell| format!("\"{cell}\":\":\""))
        .collect();
    let signed = format!("{},\"status\":{{{}}}}}", missing.trim_end_matches('}'), statuses.join(","));
    measure("a_tenth_signed", &signed);
    let cells: Vec<String> = (0..REGIONS * AGES * YEARS)
        .map(|cell| format!("\"{cell}\":{}", next() % 30_000))
        .collect();
    measure("sparse", &made_up(&format!("{{{}}}", cells.join(","))));
}
