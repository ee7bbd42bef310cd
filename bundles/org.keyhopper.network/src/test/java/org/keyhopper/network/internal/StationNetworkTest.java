package org.keyhopper.network.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.network.NetworkStore;
import org.keyhopper.testkit.certificate.SelfSignedCertificate;

class StationNetworkTest {

    private static final URI SERVICE = URI.create("https://graph.example/v1.0");

    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore();
    private final ProxySelector proxies = ProxySelector.getDefault();
    private SSLContext tls;
    private StationNetwork network;

    @BeforeEach
    void open() throws GeneralSecurityException {
        tls = SSLContext.getDefault();
        network = new StationNetwork(store);
    }

    @AfterEach
    void close() {
        network.close();
    }

    private static NetworkSettings proxy(String address, String... direct) {
        return new NetworkSettings(
                NetworkSettings.Proxy.parse(address, Optional.of("anna"), List.of(direct)), Optional.empty());
    }

    private static PasswordAuthentication account(String host, int port, RequestorType type) throws IOException {
        return Authenticator.requestPasswordAuthentication(
                host, null, port, "http", "", "basic", SERVICE.toURL(), type);
    }

    @Test
    void leavesTheJavaRuntimeAloneWithoutSettings() throws GeneralSecurityException {
        assertSame(proxies, ProxySelector.getDefault());
        assertSame(tls, SSLContext.getDefault());
    }

    @Test
    void selectsTheProxyButForTheseHosts() {
        network.change(proxy("proxy.example:3128", ".contoso.example"), Optional.empty());
        assertEquals(
                "proxy.example:3128",
                ProxySelector.getDefault()
                        .select(SERVICE)
                        .getFirst()
                        .address()
                        .toString()
                        .replace("/<unresolved>", ""));
        for (String near : List.of("http://localhost:1/", "http://127.0.0.1:1/", "https://sso.contoso.example/")) {
            assertEquals(
                    Proxy.NO_PROXY,
                    ProxySelector.getDefault().select(URI.create(near)).getFirst(),
                    near);
        }
        network.change(NetworkSettings.SYSTEM, Optional.empty());
        assertSame(proxies, ProxySelector.getDefault());
    }

    @Test
    void givesThePasswordToThisProxyOnly() throws IOException {
        network.change(proxy("proxy.example:3128"), Optional.of(Secret.of("geheim")));
        PasswordAuthentication account = account("proxy.example", 3128, RequestorType.PROXY);
        assertEquals("anna geheim", account.getUserName() + " " + new String(account.getPassword()));
        assertNull(account("proxy.example", 3128, RequestorType.SERVER));
        assertNull(account("other.example", 3128, RequestorType.PROXY));
        assertTrue(network.hasPassword());
        network.change(proxy("other.example:3128"), Optional.empty());
        assertNull(account("other.example", 3128, RequestorType.PROXY));
        assertFalse(network.hasPassword());
    }

    @Test
    void readsWhatWasStored() throws GeneralSecurityException {
        network.change(proxy("proxy.example:3128"), Optional.of(Secret.of("geheim")));
        network.close();
        network = new StationNetwork(store);
        assertEquals(proxy("proxy.example:3128"), network.settings());
        assertTrue(network.hasPassword());
    }

    @Test
    void aMissingFileOfAuthoritiesDoesNotBypassTheProxy() throws GeneralSecurityException {
        network.close();
        store.settings =
                new NetworkSettings(proxy("proxy.example:3128").proxy(), Optional.of(folder.resolve("gone.pem")));
        network = new StationNetwork(store);
        assertEquals(store.settings, network.settings());
        assertEquals(
                Proxy.Type.HTTP,
                ProxySelector.getDefault().select(SERVICE).getFirst().type());
    }

    @Test
    void aPasswordIsForgottenWithItsProxy() {
        network.change(proxy("proxy.example:3128"), Optional.of(Secret.of("geheim")));
        network.change(NetworkSettings.SYSTEM, Optional.empty());
        assertEquals(Map.of(), store.secrets);
    }

    @Test
    void theSchemeOfAnAddressMayBeInCapitals() {
        network.change(proxy("proxy.example:3128"), Optional.empty());
        assertEquals(
                Proxy.Type.HTTP,
                ProxySelector.getDefault()
                        .select(URI.create("HTTPS://graph.example/"))
                        .getFirst()
                        .type());
    }

    @Test
    void trustsTheAuthoritiesOfTheFile() throws Exception {
        Path pem = folder.resolve("authority.pem");
        assertEquals(
                Optional.of(NetworkProblem.BAD_AUTHORITIES),
                network.change(new NetworkSettings(Optional.empty(), Optional.of(pem)), Optional.empty())
                        .map(problem -> problem.code()));
        assertEquals(NetworkSettings.SYSTEM, store.settings);
        Files.writeString(pem, "no certificate");
        assertTrue(network.change(new NetworkSettings(Optional.empty(), Optional.of(pem)), Optional.empty())
                .isPresent());
        Files.writeString(
                pem,
                SelfSignedCertificate.make(folder.resolve("keys.p12"), "EC", "Authority")
                        .certificatePem());
        assertEquals(
                Optional.empty(),
                network.change(new NetworkSettings(Optional.empty(), Optional.of(pem)), Optional.empty()));
        assertNotSame(tls, SSLContext.getDefault());
    }

    private static final class MemoryStore implements NetworkStore, Secrets {
        private NetworkSettings settings = NetworkSettings.SYSTEM;
        private final Map<String, Secret> secrets = new HashMap<>();

        @Override
        public NetworkSettings load() {
            return settings;
        }

        @Override
        public void save(NetworkSettings wanted) {
            settings = wanted;
        }

        @Override
        public Secrets secrets() {
            return this;
        }

        @Override
        public Optional<Secret> get(String key) {
            return Optional.ofNullable(secrets.get(key)).map(Secret::copy);
        }

        @Override
        public void put(String key, Secret secret) {
            secrets.put(key, secret.copy());
        }

        @Override
        public void forget(String key) {
            secrets.remove(key);
        }
    }
}
