// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.index.forks.LogMean;

/**
 * A profile with what its files say.
 *
 * @param profile what was profiled
 * @param subjects in its order
 * @param loads in its order
 */
public record ProfileIndex(Profile profile, List<Measured> subjects, List<Loaded> loads) {
    /** Copies. */
    public ProfileIndex {
        subjects = List.copyOf(subjects);
        loads = List.copyOf(loads);
    }

    /**
     * A service under load.
     *
     * @param load what was seen of it
     * @param name of the service, with the JVM if there are several
     * @param stacks of all cells under the profiler
     */
    public record Loaded(Profile.Loaded load, String name, List<Stack> stacks) {
        /** Copies. */
        public Loaded {
            stacks = List.copyOf(stacks);
        }

        /** Its name and level. */
        public String label() {
            return name + ", " + load.bytes() + " bytes, CR " + load.concurrency();
        }

        /** The share of all samples on a processor in which the technology was at work, called by the host. */
        public double handlerShare() {
            long all = 0;
            long handler = 0;
            for (Stack stack : stacks) {
                if (stack.kind() == Stack.Kind.TIME) {
                    all += stack.weight();
                    if (stack.frames().stream().anyMatch(Loaded::isTechnologys)) {
                        handler += stack.weight();
                    }
                }
            }
            return all == 0 ? 0 : (double) handler / all;
        }

        private static boolean isTechnologys(Frame frame) {
            return frame.type().startsWith("org.messkit.services.") && frame.layer() == Layer.APPLICATION;
        }
    }

    /**
     * One subject.
     *
     * @param label its name, with the JVM if there are several
     * @param speed operations per second, geometric mean over the forks
     * @param interval of that; empty for a single fork
     * @param allocated bytes per operation
     * @param percentiles seconds per operation by percent
     * @param slower by which share it was slower while it was profiled; may be negative, as forks differ
     * @param stacks of the fork that was profiled
     */
    public record Measured(
            Profile.Subject subject,
            String label,
            double speed,
            Optional<LogMean> interval,
            OptionalDouble allocated,
            Map<Double, Double> percentiles,
            double slower,
            List<Stack> stacks) {
        /** Copies. */
        public Measured {
            percentiles = Map.copyOf(percentiles);
            stacks = List.copyOf(stacks);
        }

        /** Bytes allocated per byte of the message. */
        public OptionalDouble allocatedPerByte() {
            return allocated.isPresent()
                    ? OptionalDouble.of(allocated.getAsDouble() / subject.bytes())
                    : OptionalDouble.empty();
        }
    }

    /**
     * Reads all files of a profile.
     *
     * @throws IOException naming the file that cannot be read
     */
    public static ProfileIndex read(Path folder) throws IOException {
        Profile profile = Profile.read(folder);
        Layers layers = Layers.of(profile.layers());
        List<List<JmhScore>> forks = new ArrayList<>();
        List<ForkModel.Observation> observations = new ArrayList<>();
        for (Profile.Subject subject : profile.subjects()) {
            List<JmhScore> scores = new ArrayList<>();
            for (String file : subject.throughput()) {
                scores.add(JmhScore.read(folder.resolve(file)));
                observations.add(new ForkModel.Observation(
                        key(forks.size()),
                        "",
                        scores.size(),
                        scores.get(scores.size() - 1).score()));
            }
            forks.add(scores);
        }
        ForkModel model = ForkModel.of(observations);
        boolean several =
                profile.subjects().stream().map(Profile.Subject::jvm).distinct().count() > 1;
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < forks.size(); i++) {
            Profile.Subject subject = profile.subjects().get(i);
            double speed = Math.exp(forks.get(i).stream()
                    .mapToDouble(score -> Math.log(score.score()))
                    .average()
                    .orElseThrow());
            measured.add(new Measured(
                    subject,
                    subject.name() + (several ? " on JDK " + subject.jvm() : ""),
                    speed,
                    model.mean(key(i), ""),
                    forks.get(i).stream()
                            .flatMap(score -> score.allocated().stream().boxed())
                            .mapToDouble(Double::doubleValue)
                            .average(),
                    JmhScore.read(folder.resolve(subject.sampleTime())).percentiles(),
                    speed / JmhScore.read(folder.resolve(subject.profiled())).score() - 1,
                    Recording.read(folder.resolve(subject.recording()), layers)));
        }
        boolean severalLoaded =
                profile.loads().stream().map(Profile.Loaded::jvm).distinct().count() > 1;
        List<Loaded> loads = new ArrayList<>();
        for (Profile.Loaded load : profile.loads()) {
            List<Stack> stacks = new ArrayList<>();
            for (String recording : load.recordings()) {
                stacks.addAll(Recording.read(folder.resolve(recording), layers));
            }
            loads.add(new Loaded(load, load.service() + (severalLoaded ? " on JDK " + load.jvm() : ""), stacks));
        }
        return new ProfileIndex(profile, measured, loads);
    }

    private static String key(int subject) {
        return Integer.toString(subject);
    }
}
