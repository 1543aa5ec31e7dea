package org.plazo.request.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may change about imports.
 *
 * @param mostRows of one file
 * @param maxFile the largest file
 * @param atOnce files with at most so many new rows are stored as a whole while the caller waits; meanwhile nobody else
 *     gets a reference
 * @param chunk how many rows of a larger file are stored together
 */
@Validated
@ConfigurationProperties("plazo.imports")
public record ImportSettings(
        @Min(1) @DefaultValue("100000") int mostRows,
        @DefaultValue("60MB") DataSize maxFile,
        @Min(0) @Max(5000) @DefaultValue("500") int atOnce,
        @Min(1) @Max(1000) @DefaultValue("200") int chunk) {}
