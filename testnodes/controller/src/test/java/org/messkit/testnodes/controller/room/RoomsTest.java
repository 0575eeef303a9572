// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.ServiceName;

class RoomsTest {
    private static final String JAXB = """
            name=jaxb
            title=JAXB, in one line
            use-cases=tv-dinner, tv-dinner+full buffet
            bindings=pox soap11
            versions=jaxb:4.0.9 bare
            """;

    @TempDir
    private Path folder;

    @Test
    void roomsAreFoundWhereTheBuildPutsThemAndWhereAUserDoes() throws IOException {
        write("services/jaxb/target/room", JAXB);
        write("services/stax", JAXB.replace("name=jaxb", "name=stax"));
        write("mine", JAXB.replace("name=jaxb", "name=mine"));
        Files.createDirectories(folder.resolve("services/empty"));
        Rooms rooms =
                Rooms.in(List.of(folder.resolve("services"), folder.resolve("mine"), folder.resolve("not-there")));
        assertEquals(
                List.of("jaxb", "mine", "stax"),
                rooms.all().stream().map(Room::name).toList());
    }

    @Test
    void aVariantMayBeOnOneBindingAlone() throws IOException {
        Room room =
                room(JAXB.replace("tv-dinner+full", "tv-dinner+full@pox")).all().get(0);
        assertEquals(
                List.of("tv-dinner/jaxb+full@pox"),
                room.services().stream()
                        .map(ServiceName::toString)
                        .filter(service -> service.contains("+"))
                        .toList());
    }

    @Test
    void aDescriptorTellsTheServices() throws IOException {
        Room room = room(JAXB).all().get(0);
        assertEquals("JAXB, in one line", room.title());
        assertEquals("4.0.9", room.versions().get("jaxb"));
        assertEquals(
                List.of(
                        "tv-dinner/jaxb@pox",
                        "tv-dinner/jaxb@soap11",
                        "tv-dinner/jaxb+full@pox",
                        "tv-dinner/jaxb+full@soap11",
                        "buffet/jaxb@pox",
                        "buffet/jaxb@soap11"),
                room.services().stream().map(ServiceName::toString).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tv-dinner/jaxb@soap11  | tv-dinner/jaxb@soap11",
                "*/*@soap11             | buffet/jaxb@soap11 tv-dinner/jaxb@soap11",
                "*/j*@pox               | buffet/jaxb@pox tv-dinner/jaxb@pox",
                "tv-dinner/jaxb+full@*  | tv-dinner/jaxb+full@pox tv-dinner/jaxb+full@soap11",
                "*/*+*@pox              | tv-dinner/jaxb+full@pox"
            })
    void variantsAreChosenOnlyByPatternsWithAPlus(String pattern, String chosen) throws IOException {
        assertEquals(
                List.of(chosen.split(" ")),
                room(JAXB).matching(pattern).stream().map(ServiceName::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tv-dinner", "tv-dinner/jaxb", "tv-dinner@pox", "TV/jaxb@pox", "a/b+@c", "a/b@c@d", "a b/c@d"
            })
    void whatIsNoPatternIsSaid(String pattern) throws IOException {
        Rooms rooms = room(JAXB);
        var e = assertThrows(IllegalArgumentException.class, () -> rooms.matching(pattern));
        assertTrue(e.getMessage().endsWith("; got: " + pattern), e.getMessage());
    }

    @Test
    void aPatternThatChoosesNothingIsSaid() throws IOException {
        Rooms rooms = room(JAXB);
        var e = assertThrows(IllegalArgumentException.class, () -> rooms.matching("*/saxon@*"));
        assertEquals("no service matches '*/saxon@*'; see: messkit list services", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=jaxb             | name=                  | the descriptor has no 'name'",
                "title=JAXB            | titel=JAXB             | the descriptor has no 'title'",
                "bindings=pox soap11   | #                      | the descriptor has no 'bindings'",
                "use-cases=tv-dinner,  | use-cases=TV_Dinner    | the descriptor makes no names of services",
                "name=jaxb             | name=JAXB RI           | the descriptor makes no names of services",
                "bindings=pox          | bindings=pox/x         | the descriptor makes no names of services",
                "title=JAXB            | title=\\u00            | the descriptor cannot be read"
            })
    void aDamagedDescriptorIsNamed(String part, String instead, String problem) throws IOException {
        var e = assertThrows(IOException.class, () -> room(JAXB.replace(part, instead)));
        assertTrue(e.getMessage().startsWith(problem), e.getMessage());
        assertTrue(e.getMessage().endsWith("technology.properties)"), e.getMessage());
    }

    @Test
    void bytesThatAreNoTextAreNamedToo() throws IOException {
        Files.write(folder.resolve("technology.properties"), "title=\u00fc".getBytes(StandardCharsets.ISO_8859_1));
        var e = assertThrows(IOException.class, () -> Rooms.in(List.of(folder)));
        assertTrue(e.getMessage().startsWith("the descriptor cannot be read"), e.getMessage());
    }

    @Test
    void twoRoomsOfOneNameAreRefused() throws IOException {
        write("a", JAXB);
        write("b", JAXB);
        var e = assertThrows(IOException.class, () -> Rooms.in(List.of(folder)));
        assertTrue(e.getMessage().startsWith("two rooms are named 'jaxb' ("), e.getMessage());
    }

    private Rooms room(String descriptor) throws IOException {
        write("room", descriptor);
        return Rooms.in(List.of(folder.resolve("room")));
    }

    private void write(String below, String descriptor) throws IOException {
        Path room = Files.createDirectories(folder.resolve(below));
        Files.writeString(room.resolve("technology.properties"), descriptor);
    }
}
