package org.keyhopper.central.server.internal.model;

import com.google.gson.JsonObject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A request to be created; without a profile the default one. */
public record NewRequestBody(
        String name,
        String directory,
        String site,
        List<NewPersonBody> people,
        TermsBody terms,

        @Schema(hidden = true) JsonObject profile) {}
