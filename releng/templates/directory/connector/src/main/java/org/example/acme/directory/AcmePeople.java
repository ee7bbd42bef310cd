package org.example.acme.directory;

import java.util.List;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.directory.support.LookupPeople;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.JsonView;

/** People and groups of a tenant. What no match, one and several mean is decided by {@link LookupPeople}. */
final class AcmePeople extends LookupPeople {

    private static final int LONGEST_VALUE = 256;

    private final JsonSession session;
    private final AcmeRequests requests;
    private final Paging paging;

    AcmePeople(JsonSession session, AcmeSettings settings, AcmeRequests requests) {
        super(LONGEST_VALUE, AcmeResponses::person, AcmeResponses::group);
        this.session = session;
        this.requests = requests;
        paging = new Paging(settings.service(), page -> page.items("items"), page -> page.text("next"));
    }

    /** Acme Identity finds a person by id and by account; an e-mail address has to be searched for. */
    @Override
    protected Answer<DirectoryUser> lookUp(String reference) {
        return session.unlessMissing(ApiRequest.get(requests.person(reference)), session::body)
                .flatMap(found -> found.map(this::user)
                        .orElseGet(() -> paging.collect(requests.peopleByMail(reference), 2, session::get)
                                .flatMap(matches -> onlyUser(reference, matches))));
    }

    @Override
    protected Answer<List<JsonView>> usersBeginningWith(String text, int limit) {
        return paging.collect(requests.peopleBeginningWith(text, limit), limit, session::get);
    }

    @Override
    protected Answer<List<JsonView>> groupsBeginningWith(String text, int limit) {
        return paging.collect(requests.groupsBeginningWith(text), limit, session::get);
    }

    /** What is the name of no group may be the id of one. */
    @Override
    protected Answer<String> groupId(String group) {
        return paging.collect(requests.groupsBeginningWith(group), Integer.MAX_VALUE, session::get)
                .map(found -> found.stream()
                        .filter(entry -> entry.text("name")
                                .filter(group::equalsIgnoreCase)
                                .isPresent())
                        .toList())
                .flatMap(named -> named.isEmpty() ? Answer.done(group) : onlyGroup(group, named));
    }

    @Override
    protected Answer<List<JsonView>> members(String groupId, IntPredicate goesOn) {
        return paging.collectAll(requests.membersOf(groupId), session::get, goesOn);
    }
}
