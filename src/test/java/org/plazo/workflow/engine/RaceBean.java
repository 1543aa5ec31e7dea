package org.plazo.workflow.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.ProcessBean;

/** Holds the completion of a task in the middle of its transaction until a timer has fired and committed. */
@ProcessBean
public class RaceBean implements TaskListener, JavaDelegate {

    static final AtomicInteger COMPLETIONS = new AtomicInteger();
    static final AtomicInteger ESCALATIONS = new AtomicInteger();

    static volatile @Nullable CountDownLatch inside;
    static volatile @Nullable CountDownLatch timerFired;

    static void arm() {
        COMPLETIONS.set(0);
        ESCALATIONS.set(0);
        inside = new CountDownLatch(1);
        timerFired = new CountDownLatch(1);
    }

    @Override
    public void notify(DelegateTask task) {
        task.getExecution().getVariable("touched");
        COMPLETIONS.incrementAndGet();
        CountDownLatch started = inside;
        CountDownLatch go = timerFired;
        if (started == null || go == null) {
            return;
        }
        started.countDown();
        try {
            if (!go.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The timer never fired");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void execute(DelegateExecution execution) {
        ESCALATIONS.incrementAndGet();
    }

    public Date nextStep(DelegateExecution execution) {
        return Date.from(Instant.EPOCH.plus(Duration.ofDays(ESCALATIONS.get())));
    }
}
