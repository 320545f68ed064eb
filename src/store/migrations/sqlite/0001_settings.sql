-- One row for every server that ever chose. `document` holds its settings as JSON, in the form that
-- `form` counts; `revision` is the number of its last change.
CREATE TABLE server (
    guild    INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    form     INTEGER NOT NULL,
    document TEXT    NOT NULL
);

-- What was changed, when (in seconds since 1970) and by whom, until they ask to be forgotten.
CREATE TABLE history (
    guild    INTEGER NOT NULL REFERENCES server (guild) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    who      INTEGER,
    what     TEXT    NOT NULL,
    PRIMARY KEY (guild, revision)
) WITHOUT ROWID;

CREATE INDEX history_who ON history (who);
