package org.keyhopper.ui.internal.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.help.Help;
import org.keyhopper.help.HelpTopic;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens pages of the documents in the system's browser. The pages are files, so no network is needed, and assistive
 * technology works as in any browser.
 */
public final class HelpBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(HelpBrowser.class);

    private final WorkbenchContext context;
    private final Consumer<URI> browser;

    /** @param browser opens an address; called on any thread */
    public HelpBrowser(WorkbenchContext context, Consumer<URI> browser) {
        this.context = context;
        this.browser = browser;
    }

    /** Opens the page for the control with the focus. UI thread; returns at once. */
    public void open(Shell shell, Perspective perspective) {
        Display display = shell.getDisplay();
        open(shell, HelpTopics.of(display.getFocusControl() == null ? shell : display.getFocusControl(), perspective));
    }

    /** Opens a page. UI thread; returns at once. */
    public void open(Shell shell, String topic) {
        context.inBackground(() -> show(shell, topic), notice -> report(shell, notice.text()));
    }

    private void show(Shell shell, String topic) {
        Help help = Help.in(context.messages().locale());
        // A driver that was removed takes the texts of its problems along.
        HelpTopic page = help.find(topic).or(() -> help.find(Help.START)).orElseThrow();
        try {
            browser.accept(help.open(page).toUri());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The documents cannot be written", e);
            report(shell, context.text("help.failed", e.getMessage()));
        }
    }

    private void report(Shell shell, String text) {
        shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed()) {
                ConfirmationDialogs.inform(shell, context.messages(), context.text("help.title"), text);
            }
        });
    }
}
