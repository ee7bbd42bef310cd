package org.keyhopper.ui.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.fakes.FakeNetwork;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;

class NetworkPresenterTest {

    private static final Secret NONE = Secret.of("");

    private final FakeNetwork network = new FakeNetwork();
    private final NetworkPresenter presenter = new NetworkPresenter(TestContext.of(new FakeStation()), network);

    private NetworkState state() {
        return presenter.states().get();
    }

    @Test
    void settingsAreSaved() {
        presenter.save(
                new NetworkForm(" proxy.example:3128 ", "anna", "a.example, .b.example", "/etc/ssl/contoso.pem"),
                Secret.of("geheim"));
        assertTrue(state().saved());
        NetworkSettings.Proxy proxy = network.settings().proxy().orElseThrow();
        assertEquals("proxy.example:3128", proxy.address());
        assertEquals(Optional.of("anna"), proxy.user());
        assertEquals(List.of("a.example", ".b.example"), proxy.direct());
        assertEquals(
                Optional.of(Path.of("/etc/ssl/contoso.pem").toAbsolutePath()),
                network.settings().authorities());
        assertTrue(network.hasPassword());
    }

    @Test
    void emptyPasswordKeepsTheStoredOne() {
        NetworkForm form = new NetworkForm("proxy.example:3128", "anna", "", "");
        presenter.save(form, Secret.of("geheim"));
        NetworkPresenter again = new NetworkPresenter(TestContext.of(new FakeStation()), network);
        assertEquals(form, again.states().get().form());
        assertTrue(again.states().get().hasPassword());
        again.save(form, NONE);
        assertTrue(network.hasPassword());
    }

    @Test
    void emptyFieldsMeanTheSystemSettings() {
        presenter.save(new NetworkForm("proxy.example:3128", "", "", ""), NONE);
        presenter.save(new NetworkForm("", "", "", ""), NONE);
        assertEquals(NetworkSettings.SYSTEM, network.settings());
    }

    @Test
    void aPasswordWithoutAccountIsNotLost() {
        presenter.save(new NetworkForm("proxy.example:3128", "", "", ""), Secret.of("geheim"));
        assertFalse(state().saved());
        assertEquals(Tint.BAD, state().notice().orElseThrow().tint());
        assertEquals(NetworkSettings.SYSTEM, network.settings());
    }

    @Test
    void refusedSettingsStayOpen() {
        presenter.save(new NetworkForm("proxy.example", "", "", ""), NONE);
        assertFalse(state().saved());
        assertEquals(Tint.BAD, state().notice().orElseThrow().tint());
        network.refusal = Optional.of(Problem.of(NetworkProblem.BAD_AUTHORITIES, "x.pem"));
        presenter.save(new NetworkForm("", "", "", "x.pem"), NONE);
        assertFalse(state().saved());
        assertTrue(state().notice().orElseThrow().text().contains("x.pem"));
    }
}
