package org.keyhopper.core.internal.run;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.directory.Directories;

/** Opens a directory on a thread of its own, since a person may have to sign in, which takes minutes. */
public final class SignIn {

    private final CompletableFuture<Answer<Directory>> answer;

    private SignIn(CompletableFuture<Answer<Directory>> answer) {
        this.answer = answer;
    }

    public static SignIn to(String directory, Directories directories, DirectoryPrompts prompts) {
        CompletableFuture<Answer<Directory>> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("sign-in " + directory).start(() -> {
            try {
                answer.complete(directories.open(directory, prompts));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return new SignIn(answer);
    }

    /** One that was done before. */
    public static SignIn done(Directory directory) {
        return new SignIn(CompletableFuture.completedFuture(Answer.done(directory)));
    }

    /** Calls back once it is known, on whatever thread. */
    public void then(BiConsumer<Answer<Directory>, Throwable> listener) {
        answer.whenComplete(listener);
    }

    /** Nobody will use the directory: it is closed, also when it opens later. */
    public void abandon() {
        answer.thenAccept(done -> done.result().ifPresent(Directory::close));
    }
}
