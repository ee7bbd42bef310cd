package org.keyhopper.update.internal.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/**
 * Reads the files of a site, over HTTP or from a folder, by way of the default proxy of the Java runtime. java.net.http
 * is not used, since it has no timeout within a response body.
 */
final class Download {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

    /** The read timeout, at the start of a file and within it. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private Download() {}

    /** Passes the first question on to the default authenticator: the JDK repeats a refused answer twenty times. */
    private static final class OneAttempt extends Authenticator {

        private boolean asked;

        @Override
        protected synchronized PasswordAuthentication getPasswordAuthentication() {
            if (asked) {
                return null;
            }
            asked = true;
            return requestPasswordAuthentication(
                    getRequestingHost(),
                    getRequestingSite(),
                    getRequestingPort(),
                    getRequestingProtocol(),
                    getRequestingPrompt(),
                    getRequestingScheme(),
                    getRequestingURL(),
                    getRequestorType());
        }
    }

    /** The proxy requires other credentials. */
    static final class ProxySignInException extends IOException {
        private static final long serialVersionUID = 1L;

        private ProxySignInException(IOException cause) {
            super("407", cause);
        }
    }

    /**
     * Opens a file; the caller closes it.
     *
     * @param server what accepts the server by its key, whatever host the certificate names; empty for the runtime's default
     * @throws FileNotFoundException if the site does not have the file
     */
    static InputStream open(URI file, Optional<SSLContext> server) throws IOException {
        return file.getScheme().equalsIgnoreCase("file") ? openLocal(file) : openRemote(file, server);
    }

    private static InputStream openLocal(URI file) throws IOException {
        try {
            return Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw missing(file, e);
        }
    }

    private static InputStream openRemote(URI file, Optional<SSLContext> server) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) file.toURL().openConnection();
        if (server.isPresent() && connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(server.get().getSocketFactory());
            secure.setHostnameVerifier((host, session) -> true);
        }
        connection.setConnectTimeout(Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(READ_TIMEOUT.toMillis()));
        connection.setRequestProperty("User-Agent", "Keyhopper");
        connection.setAuthenticator(new OneAttempt());
        int status = status(connection);
        if (status == HttpURLConnection.HTTP_OK) {
            return connection.getInputStream();
        }
        connection.disconnect();
        if (status == HttpURLConnection.HTTP_NOT_FOUND || status == HttpURLConnection.HTTP_GONE) {
            throw missing(file, null);
        }
        throw new IOException(file + " answers " + status);
    }

    /** A proxy that refuses a tunnel is known by the message of the exception only. */
    private static int status(HttpURLConnection connection) throws IOException {
        try {
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_PROXY_AUTH) {
                throw new ProxySignInException(null);
            }
            return status;
        } catch (IOException e) {
            boolean isTunnel = e.getMessage() != null && e.getMessage().matches("Unable to tunnel.*407.*");
            throw isTunnel ? new ProxySignInException(e) : e;
        }
    }

    private static IOException missing(URI file, Exception cause) {
        FileNotFoundException missing = new FileNotFoundException(file.toString());
        missing.initCause(cause);
        return missing;
    }
}
