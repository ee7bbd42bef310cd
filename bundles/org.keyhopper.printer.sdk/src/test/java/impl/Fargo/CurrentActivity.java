package impl.Fargo;

/** Replaces the vendor's type of this name; constants have its name as prefix, as programs in the field show. */
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
