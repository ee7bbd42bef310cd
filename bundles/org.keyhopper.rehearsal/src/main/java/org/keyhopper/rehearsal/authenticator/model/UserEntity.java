package org.keyhopper.rehearsal.authenticator.model;

import java.util.Optional;

/**
 * The account of a credential.
 *
 * @param id user handle
 * @param name account name
 * @param displayName display name
 */
public record UserEntity(byte[] id, Optional<String> name, Optional<String> displayName) {}
