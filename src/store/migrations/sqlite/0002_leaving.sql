-- When the server left us, in seconds since 1970; its rows go thirty days later unless it returns.
ALTER TABLE server ADD COLUMN left_at INTEGER;

CREATE INDEX server_left ON server (left_at) WHERE left_at IS NOT NULL;
