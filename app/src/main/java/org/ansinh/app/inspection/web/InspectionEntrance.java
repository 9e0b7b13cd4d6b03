package org.ansinh.app.inspection.web;

import java.util.Set;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in from the navigation. */
@Configuration(proxyBeanMethods = false)
class InspectionEntrance {

    @Bean
    NavEntry samplesEntry() {
        return new NavEntry("nav.samples", "/samples", 85, Set.of("inspector"));
    }
}
