package org.keyhopper.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.fake.MemoryRequests;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;

class ClaimRenewalTest {

    private final MemoryRequests requests = new MemoryRequests();
    private final RequestId id = requests.create(
                    "x", "d", Profile.DEFAULT, List.of(new Recipient("a", "", "", "")))
            .id();
    private final Claim claim = requests.claimNext(id, 0).orElseThrow();
    private final CountDownLatch renewals = new CountDownLatch(3);

    @Test
    void theClaimsThatARunHoldsAreRenewedAgainAndAgain() throws Exception {
        try (ClaimRenewal renewal =
                ClaimRenewal.start(counting(false), () -> List.of(claim), Duration.ofMillis(1))) {
            assertTrue(renewals.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void aStoreThatFailsIsTriedAgain() throws Exception {
        try (ClaimRenewal renewal = ClaimRenewal.start(counting(true), () -> List.of(claim), Duration.ofMillis(1))) {
            assertTrue(renewals.await(30, TimeUnit.SECONDS));
        }
    }

    /** Passes renewals on, and counts them. */
    private Requests counting(boolean broken) {
        return (Requests) Proxy.newProxyInstance(
                Requests.class.getClassLoader(), new Class<?>[] {Requests.class}, (proxy, method, arguments) -> {
                    assertEquals("renew", method.getName());
                    renewals.countDown();
                    if (broken) {
                        throw new StoreException("The disk is full.");
                    }
                    assertEquals(List.of(claim), arguments[0]);
                    return requests.renew(List.of(claim));
                });
    }
}
