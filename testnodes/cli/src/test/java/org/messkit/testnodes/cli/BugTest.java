// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the program says of failures that none of its verbs expects; they come from a verb of the test. */
class BugTest {
    private final StringWriter err = new StringWriter();

    @Command(name = "fail")
    private record FailVerb(Callable<Integer> body) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return body.call();
        }
    }

    @Test
    void whatNobodyExpectedIsABugWithItsTraceInAFile() throws IOException {
        int code = fail(() -> {
            throw new IllegalStateException("two\nlines");
        });
        assertBug(code, "java.lang.IllegalStateException: two lines");
    }

    @Test
    void soIsAClassThatIsMissing() throws IOException {
        int code = fail(() -> {
            throw new NoClassDefFoundError("org/messkit/Nothing");
        });
        assertBug(code, "java.lang.NoClassDefFoundError: org/messkit/Nothing");
    }

    @Test
    void aFailureOfTheMachineIsInfrastructureAlsoWhereItComesUnchecked() {
        assertEquals(5, fail(() -> {
            throw new UncheckedIOException(new IOException("the disk is full"));
        }));
        assertEquals("messkit: the disk is full\n", err.toString());
    }

    @Test
    void aPathThatNoFileCanHaveIsUsage() {
        assertEquals(2, fail(() -> {
            Path.of("a\0b");
            return 0;
        }));
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private void assertBug(int code, String what) throws IOException {
        assertEquals(1, code, err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        Matcher line = Pattern.compile("messkit: this is a bug of the kit, not a mistake of yours: "
                        + Pattern.quote(what) + "; please report it for messkit .* with the file (\\S+)\\s*")
                .matcher(err.toString());
        assertTrue(line.matches(), err.toString());
        Path file = Path.of(line.group(1));
        String details = Files.readString(file);
        Files.delete(file);
        assertTrue(details.startsWith("messkit "), details);
        assertTrue(details.contains("\tat " + BugTest.class.getName()), details);
    }

    private int fail(Callable<Integer> body) {
        CommandLine program = MessKit.commandLine().addSubcommand(new FailVerb(body));
        program.setErr(new PrintWriter(err, true));
        return MessKit.execute(program, "fail");
    }
}
