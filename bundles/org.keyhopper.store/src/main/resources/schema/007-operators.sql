-- Who works with Central, and what they decide. Empty at a station. An instance of the version before goes on working with these tables beside it.
CREATE TABLE operator (
    id           TEXT    PRIMARY KEY,
    login        TEXT    NOT NULL UNIQUE,
    issuer       TEXT,
    subject      TEXT,
    name         TEXT    NOT NULL,
    grants       TEXT    NOT NULL,
    claims       TEXT    NOT NULL,
    created      TEXT    NOT NULL,
    last_sign_in TEXT,
    disabled     INTEGER NOT NULL,
    version      BIGINT  NOT NULL,
    UNIQUE (issuer, subject)
);

CREATE TABLE custom_role (
    name       TEXT   PRIMARY KEY,
    privileges TEXT   NOT NULL,
    version    BIGINT NOT NULL
);

-- Values that a browser keeps are here as SHA-256.
CREATE TABLE sign_in_attempt (
    state     TEXT PRIMARY KEY,
    browser   TEXT NOT NULL,
    nonce     TEXT NOT NULL,
    verifier  TEXT NOT NULL,
    return_to TEXT NOT NULL,
    expires   TEXT NOT NULL
);

CREATE TABLE browser_session (
    hash      TEXT PRIMARY KEY,
    operator  TEXT REFERENCES operator (id) ON DELETE CASCADE,
    csrf      TEXT NOT NULL,
    id_token  TEXT,
    created   TEXT NOT NULL,
    last_used TEXT NOT NULL,
    expires   TEXT NOT NULL
);
CREATE INDEX browser_session_by_expiry ON browser_session (expires);

-- Operators at stations: codes to be redeemed, and refresh tokens, which have no challenge; as SHA-256.
CREATE TABLE station_sign_in (
    hash      TEXT PRIMARY KEY,
    operator  TEXT NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    station   TEXT NOT NULL REFERENCES station (id) ON DELETE CASCADE,
    redirect  TEXT NOT NULL,
    challenge TEXT NOT NULL,
    expires   TEXT NOT NULL
);
CREATE INDEX station_sign_in_by_operator ON station_sign_in (operator);

-- Decisions of administrators as JSON, each with the number of its changes; and hashes of codes, empty once used.
CREATE TABLE central_setting (
    name    TEXT   PRIMARY KEY,
    value   TEXT   NOT NULL,
    version BIGINT NOT NULL
);

-- What Central keeps of a request beyond its people and profile; a request without a row has none of it.
CREATE TABLE request_details (
    request  TEXT   PRIMARY KEY REFERENCES request (id) ON DELETE CASCADE,
    creator  TEXT   NOT NULL,
    site     TEXT   NOT NULL,
    assignee TEXT,
    due      TEXT,
    note     TEXT   NOT NULL,
    approval TEXT   NOT NULL,
    approver TEXT,
    version  BIGINT NOT NULL
);

-- Keys of calls that create something, with the id of what was created; no reply.
CREATE TABLE idempotency_key (
    caller  TEXT NOT NULL,
    value   TEXT NOT NULL,
    call    TEXT NOT NULL,
    result  TEXT NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (caller, value)
);
CREATE INDEX idempotency_key_by_time ON idempotency_key (written);

ALTER TABLE join_code ADD COLUMN kind TEXT NOT NULL DEFAULT 'STATION';
ALTER TABLE station ADD COLUMN kind TEXT NOT NULL DEFAULT 'STATION';
ALTER TABLE station ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
