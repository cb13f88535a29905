//! Reading and writing the folder.

use programme::folder;

use crate::example::example;

#[test]
fn what_is_written_is_read_back() {
    let kept = tempfile::tempdir().unwrap();
    let target = kept.path().join("byen");
    folder::write(&example(), &target).unwrap();
    assert_eq!(
        folder::read(&target)
            .map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>())
            .unwrap(),
        example()
    );
}

/// The programme that comes with the platform.
#[test]
fn the_bundled_programme_has_no_mistake_and_is_written_as_it_was_read() {
    let bundled = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/kongsberg");
    let told = |mistakes: Vec<folder::Mistake>| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let state = folder::read(&bundled).unwrap_or_else(|mistakes| panic!("{}", told(mistakes)));
    let kept = tempfile::tempdir().unwrap();
    let exported = kept.path().join("kongsberg");
    folder::write(&state, &exported).unwrap();
    assert!(folder::read(&exported).unwrap_or_else(|mistakes| panic!("{}", told(mistakes))) == state);
}
