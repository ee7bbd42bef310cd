package org.keyhopper.central.client.internal;

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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The proxy of the network settings at the time of each request, with its account. */
final class CurrentProxy extends ProxySelector {

    @Override
    public List<Proxy> select(URI uri) {
        ProxySelector current = ProxySelector.getDefault();
        return current == null ? List.of(Proxy.NO_PROXY) : current.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // The client reports the failure itself.
    }

    /** Returns the value of the Proxy-Authorization header, if the proxy for this address has an account. */
    static Optional<String> authorization(URI address) {
        return new CurrentProxy()
                .select(address).stream()
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
        String pair = account.getUserName() + ":" + new String(password);
        Arrays.fill(password, '\0');
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
