-- Which process serves which shard, and where its session at Discord stands: numbers of the bot's own, and nobody's data.
-- A shard is whose its advisory lock is; the row tells the next one what to go on with.
CREATE TABLE shard (
    application BIGINT NOT NULL,
    -- Of how many shards it is one.
    shards INTEGER NOT NULL,
    shard INTEGER NOT NULL,
    -- Who has it; nobody where it was let go of in good order.
    holder TEXT,
    session TEXT,
    -- When the session was last known to go on.
    seen TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (application, shards, shard)
) WITH (fillfactor = 50);

-- When the next session of a row of shards may begin.
CREATE TABLE turn (
    application BIGINT NOT NULL,
    line BIGINT NOT NULL,
    next TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (application, line)
) WITH (fillfactor = 50);
