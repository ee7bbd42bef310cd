package org.keyhopper.store.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keyhopper.central.directory.ConfirmedChanges;
import org.keyhopper.central.policy.Policy;
import org.keyhopper.central.policy.RoleMapping;
import org.keyhopper.central.storage.SettingTable;

/** The rows of {@code central_setting}. */
record SqlSettingTable(Transaction in, String rowLock) implements SettingTable {

    private static final String POLICY = "policy";
    private static final String MAPPING = "role-mapping";
    private static final String CHANGES = "confirmed-changes:";
    private static final String SECRET_END = "secret-end:";

    /** What the names of the hashes of codes begin with. */
    static final String CODE = "code:";

    /** A setting as it is kept. */
    private record Setting(String value, long version) {

        JsonObject object() {
            return JsonParser.parseString(value).getAsJsonObject();
        }
    }

    private Optional<Setting> find(String name, String lock) throws SQLException {
        return in.first(
                "SELECT value, version FROM central_setting WHERE name = ?" + lock,
                row -> new Setting(row.text("value"), row.longNumber("version")),
                name);
    }

    /** Stores the version after this one, if this one is current. */
    private boolean put(String name, String value, long version) throws SQLException {
        return in.update(
                                "INSERT INTO central_setting (name, value, version) SELECT ?, ?, 1 WHERE ? = 0 ON"
                                        + " CONFLICT DO NOTHING",
                                name,
                                value,
                                version)
                        == 1
                || in.update(
                                "UPDATE central_setting SET value = ?, version = ? WHERE name = ? AND version = ?",
                                value,
                                version + 1,
                                name,
                                version)
                        == 1;
    }

    @Override
    public Policy policy() {
        Optional<Setting> kept = SqlFailure.wrap(() -> find(POLICY, ""));
        return kept.map(SqlSettingTable::policy).orElse(Policy.DEFAULT);
    }

    private static Policy policy(Setting kept) {
        Map<String, List<String>> groups = new TreeMap<>();
        JsonObject object = kept.object();
        object.getAsJsonObject("privilegedGroups")
                .entrySet()
                .forEach(entry ->
                        groups.put(entry.getKey(), Json.list(entry.getValue().toString())));
        return new Policy(object.get("approveAll").getAsBoolean(), groups, kept.version());
    }

    @Override
    public boolean put(Policy policy) {
        JsonObject groups = new JsonObject();
        policy.privilegedGroups()
                .forEach((directory, names) -> groups.add(directory, JsonParser.parseString(Json.of(names))));
        JsonObject object = new JsonObject();
        object.addProperty("approveAll", policy.approveAll());
        object.add("privilegedGroups", groups);
        return SqlFailure.wrap(() -> put(POLICY, object.toString(), policy.version()));
    }

    @Override
    public RoleMapping mapping() {
        return SqlFailure.wrap(() -> {
            Optional<Setting> kept = find(MAPPING, "");
            return kept.isPresent() ? mapping(kept.get()) : RoleMapping.NONE;
        });
    }

    private RoleMapping mapping(Setting kept) throws SQLException {
        JsonObject object = kept.object();
        List<RoleMapping.Rule> rules = new ArrayList<>();
        for (JsonElement element : object.getAsJsonArray("rules")) {
            JsonObject rule = element.getAsJsonObject();
            rules.add(new RoleMapping.Rule(rule.get("value").getAsString(), new GrantColumns(in).grant(rule)));
        }
        return new RoleMapping(object.get("claim").getAsString(), rules, kept.version());
    }

    @Override
    public boolean put(RoleMapping mapping) {
        JsonArray rules = new JsonArray();
        for (RoleMapping.Rule rule : mapping.rules()) {
            JsonObject object = GrantColumns.object(rule.grant());
            object.addProperty("value", rule.value());
            rules.add(object);
        }
        JsonObject object = new JsonObject();
        object.addProperty("claim", mapping.claim());
        object.add("rules", rules);
        return SqlFailure.wrap(() -> put(MAPPING, object.toString(), mapping.version()));
    }

    @Override
    public ConfirmedChanges confirmedChanges(String directory) {
        return SqlFailure.wrap(() -> find(CHANGES + directory, ""))
                .map(kept -> new ConfirmedChanges(directory, Set.copyOf(Json.list(kept.value())), kept.version()))
                .orElseGet(() -> new ConfirmedChanges(directory, Set.of(), 0));
    }

    @Override
    public boolean put(ConfirmedChanges changes) {
        List<String> obstacles = changes.obstacles().stream().sorted().toList();
        return SqlFailure.wrap(() -> put(CHANGES + changes.directory(), Json.of(obstacles), changes.version()));
    }

    @Override
    public Map<String, LocalDate> secretEnds() {
        Map<String, LocalDate> ends = new TreeMap<>();
        SqlFailure.wrap(() -> in.list(
                        "SELECT name, value FROM central_setting WHERE name LIKE ?",
                        row -> Map.entry(
                                row.text("name").substring(SECRET_END.length()), LocalDate.parse(row.text("value"))),
                        SECRET_END + "%"))
                .forEach(end -> ends.put(end.getKey(), end.getValue()));
        return ends;
    }

    @Override
    public void putSecretEnd(String directory, Optional<LocalDate> end) {
        SqlFailure.wrap(() -> {
            in.update("DELETE FROM central_setting WHERE name = ?", SECRET_END + directory);
            if (end.isPresent()) {
                in.update(
                        "INSERT INTO central_setting (name, value, version) VALUES (?, ?, 1)",
                        SECRET_END + directory,
                        end.get().toString());
            }
            return end;
        });
    }

    @Override
    public Optional<String> codeHash(String name) {
        return SqlFailure.wrap(() -> find(CODE + name, rowLock)).map(Setting::value);
    }

    @Override
    public void putCodeHash(String name, String hash) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO central_setting (name, value, version) VALUES (?, ?, 1)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                CODE + name,
                hash));
    }
}
