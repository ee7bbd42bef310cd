package org.example.acme.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/**
 * People and groups.
 *
 * @param url the address before the path of calls
 */
record AcmePages(EnrolmentKeeper tenant, String url) {

    private static final int LARGEST_PAGE = 100;

    Reply people(Call call) {
        Optional<String> mail = call.parameter("mail");
        String beginning = call.parameter("begins").orElse("");
        return page(
                call,
                tenant.users().stream()
                        .filter(user ->
                                mail.map(user.mail()::equalsIgnoreCase).orElseGet(() -> begins(user, beginning)))
                        .toList());
    }

    Reply person(String reference, Optional<Rule> rule) {
        return tenant.user(reference)
                .map(user -> Reply.ok(json(user, rule)))
                .orElseGet(() -> AcmeReply.notFound("person " + reference));
    }

    Reply groups(Call call) {
        String beginning = call.parameter("begins").orElse("");
        return AcmeReply.list(tenant.groups().stream()
                .filter(group -> begins(group.displayName(), beginning))
                .map(AcmePages::json)
                .toList());
    }

    Reply members(Call call, String groupId) {
        return tenant.group(groupId)
                .map(group -> page(call, tenant.membersOf(group)))
                .orElseGet(() -> AcmeReply.notFound("group " + groupId));
    }

    private Reply page(Call call, List<SandboxUser> all) {
        int size = Math.min(
                LARGEST_PAGE, call.parameter("limit").map(Integer::valueOf).orElse(LARGEST_PAGE));
        int from = call.parameter("from").map(Integer::valueOf).orElse(0);
        int to = Math.min(all.size(), from + size);
        List<JsonObject> items = all.subList(Math.min(from, to), to).stream()
                .map(user -> json(user, Optional.empty()))
                .toList();
        String begins = call.parameter("begins").map(text -> "&begins=" + text).orElse("");
        String next = url + call.rawPath() + "?limit=" + size + "&from=" + to + begins;
        return Reply.ok(Json.object("items", items, "next", to < all.size() ? next : null));
    }

    private static boolean begins(SandboxUser user, String beginning) {
        return Stream.of(user.userPrincipalName(), user.displayName(), user.surname(), user.mail())
                .anyMatch(text -> begins(text, beginning));
    }

    private static boolean begins(String text, String beginning) {
        return text.toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT));
    }

    private static JsonObject json(SandboxUser user, Optional<Rule> rule) {
        boolean disabled = rule.filter(one -> one.misbehaviour() == Misbehaviour.USER_DISABLED)
                .isPresent();
        return Json.object(
                "id", user.id(),
                "account", user.userPrincipalName(),
                "name", user.displayName(),
                "mail", user.mail(),
                "active", user.enabled() && !disabled);
    }

    private static JsonObject json(SandboxGroup group) {
        return Json.object("id", group.id(), "name", group.displayName());
    }
}
