package org.keyhopper.ui.model.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeDevice;
import org.keyhopper.ui.fakes.FakeOperator;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

/** A devices perspective with a card of Mara Köhler and a new key. */
abstract class DevicesPresenterRig {

    static final CredentialId MARAS = CredentialId.of(new byte[] {1});
    static final CredentialId STRANGE = CredentialId.of(new byte[] {2});
    final FakeStation station = new FakeStation();
    final FakeOperator operator = new FakeOperator();
    final DevicesPresenter presenter = new DevicesPresenter(TestContext.of(station), operator);
    final FakeDevice card = FakeDevice.card("0A3F", "4711")
            .with(1, "login.microsoft.com", "mara@contoso.example", "Mara Köhler")
            .with(2, "github.com", "mk", "");
    final FakeDevice key = FakeDevice.key("77", "");
    final List<Optional<String>> reported = new ArrayList<>();

    @BeforeEach
    void give() {
        station.inventory.put(DeviceSamples.given(1, "Mara Köhler", "0A3F"));
    }

    DevicesState shown() {
        return presenter.states().get();
    }

    void enterWith(FakeDevice... devices) {
        for (FakeDevice device : devices) {
            station.devices.insert(device);
        }
        presenter.enter();
    }

    String fact(String label) {
        return shown().device().orElseThrow().facts().stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::value)
                .findFirst()
                .orElseThrow();
    }

    void submit(DeviceAction action, String current, String next) {
        presenter.submit(action, new TypedPins(Secret.of(current), Secret.of(next)), reported::add);
    }

    void assertStillRegistered(String done) {
        Notice notice = shown().notice().orElseThrow();
        assertEquals(done + " run.passkey-still-registered.", notice.text());
        assertEquals(Tint.ATTENTION, notice.tint());
        assertTrue(shown().offers(DeviceAction.REVOKE));
        assertEquals("Mara Köhler", presenter.formerHolder().orElseThrow().name());
    }
}
