package org.keyhopper.ui.internal.look;

import org.keyhopper.ui.model.Tint;

/** The purpose of a colour, with its value in the light and in the dark theme. */
public enum ColorRole {
    WINDOW(0xf4f6f8, 0x14191f),
    SURFACE(0xffffff, 0x1f262e),
    FIELD(0xffffff, 0x14191f),
    LINE(0xd9dee4, 0x36414d),
    TRACK(0xd3dae2, 0x465360),
    HOVER(0xeef3f8, 0x2a333d),
    SELECTION(0xdceafa, 0x254a6e),
    TEXT(0x1f2933, 0xf0f3f6),
    SOFT(0x3b4754, 0xccd4dc),
    MUTED(0x5f6b7a, 0xa3afbb),
    FAINT(0x6f7a88, 0x8a96a3),
    RAIL(0x16324f, 0x0d2136),
    RAIL_ACTIVE(0x24507a, 0x1d4366),
    RAIL_MARK(0x6ec1ff, 0x6ec1ff),
    RAIL_TEXT(0xdce8f3, 0xdce8f3),
    ACCENT(0x0b69c7, 0x2f81d6),
    ACCENT_HOVER(0x0957a6, 0x4592e2),
    ON_ACCENT(0xffffff, 0xffffff),
    EDGE(0x8793a1, 0x6d8297),
    BUTTON_LINE(0xb8c0cc, 0x566270),
    AVATAR(0xdbe9f6, 0x24507a),
    ON_AVATAR(0x16324f, 0xe6f1fb),
    CARD_FACE(0xeef3f8, 0x2b3641),
    CARD_EDGE(0x9fb3c8, 0x6d8297),
    CHIP(0xe2b93b, 0xd8ae33),
    CHIP_EDGE(0xb58f1f, 0x8f6f12),
    GOOD(0x1c8a4b, 0x3fb573),
    GOOD_TEXT(0x14683a, 0x8fdcb0),
    GOOD_BACK(0xe8f5ee, 0x1b3527),
    GOOD_LINE(0xbfe3cf, 0x2e6146),
    ATTENTION(0xb7791f, 0xe0a93b),
    ATTENTION_TEXT(0x775508, 0xf0cd85),
    ATTENTION_BACK(0xfdf5e2, 0x3a2f17),
    ATTENTION_LINE(0xecd9a6, 0x6b5626),
    BAD(0xb3261e, 0xe8695f),
    BAD_TEXT(0x8e1f19, 0xf5b1ab),
    BAD_BACK(0xfdecea, 0x3d2020),
    BAD_LINE(0xf3c2bd, 0x733733),
    ACTIVE(0x0b69c7, 0x5aa4ec),
    ACTIVE_TEXT(0x0a4f96, 0xa9d0f7),
    ACTIVE_BACK(0xe6f0fb, 0x1b3148),
    ACTIVE_LINE(0xbcd7f2, 0x2f567c);

    final int light;
    final int dark;

    ColorRole(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Returns the strong colour of a tint, for icons and bars. */
    public static ColorRole mark(Tint tint) {
        return switch (tint) {
            case NEUTRAL -> FAINT;
            case ACTIVE -> ACTIVE;
            case GOOD -> GOOD;
            case ATTENTION -> ATTENTION;
            case BAD -> BAD;
        };
    }

    /** Returns the text colour of a tint. */
    public static ColorRole text(Tint tint) {
        return switch (tint) {
            case NEUTRAL -> TEXT;
            case ACTIVE -> ACTIVE_TEXT;
            case GOOD -> GOOD_TEXT;
            case ATTENTION -> ATTENTION_TEXT;
            case BAD -> BAD_TEXT;
        };
    }

    /** Returns the background colour of a tint. */
    public static ColorRole back(Tint tint) {
        return switch (tint) {
            case NEUTRAL -> SURFACE;
            case ACTIVE -> ACTIVE_BACK;
            case GOOD -> GOOD_BACK;
            case ATTENTION -> ATTENTION_BACK;
            case BAD -> BAD_BACK;
        };
    }

    /** Returns the border colour of a tint. */
    public static ColorRole line(Tint tint) {
        return switch (tint) {
            case NEUTRAL -> LINE;
            case ACTIVE -> ACTIVE_LINE;
            case GOOD -> GOOD_LINE;
            case ATTENTION -> ATTENTION_LINE;
            case BAD -> BAD_LINE;
        };
    }
}
