package org.keyhopper.rehearsal.pingone;

import java.util.Arrays;
import java.util.List;
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
final class PingOneRoutes {

    private static final int USER = 5;
    private static final int DEVICE = 7;

    private final PingOneTenant tenant;
    private final String environment;
    private final TokenPages signIn;
    private final UserPages people;
    private final DevicePages devices;
    private final PingOnePolicies policies;

    PingOneRoutes(
            PingOneTenant tenant,
            String environment,
            TokenPages signIn,
            UserPages people,
            DevicePages devices,
            PingOnePolicies policies) {
        this.tenant = tenant;
        this.environment = environment;
        this.signIn = signIn;
        this.people = people;
        this.devices = devices;
        this.policies = policies;
    }

    Optional<Route> find(Call call) {
        if (call.is("POST", "auth", environment, "as", "token")) {
            return simple(Operation.TOKEN, rule -> signIn.token(call));
        }
        if (call.is("GET", "auth", environment, "as", "authorize")) {
            return simple(Operation.AUTHORIZE, rule -> signIn.authorize(call));
        }
        boolean ours = call.path().size() > 4
                && call.path().subList(0, 4).equals(List.of("api", "v1", "environments", environment));
        return ours ? ofUsers(call).or(() -> ofDevices(call)).or(() -> others(call)) : Optional.empty();
    }

    private static boolean is(Call call, String method, String... rest) {
        String[] path = new String[4 + rest.length];
        Arrays.fill(path, 0, 4, "*");
        System.arraycopy(rest, 0, path, 4, rest.length);
        return call.is(method, path);
    }

    private Optional<Route> ofUsers(Call call) {
        if (is(call, "GET", "users")) {
            return Optional.of(listed(call));
        }
        if (is(call, "GET", "users", "*")) {
            return known(call, Operation.FIND_USER, people::user);
        }
        return is(call, "PUT", "users", "*", "mfaEnabled")
                ? known(call, Operation.ENABLE_MFA, (user, rule) -> people.enableMfa(user, call))
                : Optional.empty();
    }

    /** The same call finds one person, those of a group, or those whose names begin alike. */
    private Route listed(Call call) {
        String filter = call.parameter("filter").orElse("");
        if (filter.contains("memberOfGroups")) {
            return new Route(Operation.GROUP_MEMBERS, Optional.empty(), rule -> people.users(call, rule));
        }
        boolean one = filter.contains(" eq ");
        Optional<SandboxUser> user = one ? people.first(call) : Optional.empty();
        return new Route(one ? Operation.FIND_USER : Operation.SEARCH_USERS, user, rule -> people.users(call, rule));
    }

    private Optional<Route> ofDevices(Call call) {
        if (is(call, "POST", "users", "*", "devices")) {
            return known(call, Operation.OPTIONS, (user, rule) -> devices.create(user, call, rule));
        }
        if (is(call, "GET", "users", "*", "devices")) {
            return known(call, Operation.LIST, (user, rule) -> devices.list(user));
        }
        if (is(call, "POST", "users", "*", "devices", "*")) {
            return known(call, Operation.REGISTER, (user, rule) -> devices.activate(user, device(call), call, rule));
        }
        if (is(call, "GET", "users", "*", "devices", "*")) {
            return known(call, Operation.READ, (user, rule) -> devices.read(user, device(call)));
        }
        if (is(call, "DELETE", "users", "*", "devices", "*")) {
            return known(call, Operation.DELETE, (user, rule) -> devices.delete(user, device(call)));
        }
        return is(call, "PUT", "users", "*", "devices", "*", "nickname")
                ? known(call, Operation.RENAME, (user, rule) -> devices.rename(user, device(call), call))
                : Optional.empty();
    }

    private static String device(Call call) {
        return call.path().get(DEVICE);
    }

    private Optional<Route> others(Call call) {
        if (is(call, "GET", "groups")) {
            return simple(Operation.FIND_GROUP, rule -> people.groups(call));
        }
        if (is(call, "GET", "groups", "*")) {
            return simple(Operation.FIND_GROUP, rule -> people.group(call.path().get(USER)));
        }
        if (is(call, "GET", "fido2Policies")) {
            return simple(Operation.POLICY, rule -> policies.fidoPolicies());
        }
        if (is(call, "GET", "deviceAuthenticationPolicies")) {
            return simple(Operation.POLICY, rule -> policies.devicePolicies());
        }
        return is(call, "GET", "fidoDevicesMetadata")
                ? simple(Operation.POLICY, rule -> policies.models())
                : Optional.empty();
    }

    private static Optional<Route> simple(Operation operation, Function<Optional<Rule>, Reply> work) {
        return Optional.of(new Route(operation, Optional.empty(), work));
    }

    private Optional<Route> known(Call call, Operation operation, BiFunction<SandboxUser, Optional<Rule>, Reply> work) {
        String id = call.path().get(USER);
        Optional<SandboxUser> user = tenant.user(id).filter(one -> one.id().equals(id));
        return Optional.of(new Route(operation, user, rule -> user.map(one -> work.apply(one, rule))
                .orElseGet(() -> PingOneReply.notFound("The user"))));
    }
}
