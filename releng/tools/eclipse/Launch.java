import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Start and debug configurations: the product that the last build made, with the classes that the editor has compiled since in place of those in
 * its bundles. What is made by the build alone stays as it was built: manifests, component descriptors, a new bundle.
 */
final class Launch {
    private static final Path PRODUCT = Path.of("product/org.keyhopper.product/target/products/org.keyhopper.product/linux/gtk/x86_64").toAbsolutePath();

    private Launch() {}

    static void write(List<Path> bundles) throws IOException {
        if (!Files.isDirectory(PRODUCT)) {
            System.err.println("The product is not built yet: for configurations that start it, run this again afterwards.");
            return;
        }
        var classes = new StringBuilder();
        for (var bundle : bundles) {
            var folder = bundle.resolve("bin/main").toString().replace('\\', '/');
            classes.append(bundle.getFileName()).append('=').append(folder).append('\n');
        }
        var properties = Files.createDirectories(Path.of("target/ide")).resolve("classes.properties").toAbsolutePath();
        Files.writeString(properties, classes);
        var owner = bundles.stream().filter(each -> each.endsWith("org.keyhopper.app")).findFirst().orElseThrow();
        var desktop = "-product org.keyhopper.app.product -data target/ide/workspace";
        Files.writeString(owner.resolve("Rehearsal.launch"), configuration(properties, desktop + " rehearse"));
        Files.writeString(owner.resolve("Desktop.launch"), configuration(properties, desktop));
        Files.writeString(owner.resolve("Command line.launch"), configuration(properties, "-application org.keyhopper.host.application -data @none ${string_prompt:Arguments}"));
    }

    private static String configuration(Path properties, String arguments) throws IOException {
        var options = "-XX:+UseSerialGC -Xmn12m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Dosgi.dev=file:%s".formatted(properties);
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <launchConfiguration type="org.eclipse.jdt.launching.localJavaApplication">
                    <stringAttribute key="org.eclipse.jdt.launching.PROJECT_ATTR" value="org.keyhopper.app"/>
                    <stringAttribute key="org.eclipse.jdt.launching.MAIN_TYPE" value="org.eclipse.equinox.launcher.Main"/>
                    <stringAttribute key="org.eclipse.jdt.launching.WORKING_DIRECTORY" value="%s"/>
                    <stringAttribute key="org.eclipse.jdt.launching.VM_ARGUMENTS" value="%s"/>
                    <stringAttribute key="org.eclipse.jdt.launching.PROGRAM_ARGUMENTS" value="-configuration target/ide/configuration -clean %s"/>
                    <mapAttribute key="org.eclipse.debug.core.environmentVariables">
                        <mapEntry key="KEYHOPPER_HOME" value="%s"/>
                    </mapAttribute>
                    <booleanAttribute key="org.eclipse.jdt.launching.DEFAULT_CLASSPATH" value="false"/>
                    <listAttribute key="org.eclipse.jdt.launching.CLASSPATH">
                        <listEntry value="&lt;?xml version=&quot;1.0&quot; encoding=&quot;UTF-8&quot; standalone=&quot;no&quot;?&gt;&lt;runtimeClasspathEntry externalArchive=&quot;%s&quot; path=&quot;3&quot; type=&quot;2&quot;/&gt;"/>
                    </listAttribute>
                </launchConfiguration>
                """
                .formatted(Path.of("").toAbsolutePath(), options, arguments, Path.of("target/ide/home").toAbsolutePath(), launcher());
    }

    private static Path launcher() throws IOException {
        try (var plugins = Files.list(PRODUCT.resolve("plugins"))) {
            return plugins.filter(each -> each.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The product has no launcher: build once first."));
        }
    }
}
