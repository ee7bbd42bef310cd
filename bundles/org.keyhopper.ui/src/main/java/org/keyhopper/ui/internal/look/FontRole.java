package org.keyhopper.ui.internal.look;

import org.eclipse.swt.SWT;

/** The purpose of a font. Sizes are points added to the system font, so that they follow the user's setting. */
public enum FontRole {
    SENTENCE(12, SWT.BOLD),
    NAME(10, SWT.BOLD),
    NUMBER(18, SWT.BOLD),
    INITIALS(12, SWT.BOLD),
    BIG_BUTTON(7, SWT.BOLD),
    TITLE(4, SWT.BOLD),
    LARGE(2, SWT.NORMAL),
    BODY(1, SWT.NORMAL),
    STRONG(1, SWT.BOLD),
    SMALL(0, SWT.NORMAL),
    CAPTION(-1, SWT.BOLD),
    RAIL(-1, SWT.NORMAL),
    CODE(16, SWT.BOLD);

    private static final int LARGE_FROM = 3;

    private final int added;
    final int style;

    FontRole(int added, int style) {
        this.added = added;
        this.style = style;
    }

    /** Large fonts are reduced on small screens. */
    int added(boolean room) {
        return room || added < LARGE_FROM ? added : added * 2 / 3;
    }
}
