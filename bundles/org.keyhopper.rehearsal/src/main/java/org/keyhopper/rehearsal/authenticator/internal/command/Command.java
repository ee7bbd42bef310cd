package org.keyhopper.rehearsal.authenticator.internal.command;

import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** One CTAP command. Failures are thrown as CtapFailure. */
@FunctionalInterface
public interface Command {
    /** Executes the command. */
    CborMapBuilder run(CborParameters parameters, Interaction interaction);
}
