package org.keyhopper.network.internal;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.network.NetworkSettings.Proxy;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.network.NetworkStore;
import org.keyhopper.core.request.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the stored settings the defaults of the Java runtime. An immediate component, so that they are in effect before
 * the first connection.
 */
@Component(service = Network.class, immediate = true)
public final class StationNetwork implements Network {

    private static final Logger LOG = LoggerFactory.getLogger(StationNetwork.class);

    /** The Java runtime refuses Basic authentication for tunnels unless this is empty. */
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final NetworkStore store;
    private final ProxySelector systemProxies = ProxySelector.getDefault();
    private final Authenticator systemAuthenticator = Authenticator.getDefault();
    private final SSLContext systemTls;
    private volatile NetworkSettings settings = NetworkSettings.SYSTEM;

    @Activate
    public StationNetwork(@Reference NetworkStore store) throws GeneralSecurityException {
        this.store = store;
        systemTls = SSLContext.getDefault();
        if (System.getProperty(DISABLED_SCHEMES) == null) {
            System.setProperty(DISABLED_SCHEMES, "");
        }
        try {
            apply(store.load()).ifPresent(problem -> LOG.error("Network settings: {}", problem));
        } catch (StoreException e) {
            LOG.error("The network settings of the Java runtime are used", e);
        }
    }

    /** Restores the defaults of the Java runtime. */
    @Deactivate
    public void close() {
        apply(NetworkSettings.SYSTEM);
    }

    @Override
    public NetworkSettings settings() {
        return settings;
    }

    @Override
    public boolean hasPassword() {
        return settings.proxy().flatMap(this::password).isPresent();
    }

    @Override
    public synchronized Optional<Problem> change(NetworkSettings wanted, Optional<Secret> password) {
        Optional<Problem> problem = apply(wanted);
        if (problem.isEmpty()) {
            store.save(wanted);
            wanted.proxy()
                    .flatMap(StationNetwork::secretName)
                    .ifPresent(
                            name -> password.ifPresent(secret -> store.secrets().put(name, secret)));
        }
        return problem;
    }

    private Optional<Problem> apply(NetworkSettings wanted) {
        SSLContext tls = systemTls;
        if (wanted.authorities().isPresent()) {
            try {
                tls = PrivateAuthorities.trusting(wanted.authorities().get());
            } catch (IOException | GeneralSecurityException e) {
                return Optional.of(Problem.of(
                                NetworkProblem.BAD_AUTHORITIES,
                                wanted.authorities().get().toString())
                        .withDetail(e.toString()));
            }
        }
        settings = wanted;
        SSLContext.setDefault(tls);
        HttpsURLConnection.setDefaultSSLSocketFactory(tls.getSocketFactory());
        ProxySelector.setDefault(wanted.proxy()
                .<ProxySelector>map(proxy -> new ConfiguredProxy(proxy, systemProxies))
                .orElse(systemProxies));
        Authenticator.setDefault(wanted.proxy()
                .<Authenticator>map(proxy -> new ProxyAuthenticator(proxy, this::password))
                .orElse(systemAuthenticator));
        return Optional.empty();
    }

    /** Read when it is needed, since the key of the store may not be available before. */
    private Optional<Secret> password(Proxy proxy) {
        return secretName(proxy).flatMap(store.secrets()::get);
    }

    /** Contains the address, so that the password is never sent to another proxy. */
    private static Optional<String> secretName(Proxy proxy) {
        return proxy.user().map(user -> user + "@" + proxy.address());
    }
}
