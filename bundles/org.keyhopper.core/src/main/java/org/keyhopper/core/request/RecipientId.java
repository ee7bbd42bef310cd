package org.keyhopper.core.request;

/**
 * One recipient of one request.
 *
 * @param position counts from 1 in the order of import
 */
public record RecipientId(RequestId request, int position) {}
