package org.keyhopper.ui.model.requests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ReadResult;
import org.keyhopper.documents.RecipientCsv;
import org.keyhopper.ui.model.Messages;

/** Reads people from a CSV file. */
public final class CsvPeopleReader implements PeopleReader {

    private final Messages messages;

    public CsvPeopleReader(Messages messages) {
        this.messages = messages;
    }

    @Override
    public ReadPeople read(Path file, Map<String, String> mapping) {
        try {
            byte[] content = Files.readAllBytes(file);
            RecipientCsv.Header header = RecipientCsv.header(new ByteArrayInputStream(content), mapping);
            return switch (RecipientCsv.read(new ByteArrayInputStream(content), mapping)) {
                case ReadResult.Success<List<Recipient>>(List<Recipient> people, List<String> warnings) ->
                    new ReadPeople(people, List.of(), header.names(), header.used());
                case ReadResult.Failure<List<Recipient>>(List<DocumentFault> faults) ->
                    new ReadPeople(List.of(), faults.stream().map(this::text).toList(), header.names(), header.used());
            };
        } catch (IOException e) {
            return new ReadPeople(List.of(), List.of(messages.text("import.unreadable", e.getMessage())));
        }
    }

    private String text(DocumentFault fault) {
        if (fault.line() == 0) {
            return fault.message();
        }
        return fault.place().isEmpty()
                ? messages.text("import.fault.line", fault.line(), fault.message())
                : messages.text("import.fault", fault.line(), fault.place(), fault.message());
    }
}
