package org.keyhopper.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.Rail;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.manual.ManualView;
import org.keyhopper.ui.internal.parts.DeskWindow;
import org.keyhopper.ui.model.Desk;
import org.keyhopper.ui.model.DeskEnvironment;
import org.keyhopper.ui.model.Explanation;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Pace;
import org.keyhopper.ui.model.Place;
import org.keyhopper.ui.model.fake.FakeRun;
import org.keyhopper.ui.model.fake.FakeStation;
import org.keyhopper.ui.model.fake.Samples;
import org.keyhopper.ui.model.requests.PeopleReader;

/**
 * Shows every screen on made-up data and takes a picture of each; to be looked at, by hand. Arguments: folder for the
 * pictures, language, light or dark, width, height, part of the names wanted.
 */
public final class Gallery implements DeskWindow {

    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private final FakeStation station = new FakeStation();
    private final Path folder;
    private final String wanted;
    private final Desk desk;

    private Gallery(String[] arguments) {
        folder = Path.of(arguments[0]);
        wanted = arguments.length > 5 ? arguments[5] : "";
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, action -> {
            Thread thread = new Thread(action);
            thread.setDaemon(true);
            return thread;
        });
        Messages messages = Messages.in(Locale.of(arguments[1]));
        DeskEnvironment environment = new DeskEnvironment(
                station,
                messages,
                problem -> new Explanation(
                        "This is not possible (" + problem.code().id() + ").",
                        "The device or the directory said so: " + problem.arguments() + ".",
                        "Take it out and try another one, or ask the administrator of the directory."),
                executor,
                Pace.tenPerSecond(executor),
                ManualGallery.CLOCK);
        desk = new Desk(
                environment,
                new Desk.Outside(
                        place -> {},
                        null,
                        address -> {},
                        new Desk.Files(
                                file -> new PeopleReader.ReadPeople(Samples.people(12), List.of()),
                                (request, format, file) -> {})));
        Look.of(display).setDark(arguments[2].equals("dark"));
        shell.setText("Keyhopper");
        shell.setSize(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        shell.setLocation(0, 0);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(shell);
    }

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = new Gallery(arguments);
        gallery.manual();
        gallery.display.dispose();
    }

    private Composite frame(Place place) {
        for (var child : shell.getChildren()) {
            child.dispose();
        }
        Rail rail = new Rail(shell, messages(), chosen -> {});
        GridDataFactory.fillDefaults().grab(false, true).applyTo(rail);
        rail.choose(place);
        Composite content = new Composite(shell, 0);
        content.setLayout(new org.eclipse.swt.layout.FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        return content;
    }

    private void manual() throws IOException {
        if (!wanted.isEmpty() && !"manual".startsWith(wanted.split("-")[0])) {
            return;
        }
        ManualView view = new ManualView(frame(Place.MANUAL), this, action -> {});
        shell.open();
        desk.manual().states().follow(state -> display.asyncExec(() -> view.show(state)));
        picture("manual-idle");
        FakeRun run = new FakeRun(Samples.insert(Samples.request("R1", 120, 14)));
        station.requests.put(run.snapshot().request());
        station.runs = request -> run;
        desk.manual().start(run.snapshot().request().id(), null, desk.signIn().prompts());
        for (var moment : ManualGallery.moments().entrySet()) {
            run.show(moment.getValue());
            picture("manual-" + moment.getKey());
        }
    }

    private void picture(String name) throws IOException {
        shell.layout(true, true);
        long end = System.nanoTime() + 450_000_000L;
        while (System.nanoTime() < end) {
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
        if (!name.contains(wanted)) {
            return;
        }
        Process process = new ProcessBuilder("import", "-window", "root", folder.resolve(name + ".png").toString())
                .inheritIO()
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Desk desk() {
        return desk;
    }

    @Override
    public Optional<String> badge() {
        return Optional.of(messages().text("rehearsal"));
    }

    @Override
    public void openMenu(Composite place, Point at) {
        throw new UnsupportedOperationException("nobody presses it here");
    }

}
