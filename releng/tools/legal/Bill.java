import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Says what the built products contain: NOTICES.txt for people and one CycloneDX bill of materials for each product. Ends with 1 when the licence
 * of something shipped is not known, or a bill is not valid.
 *
 * <p>Arguments: the folder of the products, the file of curated licences, the folder to write to.
 */
public final class Bill {

    private Bill() {}

    public static void main(String[] arguments) throws Exception {
        Path products = Path.of(arguments[0]);
        Licences licences = new Licences(Path.of(arguments[1]));
        Path out = Files.createDirectories(Path.of(arguments[2]));
        List<String> faults = new ArrayList<>();
        TreeMap<String, Shipped> everything = new TreeMap<>();
        for (Path product : products(products)) {
            List<Shipped> shipped = Shipped.in(product);
            shipped.forEach(one -> everything.put(one.id(), one));
            shipped.stream().map(licences::faults).forEach(faults::addAll);
            if (faults.isEmpty()) {
                String name = "keyhopper-" + products.relativize(product).toString().replace('/', '.') + ".cdx.json";
                faults.addAll(new Sbom(licences).write(shipped, out.resolve(name)));
            }
        }
        licences.unused(everything.keySet()).forEach(id -> faults.add(id + ": curated, but not shipped"));
        faults.stream().distinct().forEach(System.err::println);
        if (everything.isEmpty() || !faults.isEmpty()) {
            System.exit(1);
        }
        write(out.resolve("NOTICES.txt"), new Notices(licences).text(List.copyOf(everything.values())));
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
