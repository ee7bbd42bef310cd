package org.keyhopper.directory.pingone.internal;

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
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Users and groups of an environment. */
final class PingOnePeople implements People {

    private static final int LONGEST_VALUE = 256;

    private final JsonSession session;
    private final PingOneRequests requests;
    private final Paging users;

    PingOnePeople(JsonSession session, PingOneRequests requests, Paging users) {
        this.session = session;
        this.requests = requests;
        this.users = users;
    }

    @Override
    public Answer<DirectoryUser> find(String reference) {
        String wanted = reference.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_VALUE) {
            return Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, wanted));
        }
        return Guid.isGuid(wanted) ? byId(wanted) : byName(wanted);
    }

    private Answer<DirectoryUser> byId(String id) {
        ApiRequest request = ApiRequest.get(requests.user(id));
        return session.unlessMissing(request, (sent, response) -> session.body(sent, response)
                        .flatMap(PingOnePeople::person))
                .flatMap(found -> found.map(Answer::done).orElseGet(() -> byName(id)));
    }

    private Answer<DirectoryUser> byName(String name) {
        return session.get(requests.usersCalled(name)).flatMap(page -> {
            List<JsonView> matches = page.items("_embedded", "users");
            return switch (matches.size()) {
                case 0 -> Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, name));
                case 1 -> person(matches.getFirst());
                default -> Answer.failed(Problem.of(DirectoryProblem.USER_AMBIGUOUS, name));
            };
        });
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        String beginning = text.strip();
        if (beginning.isEmpty() || beginning.length() > LONGEST_VALUE || limit < 1) {
            return Answer.done(List.of());
        }
        return users.collect(requests.usersBeginningWith(beginning, limit), limit, session::get)
                .map(entries -> people(entries).stream().limit(limit).toList());
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        String beginning = text.strip();
        if (beginning.isEmpty() || beginning.length() > LONGEST_VALUE || limit < 1) {
            return Answer.done(List.of());
        }
        return session.get(requests.groupsBeginningWith(beginning, limit))
                .map(page -> page.items("_embedded", "groups").stream()
                        .flatMap(entry -> PingOneResponses.group(entry).stream())
                        .limit(limit)
                        .toList());
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate goesOn) {
        return groupId(group.strip())
                .flatMap(id -> users.collectAll(requests.membersOf(id), session::get, goesOn))
                .map(PingOnePeople::people);
    }

    private Answer<String> groupId(String group) {
        if (Guid.isGuid(group)) {
            Problem absent = Problem.of(DirectoryProblem.GROUP_NOT_FOUND, group);
            return JsonSession.ifMissing(session.get(requests.group(group)).map(found -> group), absent);
        }
        return session.get(requests.groupsNamed(group)).flatMap(page -> {
            List<String> ids = page.items("_embedded", "groups").stream()
                    .flatMap(entry -> entry.text("id").stream())
                    .toList();
            return SingleMatch.ofGroup(group, ids);
        });
    }

    private static List<DirectoryUser> people(List<JsonView> entries) {
        return entries.stream()
                .flatMap(entry -> PingOneResponses.user(entry).stream())
                .distinct()
                .toList();
    }

    private static Answer<DirectoryUser> person(JsonView json) {
        return PingOneResponses.user(json)
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(JsonSession.unreadable("a user without id")));
    }
}
