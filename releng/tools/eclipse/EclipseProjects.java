import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes every bundle as a Java project of Eclipse, which other editors can import too. Works on what a Maven build has left: the libraries of
 * the target definition in the local repository. Start it in the top folder: {@code java releng/tools/eclipse/EclipseProjects.java CLASSPATH}, where the
 * file CLASSPATH holds what all tests share, as {@code mvn dependency:build-classpath} writes it.
 */
final class EclipseProjects {

    private static final String VERSION = "21";

    /** Tycho brings this one along; the target definition has its packages in two bundles. */
    private static final String ANNOTATIONS = "osgi.annotation";

    private static final List<String> ANNOTATION_BUNDLES = List.of("org.osgi.annotation.bundle", "org.osgi.annotation.versioning");

    private final Path bundles = Path.of("bundles").toAbsolutePath();
    private final Map<String, Path> libraries;
    private final List<String> shared;

    private EclipseProjects(Map<String, Path> libraries, List<String> shared) {
        this.libraries = libraries;
        this.shared = shared;
    }

    public static void main(String[] arguments) throws Exception {
        var target = Path.of("releng/org.keyhopper.target/org.keyhopper.target.target");
        var libraries = new TargetDefinition(localRepository()).libraries(target);
        var shared = Files.readString(Path.of(arguments[0])).strip().split(java.io.File.pathSeparator);
        new EclipseProjects(libraries, List.of(shared)).write();
    }

    private static Path localRepository() {
        var told = System.getenv("KEYHOPPER_MAVEN_REPOSITORY");
        return told != null ? Path.of(told) : Path.of(System.getProperty("user.home"), ".m2", "repository");
    }

    private void write() throws IOException {
        List<Path> found;
        try (var folders = Files.list(bundles)) {
            found = folders.filter(each -> Files.exists(each.resolve("pde.bnd"))).sorted().toList();
        }
        for (var folder : found) {
            write(folder);
        }
        Launch.write(found);
    }

    private void write(Path folder) throws IOException {
        var name = folder.getFileName().toString();
        Files.writeString(folder.resolve(".project"), project(name));
        Files.writeString(folder.resolve(".classpath"), classpath(folder));
        var settings = Files.createDirectories(folder.resolve(".settings"));
        Files.writeString(settings.resolve("org.eclipse.core.resources.prefs"), "eclipse.preferences.version=1\nencoding/<project>=UTF-8\n");
        Files.writeString(settings.resolve("org.eclipse.jdt.core.prefs"), compiler());
    }

    private static String project(String name) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <projectDescription>
                    <name>%s</name>
                    <buildSpec>
                        <buildCommand>
                            <name>org.eclipse.jdt.core.javabuilder</name>
                        </buildCommand>
                    </buildSpec>
                    <natures>
                        <nature>org.eclipse.jdt.core.javanature</nature>
                    </natures>
                </projectDescription>
                """.formatted(name);
    }

    private static String compiler() {
        return """
                eclipse.preferences.version=1
                org.eclipse.jdt.core.compiler.codegen.targetPlatform=%1$s
                org.eclipse.jdt.core.compiler.compliance=%1$s
                org.eclipse.jdt.core.compiler.source=%1$s
                org.eclipse.jdt.core.compiler.release=enabled
                org.eclipse.jdt.core.compiler.processAnnotations=disabled
                """.formatted(VERSION);
    }

    private String classpath(Path folder) throws IOException {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<classpath>\n");
        for (var source : List.of("src/main/java", "src/main/resources", "src/test/java", "src/test/resources")) {
            if (Files.isDirectory(folder.resolve(source))) {
                var test = source.startsWith("src/test");
                text.append(entry("src", source + "\" output=\"bin/" + (test ? "test" : "main"), test ? "test" : ""));
            }
        }
        text.append(entry("con", "org.eclipse.jdt.launching.JRE_CONTAINER/org.eclipse.jdt.internal.debug.ui.launcher.StandardVMType/JavaSE-" + VERSION, ""));
        for (var needed : closure(folder)) {
            var ours = Files.exists(bundles.resolve(needed).resolve("pde.bnd"));
            text.append(ours ? entry("src", "/" + needed, "without_test_code") : entry("lib", libraries.get(needed).toString(), ""));
        }
        shared.stream().map(jar -> entry("lib", jar, "test")).filter(each -> !text.toString().contains(path(each))).forEach(text::append);
        return text.append(entry("output", "bin/main", "")).append("</classpath>\n").toString();
    }

    /** The attribute of an entry that must not come twice. */
    private static String path(String entry) {
        return entry.replaceAll("(?s).*( path=\"[^\"]*\").*", "$1");
    }

    private static String entry(String kind, String path, String attribute) {
        var start = "    <classpathentry kind=\"" + kind + "\" path=\"" + path.replace('\\', '/') + "\"";
        if (attribute.isEmpty()) {
            return start + "/>\n";
        }
        return start + "><attributes><attribute name=\"" + attribute + "\" value=\"true\"/></attributes></classpathentry>\n";
    }

    /** What a bundle names in its build path, and all that those need, in the order in which it is found. */
    private Set<String> closure(Path folder) throws IOException {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(buildpath(folder));
        while (!open.isEmpty()) {
            var name = open.poll();
            if (found.add(name)) {
                open.addAll(neededBy(name));
            }
        }
        return found;
    }

    private List<String> neededBy(String name) throws IOException {
        var sibling = bundles.resolve(name);
        if (Files.exists(sibling.resolve("pde.bnd"))) {
            return buildpath(sibling);
        }
        if (!libraries.containsKey(name)) {
            throw new IOException("The target definition has no bundle " + name + ", or it is not in the local repository: build once first.");
        }
        return Bundle.read(libraries.get(name)).needs(libraries);
    }

    private static List<String> buildpath(Path folder) throws IOException {
        var lines = Files.readString(folder.resolve("pde.bnd")).replaceAll("\\\\\\r?\\n", "").lines();
        var found = new ArrayList<String>();
        for (var clause : lines.filter(line -> line.startsWith("-buildpath:")).findFirst().orElse("-buildpath:").substring(11).split(",")) {
            var name = clause.replaceAll(";.*", "").strip();
            if (!name.isEmpty()) {
                found.addAll(name.equals(ANNOTATIONS) ? ANNOTATION_BUNDLES : List.of(forThisSystem(name)));
            }
        }
        return found;
    }

    private static String forThisSystem(String name) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        return windows ? name.replace("swt.gtk.linux", "swt.win32.win32") : name;
    }
}
