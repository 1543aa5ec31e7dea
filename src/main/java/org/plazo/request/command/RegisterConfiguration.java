package org.plazo.request.command;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;

/** Instants go to the database with their offset, so that the JVM's zone plays no part. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories
class RegisterConfiguration extends AbstractJdbcConfiguration {

    /** H2 and PostgreSQL fold unquoted names differently; unquoted they fit the migrations in both. */
    @Bean
    @Override
    public JdbcMappingContext jdbcMappingContext(
            Optional<NamingStrategy> namingStrategy,
            JdbcCustomConversions conversions,
            RelationalManagedTypes managedTypes) {
        JdbcMappingContext context = super.jdbcMappingContext(namingStrategy, conversions, managedTypes);
        context.setForceQuote(false);
        return context;
    }

    @Override
    protected List<?> userConverters() {
        return List.of(ToOffset.INSTANCE, ToInstant.INSTANCE);
    }

    @WritingConverter
    enum ToOffset implements Converter<Instant, OffsetDateTime> {
        INSTANCE;

        @Override
        public OffsetDateTime convert(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
    }

    @ReadingConverter
    enum ToInstant implements Converter<OffsetDateTime, Instant> {
        INSTANCE;

        @Override
        public Instant convert(OffsetDateTime time) {
            return time.toInstant();
        }
    }
}
