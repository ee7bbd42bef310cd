package org.keyhopper.ui.internal.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.keyhopper.ui.model.DirectoryInteraction.DeviceCode;
import org.keyhopper.ui.model.Messages;

/** Opens windows, which needs the display of releng/tools/display. */
@EnabledIfEnvironmentVariable(named = "KEYHOPPER_TEST_DISPLAY", matches = ".+")
class DeviceCodeDialogTest {

    private final Display display = new Display();
    private final Shell window = new Shell(display);
    private final AtomicInteger cancelled = new AtomicInteger();

    @AfterEach
    void close() {
        display.dispose();
    }

    private DeviceCodeDialog dialog() {
        window.open();
        DeviceCode code = new DeviceCode(
                "ABCD-EFGH", URI.create("https://login.example/device"), Instant.now(), cancelled::incrementAndGet);
        return new DeviceCodeDialog(window, Messages.in(Locale.ENGLISH), code, Clock.systemUTC());
    }

    @Test
    void closingItCancelsTheSignIn() {
        dialog();
        window.getShells()[0].close();
        assertEquals(1, cancelled.get());
    }

    @Test
    void signInThatHasEndedIsNotCancelled() {
        dialog().close();
        assertEquals(0, window.getShells().length);
        assertEquals(0, cancelled.get());
    }
}
