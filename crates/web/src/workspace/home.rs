//! The first page of the workspace: what needs doing?

use maud::{Markup, html};
use publishing::say;

use crate::page::{self, Place};
use crate::session::Member;

pub(super) async fn home(member: Member) -> Markup {
    let reader = &member.reader;
    let title = say!(reader.language, "workspace-title");
    page::workspace(reader, Place::Home, &title, &html! { h1.vk-title { (title) } })
}
