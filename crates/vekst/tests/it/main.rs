//! The program as a person runs it: the real binary, on folders of its own.

mod backup;
mod folder;
mod hard_times;
mod program;
mod serving;
