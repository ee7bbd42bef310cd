package org.keyhopper.central.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateSiteTest {

    @TempDir
    Path folder;

    private UpdateSite site() {
        return new UpdateSite(Optional.of(folder));
    }

    private Path put(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    @Test
    void filesAreFoundByTheirPath() throws Exception {
        assertFalse(site().isPresent());
        put("updates/SHA256SUMS");
        Path plugin = put("updates/plugins/org.keyhopper.core_1.0.0.202611301827.jar");
        assertTrue(site().isPresent());
        assertEquals(Optional.of(plugin), site().find("plugins/org.keyhopper.core_1.0.0.202611301827.jar"));
    }

    @Test
    void nothingElseCanBeNamed() throws Exception {
        put("master.key");
        put("updates/SHA256SUMS");
        put("updates/.hidden");
        Files.createSymbolicLink(folder.resolve("updates/link"), folder.resolve("master.key"));
        Files.createSymbolicLink(folder.resolve("updates/folder"), folder);
        for (String path : List.of(
                "",
                "/",
                "../master.key",
                "plugins/../../master.key",
                ".hidden",
                "link",
                "folder/master.key",
                "SHA256SUMS/",
                "SHA256SUMS/x",
                "updates",
                "a/b/c/d/e/f",
                "..\\master.key",
                "SHA256SUMS\u0000")) {
            assertEquals(Optional.empty(), site().find(path), path);
        }
    }

    @Test
    void withoutAFolderThereIsNoSite() {
        assertFalse(new UpdateSite(Optional.empty()).isPresent());
    }
}
