// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.sushiboats;

import java.util.SplittableRandom;
import org.messkit.usecases.AnswerSize;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.writing.Fit;
import org.messkit.usecases.writing.Outline.Size;
import org.messkit.usecases.writing.Words;
import org.messkit.usecases.writing.XmlBytes;

/** One stream of news, written while what is of interest is noted. Used once. */
final class News {
    static final Size LEVEL = new Size("<Section></Section>".length(), 1);
    static final Size TAG = new Size("<Tag>t00</Tag>".length(), 1);

    private static final String NEWS = " xmlns=\"urn:messkit:sushi-boats:1\"";
    private static final String END = "</Note></Trailer></NewsStream>";
    private static final int ID_DIGITS = 12;
    private static final long IDS = 1_000_000_000_000L;

    private final SplittableRandom random;
    private final Fit fit;
    private final int bytes;
    private final AnswerSize answerSize;
    private final XmlBytes out;
    private final XmlBytes hits;
    private final Entry entries;
    private final String interest;
    private final int ofInterest;
    private long id;
    private int idOffset;
    private int entryId;
    private int entriesLeft;
    private int ofInterestLeft;

    News(SplittableRandom random, String interest, Fit fit, Payload payload, int ofInterest) {
        this.random = random;
        this.interest = interest;
        this.fit = fit;
        this.bytes = payload.bytes();
        this.answerSize = payload.answer();
        this.ofInterest = ofInterest;
        this.out = new XmlBytes(bytes);
        this.hits = new XmlBytes(ofInterest * (answerSize == AnswerSize.FULL ? fit.unitBytes() : 20));
        this.entries = new Entry(fit.unitBytes());
    }

    /** The stream without entries and with an empty note, at its longest. */
    static Size frame(AnswerSize answerSize) {
        String longest = Entry.TERMS.stream()
                .reduce((one, other) -> one.length() >= other.length() ? one : other)
                .orElseThrow();
        Payload payload = new Payload(0, 0, 0, -1, -1, answerSize);
        News news = new News(new SplittableRandom(0), longest, new Fit(0, 0, 0, 0), payload, 0);
        news.writeStream();
        return new Size(news.out.size(), news.out.elements());
    }

    Message message() {
        writeStream();
        XmlBytes answer =
                new XmlBytes(256 + hits.size()).open("NewsOfInterest", NEWS).open("StreamId");
        int answerOffset = answer.ascii("NS").size();
        answer.digits(id, ID_DIGITS).close("StreamId").leaf("Count", Integer.toString(ofInterest));
        answer.copy(hits, 0, hits.size()).close("NewsOfInterest");
        return new Message(
                out.toByteArray(),
                answer.toByteArray(),
                new Message.Identifier(ID_DIGITS, idOffset, answerOffset),
                out.elements(),
                out.depth());
    }

    private void writeStream() {
        out.open("NewsStream", NEWS).open("Header").open("StreamId").ascii("NS");
        id = random.nextLong(IDS);
        idOffset = out.size();
        out.digits(id, ID_DIGITS).close("StreamId").open("Portal");
        Words.write(out, random, 20);
        out.close("Portal").leaf("Sent", "2026-03-02T09:30:00Z");
        out.open("Interest", answerSize == AnswerSize.FULL ? " answer=\"full\"" : "")
                .ascii(interest)
                .close("Interest");
        out.leaf("Page", "1").leaf("Lang", "en").leaf("Tone", "dry").close("Header");
        writeSections();
        out.open("Trailer");
        for (int i = 0; i < fit.spares(); i++) {
            out.open("Tag").put('t').digits(random.nextInt(100), 2).close("Tag");
        }
        out.open("Note");
        Words.write(out, random, bytes - out.size() - END.length());
        out.close("Note").close("Trailer").close("NewsStream");
    }

    private void writeSections() {
        entriesLeft = fit.units();
        ofInterestLeft = ofInterest;
        entryId = random.nextInt(50_000_000);
        int levels = fit.levels() + 1;
        int perLevel = fit.units() / levels;
        for (int level = 1; level < levels; level++) {
            writeEntries(perLevel);
            out.open("Section");
        }
        // The innermost section gets the odd entries: one alone must stand at the full depth.
        writeEntries(entriesLeft);
        for (int level = 1; level < levels; level++) {
            out.close("Section");
        }
    }

    private void writeEntries(int count) {
        for (int i = 0; i < count; i++) {
            // Of the entries left just as many are of interest as are wanted still: the count is exact, the places are
            // not.
            boolean hit = random.nextInt(entriesLeft) < ofInterestLeft;
            entriesLeft--;
            entryId++;
            if (hit) {
                ofInterestLeft--;
            }
            int start = out.size();
            entries.write(out, random, entryId, interest, hit);
            if (hit && answerSize == AnswerSize.FULL) {
                hits.copy(out, start, out.size());
            } else if (hit) {
                hits.open("Id").put('E').digits(entryId, 8).close("Id");
            }
        }
    }
}
