-- Before anything is copied, the questions run in the project that gives: the number of that run.

ALTER TABLE portal.promotion ADD COLUMN check_run_number integer;
ALTER TABLE portal.promotion DROP CONSTRAINT promotion_status_check;
ALTER TABLE portal.promotion ADD CONSTRAINT promotion_status_check CHECK (status IN ('waiting', 'checking', 'copying', 'reading', 'done', 'failed'));
