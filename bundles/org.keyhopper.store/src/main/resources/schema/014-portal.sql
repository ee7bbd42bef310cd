-- usable from 9
-- What ended within a day or a week is counted without reading all attempts.
CREATE INDEX IF NOT EXISTS settlement_by_end ON settlement (ended);

-- When a station signed in last, and with which version of the program; empty if it did not say.
CREATE TABLE IF NOT EXISTS station_contact (
    station TEXT PRIMARY KEY REFERENCES station (id) ON DELETE CASCADE,
    seen    TEXT NOT NULL,
    version TEXT NOT NULL
);

-- Devices that a maker has delivered, by serial number in capitals.
CREATE TABLE IF NOT EXISTS shipment (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    arrived TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS shipped_device (
    serial   TEXT PRIMARY KEY,
    shipment TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS shipped_device_by_shipment ON shipped_device (shipment);
