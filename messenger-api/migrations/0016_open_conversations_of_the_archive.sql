-- Which open conversations were looked at is no longer stored: each note of it wrote all words of an entry into their
-- index anew. They are gone through by their ids. A node of an older version leaves the archive to newer ones.
DROP INDEX archive_open;
ALTER TABLE archive_entries DROP COLUMN looked_at;
CREATE INDEX archive_open ON archive_entries (conversation) WHERE is_open;
