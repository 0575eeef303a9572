// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.sushiboats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.messkit.usecases.writing.Outline.Size;
import org.messkit.usecases.writing.Words;
import org.messkit.usecases.writing.XmlBytes;

/** Writes entries of one length, with other words in each. */
final class Entry {
    static final Size SIZE = new Size(560, 14);
    static final int DEPTH = 5;
    /** Some terms begin with another one, so that a category must be compared as a whole. */
    static final List<String> TERMS = List.of(
            "boats",
            "boats-for-hire",
            "harbour",
            "harbour-dues",
            "tides",
            "tides-table",
            "weather",
            "wind",
            "nets",
            "ropes",
            "sails",
            "market",
            "market-day",
            "rice",
            "ginger",
            "lanterns");

    static final int LEAST_BYTES;

    private static final int CATEGORIES = 3;
    private static final int LONGEST_TERM =
            TERMS.stream().mapToInt(String::length).max().orElseThrow();
    private static final List<byte[]> AUTHORS = Stream.of(
                    "Ana Señal", "Ole Brink", "Zoë Reed", "Ida Moss", "Tomás Kerr", "Wim Okafor", "Lin Hale", "May Ito")
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final int LONGEST_AUTHOR =
            AUTHORS.stream().mapToInt(name -> name.length).max().orElseThrow();
    private static final String UPDATED = "2026-03-02T09:%02d:00Z";
    private static final String[] MINUTES = Stream.iterate(0, minute -> minute + 1)
            .limit(60)
            .map(minute -> String.format(java.util.Locale.ROOT, UPDATED, minute))
            .toArray(String[]::new);
    private static final String END = "</P></Content></Entry>";
    private static final int BARE;

    static {
        XmlBytes shortest = new XmlBytes(1_024);
        new Entry(0).write(shortest, new SplittableRandom(0), 0, TERMS.get(0), false);
        // The shortest that was written may have had short names and terms.
        BARE = shortest.size() + 2 * LONGEST_AUTHOR + CATEGORIES * LONGEST_TERM;
        LEAST_BYTES = BARE + 10;
    }

    private final int bytes;

    /** Writes entries of that many bytes; {@link #LEAST_BYTES} or more. */
    Entry(int bytes) {
        this.bytes = bytes;
    }

    /**
     * Writes one.
     *
     * @param interest the term of interest, which is among its categories or is not
     */
    void write(XmlBytes out, SplittableRandom random, int id, String interest, boolean ofInterest) {
        int end = out.size() + bytes;
        int words = Math.max(0, bytes - BARE);
        out.open("Entry").open("Id").put('E').digits(id, 8).close("Id");
        text(out, random, "Title", words / 8);
        out.leaf("Updated", MINUTES[random.nextInt(MINUTES.length)]);
        for (int i = 0; i < 2; i++) {
            out.open("Author").raw(AUTHORS.get(random.nextInt(AUTHORS.size()))).close("Author");
        }
        int hit = ofInterest ? random.nextInt(CATEGORIES) : -1;
        for (int i = 0; i < CATEGORIES; i++) {
            String term = i == hit ? interest : other(random, interest);
            out.emptyElement("Category", " term=\"" + term + "\"");
        }
        text(out, random, "Summary", words / 4);
        out.open("Content").open("P");
        Words.write(out, random, words / 8);
        text(out, random, "Em", words / 16);
        Words.write(out, random, words / 8);
        out.open("Link", " href=\"urn:news:more\"");
        Words.write(out, random, words / 16);
        out.close("Link");
        Words.write(out, random, end - END.length() - out.size());
        out.close("P").close("Content").close("Entry");
    }

    private static void text(XmlBytes out, SplittableRandom random, String name, int bytes) {
        out.open(name);
        Words.write(out, random, bytes);
        out.close(name);
    }

    private static String other(SplittableRandom random, String interest) {
        int index = random.nextInt(TERMS.size() - 1);
        return TERMS.get(TERMS.get(index).equals(interest) ? TERMS.size() - 1 : index);
    }
}
