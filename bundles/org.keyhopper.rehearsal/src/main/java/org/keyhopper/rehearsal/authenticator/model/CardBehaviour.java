package org.keyhopper.rehearsal.authenticator.model;

/**
 * How the card behaves on the ISO 7816 level.
 *
 * @param extendedLength whether extended APDUs are understood; otherwise they get 6700
 * @param responseBlock bytes handed out at once, the rest follows by 61xx and GET RESPONSE
 * @param announcesFirst whether data is never sent with the command itself, as T=0 cards do
 * @param exactLe whether a wrong Le is answered with 6Cxx
 * @param polling whether P1=80 (keep-alive polling) is accepted; otherwise 6A86
 * @param keepAlives number of 9100 answers before makeCredential completes
 * @param reselectAfterReset whether a reset unselects the applet (6D00 until the next SELECT)
 */
public record CardManners(
        boolean extendedLength,
        int responseBlock,
        boolean announcesFirst,
        boolean exactLe,
        boolean polling,
        int keepAlives,
        boolean reselectAfterReset) {

    /** Extended and short APDUs, 256 byte blocks, polling accepted and not needed. */
    public static CardManners plain() {
        return new CardManners(true, 256, false, false, true, 0, false);
    }

    CardManners shortOnly() {
        return new CardManners(false, responseBlock, announcesFirst, exactLe, polling, keepAlives, reselectAfterReset);
    }

    CardManners inBlocks(int size) {
        return new CardManners(extendedLength, size, announcesFirst, exactLe, polling, keepAlives, reselectAfterReset);
    }

    CardManners announcing() {
        return new CardManners(extendedLength, responseBlock, true, exactLe, polling, keepAlives, reselectAfterReset);
    }

    CardManners strictAboutLe() {
        return new CardManners(
                extendedLength, responseBlock, announcesFirst, true, polling, keepAlives, reselectAfterReset);
    }

    CardManners withoutPolling() {
        return new CardManners(
                extendedLength, responseBlock, announcesFirst, exactLe, false, keepAlives, reselectAfterReset);
    }

    CardManners withKeepAlives(int count) {
        return new CardManners(
                extendedLength, responseBlock, announcesFirst, exactLe, polling, count, reselectAfterReset);
    }

    CardManners reselecting() {
        return new CardManners(extendedLength, responseBlock, announcesFirst, exactLe, polling, keepAlives, true);
    }
}
