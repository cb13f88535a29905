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
