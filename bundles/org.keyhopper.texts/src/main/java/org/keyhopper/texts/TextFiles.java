package org.keyhopper.texts;

import java.net.URL;
import java.util.List;
import org.osgi.framework.FrameworkUtil;

/** The files with texts that bundles bring along in the folder {@value #FOLDER}. Any thread. */
interface TextFiles {

    String FOLDER = "OSGI-INF/l10n";

    /** Returns a number that changes when files have come or gone. */
    int revision();

    /** Returns the files of this name, in the order in which their bundles were installed. */
    List<URL> named(String name);

    /** Returns the files of the running framework's bundles, or those on the class path if there is no framework. */
    static TextFiles installed() {
        return FrameworkUtil.getBundle(TextFiles.class) == null ? new ClassPathFiles() : BundleFiles.tracked();
    }
}
