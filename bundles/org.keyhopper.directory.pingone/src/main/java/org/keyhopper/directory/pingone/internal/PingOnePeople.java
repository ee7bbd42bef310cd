package org.keyhopper.directory.pingone.internal;

import java.util.List;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.directory.support.LookupPeople;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Users and groups of an environment. */
final class PingOnePeople extends LookupPeople {

    private static final int LONGEST_VALUE = 256;

    private final JsonSession session;
    private final PingOneRequests requests;
    private final Paging users;

    PingOnePeople(JsonSession session, PingOneRequests requests, Paging users) {
        super(LONGEST_VALUE, PingOneResponses::user, PingOneResponses::group);
        this.session = session;
        this.requests = requests;
        this.users = users;
    }

    @Override
    protected Answer<DirectoryUser> lookUp(String reference) {
        return Guid.isGuid(reference)
                ? session.unlessMissing(ApiRequest.get(requests.user(reference)), session::body)
                        .flatMap(found -> found.map(this::user).orElseGet(() -> byName(reference)))
                : byName(reference);
    }

    private Answer<DirectoryUser> byName(String name) {
        return session.get(requests.usersCalled(name))
                .flatMap(page -> onlyUser(name, page.items("_embedded", "users")));
    }

    @Override
    protected Answer<List<JsonView>> usersBeginningWith(String text, int limit) {
        return users.collect(requests.usersBeginningWith(text, limit), limit, session::get);
    }

    @Override
    protected Answer<List<JsonView>> groupsBeginningWith(String text, int limit) {
        return session.get(requests.groupsBeginningWith(text, limit)).map(page -> page.items("_embedded", "groups"));
    }

    /** A filter by an unknown group returns no users, so an id is looked up as well. */
    @Override
    protected Answer<String> groupId(String group) {
        if (Guid.isGuid(group)) {
            Problem absent = Problem.of(DirectoryProblem.GROUP_NOT_FOUND, group);
            return JsonSession.ifMissing(session.get(requests.group(group)).map(found -> group), absent);
        }
        return session.get(requests.groupsNamed(group))
                .flatMap(page -> onlyGroup(group, page.items("_embedded", "groups")));
    }

    @Override
    protected Answer<List<JsonView>> members(String groupId, IntPredicate goesOn) {
        return users.collectAll(requests.membersOf(groupId), session::get, goesOn);
    }
}
