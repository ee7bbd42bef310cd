package org.keyhopper.rehearsal.okta;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.ScimFilter;

/**
 * Users and groups, as Okta shows them.
 *
 * @param url the address before the path of calls
 */
record OktaUsers(EnrolmentKeeper org, String url) {

    private static final int LARGEST_PAGE = 200;

    Reply users(Call call) {
        try {
            Predicate<SandboxUser> filter = call.parameter("search")
                    .map(text -> ScimFilter.<SandboxUser>read(text, OktaUsers::values))
                    .orElse(user -> true);
            return page(call, org.users().stream().filter(filter).toList());
        } catch (IllegalArgumentException unreadable) {
            return OktaReply.error(400, "E0000031", "Invalid search criteria: " + unreadable.getMessage());
        }
    }

    Reply user(String reference, Optional<Rule> rule) {
        return org.user(reference)
                .map(user -> Reply.ok(json(user, rule)))
                .orElseGet(() -> OktaReply.notFound(reference));
    }

    Reply groups(Call call) {
        String beginning = call.parameter("q").orElse("").toLowerCase(Locale.ROOT);
        return OktaReply.list(org.groups().stream()
                .filter(group -> group.displayName().toLowerCase(Locale.ROOT).startsWith(beginning))
                .map(OktaUsers::json)
                .toList());
    }

    Reply members(Call call, String groupId) {
        return org.group(groupId)
                .map(group -> page(call, org.membersOf(group)))
                .orElseGet(() -> OktaReply.notFound(groupId));
    }

    /** The next page is given in one of two Link headers; here both are in one header, which is equivalent. */
    private Reply page(Call call, List<SandboxUser> all) {
        int size = Math.min(
                LARGEST_PAGE, call.parameter("limit").map(Integer::valueOf).orElse(LARGEST_PAGE));
        int from = call.parameter("after").map(Integer::valueOf).orElse(0);
        int to = Math.min(all.size(), from + size);
        Reply reply = OktaReply.list(all.subList(Math.min(from, to), to).stream()
                .map(user -> json(user, Optional.empty()))
                .toList());
        String here = url + call.rawPath();
        String search = call.parameter("search")
                .map(text -> "&search=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        String next = "<" + here + "?after=" + to + "&limit=" + size + search + ">; rel=\"next\"";
        return reply.with("Link", "<" + here + ">; rel=\"self\"" + (to < all.size() ? ", " + next : ""));
    }

    private static Iterable<String> values(SandboxUser user, String attribute) {
        return switch (attribute) {
            case "profile.login" -> List.of(user.userPrincipalName());
            case "profile.email" -> List.of(user.mail());
            case "profile.firstName" -> List.of(user.givenName());
            case "profile.lastName" -> List.of(user.surname());
            case "profile.displayName" -> List.of(user.displayName());
            default -> throw new IllegalArgumentException("no attribute " + attribute);
        };
    }

    private static JsonObject json(SandboxUser user, Optional<Rule> rule) {
        boolean out = !user.enabled()
                || rule.filter(one -> one.misbehaviour() == Misbehaviour.USER_DISABLED)
                        .isPresent();
        JsonObject profile = Json.object(
                "login", user.userPrincipalName(),
                "email", user.mail(),
                "firstName", user.givenName(),
                "lastName", user.surname(),
                "displayName", user.displayName());
        return Json.object("id", user.id(), "status", out ? "SUSPENDED" : "ACTIVE", "profile", profile);
    }

    private static JsonObject json(SandboxGroup group) {
        return Json.object("id", group.id(), "profile", Json.object("name", group.displayName()));
    }
}
