//! Modal dialogs: what each asks, how it takes keys, how it is drawn, what a new record starts with. Where the answers go
//! is the business of `tui::update`.

pub mod ask;
pub mod create;
pub mod fields;
mod lists;
pub mod menus;
pub mod offered;
pub mod page;
mod panel;
pub mod question;
pub mod text;

pub use panel::panel;
