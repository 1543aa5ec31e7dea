package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.Lifecycle;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody completes a step in the very instant in which its timer fires. The person never loses. */
@PlazoIT
class RaceIT {

    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");
    private static final Instant OVERDUE = MONDAY.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(1));

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private FormService forms;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(MONDAY);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    private String timer(String reference) {
        return jobs.createJobQuery()
                .processInstanceId(world.process(reference).getId())
                .activityId("NextResponseStepDue")
                .singleResult()
                .getId();
    }

    /** A handler who is asked for his name in the middle of completing a task, and takes his time the first time. */
    private static final class SlowHandler extends UsernamePasswordAuthenticationToken {

        private final transient CountDownLatch asked = new CountDownLatch(1);
        private final transient CountDownLatch goOn = new CountDownLatch(1);
        private final transient AtomicInteger times = new AtomicInteger();

        SlowHandler() {
            super("handler", null, List.of(new SimpleGrantedAuthority("ROLE_HANDLER")));
        }

        @Override
        public String getName() {
            if (times.getAndIncrement() == 0) {
                asked.countDown();
                try {
                    assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return super.getName();
        }
    }

    @Test
    void triesAgainForSomebodyWhoseTaskTheTimerChangedMeanwhile() throws Exception {
        String reference = world.dispatched(Urgency.EMERGENCY);
        clock.set(OVERDUE);
        String task = world.task(reference, "FollowUp").getId();
        SlowHandler handler = new SlowHandler();

        CompletableFuture<Void> completion = CompletableFuture.runAsync(() -> {
            SecurityContextHolder.getContext().setAuthentication(handler);
            try {
                forms.submitTaskForm(task, Map.of("received", "RESPONSE"));
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
        assertThat(handler.asked.await(20, TimeUnit.SECONDS)).isTrue();
        jobs.executeJob(timer(reference));
        handler.goOn.countDown();
        completion.get(30, TimeUnit.SECONDS);

        assertThat(handler.times.get()).as("the completion was tried twice").isGreaterThan(1);
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.IN_ASSESSMENT);
        assertThat(world.openTasks(reference)).containsExactly("AssessResponse");
        assertThat(world.timers(reference)).isEmpty();
        assertThat(world.ledger(reference, "RESPONDED")).isEqualTo(1);
        assertThat(world.told(reference)).containsExactly("RESPONSE.OVERDUE.1 to handler");
    }

    @Test
    void letsACommandAndATimerAtOnceEndInOneConsistentState() throws Exception {
        for (int round = 0; round < 6; round++) {
            clock.set(MONDAY);
            String reference = world.dispatched(Urgency.EMERGENCY);
            clock.set(OVERDUE);
            String timer = timer(reference);
            CyclicBarrier start = new CyclicBarrier(2);

            CompletableFuture<Void> command = CompletableFuture.runAsync(() -> {
                together(start);
                commands.recordResponse(reference, null, null, RequestWorld.HANDLER);
            });
            CompletableFuture<Boolean> job = CompletableFuture.supplyAsync(() -> {
                together(start);
                try {
                    jobs.executeJob(timer);
                    return true;
                } catch (ProcessEngineException lostTheRace) {
                    return false;
                }
            });
            command.get(30, TimeUnit.SECONDS);
            boolean fired = job.get(30, TimeUnit.SECONDS);

            assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.IN_ASSESSMENT);
            assertThat(world.openTasks(reference)).containsExactly("AssessResponse");
            assertThat(world.timers(reference)).isEmpty();
            assertThat(world.told(reference)).hasSizeLessThanOrEqualTo(fired ? 1 : 0);
            assertThat(world.ledger(reference, "RESPONDED")).isEqualTo(1);
        }
    }

    private static void together(CyclicBarrier start) {
        try {
            start.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
