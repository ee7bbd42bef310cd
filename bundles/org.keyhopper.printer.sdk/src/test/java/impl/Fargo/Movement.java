package impl.Fargo;

/** Stands in for the maker's type of this name. */
public final class Movement {

    private final Queue queue;

    public Movement(String name) {
        queue = new Queue(name);
    }

    public void moveTo(Station station, int hopper) {
        queue.ask("MOVE " + station + " " + hopper);
    }
}
