package org.keyhopper.rehearsal.sandbox;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a call leads to.
 *
 * @param operation what it is
 * @param user the user that it concerns, if known
 * @param work carries it out, with the rule that strikes, if any
 */
public record Route(Operation operation, Optional<SandboxUser> user, Function<Optional<Rule>, Reply> work) {}
