//! How long reading the national register takes, and how much room: `cargo bench -p statistics`. 1.2 million made-up entries as
//! the register writes them, compressed, read as a stream.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench says what it measured, and fails where something is not there"
)]

use std::io::Write;
use std::time::Instant;

use flate2::Compression;
use flate2::write::GzEncoder;
use statistics::source::enterprises::read_units;

const ENTRIES: u32 = 1_200_000;

/// An entry with the members that the register's own have.
fn entry(number: u32) -> String {
    let form = if number.is_multiple_of(3) { "ENK" } else { "AS" };
    let year = 1995 + number % 30;
    let municipality = 301 + number % 5_000;
    format!(
        r#"{{"organisasjonsnummer":"{}","navn":"FORETAK NUMMER {number} {form}","organisasjonsform":{{"kode":"{form}","beskrivelse":"Aksjeselskap",
        "links":[{{"rel":"self","href":"https://data.brreg.no/enhetsregisteret/api/organisasjonsformer/{form}"}}]}},
        "hjemmeside":"www.foretak{number}.no","postadresse":{{"land":"Norge","landkode":"NO","postnummer":"3616","poststed":"KONGSBERG",
        "adresse":["Postboks {number}"],"kommune":"KONGSBERG","kommunenummer":"{municipality:04}"}},"registreringsdatoEnhetsregisteret":"{year}-02-19",
        "registrertIMvaregisteret":true,"naeringskode1":{{"kode":"62.010","beskrivelse":"Programmeringstjenester"}},"antallAnsatte":{},
        "harRegistrertAntallAnsatte":true,"forretningsadresse":{{"land":"Norge","landkode":"NO","postnummer":"3616","poststed":"KONGSBERG",
        "adresse":["Kirkegata {number}"],"kommune":"KONGSBERG","kommunenummer":"{municipality:04}"}},"stiftelsesdato":"{year}-01-01",
        "institusjonellSektorkode":{{"kode":"2100","beskrivelse":"Private aksjeselskaper mv."}},"registrertIForetaksregisteret":true,
        "registrertIStiftelsesregisteret":false,"registrertIFrivillighetsregisteret":false,"sisteInnsendteAarsregnskap":"2025","konkurs":false,
        "underAvvikling":false,"underTvangsavviklingEllerTvangsopplosning":false,"maalform":"Bokmål","vedtektsfestetFormaal":["Konsulentvirksomhet"],
        "aktivitet":["Konsulentvirksomhet og hva dermed står i forbindelse."],"links":[]}}"#,
        800_000_000 + number,
        number % 40,
    )
}

fn peak_bytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or_default() * 1024
}

fn main() {
    let path = std::env::temp_dir().join(format!("vekst-enterprises-{}.json.gz", std::process::id()));
    let mut file = GzEncoder::new(std::io::BufWriter::new(std::fs::File::create(&path).unwrap()), Compression::fast());
    file.write_all(b"[").unwrap();
    for number in 0..ENTRIES {
        let comma = if number == 0 { "" } else { "," };
        write!(file, "{comma}{}", entry(number)).unwrap();
    }
    file.write_all(b"]").unwrap();
    file.finish().unwrap().flush().unwrap();
    let size = std::fs::metadata(&path).unwrap().len();
    let start = Instant::now();
    let (mut read, mut jobs) = (0_u32, 0_u64);
    let sole = read_units(std::fs::File::open(&path).unwrap(), |one| {
        read += 1;
        jobs += u64::from(one.employees.unwrap_or_default());
    });
    let seconds = start.elapsed().as_secs_f64();
    std::fs::remove_file(&path).unwrap();
    println!(
        "entries,file_bytes,seconds,peak_bytes,jobs\n{read},{size},{seconds:.2},{},{jobs}",
        peak_bytes()
    );
    assert_eq!(read, ENTRIES);
    drop(sole.unwrap());
}
