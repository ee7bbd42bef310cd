package org.keyhopper.directory.okta.internal;

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
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;

/** Users and groups of an org. */
final class OktaPeople implements People {

    private static final int LONGEST_VALUE = 256;

    private final JsonSession session;
    private final OktaRequests requests;
    private final OktaPages pages;

    OktaPeople(JsonSession session, OktaRequests requests, OktaPages pages) {
        this.session = session;
        this.requests = requests;
        this.pages = pages;
    }

    @Override
    public Answer<DirectoryUser> find(String reference) {
        String wanted = reference.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_VALUE) {
            return Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, wanted));
        }
        ApiRequest request = ApiRequest.get(requests.user(wanted));
        return session.unlessMissing(request, (sent, response) -> session.body(sent, response)
                        .flatMap(OktaPeople::person))
                .flatMap(found -> found.map(Answer::done).orElseGet(() -> byMail(wanted)));
    }

    private Answer<DirectoryUser> byMail(String mail) {
        return pages.collect(requests.usersByMail(mail), 2).flatMap(matches -> switch (matches.size()) {
            case 0 -> Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, mail));
            case 1 -> person(matches.getFirst());
            default -> Answer.failed(Problem.of(DirectoryProblem.USER_AMBIGUOUS, mail));
        });
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        String beginning = text.strip();
        if (beginning.isEmpty() || beginning.length() > LONGEST_VALUE || limit < 1) {
            return Answer.done(List.of());
        }
        return pages.collect(requests.usersBeginningWith(beginning, limit), limit)
                .map(entries -> people(entries).stream().limit(limit).toList());
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        String beginning = text.strip();
        if (beginning.isEmpty() || beginning.length() > LONGEST_VALUE || limit < 1) {
            return Answer.done(List.of());
        }
        return pages.collect(requests.groupsBeginningWith(beginning), limit).map(entries -> entries.stream()
                .flatMap(entry -> OktaResponses.group(entry).stream())
                .limit(limit)
                .toList());
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate goesOn) {
        Problem absent = Problem.of(DirectoryProblem.GROUP_NOT_FOUND, group);
        return groupId(group.strip())
                .flatMap(id -> JsonSession.ifMissing(pages.collectAll(requests.membersOf(id), goesOn), absent))
                .map(OktaPeople::people);
    }

    /** What is the name of no group may be the id of one. */
    private Answer<String> groupId(String group) {
        return pages.collect(requests.groupsBeginningWith(group), Integer.MAX_VALUE)
                .flatMap(found -> {
                    List<String> ids = found.stream()
                            .filter(entry -> entry.text("profile", "name")
                                    .filter(group::equalsIgnoreCase)
                                    .isPresent())
                            .flatMap(entry -> entry.text("id").stream())
                            .toList();
                    return ids.isEmpty() ? Answer.done(group) : SingleMatch.ofGroup(group, ids);
                });
    }

    private static List<DirectoryUser> people(List<JsonView> entries) {
        return entries.stream()
                .flatMap(entry -> OktaResponses.user(entry).stream())
                .distinct()
                .toList();
    }

    private static Answer<DirectoryUser> person(JsonView json) {
        return OktaResponses.user(json)
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(JsonSession.unreadable("a user without id")));
    }
}
