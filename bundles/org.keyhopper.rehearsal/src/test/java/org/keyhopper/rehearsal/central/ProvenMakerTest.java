package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.ClaimedRecipient;

/** A profile that requires a proven manufacturer, at a Central without metadata. */
class ProvenMakerTest extends StationFixture {

    @Test
    void deviceIsRefusedBeforeAnythingIsBegun() throws Exception {
        Profile profile = CentralRig.profile(Set.of(), Set.of(Profile.Option.PROVEN_MAKER));
        try (CentralRig strict = new CentralRig(folder.resolve("strict"), Optional.empty(), profile, "anna")) {
            ClaimOrder order = new ClaimOrder("k1", Optional.empty(), Optional.of(device.report()));
            ClaimedRecipient claimed = done(strict.central().enrolments().claim(STATION, strict.request, order))
                    .orElseThrow();
            assertTrue(claimed.eligibility().obstacles().getFirst().is(MetadataProblem.MISSING));
            assertRefused(
                    MetadataProblem.MISSING,
                    strict.central().enrolments().begin(STATION, claimed.claim(), device.report()));
            assertEquals(Outcome.PENDING, strict.outcome(1));
            assertEquals(List.of(), strict.directory.pending());
        }
    }
}
