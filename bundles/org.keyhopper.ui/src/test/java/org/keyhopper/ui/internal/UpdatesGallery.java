package org.keyhopper.ui.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.api.update.Part;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.api.update.SiteContent;
import org.keyhopper.api.update.UpdateProblem;
import org.keyhopper.ui.model.updates.Updates;

/** A product that can be updated from an untrusted site, with one incompatible drop-in. */
final class UpdatesGallery implements ProductUpdates {

    private static final Part PRODUCT = new Part("product", "Keyhopper", "1.0.0", "");

    private UpdatesGallery() {}

    static Updates updates() {
        return new Updates(
                UpdatesGallery::new,
                () -> List.of(new DropIn(
                        "old-printer.jar",
                        "Old Printer 3000",
                        "0.9",
                        Optional.of(Problem.of(DropInProblem.values()[0], "org.example.driver")))),
                () -> false);
    }

    @Override
    public Optional<URI> defaultSite() {
        return Optional.of(URI.create("https://updates.example.org/keyhopper/releases"));
    }

    @Override
    public List<Part> installed() {
        return List.of(PRODUCT, new Part("printer.evolis", "Keyhopper driver for Evolis card printers", "1.0.0", ""));
    }

    @Override
    public SiteContent check(URI site) {
        return new SiteContent(
                site,
                Optional.of(Problem.of(UpdateProblem.values()[0], site.toString())),
                List.of(new Part("product", "Keyhopper", "1.1.0", "Reads cards faster and knows three more printers.")),
                List.of(new Part("printer.matica", "Keyhopper driver for Matica card printers", "1.1.0", "")));
    }

    @Override
    public List<Part> apply(URI site, Set<String> add, boolean untrusted, Consumer<String> progress) {
        return List.of();
    }
}
