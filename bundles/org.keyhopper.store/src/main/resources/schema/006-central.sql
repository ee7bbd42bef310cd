-- What an organisation's Central keeps; empty at a station. A claim of a station has "station:" and its id as holder, and ends by expiry alone.

-- One row per claim that a station made: what was begun under it. "worker" is the instance of Central that is calling the directory for it.
CREATE TABLE enrolment (
    claim           BIGINT  PRIMARY KEY,
    request         TEXT    NOT NULL,
    position        INTEGER NOT NULL,
    directory       TEXT    NOT NULL,
    station         TEXT    NOT NULL,
    idempotency_key TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    begun           TEXT,
    made            TEXT,
    passkey         TEXT,
    worker          TEXT,
    UNIQUE (station, idempotency_key),
    FOREIGN KEY (request, position) REFERENCES recipient (request, position) ON DELETE CASCADE
);
CREATE INDEX enrolment_of_recipient ON enrolment (request, position);

CREATE TABLE join_code (
    hash    TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    grants  TEXT NOT NULL,
    expires TEXT NOT NULL
);

CREATE TABLE station (
    id             TEXT    PRIMARY KEY,
    name           TEXT    NOT NULL,
    key_thumbprint TEXT    NOT NULL,
    public_key     TEXT    NOT NULL,
    grants         TEXT    NOT NULL,
    joined         TEXT    NOT NULL,
    revoked        INTEGER NOT NULL,
    code_hash      TEXT    NOT NULL UNIQUE
);

-- Append-only, in a chain of hashes; holds no names of people, and outlives what it is about.
CREATE TABLE audit_event (
    number  BIGINT PRIMARY KEY,
    written TEXT   NOT NULL,
    actor   TEXT   NOT NULL,
    action  TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    problem TEXT,
    facts   TEXT   NOT NULL,
    call_id TEXT   NOT NULL,
    hash    TEXT   NOT NULL
);
INSERT INTO counter (name, value) VALUES ('audit', 0);

-- Values that are accepted once, until they would be too old anyway.
CREATE TABLE used_value (
    kind    TEXT NOT NULL,
    value   TEXT NOT NULL,
    expires TEXT NOT NULL,
    PRIMARY KEY (kind, value)
);
CREATE INDEX used_value_by_expiry ON used_value (expires);
