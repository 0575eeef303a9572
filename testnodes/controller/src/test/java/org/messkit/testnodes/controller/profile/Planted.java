// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;

/**
 * A program with three faults that take a fifth of its time each, and four things in order that share the rest. Runs until its
 * standard input ends; says when it begins.
 */
final class Planted {
    private static final long FIFTH_NANOS = 20_000_000;
    private static final Object CONTENDED = new Object();

    private static volatile Object kept = "";
    private static volatile double number;

    private Planted() {}

    public static void main(String[] arguments) throws Exception {
        SynchronousQueue<CountDownLatch> turns = new SynchronousQueue<>();
        Thread holder = new Thread(() -> hold(turns), "holder");
        holder.setDaemon(true);
        holder.start();
        Thread worker = new Thread(() -> work(turns), "worker");
        worker.setDaemon(true);
        worker.start();
        System.out.println("running");
        while (System.in.read() >= 0) {
            // Only the end matters.
        }
    }

    private static void work(SynchronousQueue<CountDownLatch> turns) {
        try {
            while (true) {
                concatenate(FIFTH_NANOS);
                storm(FIFTH_NANOS);
                contend(turns);
                sines(FIFTH_NANOS / 2);
                roots(FIFTH_NANOS / 2);
                logarithms(FIFTH_NANOS / 2);
                powers(FIFTH_NANOS / 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void concatenate(long nanos) {
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            String text = "";
            for (int i = 0; i < 500; i++) {
                text += "abcdefgh";
            }
            kept = text;
        }
    }

    private static void storm(long nanos) {
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            for (int i = 0; i < 1_000; i++) {
                kept = new long[64];
            }
        }
    }

    private static void contend(SynchronousQueue<CountDownLatch> turns) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        turns.put(held);
        held.await();
        synchronized (CONTENDED) {
            kept = held;
        }
    }

    private static void hold(SynchronousQueue<CountDownLatch> turns) {
        try {
            while (true) {
                CountDownLatch held = turns.take();
                synchronized (CONTENDED) {
                    held.countDown();
                    Thread.sleep(FIFTH_NANOS / 1_000_000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sines(long nanos) {
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            number = Math.sin(number + 1e6);
        }
    }

    private static void roots(long nanos) {
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            number = Math.cbrt(number + 3);
        }
    }

    private static void logarithms(long nanos) {
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            number = Math.log1p(Math.abs(number) + 2);
        }
    }

    private static void powers(long nanos) {
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            number = Math.pow(Math.abs(number) + 1, 0.3);
        }
    }
}
