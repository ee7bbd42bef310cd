package org.keyhopper.ui.model.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.DeskEnvironment;
import org.keyhopper.ui.model.SignIn;
import org.keyhopper.ui.model.TestDesk;
import org.keyhopper.ui.model.Tint;

class SearchPresenterTest {

    private final FakeStation station = new FakeStation();
    private final DeskEnvironment desk = TestDesk.over(station);

    private SearchPresenter presenter() {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
        return new SearchPresenter(desk, new SignIn(desk, address -> {}));
    }

    private static List<String> names(List<DirectoryUser> users) {
        return users.stream().map(DirectoryUser::displayName).toList();
    }

    @Test
    void peopleAreFoundAndChosenOnce() {
        SearchPresenter presenter = presenter();
        presenter.search(" mar ");
        assertEquals(List.of("Mara Köhler"), names(presenter.states().get().found()));
        presenter.choose(presenter.states().get().found());
        presenter.choose(presenter.states().get().found());
        assertEquals(List.of("Mara Köhler"), names(presenter.states().get().chosen()));
        presenter.drop(presenter.states().get().found());
        assertTrue(presenter.states().get().draft().people().isEmpty());
    }

    @Test
    void aGroupIsTakenWhole() {
        SearchPresenter presenter = presenter();
        presenter.group("Finance");
        presenter.name("Finance");
        List<RequestId> made = new ArrayList<>();
        presenter.create(made::add);
        assertEquals(
                8,
                station.requests
                        .find(made.getFirst())
                        .orElseThrow()
                        .recipients()
                        .size());
    }

    @Test
    void aGroupThatIsNotThereIsToldAndNobodyIsTaken() {
        SearchPresenter presenter = presenter();
        presenter.group("Nobody");
        assertEquals(Tint.BAD, presenter.states().get().notice().orElseThrow().tint());
        assertTrue(presenter.states().get().chosen().isEmpty());
    }

    @Test
    void anotherDirectoryDropsThoseOfTheOldOne() {
        SearchPresenter presenter = presenter();
        presenter.group("Finance");
        presenter.directory("other");
        assertTrue(presenter.states().get().chosen().isEmpty());
        presenter.search("m");
        assertTrue(presenter.states().get().notice().orElseThrow().text().contains("run.no-such-directory"));
        assertTrue(station.directory.isClosed());
    }

    @Test
    void theDirectoryIsClosedWithTheDialog() {
        SearchPresenter presenter = presenter();
        presenter.search("m");
        presenter.close();
        assertTrue(station.directory.isClosed());
    }
}
