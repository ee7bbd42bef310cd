package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;

/**
 * A file of people: {@code {"users":[{"userPrincipalName","displayName","id","mail","accountEnabled"}],
 * "groups":[{"displayName","id","members":["account or id"]}]}}. Only the account name is needed.
 */
public final class PeopleFile {

    private PeopleFile() {}

    /** Reads it; IllegalArgumentException when it is not of that form. */
    public static Population read(String text) {
        JsonObject file = Json.read(text).orElseThrow(() -> new IllegalArgumentException("the people file is no JSON"));
        List<SandboxUser> users =
                Json.objects(file, "users").stream().map(SandboxUser::read).toList();
        List<SandboxGroup> groups = Json.objects(file, "groups").stream()
                .map(group -> group(group, users))
                .toList();
        return new Population(users, groups);
    }

    private static SandboxGroup group(JsonObject json, List<SandboxUser> users) {
        List<String> members = Json.texts(json, "members").stream()
                .map(member -> users.stream()
                        .filter(user -> user.isCalled(member))
                        .map(SandboxUser::id)
                        .findFirst()
                        .orElse(member))
                .toList();
        return new SandboxGroup(
                Json.text(json, "id").orElseGet(() -> UUID.randomUUID().toString()),
                Json.text(json, "displayName").orElseThrow(() -> new IllegalArgumentException("a group needs a name")),
                members);
    }
}
