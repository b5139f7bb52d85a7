-- Messages are found by their indexes alone, and words by theirs: of where messages stand and who sent them the planner
-- needs to know little, of the rest nothing. Counting it all kept a core busy for half a second, once a minute while
-- many messages came in.
ALTER TABLE messages
    ALTER COLUMN conversation SET STATISTICS 10,
    ALTER COLUMN seq SET STATISTICS 10,
    ALTER COLUMN sender SET STATISTICS 10,
    ALTER COLUMN sender_kind SET STATISTICS 10,
    ALTER COLUMN client_id SET STATISTICS 0,
    ALTER COLUMN at SET STATISTICS 10,
    ALTER COLUMN body SET STATISTICS 0,
    ALTER COLUMN reply_to SET STATISTICS 0,
    ALTER COLUMN location SET STATISTICS 0,
    ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE archive_entries ALTER COLUMN words SET STATISTICS 0;
