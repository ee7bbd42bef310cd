package org.keyhopper.central.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Stations that enrol at a steady rate, whether Central keeps up or not: enrolment n begins at n / rate seconds at station
 * n modulo the stations. Its argument is JSON: url, certificate, codes (one for each station), requests; for each request id,
 * rate, seconds and delay in milliseconds. Prints one line of JSON for each request.
 */
public final class CentralLoad {

    private static final long PAUSE_BETWEEN_JOINS_MILLIS = 60;
    private static final int SHOWN = 3;
    private static final int TLS_PORT = 443;

    private final JsonObject order;
    private final Latencies latencies = new Latencies();
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SSLContext tls;

    private CentralLoad(JsonObject order) throws IOException, GeneralSecurityException {
        this.order = order;
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(order.get("certificate").getAsString()))) {
            trusted.setCertificateEntry("central", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
    }

    public static void main(String[] arguments) throws Exception {
        JsonObject order = JsonParser.parseString(Files.readString(Path.of(arguments[0]))).getAsJsonObject();
        new CentralLoad(order).run();
        System.exit(0);
    }

    private void run() throws Exception {
        String url = order.get("url").getAsString();
        int port = URI.create(url).getPort() < 0 ? TLS_PORT : URI.create(url).getPort();
        int delay = order.get("delay").getAsInt();
        String address = delay == 0 ? url : "https://127.0.0.1:" + new DelayingRelay(port, delay).port();
        List<LoadStation> stations = new ArrayList<>();
        for (var code : order.getAsJsonArray("codes")) {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(tls)
                    .executor(threads)
                    .build();
            LoadStation station = new LoadStation(client, address, url, latencies);
            station.join(code.getAsString());
            stations.add(station);
            // What is open to all is limited for each address.
            Thread.sleep(PAUSE_BETWEEN_JOINS_MILLIS);
        }
        for (var request : order.getAsJsonArray("requests")) {
            System.out.println(measured(stations, request.getAsJsonObject()));
            System.out.flush();
            System.in.read();
        }
    }

    private JsonObject measured(List<LoadStation> stations, JsonObject request) throws InterruptedException {
        String id = request.get("id").getAsString();
        double rate = request.get("rate").getAsDouble();
        int count = (int) (request.get("seconds").getAsInt() * rate);
        latencies.clear();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        List<Thread> running = new ArrayList<>();
        for (int s = 0; s < stations.size(); s++) {
            int first = s;
            running.add(Thread.ofVirtual().start(() -> {
                for (int n = first; n < count; n += stations.size()) {
                    enrol(stations.get(first), id, start + (long) (n / rate * 1e9), failures);
                }
            }));
        }
        for (Thread thread : running) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonObject result = new JsonObject();
        result.addProperty("enrolments", count - failures.size());
        result.addProperty("failed", failures.size());
        result.addProperty("seconds", Math.round(seconds * 10) / 10.0);
        result.add("calls", latencies.json());
        JsonArray shown = new JsonArray();
        failures.stream().limit(SHOWN).forEach(shown::add);
        result.add("failures", shown);
        return result;
    }

    private void enrol(LoadStation station, String request, long due, Queue<String> failures) {
        try {
            long early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(java.time.Duration.ofNanos(early));
            } else {
                latencies.add("begun late", -early);
            }
            station.enrol(request);
        } catch (IOException | GeneralSecurityException e) {
            failures.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
