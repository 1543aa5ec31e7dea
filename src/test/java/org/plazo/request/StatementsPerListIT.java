package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.plazo.support.CountingDataSource;

/** A list costs one statement and one count, whether it has one row or fifty. */
class StatementsPerListIT {

    @Test
    void readsAListOfAnyLengthWithTwoStatements() throws Exception {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl("jdbc:h2:mem:statements-per-list;DB_CLOSE_DELAY=-1");
            CountingDataSource counting = new CountingDataSource(database);
            try (RegisterOn register = new RegisterOn(counting)) {
                for (int i = 0; i < 50; i++) {
                    register.get(RequestCommands.class).create(Drafts.routine(), Drafts.HANDLER);
                }
                RegisterQueries queries = register.get(RegisterQueries.class);
                for (int size : new int[] {1, 50}) {
                    counting.count();
                    RegisterFilter drafts = new RegisterFilter(Lifecycle.DRAFT, Timeliness.NO_DEADLINE, "MININT");
                    assertThat(queries.list(drafts, 0, size).items()).hasSize(size);
                    assertThat(counting.count()).isEqualTo(2);
                    assertThat(queries.counts(RegisterFilter.OPEN).total()).isEqualTo(50);
                    assertThat(counting.count()).isEqualTo(1);
                }
            }
        }
    }
}
