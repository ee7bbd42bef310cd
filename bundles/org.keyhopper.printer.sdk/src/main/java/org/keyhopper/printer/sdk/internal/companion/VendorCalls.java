package org.keyhopper.printer.sdk.internal.companion;

import com.google.gson.JsonObject;

/** What of a maker's kit can be called. One thread. */
interface VendorCalls {

    /**
     * Makes one call.
     *
     * @throws ReflectiveOperationException when the kit is another than expected, or threw something
     */
    JsonObject call(String name, JsonObject arguments) throws ReflectiveOperationException;
}
