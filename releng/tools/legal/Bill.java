import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says what the built products contain: NOTICES.txt for people and one CycloneDX bill of materials for each platform. Ends with 1 when the licence
 * of something shipped is not known, or a bill is not valid.
 *
 * <p>Arguments: the file of curated licences; then for each product its name, its folder with one folder for each platform, and the folder to write to.
 */
public final class Bill {

    private Bill() {}

    public static void main(String[] arguments) throws Exception {
        Licences licences = new Licences(Path.of(arguments[0]));
        List<String> faults = new ArrayList<>();
        Set<String> everything = new TreeSet<>();
        for (int i = 1; i < arguments.length; i += 3) {
            Collection<Shipped> shipped = bill(licences, arguments[i], Path.of(arguments[i + 1]), Path.of(arguments[i + 2]), faults);
            shipped.forEach(one -> everything.add(one.id()));
            if (shipped.isEmpty()) {
                faults.add(arguments[i] + ": nothing is shipped");
            }
        }
        licences.unused(everything).forEach(id -> faults.add(id + ": curated, but not shipped"));
        faults.stream().distinct().forEach(System.err::println);
        if (!faults.isEmpty()) {
            System.exit(1);
        }
    }

    /** Writes the bills and the notices of one product; returns what is in it on any platform. */
    private static Collection<Shipped> bill(Licences licences, String name, Path products, Path folder, List<String> faults) throws Exception {
        Path out = Files.createDirectories(folder);
        TreeMap<String, Shipped> all = new TreeMap<>();
        for (Path product : products(products)) {
            List<Shipped> shipped = Shipped.in(product);
            shipped.forEach(one -> all.put(one.id(), one));
            shipped.stream().map(licences::faults).forEach(faults::addAll);
            if (faults.isEmpty()) {
                String file = name + "-" + products.relativize(product).toString().replace('/', '.') + ".cdx.json";
                faults.addAll(new Sbom(licences).write(shipped, out.resolve(file)));
            }
        }
        if (faults.isEmpty()) {
            write(out.resolve("NOTICES.txt"), new Notices(licences).text(List.copyOf(all.values())));
        }
        return all.values();
    }

    private static List<Path> products(Path folder) throws IOException {
        try (var found = Files.walk(folder, 4)) {
            return found.filter(each -> Files.isDirectory(each.resolve("plugins"))).sorted().toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        System.out.println(file);
    }
}
