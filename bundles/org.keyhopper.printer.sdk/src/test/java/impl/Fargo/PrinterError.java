package impl.Fargo;

/** Stands in for the maker's type of this name. Only the constants that programs in the field name, and one they do not. */
public enum PrinterError {
    PrinterErrorUnmapped,
    PrinterErrorCardFeed,
    PrinterErrorCardJam,
    PrinterErrorCardJamEject,
    PrinterErrorCardJamEncoder,
    PrinterErrorCardJamFlipper,
    PrinterErrorCardJamLaminator,
    PrinterErrorMagNoData,
    PrinterErrorMagNone,
    PrinterErrorMagVerifier
}
