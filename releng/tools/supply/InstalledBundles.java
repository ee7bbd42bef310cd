import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Prepares the bundles of each product for fast starts. What a start reads of them, classes, manifests and declarations, is stored without compression.
 * Sources, which our bundles bring along for those who develop against them, are left out: the framework keeps the names of all entries in memory. Content
 * does not change, so signatures stay valid. Libraries of which a start reads nothing stay as they are.
 *
 * <pre>
 * java InstalledBundles.java FOLDER   all products in it
 * </pre>
 */
class InstalledBundles {

    private static final Pattern READ_BY_A_START = Pattern.compile(
            "(org\\.(eclipse|keyhopper|osgi|xerial)|org\\.apache\\.felix|com\\.google\\.gson|com\\.sun\\.jna_|jakarta|slf4j|wrapped\\.(hid4java|jnasmartcardio)).*\\.jar");
    private static final Pattern STORED = Pattern.compile(".*\\.(class|MF|xml|e4xmi|properties)");
    private static final String SOURCES = "OSGI-OPT/";

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.getParent().endsWith("plugins"))
                    .filter(file -> READ_BY_A_START.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
        for (Path jar : jars) {
            FileTime modified = Files.getLastModifiedTime(jar);
            Path copy = jar.resolveSibling(jar.getFileName() + ".new");
            copy(jar, copy);
            Files.setLastModifiedTime(copy, modified);
            Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copy(Path jar, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().startsWith(SOURCES)) {
                    continue;
                }
                byte[] content = in.readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                if (STORED.matcher(entry.getName()).matches()) {
                    store(copy, content);
                }
                out.putNextEntry(copy);
                out.write(content);
            }
        }
    }

    /** A ZIP file has size and checksum of a stored entry before its content. */
    private static void store(ZipEntry entry, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
    }
}
