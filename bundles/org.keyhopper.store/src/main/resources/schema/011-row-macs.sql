-- usable from 11
-- A keyed MAC of all other columns of the row, base64; see RowMacs. At a station only: it stays empty at Central.
ALTER TABLE request ADD COLUMN mac TEXT;
ALTER TABLE recipient ADD COLUMN mac TEXT;
ALTER TABLE settlement ADD COLUMN mac TEXT;
ALTER TABLE ceremony ADD COLUMN mac TEXT;
ALTER TABLE journal_entry ADD COLUMN mac TEXT;
ALTER TABLE inventory ADD COLUMN mac TEXT;
ALTER TABLE directory_account ADD COLUMN mac TEXT;
ALTER TABLE reader_binding ADD COLUMN mac TEXT;
ALTER TABLE revocation ADD COLUMN mac TEXT;
ALTER TABLE escrow_certificate ADD COLUMN mac TEXT;
