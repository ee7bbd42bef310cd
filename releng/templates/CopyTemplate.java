import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Copies a template under names of your own. Run it in the folder of the SDK.
 *
 * <pre>
 * java CopyTemplate.java TEMPLATE PACKAGE NAME FOLDER
 * java CopyTemplate.java printer com.globex Globex ../globex
 * </pre>
 *
 * TEMPLATE is {@code printer} or {@code directory}. PACKAGE is a Java package of yours. NAME begins the names of classes; in small
 * letters it is the type or the scheme of addresses, and begins your problem codes. FOLDER is made. The copy is built with
 * the repository of this SDK, which its {@code .mvn/maven.config} names.
 */
class CopyTemplate {

    private static final String PACKAGE = "org.example.acme";
    private static final String NAME = "Acme";

    private final String packageName;
    private final String name;

    private CopyTemplate(String packageName, String name) {
        this.packageName = packageName;
        this.name = name;
    }

    public static void main(String[] arguments) throws IOException {
        require(arguments.length == 4, "usage: java CopyTemplate.java printer|directory PACKAGE NAME FOLDER");
        Path template = Path.of("templates").resolve(arguments[0]);
        Path repository = Path.of("repository").toAbsolutePath();
        Path copy = Path.of(arguments[3]);
        require(Files.isDirectory(repository), "Run this in the folder of the SDK, which holds repository and templates.");
        require(Files.isDirectory(template), "There is no template " + arguments[0] + ": printer or directory.");
        require(
                arguments[1].matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+"),
                arguments[1] + " is no package in small letters with a dot, such as com.globex.");
        require(
                arguments[2].matches("[A-Z][A-Za-z0-9]*"),
                arguments[2] + " is no name such as Globex: a capital letter, then letters and digits.");
        require(!Files.exists(copy), copy + " exists already.");
        new CopyTemplate(arguments[1], arguments[2]).copy(template, copy);
        Files.copy(Path.of("Sign.java"), copy.resolve("Sign.java"));
        // A path as an address, without the slash at its end.
        String address = repository.normalize().toUri().toString().replaceAll("/$", "");
        Files.writeString(
                copy.resolve(".mvn").resolve("maven.config"), "-Dkeyhopper.sdk=" + address + "\n", StandardOpenOption.APPEND);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            System.err.println(otherwise);
            System.exit(2);
        }
    }

    private void copy(Path template, Path copy) throws IOException {
        for (Path file : files(template)) {
            String path = template.relativize(file).toString().replace('\\', '/');
            Path target = copy.resolve(renamed(path.replace(PACKAGE.replace('.', '/'), packageName.replace('.', '/'))));
            Files.createDirectories(target.getParent());
            Files.writeString(target, renamed(Files.readString(file).replace(PACKAGE, packageName)));
        }
    }

    /** Files only; what a build has left in the template stays there. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).toString().matches("(.*[/\\\\])?target[/\\\\].*"))
                    .toList();
        }
    }

    private String renamed(String text) {
        return text.replace(NAME, name).replace(NAME.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
