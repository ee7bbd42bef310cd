package org.keyhopper.ui.model.automatic;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.ui.fakes.AutomaticSamples;
import org.keyhopper.ui.fakes.FakeAutomaticRun;
import org.keyhopper.ui.fakes.FakePrinters;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.check.RunCheck;
import org.keyhopper.ui.model.manual.Cue;
import org.keyhopper.ui.model.manual.Cues;

/** The Automatic perspective with a run that is controlled by the test. */
final class AutomaticFixture {

    static final String NAME = "Evolis Primacy 2";

    static final Set<PrinterChoice> STUCK =
            Set.of(PrinterChoice.CONTINUE, PrinterChoice.REJECT_CARD, PrinterChoice.GIVE_UP);

    final FakeStation station;
    final DirectoryInteraction signIn;
    final AutomaticPresenter presenter;
    final ProvisioningRequest request = Samples.request("R1", 120, 14);
    final RecipientState first = pending(0);
    final RecipientState second = pending(1);
    final FakeAutomaticRun run =
            new FakeAutomaticRun(moment(AutomaticPhase.PREPARING, AutomaticSamples.idle(NAME, PrinterPhase.CHECKING)));
    final List<Cue> cues = new ArrayList<>();

    AutomaticFixture() {
        this(TestContext.of(new FakeStation()));
    }

    AutomaticFixture(WorkbenchContext context) {
        station = (FakeStation) context.station();
        signIn = new DirectoryInteraction(context, address -> {});
        Cues given = new Cues();
        given.follow(cues::add);
        presenter = new AutomaticPresenter(context, new RunCheck(context), given);
        station.requests.put(request);
        station.printers.add("evolis-service://127.0.0.1:18000/P2", NAME, FakePrinters.ready());
        station.automatic = order -> run;
    }

    private RecipientState pending(int index) {
        return request.recipients().stream()
                .filter(state -> state.outcome() == Outcome.PENDING)
                .toList()
                .get(index);
    }

    AutomaticSnapshot moment(AutomaticPhase phase, PrinterSnapshot... printers) {
        return AutomaticSamples.run(request, phase, AutomaticSamples.UNDER_WAY, printers);
    }

    AutomaticSnapshot fault(CardLocation card, Problem problem) {
        return moment(
                AutomaticPhase.RUNNING,
                AutomaticSamples.fault(NAME, PrinterPhase.NEEDS_OPERATOR, card, first, problem, STUCK));
    }

    /** Starts work on the first recipient's card. */
    void work() {
        run.show(moment(AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, first, Optional.empty(), 1)));
    }

    void start() {
        presenter.prepare(request.id());
        presenter.start(signIn);
    }

    RunScreen screen() {
        return assertInstanceOf(RunScreen.class, presenter.states().get().screen());
    }

    PrinterView printer() {
        return screen().printers().getFirst();
    }

    List<AutomaticAction> actions() {
        return screen().buttons().stream().map(AutomaticButton::action).toList();
    }
}
