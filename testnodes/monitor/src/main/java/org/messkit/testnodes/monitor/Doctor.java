// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what in this machine would spoil a measurement, and how to mend it. Reads Linux's files; elsewhere it finds little. Changes
 * nothing.
 */
public final class Doctor {
    private static final long GIGABYTE = 1_000_000_000L;
    private static final double OTHER_LOAD = 0.10;
    private static final double STEAL = 0.01;
    private static final int OPEN_FILES = 4096;
    private static final int PORTS = 10_000;
    private static final int LARGEST = 1 << 20;

    private final Path root;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Path root) {
        this.root = root;
    }

    /**
     * Examines this machine; takes a second.
     *
     * @param runs where results are written
     * @param coresForLocks processors below which locks cannot be judged
     */
    public static List<Finding> examine(Path runs, int coresForLocks) throws InterruptedException {
        Doctor doctor = new Doctor(Path.of("/"));
        CpuTimes before = doctor.cpuTimes();
        Thread.sleep(1000);
        doctor.processors(Machine.processors().size(), coresForLocks);
        doctor.files();
        doctor.load(before, doctor.cpuTimes());
        doctor.options(System.getenv("JAVA_TOOL_OPTIONS"), System.getenv("JDK_JAVA_OPTIONS"));
        doctor.disk(runs);
        return List.copyOf(doctor.findings);
    }

    /** What the files below a root say of a machine. */
    static List<Finding> files(Path root) {
        Doctor doctor = new Doctor(root);
        doctor.files();
        return List.copyOf(doctor.findings);
    }

    private void processors(int usable, int coresForLocks) {
        if (usable < 2) {
            warning(
                    "processors",
                    usable + " usable",
                    "service and TestNode share it, and measure each other",
                    "use a larger machine");
        } else if (usable < coresForLocks) {
            note(
                    "processors",
                    usable + " usable",
                    "a service has too few cores to show waiting for locks: such verdicts stay undecided",
                    "use a machine with more cores");
        } else {
            good("processors", usable + " usable");
        }
    }

    private void files() {
        governor();
        turbo();
        flag(
                "sys/devices/system/cpu/smt/active",
                "SMT",
                "1",
                "two threads share a core's parts: pinned neighbours slow each other",
                "switch it off: echo off > /sys/devices/system/cpu/smt/control");
        flag(
                "sys/kernel/mm/transparent_hugepage/enabled",
                "transparent huge pages",
                value -> value.contains("[always]"),
                "the kernel moves memory when it likes",
                "echo madvise > /sys/kernel/mm/transparent_hugepage/enabled");
        look("NUMA nodes", this::numa);
        look("clock source", this::clock);
        look("memory", this::memory);
        look("open files", this::limits);
        look("local ports", this::ports);
        look("container", this::container);
        look("hypervisor", this::hypervisor);
    }

    /** A file of another shape than proc(5) says must not keep the rest from being told. */
    private void look(String subject, Runnable at) {
        try {
            at.run();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            note(subject, "not understood: " + e.getMessage(), "it may be well, or not", "");
        }
    }

    private void governor() {
        flag(
                "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor",
                "frequency governor",
                value -> !value.equals("performance"),
                "the clock follows the load, with delay",
                "cpupower frequency-set -g performance");
    }

    private void turbo() {
        flag(
                "sys/devices/system/cpu/intel_pstate/no_turbo",
                "turbo (no_turbo)",
                "0",
                "speed depends on heat and on other cores",
                "echo 1 > /sys/devices/system/cpu/intel_pstate/no_turbo");
        flag(
                "sys/devices/system/cpu/cpufreq/boost",
                "boost",
                "1",
                "speed depends on heat and on other cores",
                "echo 0 > /sys/devices/system/cpu/cpufreq/boost");
    }

    private void numa() {
        text("sys/devices/system/node/online").ifPresent(nodes -> {
            if (nodes.equals("0")) {
                good("NUMA nodes", nodes);
            } else {
                note(
                        "NUMA nodes",
                        nodes,
                        "memory may be far from the core that uses it",
                        "numactl --cpunodebind=0 --membind=0");
            }
        });
    }

    private void clock() {
        text("sys/devices/system/clocksource/clocksource0/current_clocksource").ifPresent(source -> {
            if (source.equals("hpet") || source.equals("acpi_pm")) {
                warning(
                        "clock source",
                        source,
                        "asking the time is slow, and every transaction asks",
                        "boot with clocksource=tsc");
            } else {
                good("clock source", source);
            }
        });
    }

    private void memory() {
        kilobytes("SwapTotal").ifPresent(total -> {
            long used = total - kilobytes("SwapFree").orElse(total);
            if (used > 0) {
                warning(
                        "swap",
                        used / 1000 + " MB in use",
                        "memory that a process needs may be on a disk",
                        "swapoff -a");
            } else {
                good("swap", total == 0 ? "none" : "not in use");
            }
        });
        kilobytes("MemAvailable").ifPresent(available -> {
            String seen = available / 1000 + " MB available";
            if (available * 1000 < 2 * GIGABYTE) {
                warning("memory", seen, "two JVMs of 512 MB heap may not fit", "end what else runs");
            } else {
                good("memory", seen);
            }
        });
    }

    private void limits() {
        line("proc/self/limits", "Max open files").ifPresent(line -> {
            String soft = line.strip().split("\\s+")[0];
            if (!soft.equals("unlimited") && Long.parseLong(soft) < OPEN_FILES) {
                warning(
                        "open files",
                        soft + " at most",
                        "a connection is a file: levels above run out",
                        "ulimit -n 65536");
            } else {
                good("open files", soft + " at most");
            }
        });
    }

    private void ports() {
        text("proc/sys/net/ipv4/ip_local_port_range").ifPresent(range -> {
            String[] ends = range.split("\\s+");
            int ports = Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1;
            if (ports < PORTS) {
                note(
                        "local ports",
                        ports + "",
                        "many connections, closed and opened, run out",
                        "sysctl net.ipv4.ip_local_port_range='1024 65535'");
            } else {
                good("local ports", Integer.toString(ports));
            }
        });
    }

    private void container() {
        text("sys/fs/cgroup/cpu.max").filter(max -> !max.startsWith("max")).ifPresent(max -> {
            warning(
                    "container's CPU quota",
                    max,
                    "all processes stand still when it is used up",
                    "run without a CPU quota");
            line("sys/fs/cgroup/cpu.stat", "nr_throttled")
                    .filter(count -> !count.strip().equals("0"))
                    .ifPresent(count -> warning(
                            "throttled", count.strip() + " times", "they stood still", "run without a CPU quota"));
        });
        text("sys/fs/cgroup/memory.max").filter(max -> !max.equals("max")).ifPresent(max -> {
            String seen = Long.parseLong(max) / 1_000_000 + " MB";
            if (Long.parseLong(max) < 2 * GIGABYTE) {
                warning("container's memory", seen, "two JVMs of 512 MB heap may not fit", "give it more");
            } else {
                good("container's memory", seen);
            }
        });
    }

    private void hypervisor() {
        line("proc/cpuinfo", "flags")
                .filter(flags -> flags.contains(" hypervisor"))
                .ifPresent(flags -> note(
                        "hypervisor",
                        "a virtual machine",
                        "guests beside it take time that it cannot see: compare only what was interleaved",
                        "measure on hardware of your own"));
    }

    /** Times since the machine's start, in ticks. */
    record CpuTimes(double busy, double steal, double all) {}

    private CpuTimes cpuTimes() {
        return line("proc/stat", "cpu ").map(Doctor::cpuTimes).orElse(new CpuTimes(0, 0, 0));
    }

    static CpuTimes cpuTimes(String columns) {
        String[] ticks = columns.strip().split("\\s+");
        double all = 0;
        // user nice system idle iowait irq softirq steal; guest times are within user's.
        for (int i = 0; i < 8 && i < ticks.length; i++) {
            all += Double.parseDouble(ticks[i]);
        }
        double idle = Double.parseDouble(ticks[3]) + Double.parseDouble(ticks[4]);
        double steal = ticks.length > 7 ? Double.parseDouble(ticks[7]) : 0;
        return new CpuTimes(all - idle - steal, steal, all);
    }

    void load(CpuTimes before, CpuTimes after) {
        double all = after.all - before.all;
        if (all <= 0) {
            return;
        }
        double busy = (after.busy - before.busy) / all;
        String seen = Math.round(busy * 100) + " % of all processors over the last second";
        if (busy > OTHER_LOAD) {
            warning("other load", seen, "it is measured too", "end it, or wait");
        } else {
            good("other load", seen);
        }
        double steal = Math.max((after.steal - before.steal) / all, after.steal / after.all);
        if (steal > STEAL) {
            warning(
                    "steal",
                    Math.round(steal * 100) + " %",
                    "the hypervisor gave this machine's time to another guest",
                    "measure on hardware of your own");
        }
    }

    void options(String... given) {
        for (String options : given) {
            if (options != null && !options.isBlank()) {
                note("JVM options from the environment", options, "they do not reach the processes of a run", "");
            }
        }
    }

    private void disk(Path runs) {
        Path there = runs.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            long free = there == null ? 0 : Files.getFileStore(there).getUsableSpace();
            String seen = free / 1_000_000 + " MB free for results";
            if (free < GIGABYTE) {
                warning("disk", seen, "a run that fills it ends", "make room");
            } else {
                good("disk", seen);
            }
        } catch (IOException e) {
            note("disk", "not known: " + e.getMessage(), "", "");
        }
    }

    private void flag(String file, String subject, String bad, String effect, String mend) {
        flag(file, subject, bad::equals, effect, mend);
    }

    private void flag(String file, String subject, Function<String, Boolean> bad, String effect, String mend) {
        text(file).ifPresent(value -> {
            if (bad.apply(value)) {
                note(subject, value, effect, mend);
            } else {
                good(subject, value);
            }
        });
    }

    private Optional<Long> kilobytes(String name) {
        return line("proc/meminfo", name).map(value -> Long.parseLong(value.replaceAll("[^0-9]", "")));
    }

    /** What follows a name at the start of a line; without the colon that may stand between. */
    private Optional<String> line(String file, String name) {
        return text(file).flatMap(text -> text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replaceFirst("^\\s*:", ""))
                .findFirst());
    }

    private Optional<String> text(String file) {
        try (InputStream in = Files.newInputStream(root.resolve(file))) {
            // Not readString: it begins with one byte, and some of the kernel's files have no second read.
            return Optional.of(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void good(String subject, String seen) {
        findings.add(Finding.good(subject, seen));
    }

    private void note(String subject, String seen, String effect, String mend) {
        findings.add(Finding.note(subject, seen, effect, mend));
    }

    private void warning(String subject, String seen, String effect, String mend) {
        findings.add(Finding.warning(subject, seen, effect, mend));
    }
}
