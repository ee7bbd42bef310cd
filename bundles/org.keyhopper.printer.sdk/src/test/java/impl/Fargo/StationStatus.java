package impl.Fargo;

/** Replaces the vendor's type of this name. */
public enum StationStatus {
    NoCard,
    CardPresent
}
