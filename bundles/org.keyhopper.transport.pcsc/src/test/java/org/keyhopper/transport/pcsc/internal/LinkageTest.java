package org.keyhopper.transport.pcsc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Half of jnasmartcardio runs on other systems only; whether it fits our JNA at all shows here, too. */
class LinkageTest {

    private static final String JNA = "com.sun.jna";

    @Test
    void jnaHasWhatJnasmartcardioAsksOfIt() {
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
