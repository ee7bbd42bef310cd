package org.keyhopper.host.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.keyhopper.host.internal.command.CommandContext;
import org.keyhopper.host.internal.command.KeyhopperCommand;
import org.keyhopper.host.internal.output.Output;
import org.osgi.framework.FrameworkUtil;

/** The headless application behind the command line. What it returns becomes the exit code of the process. */
public final class HostApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        // The splash is over; without this the launcher would wait for a window.
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try (RegisteredServices stations =
                new RegisteredServices(FrameworkUtil.getBundle(getClass()).getBundleContext())) {
            return KeyhopperCommand.execute(
                    new CommandContext(stations, new Output(System.out, System.err)), arguments);
        }
    }

    @Override
    public void stop() {
        // Nothing runs longer than start.
    }
}
