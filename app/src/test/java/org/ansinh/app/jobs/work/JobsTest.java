package org.ansinh.app.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.jobs.JobId;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.JobState;
import org.ansinh.app.jobs.JobState.Stage;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Long work that was asked for is done, once, whatever happens to the server meanwhile. */
class JobsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static OfficerId lan;

    @BeforeAll
    static void anOfficerWhoAsks() {
        lan = database.officer("lan.jobs", "commune_officer", "01290");
    }

    @Test
    void aJobIsDoneAsTheWorkerAndItsOutcomeIsKept() {
        var as = kind("counting", (order, progress) -> {
            progress.begin("Đếm hộ", 4);
            progress.advance(4);
            return order + " as " + Acting.now().orElseThrow().role();
        });
        try (var house = house(as)) {
            var job = ask(house, "counting", "56 xã");
            assertThat(ended(house, job).says()).isEqualTo("56 xã as ansinh_worker");
            assertThat(state(house, job).stage()).isEqualTo(Stage.FINISHED);
            assertThat(state(house, job).done()).isEqualTo(4);
        }
    }

    @Test
    void howFarItIsIsSeenWhileItWorks() throws Exception {
        var seen = new CountDownLatch(1);
        var kind = kind("watched", (order, progress) -> {
            progress.begin("Đọc hàng", 2_000);
            await(seen);
            return "";
        });
        try (var house = house(kind)) {
            var job = ask(house, "watched", "");
            Awaitility.await().atMost(PATIENCE).until(() -> state(house, job).total() == 2_000);
            assertThat(state(house, job).stage()).isEqualTo(Stage.RUNNING);
            assertThat(state(house, job).says()).isEqualTo("Đọc hàng");
            seen.countDown();
            assertThat(ended(house, job).stage()).isEqualTo(Stage.FINISHED);
        }
    }

    @Test
    void aJobThatFailsSaysWhyAndIsDoneAgainWhenAskedTo() {
        var tries = new AtomicInteger();
        var kind = kind("failing", (order, progress) -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("Tệp không còn ở chỗ cũ; hãy nộp lại.");
            }
            return "xong";
        });
        try (var house = house(kind)) {
            var job = ask(house, "failing", "tệp 7");
            assertThat(ended(house, job).stage()).isEqualTo(Stage.FAILED);
            assertThat(state(house, job).trouble()).isEqualTo("Tệp không còn ở chỗ cũ; hãy nộp lại.");
            var binh = database.officer("binh.jobs", "commune_officer", "01290");
            assertThat(again(house, job, binh)).as("another's job").isFalse();
            assertThat(again(house, job, lan)).isTrue();
            assertThat(ended(house, job).says()).isEqualTo("xong");
            assertThat(again(house, job, lan)).as("it did not fail").isFalse();
        }
    }

    @Test
    void askedForTwiceWhileItWaitsOrWorksItIsOneJob() {
        var go = new CountDownLatch(1);
        var kind = kind("twice", (order, progress) -> {
            await(go);
            return "";
        });
        try (var house = house(kind)) {
            var job = ask(house, "twice", "10/2026");
            assertThat(ask(house, "twice", "10/2026")).isEqualTo(job);
            var other = ask(house, "twice", "11/2026");
            assertThat(other).isNotEqualTo(job);
            go.countDown();
            ended(house, job);
            ended(house, other);
            assertThat(ask(house, "twice", "10/2026")).as("a new month's end").isNotEqualTo(job);
        }
    }

    @Test
    void twoOfOneKindTakeTurnsAndTwoKindsWorkSideBySide() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var one = kind("turns", (order, progress) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            progress.begin(order, 1);
            inside.decrementAndGet();
            return "";
        });
        var together = new CyclicBarrier(2);
        var left = kind("left", (order, progress) -> meet(together));
        var right = kind("right", (order, progress) -> meet(together));
        try (var house = house(one, left, right)) {
            var jobs = List.of(ask(house, "turns", "a"), ask(house, "turns", "b"), ask(house, "turns", "c"));
            jobs.forEach(it -> ended(house, it));
            assertThat(most).hasValue(1);
            var both = List.of(ask(house, "left", ""), ask(house, "right", ""));
            both.forEach(it -> assertThat(ended(house, it).says()).isEqualTo("met"));
        }
    }

    @Test
    void aServerStoppedInTheMiddleLeavesTheJobToTheNext() throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var blocked = kind("stopped", (order, progress) -> {
            begun.countDown();
            await(never);
            return "";
        });
        JobId job;
        try (var first = house(blocked)) {
            job = ask(first, "stopped", "");
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
        }
        try (var second = house(kind("stopped", (order, progress) -> "xong"))) {
            assertThat(ended(second, job).says()).isEqualTo("xong");
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aServerStoppedInTheMiddleOfAStatementSaysNothingOfIt(CapturedOutput said) throws Exception {
        var begun = new CountDownLatch(1);
        var jdbc = new AtomicReference<JdbcClient>();
        var deep = kind("deep", (order, progress) -> {
            begun.countDown();
            return jdbc.get()
                    .sql("select pg_sleep(120)::text")
                    .query(String.class)
                    .single();
        });
        JobId job;
        try (var first = house(deep)) {
            jdbc.set(first.jdbc());
            job = ask(first, "deep", "");
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(said.getAll()).doesNotContain("ERROR", "Exception");
        try (var second = house(kind("deep", (order, progress) -> "xong"))) {
            assertThat(ended(second, job).says()).isEqualTo("xong");
        }
    }

    @Test
    void aServerKilledInTheMiddleLeavesTheJobToTheNext() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        database.gate().url(),
                        database.gate().user(),
                        Integer.toString(lan.number()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        JobId job;
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            process.getOutputStream().write((database.gate().password() + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            job = new JobId(Long.parseLong(in.lines()
                    .filter(it -> it.startsWith("begun "))
                    .findFirst()
                    .orElseThrow()
                    .substring(6)));
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        try (var house = house(kind("killed", (order, progress) -> "xong"))) {
            assertThat(ended(house, job).says()).isEqualTo("xong");
        }
    }

    @Test
    void anOfficerSeesTheirOwnJobsOnly() {
        try (var house = house(kind("own", (order, progress) -> ""))) {
            var job = ask(house, "own", "");
            var hoa = database.officer("hoa.jobs", "commune_officer", "01290");
            assertThat(Acting.as(Actor.officer(hoa), () -> house.jobs().find(job)))
                    .isEmpty();
            ended(house, job);
        }
    }

    private static SmallHouse house(JobKind... kinds) {
        return new SmallHouse(database.gate(), List.of(kinds));
    }

    private static JobId ask(SmallHouse house, String kind, String order) {
        return Acting.as(Actor.officer(lan), () -> house.jobs().ask(kind, order));
    }

    private static boolean again(SmallHouse house, JobId job, OfficerId officer) {
        return Acting.as(Actor.officer(officer), () -> house.jobs().again(job));
    }

    private static JobState state(SmallHouse house, JobId job) {
        return Acting.as(Actor.officer(lan), () -> house.jobs().find(job)).orElseThrow();
    }

    private static JobState ended(SmallHouse house, JobId job) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            var stage = state(house, job).stage();
            return stage == Stage.FINISHED || stage == Stage.FAILED;
        });
        return state(house, job);
    }

    static JobKind kind(String name, BiFunction<String, Progress, String> work) {
        return new JobKind() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String run(String order, Progress progress) {
                return work.apply(order, progress);
            }
        };
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(3, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String meet(CyclicBarrier together) {
        try {
            together.await(1, TimeUnit.MINUTES);
            return "met";
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            return "alone";
        }
    }
}
