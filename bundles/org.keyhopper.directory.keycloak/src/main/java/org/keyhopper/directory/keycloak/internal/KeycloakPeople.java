package org.keyhopper.directory.keycloak.internal;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.directory.support.LookupPeople;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Users and groups of a realm. */
final class KeycloakPeople extends LookupPeople {

    private static final int LONGEST_VALUE = 255;
    /** Ids of users of a federated store begin so. */
    private static final String FEDERATED = "f:";
    /** User names of service accounts begin so. A look-up by exact name finds them, a search does not. */
    private static final String SERVICE_ACCOUNT = "service-account-";
    /** Characters that make a search text a pattern. */
    private static final String WILDCARDS = "[*\"%]";

    private final JsonSession session;
    private final KeycloakRequests requests;

    KeycloakPeople(JsonSession session, KeycloakRequests requests) {
        super(LONGEST_VALUE, KeycloakResponses::user, KeycloakResponses::group);
        this.session = session;
        this.requests = requests;
    }

    @Override
    protected Answer<DirectoryUser> lookUp(String reference) {
        return Guid.isGuid(reference) || reference.startsWith(FEDERATED)
                ? session.unlessMissing(ApiRequest.get(requests.user(reference)), session::body)
                        .flatMap(found -> found.map(this::user).orElseGet(() -> byName(reference)))
                : byName(reference);
    }

    private Answer<DirectoryUser> byName(String name) {
        if (name.toLowerCase(Locale.ROOT).startsWith(SERVICE_ACCOUNT)) {
            return notFound(name);
        }
        return session.items(requests.usersWith("username", name))
                .flatMap(found -> found.isEmpty() && name.indexOf('@') >= 0 ? byMail(name) : onlyUser(name, found));
    }

    private Answer<DirectoryUser> byMail(String mail) {
        return session.items(requests.usersWith("email", mail)).flatMap(found -> onlyUser(mail, found));
    }

    @Override
    protected Answer<List<JsonView>> usersBeginningWith(String text, int limit) {
        String plain = text.replaceAll(WILDCARDS, "").strip();
        int page = Math.min(limit, KeycloakRequests.PAGE);
        return plain.isEmpty()
                ? Answer.done(List.of())
                : pages(first -> requests.usersBeginningWith(plain, first, page), page, limit, count -> true);
    }

    /** The search finds the text anywhere in a name. */
    @Override
    protected Answer<List<JsonView>> groupsBeginningWith(String text, int limit) {
        String beginning = text.toLowerCase(Locale.ROOT);
        return session.items(requests.groupsContaining(text, KeycloakRequests.PAGE))
                .map(trees -> trees.stream()
                        .flatMap(KeycloakResponses::flattened)
                        .filter(group -> group.text("name")
                                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning))
                                .isPresent())
                        .toList());
    }

    @Override
    protected Answer<String> groupId(String group) {
        return Guid.isGuid(group)
                ? session.unlessMissing(ApiRequest.get(requests.group(group)), session::body)
                        .flatMap(found -> found.isPresent() ? Answer.done(group) : byGroupName(group))
                : byGroupName(group);
    }

    /** A group is shown within those it belongs to, which have other names. */
    private Answer<String> byGroupName(String name) {
        return session.items(requests.groupsNamed(name))
                .map(trees -> trees.stream()
                        .flatMap(KeycloakResponses::flattened)
                        .filter(group -> group.text("name")
                                .filter(name::equalsIgnoreCase)
                                .isPresent())
                        .toList())
                .flatMap(named -> onlyGroup(name, named));
    }

    /** Members of groups within the group are not listed with it. */
    @Override
    protected Answer<List<JsonView>> members(String groupId, IntPredicate goesOn) {
        List<JsonView> found = new ArrayList<>();
        Deque<String> groups = new ArrayDeque<>(List.of(groupId));
        while (!groups.isEmpty()) {
            String id = groups.removeFirst();
            int before = found.size();
            Answer<List<JsonView>> within = pages(
                            first -> requests.membersOf(id, first),
                            KeycloakRequests.PAGE,
                            Integer.MAX_VALUE,
                            count -> goesOn.test(before + count))
                    .flatMap(members -> {
                        found.addAll(members);
                        return pages(
                                first -> requests.childrenOf(id, first),
                                KeycloakRequests.PAGE,
                                Integer.MAX_VALUE,
                                count -> true);
                    });
            if (!(within instanceof Answer.Done<List<JsonView>>(List<JsonView> children))) {
                return within;
            }
            children.stream().flatMap(child -> child.text("id").stream()).forEach(groups::add);
        }
        return Answer.done(found);
    }

    /**
     * Reads pages until one is not full.
     *
     * @param address of the page from an index on
     * @param goesOn called after each page with the number of entries read; false cancels (CANCELLED)
     */
    private Answer<List<JsonView>> pages(IntFunction<URI> address, int size, int enough, IntPredicate goesOn) {
        List<JsonView> all = new ArrayList<>();
        while (true) {
            Answer<List<JsonView>> page = session.items(address.apply(all.size()));
            if (!(page instanceof Answer.Done<List<JsonView>>(List<JsonView> entries))) {
                return page;
            }
            all.addAll(entries);
            if (!goesOn.test(all.size())) {
                return Answer.failed(Problem.of(DirectoryProblem.CANCELLED));
            }
            if (entries.size() < size || all.size() >= enough) {
                return Answer.done(all);
            }
        }
    }
}
