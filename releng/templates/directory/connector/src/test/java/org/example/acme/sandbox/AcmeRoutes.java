package org.example.acme.sandbox;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** Finds what a call is about. */
record AcmeRoutes(EnrolmentKeeper tenant, AcmePages pages, AcmeEnrolments enrolments) {

    /** Segments of the path {@code api/TENANT/people/ID/passkeys/ID}. */
    private static final int ID = 3;

    private static final int PASSKEY = 5;

    Optional<Route> find(Call call) {
        if (is(call, "GET", "people")) {
            return Optional.of(new Route(Operation.SEARCH_USERS, Optional.empty(), rule -> pages.people(call)));
        }
        if (is(call, "GET", "people", "*")) {
            String reference = call.path().get(ID);
            return Optional.of(
                    new Route(Operation.FIND_USER, tenant.user(reference), rule -> pages.person(reference, rule)));
        }
        if (is(call, "GET", "groups")) {
            return Optional.of(new Route(Operation.FIND_GROUP, Optional.empty(), rule -> pages.groups(call)));
        }
        if (is(call, "GET", "groups", "*", "members")) {
            String group = call.path().get(ID);
            return Optional.of(
                    new Route(Operation.GROUP_MEMBERS, Optional.empty(), rule -> pages.members(call, group)));
        }
        return ofPasskeys(call);
    }

    private Optional<Route> ofPasskeys(Call call) {
        if (is(call, "GET", "people", "*", "passkeys")) {
            return of(call, Operation.LIST, (user, rule) -> enrolments.list(user));
        }
        if (is(call, "POST", "people", "*", "passkeys")) {
            return of(call, Operation.OPTIONS, enrolments::begin);
        }
        if (is(call, "GET", "people", "*", "passkeys", "*")) {
            return of(call, Operation.READ, (user, rule) -> enrolments.read(user, passkey(call)));
        }
        if (is(call, "DELETE", "people", "*", "passkeys", "*")) {
            return of(call, Operation.DELETE, (user, rule) -> enrolments.delete(user, passkey(call)));
        }
        return is(call, "POST", "people", "*", "passkeys", "*", "finish")
                ? of(call, Operation.REGISTER, (user, rule) -> enrolments.finish(user, passkey(call), call))
                : Optional.empty();
    }

    private static boolean is(Call call, String method, String... rest) {
        String[] path = new String[rest.length + 2];
        path[0] = "api";
        path[1] = AcmeSandbox.TENANT;
        System.arraycopy(rest, 0, path, 2, rest.length);
        return call.is(method, path);
    }

    private static String passkey(Call call) {
        return call.path().get(PASSKEY);
    }

    private Optional<Route> of(Call call, Operation operation, BiFunction<SandboxUser, Optional<Rule>, Reply> work) {
        String id = call.path().get(ID);
        Optional<SandboxUser> user = tenant.user(id);
        Function<Optional<Rule>, Reply> reply =
                rule -> user.map(one -> work.apply(one, rule)).orElseGet(() -> AcmeReply.notFound("person " + id));
        return Optional.of(new Route(operation, user, reply));
    }
}
