// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.fuzz;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import javax.xml.stream.XMLStreamException;
import org.messkit.services.contract.ask.Descriptor;
import org.messkit.services.contract.ask.Envelope;
import org.messkit.services.contract.ask.Form;
import org.messkit.services.contract.ask.Served;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.Technology;
import org.messkit.usecases.Payload;

/**
 * What Jazzer calls with messages of its own making: the first byte chooses a service of the room and a form, the rest is the
 * document or the payload. Each is answered, well-formed, or refused; whatever else is thrown is a finding.
 */
public final class FuzzTarget {
    private static final byte[] NOTHING = {};
    private static final List<String> STORE_DRIVERS = List.of("org.postgresql.", "org.basex.api.client");
    private static List<Target> targets = List.of();

    private FuzzTarget() {}

    private record Target(Served served, Form form) {
        void send(byte[] payload) throws IOException {
            try {
                Answer answer = form.ask(served.handler(), form.document(NOTHING, payload));
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                if (form == Form.STREAM) {
                    answer.writeTo(out);
                } else {
                    Envelope.write(answer, out);
                }
                CanonicalAnswer.tree(out.toByteArray());
            } catch (BadRequestException e) {
                // As it should be.
            } catch (XMLStreamException e) {
                if (form != Form.STAX) {
                    throw new AssertionError("only a reader that is the binding's may fail so", e);
                }
            }
        }
    }

    /** Called by Jazzer, once and first. A store may be a process of its own, which its driver alone calls. */
    public static void fuzzerInitialize() {
        StackWalker walker = StackWalker.getInstance();
        BugDetectors.allowNetworkConnections((host, port) -> walker.walk(
                frames -> frames.anyMatch(frame -> STORE_DRIVERS.stream().anyMatch(frame.getClassName()::startsWith))));
        targets = targets();
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length > 0) {
            targets.get((input[0] & 0xFF) % targets.size()).send(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /** Writes what to start from: a good message or two for each target. */
    static void writeSeeds(Path folder) throws IOException {
        List<Target> all = targets();
        for (int i = 0; i < all.size(); i++) {
            Served served = all.get(i).served();
            for (Payload payload :
                    List.of(Payload.ofBytes(1_800), Payload.ofBytes(1_800).answeredInFull())) {
                if (served.useCase().problems(payload).isEmpty()) {
                    byte[] message = served.messages(payload, 1, 1).get(0).request();
                    Path seed = folder.resolve(i + "-" + payload.answer().label());
                    Files.write(seed, Envelope.join(new byte[] {(byte) i}, message));
                }
            }
        }
    }

    private static List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (Technology technology : ServiceLoader.load(Technology.class)) {
            for (String name : Descriptor.names()) {
                Served served = Served.by(technology, name);
                for (Form form : Form.values()) {
                    if (served.arrivesAs(form)) {
                        targets.add(new Target(served, form));
                    }
                }
            }
        }
        return targets;
    }
}
