package org.keyhopper.central.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.problem.CentralProblem;

class AuditEventTest {

    private static Map<String, String> factsOf(ProblemCode code, String argument) {
        return AuditEvent.refused(Caller.none("call"), AuditAction.BEGIN, "claim:1", Problem.of(code, argument))
                .facts();
    }

    @Test
    void refusalByTheDirectoryNamesNoPerson() {
        assertEquals(Map.of(), factsOf(DirectoryProblem.USER_DISABLED, "Anna Berg"));
    }

    @Test
    void refusalByCentralCarriesItsArgument() {
        assertEquals(Map.of("argument", "17"), factsOf(CentralProblem.CLAIM_LOST, "17"));
    }
}
