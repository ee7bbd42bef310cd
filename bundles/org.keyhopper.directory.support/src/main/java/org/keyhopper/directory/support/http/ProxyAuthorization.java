package org.keyhopper.directory.support.http;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The Proxy-Authorization header (RFC 9110 section 11.7.2, Basic authentication, RFC 7617) for the default proxy and
 * authenticator of the Java runtime. {@link java.net.http.HttpClient} with an authenticator would also answer a 401 of
 * the service itself.
 */
final class ProxyAuthorization {

    static final String HEADER = "Proxy-Authorization";

    private ProxyAuthorization() {}

    /** Returns the value of the header, or empty without a proxy for the address or an account at it. */
    static Optional<String> of(URI address) {
        return Optional.ofNullable(ProxySelector.getDefault()).stream()
                .flatMap(selector -> selector.select(address).stream())
                .findFirst()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .flatMap(proxy -> account((InetSocketAddress) proxy.address(), address))
                .map(ProxyAuthorization::basic);
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
