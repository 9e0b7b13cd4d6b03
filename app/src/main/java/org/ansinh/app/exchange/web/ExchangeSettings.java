package org.ansinh.app.exchange.web;

import java.util.Set;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.pages.NavEntry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How large files may be and how long they are kept, and the way in from the navigation. */
@Configuration(proxyBeanMethods = false)
class ExchangeSettings {

    @Bean
    FileLimits fileLimits(
            @Value("${ansinh.import.most-megabytes:32}") int sent,
            @Value("${ansinh.import.most-megabytes-unpacked:512}") int unpacked,
            @Value("${ansinh.import.kept-days:30}") int keptDays,
            @Value("${ansinh.import.most-megabytes-kept:1024}") int kept) {
        return FileLimits.megabytes(sent, unpacked, keptDays, kept);
    }

    @Bean
    NavEntry exchangeEntry() {
        return new NavEntry(
                "nav.exchange", "/exchange", 70, Set.of("commune_officer", "commune_chair", "provincial_approver"));
    }
}
