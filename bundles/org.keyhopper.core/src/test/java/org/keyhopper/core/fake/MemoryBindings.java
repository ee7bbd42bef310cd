package org.keyhopper.core.fake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.printer.Station;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;

/** Bindings in memory. */
public final class MemoryBindings implements ReaderBindings {

    private final List<ReaderBinding> bindings = new CopyOnWriteArrayList<>();

    @Override
    public Optional<ReaderBinding> find(String printer, Station station) {
        return bindings.stream()
                .filter(binding -> binding.printer().equals(printer) && binding.station() == station)
                .findFirst();
    }

    @Override
    public List<ReaderBinding> list() {
        return List.copyOf(bindings);
    }

    @Override
    public void put(ReaderBinding binding) {
        remove(binding.printer(), binding.station());
        bindings.removeIf(other -> other.reader().equals(binding.reader()));
        bindings.add(binding);
    }

    @Override
    public void remove(String printer, Station station) {
        bindings.removeIf(binding -> binding.printer().equals(printer) && binding.station() == station);
    }
}
