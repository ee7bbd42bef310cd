package org.keyhopper.transport.helper.internal.place;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.util.List;
import jdk.net.ExtendedSocketOptions;

/** Who sits at the other end of a socket, as the kernel tells. */
public final class Peer {

    private Peer() {}

    /** Throws when the peer runs under another account than one of these. Windows does not tell; the folder must do there. */
    public static void require(SocketChannel channel, List<String> accounts) throws IOException {
        if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            return;
        }
        String account =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        if (!accounts.contains(account)) {
            throw new AccessDeniedException("socket", null, "the peer is " + account);
        }
    }
}
