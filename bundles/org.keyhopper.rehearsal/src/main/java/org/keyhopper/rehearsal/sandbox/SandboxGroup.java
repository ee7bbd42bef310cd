package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;

/**
 * A group of the sandbox.
 *
 * @param members object ids of users and of groups within
 */
public record SandboxGroup(String id, String displayName, List<String> members) {

    public SandboxGroup {
        members = List.copyOf(members);
    }

    public static SandboxGroup of(String displayName, List<SandboxUser> members) {
        return new SandboxGroup(
                UUID.randomUUID().toString(),
                displayName,
                members.stream().map(SandboxUser::id).toList());
    }

    public JsonObject toJson() {
        return Json.object("id", id, "displayName", displayName);
    }
}
