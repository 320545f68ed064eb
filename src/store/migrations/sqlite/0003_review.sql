-- How often what a server taught was changed; none taught anything before.
ALTER TABLE server ADD COLUMN lessons INTEGER NOT NULL DEFAULT 0;

-- A question that somebody sent to the moderators, without a name, until they deal with it or it is thirty days old.
-- `at` is in seconds since 1970. A number is never given twice: a button that names it means it alone.
CREATE TABLE report (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    guild   INTEGER NOT NULL REFERENCES server (guild) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    article TEXT    NOT NULL,
    words   TEXT    NOT NULL
);

CREATE INDEX report_guild ON report (guild);
CREATE INDEX report_at ON report (at);

-- An example question of one server's own, and the section that answers it.
CREATE TABLE taught (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    guild   INTEGER NOT NULL REFERENCES server (guild) ON DELETE CASCADE,
    article TEXT    NOT NULL,
    section TEXT    NOT NULL,
    words   TEXT    NOT NULL
);

CREATE INDEX taught_guild ON taught (guild);
