-- How long a finished voice clip is, as its bytes say; null of photos, and of clips from before.
ALTER TABLE attachments ADD COLUMN seconds integer;
