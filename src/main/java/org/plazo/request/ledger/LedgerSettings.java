package org.plazo.request.ledger;

import java.nio.file.Path;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may change about the seals over the ledger.
 *
 * @param anchorFile where each seal is written beside the database; several nodes share one file
 * @param anchorAt when a seal is made, each day, in the home side's zone
 */
@ConfigurationProperties("plazo.ledger")
public record LedgerSettings(
        @DefaultValue("./data/ledger-anchors.txt") Path anchorFile,
        @DefaultValue("02:30") LocalTime anchorAt) {}
