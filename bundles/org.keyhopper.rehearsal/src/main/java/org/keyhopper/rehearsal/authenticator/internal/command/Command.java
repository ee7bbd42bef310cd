package org.keyhopper.rehearsal.authenticator.internal.command;

import org.keyhopper.rehearsal.authenticator.internal.cbor.Parameters;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Reply;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** One CTAP command. Failures are thrown as CtapFailure. */
@FunctionalInterface
public interface Command {
    /** Runs it to its end. */
    Reply run(Parameters parameters, Interaction interaction);
}
