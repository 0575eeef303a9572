// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user is told of a folder that cannot be read: one line that names the file. */
class DamagedRunTest {
    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void write() throws IOException {
        try (RunWriter writer = RunWriter.create(folder, Samples.info())) {
            writer.cell(Samples.measured(1));
        }
        run = folder.resolve("run.xml");
    }

    @Test
    void aFolderWithoutRunXmlIsNoRun() throws IOException {
        Files.delete(run);
        assertEquals(folder + " is not a run: it has no run.xml", message());
    }

    @Test
    void aMissingFolderIsNoRun() {
        Path missing = folder.resolve("missing");
        IOException e = assertThrows(IOException.class, () -> RunReader.read(missing));
        assertEquals(missing + " is not a run: it is no folder", e.getMessage());
    }

    @Test
    void aTornFileIsNamedWithItsLine() throws IOException {
        String text = Files.readString(run);
        Files.writeString(run, text.substring(0, text.length() / 2));
        assertTrue(message().matches("(?s)\\Q" + run + "\\E:\\d+:\\d+ is damaged: .*"), message());
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Files.writeString(run, "");
        assertTrue(message().startsWith(run + ":1 is damaged: "), message());
    }

    @Test
    void aChangedFigureIsNamedWithItsLine() throws IOException {
        Path cell = folder.resolve("cells/0001.xml");
        replace(cell, "transactions=\"31132\"", "transactions=\"many\"");
        assertTrue(message().matches("(?s)\\Q" + cell + "\\E:6:\\d+ is damaged: .*many.*"), message());
    }

    @Test
    void anUnknownElementIsDamage() throws IOException {
        replace(run, "<goal>", "<gaol/><goal>");
        assertTrue(message().contains("gaol"), message());
    }

    @Test
    void aCellUnderAnotherNameIsDamage() throws IOException {
        Path other = folder.resolve("cells/0002.xml");
        Files.copy(folder.resolve("cells/0001.xml"), other);
        assertEquals(other + " is damaged: it holds cell 1", message());
    }

    @Test
    void aNewerFormatIsNotCalledDamage() throws IOException {
        replace(run, "format=\"2\"", "format=\"3\"");
        assertEquals(run + " is of format 3, written by a newer Mess Kit; this one reads up to 2", message());
    }

    @Test
    void aDoctypeIsRefused() throws IOException {
        replace(run, "<run ", "<!DOCTYPE run [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><run ");
        assertTrue(message().contains("DOCTYPE"), message());
    }

    private String message() {
        return assertThrows(IOException.class, () -> RunReader.read(folder)).getMessage();
    }

    private static void replace(Path file, String old, String now) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(old), text);
        Files.writeString(file, text.replace(old, now));
    }
}
