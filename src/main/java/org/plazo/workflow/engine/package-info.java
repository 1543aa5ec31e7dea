/**
 * The engine's configuration and its guards. The only package that uses {@code org.camunda.bpm.engine.impl} and the
 * engine's copy of the expression language: what expressions may reach, which queries run, what a diagram may contain and
 * how a lost race is retried can be decided nowhere else, because every way into the engine (Java, REST, webapps, jobs)
 * passes here. The rest of the product uses the engine's public API.
 */
@NullMarked
package org.plazo.workflow.engine;

import org.jspecify.annotations.NullMarked;
