package org.keyhopper.central.storage;

import java.util.List;
import java.util.Optional;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.StationContact;

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

    /** Returns stations of a kind with a later id, in order. */
    List<Station> after(Station.Kind kind, String id, int limit);

    /** Replaces roles and revocation; false if the version before is not the current one. */
    boolean replace(Station station);

    /** Marks the station as revoked, for good. */
    void revoke(String id);

    /** Records that a station signed in. */
    void contacted(StationContact contact);

    /** Returns the last sign-in of each station that ever signed in. */
    List<StationContact> contacts();
}
