package org.ansinh.app.access.web;

import java.util.Set;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in from the navigation. */
@Configuration(proxyBeanMethods = false)
class AccessEntrances {

    @Bean
    NavEntry officersEntry() {
        return new NavEntry("nav.officers", "/officers", 80, Set.of("administrator"));
    }

    @Bean
    NavEntry officeDaysEntry() {
        return new NavEntry("nav.office-days", "/office-days", 82, Set.of("administrator"));
    }

    @Bean
    NavEntry auditEntry() {
        return new NavEntry("nav.audit", "/audit", 85, Set.of("inspector", "administrator"));
    }
}
