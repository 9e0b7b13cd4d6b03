package org.ansinh.app.casework.web;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ansinh.app.pages.NavEntry;
import org.ansinh.app.pages.UploadDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in from the navigation. */
@Configuration(proxyBeanMethods = false)
class CaseworkEntrances {

    private static final long MEGABYTE = 1024L * 1024;
    private static final Pattern PAPERS = Pattern.compile("(/applications/\\d+)/attachments");

    /** Papers are sent to the page of their file. */
    @Bean
    UploadDoor papersAttached(@Value("${ansinh.attachments.most-megabytes:10}") int megabytes) {
        return new UploadDoor(megabytes * MEGABYTE, it -> {
            var file = PAPERS.matcher(it);
            return file.matches() ? Optional.of(file.group(1)) : Optional.empty();
        });
    }

    @Bean
    NavEntry todayEntry() {
        return new NavEntry(
                        "nav.today",
                        "/today",
                        12,
                        Set.of(
                                "commune_officer",
                                "paying_officer",
                                "commune_chair",
                                "provincial_approver",
                                "inspector"))
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
