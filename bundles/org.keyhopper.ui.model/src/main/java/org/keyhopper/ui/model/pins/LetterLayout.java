package org.keyhopper.ui.model.pins;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How letters look.
 *
 * @param locale of the texts, whose country decides about paper and envelope
 * @param template a text file; empty for the text of the product
 * @param logo an image, PNG or JPEG
 */
public record LetterLayout(Locale locale, Optional<Path> template, Optional<Path> logo) {}
