package impl.Fargo;

/** Replaces the vendor's type of this name. */
public enum Station {
    Eject,
    Reject,
    Magnetic,
    contact,
    contactless
}
