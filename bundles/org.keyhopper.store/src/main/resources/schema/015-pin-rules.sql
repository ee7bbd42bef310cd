-- usable from 10
-- The relying parties that may learn a device's minimum PIN length (minPinLengthRPIDs), separated by spaces.
ALTER TABLE request ADD COLUMN min_pin_length_rp_ids TEXT NOT NULL DEFAULT '';

-- How many days sealed PINs are kept after the person confirmed them; one row.
CREATE TABLE pin_retention (days INTEGER NOT NULL);
INSERT INTO pin_retention (days) VALUES (30);
