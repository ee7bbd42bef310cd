package impl.Fargo;

/**
 * Replaces the vendor's type of this name. Has only the constants named by programs in the field, and one that they do
 * not name.
 */
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
