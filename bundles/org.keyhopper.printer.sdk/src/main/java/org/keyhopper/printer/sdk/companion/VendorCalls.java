package org.keyhopper.printer.sdk.companion;

import com.google.gson.JsonObject;

/** The calls that a vendor's SDK supports. Not thread-safe, except for {@link #close}. */
interface VendorCalls {

    /**
     * Makes one call.
     *
     * @throws ReflectiveOperationException if the SDK has an unexpected version, or threw an exception
     */
    JsonObject call(String name, JsonObject arguments) throws ReflectiveOperationException;

    /** Ends what would outlive the process. Called once, possibly while a call is in progress. */
    default void close() {}
}
