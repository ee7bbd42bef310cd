package org.keyhopper.directory.support;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.testkit.texts.TextsContract;

class SupportTextsTest extends TextsContract {

    SupportTextsTest() {
        super(Findings.class);
    }

    @Override
    protected Set<String> otherKeys() {
        return Stream.of(
                        Findings.SIGN_IN,
                        Findings.READ_PEOPLE,
                        Findings.READ_GROUPS,
                        Findings.REGISTER_PASSKEYS,
                        Findings.PASSKEY_POLICY)
                .map(subject -> "finding." + subject)
                .collect(Collectors.toSet());
    }
}
