package org.keyhopper.ui.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.request.DeviceQuestion;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.ui.fakes.FakeEscrow;
import org.keyhopper.ui.fakes.FakeNetwork;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.internal.dialogs.AwaitedDeviceDialog;
import org.keyhopper.ui.internal.dialogs.CheckDialog;
import org.keyhopper.ui.internal.dialogs.ConfirmDeviceDialog;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.ConsentDialog;
import org.keyhopper.ui.internal.dialogs.DeviceCodeDialog;
import org.keyhopper.ui.internal.dialogs.FindPersonDialog;
import org.keyhopper.ui.internal.dialogs.HopperDialog;
import org.keyhopper.ui.internal.dialogs.InitialPinDialog;
import org.keyhopper.ui.internal.dialogs.LastPinTryDialog;
import org.keyhopper.ui.internal.dialogs.LettersDialog;
import org.keyhopper.ui.internal.dialogs.ModeDialog;
import org.keyhopper.ui.internal.dialogs.NetworkDialog;
import org.keyhopper.ui.internal.dialogs.PasskeysDialog;
import org.keyhopper.ui.internal.dialogs.PinDialog;
import org.keyhopper.ui.internal.dialogs.PinFormDialog;
import org.keyhopper.ui.internal.dialogs.PinOfficeDialog;
import org.keyhopper.ui.internal.dialogs.PreferencesDialog;
import org.keyhopper.ui.internal.dialogs.RenameDialog;
import org.keyhopper.ui.internal.dialogs.SealedPinDialog;
import org.keyhopper.ui.internal.dialogs.SignInTrialDialog;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.check.CheckState;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.network.NetworkPresenter;
import org.keyhopper.ui.model.pins.PinOfficePresenter;
import org.keyhopper.ui.model.preferences.Preferences;
import org.keyhopper.ui.model.preferences.PreferencesPresenter;
import org.keyhopper.ui.model.preferences.PreferencesStore;
import org.keyhopper.ui.model.results.AwaitedState;

/** Dialogs that open by themselves or late in a workflow, opened with sample data. UI thread. */
final class GalleryDialogs {

    private static final String PERSON = "Mara Köhler";
    private static final String AUTHORITIES = "/etc/ssl/private-authorities/contoso-inspection-2026.pem";

    private final Shell shell;
    private final WorkbenchModel model;
    private final FakeStation station;
    private final Messages messages;

    private GalleryDialogs(Shell shell, WorkbenchModel model, FakeStation station) {
        this.shell = shell;
        this.model = model;
        this.station = station;
        messages = model.context().messages();
    }

    /** Returns the actions that open each dialog, by name. */
    static Map<String, Runnable> of(Shell shell, WorkbenchModel model, FakeStation station) {
        GalleryDialogs dialogs = new GalleryDialogs(shell, model, station);
        PeopleGallery.makeOdd(station.directory);
        PeopleGallery.hold(station);
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("passkeys", () -> new PasskeysDialog(shell, dialogs.messages, model.passkeys(PeopleGallery.HOLDER)));
        all.put("revoke", dialogs::revoke);
        all.put("preferences", dialogs::preferences);
        all.put(
                "find",
                () -> new FindPersonDialog(
                        shell, dialogs.messages, model.manual().finder()));
        all.put("rename", () -> RenameDialog.open(shell, dialogs.messages, "Berlin office Q4", name -> {}));
        all.put("hopper", () -> HopperDialog.open(shell, dialogs.messages, 100, cards -> {}));
        all.put("try-sign-in", () -> new SignInTrialDialog(shell, dialogs.messages, PERSON, result -> {}));
        all.put("network", dialogs::network);
        all.put("network-refused", dialogs::networkRefused);
        all.put("mend", () -> new ConsentDialog(shell, dialogs.messages, PeopleGallery.question(model)));
        all.put("reconcile", dialogs::reconcile);
        all.put("reconcile-give-up", dialogs::giveUp);
        all.put("check", () -> dialogs.check(CheckGallery.underWay(model)));
        all.put("check-decide", () -> dialogs.check(CheckGallery.decision(model)));
        all.put("pin-new", () -> dialogs.pin(PinQuestion.Kind.NEW, OptionalInt.empty()));
        all.put("pin-existing", () -> dialogs.pin(PinQuestion.Kind.EXISTING, OptionalInt.of(5)));
        all.put("pin-wrong", dialogs::wrongPin);
        all.put("pin-last-try", () -> new LastPinTryDialog(shell, dialogs.messages, PERSON, yes -> {}));
        all.put("pin-shown", () -> InitialPinDialog.open(shell, dialogs.messages, PERSON, Secret.of("483920")));
        all.put("pin-office", dialogs::pinOffice);
        all.put("pin-sealed", () -> SealedPinDialog.open(shell, dialogs.messages, PERSON, key -> {}));
        all.put(
                "pin-letters",
                () -> new LettersDialog(shell, dialogs.messages, Set.of(1, 2, 3), look -> {}, order -> {}));
        all.put("confirm-device", dialogs::confirmDevice);
        all.put("pin-unlock", () -> dialogs.pinForm(DeviceAction.UNLOCK));
        all.put("pin-change", () -> dialogs.pinForm(DeviceAction.CHANGE_PIN));
        all.put("device-code", dialogs::deviceCode);
        all.put("link", dialogs::link);
        all.put("link-refused", () -> dialogs.inform("link.title", dialogs.messages.text("link.unknown", "XXXXX")));
        all.put(
                "support",
                () -> dialogs.inform("support.title", dialogs.messages.text("support.done", "/tmp/file.zip")));
        all.put("exit", dialogs::exit);
        return all;
    }

    private void reconcile() {
        RequestId request = new RequestId("R1");
        String question = messages.text("reconcile.giveUp.registered", PERSON);
        new AwaitedDeviceDialog(
                shell,
                messages,
                model.results(),
                new AwaitedState(
                        messages.text("reconcile.insert", PERSON),
                        List.of(
                                new AwaitedState.Row(
                                        new RecipientId(request, 2),
                                        PERSON,
                                        "YubiKey 5 NFC, 27481093",
                                        "HID Global OMNIKEY 5422 Smartcard Reader",
                                        question),
                                new AwaitedState.Row(
                                        new RecipientId(request, 5), "Jonas Weber", "Idemia ID-One Key", "", question)),
                        messages.text("reconcile.progress", 1, 3),
                        Optional.of(new Notice(messages.text("reconcile.another", "11223344"), Tint.ATTENTION))));
    }

    private void giveUp() {
        ConfirmationDialogs.ask(
                shell,
                messages,
                messages.text("reconcile.giveUp.title"),
                messages.text("reconcile.giveUp.registered", PERSON),
                messages.text("reconcile.giveUp.confirm"),
                () -> {});
    }

    private void preferences() {
        PreferencesStore store = new PreferencesStore() {
            @Override
            public Preferences read() {
                return Preferences.DEFAULT;
            }

            @Override
            public void save(Preferences preferences) {}
        };
        PreferencesPresenter presenter = new PreferencesPresenter(model.context(), store, preferences -> {});
        new PreferencesDialog(shell, messages, presenter, Optional.of(() -> {}));
    }

    private void revoke() {
        ConfirmationDialogs.revoke(shell, messages, PeopleGallery.confirmation(model), () -> {});
    }

    private void check(CheckState state) {
        new CheckDialog(shell, messages, model.check(), state);
    }

    private void pinOffice() {
        ProvisioningRequest request = NoActions.mixed();
        station.requests.put(request);
        FakeEscrow escrow = new FakeEscrow();
        station.escrow = Optional.of(escrow);
        request.recipients().stream().limit(9).forEach(person -> escrow.keep(person.id(), new byte[] {1}, Samples.NOW));
        escrow.clock = Clock.fixed(Samples.NOW.minus(Duration.ofDays(20)), ZoneOffset.UTC);
        escrow.release(new PinReleaseOrder(request.id(), Set.of(1, 2, 3, 4, 5), "Berlin", "kim"));
        escrow.handOver(new RecipientId(request.id(), 2));
        escrow.confirmReceipt(new RecipientId(request.id(), 3));
        new PinOfficeDialog(shell, messages, new PinOfficePresenter(model.context(), request.id(), "kim"));
    }

    private void pin(PinQuestion.Kind kind, OptionalInt retries) {
        new PinDialog(shell, messages, new PinQuestion(kind, PERSON, 6, retries), secret -> {});
    }

    private void wrongPin() {
        Problem refusal = Problem.of(DeviceProblem.PIN_INVALID, "6");
        new PinDialog(
                shell,
                messages,
                new PinQuestion(PinQuestion.Kind.EXISTING, PERSON, 6, OptionalInt.of(6), Optional.of(refusal)),
                secret -> {});
    }

    private void confirmDevice() {
        DeviceQuestion question = new DeviceQuestion("Crescendo Key", Duration.ofMinutes(2));
        new ConfirmDeviceDialog(shell, messages, question, label -> {});
    }

    private void pinForm(DeviceAction action) {
        if (model.devices().pinForm(action).isEmpty()) {
            DevicesGallery.fill(station);
            model.go(Perspective.DEVICES);
        }
        new PinFormDialog(
                shell,
                messages,
                model.devices().pinForm(action).orElseThrow(),
                (typed, result) -> result.accept(Optional.of("The PIN is wrong.")));
    }

    private void deviceCode() {
        new DeviceCodeDialog(
                shell,
                messages,
                new DirectoryInteraction.DeviceCode(
                        "HJKR-4TWQ",
                        URI.create("https://microsoft.com/devicelogin"),
                        Instant.now().plusSeconds(840),
                        () -> {}),
                ManualGallery.CLOCK);
    }

    private void link() {
        ModeDialog.open(
                shell,
                messages,
                messages.text("link.title"),
                messages.text("link.question", "Newcomers in March", "contoso", 14),
                model.requests().modes(),
                mode -> {});
    }

    private void inform(String title, String text) {
        ConfirmationDialogs.inform(shell, messages, messages.text(title), text);
    }

    private void network() {
        FakeNetwork network = new FakeNetwork();
        network.change(settings("proxy.contoso.example:3128"), Optional.of(Secret.of("geheim")));
        new NetworkDialog(shell, messages, new NetworkPresenter(model.context(), network));
    }

    private void networkRefused() {
        FakeNetwork network = new FakeNetwork();
        network.change(settings("proxy.contoso.example:3128"), Optional.empty());
        network.refusal = Optional.of(Problem.of(NetworkProblem.BAD_AUTHORITIES, AUTHORITIES));
        NetworkPresenter presenter = new NetworkPresenter(model.context(), network);
        new NetworkDialog(shell, messages, presenter);
        presenter.save(presenter.states().get().form(), Secret.of(""));
    }

    private static NetworkSettings settings(String proxy) {
        return new NetworkSettings(
                NetworkSettings.Proxy.parse(proxy, Optional.of("keyhopper"), List.of(".contoso.example", "10.0.0.7")),
                Optional.of(Path.of(AUTHORITIES)));
    }

    private void exit() {
        ConfirmationDialogs.ask(
                shell,
                messages,
                messages.text("product"),
                messages.text("exit.question"),
                messages.text("exit.confirm"),
                () -> {});
    }
}
