package impl.Fargo;

/** Replaces the vendor's type of this name. */
public final class Movement {

    private final Queue queue;

    public Movement(String name) {
        queue = new Queue(name);
    }

    public void moveTo(Station station, int hopper) {
        queue.ask("MOVE " + station + " " + hopper);
    }
}
