-- The name under which a device was given, where its holder has another now.
ALTER TABLE inventory ADD COLUMN former_holder TEXT;
