package org.keyhopper.central.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Style, scripts and pictures of the pages. They are the same for everyone, and their path changes with their content. */
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "portal.css", "text/css; charset=utf-8",
            "portal.js", "text/javascript; charset=utf-8",
            "pin-office.js", "text/javascript; charset=utf-8",
            "sealed-pin.js", "text/javascript; charset=utf-8",
            "keyhopper.svg", "image/svg+xml");
    private static final Map<String, Asset> ALL = read();
    private static final String VERSION = version();

    private Assets() {}

    /** A file. */
    public record Asset(String type, byte[] content) {}

    /** Returns the path before their names, with a slash at the end. */
    public static String path() {
        return "/assets/" + VERSION + "/";
    }

    /** Returns the asset with this name. */
    public static Optional<Asset> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, Asset> read() {
        Map<String, Asset> assets = new LinkedHashMap<>();
        TYPES.keySet().stream().sorted().forEach(name -> {
            try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
                assets.put(name, new Asset(TYPES.get(name), in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return assets;
    }

    private static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ALL.values().forEach(asset -> digest.update(asset.content()));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest())
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
