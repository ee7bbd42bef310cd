package org.keyhopper.ui.internal.look;

import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/** The product's icons, one set per display. They are SVG and so sharp at every zoom level. UI thread only. */
public final class Icons {

    private static final String KEY = "org.keyhopper.icons";

    private final Display display;
    private final Map<String, Image> images = new HashMap<>();

    private Icons(Display display) {
        this.display = display;
        display.disposeExec(() -> images.values().forEach(Image::dispose));
    }

    public static Icons of(Display display) {
        if (!(display.getData(KEY) instanceof Icons)) {
            display.setData(KEY, new Icons(display));
        }
        return (Icons) display.getData(KEY);
    }

    /** Returns the image of {@code icons/NAME.svg}. */
    public Image get(String name) {
        return images.computeIfAbsent(name, this::load);
    }

    private Image load(String name) {
        URL url = Icons.class.getResource("/icons/" + name + ".svg");
        return ImageDescriptor.createFromURL(url).createImage(display);
    }
}
