-- As before 0018, which gained nothing that shows, and left two questions about one person's messages in a conversation
-- without an index that begins with what they ask for.
ALTER TABLE messages
    DROP CONSTRAINT message_once,
    ADD CONSTRAINT message_once UNIQUE (conversation, sender, client_id);
