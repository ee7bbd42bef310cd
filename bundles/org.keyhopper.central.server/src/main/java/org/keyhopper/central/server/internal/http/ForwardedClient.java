package org.keyhopper.central.server.internal.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Takes the address of the caller from {@code X-Forwarded-For} of named proxies. Each proxy appends whom it saw, so the
 * last address that is not a named proxy is the caller; whatever stands before it was sent by the caller. Host and scheme
 * are not taken: the configuration names the public URL.
 */
public final class ForwardedClient implements HttpConfiguration.Customizer {

    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final InetAddressSet proxies = new InetAddressSet();

    /** Believes these addresses and networks. */
    public ForwardedClient(List<String> proxies) {
        this.proxies.addAll(proxies);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        boolean isNamed = peer instanceof InetSocketAddress socket && proxies.test(socket.getAddress());
        Optional<InetAddress> client = isNamed ? client(request.getHeaders().getValuesList(HEADER)) : Optional.empty();
        return client.<Request>map(address -> from(request, new InetSocketAddress(address, 0)))
                .orElse(request);
    }

    private Optional<InetAddress> client(List<String> headers) {
        List<String> chain = headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .toList();
        for (String each : chain.reversed()) {
            Optional<InetAddress> address = parse(each);
            if (address.isEmpty() || !proxies.test(address.get())) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** Parses an address without asking a name server. */
    private static Optional<InetAddress> parse(String text) {
        String address = text.startsWith("[") && text.contains("]") ? text.substring(1, text.indexOf(']')) : text;
        try {
            return LITERAL.matcher(address).matches() ? Optional.of(InetAddress.getByName(address)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Request from(Request request, SocketAddress client) {
        ConnectionMetaData connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return client;
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }
        };
    }
}
