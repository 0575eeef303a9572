// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.messkit.consumers.http.Binding;
import org.messkit.services.spi.ServiceName;

class AttackTest {
    private static final Path CANARY = Path.of("/canary");

    @Test
    void everyFileOfTheManifestIsCarried() throws IOException {
        try (BufferedReader manifest = new BufferedReader(new InputStreamReader(
                Attack.class.getResourceAsStream("attacks/manifest.csv"), StandardCharsets.UTF_8))) {
            List<String> files =
                    manifest.lines().skip(1).map(line -> line.split(",")[0]).toList();
            assertEquals(files, Attack.ALL.stream().map(Attack::file).toList());
        }
    }

    @Test
    void everyConstructStandsInTheMessageOnEveryBindingThatItFits() {
        List<String> marks = List.of(
                "&a9;",
                "&x;</",
                "127.0.0.1:4711/xxe",
                "127.0.0.1:4711/e.dtd",
                "127.0.0.1:4711/s.xsd",
                "<po:a><po:a>",
                "a3999=",
                "BBBBBBBBBBBBBBBB=",
                "n2999=",
                "<p1024:b",
                "zzzz",
                "<po:i/><po:i/>",
                "[1000000000]",
                "",
                "<po:Session id=\"b\"/>",
                "<po:ProcessPurchaseOrder",
                "<h1999 ",
                "127.0.0.1:4711/r",
                "+ADw-",
                "\u00e9",
                "&#0;",
                "' or '1'='1",
                "DROP TABLE",
                " ".repeat(1000),
                "http://127.0.0.1:4711/x");
        for (String useCase : List.of("tv-dinner", "sushi-boats", "buffet")) {
            for (Binding binding : Binding.values()) {
                ServiceName service = new ServiceName(useCase, "any", "", binding.label());
                String payload = new String(HostUnderAttack.normal(service).request(), StandardCharsets.UTF_8);
                for (int i = 0; i < marks.size(); i++) {
                    Attack attack = Attack.ALL.get(i);
                    if (attack.fits(binding)) {
                        String body = new String(attack.body(binding, payload, CANARY, 4711), StandardCharsets.UTF_8);
                        assertTrue(body.contains(marks.get(i)), attack + " on " + service);
                    }
                }
            }
        }
    }
}
