package org.keyhopper.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;

/** In-memory pairings of printers and readers. */
public final class FakeBindings implements ReaderBindings {

    private final List<ReaderBinding> kept = new ArrayList<>();

    @Override
    public synchronized Optional<ReaderBinding> find(String printer, Encoder encoder) {
        return kept.stream()
                .filter(binding -> binding.printer().equals(printer) && binding.encoder() == encoder)
                .findFirst();
    }

    @Override
    public synchronized List<ReaderBinding> list() {
        return List.copyOf(kept);
    }

    @Override
    public synchronized void put(ReaderBinding binding) {
        remove(binding.printer(), binding.encoder());
        kept.removeIf(other -> other.reader().equals(binding.reader()));
        kept.add(binding);
    }

    @Override
    public synchronized void remove(String printer, Encoder encoder) {
        kept.removeIf(binding -> binding.printer().equals(printer) && binding.encoder() == encoder);
    }
}
