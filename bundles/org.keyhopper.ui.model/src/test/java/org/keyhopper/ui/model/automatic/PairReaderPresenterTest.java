package org.keyhopper.ui.model.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.printer.Commissioning.Stage;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.run.StepProgress.State;
import org.keyhopper.ui.fakes.FakePrinters;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;

class PairReaderPresenterTest {

    private final FakeStation station = new FakeStation();
    private final PrinterAddress printer =
            station.printers.add("evolis-service://pc/P2", "Primacy 2", FakePrinters.ready());

    private PairReaderPresenter open() {
        return new PairReaderPresenter(TestContext.of(station), List.of());
    }

    private static List<State> stages(PairReaderPresenter presenter) {
        return presenter.states().get().stages().stream()
                .map(PairReaderState.StageRow::state)
                .toList();
    }

    @Test
    void printersAreDiscoveredIfNoneIsKnown() {
        assertEquals(
                List.of("Primacy 2"),
                open().states().get().printers().stream()
                        .map(PairReaderState.Printer::name)
                        .toList());
    }

    @Test
    void pairingIsReportedAndListed() {
        PairReaderPresenter presenter = open();
        station.commissioning = (address, at, follower) -> {
            follower.accept(Stage.OPENING);
            follower.accept(Stage.WATCHING);
            assertEquals(List.of(State.DONE, State.DONE, State.RUNNING, State.WAITING), stages(presenter));
            assertTrue(presenter.states().get().busy());
            ReaderBinding binding =
                    new ReaderBinding("Evolis P2", at, "Elatec TWN4 [Primacy 2 SmartCard] 00 00", Samples.NOW);
            station.bindings.put(binding);
            return Answer.done(binding);
        };
        presenter.learn(printer, Encoder.CONTACT);
        PairReaderState state = presenter.states().get();
        assertEquals(
                "Paired: Primacy 2 SmartCard is the reader of the Contact encoder of Evolis P2.",
                state.result().orElseThrow().text());
        assertFalse(state.busy());
        assertEquals(List.of(State.DONE, State.DONE, State.DONE, State.DONE), stages(presenter));
        assertEquals("Primacy 2 SmartCard", state.bindings().getFirst().reader());
    }

    @Test
    void failureShowsStepAndReason() {
        PairReaderPresenter presenter = open();
        station.commissioning = (address, at, follower) -> {
            follower.accept(Stage.WATCHING);
            return Answer.failed(Problem.of(PrinterProblem.CARD_NOT_SEEN, ""));
        };
        presenter.learn(printer, Encoder.CONTACTLESS);
        assertEquals(List.of(State.DONE, State.DONE, State.FAILED, State.WAITING), stages(presenter));
        assertEquals(Tint.BAD, presenter.states().get().result().orElseThrow().tint());
    }

    @Test
    void removedPairingIsNotListed() {
        station.bindings.put(new ReaderBinding("Evolis P2", Encoder.CONTACT, "A", Samples.NOW));
        PairReaderPresenter presenter = open();
        presenter.forget(presenter.states().get().bindings().getFirst());
        assertEquals(List.of(), station.bindings.list());
        assertEquals(List.of(), presenter.states().get().bindings());
    }
}
