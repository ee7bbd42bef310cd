package org.keyhopper.transport.pcsc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that jnasmartcardio matches our JNA version, including the half of it that runs only on other systems. */
class LinkageTest {

    private static final String JNA = "com.sun.jna";

    @Test
    void jnaProvidesWhatJnasmartcardioUses() {
        List<JavaAccess<?>> asked = accesses();
        assertFalse(asked.isEmpty());
        assertEquals(
                List.of(),
                asked.stream()
                        .filter(access -> access.getTarget().resolveMember().isEmpty())
                        .map(JavaAccess::getDescription)
                        .toList());
    }

    private static List<JavaAccess<?>> accesses() {
        return new ClassFileImporter()
                .importPackages("jnasmartcardio").stream()
                        .<JavaAccess<?>>flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(access ->
                                access.getTargetOwner().getPackageName().equals(JNA))
                        .toList();
    }
}
