-- A lease on a whole request becomes a claim on one recipient.
DROP TABLE lease;
ALTER TABLE ceremony RENAME COLUMN lease TO claim;
UPDATE counter SET name = 'claim' WHERE name = 'lease';

-- Who works on which recipient. The holder's sign of life ends a claim at once when its process ends; expiry ends it for everyone else.
CREATE TABLE claim (
    request  TEXT    NOT NULL,
    position INTEGER NOT NULL,
    number   BIGINT  NOT NULL,
    holder   TEXT    NOT NULL,
    expires  TEXT    NOT NULL,
    PRIMARY KEY (request, position),
    FOREIGN KEY (request, position) REFERENCES recipient (request, position) ON DELETE CASCADE
);

-- Writes under a claim that was no longer current: kept as evidence, never applied. Outlives its request.
CREATE TABLE stale_write (
    number    BIGINT  PRIMARY KEY,
    request   TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    claim     BIGINT  NOT NULL,
    operation TEXT    NOT NULL,
    facts     TEXT    NOT NULL,
    refused   TEXT    NOT NULL
);
CREATE INDEX stale_write_of_request ON stale_write (request);
INSERT INTO counter (name, value) VALUES ('stale_write', 0);
