package org.keyhopper.core.fake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;

/** Bindings in memory. */
public final class MemoryBindings implements ReaderBindings {

    private final List<ReaderBinding> bindings = new CopyOnWriteArrayList<>();

    @Override
    public Optional<ReaderBinding> find(String printer, Encoder encoder) {
        return bindings.stream()
                .filter(binding -> binding.printer().equals(printer) && binding.encoder() == encoder)
                .findFirst();
    }

    @Override
    public List<ReaderBinding> list() {
        return List.copyOf(bindings);
    }

    @Override
    public void put(ReaderBinding binding) {
        remove(binding.printer(), binding.encoder());
        bindings.removeIf(other -> other.reader().equals(binding.reader()));
        bindings.add(binding);
    }

    @Override
    public void remove(String printer, Encoder encoder) {
        bindings.removeIf(binding -> binding.printer().equals(printer) && binding.encoder() == encoder);
    }
}
