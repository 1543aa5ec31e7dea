package org.plazo.deadline;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.LocalizedText;

/** A due date with its whole explanation, which is put together when it is first read. */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonPropertyOrder({"dueOn", "dueAt", "originalDueOn", "steps", "explanation"})
public final class DueDate {

    private final LocalDate dueOn;
    private final Instant dueAt;
    private final LocalDate originalDueOn;
    private final Supplier<Explanation> explaining;
    private volatile @Nullable Explanation explained;

    public DueDate(LocalDate dueOn, Instant dueAt, LocalDate originalDueOn, Supplier<Explanation> explaining) {
        this.dueOn = dueOn;
        this.dueAt = dueAt;
        this.originalDueOn = originalDueOn;
        this.explaining = explaining;
    }

    public DueDate(
            LocalDate dueOn,
            Instant dueAt,
            LocalDate originalDueOn,
            List<ExplanationStep> steps,
            LocalizedText explanation) {
        this(dueOn, dueAt, originalDueOn, () -> new Explanation(steps, explanation));
    }

    /** The local date in the limit's zone. */
    @JsonProperty
    public LocalDate dueOn() {
        return dueOn;
    }

    /** The exact instant: not overdue at it, overdue after it. */
    @JsonProperty
    public Instant dueAt() {
        return dueAt;
    }

    /** What the date was before any pause or extension; never changes. */
    @JsonProperty
    public LocalDate originalDueOn() {
        return originalDueOn;
    }

    /** How the date came about, in order. */
    @JsonProperty
    public List<ExplanationStep> steps() {
        return explained().steps();
    }

    /** The same in sentences. */
    @JsonProperty
    public LocalizedText explanation() {
        return explained().text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DueDate that
                && dueOn.equals(that.dueOn)
                && dueAt.equals(that.dueAt)
                && originalDueOn.equals(that.originalDueOn);
    }

    @Override
    public int hashCode() {
        return dueAt.hashCode();
    }

    @Override
    public String toString() {
        return "DueDate[dueOn=" + dueOn + ", dueAt=" + dueAt + ", originalDueOn=" + originalDueOn + "]";
    }

    private Explanation explained() {
        Explanation known = explained;
        if (known == null) {
            known = explaining.get();
            explained = known;
        }
        return known;
    }
}
