package org.ansinh.app.casework.web;

import java.util.Set;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in from the navigation. */
@Configuration(proxyBeanMethods = false)
class CaseworkEntrances {

    @Bean
    NavEntry todayEntry() {
        return new NavEntry(
                        "nav.today",
                        "/today",
                        12,
                        Set.of("commune_officer", "commune_chair", "provincial_approver", "inspector"))
                .leadingTo("/applications", "/tasks");
    }

    @Bean
    NavEntry listsEntry() {
        return new NavEntry(
                "nav.lists",
                "/lists",
                30,
                Set.of("commune_officer", "commune_chair", "provincial_approver", "inspector"));
    }

    @Bean
    NavEntry decisionsEntry() {
        return new NavEntry(
                "nav.decisions",
                "/decisions",
                40,
                Set.of("commune_officer", "commune_chair", "provincial_approver", "inspector"));
    }

    @Bean
    NavEntry grievancesEntry() {
        return new NavEntry(
                "nav.grievances",
                "/grievances",
                45,
                Set.of("commune_officer", "commune_chair", "provincial_approver", "inspector"));
    }
}
