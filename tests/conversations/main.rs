//! What people and the bot say to each other, over the real client and a fake Discord.

#[path = "../fake/mod.rs"]
mod fake;
#[path = "../support/mod.rs"]
mod support;

mod after;
mod alike;
mod answers_back;
mod articles;
mod ask;
mod buttons;
mod care;
mod connection;
mod direct;
mod edits;
mod endings;
mod find;
mod gate;
mod hearing;
mod help;
mod languages;
mod likely;
mod limits;
mod line;
mod manners;
mod mention;
mod numbers;
mod odd_input;
mod pace;
mod plain;
mod posts;
mod privacy;
mod processes;
mod public;
mod read;
mod readme;
mod renewal;
mod review;
mod server;
mod settings;
mod settings_disk;
mod settings_file;
mod settings_history;
mod settings_hold;
mod settings_languages;
mod settings_lists;
mod settings_meanwhile;
mod settings_rights;
mod settings_taught;
mod setup;
mod share;
mod suggest;
mod talk;
mod tried;
mod unread;
mod walk;
