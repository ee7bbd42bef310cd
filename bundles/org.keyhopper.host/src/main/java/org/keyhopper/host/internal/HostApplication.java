package org.keyhopper.host.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.keyhopper.host.internal.command.CommandContext;
import org.keyhopper.host.internal.command.KeyhopperCommand;
import org.keyhopper.host.internal.output.Output;
import org.osgi.framework.FrameworkUtil;

/** The headless application behind the command line. Its return value becomes the exit code of the process. */
public final class HostApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        // Ends the splash screen; otherwise the launcher would wait for a window.
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try (RegisteredServices services =
                new RegisteredServices(FrameworkUtil.getBundle(getClass()).getBundleContext())) {
            return KeyhopperCommand.execute(
                    new CommandContext(services, new Output(System.out, System.err)), arguments);
        }
    }

    @Override
    public void stop() {
        // There is nothing to stop: {@code start} returns when the command is done.
    }
}
