package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.StationContact;
import org.keyhopper.central.storage.StationTable;

/** The rows of {@code station} and {@code join_code}. */
record SqlStationTable(Transaction in, String rowLock) implements StationTable {

    @Override
    public void put(JoinCode code) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO join_code (hash, kind, name, grants, expires) VALUES (?, ?, ?, ?, ?)",
                code.hash(),
                code.kind(),
                code.name(),
                GrantColumns.json(code.grants()),
                code.expires()));
    }

    @Override
    public Optional<JoinCode> code(String hash) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT * FROM join_code WHERE hash = ?" + rowLock,
                row -> new JoinCode(
                        row.text("hash"),
                        row.constant(Station.Kind.class, "kind"),
                        row.text("name"),
                        new GrantColumns(in).grants(row.text("grants")),
                        row.instant("expires")),
                hash));
    }

    @Override
    public Optional<Station> joinedWith(String hash) {
        return SqlFailure.wrap(() -> in.first("SELECT * FROM station WHERE code_hash = ?", this::station, hash));
    }

    @Override
    public void add(Station station, String codeHash) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO station (id, kind, name, key_thumbprint, public_key, grants, joined, revoked, version,"
                        + " code_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                station.id(),
                station.kind(),
                station.name(),
                station.keyThumbprint(),
                station.publicKey(),
                GrantColumns.json(station.grants()),
                station.joined(),
                station.revoked(),
                station.version(),
                codeHash));
    }

    @Override
    public Optional<Station> find(String id) {
        return SqlFailure.wrap(() -> in.first("SELECT * FROM station WHERE id = ?", this::station, id));
    }

    @Override
    public List<Station> after(Station.Kind kind, String id, int limit) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM station WHERE kind = ? AND id > ? ORDER BY id LIMIT ?", this::station, kind, id, limit));
    }

    @Override
    public boolean replace(Station station) {
        return SqlFailure.wrap(() -> in.update(
                        "UPDATE station SET grants = ?, revoked = ?, version = ? WHERE id = ? AND version = ?",
                        GrantColumns.json(station.grants()),
                        station.revoked(),
                        station.version(),
                        station.id(),
                        station.version() - 1)
                == 1);
    }

    @Override
    public void revoke(String id) {
        SqlFailure.wrap(() -> in.update("UPDATE station SET revoked = ? WHERE id = ?", true, id));
    }

    @Override
    public void contacted(StationContact contact) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO station_contact (station, seen, version) VALUES (?, ?, ?) ON CONFLICT (station) DO UPDATE"
                        + " SET seen = excluded.seen, version = excluded.version",
                contact.station(),
                contact.seen(),
                contact.version()));
    }

    @Override
    public List<StationContact> contacts() {
        return SqlFailure.wrap(() -> in.list(
                "SELECT station, seen, version FROM station_contact",
                row -> new StationContact(row.text("station"), row.instant("seen"), row.text("version"))));
    }

    private Station station(Row row) throws SQLException {
        return new Station(
                row.text("id"),
                row.constant(Station.Kind.class, "kind"),
                row.text("name"),
                row.text("key_thumbprint"),
                row.text("public_key"),
                new GrantColumns(in).grants(row.text("grants")),
                row.instant("joined"),
                row.flag("revoked"),
                row.longNumber("version"));
    }
}
