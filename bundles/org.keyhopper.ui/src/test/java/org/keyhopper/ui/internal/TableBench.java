package org.keyhopper.ui.internal;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.internal.requests.RequestsView;
import org.keyhopper.ui.internal.results.ResultsView;
import org.keyhopper.ui.model.WorkbenchModel;

/**
 * Measures for how long the window is blocked at most while it shows 2,000 requests, one of them with 100,000 people. Each
 * line is an action, and in milliseconds: the longest step on the UI thread, between which keys and clicks are handled; the
 * processor time of the step that took most; all garbage collections; the longest time that another action of the display had
 * to wait, for which GTK lets its animations go first; and the time until everything was shown. Each time the requests are read
 * they are new objects, as from a database.
 */
public final class TableBench implements WindowActions {

    private static final int REQUESTS = 2000;
    private static final int PEOPLE = 100_000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long QUIET = 400_000_000;

    private final ExecutorService workers = Executors.newFixedThreadPool(4, action -> {
        Thread thread = new Thread(action, "bench-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private final FakeStation station = new FakeStation();
    private final WorkbenchModel model = GalleryModel.of(FreshRequests.at(station), "en", workers);
    private final EventLatency latency = new EventLatency(display);

    private TableBench() {
        shell.setLayout(new FillLayout());
        shell.setBounds(display.getPrimaryMonitor().getBounds());
        NoActions.configure(station);
        for (int i = 0; i < REQUESTS - 1; i++) {
            station.requests.put(request(i, 5 + i % 40));
        }
        station.requests.put(request(REQUESTS, PEOPLE));
    }

    private static ProvisioningRequest request(int number, int count) {
        RequestId id = new RequestId("R" + number);
        List<RecipientState> states = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int mixed = (int) (i * 7919L % count);
            String name = String.format(Locale.ROOT, "Person %06d of %d", mixed, number);
            String user = String.format(Locale.ROOT, "p%06d.%d@contoso.example", mixed, number);
            RecipientId recipient = new RecipientId(id, i + 1);
            Recipient person = new Recipient(user, name, "", "");
            states.add(
                    i % 5 == 0
                            ? Samples.state(recipient, person, Outcome.PROVISIONED, Optional.empty())
                            : new RecipientState(recipient, person, Outcome.PENDING, Optional.empty()));
        }
        String name = String.format(Locale.ROOT, "Office %04d", number * 7919L % REQUESTS);
        return new ProvisioningRequest(
                id, name, "contoso", Profile.DEFAULT, Samples.NOW.minusSeconds(number * 3600L), states);
    }

    public static void main(String[] arguments) {
        TableBench bench = new TableBench();
        System.out.printf("%-44s %8s %9s %8s %8s %8s%n", "action", "blocked", "processor", "gc", "waited", "shown");
        bench.requests();
        bench.results();
        bench.display.dispose();
        System.exit(0);
    }

    private void requests() {
        RequestsView[] view = new RequestsView[1];
        measure("warm-up: empty window", () -> {
            view[0] = new RequestsView(shell, this, NoActions.REQUESTS, NoActions.ASSISTANT);
            StateSubscription.follow(view[0], model.requests().states(), view[0]::show);
            shell.open();
        });
        measure(
                "open 2,000 requests, 100,000 people",
                model.requests()::refresh,
                () -> table("requests.table").getItemCount() == REQUESTS);
        table("requests", "requests.table", 0, "1999");
        table("people", "request.people", 0, "099999");
        measure("read the requests again", model.requests()::refresh);
        measure("select a small request", () -> model.requests().select(new RequestId("R7")));
        measure("select the large request", () -> model.requests().select(new RequestId("R" + REQUESTS)));
        view[0].dispose();
    }

    private void results() {
        measure("open the results of 100,000 people", () -> {
            ResultsView view = new ResultsView(shell, this, NoActions.RESULTS);
            StateSubscription.follow(view, model.results().states(), view::show);
            shell.layout();
            model.results().show(new RequestId("R" + REQUESTS));
        });
        table("results", "results.table", 0, "099999");
    }

    private void table(String name, String id, int column, String filter) {
        Table table = table(id);
        measure(name + ": sort", () -> table.getColumn(column).notifyListeners(SWT.Selection, new Event()));
        measure(name + ": sort in reverse", () -> table.getColumn(column).notifyListeners(SWT.Selection, new Event()));
        measure(name + ": sort by another column", () -> table.getColumn(1)
                .notifyListeners(SWT.Selection, new Event()));
        for (int part = 1; part <= 4; part++) {
            int top = table.getItemCount() * part / 4 - 1;
            measure(name + ": scroll to " + part + "/4", () -> table.setTopIndex(top));
        }
        measure(name + ": select the last row", () -> table.setSelection(table.getItemCount() - 1));
        measure(name + ": filter", () -> ((Text) find(id + ".filter")).setText(filter));
        measure(name + ": no filter", () -> ((Text) find(id + ".filter")).setText(""));
    }

    private void measure(String name, Runnable action) {
        measure(name, action, () -> true);
    }

    /** Runs the event loop until the condition holds and nothing has happened for a while. */
    private void measure(String name, Runnable action, BooleanSupplier shown) {
        boolean[] over = {false};
        latency.begin();
        long collected = collected();
        long begun = System.nanoTime();
        long longest = 0;
        long most = 0;
        long last = begun;
        display.asyncExec(action);
        while (!over[0]) {
            long before = System.nanoTime();
            long used = CLOCK.getCurrentThreadCpuTime();
            boolean more = display.readAndDispatch();
            long now = System.nanoTime();
            longest = Math.max(longest, now - before);
            most = Math.max(most, CLOCK.getCurrentThreadCpuTime() - used);
            if (more && now - before > 1_000_000) {
                last = now;
            } else if (now - last > QUIET && shown.getAsBoolean()) {
                over[0] = true;
            } else {
                display.timerExec(20, () -> {});
                display.sleep();
                last = Math.max(last, workersBusy() ? System.nanoTime() : 0);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.1f %9.1f %8d %8.1f %8.0f%n",
                name,
                longest / 1e6,
                most / 1e6,
                collected() - collected,
                latency.end() / 1e6,
                (last - begun) / 1e6);
    }

    /** Returns the milliseconds of all garbage collections so far. */
    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private boolean workersBusy() {
        return ((ThreadPoolExecutor) workers).getActiveCount() > 0
                || ForkJoinPool.commonPool().getActiveThreadCount() > 0;
    }

    private Table table(String id) {
        return (Table) find(id);
    }

    private Control find(String id) {
        return find(shell, id).orElseThrow();
    }

    private static Optional<Control> find(Composite parent, String id) {
        for (Control child : parent.getChildren()) {
            if (id.equals(child.getData("org.keyhopper.id"))) {
                return Optional.of(child);
            }
            Optional<Control> found =
                    child instanceof Composite composite ? find(composite, id) : Optional.<Control>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public WorkbenchModel model() {
        return model;
    }

    @Override
    public Optional<String> badge() {
        return Optional.empty();
    }

    @Override
    public void openMenu(Composite place, Point at) {
        throw new UnsupportedOperationException("not used by the bench");
    }
}
