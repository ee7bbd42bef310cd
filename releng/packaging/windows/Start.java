import java.util.Locale;
import org.eclipse.equinox.launcher.Main;

/**
 * What Keyhopper.exe runs: the desktop, with a link or with nothing. Windows puts a link into a command line, where a quotation
 * mark in it makes more arguments of it; those would reach Equinox, which takes its settings from them.
 */
public final class Start {

    private Start() {}

    /** @param arguments none, or a link */
    public static void main(String[] arguments) {
        if (arguments.length > 1 || (arguments.length == 1 && !isLink(arguments[0]))) {
            System.err.println("Keyhopper opens keyhopper:// links and takes no other arguments. This is none: it was not followed.");
            System.exit(2);
        }
        Main.main(arguments);
    }

    private static boolean isLink(String argument) {
        return argument.toLowerCase(Locale.ROOT).startsWith("keyhopper:");
    }
}
