package org.keyhopper.central.server.internal.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource method that is called without an access token. Every other one needs it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenToAll {

    /** Whether an address may call it only as often as signing in needs; otherwise the limit of all calls is enough. */
    boolean limited() default true;
}
