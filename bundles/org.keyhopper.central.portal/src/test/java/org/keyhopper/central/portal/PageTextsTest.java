package org.keyhopper.central.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.portal.internal.download.DownloadFile;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.request.RequestQuery;
import org.keyhopper.central.portal.internal.request.RequestRow;

/** The texts of the pages in both languages. */
class PageTextsTest {

    private static final Path PAGES = Path.of("src/main/resources/org/keyhopper/central/portal/pages");
    private static final Pattern USED = Pattern.compile("\\bt\\(\"([A-Za-z0-9_.-]+)\"\\s*[,)]");

    private static Map<String, String> read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = PageTextsTest.class.getResourceAsStream("pages/" + name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    @Test
    void languagesHaveTheSameTexts() throws Exception {
        assertEquals(
                read("messages.properties").keySet(),
                read("messages_de.properties").keySet());
    }

    @Test
    void placeholdersAreTheSame() throws Exception {
        Map<String, String> german = read("messages_de.properties");
        List<String> wrong = new ArrayList<>();
        read("messages.properties").forEach((key, english) -> {
            int one = new MessageFormat(english, Locale.ENGLISH).getFormatsByArgumentIndex().length;
            int other = new MessageFormat(german.get(key), Locale.GERMAN).getFormatsByArgumentIndex().length;
            if (one != other
                    || english.matches(".*[^']'[^'].*")
                    || german.get(key).matches(".*[^']'[^'].*")) {
                wrong.add(key);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void templatesUseTextsThatExist() throws Exception {
        TreeSet<String> missing = new TreeSet<>();
        Map<String, String> texts = read("messages.properties");
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".peb")).toList()) {
                Matcher used = USED.matcher(Files.readString(file));
                while (used.find()) {
                    if (!texts.containsKey(used.group(1))) {
                        missing.add(file.getFileName() + ": " + used.group(1));
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void constantsHaveTexts() throws Exception {
        TreeSet<String> keys = new TreeSet<>();
        add(keys, "privilege.", Privilege.values());
        add(keys, "audit.action.", AuditAction.values());
        add(keys, "downloads.kind.", DownloadFile.Kind.values());
        add(keys, "outcome.", Outcome.values());
        add(keys, "section.", Section.values());
        add(keys, "state.", RequestRow.State.values());
        add(keys, "filter.", RequestQuery.Filter.values());
        add(keys, "step.", Enrolment.State.values());
        add(keys, "profile.option.", Profile.Option.values());
        add(keys, "profile.means.", Profile.Option.values());
        keys.removeAll(read("messages.properties").keySet());
        assertEquals(new TreeSet<>(), keys);
    }

    private static void add(TreeSet<String> keys, String prefix, Enum<?>... constants) {
        for (Enum<?> constant : constants) {
            keys.add(prefix + constant.name());
        }
    }
}
