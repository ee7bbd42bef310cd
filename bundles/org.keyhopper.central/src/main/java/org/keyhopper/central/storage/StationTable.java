package org.keyhopper.central.storage;

import java.util.Optional;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;

/** Stations and one-time codes. */
public interface StationTable {

    void put(JoinCode code);

    /** Returns the code with this hash, used or not, and locks it. */
    Optional<JoinCode> code(String hash);

    /** Returns the station that used the code with this hash. */
    Optional<Station> joinedWith(String hash);

    /** Adds a station that used the code with this hash. */
    void add(Station station, String codeHash);

    Optional<Station> find(String id);

    /** Marks the station as revoked, for good. */
    void revoke(String id);
}
