// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.testnodes.monitor.Finding.Severity;

class DoctorTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor | powersave | frequency governor | NOTE",
                "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor | performance | frequency governor | GOOD",
                "sys/devices/system/cpu/intel_pstate/no_turbo | 0 | turbo (no_turbo) | NOTE",
                "sys/devices/system/cpu/cpufreq/boost | 0 | boost | GOOD",
                "sys/devices/system/cpu/smt/active | 1 | SMT | NOTE",
                "sys/kernel/mm/transparent_hugepage/enabled | [always] madvise never | transparent huge pages | NOTE",
                "sys/kernel/mm/transparent_hugepage/enabled | always [madvise] never | transparent huge pages | GOOD",
                "sys/devices/system/node/online | 0-1 | NUMA nodes | NOTE",
                "sys/devices/system/clocksource/clocksource0/current_clocksource | hpet | clock source | WARNING",
                "sys/devices/system/clocksource/clocksource0/current_clocksource | tsc | clock source | GOOD",
                "proc/self/limits | Max open files            1024                 4096                 files | open files | WARNING",
                "proc/self/limits | Max open files            65536                65536                files | open files | GOOD",
                "proc/sys/net/ipv4/ip_local_port_range | 60000 61000 | local ports | NOTE",
                "sys/fs/cgroup/cpu.max | 150000 100000 | container's CPU quota | WARNING",
                "sys/fs/cgroup/memory.max | 1000000000 | container's memory | WARNING",
                "proc/cpuinfo | flags : fpu vme hypervisor avx | hypervisor | NOTE",
                "proc/meminfo | MemAvailable:    1000000 kB | memory | WARNING",
                "proc/meminfo | MemAvailable:   16000000 kB | memory | GOOD"
            })
    void oneFileGivesOneFinding(String file, String text, String subject, Severity severity) throws IOException {
        write(file, text);
        List<Finding> findings = Doctor.files(root);
        assertEquals(1, findings.size(), findings.toString());
        assertEquals(subject, findings.get(0).subject());
        assertEquals(severity, findings.get(0).severity(), findings.toString());
        assertEquals(severity == Severity.GOOD, findings.get(0).effect().isEmpty());
        assertEquals(severity == Severity.GOOD, findings.get(0).mend().isEmpty());
    }

    @Test
    void swapIsBadOnlyWhereItIsUsed() throws IOException {
        write("proc/meminfo", "SwapTotal:  2000000 kB\nSwapFree:   1500000 kB\n");
        assertEquals("500 MB in use", Doctor.files(root).get(0).seen());
        write("proc/meminfo", "SwapTotal:  2000000 kB\nSwapFree:   2000000 kB\n");
        assertEquals(Severity.GOOD, Doctor.files(root).get(0).severity());
    }

    @Test
    void whatTheSystemDoesNotSayIsNotFound() {
        assertEquals(List.of(), Doctor.files(root));
    }

    @Test
    void aFileOfAnotherShapeKeepsNothingElseFromBeingTold() throws IOException {
        write("proc/sys/net/ipv4/ip_local_port_range", "");
        write("proc/meminfo", "MemAvailable: much");
        write("sys/fs/cgroup/cpu.max", "50000 100000");
        assertEquals(
                List.of("memory", "local ports", "container's CPU quota"),
                Doctor.files(root).stream().map(Finding::subject).toList());
        assertTrue(Doctor.files(root).get(0).seen().startsWith("not understood: "));
    }

    @Test
    void timesAreToldApart() {
        Doctor.CpuTimes times = Doctor.cpuTimes(" 100 20 30 800 50 6 4 10 3 0");
        assertEquals(160, times.busy());
        assertEquals(10, times.steal());
        assertEquals(1020, times.all());
    }

    @Test
    void thisMachineIsExamined() throws InterruptedException {
        Map<String, Finding> findings = Doctor.examine(root, 4).stream()
                .collect(Collectors.toMap(Finding::subject, f -> f, (one, other) -> one, TreeMap::new));
        assertTrue(findings.containsKey("processors"), findings.toString());
        assertTrue(findings.containsKey("disk"), findings.toString());
        findings.values().forEach(f -> assertFalse(f.seen().isEmpty(), f.toString()));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }
}
