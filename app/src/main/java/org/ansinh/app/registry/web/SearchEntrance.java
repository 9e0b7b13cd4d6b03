package org.ansinh.app.registry.web;

import java.util.Set;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchEntrance {

    @Bean
    NavEntry findPeople() {
        return new NavEntry(
                        "registry.search",
                        "/search",
                        10,
                        Set.of(
                                "commune_officer",
                                "commune_chair",
                                "provincial_approver",
                                "paying_officer",
                                "inspector"))
                .leadingTo("/people", "/households", "/changes");
    }
}
