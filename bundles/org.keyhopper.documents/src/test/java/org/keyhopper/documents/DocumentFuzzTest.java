package org.keyhopper.documents;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Profile;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Files that operators bring along. */
class DocumentFuzzTest {

    @Test
    void listsOfPeopleAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "csv",
                List.of(
                        RecipientCsv.SAMPLE,
                        "\uFEFFuser;displayName\r\n\"o'neil@example.com\";\"O\"\"Neil; A\"\r\n",
                        "user\tdisplayName\nanna@example.com\tAnna\n"),
                input -> {
                    RecipientCsv.header(new ByteArrayInputStream(input), Map.of());
                    RecipientCsv.read(new ByteArrayInputStream(input));
                });
    }

    @Test
    void profilesAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "profile",
                List.of(
                        ProfileJson.write(Profile.DEFAULT),
                        "{\"pin\": {\"rule\": \"random\", \"length\": 8}, \"minimumPinLength\": 6,"
                                + " \"allowedAaguids\": [\"2fc0579f-8113-47ea-b116-bb5a8db9202a\"]}"),
                input -> ProfileJson.read(new String(input, StandardCharsets.UTF_8)));
    }

    @Test
    void templatesOfLettersAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "template",
                List.of("Dear {name},\n\nyour PIN is {pin}.\n", "{{name}}\n\n{pin}\n# {account}\n"),
                input -> {
                    if (LetterTemplate.read(new String(input, StandardCharsets.UTF_8))
                            instanceof
                            ReadResult.Success<LetterTemplate>(LetterTemplate template, List<String> warnings)) {
                        template.paragraphs(Map.of("name", "Anna", "pin", "482913"));
                    }
                });
    }
}
