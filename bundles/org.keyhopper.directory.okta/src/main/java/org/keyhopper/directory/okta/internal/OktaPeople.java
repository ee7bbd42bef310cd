package org.keyhopper.directory.okta.internal;

import java.util.List;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.directory.support.LookupPeople;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;

/** Users and groups of an org. */
final class OktaPeople extends LookupPeople {

    private static final int LONGEST_VALUE = 256;

    private final JsonSession session;
    private final OktaRequests requests;
    private final OktaPages pages;

    OktaPeople(JsonSession session, OktaRequests requests, OktaPages pages) {
        super(LONGEST_VALUE, OktaResponses::user, OktaResponses::group);
        this.session = session;
        this.requests = requests;
        this.pages = pages;
    }

    @Override
    protected Answer<DirectoryUser> lookUp(String reference) {
        return session.unlessMissing(ApiRequest.get(requests.user(reference)), session::body)
                .flatMap(
                        found -> found.map(this::user).orElseGet(() -> pages.collect(requests.usersByMail(reference), 2)
                                .flatMap(matches -> onlyUser(reference, matches))));
    }

    @Override
    protected Answer<List<JsonView>> usersBeginningWith(String text, int limit) {
        return pages.collect(requests.usersBeginningWith(text, limit), limit);
    }

    @Override
    protected Answer<List<JsonView>> groupsBeginningWith(String text, int limit) {
        return pages.collect(requests.groupsBeginningWith(text), limit);
    }

    /** What is the name of no group may be the id of one. */
    @Override
    protected Answer<String> groupId(String group) {
        return pages.collect(requests.groupsBeginningWith(group), Integer.MAX_VALUE)
                .map(found -> found.stream()
                        .filter(entry -> entry.text("profile", "name")
                                .filter(group::equalsIgnoreCase)
                                .isPresent())
                        .toList())
                .flatMap(named -> named.isEmpty() ? Answer.done(group) : onlyGroup(group, named));
    }

    @Override
    protected Answer<List<JsonView>> members(String groupId, IntPredicate goesOn) {
        return pages.collectAll(requests.membersOf(groupId), goesOn);
    }
}
