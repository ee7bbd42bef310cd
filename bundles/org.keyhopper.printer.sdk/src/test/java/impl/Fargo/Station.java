package impl.Fargo;

/** Stands in for the maker's type of this name. */
public enum Station {
    Eject,
    Reject,
    Magnetic,
    contact,
    contactless
}
