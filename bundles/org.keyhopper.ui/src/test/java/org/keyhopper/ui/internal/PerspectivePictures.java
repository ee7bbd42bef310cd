package org.keyhopper.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.ui.fakes.FakeAutomaticRun;
import org.keyhopper.ui.fakes.FakeDevice;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.internal.automatic.AutomaticView;
import org.keyhopper.ui.internal.devices.DevicesView;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.PairReaderDialog;
import org.keyhopper.ui.internal.dialogs.PinFormDialog;
import org.keyhopper.ui.internal.manual.ManualView;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.internal.requests.RequestsView;
import org.keyhopper.ui.internal.results.ResultsView;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.automatic.PairReaderPresenter;
import org.keyhopper.ui.model.devices.DeviceAction;

/** Shows the perspectives with sample data in a gallery. */
final class PerspectivePictures {

    private final Gallery gallery;
    private final Shell shell;
    private final FakeStation station;
    private final WorkbenchModel model;

    PerspectivePictures(Gallery gallery, FakeStation station) {
        this.gallery = gallery;
        this.shell = gallery.shell();
        this.station = station;
        this.model = gallery.model();
    }

    void manual() {
        ManualView view = new ManualView(
                gallery.createParent(Perspective.MANUAL), gallery, action -> {}, new NoCandidateActions());
        gallery.open();
        StateSubscription.follow(view, model.manual().states(), view::show);
        view.focusInitial();
        gallery.picture("manual-idle");
        FakeRun run = new FakeRun(Samples.insert(Samples.request("R1", 120, 1)));
        station.requests.put(run.snapshot().request());
        station.runs = request -> run;
        station.inventory.put(ManualGallery.FORMER);
        model.manual().start(run.snapshot().request().id(), null, model.signIn());
        gallery.picture("manual-first");
        List<Rectangle> cards = gallery.cards();
        for (var moment : ManualGallery.moments().entrySet()) {
            run.show(moment.getValue());
            gallery.picture("manual-" + moment.getKey());
            if (ManualGallery.USUAL.contains(moment.getKey())) {
                gallery.checkPlaces("manual-" + moment.getKey(), cards);
            }
        }
        run.end();
    }

    void automatic() {
        AutomaticView view =
                new AutomaticView(gallery.createParent(Perspective.AUTOMATIC), gallery, new NoAutomaticActions(model));
        gallery.open();
        StateSubscription.follow(view, model.automatic().states(), view::show);
        view.focusInitial();
        gallery.picture("automatic-idle");
        AutomaticGallery.equip(station);
        var moments = AutomaticGallery.moments();
        var request = moments.get("running").request();
        station.requests.put(request);
        model.automatic().prepare(request.id());
        gallery.picture("automatic-setup");
        FakeAutomaticRun run = new FakeAutomaticRun(moments.get("checking"));
        station.automatic = order -> run;
        model.automatic().start(model.signIn());
        for (var moment : moments.entrySet()) {
            run.show(moment.getValue());
            gallery.picture("automatic-" + moment.getKey());
        }
        run.end();
        AutomaticGallery.addUnreachable(station);
        model.automatic().prepare(request.id());
        gallery.picture("automatic-setup-looking");
        model.automatic().setup().choose(station.printers.found.getLast().address(), true);
        gallery.picture("automatic-setup-bad");
        PairReaderPresenter pairReader = model.pairReaderPresenter(List.of());
        new PairReaderDialog(shell, gallery.messages(), pairReader, () -> {});
        gallery.dialog("automatic-teach");
    }

    void requests() {
        RequestsView view = new RequestsView(
                gallery.createParent(Perspective.REQUESTS), gallery, NoActions.REQUESTS, NoActions.ASSISTANT);
        gallery.open();
        StateSubscription.follow(view, model.requests().states(), view::show);
        StateSubscription.follow(view, model.assistant().states(), view::show);
        station.requests.list().forEach(request -> station.requests.remove(request.id()));
        model.requests().refresh();
        gallery.picture("requests-first");
        model.assistant().begin();
        gallery.picture("requests-assistant-directory");
        NoActions.configure(station);
        model.assistant().refresh();
        gallery.picture("requests-assistant-request");
        model.assistant().goOn();
        gallery.picture("requests-assistant-device");
        model.assistant().goOn();
        gallery.picture("requests-assistant-done");
        model.assistant().close();
        model.requests().refresh();
        gallery.picture("requests-empty");
        NoActions.fill(station);
        model.requests().refresh();
        gallery.picture("requests-full");
        model.requests().refreshPeople(model.signIn());
        gallery.picture("requests-refreshed");
        view.focusInitial();
        gallery.picture("requests-focus");
    }

    void results() {
        ResultsView view = new ResultsView(gallery.createParent(Perspective.RESULTS), gallery, NoActions.RESULTS);
        gallery.open();
        StateSubscription.follow(view, model.results().states(), view::show);
        gallery.picture("results-empty");
        station.requests.put(NoActions.mixed());
        model.results().show(NoActions.mixed().id());
        view.focusInitial();
        gallery.picture("results-mixed");
        ((Table) gallery.find("results.table")).select(3);
        gallery.find("results.table").notifyListeners(SWT.Selection, new Event());
        gallery.picture("results-selected");
    }

    void devices() {
        DevicesView view =
                new DevicesView(gallery.createParent(Perspective.DEVICES), gallery, DevicesGallery.NO_ACTIONS);
        gallery.open();
        StateSubscription.follow(view, model.devices().states(), view::show);
        StateSubscription.follow(view, model.inventory().states(), view::show);
        model.go(Perspective.DEVICES);
        gallery.picture("devices-none");
        FakeDevice card = DevicesGallery.fill(station);
        view.focusInitial();
        gallery.picture("devices-locked");
        DevicesGallery.unlock(model.devices());
        gallery.picture("devices-open");
        ((Table) gallery.find("devices.credentials")).select(1);
        gallery.find("devices.credentials").notifyListeners(SWT.Selection, new Event());
        gallery.find("devices.DELETE").setFocus();
        gallery.picture("devices-selected");
        ConfirmationDialogs.reset(
                shell, gallery.messages(), model.devices().resetConfirmation().orElseThrow(), () -> {});
        gallery.dialog("devices-reset");
        new PinFormDialog(
                shell,
                gallery.messages(),
                model.devices().pinForm(DeviceAction.CHANGE_PIN).orElseThrow(),
                (typed, result) -> result.accept(Optional.of("The PIN is wrong.")));
        gallery.dialog("devices-pin");
        station.devices.remove(card);
        station.deviceManagement.whileOut = () -> gallery.picture("devices-putback");
        gallery.picture("devices-key");
        model.devices().reset(model.devices().resetConfirmation().orElseThrow());
        gallery.picture("devices-after");
        station.deviceManagement.instead = Optional.of(Answer.failed(Problem.of(DeviceProblem.RESET_NOT_POSSIBLE)));
        model.devices().reset(model.devices().resetConfirmation().orElseThrow());
        gallery.picture("devices-refused");
        model.inventory().refresh();
        view.showInventory();
        gallery.picture("devices-inventory");
        if (gallery.find("devices.notice").isVisible()) {
            System.out.println("devices-inventory: the notice of a device is still there");
        }
    }
}
