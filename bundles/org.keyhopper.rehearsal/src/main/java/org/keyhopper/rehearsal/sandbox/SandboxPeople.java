package org.keyhopper.rehearsal.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The people a directory knows, and their groups. Thread-safe: every change is one step. */
public class SandboxPeople {

    private final List<SandboxUser> users;
    private final List<SandboxGroup> groups;
    private final Map<String, Set<String>> memberIds = new ConcurrentHashMap<>();

    protected SandboxPeople(Population people) {
        users = new ArrayList<>(people.users());
        groups = new ArrayList<>(people.groups());
    }

    public final synchronized List<SandboxUser> users() {
        return List.copyOf(users);
    }

    public final synchronized List<SandboxGroup> groups() {
        return List.copyOf(groups);
    }

    public final synchronized Optional<SandboxUser> user(String reference) {
        return users.stream().filter(user -> user.isCalled(reference)).findFirst();
    }

    /** Adds a person, or replaces the one with the same id. */
    public final synchronized void put(SandboxUser user) {
        users.replaceAll(old -> old.id().equals(user.id()) ? user : old);
        if (users.stream().noneMatch(old -> old.id().equals(user.id()))) {
            users.add(user);
        }
    }

    /** Removes a person, who stays in the lists of groups as those who left do; false when there was none. */
    public final synchronized boolean remove(String reference) {
        return users.removeIf(user -> user.isCalled(reference));
    }

    public final synchronized Optional<SandboxGroup> group(String id) {
        return groups.stream().filter(group -> group.id().equalsIgnoreCase(id)).findFirst();
    }

    /** Returns the people of a group and of the groups within it. */
    public final List<SandboxUser> membersOf(SandboxGroup group) {
        Set<String> ids = idsIn(group);
        return users().stream().filter(user -> ids.contains(user.id())).toList();
    }

    /** Returns whether a person is a member of the group, directly or through a nested group. */
    public final boolean isMember(SandboxGroup group, String userId) {
        return idsIn(group).contains(userId);
    }

    /** Groups never change, so members are determined once. */
    private Set<String> idsIn(SandboxGroup group) {
        return memberIds.computeIfAbsent(group.id(), id -> {
            Set<String> ids = new HashSet<>();
            collect(group, ids);
            return ids;
        });
    }

    private void collect(SandboxGroup group, Set<String> ids) {
        for (String member : group.members()) {
            if (ids.add(member)) {
                group(member).ifPresent(inner -> collect(inner, ids));
            }
        }
    }
}
