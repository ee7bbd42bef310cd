package org.keyhopper.rehearsal.keycloak;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/**
 * Users and groups, as the admin API shows them. A group within another is its child; its members are not the other's.
 *
 * @param roles of the service account
 */
record KeycloakUserPages(KeycloakRealm realm, Set<String> roles) {

    private static final int USUAL_PAGE = 100;

    /** User names are kept in lower case. */
    Reply users(Call call, Optional<Rule> rule) {
        Predicate<SandboxUser> wanted = matches(call, "username", SandboxUser::userPrincipalName)
                .and(matches(call, "email", SandboxUser::mail))
                .and(user -> call.parameter("search").stream()
                        .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
                        .allMatch(word -> begins(user, word)));
        return page(
                call,
                KeycloakRights.mayView(roles)
                        ? realm.users().stream().filter(wanted).map(user -> json(user, rule))
                        : Stream.empty());
    }

    private static Predicate<SandboxUser> matches(Call call, String parameter, Function<SandboxUser, String> value) {
        return user -> call.parameter(parameter)
                .filter(wanted -> !wanted.equalsIgnoreCase(value.apply(user)))
                .isEmpty();
    }

    private static boolean begins(SandboxUser user, String word) {
        String beginning = word.toLowerCase(Locale.ROOT);
        return Stream.of(user.userPrincipalName(), user.givenName(), user.surname(), user.mail())
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith(beginning));
    }

    Reply user(SandboxUser user, Optional<Rule> rule) {
        return Reply.ok(json(user, rule));
    }

    Reply groups(Call call) {
        String text = call.parameter("search").orElse("");
        boolean exact = call.parameter("exact").filter("true"::equals).isPresent();
        Set<String> inner = innerGroups();
        Predicate<SandboxGroup> named = group -> exact
                ? group.displayName().equals(text)
                : group.displayName().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        Stream<JsonObject> trees = realm.groups().stream()
                .filter(group -> !inner.contains(group.id()))
                .flatMap(group -> tree(group, named).stream());
        return page(call, KeycloakRights.mayView(roles) ? trees : Stream.empty());
    }

    /** A group is shown when it, or one within it, has the name. */
    private Optional<JsonObject> tree(SandboxGroup group, Predicate<SandboxGroup> named) {
        List<JsonObject> within = children(group).stream()
                .flatMap(child -> tree(child, named).stream())
                .toList();
        return named.test(group) || !within.isEmpty() ? Optional.of(json(group, within)) : Optional.empty();
    }

    Reply group(String id) {
        return realm.group(id)
                .map(group -> Reply.ok(json(group, List.of())))
                .orElseGet(KeycloakUserPages::unknownGroup);
    }

    Reply members(Call call, String id) {
        return realm.group(id)
                .map(group -> page(
                        call,
                        realm.users().stream()
                                .filter(user -> group.members().contains(user.id()))
                                .map(user -> json(user, Optional.empty()))))
                .orElseGet(KeycloakUserPages::unknownGroup);
    }

    Reply children(Call call, String id) {
        return realm.group(id)
                .map(group -> page(call, children(group).stream().map(child -> json(child, List.of()))))
                .orElseGet(KeycloakUserPages::unknownGroup);
    }

    private List<SandboxGroup> children(SandboxGroup group) {
        return group.members().stream().flatMap(id -> realm.group(id).stream()).toList();
    }

    private Set<String> innerGroups() {
        Set<String> ids = new HashSet<>();
        realm.groups().forEach(group -> children(group).forEach(child -> ids.add(child.id())));
        return ids;
    }

    private static Reply unknownGroup() {
        return KeycloakReply.error(404, "Could not find group by id");
    }

    private static Reply page(Call call, Stream<JsonObject> entries) {
        int first = call.parameter("first").map(Integer::valueOf).orElse(0);
        int max = call.parameter("max").map(Integer::valueOf).orElse(USUAL_PAGE);
        return KeycloakReply.list(entries.skip(first).limit(max).toList());
    }

    private JsonObject json(SandboxUser user, Optional<Rule> rule) {
        boolean disabled = rule.filter(one -> one.misbehaviour() == Misbehaviour.USER_DISABLED)
                .isPresent();
        return Json.object(
                "id", user.id(),
                "username", user.userPrincipalName().toLowerCase(Locale.ROOT),
                "firstName", user.givenName(),
                "lastName", user.surname(),
                "email", user.mail(),
                "emailVerified", true,
                "enabled", user.enabled() && !disabled,
                "createdTimestamp", 1_700_000_000_000L,
                "totp", false,
                "requiredActions", List.of(),
                "access", Json.object("view", true, "manage", KeycloakRights.mayManage(roles)));
    }

    private static JsonObject json(SandboxGroup group, List<JsonObject> within) {
        return Json.object("id", group.id(), "name", group.displayName(), "subGroups", within);
    }
}
