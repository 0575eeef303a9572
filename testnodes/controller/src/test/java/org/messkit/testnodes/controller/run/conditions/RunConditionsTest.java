// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Environment;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.SampleRooms;
import org.messkit.testnodes.controller.scenario.Scenario;
import org.messkit.testnodes.controller.scenario.ScenarioReader;

class RunConditionsTest {
    @Test
    void eachVariantHasTheSettingsOfItsOwnStore() {
        Environment environment = new Environment(List.of());
        for (String service : List.of("pantry/a@pox", "pantry/a+sharded@pox", "pantry/a@soap11")) {
            ServiceName name = ServiceName.parse(service);
            environment = EnvironmentFacts.withStore(environment, name, Map.of("of", name.technologyAndVariant()));
        }
        assertEquals(
                List.of("store a", "store a+sharded"),
                environment.groups().stream().map(Environment.Group::name).toList());
    }

    @Test
    void aRunNotesThatItsLevelsAreInDoubt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(Calibration.FILE);
        Calibration.Range range = new Calibration.Range(
                "null/baseline@pox",
                new Cell.Payload(5000, 3, 2),
                List.of(1, 4),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                4,
                100,
                "undecided",
                Optional.of("the knee is uncertain"));
        new Calibration("calibrate-1", List.of(range)).write(file);
        String text = "<scenario xmlns='urn:messkit:scenario:1' name='s'><services>null/baseline@pox</services>"
                + "<payload bytes='5000'/><closed concurrency='calibrated' calibration='" + file + "'/></scenario>";
        Scenario scenario = ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL);
        JvmSettings jvm = new JvmSettings(Jvm.own().java(), "64m", "Serial", List.of(0), false);
        assertTrue(RunConditions.notes(Plan.of(scenario, 1), jvm).stream()
                .anyMatch(note -> note.endsWith("knee is uncertain")));
    }
}
