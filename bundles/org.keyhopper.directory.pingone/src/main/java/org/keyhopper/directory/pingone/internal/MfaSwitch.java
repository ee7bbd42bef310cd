package org.keyhopper.directory.pingone.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.directory.support.http.JsonSession;

/** Whether people take a second factor at all, and switching it on for those who do not, with leave. */
final class MfaSwitch {

    private final JsonSession session;
    private final PingOneRequests requests;
    private final DirectoryPrompts prompts;
    private final Set<String> on = ConcurrentHashMap.newKeySet();
    private Optional<Boolean> leave;

    /** @param given whether leave was given in the settings */
    MfaSwitch(JsonSession session, PingOneRequests requests, DirectoryPrompts prompts, boolean given) {
        this.session = session;
        this.requests = requests;
        this.prompts = prompts;
        leave = given ? Optional.of(true) : Optional.empty();
    }

    /** Returns MFA_DISABLED where it is off and may not be switched on. */
    Answer<Optional<Problem>> obstacle(DirectoryUser user) {
        return isOn(user).map(yes -> yes || mayEnable(user) ? Optional.empty() : Optional.of(disabled(user)));
    }

    /** Sees to it that it is on. */
    Answer<DirectoryUser> ensure(DirectoryUser user) {
        return isOn(user).flatMap(yes -> {
            if (yes) {
                return Answer.done(user);
            }
            return mayEnable(user)
                    ? session.response(requests.enableMfa(user.id())).map(response -> enabled(user))
                    : Answer.failed(disabled(user));
        });
    }

    private DirectoryUser enabled(DirectoryUser user) {
        on.add(user.id());
        return user;
    }

    /** What we may not read, or is not told, counts as on: creating a device will say otherwise. */
    private Answer<Boolean> isOn(DirectoryUser user) {
        if (on.contains(user.id())) {
            return Answer.done(true);
        }
        Answer<Boolean> told = session.get(requests.user(user.id()))
                .map(json -> json.flag("mfaEnabled").orElse(true));
        return JsonSession.unlessForbidden(told).map(known -> {
            boolean yes = known.orElse(true);
            if (yes) {
                on.add(user.id());
            }
            return yes;
        });
    }

    /** The operator is asked once, whatever the answer. */
    private synchronized boolean mayEnable(DirectoryUser user) {
        if (leave.isEmpty()) {
            leave = Optional.of(prompts.confirmChange(disabled(user)));
        }
        return leave.get();
    }

    private static Problem disabled(DirectoryUser user) {
        return Problem.of(DirectoryProblem.MFA_DISABLED, user.userName());
    }
}
