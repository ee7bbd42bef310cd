package impl.Fargo;

/** Stands in for the maker's type of this name. */
public final class PrinterInfo {

    private final Queue queue;

    public PrinterInfo(String name) {
        queue = new Queue(name);
    }

    public CurrentActivity currentActivity() {
        return CurrentActivity.valueOf(queue.ask("ACTIVITY"));
    }

    public String StationStatus(Station station) {
        return queue.ask("STATION " + station);
    }
}
