package org.keyhopper.ui.model;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;

/** A directory that stays open as long as a dialog does, so that nobody signs in twice. Any thread. */
public final class DirectorySession implements AutoCloseable {

    private final WorkbenchContext desk;
    private final DirectoryInteraction signIn;
    private final Consumer<Notice> patience;
    private String name = "";
    private Directory open;
    private final AtomicReference<DirectoryInteraction.Attempt> attempt = new AtomicReference<>();
    private volatile boolean closed;

    /** @param patience is told when the directory asks for it */
    public DirectorySession(WorkbenchContext desk, DirectoryInteraction signIn, Consumer<Notice> patience) {
        this.desk = desk;
        this.signIn = signIn;
        this.patience = patience;
    }

    /** Asks a directory by its configured name, signing in first where that is needed; blocking. */
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
        DirectoryInteraction.Attempt mine = signIn.begin(patience);
        attempt.set(mine);
        if (closed) {
            mine.cancel();
        }
        try {
            return desk.station().directories().open(directory, mine);
        } finally {
            attempt.set(null);
            signIn.done();
        }
    }

    /** Whoever closed the dialog while the sign-in was under way has no use for it any more. */
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

    /** Gives up a sign-in that is under way, and closes it on a worker thread; returns at once. */
    @Override
    public void close() {
        closed = true;
        Optional.ofNullable(attempt.get()).ifPresent(DirectoryInteraction.Attempt::cancel);
        desk.work().execute(this::end);
    }

    private synchronized void end() {
        release();
    }
}
