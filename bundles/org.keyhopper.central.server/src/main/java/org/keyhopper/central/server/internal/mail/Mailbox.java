package org.keyhopper.central.server.internal.mail;

import java.util.Optional;

/** Takes mail. Blocking on the network, for at most a minute; any thread. */
public interface Mailbox {

    /** Sends a message; returns why it was not sent. */
    Optional<MailFailure> send(MailMessage message);

    /** Returns why nothing could be sent now, without sending anything. */
    Optional<MailFailure> probe();
}
