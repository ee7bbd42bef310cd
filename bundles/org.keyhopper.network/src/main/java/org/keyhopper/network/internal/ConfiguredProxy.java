package org.keyhopper.network.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.keyhopper.api.network.NetworkSettings;

/** Selects the configured proxy for HTTP, and what the Java runtime selects for everything else. */
public final class ConfiguredProxy extends ProxySelector {

    private static final Set<String> HTTP = Set.of("http", "https");

    private final NetworkSettings.Proxy settings;
    private final ProxySelector others;

    public ConfiguredProxy(NetworkSettings.Proxy settings, ProxySelector others) {
        this.settings = settings;
        this.others = others;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (uri.getHost() == null
                || uri.getScheme() == null
                || !HTTP.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            return others.select(uri);
        }
        return settings.bypasses(uri.getHost())
                ? List.of(Proxy.NO_PROXY)
                : List.of(new Proxy(
                        Proxy.Type.HTTP, InetSocketAddress.createUnresolved(settings.host(), settings.port())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // There is no other proxy; the caller reports the failure.
    }
}
