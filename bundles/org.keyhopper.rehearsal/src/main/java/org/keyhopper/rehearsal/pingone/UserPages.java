package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.ScimFilter;

/** Users and groups, as PingOne shows them. */
final class UserPages {

    private static final int USUAL_PAGE = 100;

    private final PingOneTenant tenant;
    private final String root;

    /** @param root the address before the path of calls */
    UserPages(PingOneTenant tenant, String root) {
        this.tenant = tenant;
        this.root = root;
    }

    Reply users(Call call, Optional<Rule> rule) {
        List<SandboxUser> found;
        try {
            found = tenant.users().stream().filter(filter(call)).toList();
        } catch (IllegalArgumentException unreadable) {
            return PingOneReply.invalid("filter", unreadable.getMessage());
        }
        int size = call.parameter("limit").map(Integer::valueOf).orElse(USUAL_PAGE);
        if (size < 1 || size > USUAL_PAGE) {
            return PingOneReply.invalid("limit", "The limit must be from 1 to " + USUAL_PAGE + ".");
        }
        int from = call.parameter("cursor").map(Integer::valueOf).orElse(0);
        int to = Math.min(found.size(), from + size);
        List<JsonObject> page = found.subList(Math.min(from, to), to).stream()
                .map(user -> json(user, rule))
                .toList();
        JsonObject links =
                to < found.size() ? Json.object("next", Json.object("href", next(call, size, to))) : new JsonObject();
        JsonObject embedded = new JsonObject();
        embedded.add("users", Json.array(page));
        return Reply.ok(Json.object("_embedded", embedded, "count", found.size(), "_links", links));
    }

    /** Returns the first one whom the filter of the call fits. */
    Optional<SandboxUser> first(Call call) {
        try {
            return tenant.users().stream().filter(filter(call)).findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    Reply user(SandboxUser user, Optional<Rule> rule) {
        return Reply.ok(json(user, rule));
    }

    Reply enableMfa(SandboxUser user, Call call) {
        Optional<JsonObject> body = Json.read(call.body());
        boolean good =
                body.filter(json -> json.keySet().equals(Set.of("mfaEnabled"))).isPresent();
        if (!good || !call.contentType().equals("application/json")) {
            return PingOneReply.malformed("The body must be a JSON object with mfaEnabled alone.");
        }
        boolean on = Json.flag(body.get(), "mfaEnabled", false);
        tenant.mfa(user.id(), on);
        return Reply.ok(Json.object("mfaEnabled", on));
    }

    Reply groups(Call call) {
        try {
            Predicate<SandboxGroup> filter = call.parameter("filter")
                    .map(text -> ScimFilter.<SandboxGroup>read(
                            text,
                            (group, name) -> name.equals("name") ? List.of(group.displayName()) : List.of(group.id())))
                    .orElse(group -> true);
            return PingOneReply.list(
                    "groups",
                    tenant.groups().stream().filter(filter).map(UserPages::json).toList());
        } catch (IllegalArgumentException unreadable) {
            return PingOneReply.invalid("filter", unreadable.getMessage());
        }
    }

    Reply group(String id) {
        return tenant.group(id).map(group -> Reply.ok(json(group))).orElseGet(() -> PingOneReply.notFound("The group"));
    }

    private Predicate<SandboxUser> filter(Call call) {
        return call.parameter("filter")
                .map(text -> ScimFilter.<SandboxUser>read(text, this::values))
                .orElse(user -> true);
    }

    private Iterable<String> values(SandboxUser user, String attribute) {
        return switch (attribute) {
            case "username" -> List.of(user.userPrincipalName());
            case "email" -> List.of(user.mail());
            case "id" -> List.of(user.id());
            case "name.given" -> List.of(user.givenName());
            case "name.family" -> List.of(user.surname());
            case "memberOfGroups.id" ->
                tenant.groups().stream()
                        .filter(group -> tenant.isMember(group, user.id()))
                        .map(SandboxGroup::id)
                        .toList();
            default -> throw new IllegalArgumentException("no attribute " + attribute);
        };
    }

    private JsonObject json(SandboxUser user, Optional<Rule> rule) {
        boolean mfa = tenant.hasMfa(user.id()) && !does(rule, Misbehaviour.MFA_OFF);
        return Json.object(
                "id", user.id(),
                "username", user.userPrincipalName(),
                "email", user.mail(),
                "name",
                        Json.object(
                                "given", user.givenName(), "family", user.surname(), "formatted", user.displayName()),
                "enabled", user.enabled() && !does(rule, Misbehaviour.USER_DISABLED),
                "mfaEnabled", mfa,
                "lifecycle", Json.object("status", "ACCOUNT_OK"));
    }

    private static boolean does(Optional<Rule> rule, Misbehaviour misbehaviour) {
        return rule.filter(one -> one.misbehaviour() == misbehaviour).isPresent();
    }

    private static JsonObject json(SandboxGroup group) {
        return Json.object("id", group.id(), "name", group.displayName());
    }

    private String next(Call call, int size, int from) {
        String filter = call.parameter("filter")
                .map(text -> "&filter=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        return root + call.rawPath() + "?limit=" + size + "&cursor=" + from + filter;
    }
}
