package org.keyhopper.ui.model.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.central.CentralStatus.Connection;
import org.keyhopper.core.central.ServerIdentity;
import org.keyhopper.ui.fakes.FakeMembership;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

class CentralPresenterTest {

    private static final URI ADDRESS = URI.create("https://central.contoso.example");
    private static final CentralAccess OPERATOR =
            new CentralAccess(Optional.of("Olivia Operator"), EnumSet.of(CentralPrivilege.PROVISION_NOW));

    private final FakeStation station = new FakeStation();
    private final List<URI> opened = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private boolean running;
    private final CentralPresenter presenter = new CentralPresenter(
            TestContext.of(station),
            new CentralPresenter.Surroundings(
                    opened::add, () -> running, () -> events.add("changed"), () -> events.add("allowed"), later::add));

    private CentralState state() {
        return presenter.states().get();
    }

    private String notice() {
        return state().notice().map(Notice::text).orElse("");
    }

    private void serve(boolean trusted) {
        station.central.server = Optional.of(new ServerIdentity(ADDRESS, "0123456789abcdef", "CN=Contoso CA", trusted));
    }

    @Test
    void fingerprintOfAnUnknownServerIsShownAndBecomesTheOnlyKey() {
        serve(false);
        presenter.identify(new JoinForm("central.contoso.example/", ""));
        CentralState.Server shown = state().server().orElseThrow();
        assertEquals("0123 4567 89ab cdef", shown.fingerprint());
        assertTrue(shown.text().contains("CN=Contoso CA"), shown.text());
        assertEquals(List.of(), station.central.orders, "nothing is sent before the operator has confirmed the server");
        presenter.join(Secret.of(FakeMembership.CODE));
        assertEquals(
                Optional.of("0123456789abcdef"),
                station.central.orders.getFirst().fingerprint());
        assertEquals(
                "central.contoso.example", station.central.orders.getFirst().name());
        assertTrue(state().isJoined());
        assertEquals(
                List.of("allowed", "changed"),
                events.stream().distinct().sorted().toList());
    }

    @Test
    void serverOfAKnownAuthorityIsNotPinned() {
        serve(true);
        presenter.identify(new JoinForm("https://central.contoso.example", "Main"));
        presenter.join(Secret.of(FakeMembership.CODE));
        assertEquals(Optional.empty(), station.central.orders.getFirst().fingerprint());
        assertTrue(state().header().text().startsWith("Main · no one signed in · connected"), state().header()::text);
    }

    @Test
    void addressOfAnotherSchemeIsRefused() {
        serve(true);
        for (String address : List.of("http://central.contoso.example", "ftp://x", "https://a:b@c.example", "")) {
            presenter.identify(new JoinForm(address, ""));
            assertTrue(notice().contains("https://"), address);
            assertEquals(Optional.empty(), state().server());
        }
    }

    @Test
    void nothingIsJoinedBeforeAServerWasShown() {
        serve(true);
        presenter.join(Secret.of(FakeMembership.CODE));
        assertEquals(List.of(), station.central.orders);
    }

    @Test
    void stationNeitherJoinsNorLeavesDuringARun() {
        serve(true);
        presenter.identify(new JoinForm(ADDRESS.toString(), ""));
        running = true;
        presenter.join(Secret.of(FakeMembership.CODE));
        assertFalse(station.central.isJoined());
        station.central.joined(OPERATOR);
        presenter.leave();
        assertTrue(station.central.isJoined());
        assertTrue(notice().contains("run is active"), notice());
    }

    @Test
    void operatorSignsInThroughTheBrowser() {
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        presenter.signIn();
        assertEquals(1, opened.size());
        assertTrue(state().operator());
        assertTrue(state().header().text().contains("Olivia Operator"), state().header()::text);
        assertTrue(events.contains("allowed"));
        presenter.signOut();
        assertFalse(state().operator());
    }

    @Test
    void signInThatWasGivenUpIsReported() {
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        station.central.next = Optional.empty();
        presenter.signIn();
        assertFalse(state().operator());
        assertFalse(state().signingIn());
        assertTrue(notice().startsWith("central.sign-in-cancelled"), notice());
    }

    @Test
    void lostCentralSaysWhatIsKnownWhatWaitsAndWhatToDoAndIsAskedAgain() {
        station.central.joined(OPERATOR);
        presenter.refresh();
        station.central.lose(Connection.LOST, Problem.of(CentralConnectionProblem.UNREACHABLE, ADDRESS.toString()));
        assertEquals(Tint.ATTENTION, state().header().tint());
        assertTrue(notice().contains("as they were last read. No results are waiting to be sent."), notice());
        assertTrue(notice().contains("continues automatically"), notice());
        assertEquals(1, later.size(), "asked again once, although two callers noticed the loss");
        station.central.joined(OPERATOR);
        later.getFirst().run();
        assertEquals(Tint.GOOD, state().header().tint());
        assertEquals("", notice());
        assertEquals(1, later.size());
    }

    @Test
    void endedSignInIsNotAnOutage() {
        station.central.joined(OPERATOR);
        station.central.lose(
                Connection.SIGNED_OUT, Problem.of(CentralConnectionProblem.SIGN_IN_ENDED, ADDRESS.toString()));
        assertTrue(state().signedOut());
        assertTrue(notice().contains("Sign in again"), notice());
        assertEquals(List.of(), later);
    }

    @Test
    void leavingShowsTheStationsOwnRequestsAgain() {
        station.central.joined(OPERATOR);
        presenter.refresh();
        assertTrue(presenter.leaveQuestion().startsWith("Leave Main?"), presenter.leaveQuestion());
        presenter.leave();
        assertFalse(state().isJoined());
        assertEquals("", state().header().text());
        assertTrue(events.contains("changed"));
        assertTrue(notice().contains("could not be reached"), notice());
    }

    @Test
    void membershipIsShownWithWhatItAllows() {
        station.central.joined(OPERATOR);
        presenter.refresh();
        List<String> values = state().facts().stream().map(Fact::value).toList();
        assertTrue(values.containsAll(List.of("Main", "Desk 1", "Olivia Operator", "provision")), values::toString);
    }

    @Test
    void whatIsNotAllowedIsExplained() {
        station.central.joined(OPERATOR);
        Permissions permissions = Permissions.of(TestContext.of(station));
        assertFalse(permissions.own());
        assertEquals(Optional.empty(), permissions.provision());
        assertTrue(permissions.report().orElseThrow().contains("save reports"));
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        assertTrue(Permissions.of(TestContext.of(station))
                .provision()
                .orElseThrow()
                .contains("Sign in"));
    }
}
