import java.io.PrintStream;
import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Put into the running product by a test. Once everything has been started it writes one line per finding to the file named by the system
 * property "probe.out": "unresolved NAME", "unstarted NAME" for a component bundle that was never started, "logging CLASS".
 */
public final class Probe implements BundleActivator, FrameworkListener {

    private BundleContext context;

    @Override
    public void start(BundleContext started) {
        context = started;
        context.addFrameworkListener(this);
    }

    @Override
    public void stop(BundleContext stopped) {
        context.removeFrameworkListener(this);
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() != FrameworkEvent.STARTLEVEL_CHANGED) {
            return;
        }
        context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(null);
        try (var out = new PrintStream(System.getProperty("probe.out"), "UTF-8")) {
            for (var bundle : context.getBundles()) {
                report(bundle, out);
            }
            out.println("logging " + log());
            out.println("done " + context.getBundles().length);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(Bundle bundle, PrintStream out) {
        if (bundle.getState() == Bundle.INSTALLED) {
            out.println("unresolved " + bundle.getSymbolicName());
        }
        var level = bundle.adapt(BundleStartLevel.class).getStartLevel();
        var due = level <= context.getBundle(0).adapt(FrameworkStartLevel.class).getStartLevel();
        if (due && bundle.getHeaders().get("Service-Component") != null && bundle.getState() == Bundle.RESOLVED) {
            out.println("unstarted " + bundle.getSymbolicName());
        }
    }

    private String log() throws Exception {
        var api = Arrays.stream(context.getBundles())
                .filter(bundle -> "slf4j.api".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        var factory = api.loadClass("org.slf4j.LoggerFactory");
        var logger = factory.getMethod("getLogger", String.class).invoke(null, "org.keyhopper.probe");
        api.loadClass("org.slf4j.Logger").getMethod("info", String.class).invoke(logger, "the probe was here");
        return logger.getClass().getName();
    }
}
