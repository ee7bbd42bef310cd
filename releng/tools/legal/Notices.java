import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The notices as text: what is shipped under which licence, what its makers want to have passed on, and the text of every licence. */
final class Notices {

    private static final String RULE = "=".repeat(80) + "\n";

    private final Licences licences;

    Notices(Licences licences) {
        this.licences = licences;
    }

    String text(List<Shipped> everything) throws IOException {
        List<Shipped> others = everything.stream()
                .filter(one -> !one.isOurs() || !licences.inside(one).isEmpty())
                .toList();
        StringBuilder out = new StringBuilder();
        out.append("Keyhopper is under the Eclipse Public License 2.0, see the file LICENSE.\n");
        out.append("It contains the following, under the licences named; of a choice, under the first.\n\n");
        TreeSet<String> identifiers = new TreeSet<>();
        for (Shipped one : others) {
            line(out, one);
            identifiers.addAll(Licences.identifiers(licences.of(one).orElseThrow()));
            for (String contained : one.contained()) {
                identifiers.addAll(Licences.identifiers(licences.ofContained(contained).orElseThrow()));
            }
        }
        Map<String, String> standard = new TreeMap<>();
        for (String identifier : identifiers) {
            standard.put(identifier, Licences.text(identifier).orElse("The text is to be found among the notices above.\n"));
        }
        out.append("\n\nNOTICES OF THE MAKERS\n");
        own(others, standard).forEach((text, places) -> section(out, String.join("\n", places), text));
        out.append("\n\nTEXTS OF THE LICENCES\n");
        standard.forEach((identifier, text) -> section(out, identifier, text));
        return out.toString();
    }

    private void line(StringBuilder out, Shipped one) {
        String version = one.isOurs() ? "" : " " + one.version();
        out.append("%s%s%n    %s%n".formatted(one.name(), version, licences.of(one).orElseThrow()));
        one.origin().ifPresent(origin -> out.append("    %s:%s:%s %s".formatted(
                origin.group(), origin.artifact(), origin.version(), origin.home()).stripTrailing()).append('\n'));
        for (String contained : one.contained()) {
            out.append("    contains %s, %s%n".formatted(contained, licences.ofContained(contained).orElseThrow()));
        }
        licences.inside(one).forEach(inside -> out.append("    contains %s%n".formatted(inside)));
    }

    /** Each text once, with where it stands; without those that are nothing but a licence that is printed anyway. */
    private static Map<String, List<String>> own(List<Shipped> others, Map<String, String> standard) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Shipped one : others) {
            one.texts().forEach((name, text) -> {
                String readable = name.endsWith(".html") ? withoutTags(text) : text;
                String key = readable.replaceAll("\\s+", " ").strip();
                if (standard.values().stream().noneMatch(licence -> isOnly(key, licence))) {
                    places.computeIfAbsent(words.computeIfAbsent(key, unseen -> readable), unseen -> new ArrayList<>())
                            .add(one.id() + " " + name);
                }
            });
        }
        return places;
    }

    private static boolean isOnly(String words, String licence) {
        String plain = licence.replaceAll("\\s+", " ").strip();
        int length = Math.min(plain.length(), words.length());
        return length > 2000
                && Math.abs(plain.length() - words.length()) < plain.length() / 6
                && words.contains(plain.substring(1000, 1200));
    }

    private static String withoutTags(String html) {
        String text = html.replaceAll("(?s)<(style|script|head).*?</\\1>", "")
                .replaceAll("(?i)<(p|h\\d|li|br|tr)[^>]*>", "\n")
                .replaceAll("<[^>]*>", "");
        return text.replace("&quot;", "\"").replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&amp;", "&").replaceAll("(?m)^[ \t]+", "").replaceAll("\n{3,}", "\n\n");
    }

    private static void section(StringBuilder out, String title, String text) {
        out.append('\n').append(RULE).append(title).append('\n').append(RULE);
        out.append(text.replace("\r", "").replaceAll("(?m)[ \t]+$", "").strip()).append('\n');
    }
}
