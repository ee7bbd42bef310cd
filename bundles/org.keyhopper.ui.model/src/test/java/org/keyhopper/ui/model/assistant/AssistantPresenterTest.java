package org.keyhopper.ui.model.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.assistant.AssistantState.StepRow;

class AssistantPresenterTest {

    private final FakeStation station = new FakeStation();
    private final KeptStep memory = new KeptStep();
    private final AssistantPresenter presenter = open();

    private AssistantPresenter open() {
        return new AssistantPresenter(TestContext.of(station), memory);
    }

    private AssistantState shown() {
        return presenter.states().get();
    }

    private void addDirectory() {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
    }

    @Test
    void staysHiddenUntilItIsOpened() {
        presenter.refresh();
        assertFalse(shown().shown());
        presenter.begin();
        assertTrue(shown().shown());
        assertEquals(AssistantStep.DIRECTORY, shown().step());
        assertFalse(shown().fulfilled());
    }

    @Test
    void eachReachedAimMakesRoomForTheNextStep() {
        presenter.begin();
        addDirectory();
        presenter.refresh();
        assertEquals(AssistantStep.REQUEST, shown().step());
        station.requests.put(Samples.request("R1", 3, 1));
        presenter.refresh();
        assertEquals(AssistantStep.DEVICE, shown().step());
        assertEquals(Optional.of(new RequestId("R1")), shown().request());
        assertTrue(shown().text().contains("Lena Jansson"), shown().text());
        station.requests.put(Samples.request("R1", 3, 2));
        presenter.refresh();
        assertEquals(AssistantStep.DONE, shown().step());
        assertEquals(Optional.empty(), memory.step());
    }

    @Test
    void aStepThatWasGoneBackToIsNotLeftByItself() {
        addDirectory();
        presenter.begin();
        assertEquals(AssistantStep.REQUEST, shown().step());
        presenter.goBack();
        presenter.refresh();
        assertEquals(AssistantStep.DIRECTORY, shown().step());
        assertEquals("contoso is connected.", shown().text());
        assertTrue(shown().fulfilled());
        assertFalse(shown().canGoBack());
        presenter.goOn();
        assertEquals(
                List.of(
                        new StepRow("1  Directory", true, false),
                        new StepRow("2  Request", false, true),
                        new StepRow("3  Device", false, false)),
                shown().steps());
    }

    @Test
    void aStepCanBeSkipped() {
        presenter.begin();
        presenter.goOn();
        presenter.goOn();
        assertEquals(AssistantStep.DEVICE, shown().step());
        assertEquals(Optional.empty(), shown().request());
    }

    @Test
    void resumesWhereItWasLeft() {
        presenter.begin();
        addDirectory();
        presenter.refresh();
        station.requests.put(Samples.request("R1", 3, 1));
        AssistantState resumed = open().states().get();
        assertTrue(resumed.shown());
        assertEquals(AssistantStep.DEVICE, resumed.step());
    }

    @Test
    void closedItIsNotResumedButBeginsWhereSomethingIsMissing() {
        presenter.begin();
        presenter.close();
        assertFalse(open().states().get().shown());
        addDirectory();
        presenter.begin();
        assertEquals(AssistantStep.REQUEST, shown().step());
    }

    private static final class KeptStep implements AssistantMemory {
        private Optional<AssistantStep> step = Optional.empty();

        @Override
        public Optional<AssistantStep> step() {
            return step;
        }

        @Override
        public void keep(Optional<AssistantStep> next) {
            step = next;
        }
    }
}
