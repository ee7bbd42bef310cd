package org.keyhopper.central.portal.internal.create;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.directory.DirectoryPeople;

/** Reads the members of a group for a form, on a thread of its own. Thread-safe. */
public final class GroupJob {

    private final Caller caller;
    private final Draft draft;
    private final DirectoryPeople directory;
    private final Instant begun = Instant.now();
    private volatile int read;
    private volatile int asked;
    private volatile int members;
    private volatile boolean cancelled;
    private volatile Optional<Answer<Selection>> answer = Optional.empty();

    GroupJob(Caller caller, Draft draft, DirectoryPeople directory) {
        this.caller = caller;
        this.draft = draft;
        this.directory = directory;
    }

    /**
     * Who of a group is taken.
     *
     * @param members all of them
     * @param disabled how many were left out since they may not sign in
     * @param guests how many were left out since their passkeys belong to another directory
     * @param served how many were left out since they have a passkey
     */
    record Selection(List<DirectoryUser> people, int members, int disabled, int guests, int served) {}

    void run() {
        answer = Optional.of(directory
                .membersOf(caller, draft.get("directory"), draft.get("group").strip(), this::proceed)
                .flatMap(this::select));
    }

    private boolean proceed(int count) {
        read = count;
        return !cancelled;
    }

    private Answer<Selection> select(List<DirectoryUser> all) {
        members = all.size();
        List<DirectoryUser> enabled = all.stream()
                .filter(user -> user.state() != DirectoryUser.AccountState.DISABLED)
                .toList();
        List<DirectoryUser> own = enabled.stream()
                .filter(user -> user.kind() == DirectoryUser.Kind.MEMBER)
                .toList();
        int disabled = all.size() - enabled.size();
        int guests = enabled.size() - own.size();
        if (!draft.has("withoutPasskey")) {
            return Answer.done(new Selection(own, all.size(), disabled, guests, 0));
        }
        return directory
                .withoutPasskey(caller, draft.get("directory"), own, count -> {
                    asked = count;
                    return !cancelled;
                })
                .map(without -> new Selection(without, all.size(), disabled, guests, own.size() - without.size()));
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean belongsTo(Caller other) {
        return caller.actor().equals(other.actor());
    }

    boolean isOlderThan(Instant time) {
        return begun.isBefore(time);
    }

    Draft draft() {
        return draft;
    }

    /** Returns the result, once it is there. */
    Optional<Answer<Selection>> answer() {
        return answer;
    }

    public String group() {
        return draft.get("group").strip();
    }

    /** Returns how many people were read so far. */
    public int read() {
        return read;
    }

    /** Returns of how many people the passkeys were asked for so far. */
    public int asked() {
        return asked;
    }

    /** Returns the number of members; 0 until it is known. */
    public int members() {
        return members;
    }
}
