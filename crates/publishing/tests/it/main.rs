//! Documents and pictures as their readers get them.

mod charts;
