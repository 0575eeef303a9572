// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package twin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.TreeMap;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;
import org.messkit.services.stax.StaxTechnology;

/**
 * The StAX room's technology under another name. A system property messkit.NAME.spin may have it burn time in each request:
 * {@code bytes_nanoseconds} pairs with hyphens between, of which the one nearest to the request's size is taken.
 */
public final class TwinTechnology implements Technology {
    private static final String NAME = "@NAME@";

    private final TreeMap<Long, Long> spins = new TreeMap<>();

    /** For the service loader. */
    public TwinTechnology() {
        for (String pair : System.getProperty("messkit." + NAME + ".spin", "0_0").split("-")) {
            String[] parts = pair.split("_");
            spins.put(Long.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Handler handler(String useCase, String variant) {
        PlainHandler stax = (PlainHandler) new StaxTechnology().handler(useCase, variant);
        PlainHandler twin = message -> {
            Counting counting = new Counting(message);
            Answer answer = stax.answer(counting);
            spin(counting.bytes);
            return answer;
        };
        return twin;
    }

    private void spin(long bytes) {
        Long below = spins.floorKey(bytes);
        Long above = spins.ceilingKey(bytes);
        long nearest = below == null ? above : above == null || bytes - below < above - bytes ? below : above;
        long end = System.nanoTime() + spins.get(nearest);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static final class Counting extends FilterInputStream {
        private long bytes;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
