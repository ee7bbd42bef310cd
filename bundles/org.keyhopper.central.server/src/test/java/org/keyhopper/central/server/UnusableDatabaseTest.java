package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.central.server.TestStation.Reply;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.config.Configuration;

class UnusableDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void callIsToBeRepeatedWhenTheDatabaseFails() throws Exception {
        Configuration configuration = new Configuration(
                folder, Optional.empty(), "127.0.0.1", 0, URI.create("http://127.0.0.1:0"), Optional.empty());
        try (CentralServer server = CentralServer.start(configuration, List::of)) {
            TestStation station = new TestStation(server.url().toString());
            assertEquals(403, station.join("AAAAA").status());
            dropTable("used_value");
            Reply reply = station.join("AAAAA");
            assertEquals(503, reply.status(), reply.body()::toString);
            assertEquals(
                    "2", reply.response().headers().firstValue("Retry-After").orElseThrow());
        }
    }

    private void dropTable(String name) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("central.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + name);
        }
    }
}
