package org.keyhopper.host.internal.command;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.run.HeadlessDirectoryPrompts;

/** Opens configured directories for commands. */
final class DirectoryAccess {

    private DirectoryAccess() {}

    /** Signs in, or throws; the caller closes the directory. */
    static Directory named(CommandContext context, String name) throws InputRefusedException {
        known(context, name);
        return result(context.station().directories().open(name, new HeadlessDirectoryPrompts(context.output())));
    }

    static void known(CommandContext context, String name) throws InputRefusedException {
        if (context.station().directories().accounts().find(name).isEmpty()) {
            throw new InputRefusedException(
                    "There is no directory " + name + ". Add it with \"keyhopper directory add\".");
        }
    }

    /** Returns the result of a directory, or throws with its problem. */
    static <T> T result(Answer<T> answer) throws InputRefusedException {
        if (answer.failure().isPresent()) {
            throw new InputRefusedException(ProblemLines.of(answer.failure().get()));
        }
        return answer.result().orElseThrow();
    }
}
