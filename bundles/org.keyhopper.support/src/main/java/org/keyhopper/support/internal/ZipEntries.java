package org.keyhopper.support.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ZIP file being written. A page that fails does not affect the others. */
public final class ZipEntries implements AutoCloseable {

    /** The content of README.txt in each file. */
    public static final String EXPLANATION = """
        This file was made by Keyhopper, for those who look into a fault.

        machine.json   version, bundles, Java, operating system
        devices.json   readers, cards, keys, printer drivers
        settings.json  directories and profiles, without what is secret
        journal.json   requests, and what was done for each person
        logs           what was logged

        PINs, passwords and tokens are not in it. People, and the ids of a directory, are replaced by codes such as
        person-bcmpkoha. The same person has the same code in every such file of one station; only that station can
        tell who it is. Runs of four digits and more are left out of the logs, since they might be PINs.
        """;

    private static final Logger LOG = LoggerFactory.getLogger(ZipEntries.class);
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private final ZipOutputStream zip;
    private final Redaction redaction;

    private ZipEntries(ZipOutputStream zip, Redaction redaction) {
        this.zip = zip;
        this.redaction = redaction;
    }

    public static ZipEntries of(Path file, Redaction redaction) throws IOException {
        return new ZipEntries(new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8), redaction);
    }

    /** Adds a page unchanged. */
    public void text(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Adds a page whose text values are already redacted; if it fails, the failure is written instead. */
    public void json(String name, Supplier<JsonElement> page) throws IOException {
        JsonElement tree;
        try {
            tree = page.get();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be created", name, e);
            JsonObject failure = new JsonObject();
            failure.addProperty("failure", redaction.text(e.toString()));
            tree = failure;
        }
        text(name, GSON.toJson(tree) + "\n");
    }

    /** Adds a log, line by line. */
    void log(String name, Iterable<String> lines) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (String line : lines) {
            zip.write((LogLine.redacted(line, redaction) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
