package org.plazo.workflow.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Refuses an H2 database that confirms a commit before it is on the disk. With H2's default, a killed process lost a fifth of
 * its confirmed commits; with {@code WRITE_DELAY=0} none. Asked of the live database, before anything is written: the setting
 * is listed twice there, as stored and as live, and every row must be 0, for the stored one alone changes nothing.
 */
@Component
class DatabaseCheck implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource database) {
            try (Connection connection = database.getConnection()) {
                check(connection);
            } catch (SQLException e) {
                throw new DatabaseNotUsable(
                        "The database cannot be reached: " + e.getMessage(),
                        "Check spring.datasource.url and plazo.data-dir, and that the database is running.");
            }
        }
        return bean;
    }

    static void check(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
            return;
        }
        List<String> delays = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS"
                        + " where SETTING_NAME = 'WRITE_DELAY'")) {
            while (rows.next()) {
                delays.add(rows.getString(1));
            }
        }
        if (delays.isEmpty() || delays.stream().anyMatch(delay -> !delay.equals("0"))) {
            throw new DatabaseNotUsable(
                    "The H2 database confirms commits before they are on the disk (WRITE_DELAY is "
                            + (delays.isEmpty() ? "unknown" : String.join(" and ", delays)) + ", not 0).",
                    "Add ;WRITE_DELAY=0 to the JDBC URL (spring.datasource.url).");
        }
    }
}
