package org.keyhopper.directory.entra.internal;

import java.util.List;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.People;
import org.keyhopper.directory.support.SingleMatch;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Users and groups of a tenant. */
final class EntraPeople implements People {

    /** Graph refuses longer values in a filter. */
    private static final int LONGEST_VALUE = 120;

    private static final int LARGEST_PAGE = 999;

    private final JsonSession session;
    private final EntraRequests requests;
    private final Paging paging;

    EntraPeople(JsonSession session, EntraRequests requests, Paging paging) {
        this.session = session;
        this.requests = requests;
        this.paging = paging;
    }

    @Override
    public Answer<DirectoryUser> find(String reference) {
        String wanted = reference.strip();
        if (wanted.isEmpty()) {
            return notFound(wanted);
        }
        ApiRequest request = ApiRequest.get(requests.user(wanted));
        return session.exchange(request).flatMap(response -> found(wanted, request, response));
    }

    private Answer<DirectoryUser> found(String wanted, ApiRequest request, ApiResponse response) {
        if (response.isGood()) {
            return session.body(request, response).flatMap(EntraPeople::person);
        }
        // A name that is no valid key is answered with 400 by some versions, with 404 by others.
        boolean unknown = response.status() == 404 || response.status() == 400;
        return unknown ? byMail(wanted) : session.bad(request, response);
    }

    private Answer<DirectoryUser> byMail(String mail) {
        if (mail.length() > LONGEST_VALUE || mail.indexOf('@') < 0) {
            return notFound(mail);
        }
        return session.get(requests.usersByMail(mail)).flatMap(page -> {
            List<JsonView> matches = page.items("value");
            if (matches.size() > 1) {
                return Answer.failed(Problem.of(DirectoryProblem.USER_AMBIGUOUS, mail));
            }
            return matches.isEmpty() ? notFound(mail) : person(matches.getFirst());
        });
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        String beginning = text.strip();
        if (beginning.isEmpty() || beginning.length() > LONGEST_VALUE || limit < 1) {
            return Answer.done(List.of());
        }
        return paging.collect(
                        requests.usersBeginningWith(beginning, Math.min(limit, LARGEST_PAGE)), limit, session::get)
                .map(entries -> people(entries).stream().limit(limit).toList());
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        String beginning = text.strip();
        if (beginning.isEmpty() || beginning.length() > LONGEST_VALUE || limit < 1) {
            return Answer.done(List.of());
        }
        return session.get(requests.groupsBeginningWith(beginning, Math.min(limit, LARGEST_PAGE)))
                .map(page -> page.items("value").stream()
                        .flatMap(entry -> EntraResponses.group(entry).stream())
                        .limit(limit)
                        .toList());
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate goesOn) {
        return groupId(group.strip())
                .flatMap(id -> paging.collectAll(
                        requests.membersOf(id), page -> membersPage(group, requests.members(page)), goesOn))
                .map(EntraPeople::people);
    }

    private Answer<JsonView> membersPage(String group, ApiRequest request) {
        return session.exchange(request).flatMap(response -> switch (response.status()) {
            case 404 -> Answer.failed(Problem.of(DirectoryProblem.GROUP_NOT_FOUND, group));
            case 200 -> session.body(request, response);
            default -> session.bad(request, response);
        });
    }

    private Answer<String> groupId(String group) {
        if (Guid.isGuid(group)) {
            return Answer.done(group);
        }
        return session.get(requests.groupsNamed(group)).flatMap(page -> {
            List<String> ids = page.items("value").stream()
                    .flatMap(entry -> entry.text("id").stream())
                    .toList();
            return SingleMatch.ofGroup(group, ids);
        });
    }

    private static List<DirectoryUser> people(List<JsonView> entries) {
        return entries.stream()
                .flatMap(entry -> EntraResponses.user(entry).stream())
                .distinct()
                .toList();
    }

    private static Answer<DirectoryUser> person(JsonView json) {
        return EntraResponses.user(json)
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(JsonSession.unreadable("a user without id")));
    }

    private static Answer<DirectoryUser> notFound(String reference) {
        return Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, reference));
    }
}
