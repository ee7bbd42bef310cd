package org.keyhopper.update.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileRecordsTest {

    @TempDir
    Path p2;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(
                p2.resolve("org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile"));
    }

    @Test
    void completeRecordsRemain() throws IOException {
        keep("100", 1.0);
        keep("200", 1.0);
        assertEquals(List.of("100.profile.gz", "200.profile.gz"), afterwards());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.1, 0.5, 0.99})
    void truncatedRecordIsRenamed(double part) throws IOException {
        keep("100", 1.0);
        keep("200", part);
        assertEquals(List.of("100.profile.gz", "200.profile.gz.cut-off"), afterwards());
    }

    @Test
    void onlyRecordsNewerThanACompleteOneAreRenamed() throws IOException {
        keep("100", 0.5);
        keep("200", 1.0);
        keep("300", 0.5);
        assertEquals(List.of("100.profile.gz", "200.profile.gz", "300.profile.gz.cut-off"), afterwards());
    }

    @Test
    void onlyRecordRemainsEvenIfTruncated() throws IOException {
        keep("100", 0.5);
        assertEquals(List.of("100.profile.gz"), afterwards());
    }

    @Test
    void noRecordsAreAccepted() throws IOException {
        Files.delete(folder);
        new ProfileRecords(p2, "DefaultProfile").renameTruncated();
    }

    private void keep(String time, double part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("<profile id='DefaultProfile'/>".repeat(50).getBytes(StandardCharsets.US_ASCII));
        }
        byte[] whole = bytes.toByteArray();
        Files.write(folder.resolve(time + ".profile.gz"), Arrays.copyOf(whole, (int) (whole.length * part)));
    }

    private List<String> afterwards() throws IOException {
        new ProfileRecords(p2, "DefaultProfile").renameTruncated();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
