package org.keyhopper.support.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The versions of product, Java and operating system. */
public record MachinePage(List<String> parts) {

    private static final List<String> PROPERTIES = List.of(
            "java.version",
            "java.vendor",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "file.encoding",
            "osgi.ws");

    public JsonElement tree() {
        JsonObject page = new JsonObject();
        page.addProperty("made", Instant.now().toString());
        page.addProperty("zone", ZoneId.systemDefault().getId());
        page.addProperty("language", Locale.getDefault().toLanguageTag());
        PROPERTIES.forEach(key -> page.addProperty(key, System.getProperty(key)));
        Runtime runtime = Runtime.getRuntime();
        page.addProperty("processors", runtime.availableProcessors());
        page.addProperty("memoryMegabytes", runtime.maxMemory() >> 20);
        page.add("variables", variables(System.getenv()));
        JsonArray bundles = new JsonArray();
        parts.forEach(bundles::add);
        page.add("bundles", bundles);
        return page;
    }

    /** Which environment variables of Keyhopper and the desktop are set, without their values. */
    private static JsonArray variables(Map<String, String> environment) {
        JsonArray names = new JsonArray();
        new TreeMap<>(environment)
                .keySet().stream()
                        .filter(name ->
                                name.startsWith("KEYHOPPER_") || name.startsWith("GDK_") || name.startsWith("GTK_"))
                        .forEach(names::add);
        return names;
    }
}
