-- Whom to tell what moderators answer, sealed with a key that is not here; a week at most, or until they are told.
ALTER TABLE report ADD COLUMN sender BLOB;

-- What moderators answered to a report, until its sender is told or a week is over. `at` is in seconds since 1970.
CREATE TABLE note (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    guild   INTEGER NOT NULL REFERENCES server (guild) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    sender  BLOB    NOT NULL,
    words   TEXT    NOT NULL
);

CREATE INDEX note_guild ON note (guild);
CREATE INDEX note_at ON note (at);
