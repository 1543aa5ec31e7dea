package org.plazo.request.command;

import org.plazo.request.ClockCourse;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param afterTransfer what becomes of the time when the other side passes a request on to another of its authorities; a
 *     command may say otherwise, with a reason
 * @param afterResubmission the same when a request that was returned as deficient has gone out again
 */
@ConfigurationProperties("plazo.clock")
record TurnSettings(
        @DefaultValue("CONTINUE") ClockCourse afterTransfer,
        @DefaultValue("CONTINUE") ClockCourse afterResubmission) {}
