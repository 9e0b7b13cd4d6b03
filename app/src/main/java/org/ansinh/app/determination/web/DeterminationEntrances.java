package org.ansinh.app.determination.web;

import java.util.Set;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in from the navigation. */
@Configuration(proxyBeanMethods = false)
class DeterminationEntrances {

    @Bean
    NavEntry monthsEntry() {
        return new NavEntry(
                "nav.months",
                "/months",
                30,
                Set.of("provincial_approver", "paying_officer", "commune_chair", "inspector"));
    }

    @Bean
    NavEntry lawEntry() {
        return new NavEntry("nav.law", "/law", 70, Set.of());
    }
}
