package impl.Fargo;

/** Stands in for the maker's type of this name. */
public enum StationStatus {
    NoCard,
    CardPresent
}
