package org.keyhopper.central.server.internal.check;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.server.internal.OutgoingNetwork;
import org.keyhopper.central.server.internal.check.Check.Finding;
import org.keyhopper.central.server.internal.check.Check.Level;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.mail.MailFailure;
import org.keyhopper.central.server.internal.mail.SmtpMail;
import org.keyhopper.central.server.internal.outgoing.AddressRule;
import org.keyhopper.central.server.internal.outgoing.OutgoingSockets;
import org.keyhopper.central.server.internal.pickup.FilePickUpKey;

/** Whether people could pick up their PINs: the key, and the mail server, to which nothing is sent. */
record PickUpCheck(Configuration configuration, PickUpSettings settings) {

    List<Finding> findings() {
        return List.of(key(), mail());
    }

    private Finding key() {
        try {
            String name = FilePickUpKey.read(settings)
                    .key()
                    .certificate()
                    .getSubjectX500Principal()
                    .getName();
            return new Finding(
                    Level.OK,
                    "pickup.key",
                    name + " can be opened. Those who run this server can open the PINs that people pick up.");
        } catch (IOException | GeneralSecurityException e) {
            return new Finding(Level.ERROR, "pickup.key", e.getMessage());
        }
    }

    private Finding mail() {
        try {
            OutgoingNetwork.apply(configuration.operation());
        } catch (GeneralSecurityException e) {
            return new Finding(Level.ERROR, "network.authorities", e.getMessage());
        }
        String server = settings.mail().host() + ":" + settings.mail().port();
        OutgoingSockets sockets =
                new OutgoingSockets(new AddressRule(configuration.records().allowedHosts()));
        Optional<MailFailure> failure = new SmtpMail(settings.mail(), sockets).probe();
        return failure.map(it -> new Finding(
                        Level.ERROR,
                        "smtp.host",
                        server + " takes no mail: " + it.detail()
                                + " Check host, port, smtp.security and the account; a server in your own network has to be"
                                + " named in outgoing.allow."))
                .orElseGet(() -> new Finding(Level.OK, "smtp.host", server + " takes mail from this server."));
    }
}
