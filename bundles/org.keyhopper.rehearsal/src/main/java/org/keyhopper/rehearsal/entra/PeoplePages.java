package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** Users and groups, as Graph shows them. */
final class PeoplePages {

    private static final int USUAL_PAGE = 100;

    private final SandboxTenant tenant;
    private final String graphUrl;

    PeoplePages(SandboxTenant tenant, String graphUrl) {
        this.tenant = tenant;
        this.graphUrl = graphUrl;
    }

    Reply user(String reference, Optional<Misbehaviour> misbehaviour) {
        return tenant.user(reference)
                .map(user ->
                        misbehaviour.filter(Misbehaviour.USER_DISABLED::equals).isPresent() ? user.disabled() : user)
                .map(user -> Reply.ok(user.toJson()))
                .orElseGet(() -> GraphReply.notFound(reference));
    }

    Reply users(Call call) {
        return page(call, tenant.users().stream().map(SandboxUser::toJson));
    }

    Reply groups(Call call) {
        return page(call, tenant.groups().stream().map(SandboxGroup::toJson));
    }

    Reply members(Call call, String groupId) {
        return tenant.group(groupId)
                .map(group -> page(call, tenant.membersOf(group).stream().map(SandboxUser::toJson)))
                .orElseGet(() -> GraphReply.notFound(groupId));
    }

    Reply memberGroups(Call call, String userId) {
        Set<String> asked = Json.read(call.body())
                .map(body -> Set.copyOf(Json.texts(body, "groupIds")))
                .orElse(Set.of());
        if (asked.isEmpty() || asked.size() > 20) {
            return GraphReply.badRequest("groupIds must hold 1 to 20 ids");
        }
        List<String> found = tenant.groups().stream()
                .filter(group -> asked.contains(group.id()))
                .filter(group -> tenant.isMember(group, userId))
                .map(SandboxGroup::id)
                .collect(Collectors.toList());
        return Reply.ok(Json.object("value", found));
    }

    private Reply page(Call call, Stream<JsonObject> entries) {
        int size = call.parameter("$top").map(Integer::valueOf).orElse(USUAL_PAGE);
        int from = call.parameter("$skiptoken").map(Integer::valueOf).orElse(0);
        List<JsonObject> all;
        try {
            all = call.parameter("$filter")
                    .map(filter -> entries.filter(ODataQuery.filter(filter)))
                    .orElse(entries)
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return GraphReply.badRequest(unreadable.getMessage());
        }
        int to = Math.min(all.size(), from + size);
        JsonObject body = Json.object("value", all.subList(Math.min(from, to), to));
        if (to < all.size()) {
            body.addProperty("@odata.nextLink", next(call, size, to));
        }
        return Reply.ok(body);
    }

    private String next(Call call, int size, int from) {
        String filter = call.parameter("$filter")
                .map(text -> "&$filter=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        String path = call.rawPath().substring(call.rawPath().indexOf("/v1.0"));
        return graphUrl + path + "?$top=" + size + "&$skiptoken=" + from + filter;
    }
}
