package org.ansinh.app.registry.web;

import java.util.Set;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangeEntrances {

    @Bean
    NavEntry tasks() {
        return new NavEntry("registry.tasks", "/tasks", 15, Set.of("commune_officer", "commune_chair"));
    }
}
