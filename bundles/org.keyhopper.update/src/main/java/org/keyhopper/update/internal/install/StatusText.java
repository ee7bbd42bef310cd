package org.keyhopper.update.internal.install;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;

/** The messages of a p2 status in one line. */
final class StatusText {

    private static final int MAX_LENGTH = 6;

    private StatusText() {}

    static String of(IStatus status) {
        return leaves(status)
                .map(IStatus::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .distinct()
                .limit(MAX_LENGTH)
                .collect(Collectors.joining("; "));
    }

    private static Stream<IStatus> leaves(IStatus status) {
        return status.getChildren().length == 0
                ? Stream.of(status)
                : Stream.of(status.getChildren()).flatMap(StatusText::leaves);
    }
}
