package org.keyhopper.rehearsal.authenticator.card;

import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.model.CardBehaviour;

/** Divides a response into the blocks that this card sends. */
final class ResponseDelivery {
    private static final int MORE = 0x6100;
    private static final int EXACT_LE = 0x6C00;

    private final CardBehaviour manners;
    private ResponseApdu rest = ResponseApdu.of(ResponseApdu.OK);
    private Optional<CommandApdu> repeatExpected = Optional.empty();

    ResponseDelivery(CardBehaviour manners) {
        this.manners = manners;
    }

    /** Discards what was not fetched. */
    void clear() {
        rest = ResponseApdu.of(ResponseApdu.OK);
        repeatExpected = Optional.empty();
    }

    /** Returns whether the command repeats the previous one with the Le requested by 6Cxx. */
    boolean isRepetition(CommandApdu command) {
        return repeatExpected.filter(command::sameButForLe).isPresent();
    }

    /** Returns the first block of a new response. */
    ResponseApdu begin(CommandApdu command, ResponseApdu response) {
        clear();
        rest = response;
        if (manners.announcesFirst() && response.data().length > 0) {
            return announce();
        }
        if (manners.exactLe() && isShortAndWrong(command)) {
            repeatExpected = Optional.of(command);
            return ResponseApdu.of(EXACT_LE | rest.data().length);
        }
        return piece(command);
    }

    /** Returns the next block, for GET RESPONSE or the repeated command. */
    ResponseApdu next(CommandApdu command) {
        repeatExpected = Optional.empty();
        return rest.data().length == 0 ? ResponseApdu.of(ResponseApdu.CONDITIONS_NOT_SATISFIED) : piece(command);
    }

    private boolean isShortAndWrong(CommandApdu command) {
        int length = rest.data().length;
        return length > 0 && length < 256 && command.expected() >= 0 && command.expected() != length;
    }

    private ResponseApdu piece(CommandApdu command) {
        int most = command.extended() ? 65536 : 256;
        int wanted = command.expected() < 0 ? most : command.expected();
        int block = manners.responseBlock() == 256 ? most : manners.responseBlock();
        int length = Math.min(rest.data().length, Math.min(wanted, block));
        byte[] piece = Arrays.copyOf(rest.data(), length);
        int last = rest.sw();
        rest = new ResponseApdu(Arrays.copyOfRange(rest.data(), length, rest.data().length), last);
        return new ResponseApdu(piece, rest.data().length == 0 ? last : moreToCome());
    }

    private ResponseApdu announce() {
        return ResponseApdu.of(moreToCome());
    }

    private int moreToCome() {
        int length = Math.min(rest.data().length, manners.responseBlock());
        return MORE | (length >= 256 ? 0 : length);
    }
}
