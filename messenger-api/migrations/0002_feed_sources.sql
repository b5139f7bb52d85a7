-- What whoever follows a feed learns of it, for every node: whether it was read to its end once (until then a node is
-- not ready), and whether it answers (while auth-api does not, participants' tokens count longer).
ALTER TABLE feed_cursors
    ADD COLUMN caught_up boolean NOT NULL DEFAULT false,
    ADD COLUMN reachable boolean NOT NULL DEFAULT true;
UPDATE feed_cursors SET caught_up = cursor IS NOT NULL;
