package org.keyhopper.rehearsal.entra;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** Finds what a call is about. */
final class Routes {

    private static final String[] POLICY = {
        "graph", "v1.0", "policies", "authenticationMethodsPolicy", "authenticationMethodConfigurations", "fido2"
    };
    private static final String[] MEMBERS = {"graph", "v1.0", "groups", "*", "transitiveMembers", "microsoft.graph.user"
    };

    private final SandboxTenant tenant;
    private final SignInPages signIn;
    private final PeoplePages people;
    private final PasskeyPages passkeys;
    private final String loginUrl;

    Routes(SandboxTenant tenant, SignInPages signIn, PeoplePages people, PasskeyPages passkeys, String loginUrl) {
        this.tenant = tenant;
        this.signIn = signIn;
        this.people = people;
        this.passkeys = passkeys;
        this.loginUrl = loginUrl;
    }

    Optional<Route> find(Call call) {
        if (call.path().isEmpty()) {
            return Optional.empty();
        }
        return call.path().getFirst().equals("login")
                ? signIn(call)
                : ofUsers(call).or(() -> ofPasskeys(call)).or(() -> others(call));
    }

    private Optional<Route> signIn(Call call) {
        String[] path = {"login", "*", "oauth2", "v2.0", ""};
        String name = call.path().getLast();
        path[4] = name;
        return switch (name) {
            case "token" ->
                call.is("POST", path)
                        ? simple(Operation.TOKEN, rule -> signIn.token(call, address(call)))
                        : Optional.empty();
            case "devicecode" ->
                call.is("POST", path)
                        ? simple(Operation.DEVICE_CODE, rule -> signIn.deviceCode(call, loginUrl + "/device"))
                        : Optional.empty();
            case "authorize" ->
                call.is("GET", path) ? simple(Operation.AUTHORIZE, rule -> signIn.authorize(call)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String address(Call call) {
        return loginUrl + call.rawPath().substring("/login".length());
    }

    private Optional<Route> ofUsers(Call call) {
        if (call.is("GET", "graph", "v1.0", "users")) {
            return simple(Operation.SEARCH_USERS, rule -> people.users(call));
        }
        if (call.is("GET", "graph", "v1.0", "users", "*")) {
            String reference = call.path().get(3);
            return about(
                    call, Operation.FIND_USER, (user, rule) -> people.user(reference, rule.map(Rule::misbehaviour)));
        }
        if (call.is("GET", "graph", "v1.0", quotedUser(call))) {
            String reference = quotedReference(call.path().get(2));
            return simple(Operation.FIND_USER, rule -> people.user(reference, rule.map(Rule::misbehaviour)));
        }
        if (call.is("POST", "graph", "v1.0", "users", "*", "checkMemberGroups")) {
            return known(call, Operation.CHECK_GROUPS, (user, rule) -> people.memberGroups(call, user.id()));
        }
        return Optional.empty();
    }

    /** The form {@code users('…')} that account names beginning with a dollar sign need. */
    private static String quotedUser(Call call) {
        String last = call.path().getLast();
        return last.startsWith("users('") && last.endsWith("')") ? last : "users('')";
    }

    private static String quotedReference(String segment) {
        return segment.substring("users('".length(), segment.length() - 2).replace("''", "'");
    }

    private Optional<Route> ofPasskeys(Call call) {
        String[] methods = {"graph", "v1.0", "users", "*", "authentication", "fido2Methods"};
        String[] one = {"graph", "v1.0", "users", "*", "authentication", "fido2Methods", "*"};
        if (call.is("GET", methods)) {
            return known(call, Operation.LIST, passkeys::list);
        }
        if (call.is("POST", methods)) {
            return known(call, Operation.REGISTER, (user, rule) -> passkeys.register(user, call, rule));
        }
        if (call.is("GET", one) && call.path().getLast().equals("creationOptions")) {
            return known(call, Operation.OPTIONS, passkeys::options);
        }
        if (call.is("GET", one)) {
            return known(
                    call,
                    Operation.READ,
                    (user, rule) -> passkeys.read(user, call.path().getLast(), rule));
        }
        return call.is("DELETE", one)
                ? known(
                        call,
                        Operation.DELETE,
                        (user, rule) -> passkeys.delete(user, call.path().getLast()))
                : Optional.empty();
    }

    private Optional<Route> others(Call call) {
        if (call.is("GET", "graph", "v1.0", "groups")) {
            return simple(Operation.FIND_GROUP, rule -> people.groups(call));
        }
        if (call.is("GET", MEMBERS)) {
            return simple(
                    Operation.GROUP_MEMBERS,
                    rule -> people.members(call, call.path().get(3)));
        }
        return call.is("GET", POLICY) ? simple(Operation.POLICY, rule -> Reply.ok(tenant.policy())) : Optional.empty();
    }

    private static Optional<Route> simple(Operation operation, Function<Optional<Rule>, Reply> work) {
        return Optional.of(new Route(operation, Optional.empty(), work));
    }

    private Optional<Route> about(
            Call call, Operation operation, BiFunction<Optional<SandboxUser>, Optional<Rule>, Reply> work) {
        Optional<SandboxUser> user = tenant.user(call.path().get(3));
        return Optional.of(new Route(operation, user, rule -> work.apply(user, rule)));
    }

    private Optional<Route> known(Call call, Operation operation, BiFunction<SandboxUser, Optional<Rule>, Reply> work) {
        return about(call, operation, (user, rule) -> user.map(one -> work.apply(one, rule))
                .orElseGet(() -> GraphReply.notFound(call.path().get(3))));
    }
}
