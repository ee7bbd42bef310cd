package org.keyhopper.central.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.core.request.RecipientState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the directory about recipients who were claimed, while their devices are on the way, so that the call that begins an
 * enrolment need not. What it said is used once and while it is fresh, and only if it was good: anything else is asked again by
 * that call. Kept in this instance alone; another one asks for itself. Thread-safe.
 */
final class LookAhead {

    private static final Logger LOGGER = LoggerFactory.getLogger(LookAhead.class);

    /** Answers older than this are not used, so that the options live long enough for an outage after them. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    /** Options with less life than this are fetched anew. */
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final DirectorySessions directories;
    private final Clock clock;
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    LookAhead(DirectorySessions directories, Clock clock) {
        this.directories = directories;
        this.clock = clock;
    }

    /** Starts asking about the recipient of a claim, unless that is done; does not block. */
    void start(long claim, String directory, RecipientState recipient, List<String> groups) {
        entries.values().removeIf(this::isOld);
        entries.computeIfAbsent(claim, number -> {
            Entry entry = new Entry(clock.instant(), groups);
            Thread.ofPlatform()
                    .daemon()
                    .name("look-ahead of claim " + claim)
                    .start(() -> ask(entry, directory, recipient));
            return entry;
        });
    }

    private boolean isOld(Entry entry) {
        return entry.at.plus(FRESH).isBefore(clock.instant());
    }

    private void ask(Entry entry, String name, RecipientState recipient) {
        try {
            Answer<Boolean> answer = directories.use(name, directory -> ask(entry, directory, recipient));
            answer.failure().ifPresent(problem -> LOGGER.debug("not known ahead: {}", problem));
        } catch (RuntimeException e) {
            LOGGER.warn("Looking ahead failed; the directory is asked later", e);
        } finally {
            entry.user.complete(Optional.empty());
            entry.options.complete(Optional.empty());
        }
    }

    private static Answer<Boolean> ask(Entry entry, Directory directory, RecipientState recipient) {
        return AccountSearch.find(directory, recipient).flatMap(user -> {
            entry.user.complete(Optional.of(user));
            return PrivilegedMembers.contains(directory, entry.groups, user).flatMap(privileged -> {
                entry.unprivileged = !privileged;
                return !privileged && directory.capabilities().beginIsStateless()
                        ? directory.passkeys().begin(user).map(options -> entry.options.complete(Optional.of(options)))
                        : Answer.done(false);
            });
        });
    }

    /** Returns the account of a claim, once it is found; empty if it has to be asked for. */
    Optional<DirectoryUser> user(long claim) {
        return Optional.ofNullable(entries.get(claim))
                .filter(entry -> !isOld(entry))
                .flatMap(entry -> entry.user.join());
    }

    /** Notes that nothing stands in the way of a model. */
    void cleared(long claim, UUID aaguid) {
        Optional.ofNullable(entries.get(claim)).ifPresent(entry -> entry.cleared = Optional.of(aaguid));
    }

    /** Returns what is known for the call that begins, once; waits for what is being asked. */
    Known take(long claim) {
        Optional<Entry> entry = Optional.ofNullable(entries.remove(claim)).filter(it -> !isOld(it));
        return entry.map(it -> {
                    Instant needed = clock.instant().plus(LIFE);
                    Optional<EnrolmentOptions> options = it.options.join().filter(fetched -> fetched.expires()
                            .isAfter(needed));
                    return new Known(
                            it.user.join(),
                            it.unprivileged ? Optional.of(it.groups) : Optional.empty(),
                            it.cleared,
                            options);
                })
                .orElse(Known.NOTHING);
    }

    /** Discards what is known of a claim that has ended. */
    void forget(long claim) {
        entries.remove(claim);
    }

    /**
     * What is known of one recipient.
     *
     * @param user the account, which may sign in
     * @param outside the groups of which the account is no member, if that was asked
     * @param cleared the model in whose way nothing stands, if one was asked for
     * @param options of an enrolment that leaves no trace until it is completed
     */
    record Known(
            Optional<DirectoryUser> user,
            Optional<List<String>> outside,
            Optional<UUID> cleared,
            Optional<EnrolmentOptions> options) {

        static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The questions about one recipient, and the answers so far. */
    private static final class Entry {

        private final Instant at;
        private final List<String> groups;
        private final CompletableFuture<Optional<DirectoryUser>> user = new CompletableFuture<>();
        private final CompletableFuture<Optional<EnrolmentOptions>> options = new CompletableFuture<>();
        private volatile boolean unprivileged;
        private volatile Optional<UUID> cleared = Optional.empty();

        Entry(Instant at, List<String> groups) {
            this.at = at;
            this.groups = groups;
        }
    }
}
