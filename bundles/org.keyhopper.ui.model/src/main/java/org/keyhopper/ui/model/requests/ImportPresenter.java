package org.keyhopper.ui.model.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.documents.RecipientCsv;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.requests.ImportState.Columns;
import org.keyhopper.ui.model.requests.PeopleReader.ReadPeople;

/** Creates a request from a file. All methods are fast, on any thread. */
public final class ImportPresenter {

    /** Our columns, which the columns of a file are mapped to; the first is required. */
    public static final List<String> COLUMNS = RecipientCsv.COLUMNS;

    /**
     * What is known.
     *
     * @param named whether the operator has typed the name, which another file then does not replace
     */
    private record InternalState(
            RequestDraft draft,
            Optional<Path> file,
            boolean named,
            Columns columns,
            List<String> faults,
            List<String> directories) {

        InternalState with(RequestDraft next) {
            return new InternalState(next, file, named, columns, faults, directories);
        }

        InternalState withFaults(List<String> next) {
            return new InternalState(draft, file, named, columns, next, directories);
        }

        InternalState named(String name) {
            return new InternalState(draft.withName(name), file, !name.isBlank(), columns, faults, directories);
        }

        String fileName() {
            return file.map(Path::getFileName).map(Path::toString).orElse("");
        }
    }

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
        internal = new AtomicReference<>(
                new InternalState(draft, Optional.empty(), false, Columns.NONE, List.of(), List.of()));
        states = new ObservableState<>(state(internal.get()), context.rateLimiter());
        context.inBackground(this::readDirectories, this::fail);
    }

    public ObservableState<ImportState> states() {
        return states;
    }

    /** Reads a file; its name becomes that of the request unless one was entered. */
    public void open(Path file) {
        context.inBackground(() -> take(file, reader.read(file, Map.of())), this::fail);
    }

    /**
     * Reads the file again with another of its columns for one of ours.
     *
     * @param column the name of ours
     * @param header the name of the file's; empty for none
     */
    public void map(String column, String header) {
        InternalState now = internal.get();
        Map<String, String> mapping = new HashMap<>(now.columns().used());
        mapping.put(column, header);
        now.file().ifPresent(file -> context.inBackground(() -> take(file, reader.read(file, mapping)), this::fail));
    }

    /** Writes a file that shows the form. */
    public void writeSample(Path file) {
        context.inBackground(
                () -> {
                    try {
                        Files.writeString(file, RecipientCsv.SAMPLE);
                    } catch (IOException e) {
                        fail(new Notice(context.text("file.notSaved", file, e.getMessage()), Tint.BAD));
                    }
                },
                this::fail);
    }

    /** Names the request; that the field shows the name of the file is no choice. */
    public void name(String name) {
        update(old -> old.draft().name().equals(name) ? old : old.named(name));
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
                    choose ? draft.withDirectory(names.getFirst()) : draft,
                    old.file(),
                    old.named(),
                    old.columns(),
                    old.faults(),
                    names);
        });
    }

    private void take(Path file, ReadPeople read) {
        String fileName = file.getFileName().toString();
        update(old -> {
            RequestDraft draft = old.draft().withPeople(read.people());
            if (!old.named()) {
                draft = draft.withName(fileName.replaceFirst("\\.[^.]*$", ""));
            }
            Columns columns = new Columns(read.columns(), read.used());
            return new InternalState(draft, Optional.of(file), old.named(), columns, read.faults(), old.directories());
        });
    }

    private void fail(Notice notice) {
        update(old -> old.withFaults(List.of(notice.text())));
    }

    private void change(UnaryOperator<RequestDraft> change) {
        update(old -> old.with(change.apply(old.draft())));
    }

    private void update(UnaryOperator<InternalState> change) {
        states.set(state(internal.updateAndGet(change)));
    }

    private ImportState state(InternalState now) {
        Optional<String> missing = now.faults().isEmpty()
                ? now.draft().missing().map(context::text)
                : Optional.of(context.text("draft.faults"));
        String count = now.fileName().isEmpty()
                ? ""
                : context.text("import.count", now.draft().people().size());
        return new ImportState(
                now.draft(), now.fileName(), count, now.columns(), now.faults(), now.directories(), missing);
    }
}
