-- When a request last began to wait: at its opening, or when its member vanished. It expires by this.
ALTER TABLE help_requests ADD COLUMN waiting_since timestamptz NOT NULL DEFAULT now();
UPDATE help_requests SET waiting_since = opened_at;

-- Requests of a rush of guests count as three minutes later, fixed in their key, in place of waiting after all others.
UPDATE help_requests SET queue_key = queue_key + interval '3 minutes' WHERE unverified AND status IN ('waiting', 'taken');
DROP INDEX queue_order;
CREATE INDEX queue_order ON help_requests (event, (priority = 'critical') DESC, queue_key, id) WHERE status = 'waiting';
