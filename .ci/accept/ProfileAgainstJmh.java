// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.index.forks.LogMean;
import org.messkit.results.index.forks.Ratio;
import org.messkit.results.profile.JmhScore;
import org.messkit.results.profile.Profile;
import org.messkit.results.series.Interval;

/** Holds a profile's figures against those of plain JMH; the script beside it made both. Exits with 1 if they differ. */
final class ProfileAgainstJmh {
    private static final double MARGIN = 0.05;

    private ProfileAgainstJmh() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<ForkModel.Observation> observations = new ArrayList<>();
        Profile.Subject subject = Profile.read(folder.resolve("profile")).subjects().stream()
                .filter(s -> s.name().equals(arguments[1]))
                .findFirst()
                .orElseThrow();
        for (String file : subject.throughput()) {
            double score = JmhScore.read(folder.resolve("profile").resolve(file)).score();
            observations.add(new ForkModel.Observation("profile", "", observations.size() + 1, score));
        }
        int forks = observations.size();
        JsonArray plain = JsonParser.parseString(Files.readString(folder.resolve("plain.json")))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("primaryMetric")
                .getAsJsonArray("rawData");
        for (JsonElement fork : plain) {
            double score = StreamSupport.stream(fork.getAsJsonArray().spliterator(), false)
                    .mapToDouble(JsonElement::getAsDouble)
                    .average()
                    .orElseThrow();
            observations.add(new ForkModel.Observation("plain", "", observations.size() - forks + 1, score));
        }
        ForkModel model = ForkModel.of(observations);
        LogMean ours = model.mean("profile", "").orElseThrow();
        LogMean theirs = model.mean("plain", "").orElseThrow();
        Interval ratio = Ratio.of(ours, theirs).interval();
        boolean overlap = ours.tps().low() <= theirs.tps().high() && theirs.tps().low() <= ours.tps().high();
        System.out.println(arguments[1] + ", 100 kB, operations per second: messkit profile " + text(ours.tps(), 0)
                + ", plain JMH " + text(theirs.tps(), 0) + "; " + (overlap ? "the intervals overlap" : "no overlap"));
        System.out.println("ratio " + text(ratio, 3) + ", to be within " + MARGIN + " of 1");
        System.exit(overlap && Math.abs(ratio.estimate() - 1) <= MARGIN ? 0 : 1);
    }

    private static String text(Interval i, int places) {
        String form = "%." + places + "f";
        return String.format(Locale.ROOT, form + " (" + form + "–" + form + ")", i.estimate(), i.low(), i.high());
    }
}
