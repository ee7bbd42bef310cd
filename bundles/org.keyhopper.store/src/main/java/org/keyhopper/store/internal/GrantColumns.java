package org.keyhopper.store.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;

/** Roles with their scopes in one column, by name; those that are not default ones are rows of {@code custom_role}. */
record GrantColumns(Transaction in) {

    static String json(List<Grant> grants) {
        JsonArray array = new JsonArray();
        grants.forEach(grant -> array.add(object(grant)));
        return array.toString();
    }

    static JsonObject object(Grant grant) {
        JsonObject object = new JsonObject();
        object.addProperty("role", grant.role().name());
        switch (grant.scope()) {
            case Scope.Everything everything -> {}
            case Scope.OneDirectory(String name) -> object.addProperty("directory", name);
            case Scope.OneSite(String name) -> object.addProperty("site", name);
        }
        return object;
    }

    List<Grant> grants(String json) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        for (JsonElement element : JsonParser.parseString(json).getAsJsonArray()) {
            grants.add(grant(element.getAsJsonObject()));
        }
        return grants;
    }

    Grant grant(JsonObject object) throws SQLException {
        return new Grant(role(object.get("role").getAsString()), scope(object));
    }

    private static Scope scope(JsonObject object) {
        if (object.has("directory")) {
            return new Scope.OneDirectory(object.get("directory").getAsString());
        }
        return object.has("site") ? new Scope.OneSite(object.get("site").getAsString()) : new Scope.Everything();
    }

    /** A role that was removed grants no privilege. */
    private Role role(String name) throws SQLException {
        Optional<Role> known = Role.named(name);
        return known.isPresent()
                ? known.get()
                : in.first("SELECT * FROM custom_role WHERE name = ?", GrantColumns::role, name)
                        .orElseGet(() -> new Role(name, Set.of()));
    }

    static Role role(Row row) throws SQLException {
        EnumSet<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        Json.list(row.text("privileges")).forEach(name -> privileges.add(Privilege.valueOf(name)));
        return new Role(row.text("name"), privileges);
    }

    static String privileges(Role role) {
        return Json.of(role.privileges().stream().sorted().map(Enum::name).toList());
    }
}
