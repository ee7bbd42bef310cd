-- The directory's own id of a person, empty until it is known.
ALTER TABLE recipient ADD COLUMN user_id TEXT NOT NULL DEFAULT '';

-- Passkeys removed from a directory by an operator: written before, and ended after. Outlives requests.
INSERT INTO counter (name, value) VALUES ('revocation', 0);
CREATE TABLE revocation (
    id           BIGINT PRIMARY KEY,
    directory    TEXT   NOT NULL,
    user_id      TEXT   NOT NULL,
    user_name    TEXT   NOT NULL,
    passkey      TEXT   NOT NULL,
    passkey_name TEXT   NOT NULL,
    credential   TEXT,
    ordered      TEXT   NOT NULL,
    ended        TEXT
);
