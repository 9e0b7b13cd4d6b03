package org.ansinh.app.registry.web;

import java.util.Set;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VillageEntrance {

    /** Who reads what villages tell; commune officers take it down. */
    static final Set<String> READERS = Set.of("commune_officer", "commune_chair", "provincial_approver", "inspector");

    @Bean
    NavEntry villageReports() {
        return new NavEntry("nav.village-reports", "/village-reports", 14, READERS);
    }
}
