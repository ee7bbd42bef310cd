package org.keyhopper.store.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.storage.StationTable;
import org.keyhopper.core.request.StoreException;

/** The rows of {@code station} and {@code join_code}. */
record SqlStationTable(Transaction in, String rowLock) implements StationTable {

    @Override
    public void put(JoinCode code) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO join_code (hash, name, grants, expires) VALUES (?, ?, ?, ?)",
                code.hash(),
                code.name(),
                json(code.grants()),
                code.expires()));
    }

    @Override
    public Optional<JoinCode> code(String hash) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT * FROM join_code WHERE hash = ?" + rowLock,
                row -> new JoinCode(
                        row.text("hash"), row.text("name"), grants(row.text("grants")), row.instant("expires")),
                hash));
    }

    @Override
    public Optional<Station> joinedWith(String hash) {
        return SqlFailure.wrap(
                () -> in.first("SELECT * FROM station WHERE code_hash = ?", SqlStationTable::station, hash));
    }

    @Override
    public void add(Station station, String codeHash) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO station (id, name, key_thumbprint, public_key, grants, joined, revoked, code_hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                station.id(),
                station.name(),
                station.keyThumbprint(),
                station.publicKey(),
                json(station.grants()),
                station.joined(),
                station.revoked(),
                codeHash));
    }

    @Override
    public Optional<Station> find(String id) {
        return SqlFailure.wrap(() -> in.first("SELECT * FROM station WHERE id = ?", SqlStationTable::station, id));
    }

    @Override
    public void revoke(String id) {
        SqlFailure.wrap(() -> in.update("UPDATE station SET revoked = ? WHERE id = ?", true, id));
    }

    private static Station station(Row row) throws SQLException {
        return new Station(
                row.text("id"),
                row.text("name"),
                row.text("key_thumbprint"),
                row.text("public_key"),
                grants(row.text("grants")),
                row.instant("joined"),
                row.flag("revoked"));
    }

    private static String json(List<Grant> grants) {
        JsonArray array = new JsonArray();
        for (Grant grant : grants) {
            JsonObject object = new JsonObject();
            object.addProperty("role", grant.role().name());
            if (grant.scope() instanceof Scope.OneDirectory(String name)) {
                object.addProperty("directory", name);
            }
            array.add(object);
        }
        return array.toString();
    }

    private static List<Grant> grants(String json) {
        List<Grant> grants = new ArrayList<>();
        for (JsonElement element : JsonParser.parseString(json).getAsJsonArray()) {
            JsonObject object = element.getAsJsonObject();
            String name = object.get("role").getAsString();
            Role role = Role.named(name).orElseThrow(() -> new StoreException("There is no role " + name + "."));
            Scope scope = object.has("directory")
                    ? new Scope.OneDirectory(object.get("directory").getAsString())
                    : new Scope.Everything();
            grants.add(new Grant(role, scope));
        }
        return grants;
    }
}
