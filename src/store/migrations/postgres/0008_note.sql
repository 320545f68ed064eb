-- Whom to tell what moderators answer, sealed with a key that is not here; a week at most, or until they are told.
ALTER TABLE report ADD COLUMN sender BYTEA;
ALTER TABLE report ALTER COLUMN sender SET STATISTICS 0;

-- What moderators answered to a report, until its sender is told or a week is over. `at` is in seconds since 1970.
CREATE TABLE note (
    number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    guild   BIGINT NOT NULL REFERENCES server (guild) ON DELETE CASCADE,
    at      BIGINT NOT NULL,
    sender  BYTEA  NOT NULL,
    words   TEXT   NOT NULL
);
ALTER TABLE note ALTER COLUMN sender SET STATISTICS 0, ALTER COLUMN words SET STATISTICS 0;

CREATE INDEX note_guild ON note (guild);
CREATE INDEX note_at ON note (at);
