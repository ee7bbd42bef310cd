-- usable from 11
-- What was done at a station, and from which account; only added to. No foreign key: it outlives what it is about. "hash" covers the one of the entry before.
CREATE TABLE station_audit (
    number   BIGINT PRIMARY KEY,
    written  TEXT   NOT NULL,
    account  TEXT   NOT NULL,
    host     TEXT   NOT NULL,
    action   TEXT   NOT NULL,
    subject  TEXT   NOT NULL,
    facts    TEXT   NOT NULL,
    hash     TEXT   NOT NULL,
    mac      TEXT
);
INSERT INTO counter (name, value) VALUES ('station_audit', 0);
