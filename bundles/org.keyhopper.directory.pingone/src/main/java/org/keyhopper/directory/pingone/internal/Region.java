package org.keyhopper.directory.pingone.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * One of PingOne's separate instances.
 *
 * @param name its top-level domain
 * @param apiUrl the address of its API, with the version
 * @param authUrl the address of its sign-in, without the environment
 */
record Region(String name, String apiUrl, String authUrl) {

    private static final List<Region> ALL = read();

    /** Returns the region with this name, in any case. */
    static Optional<Region> of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(region -> region.name.equals(wanted)).findFirst();
    }

    /** Returns the region whose sign-in is at this host. */
    static Optional<Region> ofSignIn(String host) {
        return ALL.stream()
                .filter(region -> region.authUrl.equalsIgnoreCase("https://" + host))
                .findFirst();
    }

    /** Returns the address of the pages for users, without the environment. */
    String appsUrl() {
        return authUrl.replaceFirst("//auth\\.", "//apps.");
    }

    static String[] names() {
        return ALL.stream().map(Region::name).toArray(String[]::new);
    }

    private static List<Region> read() {
        Properties table = new Properties();
        try (InputStream file = Region.class.getResourceAsStream("regions.properties")) {
            table.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return table.stringPropertyNames().stream()
                .sorted()
                .map(name -> of(name, table.getProperty(name).strip().split("\\s+")))
                .toList();
    }

    private static Region of(String name, String... addresses) {
        return new Region(name, addresses[0], addresses[1]);
    }
}
