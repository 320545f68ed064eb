-- How often the parts of an article were shown, read and shared on one day: no person, no words, no time of day. `day` is
-- counted from the first of 1970; `guild` is 0 for what happened outside servers, `section` empty for the article as a whole.
CREATE TABLE tally (
    guild   BIGINT NOT NULL,
    day     BIGINT NOT NULL,
    article TEXT   NOT NULL,
    section TEXT   NOT NULL,
    what    TEXT   NOT NULL,
    times   BIGINT NOT NULL,
    PRIMARY KEY (guild, day, article, section, what)
);
