import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Removes the signatures from the launcher and the framework bundles of each product. The JVM loads these itself: it would verify a signature at each
 * start, without checking who signed, and it excludes signed classes from its class data archive.
 *
 * <pre>
 * java UnsignedFramework.java FOLDER   all products in it
 * </pre>
 */
class UnsignedFramework {

    private static final Pattern FRAMEWORK = Pattern.compile("org\\.eclipse\\.(equinox\\.launcher|osgi|osgi\\.compatibility\\.state)_.*\\.jar");
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            jars = files.filter(file -> FRAMEWORK.matcher(file.getFileName().toString()).matches()).toList();
        }
        for (Path jar : jars) {
            FileTime modified = Files.getLastModifiedTime(jar);
            Files.write(jar, unsigned(Files.readAllBytes(jar)));
            Files.setLastModifiedTime(jar, modified);
        }
    }

    private static byte[] unsigned(byte[] jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (SIGNATURE.matcher(entry.getName()).matches()) {
                    continue;
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(entry.getName().equals(MANIFEST) ? withoutDigests(in.readAllBytes()) : in.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutDigests(byte[] content) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(content));
        for (Attributes entry : manifest.getEntries().values()) {
            entry.keySet().removeIf(name -> name.toString().endsWith("-Digest"));
        }
        manifest.getEntries().values().removeIf(Attributes::isEmpty);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }
}
