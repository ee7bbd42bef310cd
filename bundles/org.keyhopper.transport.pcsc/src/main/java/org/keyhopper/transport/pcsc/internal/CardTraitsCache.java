package org.keyhopper.transport.pcsc.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.transport.pcsc.internal.apdu.CardTraits;

/** Caches the traits learned for each kind of card in each reader, for the lifetime of the process. Thread-safe. */
final class CardTraitsCache {

    private record Key(String reader, String atr, boolean overT0) {}

    private final Map<Key, CardTraits> traits = new ConcurrentHashMap<>();

    CardTraits of(TimedCard card) throws PcscException {
        Key key = new Key(card.reader(), card.atr(), card.overT0());
        CardTraits known = traits.computeIfAbsent(key, CardTraitsCache::start);
        known.anotherCard();
        return known;
    }

    private static CardTraits start(Key key) {
        return new CardTraits(!key.overT0() && ReaderFacts.takesExtended(key.reader(), key.atr()));
    }
}
