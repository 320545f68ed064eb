//! The author's page, as a browser asks for it and in a real one.

mod adds;
mod asks;
mod author;
mod browser;
mod covers;
mod driver;
mod follows;
mod guards;
mod program;
