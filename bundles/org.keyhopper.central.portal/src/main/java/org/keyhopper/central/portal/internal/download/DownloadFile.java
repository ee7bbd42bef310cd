package org.keyhopper.central.portal.internal.download;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file that can be downloaded.
 *
 * @param size in bytes
 * @param sha256 in hexadecimal digits
 * @param damaged whether the folder's list of checksums has another one
 */
public record DownloadFile(String name, Kind kind, long size, String sha256, boolean damaged) {

    /** For whom a file is, in the order of the page; known by its name, as the build chooses it. */
    public enum Kind {
        DEBIAN("keyhopper_.*\\.deb"),
        WINDOWS("keyhopper-[\\d.].*(windows.*\\.zip|\\.msi|\\.exe)"),
        LINUX("keyhopper-[\\d.].*linux.*\\.tar\\.gz"),
        MACOS("keyhopper-[\\d.].*(macos.*\\.tar\\.gz|\\.dmg|\\.pkg)"),
        SDK("keyhopper-sdk-.*"),
        CENTRAL("keyhopper-central[-_].*"),
        OTHER(".*");

        private final Pattern names;

        Kind(String names) {
            this.names = Pattern.compile(names);
        }

        /** Returns the kind of a file. */
        static Kind of(String name) {
            for (Kind kind : values()) {
                if (kind.names.matcher(name).matches()) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    public DownloadFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(sha256);
    }

    /** Returns the size in MB, at least 1. */
    public long megabytes() {
        return Math.max(1, Math.round(size / 1_000_000.0));
    }
}
