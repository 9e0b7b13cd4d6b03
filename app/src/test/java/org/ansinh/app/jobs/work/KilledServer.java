package org.ansinh.app.jobs.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.jobs.JobId;
import org.ansinh.postgres.DatabaseLogin;

/** A server in a process of its own that begins a job, says so, and never ends it: made to be killed. */
final class KilledServer {
    private KilledServer() {}

    public static void main(String[] words) throws IOException {
        String password = new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
        var gate = new DatabaseLogin(words[0], words[1], password);
        var asked = new CountDownLatch(1);
        var number = new AtomicReference<JobId>();
        var kind = JobsTest.kind("killed", (order, progress) -> {
            JobsTest.await(asked);
            System.out.println("begun " + number.get().number());
            JobsTest.await(new CountDownLatch(1));
            return "";
        });
        var house = new SmallHouse(gate, List.of(kind));
        number.set(Acting.as(
                Actor.officer(new OfficerId(Integer.parseInt(words[2]))),
                () -> house.jobs().ask("killed", "")));
        asked.countDown();
    }
}
