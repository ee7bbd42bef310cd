-- The oldest program that can work with this version of the tables; without it, only programs that know the version. A later file that only adds
-- says so in its first line: "-- usable from N".
ALTER TABLE schema_version ADD COLUMN usable_from INTEGER;

-- Instances of Central that serve. Whether one still runs is told by its sign of life, not by the time in "seen".
CREATE TABLE instance (
    token   TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    started TEXT NOT NULL,
    seen    TEXT NOT NULL
);

-- Backups that were restored. What was registered between the two times may be at a directory and not in this database.
CREATE TABLE restoration (
    number      BIGINT PRIMARY KEY,
    backup_made TEXT   NOT NULL,
    restored    TEXT   NOT NULL,
    checked     TEXT
);
INSERT INTO counter (name, value) VALUES ('restoration', 0);
