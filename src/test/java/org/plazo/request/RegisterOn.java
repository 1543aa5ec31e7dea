package org.plazo.request;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.plazo.request.imports.ImportSettings;
import org.plazo.request.ledger.LedgerSettings;
import org.plazo.request.query.TimelinessBounds;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.plazo.security.GroupDirectory;
import org.plazo.security.OnBehalf;
import org.plazo.security.UserDirectory;
import org.plazo.support.MovableClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The register alone, without engine and pages, on a database of its own. */
public final class RegisterOn implements AutoCloseable {

    /** Where the seals over the ledger are written beside the database. */
    public final Path anchorFile = Path.of("target", "test-data", "anchors-" + UUID.randomUUID(), "anchors.txt");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** What is closed after the register, in this order. */
    private final List<Closeable> beneath;

    public RegisterOn(DataSource database) {
        this(database, Path.of("config"));
    }

    public static RegisterOn h2() {
        HikariDataSource database = pool("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        return new RegisterOn(database, Path.of("config"), List.of(database));
    }

    public static RegisterOn postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        HikariDataSource database = pool(server.getJdbcUrl("postgres", "postgres"));
        return new RegisterOn(database, Path.of("config"), List.of(database, server));
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setMaximumPoolSize(20);
        return database;
    }

    RegisterOn(DataSource database, Path config) {
        this(database, config, List.of());
    }

    private RegisterOn(DataSource database, Path config, List<Closeable> beneath) {
        this.beneath = beneath;
        Flyway.configure().dataSource(database).load().migrate();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "plazo.config-dir",
                                config.toString(),
                                "plazo.ledger.anchor-file",
                                anchorFile.toString())));
        context.registerBean(DataSource.class, () -> database);
        context.register(Register.class);
        context.refresh();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() throws IOException {
        context.close();
        for (Closeable each : beneath) {
            each.close();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @EnableConfigurationProperties({TimelinessBounds.class, ImportSettings.class, LedgerSettings.class})
    @ComponentScan(
            basePackages = {"org.plazo.request", "org.plazo.deadline", "org.plazo.calendar"},
            excludeFilters = {
                @Filter(type = FilterType.REGEX, pattern = "org\\.plazo\\.\\w+\\.(web|view|page)\\..*"),
                @Filter(type = FilterType.REGEX, pattern = ".*(IT|Test)(\\$.*)?")
            })
    static class Register {

        @Bean
        JdbcTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transactions(JdbcTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        NamedParameterJdbcTemplate namedParameterJdbcTemplate(DataSource database) {
            return new NamedParameterJdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Reader currentActor() {
            return new Reader();
        }

        @Bean
        OnBehalf onBehalf() {
            return (actor, action) -> action.run();
        }

        @Bean
        UserDirectory users() {
            return new NobodyKnown();
        }

        @Bean
        GroupDirectory groups() {
            return (id, name) -> {};
        }

        @Bean
        MessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasename("messages/request");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    /** Who reads: the system, unless a test says otherwise. */
    static class Reader implements CurrentActor {

        private volatile Actor actor = Actor.SYSTEM;

        void is(Actor other) {
            actor = other;
        }

        @Override
        public Actor get() {
            return actor;
        }
    }

    /** The events that the register published. */
    static class Heard {

        private final List<RequestEvent> events = Collections.synchronizedList(new ArrayList<>());

        @EventListener
        void hear(RequestEvent event) {
            events.add(event);
        }

        <E extends RequestEvent> List<E> of(Class<E> type, String reference) {
            return List.copyOf(events).stream()
                    .filter(type::isInstance)
                    .filter(event -> event.reference().equals(reference))
                    .map(type::cast)
                    .toList();
        }
    }
}
