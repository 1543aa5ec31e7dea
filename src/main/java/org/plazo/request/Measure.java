package org.plazo.request;

import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/** One thing sought; {@code outcome} is what became of it, null while nobody has said. */
@Table("measure")
record Measure(String description, @Nullable String outcome) {}
