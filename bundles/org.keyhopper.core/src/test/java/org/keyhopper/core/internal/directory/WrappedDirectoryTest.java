package org.keyhopper.core.internal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.Passkeys;

/** A class that wraps a directory must pass on what the interfaces have defaults for, too. */
class WrappedDirectoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.keyhopper.core.internal.directory.WaitingDirectory",
                "org.keyhopper.core.internal.run.PrefetchedDirectory"
            })
    void overridesEveryDefault(String name) throws ClassNotFoundException {
        Class<?> wrapper = Class.forName(name);
        List<String> inherited = Stream.of(Directory.class, Passkeys.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(Method::isDefault)
                .filter(method -> Stream.of(wrapper.getDeclaredMethods())
                        .noneMatch(own -> own.getName().equals(method.getName())))
                .map(Method::getName)
                .toList();
        assertEquals(List.of(), inherited);
    }
}
