package org.keyhopper.ui.internal.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.support.SupportFile;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.model.WorkbenchContext;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a file name, writes the diagnostic file and reports its location. UI thread. */
record DiagnosticFileExport(Shell parent, WorkbenchContext context) {

    private static final Logger LOG = LoggerFactory.getLogger(DiagnosticFileExport.class);

    void run() {
        FileDialog chooser = new FileDialog(parent, SWT.SAVE);
        chooser.setText(context.text("support.title"));
        chooser.setFilterExtensions(new String[] {"*.zip"});
        chooser.setFileName("keyhopper-diagnostic-" + LocalDate.now(context.clock()) + ".zip");
        chooser.setOverwrite(true);
        Optional.ofNullable(chooser.open())
                .map(Path::of)
                .ifPresent(file -> context.inBackground(() -> write(file), notice -> report(notice.text())));
    }

    private void write(Path file) {
        SupportFile support = SupportFile.of(
                context.station(),
                FrameworkUtil.getBundle(DiagnosticFileExport.class).getBundleContext());
        try {
            support.write(file);
            report(context.text("support.done", file));
        } catch (IOException e) {
            LOG.warn("The diagnostic file cannot be written", e);
            report(context.text("support.failed", file));
        }
    }

    private void report(String text) {
        parent.getDisplay().asyncExec(() -> {
            if (!parent.isDisposed()) {
                ConfirmationDialogs.inform(parent, context.messages(), context.text("support.title"), text);
            }
        });
    }
}
