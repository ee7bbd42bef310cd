package org.keyhopper.ui.model.manual;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.check.RunCheck;

/** A manual perspective with a run whose state is supplied by the test. */
abstract class ManualPresenterRig {

    final FakeStation station = new FakeStation();
    final WorkbenchContext context = TestContext.of(station);
    final DirectoryInteraction signIn = new DirectoryInteraction(context, address -> {});
    final Cues cues = new Cues();
    final ManualPresenter presenter = new ManualPresenter(context, new RunCheck(context), cues);
    final ProvisioningRequest request = Samples.request("R1", 120, 14);
    final FakeRun run = new FakeRun(Samples.insert(request));

    @BeforeEach
    void begin() {
        station.requests.put(request);
        station.runs = any -> run;
    }

    ManualState shown() {
        return presenter.states().get();
    }

    void start() {
        presenter.start(request.id(), null, signIn);
    }

    List<String> labels() {
        return shown().main().stream()
                .map(button -> button.label().replace("&", ""))
                .toList();
    }
}
