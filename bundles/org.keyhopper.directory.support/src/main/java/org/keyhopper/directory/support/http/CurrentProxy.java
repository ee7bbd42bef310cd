package org.keyhopper.directory.support.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The default proxy and authenticator of the Java runtime at the time of each request, so that changed network settings
 * hold at once and an account is sent to its own proxy only. {@link java.net.http.HttpClient} with an authenticator would
 * also answer a 401 of the service itself. Thread-safe.
 */
public final class CurrentProxy extends ProxySelector {

    /** The header with the account (RFC 9110 section 11.7.2). */
    public static final String AUTHORIZATION = "Proxy-Authorization";

    @Override
    public List<Proxy> select(URI address) {
        ProxySelector current = ProxySelector.getDefault();
        return current == null ? List.of(Proxy.NO_PROXY) : current.select(address);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // The client reports the failure itself.
    }

    /**
     * Returns the value of the {@link #AUTHORIZATION} header (Basic authentication, RFC 7617), or empty without a proxy
     * for the address or an account at it.
     */
    public Optional<String> authorization(URI address) {
        return select(address).stream()
                .findFirst()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .flatMap(proxy -> account((InetSocketAddress) proxy.address(), address))
                .map(CurrentProxy::basic);
    }

    private static Optional<PasswordAuthentication> account(InetSocketAddress proxy, URI address) {
        try {
            return Optional.ofNullable(Authenticator.requestPasswordAuthentication(
                    proxy.getHostString(),
                    null,
                    proxy.getPort(),
                    "http",
                    "",
                    "basic",
                    address.toURL(),
                    RequestorType.PROXY));
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }

    private static String basic(PasswordAuthentication account) {
        char[] password = account.getPassword();
        CharBuffer joined = CharBuffer.allocate(account.getUserName().length() + 1 + password.length);
        joined.put(account.getUserName()).put(':').put(password).flip();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(joined);
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        String value = "Basic " + Base64.getEncoder().encodeToString(exact);
        Arrays.fill(password, '\0');
        Arrays.fill(joined.array(), '\0');
        Arrays.fill(bytes.array(), (byte) 0);
        Arrays.fill(exact, (byte) 0);
        return value;
    }
}
