package org.keyhopper.ui.model.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
