package org.keyhopper.core.internal.run;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.internal.device.Failures;

/** Opens a directory on a thread of its own, since an operator may have to sign in, which takes minutes. */
public final class SignIn {

    private final CompletableFuture<Answer<Directory>> answer;

    private SignIn(CompletableFuture<Answer<Directory>> answer) {
        this.answer = answer;
    }

    public static SignIn to(String directory, Directories directories, DirectoryPrompts prompts) {
        CompletableFuture<Answer<Directory>> answer = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("sign-in " + directory)
                .start(() -> answer.complete(opened(directory, directories, prompts)));
        return new SignIn(answer);
    }

    private static Answer<Directory> opened(String directory, Directories directories, DirectoryPrompts prompts) {
        try {
            return directories.open(directory, prompts);
        } catch (RuntimeException | Error e) {
            return Answer.failed(Failures.problemOf(e));
        }
    }

    /** Returns the sign-in of a directory that is open. */
    public static SignIn done(Directory directory) {
        return new SignIn(CompletableFuture.completedFuture(Answer.done(directory)));
    }

    /** Calls back with the answer, on any thread. */
    public void then(Consumer<Answer<Directory>> listener) {
        answer.thenAccept(listener);
    }

    /** Waits for the answer. */
    public Answer<Directory> await() {
        return answer.join();
    }

    /** Closes the directory, also when it opens later. */
    public void abandon() {
        answer.thenAccept(done -> done.result().ifPresent(Directory::close));
    }
}
