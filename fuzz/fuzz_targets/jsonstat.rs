//! A document of any bytes is read or refused; what was read can be walked through, summed, written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = jsonstat::validate(bytes);
    let Ok(document) = jsonstat::read(bytes) else { return };
    for dataset in document.datasets() {
        let _ = dataset.cells().take(1_000).filter(|cell| dataset.codes(cell.index).is_empty()).count();
        for dimension in dataset.dimensions().iter().filter(|_| dataset.len() < 100_000) {
            let _ = dataset.total(&dimension.id, &[]);
        }
    }
    let written = document.to_string();
    let again = jsonstat::read(written.as_bytes()).expect("what was written is read");
    assert_eq!(again.to_string(), written);
});
