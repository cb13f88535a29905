//! New message files must be seen: the loader embeds what it finds when this crate is compiled.

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
}
