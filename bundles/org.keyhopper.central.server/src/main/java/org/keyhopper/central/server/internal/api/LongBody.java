package org.keyhopper.central.server.internal.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource method whose body may be long, such as a list of people. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface LongBody {}
