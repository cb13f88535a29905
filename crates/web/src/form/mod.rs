//! Forms: what was typed, what is wrong with it, and the parts they are drawn from.

mod fields;

pub(crate) use fields::Fields;
