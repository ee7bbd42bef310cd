import java.util.Map;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.driver.EvolisDriver;

/** Finds a printer of Evolis through the named pipe of its service, and moves cards; see releng/try-windows-pipe. */
public final class PipeTrial {

    private PipeTrial() {}

    /** The arguments are the name of the pipe, and how many cards to move. */
    public static void main(String[] arguments) throws Exception {
        EvolisDriver driver = new EvolisDriver();
        PrinterAddress found = driver.discover(Deadline.inSeconds(20)).getFirst().address();
        System.out.println("found " + found);
        if (!found.scheme().equals("evolis-pipe")) {
            throw new IllegalStateException("not through the pipe");
        }
        PrinterAddress address =
                new PrinterAddress(found.scheme(), found.location(), new Settings(Map.of("pipe", arguments[0])));
        try (CardPrinter printer = driver.open(address, Deadline.inSeconds(20))) {
            System.out.println("opened " + printer.identity());
            for (int card = 0; card < Integer.parseInt(arguments[1]); card++) {
                try (CardSession session = printer.begin(Encoder.CONTACTLESS, Deadline.inSeconds(20))) {
                    session.present(Deadline.inSeconds(30));
                    require(CardLocation.CONTACTLESS, session.location());
                    session.eject(Deadline.inSeconds(30));
                    require(CardLocation.OUTPUT_TRAY, session.location());
                    System.out.println("moved a card");
                }
            }
            long began = System.nanoTime();
            try {
                // The hopper is empty.
                printer.begin(Encoder.CONTACTLESS, Deadline.inSeconds(20)).present(Deadline.inSeconds(20));
                throw new IllegalStateException("a card from an empty hopper");
            } catch (org.keyhopper.api.printer.PrinterException e) {
                System.out.println("then " + e.problem().code().id());
            }
            System.out.println("after " + (System.nanoTime() - began) / 1_000_000 + " ms");
        }
        System.exit(0);
    }

    private static void require(CardLocation wanted, CardLocation actual) {
        if (wanted != actual) {
            throw new IllegalStateException("at " + actual + ", not " + wanted);
        }
    }
}
