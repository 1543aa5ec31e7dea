package org.plazo.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    static ProcessBeans processBeans(ListableBeanFactory beans) {
        return new ProcessBeans(beans);
    }

    @Bean
    ProcessEnginePlugin grammarPlugin(ProcessBeans processBeans) {
        return new GrammarPlugin(processBeans);
    }

    @Bean
    ProcessEnginePlugin commandPlugin() {
        return new CommandPlugin();
    }
}
