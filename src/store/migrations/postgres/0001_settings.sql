-- One row for every server that ever chose. `document` holds its settings as JSON, in the form that
-- `form` counts; `revision` is the number of its last change.
CREATE TABLE server (
    guild    BIGINT PRIMARY KEY,
    revision BIGINT NOT NULL,
    form     BIGINT NOT NULL,
    document TEXT   NOT NULL
);

-- What was changed, when (in seconds since 1970) and by whom, until they ask to be forgotten.
CREATE TABLE history (
    guild    BIGINT NOT NULL REFERENCES server (guild) ON DELETE CASCADE,
    revision BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    who      BIGINT,
    what     TEXT   NOT NULL,
    PRIMARY KEY (guild, revision)
);

CREATE INDEX history_who ON history (who);
