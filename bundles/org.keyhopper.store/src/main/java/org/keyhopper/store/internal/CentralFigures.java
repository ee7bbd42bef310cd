package org.keyhopper.store.internal;

import java.util.EnumMap;
import java.util.Map;
import org.keyhopper.api.request.Outcome;

/** Counts over Central's database. Each reads as many rows as it counts. */
public record CentralFigures(CentralContext context) {

    public int openClaims() {
        return context.records().database().read(in -> in.first(
                        "SELECT COUNT(*) AS n FROM claim WHERE expires > ?", row -> row.number("n"), context.now(in))
                .orElse(0));
    }

    public Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        context.records()
                .database()
                .read(in -> in.list(
                        "SELECT outcome, COUNT(*) AS n FROM recipient GROUP BY outcome",
                        row -> counts.put(row.constant(Outcome.class, "outcome"), row.longNumber("n"))));
        return counts;
    }
}
