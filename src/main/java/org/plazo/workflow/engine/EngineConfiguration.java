package org.plazo.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.plazo.workflow.TaskUpdateRule;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Our plug-ins come after the starter's, so that their settings are the last word. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    static ProcessBeans processBeans(ListableBeanFactory beans) {
        return new ProcessBeans(beans);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin grammarPlugin(ProcessBeans processBeans) {
        return new GrammarPlugin(processBeans);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin commandPlugin() {
        return new CommandPlugin();
    }

    /** @param strength of bcrypt; tests lower it, because they log in often */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin hardeningPlugin(@Value("${plazo.security.bcrypt-strength:12}") int strength) {
        return new HardeningPlugin(strength);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin taskRulePlugin(ObjectProvider<TaskUpdateRule> rules) {
        return new TaskRulePlugin(rules);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin tenantPlugin(ObjectProvider<AccessTenants> tenants) {
        return new TenantPlugin(tenants);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor commandRetryAdvisor() {
        return new CommandRetryAdvisor();
    }

    /** Spring's own pool; without it everything asynchronous would run in the engine's small one. */
    @Bean({"applicationTaskExecutor", "taskExecutor"})
    @Lazy
    ThreadPoolTaskExecutor applicationTaskExecutor(ThreadPoolTaskExecutorBuilder builder) {
        return builder.build();
    }
}
