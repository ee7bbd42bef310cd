package org.keyhopper.central.server.internal.outgoing;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Leads all HTTP clients of this process through the rule for outgoing addresses, as their default proxy. Where a proxy is
 * configured, it is asked only for hosts that are not in the server's own network.
 */
public final class OutgoingGuard extends ProxySelector implements AutoCloseable {

    private final AddressRule rule;
    private final ProxySelector configured;
    private final GuardedTunnel tunnel;
    private volatile boolean closed;

    private OutgoingGuard(AddressRule rule, ProxySelector configured, GuardedTunnel tunnel) {
        this.rule = rule;
        this.configured = configured;
        this.tunnel = tunnel;
    }

    /** Puts the rule into place until it is closed. */
    public static OutgoingGuard install(AddressRule rule) throws IOException {
        GuardedTunnel tunnel = new GuardedTunnel(new OutgoingSockets(rule));
        tunnel.start();
        OutgoingGuard guard = new OutgoingGuard(rule, ProxySelector.getDefault(), tunnel);
        ProxySelector.setDefault(guard);
        return guard;
    }

    /** Returns the rule for connections without HTTP. */
    public OutgoingSockets sockets() {
        return new OutgoingSockets(rule);
    }

    /** A host that is allowed may be at any address, so that it needs no tunnel. */
    @Override
    public List<Proxy> select(URI uri) {
        List<Proxy> usual = configured == null ? List.of(Proxy.NO_PROXY) : configured.select(uri);
        boolean direct = usual.stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
        String host = String.valueOf(uri.getHost());
        if (closed || rule.isAllowed(host) || !direct && rule.mayBePassedOn(host)) {
            return usual;
        }
        return List.of(new Proxy(Proxy.Type.HTTP, tunnel.address()));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        if (configured != null && !tunnel.address().equals(proxy)) {
            configured.connectFailed(uri, proxy, failure);
        }
    }

    /** Puts the former default back; where another one was put before this one meanwhile, this one has no effect any more. */
    @Override
    public void close() throws IOException {
        closed = true;
        if (ProxySelector.getDefault() == this) {
            ProxySelector.setDefault(configured);
        }
        tunnel.close();
    }
}
