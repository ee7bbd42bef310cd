package org.keyhopper.rehearsal.sandbox;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a call leads to.
 *
 * @param operation what it is
 * @param user whom it is about, if it is about somebody we know
 * @param work carries it out, with the rule that strikes, if any
 */
public record Route(Operation operation, Optional<SandboxUser> user, Function<Optional<Rule>, Reply> work) {}
