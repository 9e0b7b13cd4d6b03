package org.ansinh.app.exchange.web;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.pages.NavEntry;
import org.ansinh.app.pages.UploadDoor;
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
    UploadDoor filesBrought(FileLimits limits) {
        return new UploadDoor(limits.mostBytes(), ExchangeSettings::page);
    }

    private static final Pattern ANSWERS = Pattern.compile("(/population-checks/\\d+)/answers");

    private static Optional<String> page(String address) {
        var answers = ANSWERS.matcher(address);
        if (answers.matches()) {
            return Optional.of(answers.group(1));
        }
        return address.startsWith("/exchange/")
                ? Optional.of(address.startsWith("/exchange/months") ? "/exchange/months" : "/exchange")
                : Optional.empty();
    }

    @Bean
    NavEntry exchangeEntry() {
        return new NavEntry(
                "nav.exchange", "/exchange", 70, Set.of("commune_officer", "commune_chair", "provincial_approver"));
    }
}
