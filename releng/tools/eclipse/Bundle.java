import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** What the manifest of a library says. */
record Bundle(String name, List<String> exports, List<String> imports, List<String> requires) {

    static Bundle read(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            var names = clauses(headers.getValue("Bundle-SymbolicName"));
            return new Bundle(
                    names.isEmpty() ? jar.getFileName().toString() : names.getFirst(),
                    clauses(headers.getValue("Export-Package")),
                    clauses(headers.getValue("Import-Package")),
                    clauses(headers.getValue("Require-Bundle")));
        }
    }

    /** The other bundles without which this one cannot be; what comes from the JDK is not among them. */
    List<String> needs(Map<String, Path> libraries) throws IOException {
        var found = new ArrayList<String>();
        for (var library : libraries.entrySet()) {
            var offered = imports.isEmpty() ? List.of() : read(library.getValue()).exports();
            if (requires.contains(library.getKey()) || imports.stream().anyMatch(each -> !exports.contains(each) && offered.contains(each))) {
                found.add(library.getKey());
            }
        }
        return found;
    }

    /** The names of a header's clauses, without the optional ones. */
    private static List<String> clauses(String header) {
        var found = new ArrayList<String>();
        var unquoted = header == null ? "" : header.replaceAll("\"[^\"]*\"", "");
        for (var clause : unquoted.split(",")) {
            if (!clause.isBlank() && !clause.contains("resolution:=optional")) {
                found.add(clause.replaceAll(";.*", "").strip());
            }
        }
        return found;
    }
}
