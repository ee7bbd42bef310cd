package org.keyhopper.transport.pcsc.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A connection to a minimal FIDO card that fails as scripted and records the calls. */
final class ScriptedHandle implements CardHandle {

    private record Failure(String call, int code) {}

    private final List<String> calls = new ArrayList<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final TinyApplet applet = new TinyApplet();
    private String atr = "3B8180018080";

    /** Makes the next call of this name fail with the code. Scripted failures occur in the given order. */
    synchronized ScriptedHandle failing(String call, int code) {
        failures.add(new Failure(call, code));
        return this;
    }

    synchronized ScriptedHandle withAtr(String hex) {
        atr = hex;
        return this;
    }

    /** Returns the calls so far: names, and the instruction byte of APDUs. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void note(String call) throws PcscException {
        calls.add(call);
        if (!failures.isEmpty() && failures.peek().call().equals(call)) {
            throw new PcscException(failures.remove().code(), call);
        }
    }

    @Override
    public synchronized String atr() {
        return atr;
    }

    @Override
    public boolean overT0() {
        return false;
    }

    @Override
    public void begin() throws PcscException {
        note("begin");
    }

    @Override
    public void end() throws PcscException {
        note("end");
    }

    @Override
    public byte[] transmit(byte[] command) throws PcscException {
        note("%02X".formatted(command[1]));
        return applet.apply(command);
    }

    @Override
    public void reconnect(Initialization initialization) throws PcscException {
        note(initialization.name());
    }

    @Override
    public boolean cardLeaves() {
        return false;
    }

    @Override
    public synchronized void close() {
        calls.add("close");
    }
}
