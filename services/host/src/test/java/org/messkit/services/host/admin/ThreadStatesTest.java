// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ThreadStatesTest {
    private final ThreadStates states = new ThreadStates();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() {
        threads.forEach(Thread::interrupt);
    }

    @Test
    void whatRequestThreadsWaitForIsToldApart() throws Exception {
        Object monitor = new Object();
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch held = new CountDownLatch(1);
        start("holder", () -> {
            synchronized (monitor) {
                lock.lock();
                held.countDown();
                Thread.sleep(60_000);
            }
        });
        held.await();
        Thread onMonitor = start("service-1", () -> {
            synchronized (monitor) {
                throw new InterruptedException();
            }
        });
        Thread onLock = start("service-2", lock::lockInterruptibly);
        Thread onPermit = start("service-3", () -> new Semaphore(0).acquire());
        Thread onHandover = start("service-4", () -> new SynchronousQueue<String>().take());
        Thread idle = start("service-5", () -> new ArrayBlockingQueue<String>(1).take());
        Thread another = start("other-1", () -> new Semaphore(0).acquire());
        for (Thread thread : List.of(onLock, onPermit, onHandover, idle, another)) {
            await(thread, Thread.State.WAITING);
        }
        await(onMonitor, Thread.State.BLOCKED);

        states.look();
        states.look();
        assertEquals(10, states.serving.sum());
        assertEquals(4, states.locked.sum(), "a monitor and a lock, looked at twice");
        assertEquals(4, states.pooled.sum(), "a permit and a handover, looked at twice");
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private Thread start(String name, Waiting waiting) {
        Thread thread = new Thread(
                () -> {
                    if (name.startsWith("service")) {
                        states.begin();
                    }
                    try {
                        waiting.run();
                    } catch (InterruptedException e) {
                        // Ended by the test.
                    }
                },
                name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private static void await(Thread thread, Thread.State state) throws InterruptedException {
        while (thread.getState() != state) {
            Thread.sleep(1);
        }
    }
}
