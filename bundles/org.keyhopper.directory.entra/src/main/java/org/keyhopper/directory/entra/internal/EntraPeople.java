package org.keyhopper.directory.entra.internal;

import java.util.List;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.directory.support.LookupPeople;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Users and groups of a tenant. */
final class EntraPeople extends LookupPeople {

    /** Graph refuses longer values in a filter; no user principal name is longer. */
    private static final int LONGEST_VALUE = 120;

    private static final int LARGEST_PAGE = 999;

    private final JsonSession session;
    private final EntraRequests requests;
    private final Paging paging;

    EntraPeople(JsonSession session, EntraRequests requests, Paging paging) {
        super(LONGEST_VALUE, EntraResponses::user, EntraResponses::group);
        this.session = session;
        this.requests = requests;
        this.paging = paging;
    }

    @Override
    protected Answer<DirectoryUser> lookUp(String reference) {
        ApiRequest request = ApiRequest.get(requests.user(reference));
        return session.exchange(request).flatMap(response -> {
            if (response.isSuccessful()) {
                return session.body(request, response).flatMap(this::user);
            }
            // A name that is no valid key is answered with 400 by some versions, with 404 by others.
            boolean unknown = response.status() == 404 || response.status() == 400;
            return unknown ? byMail(reference) : session.bad(request, response);
        });
    }

    private Answer<DirectoryUser> byMail(String mail) {
        return mail.indexOf('@') < 0
                ? notFound(mail)
                : session.get(requests.usersByMail(mail)).flatMap(page -> onlyUser(mail, page.items("value")));
    }

    @Override
    protected Answer<List<JsonView>> usersBeginningWith(String text, int limit) {
        return paging.collect(requests.usersBeginningWith(text, Math.min(limit, LARGEST_PAGE)), limit, session::get);
    }

    @Override
    protected Answer<List<JsonView>> groupsBeginningWith(String text, int limit) {
        return session.get(requests.groupsBeginningWith(text, Math.min(limit, LARGEST_PAGE)))
                .map(page -> page.items("value"));
    }

    @Override
    protected Answer<String> groupId(String group) {
        return Guid.isGuid(group)
                ? Answer.done(group)
                : session.get(requests.groupsNamed(group)).flatMap(page -> onlyGroup(group, page.items("value")));
    }

    @Override
    protected Answer<List<JsonView>> members(String groupId, IntPredicate goesOn) {
        return paging.collectAll(requests.membersOf(groupId), page -> session.json(requests.members(page)), goesOn);
    }
}
