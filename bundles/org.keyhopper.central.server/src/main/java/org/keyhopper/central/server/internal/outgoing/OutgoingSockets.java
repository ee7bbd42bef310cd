package org.keyhopper.central.server.internal.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens connections to addresses that the rule permits. */
public record OutgoingSockets(AddressRule rule) {

    /** Connects to the first permitted address that answers. */
    public Socket connect(String host, int port, int timeoutMillis) throws IOException {
        IOException failure = null;
        for (InetAddress address : rule.resolve(host)) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, port), timeoutMillis);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** Connects with TLS; the certificate must be for the host and trusted by the Java runtime. */
    public SSLSocket connectTls(InetSocketAddress server, int timeoutMillis) throws IOException {
        Socket plain = connect(server.getHostString(), server.getPort(), timeoutMillis);
        try {
            plain.setSoTimeout(timeoutMillis);
            SSLSocket socket = (SSLSocket)
                    tlsContext().getSocketFactory().createSocket(plain, server.getHostString(), server.getPort(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** The default at this time: private authorities may have been added to it since the start. */
    private static SSLContext tlsContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
