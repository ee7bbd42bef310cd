import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.records.CentralRecords;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Claim;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Stands before the journal of the product and ends the process, as a power cut would, before or after it writes the point
 * that the property {@code probe.haltAt} names, such as {@code MADE:before}. The last point is {@code CLOSED}.
 */
public final class HaltingJournal implements BundleActivator, Journal {

    private static final int KILLED = 137;
    private static final String CLOSED = "CLOSED";

    private final String haltAt = System.getProperty("probe.haltAt", "");
    private final boolean forCentral;
    private BundleContext context;

    public HaltingJournal() {
        this(false);
    }

    /** @param forCentral whether it is the journal of what a station does for a Central */
    private HaltingJournal(boolean forCentral) {
        this.forCentral = forCentral;
    }

    @Override
    public void start(BundleContext bundle) {
        context = bundle;
        var properties = new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE, "probe", true));
        bundle.registerService(StationRecords.class, halting(), properties);
    }

    /** Returns the store of the product with this journal in it. */
    private StationRecords halting() {
        return (StationRecords) Proxy.newProxyInstance(
                StationRecords.class.getClassLoader(),
                new Class<?>[] {StationRecords.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "journal" -> this;
                    case "central" -> records().central().map(this::halting);
                    default -> method.invoke(records(), arguments);
                });
    }

    private CentralRecords halting(CentralRecords real) {
        HaltingJournal journal = new HaltingJournal(true);
        journal.context = context;
        return (CentralRecords) Proxy.newProxyInstance(
                CentralRecords.class.getClassLoader(),
                new Class<?>[] {CentralRecords.class},
                (self, method, arguments) ->
                        method.getName().equals("records") ? journal.halting() : method.invoke(real, arguments));
    }

    @Override
    public void stop(BundleContext bundle) {}

    @Override
    public CeremonyId open(Claim claim, RecipientId recipient, Map<String, String> facts) {
        haltIf(JournalPoint.STARTED.name(), "before");
        CeremonyId id = journal().open(claim, recipient, facts);
        haltIf(JournalPoint.STARTED.name(), "after");
        return id;
    }

    @Override
    public void record(Claim claim, CeremonyId ceremony, JournalPoint point, Map<String, String> facts) {
        haltIf(point.name(), "before");
        journal().record(claim, ceremony, point, facts);
        haltIf(point.name(), "after");
    }

    @Override
    public void close(Claim claim, CeremonyId ceremony, OutcomeRecord outcome) {
        haltIf(CLOSED, "before");
        journal().close(claim, ceremony, outcome);
        haltIf(CLOSED, "after");
    }

    @Override
    public List<CeremonyRecord> ceremoniesOf(RequestId request) {
        return journal().ceremoniesOf(request);
    }

    @Override
    public List<CeremonyRecord> unfinished() {
        return journal().unfinished();
    }

    private void haltIf(String point, String moment) {
        if (haltAt.equals(point + ":" + moment)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private Journal journal() {
        return records().journal();
    }

    private StationRecords records() {
        try {
            ServiceReference<StationRecords> real = context.getServiceReferences(StationRecords.class, "(!(probe=true))")
                    .iterator()
                    .next();
            StationRecords records = context.getService(real);
            return forCentral ? records.central().orElseThrow().records() : records;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
