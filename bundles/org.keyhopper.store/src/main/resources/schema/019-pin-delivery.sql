-- usable from 11
-- How far a PIN in Central's escrow is on its way to its person; "received" is when the person confirmed it.
ALTER TABLE escrowed_pin ADD COLUMN released TEXT;
ALTER TABLE escrowed_pin ADD COLUMN handed_over TEXT;
ALTER TABLE escrowed_pin ADD COLUMN received TEXT;
UPDATE escrowed_pin SET released = (SELECT MAX(e.written) FROM audit_event e WHERE e.action = 'PIN_HANDED_OVER' AND e.problem IS NULL
    AND e.subject = 'recipient:' || escrowed_pin.request || '/' || escrowed_pin.position AND e.written >= escrowed_pin.kept);
UPDATE escrowed_pin SET received = (SELECT p.confirmed FROM pick_up p WHERE p.claim = escrowed_pin.claim);
