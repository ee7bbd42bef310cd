package org.keyhopper.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;

/** The files on the class path, for tests, which run outside of a framework. */
final class ClassPathFiles implements TextFiles {

    @Override
    public int revision() {
        return 0;
    }

    @Override
    public List<URL> named(String name) {
        try {
            return Collections.list(ClassPathFiles.class.getClassLoader().getResources(FOLDER + "/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
