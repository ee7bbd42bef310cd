package org.keyhopper.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.internal.requests.AssistantActions;
import org.keyhopper.ui.internal.requests.RequestActions;
import org.keyhopper.ui.internal.results.ResultActions;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.manual.Confirmation;
import org.keyhopper.ui.model.requests.PersonRow;
import org.keyhopper.ui.model.results.ResultDocument;
import org.keyhopper.ui.model.results.ResultRow;

/** Sample data for the perspectives other than runs, and actions that do nothing. */
final class NoActions {

    static final RequestActions REQUESTS = new RequestActions() {
        @Override
        public void central() {}

        @Override
        public void select(RequestId id) {}

        @Override
        public void provision() {}

        @Override
        public void results() {}

        @Override
        public void refresh() {}

        @Override
        public void remove() {}

        @Override
        public void copyLink() {}

        @Override
        public void rename() {}

        @Override
        public void addPeople() {}

        @Override
        public void removePerson(PersonRow person) {}

        @Override
        public void provision(PersonRow person) {}

        @Override
        public void importPeople() {}

        @Override
        public void searchPeople() {}

        @Override
        public void directories() {}

        @Override
        public void rehearse() {}

        @Override
        public boolean canRehearse() {
            return true;
        }
    };

    static final AssistantActions ASSISTANT = new AssistantActions() {
        @Override
        public void begin() {}

        @Override
        public void goBack() {}

        @Override
        public void goOn() {}

        @Override
        public void close() {}

        @Override
        public void provisionFirst() {}
    };

    static final ResultActions RESULTS = new ResultActions() {
        @Override
        public void openPinOffice() {}

        @Override
        public void undoSkip(List<ResultRow> rows) {}

        @Override
        public void provisionSkipped() {}

        @Override
        public void retryFailed() {}

        @Override
        public void reconcile() {}

        @Override
        public void stopReconciling() {}

        @Override
        public void save(ResultDocument document) {}

        @Override
        public void showPin(ResultRow row) {}

        @Override
        public void showPasskeys(ResultRow row) {}

        @Override
        public void filter(Optional<Outcome> outcome) {}

        @Override
        public void showFormerPasskeys(ResultRow row) {}

        @Override
        public void chooseRequest() {}
    };

    private NoActions() {}

    static void configure(FakeStation station) {
        station.directories.put(
                new DirectoryAccount("contoso", "entra", new Settings(Map.of("tenant", "contoso.example"))));
    }

    static void fill(FakeStation station) {
        station.requests.create("Lyon pilot", "contoso", Profile.DEFAULT, Samples.people(4));
        for (int i = 0; i < 6; i++) {
            ProvisioningRequest sample = Samples.request("Q" + i, 20 + 30 * i, i == 2 ? 81 : 1 + 17 * i);
            station.requests.put(new ProvisioningRequest(
                    sample.id(),
                    List.of("Munich", "Oslo", "Vienna finance", "Graz", "Porto field service and dispatch", "Berlin")
                                    .get(i)
                            + " office",
                    i == 3 ? "contoso test" : "contoso",
                    sample.profile(),
                    sample.created(),
                    sample.recipients()));
        }
    }

    static ProvisioningRequest mixed() {
        ProvisioningRequest request = Samples.request("M1", 12, 1);
        List<RecipientState> states = new ArrayList<>();
        for (RecipientState state : request.recipients()) {
            states.add(mixed(state.id(), state));
        }
        return new ProvisioningRequest(
                request.id(), request.name(), request.directory(), request.profile(), request.created(), states);
    }

    private static RecipientState mixed(RecipientId id, RecipientState old) {
        return switch (id.position()) {
            case 3 -> settled(id, old, Outcome.SKIPPED, Problem.of(RunProblem.SKIPPED));
            case 4 -> settled(id, old, Outcome.FAILED, Problem.of(DeviceProblem.NOT_TOUCHED));
            case 5 -> settled(id, old, Outcome.UNCLEAR, Problem.of(DirectoryProblem.NO_ANSWER));
            case 6 -> settled(id, old, Outcome.FAILED, Problem.of(DirectoryProblem.USER_DISABLED, "Pia Quint"));
            case 11, 12 -> old;
            default -> Samples.state(id, old.recipient(), Outcome.PROVISIONED, Optional.empty());
        };
    }

    private static RecipientState settled(RecipientId id, RecipientState old, Outcome outcome, Problem problem) {
        return Samples.state(id, old.recipient(), outcome, Optional.of(problem));
    }

    static Confirmation confirmation(WorkbenchModel model, FakeStation station) {
        ProvisioningRequest request = Samples.request("X1", 5, 3);
        station.requests.put(request);
        station.runs = any -> new FakeRun(Samples.provisioned(request, DeviceSamples.usedCard(true)));
        model.manual().start(request.id(), null, model.signIn());
        return model.manual().resetConfirmation().orElseThrow();
    }
}
