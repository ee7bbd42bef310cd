package org.keyhopper.central.server.internal.pickup;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.keyhopper.central.Central;
import org.keyhopper.central.pickup.PickUp;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.mail.SmtpMail;
import org.keyhopper.central.server.internal.outgoing.OutgoingSockets;

/**
 * Picking up PINs, as configured.
 *
 * @param key which is in memory while the server runs
 */
public record PickUpService(PickUpSettings settings, FilePickUpKey key) {

    /** Reads the key; fails with a sentence for the administrator. */
    public static PickUpService of(PickUpSettings settings) throws IOException, GeneralSecurityException {
        return new PickUpService(settings, FilePickUpKey.read(settings));
    }

    public PickUp calls(Central central) {
        return central.pickUp(key);
    }

    /** Starts sending invitations. */
    public InvitationPost post(Central central, OutgoingSockets sockets, String publicUrl) throws IOException {
        return InvitationPost.start(
                central.invitations(settings.life()), new SmtpMail(settings.mail(), sockets), settings, publicUrl);
    }
}
