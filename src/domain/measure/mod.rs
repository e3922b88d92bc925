//! What is measured: indicators, their run charts, and what happened meanwhile.

pub mod annotation;
pub mod indicator;
pub mod run_chart;
