package org.keyhopper.central.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.central.directory.UnattendedPrompts;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;

/**
 * Keeps the configured directories open, each until its settings change. One that is in use when they do is closed after
 * its last use. Thread-safe.
 */
public final class DirectorySessions implements AutoCloseable {

    private final Directories directories;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    public DirectorySessions(Directories directories) {
        this.directories = directories;
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

    /** Does work with an open directory; blocks for the sign-in if it was not open. */
    <T> Answer<T> use(String name, Function<Directory, Answer<T>> work) {
        return open(name).flatMap(session -> {
            try (session) {
                return work.apply(session.directory());
            }
        });
    }

    /** Opens a directory for a use that the caller ends by closing the session; blocks for the sign-in if it was not open. */
    Answer<Session> open(String name) {
        Slot slot = slots.computeIfAbsent(name, it -> new Slot());
        synchronized (slot) {
            Optional<DirectoryAccount> account = directories.accounts().find(name);
            if (slot.session != null && slot.account.equals(account)) {
                return Answer.done(slot.session.used());
            }
            slot.retire();
            return directories.open(name, new UnattendedPrompts()).map(directory -> {
                slot.session = new Session(directory);
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

        /** Guarded by this, like the flag. */
        private int uses;

        private boolean retired;

        private Session(Directory directory) {
            this.directory = directory;
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
