package org.keyhopper.central.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.central.directory.UnattendedPrompts;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;

/**
 * Keeps the configured directories open, each until its settings change or the changes of it that are confirmed. One that is in use when they do is closed after
 * its last use. Thread-safe.
 */
public final class DirectorySessions implements AutoCloseable {

    private final Directories directories;
    private final Function<String, Set<String>> confirmed;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    /**
     * Creates sessions.
     *
     * @param confirmed returns the codes of the obstacles that a connector may remove by changing this directory
     */
    public DirectorySessions(Directories directories, Function<String, Set<String>> confirmed) {
        this.directories = directories;
        this.confirmed = confirmed;
    }

    /** Returns whether there is such a directory; not to be called in a transaction. */
    boolean isConfigured(String name) {
        return directories.accounts().find(name).isPresent();
    }

    /** Returns the configured directories; not to be called in a transaction. */
    List<DirectoryAccount> accounts() {
        return directories.accounts().list();
    }

    /** Returns the port to configured directories, for those who change them; not to be called in a transaction. */
    Directories directories() {
        return directories;
    }

    /** Returns the installed connector of a type. */
    Optional<DirectoryConnector> connector(String type) {
        return directories.connectors().stream()
                .filter(connector -> connector.type().equals(type))
                .findFirst();
    }

    /**
     * Does work with an open directory; blocks for the sign-in if it was not open. An obstacle that the connector may remove
     * only if an operator confirms that is the answer CONFIRMATION_REQUIRED.
     */
    <T> Answer<T> use(String name, Function<Directory, Answer<T>> work) {
        return open(name).flatMap(session -> {
            try (session) {
                Answer<T> answer = work.apply(session.directory());
                return answer instanceof Answer.Failed<T>(Problem problem) && session.prompts.isUnconfirmed(problem)
                        ? Answer.failed(Problem.of(
                                CentralProblem.CONFIRMATION_REQUIRED,
                                name,
                                problem.code().id()))
                        : answer;
            }
        });
    }

    /** Opens a directory for a use that the caller ends by closing the session; blocks for the sign-in if it was not open. */
    Answer<Session> open(String name) {
        Slot slot = slots.computeIfAbsent(name, it -> new Slot());
        synchronized (slot) {
            Optional<DirectoryAccount> account = directories.accounts().find(name);
            boolean current = slot.session != null
                    && slot.account.equals(account)
                    && slot.session.prompts.isAnsweredBy(() -> confirmed.apply(name));
            if (current) {
                return Answer.done(slot.session.used());
            }
            slot.retire();
            UnattendedPrompts prompts = new UnattendedPrompts(confirmed.apply(name));
            return directories.open(name, prompts).map(directory -> {
                slot.session = new Session(directory, prompts);
                slot.account = account;
                return slot.session.used();
            });
        }
    }

    @Override
    public void close() {
        for (Slot slot : slots.values()) {
            synchronized (slot) {
                slot.retire();
            }
        }
    }

    /** The session of a directory, once it was opened, and the settings with which it was. Guarded by itself. */
    private static final class Slot {

        private Session session;
        private Optional<DirectoryAccount> account = Optional.empty();

        void retire() {
            if (session != null) {
                session.retire();
                session = null;
            }
        }
    }

    /** An open directory that several calls may use at once. */
    static final class Session implements AutoCloseable {

        private final Directory directory;
        private final UnattendedPrompts prompts;

        /** Guarded by this, like the flag. */
        private int uses;

        private boolean retired;

        private Session(Directory directory, UnattendedPrompts prompts) {
            this.directory = directory;
            this.prompts = prompts;
        }

        Directory directory() {
            return directory;
        }

        private synchronized Session used() {
            uses++;
            return this;
        }

        /** Closes the directory now, or after its last use. */
        private synchronized void retire() {
            retired = true;
            closeUnused();
        }

        /** Ends one use. */
        @Override
        public synchronized void close() {
            uses--;
            closeUnused();
        }

        private void closeUnused() {
            if (retired && uses == 0) {
                directory.close();
            }
        }
    }
}
