package org.keyhopper.ui.model.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.TestContext;

class LinkPresenterTest {

    private static final RequestId ID = new RequestId("R7K3M");

    private final FakeStation station = new FakeStation();
    private final List<RequestId> shown = new ArrayList<>();
    private final LinkPresenter links = new LinkPresenter(TestContext.of(station), shown::add);

    private String answer() {
        return links.answers().get().map(LinkAnswer::text).orElse("");
    }

    private Optional<RequestId> asked() {
        return links.answers().get().flatMap(LinkAnswer::request);
    }

    @Test
    void existingRequestIsShownAndConfirmed() {
        station.requests.put(Samples.request("R7K3M", 3, 1));
        links.follow(ProvisionLink.to(ID), false);
        assertEquals(List.of(ID), shown);
        assertEquals(Optional.of(ID), asked());
        assertTrue(answer().contains("Berlin office Q4: 3 people in the directory contoso"), answer());
    }

    @Test
    void missingRequestIsReported() {
        links.follow(ProvisionLink.to(ID), false);
        assertEquals(Optional.empty(), asked());
        assertTrue(answer().contains("R7K3M, which is not on this computer"), answer());
    }

    private void follow(String address) {
        links.dismiss();
        links.follow(ProvisionLink.in(address).orElseThrow(), false);
    }

    @Test
    void linkOfACentralIsForTheStationThatJoinedIt() {
        station.requests.put(Samples.request("R7K3M", 3, 1));
        follow("keyhopper://provision/R7K3M?central=Main");
        assertTrue(answer().contains("of Main, but this station has not joined"), answer());
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        follow("keyhopper://provision/R7K3M?central=Other%20one");
        assertTrue(answer().contains("of Other one, but this station has joined Main"), answer());
        follow("keyhopper://provision/R7K3M");
        assertTrue(answer().contains("of this station itself, which has joined Main"), answer());
        assertEquals(List.of(), shown);
        follow("keyhopper://provision/R7K3M?central=Main");
        assertEquals(List.of(ID), shown);
        assertEquals(Optional.of(ID), asked());
        assertEquals("keyhopper://provision/R7K3M?central=Main", links.to(ID).address());
        follow("keyhopper://provision/R9?central=Main");
        assertTrue(answer().contains("which Main does not have"), answer());
    }

    @Test
    void nameThatIsNoneIsRefused() {
        for (String name : List.of("a%0Ab", "%FF", "", "a&x=1", "%")) {
            follow("keyhopper://provision/R7K3M?central=" + name);
            assertTrue(answer().contains("not a link of Keyhopper"), name + ": " + answer());
        }
    }

    @Test
    void completedRequestIsOnlyShown() {
        station.requests.put(Samples.request("R7K3M", 1, 2));
        links.follow(ProvisionLink.to(ID), false);
        assertEquals(List.of(ID), shown);
        assertEquals(Optional.empty(), asked());
    }

    @Test
    void linkDoesNotInterruptARun() {
        station.requests.put(Samples.request("R7K3M", 3, 1));
        links.follow(ProvisionLink.to(ID), true);
        assertEquals(List.of(), shown);
        assertEquals(Optional.empty(), asked());
        assertTrue(answer().contains("another run is active"), answer());
    }

    @Test
    void refusedLinkIsReportedDuringARun() {
        links.follow(ProvisionLink.refused(), true);
        assertTrue(answer().contains("not a link of Keyhopper"), answer());
    }

    @Test
    void secondLinkDoesNotReplaceAnOpenQuestion() {
        station.requests.put(Samples.request("R7K3M", 3, 1));
        station.requests.put(Samples.request("R2", 3, 1));
        links.follow(ProvisionLink.to(ID), false);
        links.follow(ProvisionLink.to(new RequestId("R2")), false);
        assertEquals(Optional.of(ID), asked());
        assertEquals(List.of(ID), shown);
        links.dismiss();
        links.follow(ProvisionLink.to(new RequestId("R2")), false);
        assertEquals(Optional.of(new RequestId("R2")), asked());
    }

    @Test
    void storeFailureIsReported() {
        station.requests.breakDown();
        links.follow(ProvisionLink.to(ID), false);
        assertTrue(answer().contains("disk full"), answer());
    }
}
