package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomeTest {

    @Test
    void configuredHomePrecedesTheUsers() {
        assertEquals(Path.of("/srv/keys"), Home.of("/srv/keys", "/home/anna"));
        assertEquals(Path.of("/home/anna/.keyhopper"), Home.of(null, "/home/anna"));
        assertEquals(Path.of("/home/anna/.keyhopper"), Home.of(" ", "/home/anna"));
    }
}
