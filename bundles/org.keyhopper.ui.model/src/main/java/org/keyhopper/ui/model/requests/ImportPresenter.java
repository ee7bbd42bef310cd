package org.keyhopper.ui.model.requests;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.requests.PeopleReader.ReadPeople;

/** Creates a request from a file. All methods are fast, on any thread. */
public final class ImportPresenter {

    private record InternalState(RequestDraft draft, String file, List<String> faults, List<String> directories) {}

    private final WorkbenchContext context;
    private final PeopleReader reader;
    private final RequestCreation creation;
    private final AtomicReference<InternalState> internal;
    private final ObservableState<ImportState> states;

    public ImportPresenter(WorkbenchContext context, PeopleReader reader) {
        this.context = context;
        this.reader = reader;
        creation = new RequestCreation(context, this::fail);
        RequestDraft draft = new RequestDraft("", "", ProfileForm.of(Profile.DEFAULT), List.of());
        internal = new AtomicReference<>(new InternalState(draft, "", List.of(), List.of()));
        states = new ObservableState<>(state(internal.get()), context.rateLimiter());
        context.inBackground(this::readDirectories, this::fail);
    }

    public ObservableState<ImportState> states() {
        return states;
    }

    /** Reads a file; its name becomes that of the request unless one was entered. */
    public void open(Path file) {
        context.inBackground(() -> take(file, reader.read(file)), this::fail);
    }

    public void name(String name) {
        change(draft -> draft.withName(name));
    }

    public void directory(String directory) {
        change(draft -> draft.withDirectory(directory));
    }

    /** Returns the profile prescribed by the policy, which cannot be changed. */
    public Optional<ProfileForm> demanded() {
        return new PolicyProfile(context.station().policy()).form();
    }

    public void profile(ProfileForm profile) {
        change(draft -> draft.withProfile(profile));
    }

    /**
     * Creates the request, once, and passes on its id, on a worker thread; does nothing while the draft is
     * incomplete.
     */
    public void create(Consumer<RequestId> then) {
        creation.make(internal.get().draft(), then);
    }

    private void readDirectories() {
        List<String> names = context.station().directories().accounts().list().stream()
                .map(DirectoryAccount::name)
                .toList();
        update(old -> {
            RequestDraft draft = old.draft();
            boolean choose = draft.directory().isEmpty() && !names.isEmpty();
            return new InternalState(
                    choose ? draft.withDirectory(names.getFirst()) : draft, old.file(), old.faults(), names);
        });
    }

    private void take(Path file, ReadPeople read) {
        String fileName = file.getFileName().toString();
        update(old -> {
            RequestDraft draft = old.draft().withPeople(read.people());
            if (draft.name().isBlank()) {
                draft = draft.withName(fileName.replaceFirst("\\.[^.]*$", ""));
            }
            return new InternalState(draft, fileName, read.faults(), old.directories());
        });
    }

    private void fail(Notice notice) {
        update(old -> new InternalState(old.draft(), old.file(), List.of(notice.text()), old.directories()));
    }

    private void change(UnaryOperator<RequestDraft> change) {
        update(old -> new InternalState(change.apply(old.draft()), old.file(), old.faults(), old.directories()));
    }

    private void update(UnaryOperator<InternalState> change) {
        states.set(state(internal.updateAndGet(change)));
    }

    private ImportState state(InternalState now) {
        Optional<String> missing = now.faults().isEmpty()
                ? now.draft().missing().map(context::text)
                : Optional.of(context.text("draft.faults"));
        String count = now.file().isEmpty()
                ? ""
                : context.text("import.count", now.draft().people().size());
        return new ImportState(now.draft(), now.file(), count, now.faults(), now.directories(), missing);
    }
}
