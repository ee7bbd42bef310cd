package org.keyhopper.ui.internal.sound;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.keyhopper.ui.model.manual.Cue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays two rising tones for success, two falling ones for a failure, and three for a printer that needs the
 * operator. Silent without an audio device or with the system property {@code org.keyhopper.silent}.
 */
public final class CuePlayer implements Consumer<Cue> {

    private static final Logger LOG = LoggerFactory.getLogger(CuePlayer.class);
    private static final boolean SILENT = Boolean.getBoolean("org.keyhopper.silent");
    private static final int RATE = 22_050;
    private static final double LOUDNESS = 0.25;
    private static final double C5 = 523.25;
    private static final double G5 = 783.99;
    private static final double A3 = 220.0;
    private static final double E3 = 164.81;

    private final BooleanSupplier wanted;

    /** @param wanted whether the operator wants to hear cues, asked before each */
    public CuePlayer(BooleanSupplier wanted) {
        this.wanted = wanted;
    }

    @Override
    public void accept(Cue cue) {
        if (SILENT || !wanted.getAsBoolean()) {
            return;
        }
        double[] notes =
                switch (cue) {
                    case DONE -> new double[] {C5, G5};
                    case FAILED -> new double[] {A3, E3};
                    case ATTENTION -> new double[] {G5, C5, G5};
                };
        Thread thread = new Thread(() -> play(notes), "sound");
        thread.setDaemon(true);
        thread.start();
    }

    private static void play(double... notes) {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            for (double note : notes) {
                byte[] samples = tone(note);
                line.write(samples, 0, samples.length);
            }
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | LinkageError e) {
            LOG.debug("The cue cannot be played: {}", e.toString());
        }
    }

    /** Returns 1/6 second of a sine wave, faded in and out to avoid clicks. */
    static byte[] tone(double frequency) {
        int count = RATE / 6;
        byte[] samples = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            double fade = Math.min(1, Math.min(i, count - i) / (RATE / 100.0));
            double value = Math.sin(2 * Math.PI * frequency * i / RATE) * LOUDNESS * fade;
            short sample = (short) (value * Short.MAX_VALUE);
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        return samples;
    }
}
