//! Modal dialogs: what each asks, its keys, its drawing, and the initial values of new records. The answers are handled
//! by `tui::update`.

pub mod ask;
pub mod create;
pub mod days;
pub mod fields;
pub mod form;
mod lists;
pub mod menus;
pub mod offered;
pub mod page;
pub mod pair_fields;
mod panel;
pub mod plan_fields;
pub mod preview;
pub mod question;
pub mod text;

pub use panel::panel;
