-- Whether moderators were told of a report; of what waited before they were, as soon as it came. From now on `at` is the
-- whole minute in which they are told, minutes after it came: nothing says when that was.
ALTER TABLE report ADD COLUMN told BIGINT NOT NULL DEFAULT 1;
UPDATE report SET at = at - at % 60;

CREATE INDEX report_untold ON report (at) WHERE told = 0;
