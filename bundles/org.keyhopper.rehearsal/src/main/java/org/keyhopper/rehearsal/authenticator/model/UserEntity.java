package org.keyhopper.rehearsal.authenticator.model;

import java.util.Optional;

/**
 * The account a credential belongs to.
 *
 * @param id user handle
 * @param name account name
 * @param displayName name for people
 */
public record UserEntity(byte[] id, Optional<String> name, Optional<String> displayName) {}
