package org.plazo.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may change about mails.
 *
 * @param from address of the sender; with an SMTP host it must be one that receives bounces
 * @param messageIdDomain right-hand side of every Message-ID
 * @param allowedDomains domains that mails may go to, in lower case; empty: all
 * @param digestInterval how long the first routine matter for a person waits for others to join it, inclusive
 * @param drainInterval pause between two runs of the task that empties the outbox
 * @param lease how long one attempt may take; afterwards it counts as interrupted and its outcome as unknown. Longer than
 *     all socket time-outs together, three times
 * @param channelPause how long nothing is tried after the channel itself failed
 * @param resendUnknownAfter when a mail of unknown outcome is sent once more
 * @param expireAfter age of a mail after which a deferred one is not tried again
 * @param listedPerSection how many matters one section of a digest lists; it counts the others
 * @param alarmAfter age of the oldest matter not yet told at which the health check fails
 */
@Validated
@ConfigurationProperties("plazo.notification")
public record NotificationSettings(
        @NotBlank @DefaultValue("plazo@localhost") String from,

        @Pattern(regexp = "[A-Za-z0-9.-]+") @DefaultValue("plazo.localhost")
        String messageIdDomain,

        @NotNull @DefaultValue Set<String> allowedDomains,
        @NotNull @DefaultValue("15m") Duration digestInterval,
        @NotNull @DefaultValue("10s") Duration drainInterval,
        @NotNull @DefaultValue("10m") Duration lease,
        @NotNull @DefaultValue("1m") Duration channelPause,
        @NotNull @DefaultValue("30m") Duration resendUnknownAfter,
        @NotNull @DefaultValue("72h") Duration expireAfter,
        @Min(1) @Max(50) @DefaultValue("25") int listedPerSection,
        @NotNull @DefaultValue("1h") Duration alarmAfter) {

    public NotificationSettings {
        allowedDomains = Set.copyOf(allowedDomains);
    }
}
