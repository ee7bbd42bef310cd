package org.keyhopper.central.server.internal.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
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

    private static final String KEY = "pickup.key";
    private static final Duration AHEAD = Duration.ofDays(21);

    List<Finding> findings() {
        return List.of(key(), mail());
    }

    private Finding key() {
        try {
            FilePickUpKey read = FilePickUpKey.read(settings);
            Optional<String> fault = read.fault(Instant.now());
            if (fault.isPresent()) {
                return new Finding(
                        Level.ERROR,
                        KEY,
                        fault.get() + " Make another key, and have its fingerprint confirmed at the stations.");
            }
            if (othersRead(settings.key())
                    || settings.password()
                            .file()
                            .filter(PickUpCheck::othersRead)
                            .isPresent()) {
                return new Finding(
                        Level.WARNING, KEY, "Others can read the key or its password. Give both files the mode 0600.");
            }
            String name = read.key().certificate().getSubjectX500Principal().getName();
            return read.fault(Instant.now().plus(AHEAD)).isPresent()
                    ? new Finding(Level.WARNING, KEY, name + " expires soon. Make another key before.")
                    : new Finding(
                            Level.OK,
                            KEY,
                            name + " can be opened. Those who run this server can open the PINs that people pick up.");
        } catch (IOException | GeneralSecurityException e) {
            return new Finding(Level.ERROR, KEY, e.getMessage());
        }
    }

    /** Where the file system has such permissions. */
    private static boolean othersRead(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
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
