package org.keyhopper.rehearsal.ceremony;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.reconcile.ReconcilePrompts;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.rehearsal.authenticator.model.Personalities;
import org.keyhopper.rehearsal.directory.InMemoryDirectory;
import org.keyhopper.store.StationStore;

/** A station of real parts, except for the card, which is simulated, and the directory, which is in memory. */
final class CeremonyRig implements RunListener, OperatorPrompts, DirectoryPrompts, AutoCloseable {

    final InMemoryDirectory directory = InMemoryDirectory.verifying();
    final OneCardReader reader = new OneCardReader();
    final StationStore store;
    final ConfigurableStation station;
    SoftwareAuthenticator card;

    /** The PIN to enter when asked; empty cancels. */
    String typed = "";

    private final CompletableFuture<Run> run = new CompletableFuture<>();
    private RequestId request;
    private RunPhase phase = RunPhase.PREPARING;
    private Choice onProvisioned = Choice.RESET_AND_PROVISION;

    CeremonyRig(Path home) {
        store = StationStore.open(home);
        station = StationFactory.create(
                store, Authenticators.factory(), Authenticators.verifier(), Authenticators.metadataReader());
        store.accounts().put(new DirectoryAccount("small", "small", new Settings(Map.of())));
        station.add(new OneDirectoryConnector(directory));
        station.add(reader);
    }

    CeremonyRig onProvisioned(Choice choice) {
        onProvisioned = choice;
        return this;
    }

    /** Provisions one person with a card of these traits, and returns the outcome. */
    RecipientState provision(String traits, Profile profile) {
        card = SoftwareAuthenticator.fresh(Personalities.parse(traits));
        request = store.requests()
                .create("Spring", "small", profile, List.of(new Recipient("anna", "Anna Ärmel", "", "")))
                .id();
        reader.insert(card);
        try {
            Run started = station.startManual(request, "", this, this, this);
            run.complete(started);
            started.ended().get(60, TimeUnit.SECONDS);
        } catch (RunRefusedException e) {
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError("no end in " + phase, e);
        }
        return state();
    }

    RecipientState reconcile() {
        station.reconciler()
                .reconcile(ReconcileOrder.all(request, Duration.ZERO), this, new NoOtherDevice())
                .result()
                .orElseThrow();
        return state();
    }

    RecipientState state() {
        return store.requests().find(request).orElseThrow().recipients().getFirst();
    }

    /** Returns whether the card is in its factory state. */
    boolean cardIsBlank() {
        return card.state().credentials().isEmpty() && !card.state().pin().isSet();
    }

    @Override
    public void changed(RunSnapshot snapshot) {
        if (snapshot.phase() == phase) {
            return;
        }
        phase = snapshot.phase();
        switch (phase) {
            case READY -> choose(Choice.PROVISION);
            case ALREADY_PROVISIONED -> choose(onProvisioned);
            case UNUSABLE_DEVICE -> choose(Choice.FAIL_USER);
            case DEVICE_PULLED -> choose(Choice.SET_ASIDE);
            // The card stays in the reader for the following steps of the test.
            case REMOVE_PROVISIONED, REMOVE_FAILED -> choose(Choice.STOP);
            default -> {}
        }
    }

    private void choose(Choice choice) {
        run.thenAccept(started -> started.choose(choice));
    }

    @Override
    public void happened(RunEvent event) {
        // Choices are determined by the phase.
    }

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(Secret.of(typed));
    }

    @Override
    public void instruct(Instruction instruction) {
        // Cards require no user action.
    }

    @Override
    public void openBrowser(URI address) {
        throw new UnsupportedOperationException("no browser");
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        throw new UnsupportedOperationException("no screen");
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        // No waiting is required.
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void close() {
        station.close();
        store.close();
    }

    /** An operator without any device other than the one in the reader. */
    private static final class NoOtherDevice implements ReconcilePrompts {

        @Override
        public void insert(List<AwaitedDevice> awaited) {
            // It is not awaited.
        }

        @Override
        public boolean isGivenUp(RecipientId recipient) {
            return false;
        }
    }
}
