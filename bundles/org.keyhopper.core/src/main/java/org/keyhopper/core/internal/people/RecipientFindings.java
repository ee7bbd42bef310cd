package org.keyhopper.core.internal.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/** Tells from an answer of the directory whether a recipient needs a decision. */
public final class RecipientFindings {

    private RecipientFindings() {}

    /** Returns what to decide, empty when nothing or when the directory did not answer the question. */
    public static Optional<CheckedRecipient> of(RecipientState recipient, Answer<DirectoryUser> answer) {
        return answer.failure().map(problem -> refused(recipient, problem)).orElseGet(() -> answer.result()
                .flatMap(user -> present(recipient, user)));
    }

    private static Optional<CheckedRecipient> refused(RecipientState recipient, Problem problem) {
        if (problem.is(DirectoryProblem.USER_NOT_FOUND)) {
            return Optional.of(new CheckedRecipient(recipient, Reason.NOT_FOUND, problem));
        }
        if (problem.is(DirectoryProblem.USER_AMBIGUOUS)) {
            return Optional.of(new CheckedRecipient(recipient, Reason.AMBIGUOUS, problem));
        }
        return Optional.empty();
    }

    private static Optional<CheckedRecipient> present(RecipientState recipient, DirectoryUser user) {
        if (user.state() == DirectoryUser.AccountState.DISABLED) {
            return found(recipient, Reason.DISABLED, Problem.of(DirectoryProblem.USER_DISABLED, user.displayName()));
        }
        if (user.kind() == DirectoryUser.Kind.GUEST) {
            return found(recipient, Reason.GUEST, Problem.of(RunProblem.GUEST, user.displayName()));
        }
        String listed = recipient.recipient().displayName();
        return listed.isBlank() || parts(listed).equals(parts(user.displayName()))
                ? Optional.empty()
                : found(recipient, Reason.NAME_DIFFERS, Problem.of(RunProblem.NAME_DIFFERS, user.displayName()));
    }

    private static Optional<CheckedRecipient> found(RecipientState recipient, Reason reason, Problem problem) {
        return Optional.of(new CheckedRecipient(recipient, reason, problem));
    }

    /** Order, punctuation, case and accents do not make another name: "Müller, Eva" is "Eva Muller". */
    private static Set<String> parts(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[\\s,.;]+"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
    }
}
