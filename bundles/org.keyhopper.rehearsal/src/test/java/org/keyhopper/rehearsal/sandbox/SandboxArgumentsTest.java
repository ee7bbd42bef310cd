package org.keyhopper.rehearsal.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxArgumentsTest {

    @TempDir
    Path folder;

    @Test
    void peopleAreWrittenAsATable() throws Exception {
        Path people = Files.writeString(folder.resolve("people.json"), """
                {"users": [{"userPrincipalName": "a@contoso.example", "displayName": "Anna \\"A\\", Doe"}]}""");
        Path table = folder.resolve("people.csv");
        SandboxArguments.read(new String[] {"--people", people.toString(), "--table", table.toString()})
                .writeTable();
        assertEquals(
                List.of("user,displayName", "\"a@contoso.example\",\"Anna \"\"A\"\", Doe\""),
                Files.readAllLines(table));
    }
}
