package org.keyhopper.rehearsal.authenticator.model;

/**
 * The behaviour of the card at the ISO 7816 level.
 *
 * @param extendedLength whether extended APDUs are supported; otherwise they return 6700
 * @param responseBlock maximum bytes per response; the rest follows by 61xx and GET RESPONSE
 * @param announcesFirst whether data is never returned with the command itself, as by T=0 cards
 * @param exactLe whether a wrong Le returns 6Cxx
 * @param polling whether P1=80 (keep-alive polling) is supported; otherwise 6A86
 * @param keepAlives number of 9100 responses before makeCredential completes
 * @param reselectAfterReset whether a reset deselects the applet (6D00 until the next SELECT)
 */
public record CardBehaviour(
        boolean extendedLength,
        int responseBlock,
        boolean announcesFirst,
        boolean exactLe,
        boolean polling,
        int keepAlives,
        boolean reselectAfterReset) {

    /** Extended and short APDUs, blocks of 256 bytes, polling supported and not required. */
    public static CardBehaviour plain() {
        return new CardBehaviour(true, 256, false, false, true, 0, false);
    }

    CardBehaviour shortOnly() {
        return new CardBehaviour(
                false, responseBlock, announcesFirst, exactLe, polling, keepAlives, reselectAfterReset);
    }

    CardBehaviour inBlocks(int size) {
        return new CardBehaviour(
                extendedLength, size, announcesFirst, exactLe, polling, keepAlives, reselectAfterReset);
    }

    CardBehaviour announcing() {
        return new CardBehaviour(extendedLength, responseBlock, true, exactLe, polling, keepAlives, reselectAfterReset);
    }

    CardBehaviour strictAboutLe() {
        return new CardBehaviour(
                extendedLength, responseBlock, announcesFirst, true, polling, keepAlives, reselectAfterReset);
    }

    CardBehaviour withoutPolling() {
        return new CardBehaviour(
                extendedLength, responseBlock, announcesFirst, exactLe, false, keepAlives, reselectAfterReset);
    }

    CardBehaviour withKeepAlives(int count) {
        return new CardBehaviour(
                extendedLength, responseBlock, announcesFirst, exactLe, polling, count, reselectAfterReset);
    }

    CardBehaviour reselecting() {
        return new CardBehaviour(extendedLength, responseBlock, announcesFirst, exactLe, polling, keepAlives, true);
    }
}
