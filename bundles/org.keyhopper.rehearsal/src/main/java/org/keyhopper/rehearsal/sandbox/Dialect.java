package org.keyhopper.rehearsal.sandbox;

import java.util.Optional;

/** How one kind of directory guards its calls, and words its refusals. */
public interface Dialect {

    /** Returns the refusal that takes the place of the work. */
    Reply refusal(Misbehaviour misbehaviour);

    /** Returns the answer to a call that leads nowhere. */
    Reply unknownCall(Call call);

    /** Returns the answer after a mistake of the sandbox's own: an internal error, with its words. */
    Reply mistake(String words);

    /** Returns what is against this call whatever it asks: no token, no right. */
    Optional<Reply> objection(Call call, Route route);

    /** Makes the token of this call worthless. */
    void expireTokenOf(Call call);
}
