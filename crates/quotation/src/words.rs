//! The words by which texts in bokmål, nynorsk and English speak of figures. A word here is a beginning: «innbygg» stands for
//! innbygger, innbyggere, innbyggjarar, innbyggertall.

use statistics::Unit;

/// What counted things are called.
pub(crate) fn of_unit(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Persons => &[
            "innbygg", "folketal", "folkemengd", "befolkning", "person", "bosatt", "busett", "busatt", "menneske", "folk", "inhabitant",
            "resident", "population", "people",
        ],
        Unit::Jobs => &["arbeidsplass", "jobb", "sysselsatt", "sysselsett", "jobs", "workplace", "employed"],
        Unit::Enterprises => &["virksomhet", "verksemd", "bedrift", "foretak", "føretak", "enterprise", "business", "compan", "firms"],
        Unit::Visitors => &["besøk", "visitor", "visits"],
        Unit::OvernightStays => &["overnatting", "overnight", "guest nights"],
        Unit::Dwellings => &["bolig", "bustad", "bustader", "dwelling", "homes"],
        Unit::Kroner => &["kroner", "kr"],
        Unit::Percent => &["prosent", "%"],
    }
}

/// Every unit that a text may speak of by its own words.
pub(crate) const UNITS: [Unit; 6] = [
    Unit::Persons,
    Unit::Jobs,
    Unit::Enterprises,
    Unit::Visitors,
    Unit::OvernightStays,
    Unit::Dwellings,
];

/// That something became more or fewer.
pub(crate) const GROWTH: &[&str] = &[
    "vekst", "voks", "veks", "auk", "økt", "øke", "økning", "øking", "tilvekst", "befolkningsvekst", "befolkningsøkning", "folkevekst",
    "innbyggervekst", "innbyggjarvekst", "steg", "stig", "gikk opp", "gått opp", "nedgang", "sank", "gikk ned", "gått ned", "minket",
    "flere", "fleire", "færre", "grow", "grew", "increas", "rise", "rose", "fell", "decreas", "declin", "gain", "added", "more",
    "endring", "change", "tillegg",
];

/// That something went down.
pub(crate) const DECLINE: &[&str] = &[
    "nedgang", "sank", "gikk ned", "gått ned", "minket", "færre", "fell", "decreas", "declin", "fewer", "tapte", "lost",
];

/// That a number is the municipality's own, corrected one.
pub(crate) const CORRECTED: &[&str] = &[
    "korrigert", "korrigerte", "justert", "uten asyl", "utan asyl", "uten mottak", "utan mottak", "uten beboer", "utan bebuar",
    "holdt utenfor", "haldne utanfor", "corrected", "adjusted", "without the", "excluding",
];

/// That a number is the official one.
pub(crate) const OFFICIAL: &[&str] = &[
    "offisiel", "ssb", "statistisk sentralbyrå", "official", "statistics norway", "registrert", "registrerte", "folkeregister",
    "medregnet", "inkludert", "including",
];

/// That it is about a year that is not over.
pub(crate) const SO_FAR: &[&str] = &[
    "så langt i", "hittil i", "hittil", "så langt", "hit til i", "so far", "year to date", "to date", "til nå i", "til no i", "siden nyttår",
    "sidan nyttår", "since new year", "since the new year",
];

/// That a number is rounded.
pub(crate) const ROUNDED: &[&str] = &[
    "ca", "ca.", "cirka", "circa", "rundt", "omtrent", "omkring", "om lag", "nesten", "nær", "nærmere", "over", "under", "drøyt", "drygt",
    "vel", "knapt", "snaut", "mer enn", "meir enn", "about", "around", "nearly", "almost", "roughly", "more than", "some", "approximately",
];

/// That something holds now.
pub(crate) const NOW: &[&str] = &[
    "i dag", "no er", "nå er", "nå har", "no har", "per i dag", "er nå", "er no", "har nå", "har no", "today", "now",
];

/// That a number is not the town's: the country, the county.
pub(crate) const ELSEWHERE: &[&str] = &[
    "norge", "noreg", "norway", "landet", "landsgjennomsnitt", "landssnitt", "fylket", "fylke", "buskerud", "viken", "country", "county",
    "nasjonal", "national", "europa", "oslo",
];

/// Words that may stand between a number and what it counts.
pub(crate) const BETWEEN: &[&str] = &[
    "nye", "flere", "fleire", "færre", "andre", "registrerte", "bosatte", "busette", "new", "more", "fewer", "registered", "million",
    "millioner", "millionar", "mill", "mill.", "tusen", "thousand", "fastboende", "fastbuande",
];

/// Words after which a number speaks of what the sentence is about, and not of the word itself.
pub(crate) const FUNCTION: &[&str] = &[
    "i", "på", "ved", "per", "pr", "pr.", "fra", "frå", "til", "og", "eller", "mens", "medan", "men", "som", "er", "var", "den", "det", "de",
    "dei", "der", "då", "da", "siden", "sidan", "mot", "av", "uten", "utan", "ifølge", "så", "hittil", "netto", "hvis", "om", "etter", "før",
    "for", "med", "å", "at", "noe", "noko", "ikke", "ikkje", "et", "ein", "en", "eit", "her", "hvorav", "årlig", "samlet", "samla", "totalt",
    "blant", "året", "in", "on", "from", "to", "and", "or", "while", "but", "which", "as", "is", "was", "were", "since", "against", "of",
    "without", "according", "so", "by", "after", "before", "with", "the", "a", "an", "not", "it", "this", "that", "korrigert", "offisielt",
    "offisielle", "corrected", "official", "at",
];

/// True where a word of the text begins as one of these does.
pub(crate) fn begins(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}
