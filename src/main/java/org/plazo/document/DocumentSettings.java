package org.plazo.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may change about documents.
 *
 * @param maxSize of one file, inclusive
 * @param dailyQuota how much one person may upload on one day of the home side, inclusive
 * @param perRequest how many documents a request may have, withdrawn ones included
 * @param verifiedPerDay how much of the store is read every day to compare it with the hashes
 * @param retryInterval how often the scanner is asked again about what waits for it
 * @param alarmAfter how long a document may wait for the scanner before the health check fails
 * @param clamd the virus scanner; null: nothing is scanned
 */
@Validated
@ConfigurationProperties("plazo.document")
public record DocumentSettings(
        @NotNull @DefaultValue("20MB") DataSize maxSize,
        @NotNull @DefaultValue("500MB") DataSize dailyQuota,
        @Min(1) @Max(10_000) @DefaultValue("500") int perRequest,
        @NotNull @DefaultValue("10GB") DataSize verifiedPerDay,
        @NotNull @DefaultValue("5m") Duration retryInterval,
        @NotNull @DefaultValue("1h") Duration alarmAfter,
        @Valid @Nullable Clamd clamd) {

    /**
     * Where clamd listens.
     *
     * @param timeout to connect, and for each read of its answer
     */
    public record Clamd(
            @NotBlank String host,
            @Min(1) @Max(65_535) @DefaultValue("3310") int port,
            @NotNull @DefaultValue("30s") Duration timeout) {}
}
