package org.keyhopper.host.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The headless application behind the command line. What it returns becomes the exit code of the process. */
public final class HostApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        var arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return new CommandLine(System.out).run(arguments);
    }

    @Override
    public void stop() {
        // Nothing runs longer than start.
    }
}
