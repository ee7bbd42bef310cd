package org.keyhopper.central.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;

/** Keeps the configured directories open, each until its settings change. Thread-safe. */
public final class DirectorySessions implements AutoCloseable {

    private final Directories directories;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    public DirectorySessions(Directories directories) {
        this.directories = directories;
    }

    /** Returns whether there is such a directory; not to be called in a transaction. */
    boolean isConfigured(String name) {
        return directories.accounts().find(name).isPresent();
    }

    /** Returns the open directory; blocks for the sign-in if it was not open. */
    Answer<Directory> open(String name) {
        Session session = sessions.computeIfAbsent(name, it -> new Session());
        synchronized (session) {
            Optional<DirectoryAccount> account = directories.accounts().find(name);
            if (session.directory != null && session.account.equals(account)) {
                return Answer.done(session.directory);
            }
            session.close();
            Answer<Directory> opened = directories.open(name, new UnattendedPrompts());
            if (opened instanceof Answer.Done<Directory>(Directory directory)) {
                session.directory = directory;
                session.account = account;
            }
            return opened;
        }
    }

    @Override
    public void close() {
        for (Session session : sessions.values()) {
            synchronized (session) {
                session.close();
            }
        }
    }

    /** A directory, once it was opened, and the settings with which it was. Guarded by itself. */
    private static final class Session {

        private Directory directory;
        private Optional<DirectoryAccount> account = Optional.empty();

        void close() {
            if (directory != null) {
                directory.close();
                directory = null;
            }
        }
    }
}
