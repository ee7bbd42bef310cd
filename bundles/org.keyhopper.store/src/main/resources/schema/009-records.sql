-- For which printer of its station a claim was made; empty for the desk.
ALTER TABLE enrolment ADD COLUMN printer TEXT NOT NULL DEFAULT '';

-- Up to which entry a sink has received the audit trail, and which instance delivers to it until when.
CREATE TABLE audit_cursor (
    sink   TEXT   PRIMARY KEY,
    number BIGINT NOT NULL,
    worker TEXT,
    until  TEXT
);

-- The names to which references of the audit trail belong, such as recipient:R7K3M/4. They are erased with a person's data; the trail stays.
CREATE TABLE audit_name (
    reference TEXT PRIMARY KEY,
    directory TEXT NOT NULL,
    account   TEXT NOT NULL,
    user_id   TEXT NOT NULL,
    name      TEXT NOT NULL
);

-- Initial PINs that stations sealed to the escrow certificate; base64. Central cannot open them.
CREATE TABLE escrowed_pin (
    claim     BIGINT  PRIMARY KEY,
    request   TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    sealed    TEXT    NOT NULL,
    confirmed INTEGER NOT NULL,
    kept      TEXT    NOT NULL,
    FOREIGN KEY (request, position) REFERENCES recipient (request, position) ON DELETE CASCADE
);
CREATE INDEX escrowed_pin_of_recipient ON escrowed_pin (request, position);

-- The last entry that was removed from the beginning of the audit trail, if any was.
CREATE TABLE audit_start (
    number BIGINT NOT NULL,
    hash   TEXT   NOT NULL
);
