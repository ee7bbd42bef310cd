package impl.Fargo;

/** Stands in for the maker's type of this name; constants carry its name, as programs in the field show. */
public enum CurrentActivity {
    CurrentActivityUnmapped,
    CurrentActivityUnknown,
    CurrentActivityIdle,
    CurrentActivityReady,
    CurrentActivityPrinting,
    CurrentActivityPaused,
    CurrentActivityWaitingForEject,
    CurrentActivityCancel,
    CurrentActivityException,
    CurrentActivityCardHopper,
    CurrentActivityCardFeeding,
    CurrentActivityCardFlipping,
    CurrentActivityCardEjecting,
    CurrentActivityCardHandoff,
    CurrentActivityEncodeWait,
    CurrentActivityEncodeMagStrip,
    CurrentActivityEncodeContact,
    CurrentActivityEncodeContactless,
    CurrentActivityEncodeProx,
    CurrentActivityTransferHeating,
    CurrentActivityCooling,
    CurrentActivityBusy,
    CurrentActivityLamWaiting
}
