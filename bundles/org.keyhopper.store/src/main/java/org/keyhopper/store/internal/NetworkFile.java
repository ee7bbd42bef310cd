package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.network.NetworkSettings.Proxy;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.network.NetworkStore;
import org.keyhopper.core.request.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The network settings as the file {@code network.json} beside the database, since they belong to this computer and are
 * needed to reach a database. The password is a secret of the station. Replaced atomically.
 */
@Component(service = NetworkStore.class)
public final class NetworkFile implements NetworkStore {

    private static final String PROXY = "proxy";
    private static final String USER = "proxyUser";
    private static final String DIRECT = "direct";
    private static final String AUTHORITIES = "authorities";

    private final Path file;
    private final Secrets secrets;

    @Activate
    public NetworkFile(@Reference StoreContext station) {
        file = station.folder().resolve("network.json");
        secrets = new SqlSecrets(station.database(), station.cipher(), "network");
    }

    @Override
    public NetworkSettings load() {
        try {
            return Files.exists(file) ? parse(Json.map(Files.readString(file))) : NetworkSettings.SYSTEM;
        } catch (IOException | RuntimeException e) {
            throw new StoreException("The network settings cannot be read: " + file, e);
        }
    }

    @Override
    public void save(NetworkSettings settings) {
        PrivateFiles.folder(file.getParent());
        try {
            Path next = Files.createTempFile(file.getParent(), "network", ".new");
            Files.writeString(next, Json.of(format(settings)));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("The network settings cannot be stored: " + file, e);
        }
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    private static Map<String, String> format(NetworkSettings settings) {
        Map<String, String> map = new LinkedHashMap<>();
        settings.proxy().ifPresent(proxy -> {
            map.put(PROXY, proxy.address());
            proxy.user().ifPresent(user -> map.put(USER, user));
            map.put(DIRECT, String.join(",", proxy.direct()));
        });
        settings.authorities().ifPresent(path -> map.put(AUTHORITIES, path.toString()));
        return map;
    }

    /** Throws IllegalArgumentException if the proxy is invalid, {@link InvalidPathException} if the path is. */
    private static NetworkSettings parse(Map<String, String> map) {
        List<String> direct = Stream.of(map.getOrDefault(DIRECT, "").split(","))
                .filter(host -> !host.isBlank())
                .toList();
        Optional<Proxy> proxy = Optional.ofNullable(map.get(PROXY))
                .map(address -> Proxy.parse(address, Optional.ofNullable(map.get(USER)), direct)
                        .orElseThrow(() -> new IllegalArgumentException(PROXY)));
        return new NetworkSettings(
                proxy, Optional.ofNullable(map.get(AUTHORITIES)).map(Path::of));
    }
}
