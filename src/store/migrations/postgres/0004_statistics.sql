-- What people wrote is no matter of the planner's, whose statistics would keep samples of it. Naming the type anew
-- deletes those that it has.
ALTER TABLE report ALTER COLUMN words TYPE TEXT, ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE taught ALTER COLUMN words TYPE TEXT, ALTER COLUMN words SET STATISTICS 0;
