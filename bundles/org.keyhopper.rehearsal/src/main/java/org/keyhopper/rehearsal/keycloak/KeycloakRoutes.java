package org.keyhopper.rehearsal.keycloak;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** Finds what a call is about. */
record KeycloakRoutes(
        KeycloakRealm realm,
        KeycloakSignInPages signIn,
        KeycloakUserPages users,
        KeycloakCredentialPages credentials,
        Set<String> roles) {

    private static final String[] REALM = {"admin", "realms", KeycloakCredentials.REALM};
    private static final int ID = 4;
    private static final int CREDENTIAL = 6;

    Optional<Route> find(Call call) {
        return ofSignIn(call).or(() -> ofPeople(call)).or(() -> ofGroups(call)).or(() -> ofCredentials(call));
    }

    private Optional<Route> ofSignIn(Call call) {
        if (call.is("GET", "realms", KeycloakCredentials.REALM, ".well-known", "openid-configuration")) {
            return simple(Operation.AUTHORIZE, rule -> signIn.configuration());
        }
        if (call.is("POST", "realms", KeycloakCredentials.REALM, "protocol", "openid-connect", "token")) {
            return simple(Operation.TOKEN, rule -> signIn.token(call));
        }
        return call.is("GET", REALM) ? simple(Operation.POLICY, rule -> Reply.ok(policy(rule))) : Optional.empty();
    }

    /** Without view-realm a few members of the realm are shown, and no policy. */
    private JsonObject policy(Optional<Rule> rule) {
        JsonObject shown = Json.object("realm", KeycloakCredentials.REALM, "enabled", true);
        if (KeycloakRights.mayReadPolicy(roles)) {
            realm.policy().asMap().forEach(shown::add);
        }
        switch (rule.map(Rule::misbehaviour).orElse(null)) {
            case OPTIONS_EXPIRED -> shown.addProperty("webAuthnPolicyPasswordlessCreateTimeout", 1);
            case MODEL_DISALLOWED ->
                shown.add(
                        "webAuthnPolicyPasswordlessAcceptableAaguids",
                        Json.array(List.of("11111111-1111-4111-8111-111111111111")));
            case null, default -> {}
        }
        return shown;
    }

    private Optional<Route> ofPeople(Call call) {
        if (call.is("GET", path("users"))) {
            Operation operation = call.parameter("exact").isPresent() ? Operation.FIND_USER : Operation.SEARCH_USERS;
            return simple(operation, rule -> users.users(call, rule));
        }
        if (call.is("GET", path("users", "*"))) {
            return known(call, Operation.READ, users::user);
        }
        return call.is("PUT", path("users", "*"))
                ? known(call, Operation.REGISTER, (user, rule) -> credentials.update(user, call, rule))
                : Optional.empty();
    }

    private Optional<Route> ofGroups(Call call) {
        if (call.is("GET", path("groups"))) {
            return simple(Operation.FIND_GROUP, rule -> users.groups(call));
        }
        if (call.is("GET", path("groups", "*"))) {
            return simple(Operation.FIND_GROUP, rule -> users.group(call.path().get(ID)));
        }
        if (call.is("GET", path("groups", "*", "members"))) {
            return simple(
                    Operation.GROUP_MEMBERS,
                    rule -> users.members(call, call.path().get(ID)));
        }
        return call.is("GET", path("groups", "*", "children"))
                ? simple(
                        Operation.FIND_GROUP,
                        rule -> users.children(call, call.path().get(ID)))
                : Optional.empty();
    }

    private Optional<Route> ofCredentials(Call call) {
        if (call.is("GET", path("users", "*", "credentials"))) {
            return known(call, Operation.LIST, (user, rule) -> credentials.list(user));
        }
        return call.is("DELETE", path("users", "*", "credentials", "*"))
                ? known(
                        call,
                        Operation.DELETE,
                        (user, rule) -> credentials.delete(user, call.path().get(CREDENTIAL)))
                : Optional.empty();
    }

    private static String[] path(String... rest) {
        String[] path = Arrays.copyOf(REALM, REALM.length + rest.length);
        System.arraycopy(rest, 0, path, REALM.length, rest.length);
        return path;
    }

    private static Optional<Route> simple(Operation operation, Function<Optional<Rule>, Reply> work) {
        return Optional.of(new Route(operation, Optional.empty(), work));
    }

    /** Users are named by id alone. */
    private Optional<Route> known(Call call, Operation operation, BiFunction<SandboxUser, Optional<Rule>, Reply> work) {
        String id = call.path().get(ID);
        Optional<SandboxUser> user = realm.user(id).filter(one -> one.id().equals(id));
        return Optional.of(new Route(
                operation, user, rule -> user.map(one -> work.apply(one, rule)).orElseGet(KeycloakReply::unknownUser)));
    }
}
