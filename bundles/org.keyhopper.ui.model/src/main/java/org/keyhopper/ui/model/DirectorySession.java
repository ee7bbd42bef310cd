package org.keyhopper.ui.model;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;

/** Keeps a directory open for the lifetime of a dialog, so that the operator signs in only once. Any thread. */
public final class DirectorySession implements AutoCloseable {

    private final WorkbenchContext context;
    private final DirectoryInteraction signIn;
    private final Consumer<Notice> notices;
    private String name = "";
    private Directory open;
    private final AtomicReference<DirectoryInteraction.Attempt> attempt = new AtomicReference<>();
    private volatile boolean closed;

    /** @param notices receives notices, for example that the directory is throttling requests */
    public DirectorySession(WorkbenchContext context, DirectoryInteraction signIn, Consumer<Notice> notices) {
        this.context = context;
        this.signIn = signIn;
        this.notices = notices;
    }

    /** Queries a directory by its configured name, signing in first if necessary; blocking. */
    public <T> Answer<T> ask(String directory, Function<Directory, Answer<T>> question) {
        return opened(directory).flatMap(question);
    }

    private synchronized Answer<Directory> opened(String directory) {
        if (open != null && name.equals(directory)) {
            return Answer.done(open);
        }
        release();
        Answer<Directory> answer = signedIn(directory);
        answer.result().ifPresent(opened -> keep(directory, opened));
        return answer;
    }

    private Answer<Directory> signedIn(String directory) {
        DirectoryInteraction.Attempt mine = signIn.begin(notices);
        attempt.set(mine);
        if (closed) {
            mine.cancel();
        }
        try {
            return context.station().directories().open(directory, mine);
        } finally {
            attempt.set(null);
            mine.closeDeviceCode();
        }
    }

    /** Closes the directory if the dialog was closed during the sign-in. */
    private void keep(String directory, Directory opened) {
        if (closed) {
            opened.close();
        } else {
            name = directory;
            open = opened;
        }
    }

    private void release() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Cancels a sign-in in progress and closes the directory on a worker thread; returns at once. */
    @Override
    public void close() {
        closed = true;
        Optional.ofNullable(attempt.get()).ifPresent(DirectoryInteraction.Attempt::cancel);
        context.work().execute(this::end);
    }

    private synchronized void end() {
        release();
    }
}
