package org.keyhopper.ui.model.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.inventory.InventoryEntry.State;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;

class InventoryPresenterTest {

    private final FakeStation station = new FakeStation();
    private final InventoryPresenter presenter = new InventoryPresenter(TestContext.of(station));

    private InventoryState shown() {
        return presenter.states().get();
    }

    private List<String> holders() {
        return shown().rows().stream().map(InventoryRow::holder).toList();
    }

    @Test
    void emptyInventoryIsReported() {
        presenter.refresh();
        assertEquals(0, shown().total());
        assertTrue(shown().sentence().startsWith("No devices issued yet."), shown().sentence());
    }

    @Test
    void rowShowsHolderDeviceAndState() {
        station.inventory.put(DeviceSamples.given(1, "Mara Köhler", "0A3F"));
        station.inventory.put(DeviceSamples.given(2, "Ned Ogden", ""));
        station.inventory.mark(CredentialId.of(new byte[] {2}), State.RESET);
        presenter.refresh();
        InventoryRow mara = shown().rows().getFirst();
        assertEquals(List.of("0A3F", "In use"), List.of(mara.serial(), mara.state()));
        assertEquals(Tint.GOOD, mara.tint());
        InventoryRow ned = shown().rows().getLast();
        assertEquals(List.of("none", "Reset"), List.of(ned.serial(), ned.state()));
        assertEquals("2 of 2", shown().sentence());
    }

    @Test
    void aLostDeviceIsMarked() {
        station.inventory.put(DeviceSamples.given(1, "Mara Köhler", "0A3F"));
        presenter.refresh();
        assertTrue(shown().rows().getFirst().inUse());
        presenter.markLost(shown().rows().getFirst());
        assertEquals("Lost", shown().rows().getFirst().state());
        assertFalse(shown().rows().getFirst().inUse());
    }

    @Test
    void theWholeInventoryIsExported(@TempDir Path folder) throws IOException {
        station.inventory.put(DeviceSamples.given(1, "=Mara", "0A3F"));
        station.inventory.put(DeviceSamples.given(2, "Ned Ogden", ""));
        presenter.search("ned");
        presenter.export(folder.resolve("inventory.csv"));
        List<String> lines = Files.readAllLines(folder.resolve("inventory.csv"));
        assertEquals(3, lines.size());
        assertTrue(lines.getFirst().contains("holder,formerHolder,directory"), lines.getFirst());
        assertTrue(lines.stream().anyMatch(line -> line.contains(",'=Mara,")), lines::toString);
        assertEquals(Tint.GOOD, shown().notice().orElseThrow().tint());
        presenter.export(folder.resolve("no/such/folder/inventory.csv"));
        assertEquals(Tint.BAD, shown().notice().orElseThrow().tint());
    }

    @Test
    void renamedHolderIsFoundUnderBothNames() {
        station.inventory.put(DeviceSamples.given(1, "Mara Köhler", "0A3F"));
        station.inventory.rename("contoso", "id-9", "Mara Vogt");
        presenter.refresh();
        assertEquals(List.of("Mara Vogt (formerly Mara Köhler)"), holders());
        assertEquals("Mara Vogt", shown().rows().getFirst().owner().name());
        presenter.search("köhler");
        assertEquals(1, holders().size());
        presenter.search("vogt");
        assertEquals(1, holders().size());
    }

    @Test
    void searchMatchesAllWordsIgnoringCase() {
        station.inventory.put(DeviceSamples.given(1, "Mara Köhler", "0A3F"));
        station.inventory.put(DeviceSamples.given(2, "Ned Ogden", "0B11"));
        presenter.search("KÖHLER 0a3f");
        assertEquals(List.of("Mara Köhler"), holders());
        assertEquals("1 of 2", shown().sentence());
        presenter.search("crescendo");
        assertEquals(2, holders().size());
        presenter.search("mara 0B11");
        assertEquals(List.of(), holders());
        presenter.search(" ");
        assertEquals(2, holders().size());
    }
}
