//! The folder that a person reads and edits (`docs/programme-folder.md`).
