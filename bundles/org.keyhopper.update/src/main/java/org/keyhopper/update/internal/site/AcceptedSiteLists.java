package org.keyhopper.update.internal.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * The serial numbers of the lists from which this installation was updated last, by site, in a file of the product folder: who
 * can write there can change the product as well.
 *
 * @param folder the folder of the file, which may not exist
 */
public record AcceptedSiteLists(Path folder) {

    private static final String FILE = "serials.properties";

    /** Returns the serial number; 0 if nothing was installed from the site. */
    long of(URI site) throws IOException {
        try {
            return Long.parseLong(read().getProperty(site.toString(), "0"));
        } catch (NumberFormatException e) {
            throw new IOException(folder.resolve(FILE) + " is damaged", e);
        }
    }

    /** Records a list after its content was installed. */
    public void put(URI site, long serial) throws IOException {
        Properties all = read();
        all.setProperty(site.toString(), Long.toString(Math.max(serial, of(site))));
        Files.createDirectories(folder);
        Path next = folder.resolve(FILE + ".new");
        try (OutputStream out = Files.newOutputStream(next)) {
            all.store(out, null);
        }
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Properties read() throws IOException {
        Properties all = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
            all.load(in);
        } catch (NoSuchFileException e) {
            return all;
        } catch (IllegalArgumentException e) {
            throw new IOException(folder.resolve(FILE) + " is damaged", e);
        }
        return all;
    }
}
