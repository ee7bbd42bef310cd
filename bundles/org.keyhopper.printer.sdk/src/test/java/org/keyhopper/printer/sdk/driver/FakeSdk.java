package org.keyhopper.printer.sdk.driver;

import com.zebra.sdk.comm.TcpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Creates SDK folders as an installer does, with archives of the replacement classes of this test. */
final class FakeSdk {

    private FakeSdk() {}

    static Path zebra(Path folder) {
        archive(folder.resolve("lib/ZSDK_API.jar"), "com/zebra/sdk/comm", "com/zebra/sdk/printer");
        archive(folder.resolve("lib/ZSDK_CARD_API.jar"), "com/zebra/sdk/common");
        return folder;
    }

    static Path fargo(Path folder) {
        archive(folder.resolve("FargoJava.jar"), "impl/Fargo");
        return folder;
    }

    /** Installs an SDK with the encoders of its first versions. */
    static void fargoWithoutReject(Path folder) {
        Path archive = fargo(folder).resolve("FargoJava.jar");
        try (FileSystem jar = FileSystems.newFileSystem(archive)) {
            Path source = Files.createDirectories(folder.resolve("sources/impl/Fargo"))
                    .resolve("Station.java");
            Files.writeString(
                    source, "package impl.Fargo; public enum Station { Eject, Magnetic, contact, contactless }");
            ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
            Files.copy(
                    source.resolveSibling("Station.class"),
                    jar.getPath("impl/Fargo/Station.class"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a search restricted to the given folders. */
    static SdkSearch searchLike(SdkSearch model, List<Path> folders) {
        return new SdkSearch(model.kit(), model.variable(), folders, model.requirements(), name -> Optional.empty());
    }

    private static void archive(Path archive, String... packages) {
        try {
            Files.createDirectories(archive.getParent());
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
                for (String each : packages) {
                    add(zip, each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ZipOutputStream zip, String path) throws IOException {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes.resolve(path))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static Path classes() {
        try {
            return Path.of(TcpConnection.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
