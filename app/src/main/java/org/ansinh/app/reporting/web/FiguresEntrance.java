package org.ansinh.app.reporting.web;

import java.util.Set;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in from the navigation. */
@Configuration(proxyBeanMethods = false)
class FiguresEntrance {

    @Bean
    NavEntry figuresEntry() {
        return new NavEntry("nav.figures", "/figures", 60, Set.of());
    }
}
