package impl.Fargo;

/** Replaces the vendor's type of this name. */
public final class PrinterInfo {

    private final Queue queue;

    public PrinterInfo(String name) {
        queue = new Queue(name);
        NetworkReaders.install(queue);
    }

    public CurrentActivity currentActivity() {
        return CurrentActivity.valueOf("CurrentActivity" + queue.ask("ACTIVITY"));
    }

    public PrinterError printerError() {
        return PrinterError.valueOf("PrinterError" + queue.ask("ERROR"));
    }

    public StationStatus stationStatus(Station station) {
        return StationStatus.valueOf(queue.ask("STATION " + station));
    }

    public String serialNumber() {
        return queue.ask("SERIAL");
    }
}
