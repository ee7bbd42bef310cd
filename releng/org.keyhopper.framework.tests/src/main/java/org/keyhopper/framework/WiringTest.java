package org.keyhopper.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.station.Station;
import org.keyhopper.texts.ProblemTexts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The services of the product for the desktop, registered by its bundles in a running framework. */
class WiringTest {

    private static final String OURS = "org.keyhopper.";
    private static final String TEXTS = "OSGI-INF/l10n/keyhopper.properties";

    private final BundleContext context =
            FrameworkUtil.getBundle(WiringTest.class).getBundleContext();

    @Test
    void everyBundleIsResolved() throws BundleException {
        List<String> unresolved = new ArrayList<>();
        for (Bundle bundle : ours()) {
            if (bundle.getState() == Bundle.INSTALLED) {
                unresolved.add(bundle.getSymbolicName());
                // Says what is missing.
                bundle.start();
            }
        }
        assertEquals(List.of(), unresolved);
    }

    @Test
    void everyComponentHasWhatItRefersTo() {
        ServiceComponentRuntime components = only(ServiceComponentRuntime.class);
        Set<String> unsatisfied = new TreeSet<>();
        int found = 0;
        for (ComponentDescriptionDTO component :
                components.getComponentDescriptionDTOs(ours().toArray(Bundle[]::new))) {
            found++;
            for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
                if (configuration.state != ComponentConfigurationDTO.ACTIVE
                        && configuration.state != ComponentConfigurationDTO.SATISFIED) {
                    unsatisfied.add(component.name + " "
                            + Arrays.stream(configuration.unsatisfiedReferences)
                                    .map(reference -> reference.name)
                                    .toList());
                }
            }
        }
        assertTrue(found > 20, "components: " + found);
        assertEquals(Set.of(), unsatisfied);
    }

    @Test
    void everyPrinterDriverIsAService() {
        assertEquals(
                Set.of("entrust", "evolis", "fargo", "idp", "magicard", "manual", "zebra"),
                ids(PrinterDriver.class, driver -> driver.description().id()));
    }

    @Test
    void everyConnectorIsAServiceWithSettings() {
        assertEquals(
                Set.of("entra", "keycloak", "okta", "pingone"),
                ids(DirectoryConnector.class, DirectoryConnector::type));
        for (DirectoryConnector connector : services(DirectoryConnector.class)) {
            assertFalse(connector.settings().fields().isEmpty(), connector.type());
        }
    }

    @Test
    void everyTransportIsAServiceThatCanBeWatched() {
        assertEquals(Set.of("helper", "hid", "pcsc"), ids(TransportProvider.class, TransportProvider::id));
        for (TransportProvider transport : services(TransportProvider.class)) {
            transport.watch(state -> {}).close();
        }
    }

    @Test
    void textsOfEveryBundleAreFound() throws Exception {
        int bundles = 0;
        Set<String> known = ProblemTexts.in(Locale.GERMAN).codes();
        for (Bundle bundle : ours()) {
            URL texts = bundle.getEntry(TEXTS);
            if (texts != null) {
                bundles++;
                assertTrue(known.containsAll(codes(texts)), bundle.getSymbolicName() + ": " + codes(texts));
            }
        }
        assertTrue(bundles > 5, "bundles with texts: " + bundles);
    }

    @Test
    void storeOpensInTheHomeOfTheStation() {
        assertEquals(List.of(), only(StationRecords.class).requests().list());
        assertTrue(Files.isRegularFile(Path.of(System.getenv("KEYHOPPER_HOME"), "station.db")));
        assertNotNull(System.getProperty("org.sqlite.lib.path"), "the driver unpacks its library for each process");
    }

    @Test
    void stationIsOneService() {
        only(Station.class);
    }

    private List<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(OURS))
                .toList();
    }

    private <T> Set<String> ids(Class<T> type, Function<T, String> id) {
        return services(type).stream().map(id).collect(Collectors.toCollection(TreeSet::new));
    }

    private <T> T only(Class<T> type) {
        List<T> found = services(type);
        assertEquals(1, found.size(), type.getName());
        return found.getFirst();
    }

    private <T> List<T> services(Class<T> type) {
        try {
            List<T> services = new ArrayList<>();
            for (ServiceReference<T> each : context.getServiceReferences(type, null)) {
                T service = context.getService(each);
                assertTrue(service != null, () -> each + " cannot be created");
                services.add(service);
            }
            return services;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> codes(URL file) throws Exception {
        Properties texts = new Properties();
        texts.load(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8));
        return texts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
