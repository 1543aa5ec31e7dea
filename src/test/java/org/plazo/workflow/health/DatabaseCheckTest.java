package org.plazo.workflow.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseCheckTest {

    @TempDir
    private Path folder;

    @Test
    void refusesH2WithItsDefault() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("a"))) {
            assertThatThrownBy(() -> DatabaseCheck.check(connection))
                    .isInstanceOf(DatabaseNotUsable.class)
                    .hasMessageContaining("WRITE_DELAY is")
                    .hasMessageContaining("500");
        }
    }

    @Test
    void takesH2ThatWritesAtOnce() throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("b") + ";WRITE_DELAY=0");
                Connection memory = DriverManager.getConnection("jdbc:h2:mem:check;WRITE_DELAY=0")) {
            assertThatCode(() -> DatabaseCheck.check(file)).doesNotThrowAnyException();
            assertThatCode(() -> DatabaseCheck.check(memory)).doesNotThrowAnyException();
        }
    }

    /** The stored setting says 0 then, the live one does not: the trap that makes one row not enough. */
    @Test
    void refusesADatabaseThatWasSafeOnceAndIsOpenedWithoutTheOption() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("c");
        try (Connection connection = DriverManager.getConnection(url + ";WRITE_DELAY=0")) {
            connection.createStatement().execute("create table t (id int)");
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThatThrownBy(() -> DatabaseCheck.check(connection)).isInstanceOf(DatabaseNotUsable.class);
        }
    }

    @Test
    void saysThatADatabaseCannotBeReached() {
        var nowhere = new DriverManagerDataSource("jdbc:h2:file:relative/path");
        assertThatThrownBy(() -> new DatabaseCheck().postProcessAfterInitialization(nowhere, "dataSource"))
                .isInstanceOf(DatabaseNotUsable.class)
                .hasMessageContaining("relative/path");
    }

    @Test
    void saysInOneLineWhatToDo() {
        var analysis = new DatabaseNotUsableAnalyzer().analyze(new DatabaseNotUsable("It is unsafe.", "Make it safe."));
        assertThat(analysis.getDescription()).isEqualTo("It is unsafe.");
        assertThat(analysis.getAction()).isEqualTo("Make it safe.");
    }
}
