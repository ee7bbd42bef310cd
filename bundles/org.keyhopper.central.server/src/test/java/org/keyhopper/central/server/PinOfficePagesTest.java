package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.PinDelivery;

/** The page of the PIN office: whose PIN is where. */
class PinOfficePagesTest extends PortalFixture {

    private Enrolment one;
    private TestBrowser office;
    private String path;

    private static String text(String key) {
        return PageTemplates.text(Locale.ENGLISH, key);
    }

    @BeforeEach
    void escrow() throws Exception {
        one = database.store().write(in -> {
            ProvisioningRequest found =
                    in.requestWithRecipients(new RequestId(request)).orElseThrow();
            Enrolment claimed = in.enrolments()
                    .claimNext(found, "desk", "a", Duration.ofMinutes(1))
                    .orElseThrow();
            SealedPin pin = SealedPin.proposed(claimed.claim(), claimed.recipient(), new byte[] {1}, in.now());
            in.escrow().put(pin.accepted());
            return claimed;
        });
        office = signedIn(Role.PIN_OFFICER);
        path = "/requests/" + request + "/pins";
    }

    private void released(Duration ago) {
        database.store().write(in -> {
            SealedPin pin = in.escrow().find(one.claim()).orElseThrow();
            in.escrow().put(pin.with(PinDelivery.NONE.released(in.now().minus(ago))));
            return in;
        });
    }

    private PinDelivery.State state() {
        return database.store()
                .write(in ->
                        in.escrow().find(one.claim()).orElseThrow().delivery().state());
    }

    private HttpResponse<String> marked(String mark, String field, String value) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of("csrf", TestBrowser.csrf(page(office, path)), "mark", mark));
        form.put(field, value);
        return office.post(path + "/delivery", form);
    }

    @Test
    void letterThatIsScannedIsHandedOver() throws Exception {
        String code = request + "-" + one.recipient().position();
        HttpResponse<String> early = marked("delivered", "scanned", code);
        assertEquals(422, early.statusCode());
        assertTrue(early.body().contains("must be released before a handover"), early.body());
        released(Duration.ZERO);
        HttpResponse<String> unknown = marked("delivered", "scanned", "<b>R7K3M-99");
        assertEquals(422, unknown.statusCode());
        assertTrue(unknown.body().contains("&lt;b&gt;R7K3M-99"), unknown.body());
        HttpResponse<String> done = marked("delivered", "scanned", code.toLowerCase(Locale.ROOT) + " ");
        assertEquals(303, done.statusCode());
        assertEquals(PinDelivery.State.HANDED_OVER, state());
        String there =
                page(office, path + "?last=" + one.recipient().position()).body();
        assertTrue(there.contains(text("pins.recorded")), there);
    }

    @Test
    void selectedPeopleAreConfirmedAndListedByState() throws Exception {
        released(Duration.ZERO);
        String position = Integer.toString(one.recipient().position());
        assertEquals(422, marked("received", "position", "x").statusCode(), "none is selected");
        assertEquals(303, marked("received", "position", position).statusCode());
        assertEquals(PinDelivery.State.CONFIRMED, state());
        assertTrue(page(office, path + "?show=CONFIRMED").body().contains("data-release"));
        assertFalse(page(office, path + "?show=SEALED").body().contains("data-release"));
        TestBrowser operator = signedIn(Role.OPERATOR);
        String csrf = TestBrowser.csrf(page(operator, "/"));
        Map<String, String> form = Map.of("csrf", csrf, "mark", "received", "position", position);
        assertEquals(403, operator.post(path + "/delivery", form).statusCode());
    }

    @Test
    void overduePinsAreOnTheOverview() throws Exception {
        released(Duration.ofDays(1));
        assertFalse(page(office, "/").body().contains(text("overview.overdue")));
        released(Duration.ofDays(15));
        assertTrue(page(office, "/").body().contains(text("overview.overdue")));
        assertTrue(page(office, path + "?show=OVERDUE").body().contains("data-release"));
        assertFalse(page(signedIn(Role.OPERATOR), "/").body().contains(text("overview.overdue")));
    }
}
