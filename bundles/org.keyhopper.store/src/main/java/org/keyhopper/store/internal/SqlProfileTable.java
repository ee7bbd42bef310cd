package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.central.storage.ProfileTable;
import org.keyhopper.core.request.RequestId;

/** The rows of {@code named_profile} and {@code request_profile}. */
record SqlProfileTable(Transaction in) implements ProfileTable {

    @Override
    public List<NamedProfile> all() {
        return SqlFailure.wrap(() -> in.list("SELECT * FROM named_profile ORDER BY name", SqlProfileTable::read));
    }

    private static NamedProfile read(Row row) throws SQLException {
        return new NamedProfile(row.text("name"), ProfileColumns.read(row), row.longNumber("version"));
    }

    @Override
    public Optional<NamedProfile> find(String name) {
        return SqlFailure.wrap(
                () -> in.first("SELECT * FROM named_profile WHERE name = ?", SqlProfileTable::read, name));
    }

    @Override
    public boolean add(String name, Profile profile) {
        return SqlFailure.wrap(() -> in.update(
                        "INSERT INTO named_profile (name, pin_rule, pin_length, minimum_pin_length, options,"
                                + " unsupported, device_name, allowed_aaguids, min_pin_length_rp_ids, version)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING",
                        name,
                        ProfileColumns.pinRule(profile.pin()),
                        ProfileColumns.pinLength(profile.pin()),
                        profile.minimumPinLength(),
                        ProfileColumns.words(profile.options()),
                        profile.unsupported(),
                        profile.deviceName(),
                        ProfileColumns.words(profile.allowedAaguids()),
                        ProfileColumns.words(profile.minPinLengthRpIds()))
                == 1);
    }

    @Override
    public boolean replace(NamedProfile named) {
        Profile profile = named.profile();
        return SqlFailure.wrap(() -> in.update(
                        "UPDATE named_profile SET pin_rule = ?, pin_length = ?, minimum_pin_length = ?, options = ?,"
                                + " unsupported = ?, device_name = ?, allowed_aaguids = ?, min_pin_length_rp_ids = ?,"
                                + " version = ? WHERE name = ? AND version = ?",
                        ProfileColumns.pinRule(profile.pin()),
                        ProfileColumns.pinLength(profile.pin()),
                        profile.minimumPinLength(),
                        ProfileColumns.words(profile.options()),
                        profile.unsupported(),
                        profile.deviceName(),
                        ProfileColumns.words(profile.allowedAaguids()),
                        ProfileColumns.words(profile.minPinLengthRpIds()),
                        named.version() + 1,
                        named.name(),
                        named.version())
                == 1);
    }

    @Override
    public boolean remove(String name, long version) {
        return SqlFailure.wrap(() -> {
            int removed = in.update("DELETE FROM named_profile WHERE name = ? AND version = ?", name, version);
            if (removed == 1) {
                in.update("DELETE FROM request_profile WHERE profile = ?", name);
            }
            return removed == 1;
        });
    }

    @Override
    public void use(RequestId request, String name) {
        SqlFailure.wrap(() -> in.update("INSERT INTO request_profile (request, profile) VALUES (?, ?)", request, name));
    }

    @Override
    public Map<String, Integer> uses() {
        Map<String, Integer> uses = new HashMap<>();
        SqlFailure.wrap(() -> in.list(
                        "SELECT profile, COUNT(*) AS requests FROM request_profile GROUP BY profile",
                        row -> Map.entry(row.text("profile"), row.number("requests"))))
                .forEach(use -> uses.put(use.getKey(), use.getValue()));
        return uses;
    }

    @Override
    public List<RequestId> usedBy(String name) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT r.id FROM request_profile p JOIN request r ON r.id = p.request WHERE p.profile = ?"
                        + " ORDER BY r.number DESC",
                row -> new RequestId(row.text("id")),
                name));
    }

    @Override
    public Optional<String> usedFor(RequestId request) {
        return SqlFailure.wrap(() ->
                in.first("SELECT profile FROM request_profile WHERE request = ?", row -> row.text("profile"), request));
    }
}
