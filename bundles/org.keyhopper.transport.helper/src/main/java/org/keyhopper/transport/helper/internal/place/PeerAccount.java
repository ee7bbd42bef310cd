package org.keyhopper.transport.helper.internal.place;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.util.List;
import jdk.net.ExtendedSocketOptions;

/** The account of the process at the other end of a socket, as reported by the operating system. */
public final class PeerAccount {

    private PeerAccount() {}

    /**
     * Throws if the peer runs under none of these accounts. Not available on Windows, where the permissions of the
     * folder must suffice.
     */
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
