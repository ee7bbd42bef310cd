package org.keyhopper.central.server.internal.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.server.internal.api.CallObserver;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralDatabase;

/** The registry of one instance. Thread-safe. */
public final class Metrics implements CallObserver, AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** Registers what is read from the database and the virtual machine at each scrape. */
    public Metrics(CentralDatabase database) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        gauge(
                "keyhopper.claims.open",
                "Claims of stations that have not expired",
                database,
                CentralDatabase::openClaims);
        gauge("keyhopper.instances", "Instances that serve from this database", database, it -> it.instances()
                .list()
                .size());
        gauge("keyhopper.database.up", "Whether the database answers", database, Metrics::answers);
        for (Outcome outcome : Outcome.values()) {
            Gauge.builder("keyhopper.recipients", database, orUnknown(it -> it.outcomes()
                            .getOrDefault(outcome, 0L)))
                    .description("Recipients of all requests by outcome")
                    .tag("outcome", outcome.name())
                    .register(registry);
        }
    }

    private void gauge(String name, String description, CentralDatabase of, ToDoubleFunction<CentralDatabase> value) {
        Gauge.builder(name, of, orUnknown(value)).description(description).register(registry);
    }

    private static ToDoubleFunction<CentralDatabase> orUnknown(ToDoubleFunction<CentralDatabase> value) {
        return database -> {
            try {
                return value.applyAsDouble(database);
            } catch (StoreException e) {
                // "keyhopper.database.up" tells; Prometheus shows no value.
                return Double.NaN;
            }
        };
    }

    private static double answers(CentralDatabase database) {
        try {
            database.store().write(in -> in.now());
            return 1;
        } catch (StoreException e) {
            return 0;
        }
    }

    @Override
    public void observed(String method, String route, int status, Duration took) {
        Timer.builder("keyhopper.calls")
                .description("Calls of the API by route and status")
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .publishPercentileHistogram(false)
                .register(registry)
                .record(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Returns the text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
