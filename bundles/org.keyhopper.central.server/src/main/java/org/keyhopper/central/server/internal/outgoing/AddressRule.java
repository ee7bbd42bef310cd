package org.keyhopper.central.server.internal.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: public ones, and any of a host that an administrator allows. Addresses are checked
 * after they were resolved, and the connection goes to the address that was checked.
 */
public final class AddressRule {

    private static final int IPV4 = 4;
    private static final int BYTE = 0xff;

    /** Resolves names. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Set<String> allowedHosts;
    private final Resolver resolver;

    public AddressRule(Collection<String> allowedHosts) {
        this(allowedHosts, InetAddress::getAllByName);
    }

    AddressRule(Collection<String> allowedHosts, Resolver resolver) {
        this.resolver = resolver;
        this.allowedHosts = allowedHosts.stream().map(AddressRule::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String withoutDot = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return withoutDot.startsWith("[") && withoutDot.endsWith("]")
                ? withoutDot.substring(1, withoutDot.length() - 1)
                : withoutDot;
    }

    boolean isAllowed(String host) {
        return allowedHosts.contains(plain(host));
    }

    /**
     * Resolves a host to the addresses that may be connected to.
     *
     * @throws IOException if it has none
     */
    List<InetAddress> resolve(String host) throws IOException {
        InetAddress[] all = resolver.resolve(plain(host));
        List<InetAddress> permitted = isAllowed(host)
                ? List.of(all)
                : Stream.of(all).filter(AddressRule::isPublic).toList();
        if (permitted.isEmpty()) {
            throw new IOException(
                    host + " is in the server's own network; an administrator can allow it by outgoing.allow");
        }
        return permitted;
    }

    /** Returns whether a proxy may be asked for a host: not if its name leads into this network. The proxy resolves it itself. */
    boolean mayBePassedOn(String host) {
        try {
            return !resolve(host).isEmpty();
        } catch (UnknownHostException e) {
            // Where only the proxy knows the internet's names, a name that is unknown here is none of this network.
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether an address is reachable in the internet: no special-purpose address (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4 ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int a = bytes[0] & BYTE;
        int b = bytes[1] & BYTE;
        int c = bytes[2] & BYTE;
        boolean here = a == 0 || a == 127;
        boolean inside =
                a == 10 || a == 172 && b >= 16 && b < 32 || a == 192 && b == 168 || a == 100 && (b & 0xc0) == 64;
        // 169.254.169.254 is where clouds serve metadata and credentials of a machine.
        boolean linkLocal = a == 169 && b == 254;
        boolean special = a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113;
        return !here && !inside && !linkLocal && !special && a < 224;
    }

    /** Only 2000::/3 is global unicast; addresses in it that carry an IPv4 address are judged by that. */
    private static boolean isPublicV6(byte[] bytes) {
        int first = (bytes[0] & BYTE) << 8 | bytes[1] & BYTE;
        int second = (bytes[2] & BYTE) << 8 | bytes[3] & BYTE;
        if (isZero(bytes, 0, 10) && (bytes[10] & BYTE) == BYTE && (bytes[11] & BYTE) == BYTE) {
            return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (first == 0x64 && second == 0xff9b && isZero(bytes, 4, 12)) {
            return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (first == 0x2002) {
            return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean teredoOrDocumentation =
                first == 0x2001 && (second < 0x200 || second == 0xdb8) || (first & 0xfff0) == 0x3ff0;
        return (first & 0xe000) == 0x2000 && !teredoOrDocumentation;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
