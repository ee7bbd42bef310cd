package org.keyhopper.network;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.network.NetworkSettings.Proxy;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.network.internal.ConfiguredProxy;
import org.keyhopper.network.internal.PrivateAuthorities;
import org.keyhopper.network.internal.ProxyAuthenticator;

/** Makes network settings the defaults of the Java runtime. One for each process, created before they are changed. */
public final class NetworkDefaults {

    /** The Java runtime refuses Basic authentication for tunnels unless this is empty. */
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final ProxySelector systemProxies = ProxySelector.getDefault();
    private final Authenticator systemAuthenticator = Authenticator.getDefault();

    /** Present once it was replaced: the runtime makes it when it is first asked for, which takes its time at a start. */
    private Optional<SSLContext> systemTls = Optional.empty();

    public NetworkDefaults() {
        if (System.getProperty(DISABLED_SCHEMES) == null) {
            System.setProperty(DISABLED_SCHEMES, "");
        }
    }

    /**
     * Applies the settings. Calls must not overlap.
     *
     * @param passwords the password of the account at the proxy, asked for when it is needed
     * @return why nothing was changed: BAD_AUTHORITIES
     */
    public Optional<Problem> apply(NetworkSettings wanted, Function<Proxy, Optional<Secret>> passwords) {
        try {
            tls(wanted).ifPresent(NetworkDefaults::use);
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of(Problem.of(
                            NetworkProblem.BAD_AUTHORITIES,
                            wanted.authorities().map(Path::toString).orElse(""))
                    .withDetail(e.toString()));
        }
        ProxySelector.setDefault(wanted.proxy()
                .<ProxySelector>map(proxy -> new ConfiguredProxy(proxy, systemProxies))
                .orElse(systemProxies));
        Authenticator.setDefault(wanted.proxy()
                .<Authenticator>map(proxy -> new ProxyAuthenticator(proxy, passwords))
                .orElse(systemAuthenticator));
        return Optional.empty();
    }

    /** Returns what is to be used from now on, or nothing as long as it is that of the runtime. */
    private Optional<SSLContext> tls(NetworkSettings wanted) throws IOException, GeneralSecurityException {
        if (wanted.authorities().isEmpty()) {
            return systemTls;
        }
        SSLContext trusting = PrivateAuthorities.trusting(wanted.authorities().get());
        if (systemTls.isEmpty()) {
            systemTls = Optional.of(SSLContext.getDefault());
        }
        return Optional.of(trusting);
    }

    private static void use(SSLContext tls) {
        SSLContext.setDefault(tls);
        HttpsURLConnection.setDefaultSSLSocketFactory(tls.getSocketFactory());
    }
}
