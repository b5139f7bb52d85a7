-- What tells a repeat begins with the id that the writer gave: most ids carry their time, so those of new messages lie
-- beside each other, while the conversations they belong to lie apart. A commit looks through fewer pages, compares
-- less, and changes and logs less. Sends wait while this is made, about a second for each million of messages.
ALTER TABLE messages
    DROP CONSTRAINT message_once,
    ADD CONSTRAINT message_once UNIQUE (client_id, conversation, sender);
